"""Scored links and what people decided in, groups without chains out.

Average linkage (Sokal and Michener 1958): two groups are joined while the mean of the scores between their members, a missing
link counting as none, reaches a floor. Unlike connected components it does not chain what is unrelated.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[str, str]


def group(
    items: Iterable[str], scores: Mapping[Pair, float], least: float, joined: Iterable[Pair], apart: Iterable[Pair]
) -> list[list[str]]:
    """Groups of two or more items, each sorted, in the order of their first item.

    `joined` pairs come together whatever their score, `apart` pairs never do.
    """
    groups = _Groups(items, scores, apart)
    for left, right in joined:
        groups.join(left, right)
    groups.run(least)
    return sorted(sorted(g) for g in groups.members.values() if len(g) > 1)


class _Groups:
    """Groups while they grow: their members, and the sum of scores between any two."""

    def __init__(self, items: Iterable[str], scores: Mapping[Pair, float], apart: Iterable[Pair]) -> None:
        self.members = {item: [item] for item in items}
        self.root = {item: item for item in self.members}
        self.sums: dict[str, dict[str, float]] = defaultdict(dict)
        for (left, right), score in scores.items():
            if left != right and left in self.members and right in self.members:
                self.sums[left][right] = self.sums[right][left] = score
        self.apart: dict[str, set[str]] = defaultdict(set)
        for left, right in apart:
            self.apart[left].add(right)
            self.apart[right].add(left)

    def average(self, left: str, right: str) -> float:
        return self.sums[left].get(right, 0.0) / (len(self.members[left]) * len(self.members[right]))

    def join(self, left: str, right: str) -> str:
        left, right = sorted((self.root[left], self.root[right]))
        if left == right or right in self.apart[left]:
            return left
        for item in self.members[right]:
            self.root[item] = left
        self.members[left].extend(self.members.pop(right))
        for other, score in self.sums.pop(right, {}).items():
            self.sums[other].pop(right, None)
            if other != left:
                self.sums[left][other] = self.sums[left].get(other, 0.0) + score
                self.sums[other][left] = self.sums[left][other]
        for other in self.apart.pop(right, set()):
            self.apart[other].discard(right)
            self.apart[other].add(left)
            self.apart[left].add(other)
        return left

    def run(self, least: float) -> None:
        """Joins the nearest two groups as long as their average reaches `least`."""
        heap = [(-self.average(a, b), a, b) for a in self.members for b in self.sums[a] if a < b]
        heapq.heapify(heap)
        while heap:
            negative, left, right = heapq.heappop(heap)
            if -negative < least:
                break
            if left not in self.members or right not in self.members or right in self.apart[left]:
                continue
            if abs(self.average(left, right) + negative) > 1e-9:
                continue  # outdated: the pair was pushed again with its new average
            kept = self.join(left, right)
            for other in self.sums[kept]:
                a, b = sorted((kept, other))
                heapq.heappush(heap, (-self.average(a, b), a, b))
