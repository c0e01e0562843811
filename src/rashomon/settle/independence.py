"""A point's claims and the lineage in, the independent origins and sources behind it out, and why others are not counted.

Counted cautiously, for a copy taken for corroboration is the worst error: where two origins may be one, they are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.model import Claim, Lineage, Uncounted
from rashomon.settle.retold import Retold, retold

Count = tuple[tuple[str, ...], tuple[Uncounted, ...]]
"""Ids of the origins that are counted, sorted; and those that are not, each with the one as which it counts, and why."""


_NOTHING: Mapping[str, Claim] = {}


@dataclass(frozen=True, slots=True)
class _Tie:
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


_AT_ONE = Stances({}, {}, frozenset())


def origins(
    claims: Sequence[Claim], lineage: Lineage, below: Mapping[str, Claim] = _NOTHING, stances: Stances = _AT_ONE
) -> Count:
    """The origins that stand behind one answer, which these claims give, copies collapsed.

    A page that retells an upstream adds nothing to an answer that the upstream gives, in its own voice or another's, nor does its
    own voice to one for which it names somebody: it may only be repeating them, unless it says the contrary (`stances`). Two
    pages that retell one outlet or work are that one. `below`: for a claim of a headline, by its id, the claim of its text that
    it sums up.
    """
    known = retold(lineage)
    found = {lineage.origin_of[c.id] for c in claims if c.id in lineage.origin_of}
    summing = [*_summed_up([c for c in claims if c.id in below], below, lineage, known)]
    found |= {tie.other for tie in summing}
    repeating = [*summing, *_repeated(claims, lineage, known, stances), *_carried(found, claims, lineage, known, stances)]
    return _collapsed(found, claims, lineage, known, repeating)


def together(answers: Sequence[tuple[Sequence[str], Sequence[Claim]]], claims: Sequence[Claim], lineage: Lineage) -> Count:
    """The origins behind a point: those behind any of its answers. For each answer: these, and the claims that give it or one
    that agrees with it; a page that retells another adds nothing in its own voice to whomever that page names for these.
    """
    known = retold(lineage)
    found = {origin for origins, _ in answers for origin in origins}
    ties = [[t for t in _carried(set(origins), near, lineage, known) if t.other in found] for origins, near in answers]
    tied = [{t.one for t in repeating} for repeating in ties]
    alone = {origin for (origins, _), ones in zip(answers, tied, strict=True) for origin in origins if origin not in ones}
    return _collapsed(found, claims, lineage, known, [t for repeating in ties for t in repeating if t.one not in alone])


def sources(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Who speaks in these claims, nearest speaker each: entity ids, or names for the unnamed, copies collapsed, sorted."""
    return tuple(sorted({c.chain[0].entity or c.chain[0].name for c in claims if c.chain}))


def _collapsed(found: Set[str], claims: Sequence[Claim], lineage: Lineage, known: Retold, repeating: Sequence[_Tie]) -> Count:
    """The origins found without those that may be another of them: under another name, or because a voice repeats it.

    Names are equal both ways; a voice that may repeat two others does not make these one.
    """
    equal = [*_channels(claims, lineage, known), *_commonly(found, known)]
    one = _Classes(known.same, equal)
    into: dict[str, _Tie] = {}
    for tie in (*repeating, *_retellings(found, known)):
        left, right = one.root(tie.one), one.root(tie.other)
        while right in into:
            right = one.root(into[right].other)
        if tie.one in found and tie.other in found and left != right and left not in into:
            into[left] = tie
    shown: dict[str, str] = {}
    for key in sorted(found):
        root = one.root(key)
        if root not in into:
            shown[root] = root if root in found else min(shown.get(root, key), key)
    counted = tuple(sorted(shown.values()))
    if len(counted) == len(found):
        return counted, ()
    return counted, tuple(_left_out(sorted(found - set(counted)), one, into, shown, known, equal))


def _left_out(
    keys: Sequence[str],
    one: "_Classes",
    into: Mapping[str, _Tie],
    shown: Mapping[str, str],
    known: Retold,
    equal: Sequence[_Tie],
) -> Iterator[Uncounted]:
    """For each origin that is not counted the one as which it counts, and the tie that says why."""
    ties: dict[str, _Tie] = {}
    for tie in reversed(equal):
        ties[tie.one] = ties[tie.other] = tie
    for key in keys:
        root = end = one.root(key)
        while end in into:
            end = one.root(into[end].other)
        reason = into.get(root) or ties.get(key)
        why = (
            reason.why
            if reason
            else f"“{_name(known, key)}” and “{_name(known, root)}” may be one, or the one speak for the other"
        )
        yield Uncounted(origin=key, counts_as=shown[end], why=why, rests=reason.rests if reason else ())


class _Classes:
    """Origins that are one, each class under the last of its names that was said to be the main one."""

    def __init__(self, same: Mapping[str, str], ties: Iterable[_Tie]) -> None:
        self.same = same
        self.into: dict[str, str] = {}
        for tie in ties:
            left, right = self.root(tie.one), self.root(tie.other)
            if left != right:
                self.into[left] = right

    def root(self, key: str) -> str:
        """The main name of an origin."""
        key = self.same.get(key, key)
        while key in self.into:
            key = self.into[key]
        return key


def _channels(claims: Sequence[Claim], lineage: Lineage, known: Retold) -> Iterator[_Tie]:
    """A speaker quoted by one page without saying to whom, and the medium to which another says that the same one spoke."""
    for claim in claims:
        speaker = known.speaker.get(claim.chain[0].entity or "") if claim.chain else None
        origin = lineage.origin_of.get(claim.id)
        if speaker and origin and speaker != origin:
            why = f"{_name(known, speaker)} is quoted here without saying to whom, and spoke to {_name(known, origin)} elsewhere"
            yield _Tie(speaker, origin, why, (claim.id,))


def _repeated(claims: Sequence[Claim], lineage: Lineage, known: Retold, stances: Stances) -> Iterator[_Tie]:
    """A page's own voice, and whoever it names as saying the same."""
    for claim in claims:
        own, origin = known.page.get(claim.span.document), lineage.origin_of.get(claim.id)
        if own and origin and own != origin and not stances.against(own, claim):
            yield _Tie(own, origin, f"{_name(known, own)} itself names {_name(known, origin)} as saying so", (claim.id,))


def _carried(
    found: Set[str], claims: Sequence[Claim], lineage: Lineage, known: Retold, stances: Stances = _AT_ONE
) -> Iterator[_Tie]:
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
                yield _Tie(voice, own, f"{how}, which names {_name(known, own)} as saying so", (*edges, claim.id))


def _from_there(voice: str, page: str, known: Retold) -> tuple[str, tuple[str, ...]] | None:
    """How a voice may have something from the same place as a page, with the edges that say so: it retells the page; it is an
    agency beyond the pile that the page retells; or both retell one, whose own text nobody can look up.
    """
    ours, theirs = known.above.get(voice, {}), known.above.get(page, {})
    if page in ours:
        return f"{_name(known, voice)} retells {_name(known, page)}", ours[page]
    if voice in theirs and voice in known.wires:
        return f"{_name(known, voice)} is retold by {_name(known, page)}", theirs[voice]
    common = next(iter(sorted(ours.keys() & theirs.keys() & known.wires)), None)
    if common is None:
        return None
    edges = tuple(dict.fromkeys((*ours[common], *theirs[common])))
    return f"{_name(known, voice)} retells {_name(known, common)}, as does {_name(known, page)}", edges


def _summed_up(headlines: Sequence[Claim], below: Mapping[str, Claim], lineage: Lineage, known: Retold) -> Iterator[_Tie]:
    """The voice of a page in its headline, and whoever its text names as saying what that sums up."""
    for claim in headlines:
        own, origin = known.page.get(claim.span.document), lineage.origin_of.get(below[claim.id].id)
        if own and origin and own != origin and lineage.origin_of.get(claim.id) == own:
            why = f"the headline of {_name(known, own)} sums up what its text has from {_name(known, origin)}"
            yield _Tie(own, origin, why, (claim.id, below[claim.id].id))


def _retellings(found: Set[str], known: Retold) -> Iterator[_Tie]:
    """The voice of each page (its own, or that of an agency whose text it prints), and whatever it retells, however far up."""
    for voice in sorted(found):
        paths = known.above.get(voice, {})
        for above in sorted(paths.keys() & found):
            yield _Tie(voice, above, f"{_name(known, voice)} retells {_name(known, above)}", paths[above])


def _commonly(found: Set[str], known: Retold) -> Iterator[_Tie]:
    """Two voices that retell one outlet or work, which gives no answer of its own; people speak to many."""
    first: dict[str, str] = {}
    for voice in sorted(found):
        paths = known.above.get(voice, {})
        for above in sorted(paths.keys() - found - known.people):
            other = first.setdefault(above, voice)
            if other != voice:
                why = f"{_name(known, voice)} and {_name(known, other)} both retell {_name(known, above)}"
                yield _Tie(voice, other, why, tuple(dict.fromkeys((*paths[above], *known.above[other][above]))))


def _name(known: Retold, key: str) -> str:
    return known.names.get(key, key)
