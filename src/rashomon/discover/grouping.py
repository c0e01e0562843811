"""Pairs with their likeness in, groups out: two groups become one while they are, on average over all their pairs, alike.

Average link on a sparse graph (Sokal and Michener 1958): a pair that is not there counts 0, so that a chain of pairs does not
make a group. Groups that were made before stay together and go on from there. The same pairs in any order give the same groups.
Which two to join is found by chains of nearest neighbours (Murtagh 1983), in time that grows with the pairs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import sqrt

import numpy as np

from rashomon.discover.neighbours import Floats, Ints

Pair = tuple[int, int, float]
Sums = dict[int, dict[int, float]]
Apart = Callable[[Sequence[int], Sequence[int], float], bool]
"""Told the units of two groups that would become one, and how alike they are as a share of how alike each is within itself:
whether they stay two all the same."""

TOGETHER = 100_000
"""Pairs that are held one by one at a time."""
FEW = 3
"""Units below which a group is too small to be told apart."""


def _never(one: Sequence[int], two: Sequence[int], ratio: float) -> bool:
    return False


def parted(
    left: Ints, right: Ints, alike: Floats, least: float, made: Mapping[int, int], apart: Apart = _never
) -> list[list[int]]:
    """Groups of all units that stand in a pair or were grouped before, each sorted, the groups in order of their first. The work
    is done part by part: no two groups become one without a pair between them that is alike enough, so that units which no such
    pairs connect never meet.
    """
    two_units = left != right
    left, right, alike = np.minimum(left, right)[two_units], np.maximum(left, right)[two_units], alike[two_units]
    units = np.unique(np.concatenate((left, right, np.array(list(made), np.int64))))
    before: dict[int, list[int]] = {}
    for unit, group in sorted(made.items()):
        before.setdefault(group, []).append(unit)
    bound = [(group[0], unit) for group in before.values() for unit in group[1:]]
    one, two = (np.searchsorted(units, np.array([b[i] for b in bound], np.int64)) for i in (0, 1))
    left, right = np.searchsorted(units, left), np.searchsorted(units, right)
    strong = alike >= least
    root = _connected(len(units), np.concatenate((left[strong], one)), np.concatenate((right[strong], two)))
    within = root[left] == root[right]
    left, right, alike = left[within], right[within], alike[within]
    order = np.lexsort((right, left, root[left]))
    left, right, alike = left[order], right[order], alike[order]
    ends = np.flatnonzero(np.diff(root[left], append=-1)) + 1
    names, homes = units.tolist(), {int(np.searchsorted(units, u)): key for u, key in made.items()}
    found: list[list[int]] = []
    start = 0
    for end in ends.tolist():
        if end == start + 1 and not homes:  # two units, one pair
            found.append([names[left[start]], names[right[start]]])
        else:
            part = _in_turn(left[start:end], right[start:end], alike[start:end])
            found += _told(
                _grouped(part, least, _homes(left[start:end], right[start:end], homes), partial(_named, apart, names)), names
            )
        start = end
    reached = {unit for group in found for unit in group}
    found += [[unit for unit in group if unit not in reached] for group in before.values() if not reached.issuperset(group)]
    reached.update(unit for group in found for unit in group)
    return sorted([*found, *([unit] for unit in names if unit not in reached)])


def _named(apart: Apart, names: Sequence[int], one: Sequence[int], two: Sequence[int], ratio: float) -> bool:
    return apart([names[u] for u in one], [names[u] for u in two], ratio)


def _in_turn(left: Ints, right: Ints, alike: Floats) -> Iterator[Pair]:
    """Pairs one after the other: millions of them as tuples take gigabytes."""
    for start in range(0, len(left), TOGETHER):
        some = slice(start, start + TOGETHER)
        yield from zip(left[some].tolist(), right[some].tolist(), alike[some].tolist(), strict=True)


def _homes(left: Ints, right: Ints, homes: Mapping[int, int]) -> dict[int, int]:
    """Which of the units of a part were grouped before; those of a group whose other members stand in no pair come with it."""
    if not homes:
        return {}
    here = set(np.union1d(left, right).tolist())
    groups = {homes[u] for u in here if u in homes}
    return {u: key for u, key in homes.items() if key in groups}


def _told(home: Mapping[int, int], names: list[int]) -> list[list[int]]:
    groups: dict[int, list[int]] = {}
    for unit, group in sorted(home.items()):
        groups.setdefault(group, []).append(names[unit])
    return list(groups.values())


def _connected(units: int, left: Ints, right: Ints) -> Ints:
    """For each unit the lowest that pairs lead to: the lowest label of both ends spreads until nothing changes."""
    root = np.arange(units)
    while True:
        low = np.minimum(root[left], root[right])
        new = root.copy()
        np.minimum.at(new, root[left], low)
        np.minimum.at(new, root[right], low)
        while not np.array_equal(new, shorter := new[new]):
            new = shorter
        if np.array_equal(new, root):
            return root
        root = new


def grouped(pairs: Iterable[Pair], least: float, made: Mapping[int, int] | None = None) -> dict[int, int]:
    """For each unit that stands in a pair or was grouped before, its group: the lowest unit in it.

    `made`: the groups so far, unit -> any key of its group. `least`: average likeness from which two groups are one.
    """
    return _grouped(sorted((min(a, b), max(a, b), s) for a, b, s in pairs), least, made or {}, _never)


def _grouped(pairs: Iterable[Pair], least: float, made: Mapping[int, int], apart: Apart) -> dict[int, int]:
    """The same of pairs in order, the lower unit first."""
    first: dict[int, int] = {}
    for unit, key in sorted(made.items()):
        first.setdefault(key, unit)
    home = {unit: first[key] for unit, key in made.items()}
    members: dict[int, list[int]] = {}
    for unit, group in home.items():
        members.setdefault(group, []).append(unit)
    between, within = _between(pairs, home, members)
    _joined(between, within, members, least, apart)
    return {unit: min(units) for units in members.values() for unit in units}


def _between(pairs: Iterable[Pair], home: dict[int, int], members: dict[int, list[int]]) -> tuple[Sums, dict[int, float]]:
    """Sums of likeness between groups, and within those that were made before; a pair that is given twice counts once."""
    between: Sums = {}
    within: dict[int, float] = {}
    seen = (0, 0)
    for left, right, alike in pairs:
        if left == right or (left, right) == seen:
            continue
        seen = (left, right)
        for unit in seen:
            if unit not in home:
                home[unit] = unit
                members[unit] = [unit]
        one, two = home[left], home[right]
        if one != two:
            for a, b in ((one, two), (two, one)):
                near = between.setdefault(a, {})
                near[b] = near.get(b, 0.0) + alike
        else:
            within[one] = within.get(one, 0.0) + alike
    return between, within


def _joined(between: Sums, within: dict[int, float], members: dict[int, list[int]], least: float, apart: Apart) -> None:
    """Joins two that are each other's nearest until none are alike enough. Since what is joined is no nearer to a third than one
    of its parts was, this makes the same groups as joining the nearest two of all each time. Of two that stay apart what they
    share is forgotten, which brings neither nearer to a third; what later joins one of them may still bring them together.
    """
    waiting = sorted(between, reverse=True)
    while waiting:
        start = waiting.pop()
        chain = [start] if start in members else []
        while chain:
            one, before = chain[-1], chain[-2] if len(chain) > 1 else None
            two = _nearest(one, between, members, least, before)
            if two is None:
                chain.pop()
            elif two == before:
                del chain[-2:]
                if _stay(one, two, between, within, members, apart):
                    del between[one][two], between[two][one]
                    waiting += sorted((one, two), reverse=True)
                else:
                    waiting.append(_join(min(one, two), max(one, two), between, within, members))
            else:
                chain.append(two)


def _stay(one: int, two: int, between: Sums, within: Mapping[int, float], members: Mapping[int, list[int]], apart: Apart) -> bool:
    one, two = min(one, two), max(one, two)
    many, others = len(members[one]), len(members[two])
    if min(many, others) < FEW:
        return False
    inside = within.get(one, 0.0) / (many * (many - 1)) * within.get(two, 0.0) / (others * (others - 1)) * 4
    return inside > 0 and apart(members[one], members[two], between[one][two] / (many * others) / sqrt(inside))


def _nearest(one: int, between: Sums, members: Mapping[int, list[int]], least: float, before: int | None) -> int | None:
    """The nearest of those that are alike enough; of equals the one before in the chain, else the lowest."""
    size, best, found = len(members[one]), 0.0, None
    for two, likeness in between[one].items():
        mean = round(likeness / (size * len(members[two])), 9)
        if mean >= least and (
            found is None or mean > best or (mean == best and found != before and (two == before or two < found))
        ):
            best, found = mean, two
    return found


def _join(one: int, two: int, between: Sums, within: dict[int, float], members: dict[int, list[int]]) -> int:
    members[one] += members.pop(two)
    within[one] = within.get(one, 0.0) + within.pop(two, 0.0) + between[one][two]
    near, other = between[one], between.pop(two)
    del near[two], other[one]
    for third, likeness in other.items():
        near[third] = near.get(third, 0.0) + likeness
        back = between[third]
        back[one] = back.pop(two) + back.get(one, 0.0)
    return one
