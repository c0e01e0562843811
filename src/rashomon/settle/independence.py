"""A point's claims and the lineage in, the independent origins and sources behind it out."""

from collections.abc import Iterable, Sequence

from rashomon.model import Claim, Lineage


def origins(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Ids of the origins that stand behind one answer, which these claims give, copies collapsed, sorted.

    A page that mainly retells an upstream adds nothing to an answer that the upstream gives: it may only be repeating it.
    """
    found = {lineage.origin_of[c.id] for c in claims if c.id in lineage.origin_of}
    page = {o.document: o.id for o in lineage.origins if o.document}
    retelling = {page[e.downstream] for e in lineage.derivations if e.upstream in found and _retells(e.manner)}
    return tuple(sorted(found - retelling or found))


def together(answers: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The origins behind a point: those behind any of its answers, sorted."""
    return tuple(sorted({origin for origins in answers for origin in origins}))


def sources(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Who speaks in these claims, nearest speaker each: entity ids, or names for the unnamed, copies collapsed, sorted."""
    return tuple(sorted({c.chain[0].entity or c.chain[0].name for c in claims if c.chain}))


def _retells(manner: str) -> bool:
    return manner in ("paraphrases", "reprints", "syndicates", "translates")
