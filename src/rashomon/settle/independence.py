"""A point's claims and the lineage in, the independent origins and sources behind it out.

Counted cautiously, for a copy taken for corroboration is the worst error: where two origins may be one, they are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache

from rashomon.model import Claim, Lineage

_RETELLING = frozenset({"paraphrases", "reprints", "syndicates", "translates", "updates"})


def origins(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Ids of the origins that stand behind one answer, which these claims give, copies collapsed, sorted.

    A page that retells an upstream adds nothing to an answer that the upstream gives, nor does its own voice to one for which it
    names somebody: it may only be repeating them. Two pages that retell one outlet or work are that one.
    """
    found = {lineage.origin_of[c.id] for c in claims if c.id in lineage.origin_of}
    return _collapsed(found, claims, lineage, [*_repeated(claims, lineage)])


def together(answers: Iterable[Sequence[str]], claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """The origins behind a point: those behind any of its answers, sorted."""
    found = {origin for origins in answers for origin in origins}
    return _collapsed(found, claims, lineage, [])


def sources(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Who speaks in these claims, nearest speaker each: entity ids, or names for the unnamed, copies collapsed, sorted."""
    return tuple(sorted({c.chain[0].entity or c.chain[0].name for c in claims if c.chain}))


def _collapsed(
    found: Set[str], claims: Sequence[Claim], lineage: Lineage, repeating: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    """The origins found without those that may be another of them: under another name, or because a voice repeats it.

    Names are equal both ways; a voice that may repeat two others does not make these one.
    """
    one = _Classes([*lineage.same.items(), *_channels(claims, lineage), *_commonly(found, lineage)])
    into: dict[str, str] = {}
    for voice, repeated in (*repeating, *_retellings(found, lineage)):
        left, right = one.root(voice), one.root(repeated)
        while right in into:
            right = into[right]
        if voice in found and repeated in found and left != right and left not in into:
            into[left] = right
    shown: dict[str, str] = {}
    for key in sorted(found):
        root = one.root(key)
        if root not in into:
            shown[root] = root if root in found else min(shown.get(root, key), key)
    return tuple(sorted(shown.values()))


class _Classes:
    """Origins that are one, each class under the last of its names that was said to be the main one."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.into: dict[str, str] = {}
        for one, other in pairs:
            left, right = self.root(one), self.root(other)
            if left != right:
                self.into[left] = right

    def root(self, key: str) -> str:
        """The main name of an origin."""
        while key in self.into:
            key = self.into[key]
        return key


def _channels(claims: Sequence[Claim], lineage: Lineage) -> Iterator[tuple[str, str]]:
    """A speaker quoted by one page without saying to whom, and the medium to which another says that the same one spoke."""
    behind = {o.entity: o.id for o in lineage.origins if o.entity}
    for claim in claims:
        speaker = behind.get(claim.chain[0].entity or "") if claim.chain else None
        origin = lineage.origin_of.get(claim.id)
        if speaker and origin and speaker != origin:
            yield speaker, origin


def _repeated(claims: Sequence[Claim], lineage: Lineage) -> Iterator[tuple[str, str]]:
    """A page's own voice, and whoever it names as saying the same."""
    page = _pages(lineage)
    for claim in claims:
        own, origin = page.get(claim.span.document), lineage.origin_of.get(claim.id)
        if own and origin and own != origin:
            yield own, origin


def _retellings(found: Set[str], lineage: Lineage) -> Iterator[tuple[str, str]]:
    """The voice of each page (its own, or that of an agency whose text it prints), and whatever it retells, however far up."""
    upstream = _upstream(lineage)
    yield from ((voice, above) for voice in sorted(found) for above in sorted(upstream.get(voice, set()) & found))


def _commonly(found: Set[str], lineage: Lineage) -> Iterator[tuple[str, str]]:
    """Two voices that retell one outlet or work, which gives no answer of its own; people speak to many."""
    first: dict[str, str] = {}
    people = {o.id for o in lineage.origins if o.kind == "person"}
    upstream = _upstream(lineage)
    for voice in sorted(found):
        for above in sorted(upstream.get(voice, set()) - found - people):
            if first.setdefault(above, voice) != voice:
                yield voice, first[above]


def _pages(lineage: Lineage) -> dict[str, str]:
    return {o.document: o.id for o in lineage.origins if o.document}


def _upstream(lineage: Lineage) -> Mapping[str, Set[str]]:
    """For each origin that is a page's voice all origins that the page retells, directly or through others."""
    return _above(_Once(lineage))


class _Once:
    """A lineage by identity: to hash all of its records costs more than what is asked of them."""

    def __init__(self, lineage: Lineage) -> None:
        self.lineage = lineage

    def __hash__(self) -> int:
        return id(self.lineage)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and self.lineage is other.lineage


@lru_cache(maxsize=2)  # asked for each value of each point
def _above(once: _Once) -> Mapping[str, Set[str]]:
    page = _pages(once.lineage)
    retold: dict[str, set[str]] = defaultdict(set)
    for edge in once.lineage.derivations:
        if edge.manner in _RETELLING and edge.downstream in page:
            retold[page[edge.downstream]].add(edge.upstream)
    above = {voice: _reached(voice, retold) for voice in retold}
    voices: dict[str, set[str]] = defaultdict(set)  # an agency speaks through every page that prints it
    for edge in once.lineage.derivations:
        if edge.manner == "syndicates" and edge.downstream in page:
            voices[edge.upstream] |= above[page[edge.downstream]] - {edge.upstream}
    return {**voices, **above}


def _reached(start: str, retold: Mapping[str, set[str]]) -> set[str]:
    """All that one voice retells, through however many others; not itself."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for upstream in retold.get(waiting.pop(), ()):
            if upstream not in seen:
                seen.add(upstream)
                waiting.append(upstream)
    return seen - {start}
