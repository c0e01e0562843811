"""The claims of a point and the lineage in, the ties out by which two of the origins behind it may be one, each with why.

A page that retells another, two voices that have it from one agency, a speaker and the medium to which he spoke, a headline and
what it sums up.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.model import Claim, Lineage
from rashomon.settle.retold import Retold


@dataclass(frozen=True, slots=True)
class Tie:
    """Two origins that may be one, or a voice and what it repeats: why, and the ids of the edges or claims that this rests on."""

    one: str
    other: str
    why: str
    rests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stances:
    """The values that each claim gives and those that each origin gives, by their ids, and the pairs of values that clash."""

    of_claim: Mapping[str, Set[str]]
    of_origin: Mapping[str, Set[str]]
    clashing: Set[frozenset[str]]

    def against(self, voice: str, claim: Claim) -> bool:
        """Whether an origin gives a value that clashes with one that a claim gives."""
        if not self.clashing:
            return False
        ours, theirs = self.of_origin.get(voice, ()), self.of_claim.get(claim.id, ())
        return any(frozenset((one, other)) in self.clashing for one in ours for other in theirs)


AT_ONE = Stances({}, {}, frozenset())
"""What is known where nobody is said to be against anybody."""


def channels(claims: Sequence[Claim], lineage: Lineage, known: Retold) -> Iterator[Tie]:
    """A speaker quoted by one page without saying to whom, and the medium to which another says that the same one spoke."""
    for claim in claims:
        speaker = known.speaker.get(claim.chain[0].entity or "") if claim.chain else None
        origin = lineage.origin_of.get(claim.id)
        if speaker and origin and speaker != origin:
            why = f"{name(known, speaker)} is quoted here without saying to whom, and spoke to {name(known, origin)} elsewhere"
            yield Tie(speaker, origin, why, (claim.id,))


def repeated(claims: Sequence[Claim], lineage: Lineage, known: Retold, stances: Stances) -> Iterator[Tie]:
    """A page's own voice, and whoever it names as saying the same."""
    for claim in claims:
        own, origin = known.page.get(claim.span.document), lineage.origin_of.get(claim.id)
        if own and origin and own != origin and not stances.against(own, claim):
            yield Tie(own, origin, f"{name(known, own)} itself names {name(known, origin)} as saying so", (claim.id,))


def carried(
    found: Set[str], claims: Sequence[Claim], lineage: Lineage, known: Retold, stances: Stances = AT_ONE
) -> Iterator[Tie]:
    """The voice of each page or agency, and whoever another page names as saying the same, if it may have it from there."""
    retelling: dict[str, set[str]] = defaultdict(set)
    for voice in found:
        for origin in known.above.get(voice, ()):
            retelling[origin].add(voice)
    ways: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for claim in claims:
        page, own = known.page.get(claim.span.document), lineage.origin_of.get(claim.id)
        if not page or not own or page == own:
            continue
        if page not in ways:
            wires = known.above.get(page, {}).keys() & known.wires
            near = {*retelling.get(page, ()), *(wires & found), *(v for w in wires for v in retelling.get(w, ()))} - {page}
            ways[page] = [(v, *there) for v in sorted(near) if (there := _from_there(v, page, known))]
        for voice, how, edges in ways[page]:
            if voice != own and not stances.against(voice, claim):
                yield Tie(voice, own, f"{how}, which names {name(known, own)} as saying so", (*edges, claim.id))


def from_one_wire(found: Set[str], claims: Sequence[Claim], lineage: Lineage, known: Retold) -> Iterator[Tie]:
    """Those whom only the text of one agency names as saying so, and the voices of pages that retell this agency: one reporter
    gathered it all, whatever figure each gives, for an agency brings its story up to date.
    """
    wired: dict[str, set[str]] = defaultdict(set)
    naming: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        origin = lineage.origin_of.get(claim.id)
        if origin in found and origin is not None:
            wired[origin].add(known.printing.get(claim.span.document, ""))
            naming[origin].append(claim.id)
    first: dict[str, str] = {}
    for origin in sorted(wired):
        (wire, *others) = sorted(wired[origin])
        if wire and not others and origin != wire:
            other = first.setdefault(wire, origin)
            if other != origin:
                why = f"{name(known, origin)} and {name(known, other)} both speak in what {name(known, wire)} sent"
                yield Tie(origin, other, why, (naming[origin][0], naming[other][0]))
    for voice in sorted(found):
        paths = known.above.get(voice, {})
        for wire in sorted(first.keys() & paths.keys()):
            why = f"{name(known, voice)} retells {name(known, wire)}, which names {name(known, first[wire])}"
            yield Tie(voice, first[wire], why, (*paths[wire], naming[first[wire]][0]))


def _from_there(voice: str, page: str, known: Retold) -> tuple[str, tuple[str, ...]] | None:
    """How a voice may have something from the same place as a page, with the edges that say so: it retells the page; it is an
    agency beyond the pile that the page retells; or both retell one, whose own text nobody can look up.
    """
    ours, theirs = known.above.get(voice, {}), known.above.get(page, {})
    if page in ours:
        return f"{name(known, voice)} retells {name(known, page)}", ours[page]
    if voice in theirs and voice in known.wires:
        return f"{name(known, voice)} is retold by {name(known, page)}", theirs[voice]
    common = next(iter(sorted(ours.keys() & theirs.keys() & known.wires)), None)
    if common is None:
        return None
    edges = tuple(dict.fromkeys((*ours[common], *theirs[common])))
    return f"{name(known, voice)} retells {name(known, common)}, as does {name(known, page)}", edges


def summed_up(headlines: Sequence[Claim], below: Mapping[str, Claim], lineage: Lineage, known: Retold) -> Iterator[Tie]:
    """The voice of a page in its headline, and whoever its text names as saying what that sums up."""
    for claim in headlines:
        own, origin = known.page.get(claim.span.document), lineage.origin_of.get(below[claim.id].id)
        if own and origin and own != origin and lineage.origin_of.get(claim.id) == own:
            why = f"the headline of {name(known, own)} sums up what its text has from {name(known, origin)}"
            yield Tie(own, origin, why, (claim.id, below[claim.id].id))


def retellings(found: Set[str], known: Retold) -> Iterator[Tie]:
    """The voice of each page (its own, or that of an agency whose text it prints), and whatever it retells, however far up."""
    for voice in sorted(found):
        paths = known.above.get(voice, {})
        for above in sorted(paths.keys() & found):
            yield Tie(voice, above, f"{name(known, voice)} retells {name(known, above)}", paths[above])


def commonly(found: Set[str], known: Retold) -> Iterator[Tie]:
    """Two voices that retell one outlet or work, which gives no answer of its own; people speak to many."""
    first: dict[str, str] = {}
    for voice in sorted(found):
        paths = known.above.get(voice, {})
        for above in sorted(paths.keys() - found - known.people):
            other = first.setdefault(above, voice)
            if other != voice:
                why = f"{name(known, voice)} and {name(known, other)} both retell {name(known, above)}"
                yield Tie(voice, other, why, tuple(dict.fromkeys((*paths[above], *known.above[other][above]))))


def name(known: Retold, key: str) -> str:
    """What an origin is called in a reason."""
    return known.names.get(key, key)
