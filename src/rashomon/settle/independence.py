"""A point's claims and the lineage in, the independent origins and sources behind it out.

Counted cautiously, for a copy taken for corroboration is the worst error: where two origins may be one, they are one.
"""

from collections.abc import Iterable, Sequence

from rashomon.model import Claim, Lineage

_RETELLING = ("paraphrases", "reprints", "syndicates", "translates")


def origins(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Ids of the origins that stand behind one answer, which these claims give, copies collapsed, sorted.

    A page that mainly retells an upstream adds nothing to an answer that the upstream gives: it may only be repeating it.
    """
    found = {lineage.origin_of[c.id] for c in claims if c.id in lineage.origin_of}
    return tuple(sorted(found - _retelling(found, lineage) - _same_channel(claims, lineage)))


def together(answers: Iterable[Sequence[str]], claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """The origins behind a point: those behind any of its answers, sorted."""
    return tuple(sorted({origin for origins in answers for origin in origins} - _same_channel(claims, lineage)))


def sources(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Who speaks in these claims, nearest speaker each: entity ids, or names for the unnamed, copies collapsed, sorted."""
    return tuple(sorted({c.chain[0].entity or c.chain[0].name for c in claims if c.chain}))


def _same_channel(claims: Sequence[Claim], lineage: Lineage) -> set[str]:
    """Speakers quoted by one page without saying to whom they spoke, and by another through a medium: it may be that one."""
    behind = {o.entity: o.id for o in lineage.origins if o.entity}
    bare: set[str] = set()
    carried: set[str] = set()
    for claim in claims:
        speaker = behind.get(claim.chain[0].entity) if claim.chain and claim.chain[0].entity else None
        if speaker and (origin := lineage.origin_of.get(claim.id)):
            (bare if origin == speaker else carried).add(speaker)
    return bare & carried


def _retelling(found: set[str], lineage: Lineage) -> set[str]:
    """Pages, and agencies whose text a page prints, that mainly retell another of the origins found."""
    page = {o.document: o.id for o in lineage.origins if o.document}
    voices: dict[str, set[str]] = {key: {origin} for key, origin in page.items() if key}
    for edge in lineage.derivations:
        if edge.manner == "syndicates":
            voices[edge.downstream].add(edge.upstream)
    retelling: set[str] = set()
    for edge in lineage.derivations:
        if edge.manner in _RETELLING and edge.upstream in found - retelling:
            retelling |= (voices[edge.downstream] & found) - {edge.upstream}
    return retelling
