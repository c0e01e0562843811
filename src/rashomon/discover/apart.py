"""Two groups that are nearest to one another in, whether they tell two events all the same out.

Two events of one kind share their words: two arrests of one team's players, two quakes on one island. What tells them apart is
what almost all reports of the one have and almost none of the other: the name of the person or the town, a figure. So two groups
stay apart where each is much more alike within itself than to the other and they share few names, or where it is more alike
within itself and has at its head what the other has not. Spellings of a name count as one. Small groups differ by chance, and are
held to more. Weekdays tell nothing here: reports of the second day name another one than those of the first.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.discover.neighbours import Floats

Signs = NDArray[np.uint32]
Coverage = tuple[Signs, Floats]

SMALLEST = 3
"""Articles that each of two groups has at least before they are held apart."""
DISTINCT = 1.2
"""What likeness between two groups (as a share of that within them) and the likeness of their names come to together, below which
they are two events (fixed on the development sets, bench tasks discovery) ..."""
SMALL = 0.6
"""... less so much by the number of articles of the smaller one."""
HEADED = 0.8
"""Share of either group that has a name or a figure at its head, beyond the share of the other group that has it, from
which they are two events ..."""
HEADS = 4
"""... where both have so many articles, ..."""
INWARD = 0.7
"""... and the likeness between them is less than this share of that within them."""
LOOKED_AT = 64
"""Articles of a group that are looked at."""
NAMED = 2
"""Signs that an article of either group has at least on average: where nothing is named, names tell nothing."""


def apart(one: Sequence[Signs], two: Sequence[Signs], ratio: float) -> bool:
    """Whether two groups, given by the signs of their articles (see text/terms), tell two events. `ratio`: how alike they are on
    average, as a share of how alike each is within itself.
    """
    smaller = min(len(one), len(two))
    if smaller < SMALLEST or min(sum(map(len, one)) / len(one), sum(map(len, two)) / len(two)) < NAMED:
        return False
    left, right = _coverage(one), _coverage(two)
    if ratio + _cosine(_whole(left), _whole(right)) < DISTINCT - SMALL / smaller:
        return True
    if smaller < HEADS or ratio >= INWARD:
        return False
    return min(_ahead(_lead(left), _lead(right)), _ahead(_lead(right), _lead(left))) >= HEADED


def asked(held: Callable[[Sequence[int]], Sequence[Signs]]) -> Callable[[Sequence[int], Sequence[int], float], bool]:
    """`apart` for groups of numbers: `held` gives the signs of some."""

    def told(one: Sequence[int], two: Sequence[int], ratio: float) -> bool:
        return ratio < 1 and apart(held(_some(one)), held(_some(two)), ratio)

    return told


def _some(group: Sequence[int]) -> Sequence[int]:
    return group[:: -(-len(group) // LOOKED_AT)]


def _coverage(group: Sequence[Signs]) -> Coverage:
    """The signs of a group, sorted, and the share of its articles that has each."""
    signs, many = np.unique(np.concatenate(group), return_counts=True)
    return signs, many / len(group)


def _whole(given: Coverage) -> Coverage:
    even = given[0] & 1 == 0
    return given[0][even], given[1][even]


def _lead(given: Coverage) -> Coverage:
    odd = given[0] & 1 == 1
    return given[0][odd], given[1][odd]


def _cosine(one: Coverage, two: Coverage) -> float:
    _, left, right = np.intersect1d(one[0], two[0], assume_unique=True, return_indices=True)
    norms = float(np.sqrt((one[1] ** 2).sum() * (two[1] ** 2).sum()))
    return float((one[1][left] * two[1][right]).sum()) / max(norms, 1e-9)


def _ahead(one: Coverage, two: Coverage) -> float:
    """By how much the share of the first exceeds that of the second where it does most."""
    _, left, right = np.intersect1d(one[0], two[0], assume_unique=True, return_indices=True)
    shares = one[1].copy()
    shares[left] -= two[1][right]
    return float(shares.max(initial=0.0))
