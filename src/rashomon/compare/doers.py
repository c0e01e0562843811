"""Two answers who did a deed in, how they stand to one another out.

The army and its jets are one, a body and a part of it go together, and so do a name and the words for those who bear it; two
sides that do nothing together, and two names, exclude one another. Who denies a deed contradicts whoever says that he did it,
and nobody else.
"""

from collections.abc import Iterator

from rashomon.compare.actors import apart, words
from rashomon.meaning import sides
from rashomon.model import Answer, Comparison, Part

_SOMEBODY = frozenset({"gunmen", "somebody"})
"""Sides that may be anybody's."""


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """One comparison where both name somebody, or one says who did not do it."""
    if left.involved is None or right.involved is None:
        yield Comparison(outcome="compatible", why="who did it is left open")
        return
    if not left.parts or not right.parts:
        return
    if left.involved and right.involved:
        yield _between(left, right)
    elif left.involved != right.involved:
        told, denied = (left, right) if left.involved else (right, left)
        if covers(denied.parts[0], told.parts[0]):
            said = " ".join(denied.claim.span.text.split())
            yield Comparison(outcome="denial", why=f"{words(told)} did it by one account; “{said}” rejects that.")


def covers(whole: Part, one: Part) -> bool:
    """Whether whoever denies it for the first denies it for the second."""
    if whole.entity and one.entity:
        return whole.entity == one.entity
    same = bool(whole.side) and (whole.side == one.side or sides.part_of(one.side or "", whole.side or ""))
    if whole.side in _SOMEBODY or (whole.unit and whole.unit != one.unit):
        return False
    return (
        same
        and (whole.country or one.country or "") == (one.country or whole.country or "")
        and not (whole.named and not one.named)
    )


def _between(left: Answer, right: Answer) -> Comparison:
    ours, theirs = left.parts[0], right.parts[0]
    mine, other = words(left), words(right)
    if sides.key(ours) == sides.key(theirs):
        return Comparison(outcome="agree", why=f"{mine} and {other} are one.")
    if _within(ours, theirs) or _within(theirs, ours):
        inner, outer = (mine, other) if _within(ours, theirs) else (other, mine)
        return Comparison(outcome="refines", why=f"{inner} are of those whom {outer} stands for.")
    if _exclude(ours, theirs):
        return Comparison(outcome="conflict", why=f"{mine} did it by one account, {other} by another.")
    return Comparison(outcome="compatible", why=f"{mine} and {other} may both be meant, or one by the other.")


def _within(inner: Part, outer: Part) -> bool:
    """Whether the first is a part of the second, or a name for some of those whom it describes."""
    if inner.entity and outer.entity and (inner.entity != outer.entity or inner.side != outer.side):
        return False
    if inner.side == outer.side and inner.side:
        lands = not (inner.country and outer.country and inner.country != outer.country)
        return lands and not outer.named and (not outer.unit or outer.unit == inner.unit)
    if sides.part_of(inner.side or "", outer.side or ""):
        return not outer.named and not (inner.country and outer.country and inner.country != outer.country)
    return outer.side in _SOMEBODY and not _exclude(inner, outer) and inner.side != "somebody"


def _exclude(left: Part, right: Part) -> bool:
    """Whether two doers are two for sure, and did not do it together."""
    if left.side and right.side and sides.against(left.side, right.side):
        return True
    if left.named and right.named:
        return apart(left, right)
    if left.side and left.side == right.side and bool(left.unit) == bool(right.unit):  # a battalion is of some army
        ours, theirs = left.country or left.entity, right.country or right.entity
        return bool(
            ours and theirs and ours != theirs and not (left.named or right.named) and bool(left.country) == bool(right.country)
        )
    return False
