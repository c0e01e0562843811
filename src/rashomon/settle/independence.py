"""A point's claims and the lineage in, the independent origins and sources behind it out."""

from collections.abc import Sequence

from rashomon.model import Claim, Lineage


def origins(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Ids of the origins that stand behind these claims, copies collapsed, sorted."""
    return tuple(sorted({lineage.origin_of[c.id] for c in claims if c.id in lineage.origin_of}))


def sources(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Who speaks in these claims, nearest speaker each: entity ids, or names for the unnamed, copies collapsed, sorted."""
    return tuple(sorted({c.chain[0].entity or c.chain[0].name for c in claims if c.chain}))
