"""Groups of claims in, whether one of them holds all or most of some claims out."""

from collections import defaultdict
from collections.abc import Iterable

MOSTLY = 0.6
"""Share of a point's claims in another one, beyond which its question is taken for the other's in other words. With all of
them in place of this share more pairs are found (F1 0.37 for 0.35 on events that nobody had read), and a question stands on the
page twice."""


class Covered:
    """Groups of claims, to be asked whether one of them holds others, in time that does not grow with their number."""

    def __init__(self, groups: Iterable[frozenset[str]]) -> None:
        self.by_claim: dict[str, list[frozenset[str]]] = defaultdict(list)
        for group in groups:
            self.add(group)

    def add(self, group: frozenset[str]) -> None:
        for key in group:
            self.by_claim[key].append(group)

    def holds(self, keys: frozenset[str]) -> bool:
        """Whether all of these are among those of one group; none are among any."""
        rarest = min(keys, key=lambda key: (len(self.by_claim.get(key, ())), key), default="")
        return not keys or any(keys <= group for group in self.by_claim.get(rarest, ()))

    def holding_most(self, keys: frozenset[str]) -> frozenset[str] | None:
        """The group that has most of these, where that is more than this share; of several the smallest."""
        near = {id(group): group for key in keys for group in self.by_claim.get(key, ())}
        most = min(near.values(), key=lambda group: (-len(keys & group), len(group), min(group)), default=frozenset[str]())
        return most if len(keys & most) > MOSTLY * len(keys) else None
