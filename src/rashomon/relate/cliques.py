"""Claims and which two may tell of one thing in, groups of which any two may out, the one that most accounts tell of first."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Protocol, TypeVar

from rashomon.model import Claim


class Told(Protocol):
    """What a claim of a document tells."""

    @property
    def claim(self) -> Claim: ...

    @property
    def document(self) -> str: ...


T = TypeVar("T", bound=Told)


def cliques(frames: Sequence[T], one: Callable[[T, T], bool]) -> Iterator[list[T]]:
    """Groups of two documents or more: around the claim with which most go, those that go with it and with one another."""
    by_id = {f.claim.id: f for f in frames}
    near: dict[str, set[str]] = {key: {key} for key in by_id}
    for left, right in combinations(by_id.values(), 2):
        if one(left, right):
            near[left.claim.id].add(right.claim.id)
            near[right.claim.id].add(left.claim.id)
    while near:
        best = max(near, key=lambda key: (len({by_id[k].document for k in near[key]}), len(near[key]), key))
        kept = [best]
        for key in sorted(near[best] - {best}, key=lambda k: (-len(near[k]), k)):
            if near[key].issuperset(kept):
                kept.append(key)
        taken = {*kept} if len({by_id[k].document for k in kept}) > 1 else {best}
        if len(taken) > 1:
            yield [by_id[k] for k in sorted(taken)]
        near = {key: found - taken for key, found in near.items() if key not in taken}
