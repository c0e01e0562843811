"""Points and what people decided to be one question in, the same points with the claims of each such pair together out.

How a claim that was put on a point by hand stands to the others there is not worked out: nothing but a person said that they
answer one question. A person may say that, too.
"""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.model import Claim, Comparison, Decision, Lineage, Membership, Point, Relation
from rashomon.settle import questions, topics, wordings
from rashomon.settle.decisions import Ledger
from rashomon.settle.records import Records
from rashomon.settle.widened import added, behind, last

_ONE_ANSWER = ("agree", "repeat")
"""How two claims may stand that give one answer."""


def joined(points: Iterable[Point], given: Records, lineage: Lineage, ledger: Ledger) -> list[Point]:
    """The points, the foremost first; of two claims that a person put together, or of which one said how they stand, one joins
    the foremost point that has the other; two that are on none get one of their own.
    """
    found = [*points]
    put = [*(d for d in ledger.on("same-point") if d.answer == "yes"), *ledger.on("relation")]
    for decision in put:
        if len(decision.subject) == 2 and all(key in given.claims for key in decision.subject):
            found = _together(found, decision, given, lineage)
            if decision.question == "relation" and decision.answer not in _ONE_ANSWER:
                found = [_told_apart(point, decision, given, lineage) for point in found]
    return found


def _together(points: list[Point], decision: Decision, given: Records, lineage: Lineage) -> list[Point]:
    pair = {*decision.subject}
    held = [pair & {m.claim for m in point.claims} for point in points]
    if pair in held:
        return points
    for place, (point, own) in enumerate(zip(points, held, strict=True)):
        for other in pair - own if own else ():
            if given.apart.get(other, frozenset()).isdisjoint(m.claim for m in point.claims):
                return [
                    *points[:place],
                    added(point, given.claims[other], _by_hand(given.claims[other], decision), given, lineage),
                    *points[place + 1 :],
                ]
    return [*points, _of_their_own([given.claims[key] for key in decision.subject], decision, given, lineage)]


def _told_apart(point: Point, decision: Decision, given: Records, lineage: Lineage) -> Point:
    """The point with an answer of its own for the second of two claims that give one answer, by a person's word not the same."""
    value_of = {m.claim: m.value for m in point.claims}
    first, second = (value_of.get(key) for key in decision.subject)
    if first is None or first != second:
        return point
    leaving = decision.subject[1]
    new = f"v{last(point) + 1}"
    rest = [given.claims[m.claim] for m in point.claims if m.value == first and m.claim != leaving]
    own = next(v for v in point.values if v.id == first)
    values = {first: behind(own, rest, lineage), new: behind(replace(own, id=new), [given.claims[leaving]], lineage)}
    moved = [_renamed(r, first, new) for r in point.relations if first in (r.left, r.right)]
    return replace(
        point,
        values=(*(values.get(v.id, v) for v in point.values), values[new]),
        claims=tuple(replace(m, value=new) if m.claim == leaving and m.value == first else m for m in point.claims),
        relations=(*point.relations, *moved),
    )


def _renamed(relation: Relation, old: str, new: str) -> Relation:
    left, right = (new if side == old else side for side in (relation.left, relation.right))
    return replace(relation, left=left, right=right)


def _of_their_own(claims: list[Claim], decision: Decision, given: Records, lineage: Lineage) -> Point:
    """A point of two claims that no other point has, each an answer of its own."""
    asked = next(filter(None, (topics.whether(c, given) for c in claims)), None) or questions.yes_no(claims[0])
    parts = [[claim.id] for claim in claims]
    point = wordings.point("what", asked, parts, given, _uncompared, lineage, ())
    return replace(point, claims=tuple(replace(_by_hand(given.claims[m.claim], decision), value=m.value) for m in point.claims))


def _uncompared(left: object, right: object) -> Iterable[Comparison]:
    """Nothing is said of how they stand."""
    return ()


def _by_hand(claim: Claim, decision: Decision) -> Membership:
    """A claim on a point by hand, on the words that the person chose."""
    why = f"put on this question by {decision.author}" + (f": {decision.note}" if decision.note else "")
    at = claim.span
    chosen = (q for q in decision.quotes if q.document == at.document and at.start <= q.start and q.end <= at.end)
    return Membership(claim=claim.id, value="", why=why, words=next((q for q in chosen if q.text != at.text), None))
