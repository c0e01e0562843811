"""Two aligned claims' answers in, how they stand to one another out. Each module is a comparer:

    compare(left: Answer, right: Answer) -> Iterable[Comparison]

A conflict is one idea: two answers that cannot both be true. Vague is compatible; silence is nothing.
"""

from collections.abc import Iterable
from typing import Protocol

from rashomon.model import Answer, Comparison


class Comparer(Protocol):
    """What a plug-in of the group `rashomon.comparers` is."""

    def __call__(self, left: Answer, right: Answer, /) -> Iterable[Comparison]: ...
