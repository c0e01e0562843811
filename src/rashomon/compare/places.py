"""Two answers in, how the places they give for one deed stand to one another out.

A town lies in its country; two towns exclude one another only where they are farther apart than either can reach.
"""

import math
from collections.abc import Iterator

from rashomon.model import AREA, NUMBERED, Answer, Comparison, Part

FAR = 40.0
"""Kilometres between the centres of two towns from which on what was done in the one was not done in the other."""

_EARTH = 6371.0  # km, mean radius


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """One comparison where both name a place; where several are named, of the two that stand closest."""
    pairs = [_related(a, b) for a in left.parts for b in right.parts]
    for outcome in ("agree", "refines", "compatible", "conflict"):
        found = next((c for c in pairs if c.outcome == outcome), None)
        if found:
            yield found
            return


def _related(left: Part, right: Part) -> Comparison:
    mine, theirs = _words(left), _words(right)
    if AREA in (left.kind, right.kind):
        return _about(left, right)
    if left.entity and left.entity == right.entity:
        return Comparison(outcome="agree", why=f"{mine} and {theirs} are one place.")
    if left.kind == right.kind == NUMBERED and left.head.split()[0] == right.head.split()[0]:
        same = left.head == right.head
        why = f"{mine} and {theirs} are one place." if same else f"{mine} and {theirs} are two of a kind by their numbers."
        return Comparison(outcome="agree" if same else "conflict", why=why)
    for inner, outer in ((left, right), (right, left)):
        if outer.entity in inner.within:
            return Comparison(outcome="refines", why=f"{_words(inner)} lies in {_words(outer)}, as a text or its name says.")
        if inner.place and outer.country == inner.place.country and not outer.place:
            return Comparison(outcome="refines", why=f"{_words(inner)} lies in {_words(outer)}.")
    if left.place and right.place:
        apart = _kilometres(left, right)
        if apart >= FAR:
            return Comparison(outcome="conflict", why=f"{mine} and {theirs} are {apart:,.0f} km apart.")
        return Comparison(outcome="compatible", why=f"{mine} and {theirs} are {apart:,.0f} km apart.")
    if left.country and right.country and left.country != right.country and left.named and right.named:
        return Comparison(outcome="conflict", why=f"{mine} and {theirs} lie in two countries.")
    return Comparison(outcome="compatible", why=f"nothing says that {mine} and {theirs} exclude one another.")


def _about(left: Part, right: Part) -> Comparison:
    """How two places stand of which one is what lies about a place, or a part of it: nobody knows how far it reaches."""
    mine, theirs = _words(left), _words(right)
    if left.entity and left.entity == right.entity:
        if left.kind == right.kind and mine.casefold() == theirs.casefold():
            return Comparison(outcome="agree", why=f"{mine} and {theirs} are one place.")
        return Comparison(
            outcome="compatible", why=f"{mine} and {theirs} are told by one place; how far either reaches is not said."
        )
    if left.country and right.country and left.country != right.country and not left.place and not right.place:
        return Comparison(outcome="conflict", why=f"{mine} and {theirs} lie in two countries.")
    if left.place and right.place and (apart := _kilometres(left, right)) < FAR:
        return Comparison(outcome="compatible", why=f"{mine} and {theirs} are of places {apart:,.0f} km apart.")
    return Comparison(outcome="compatible", why=f"{mine} and {theirs} may meet: how far the one reaches is not said.")


def _kilometres(left: Part, right: Part) -> float:
    """Great-circle distance between two known towns (haversine)."""
    assert left.place is not None
    assert right.place is not None
    one, other = (tuple(map(math.radians, (p.latitude, p.longitude))) for p in (left.place, right.place))
    half = math.sin((other[0] - one[0]) / 2) ** 2
    half += math.cos(one[0]) * math.cos(other[0]) * math.sin((other[1] - one[1]) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))


def _words(part: Part) -> str:
    return f"“{' '.join(part.span.text.split())}”"
