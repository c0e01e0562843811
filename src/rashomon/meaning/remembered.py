"""A pure function of records in, one that gives the same and works each answer out once out.

Records are told apart by identity: to hash all that a claim holds costs as much as to read it. What is remembered holds its
records, so that no other can come to stand in their place.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Records = TypeVarTuple("Records")
Found = TypeVar("Found")

MOST = 20_000
"""Answers that are kept of one function; then all are let go, for what is asked next is seldom what was asked long ago."""


def remembered(function: Callable[[*Records], Found]) -> Callable[[*Records], Found]:
    """The same function, which works out each answer once for the same records."""
    held: dict[tuple[int, ...], tuple[tuple[object, ...], Found]] = {}

    @wraps(function)
    def asked(*records: *Records) -> Found:
        key = tuple(map(id, records))
        known = held.get(key)
        if known is None:
            if len(held) >= MOST:
                held.clear()
            known = held[key] = (records, function(*records))
        return known[1]

    return asked
