"""Points and what people decided to be one question in, the same points with the claims of each such pair together out.

How a claim that was put on a point by hand stands to the others there is not worked out: nothing but a person said that they
answer one question. A person may say that, too.
"""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.model import Claim, Comparison, Decision, Lineage, Membership, Point
from rashomon.settle import independence, questions, topics, wordings
from rashomon.settle.decisions import Ledger
from rashomon.settle.records import Records


def joined(points: Iterable[Point], given: Records, lineage: Lineage, ledger: Ledger) -> list[Point]:
    """The points, the foremost first; of two claims that a person put together, or of which one said how they stand, one joins
    the foremost point that has the other; two that are on none get one of their own.
    """
    found = [*points]
    put = [*(d for d in ledger.on("same-point") if d.answer == "yes"), *ledger.on("relation")]
    for decision in put:
        if len(decision.subject) == 2 and all(key in given.claims for key in decision.subject):
            found = _together(found, decision, given, lineage)
    return found


def _together(points: list[Point], decision: Decision, given: Records, lineage: Lineage) -> list[Point]:
    pair = {*decision.subject}
    held = [pair & {m.claim for m in point.claims} for point in points]
    if pair in held:
        return points
    for place, (point, own) in enumerate(zip(points, held, strict=True)):
        for other in pair - own if own else ():
            if given.apart.get(other, frozenset()).isdisjoint(m.claim for m in point.claims):
                return [*points[:place], _with(point, given.claims[other], decision, given, lineage), *points[place + 1 :]]
    return [*points, _of_their_own([given.claims[key] for key in decision.subject], decision, given, lineage)]


def _with(point: Point, claim: Claim, decision: Decision, given: Records, lineage: Lineage) -> Point:
    """The point with one more claim, as an answer of its own."""
    claims = [given.claims[key] for key in dict.fromkeys(m.claim for m in point.claims)]
    own, uncounted = independence.origins([claim], lineage)
    all_origins, _ = independence.origins([*claims, claim], lineage)
    value = replace(
        wordings.value(max(int(v.id[1:]) for v in point.values) + 1, [claim]),
        origins=own,
        uncounted=uncounted,
        sources=independence.sources([claim], lineage),
    )
    several = len({given.document_of[c.id] for c in (*claims, claim)}) > 1
    return replace(
        point,
        values=(*point.values, value),
        claims=(*point.claims, _put(claim, value.id, decision)),
        origins=tuple(sorted({*point.origins, *({*own} & {*all_origins})})),
        sources=tuple(sorted({*point.sources, *value.sources})),
        status="undisputed" if point.status == "single" and several else point.status,
    )


def _of_their_own(claims: list[Claim], decision: Decision, given: Records, lineage: Lineage) -> Point:
    """A point of two claims that no other point has, each an answer of its own."""
    asked = next(filter(None, (topics.whether(c, given) for c in claims)), None) or questions.yes_no(claims[0])
    parts = [[claim.id] for claim in claims]
    point = wordings.point("what", asked, parts, given, _uncompared, lineage, ())
    return replace(point, claims=tuple(_put(given.claims[m.claim], m.value, decision) for m in point.claims))


def _uncompared(left: object, right: object) -> Iterable[Comparison]:
    """Nothing is said of how they stand."""
    return ()


def _put(claim: Claim, value: str, decision: Decision) -> Membership:
    """A claim on a point by hand, on the words that the person chose."""
    why = f"put on this question by {decision.author}" + (f": {decision.note}" if decision.note else "")
    at = claim.span
    chosen = (q for q in decision.quotes if q.document == at.document and at.start <= q.start and q.end <= at.end)
    return Membership(claim=claim.id, value=value, why=why, words=next((q for q in chosen if q.text != at.text), None))
