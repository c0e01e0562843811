"""A point's claims and the lineage in, the independent origins and sources behind it out.

Counted cautiously, for a copy taken for corroboration is the worst error: where two origins may be one, they are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model import Claim, Lineage

_RETELLING = frozenset({"paraphrases", "reprints", "syndicates", "translates", "updates"})


def origins(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Ids of the origins that stand behind one answer, which these claims give, copies collapsed, sorted.

    A page that mainly retells an upstream adds nothing to an answer that the upstream gives, nor does its own voice to one
    for which it names somebody: it may only be repeating them.
    """
    found = {lineage.origin_of[c.id] for c in claims if c.id in lineage.origin_of}
    pairs = [*_namesakes(found, lineage), *_channels(claims, lineage), *_repeated(claims, lineage), *_retellings(found, lineage)]
    return _collapsed(found, pairs)


def together(answers: Iterable[Sequence[str]], claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """The origins behind a point: those behind any of its answers, sorted."""
    found = {origin for origins in answers for origin in origins}
    return _collapsed(found, [*_namesakes(found, lineage), *_channels(claims, lineage)])


def sources(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Who speaks in these claims, nearest speaker each: entity ids, or names for the unnamed, copies collapsed, sorted."""
    return tuple(sorted({c.chain[0].entity or c.chain[0].name for c in claims if c.chain}))


def _collapsed(found: set[str], pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The origins found, each that may be another one (first of a pair, second of a pair) counted as that one alone."""
    into: dict[str, str] = {}
    for one, other in pairs:
        while other in into:
            other = into[other]
        if one in found and other in found and one != other and one not in into:
            into[one] = other
    return tuple(sorted(found - into.keys()))


def _namesakes(found: set[str], lineage: Lineage) -> Iterator[tuple[str, str]]:
    """Origins of one name: pages of one outlet, or a body that was not known to be one."""
    first: dict[str, str] = {}
    for origin in lineage.origins:
        if origin.id in found:
            name = origin.name.casefold().removeprefix("the ")
            yield origin.id, first.setdefault(name, origin.id)


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
    page = {o.document: o.id for o in lineage.origins if o.document}
    for claim in claims:
        own, origin = page.get(claim.span.document), lineage.origin_of.get(claim.id)
        if own and origin and own != origin:
            yield own, origin


def _retellings(found: set[str], lineage: Lineage) -> Iterator[tuple[str, str]]:
    """Pages, and agencies whose text a page prints, that mainly retell another of the origins found."""
    page = {o.document: o.id for o in lineage.origins if o.document}
    voices: dict[str, set[str]] = defaultdict(set, {key: {origin} for key, origin in page.items() if key})
    for edge in lineage.derivations:
        if edge.manner == "syndicates":
            voices[edge.downstream].add(edge.upstream)
    for edge in lineage.derivations:
        if edge.manner in _RETELLING and edge.upstream in found:
            yield from ((voice, edge.upstream) for voice in sorted(voices[edge.downstream] & found) if voice != edge.upstream)
