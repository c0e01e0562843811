"""Points, and claims that bear on the question of one, in; the points with these claims, each as an answer of its own, out.

How an answer that is added stands to the others is not worked out: only that it answers the same question is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.model import Claim, Lineage, Membership, Point, Value
from rashomon.settle import independence, wordings
from rashomon.settle.bearings import Together, why
from rashomon.settle.covered import Covered
from rashomon.settle.records import Records


def widened(points: Sequence[Point], groups: Iterable[Together], given: Records, lineage: Lineage) -> list[Point]:
    """The points, with what is left of each group of near claims of which a point has most."""
    of_point = {frozenset(m.claim for m in point.claims): point.id for point in points if _open(point)}
    held = Covered(of_point)
    found = {point.id: point for point in points}
    for one in groups:
        if most := held.holding_most(frozenset(one.keys)):
            for key in one.keys:
                if key not in most:
                    put = Membership(claim=key, value="", why=why(key, most, one.links, given))
                    found[of_point[most]] = added(found[of_point[most]], given.claims[key], put, given, lineage)
    return [*found.values()]


def _open(point: Point) -> bool:
    """Whether claims may join it in whatever words: where its answers are told apart by what they say, one that is not tells
    nothing (with such points, too, 0.02 of the relations of generated cases are lost).
    """
    return point.status != "single" and point.kind == "what" and not point.relations


def added(point: Point, claim: Claim, put: Membership, given: Records, lineage: Lineage) -> Point:
    """The point with one more claim, as an answer of its own; as it was where it has the claim or one set apart by hand."""
    held = {m.claim for m in point.claims}
    if claim.id in held or not given.apart.get(claim.id, frozenset()).isdisjoint(held):
        return point
    claims = [given.claims[key] for key in dict.fromkeys(m.claim for m in point.claims)]
    value = behind(wordings.value(last(point) + 1, [claim]), [claim], lineage)
    counted, _ = independence.origins([*claims, claim], lineage)
    several = len({given.document_of[c.id] for c in (*claims, claim)}) > 1
    return replace(
        point,
        values=(*point.values, value),
        claims=(*point.claims, replace(put, value=value.id)),
        origins=tuple(sorted({*point.origins, *({*value.origins} & {*counted})})),
        sources=tuple(sorted({*point.sources, *value.sources})),
        status="undisputed" if point.status == "single" and several else point.status,
    )


def behind(value: Value, claims: Sequence[Claim], lineage: Lineage) -> Value:
    """A value with what is behind the claims that give it."""
    origins, uncounted = independence.origins(claims, lineage)
    return replace(value, origins=origins, uncounted=uncounted, sources=independence.sources(claims, lineage))


def last(point: Point) -> int:
    """The number of the point's last value."""
    return max(int(v.id[1:]) for v in point.values)
