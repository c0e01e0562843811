"""Pairs with their likeness in, groups out: two groups become one while they are, on average over all their pairs, alike.

Average link on a sparse graph (Sokal and Michener 1958): a pair that is not there counts 0, so that a chain of pairs does not
make a group. Groups that were made before stay together and go on from there. The same pairs in any order give the same groups.
"""

import heapq
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int, float]


def parted(
    left: NDArray[np.int64], right: NDArray[np.int64], alike: NDArray[np.float64], least: float, made: Mapping[int, int]
) -> list[list[int]]:
    """Groups of all units, each sorted, the groups in order of their first. The work is done part by part: no two groups become
    one without a pair between them that is alike enough, so that units which no such pairs connect never meet.
    """
    roots: dict[int, int] = {}
    first: dict[int, int] = {}
    strong = alike >= least
    for one, two in zip(left[strong].tolist(), right[strong].tolist(), strict=True):
        _connect(roots, one, two)
    for unit, group in sorted(made.items()):
        _connect(roots, unit, first.setdefault(group, unit))
    parts: dict[int, tuple[list[Pair], dict[int, int]]] = {}
    for unit, group in made.items():
        parts.setdefault(_root(roots, unit), ([], {}))[1][unit] = group
    for one, two, score in zip(left.tolist(), right.tolist(), alike.tolist(), strict=True):
        if one in roots and two in roots and (root := _root(roots, one)) == _root(roots, two):
            parts.setdefault(root, ([], {}))[0].append((one, two, score))
    found: list[list[int]] = []
    for pairs, before in parts.values():
        groups: dict[int, list[int]] = {}
        for unit, home in sorted(grouped(pairs, least, before).items()):
            groups.setdefault(home, []).append(unit)
        found += groups.values()
    return sorted(found)


def _root(roots: dict[int, int], unit: int) -> int:
    at = unit
    while roots.setdefault(at, at) != at:
        roots[at] = roots[roots[at]]
        at = roots[at]
    return at


def _connect(roots: dict[int, int], one: int, two: int) -> None:
    a, b = _root(roots, one), _root(roots, two)
    roots[max(a, b)] = min(a, b)


def grouped(pairs: Iterable[Pair], least: float, made: Mapping[int, int] | None = None) -> dict[int, int]:
    """For each unit that stands in a pair or was grouped before, its group: the lowest unit in it.

    `made`: the groups so far, unit -> any key of its group. `least`: average likeness from which two groups are one.
    """
    first: dict[int, int] = {}
    for unit, key in sorted((made or {}).items()):
        first.setdefault(key, unit)
    home = {unit: first[key] for unit, key in (made or {}).items()}
    members: dict[int, list[int]] = {}
    for unit, group in home.items():
        members.setdefault(group, []).append(unit)
    between = _between(pairs, home, members)
    _joined(between, members, least)
    return {unit: group for group, units in members.items() for unit in units}


def _between(pairs: Iterable[Pair], home: dict[int, int], members: dict[int, list[int]]) -> dict[int, dict[int, float]]:
    """Sums of likeness between groups; a pair that is given twice counts once."""
    between: dict[int, dict[int, float]] = {}
    seen = (0, 0)
    for left, right, alike in sorted((min(a, b), max(a, b), s) for a, b, s in pairs):
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
    return between


def _joined(between: dict[int, dict[int, float]], members: dict[int, list[int]], least: float) -> None:
    """Joins the two most alike until none are alike enough; of equals, those with the lowest units first."""

    def entry(one: int, two: int) -> tuple[float, int, int] | None:
        mean = round(between[one][two] / (len(members[one]) * len(members[two])), 9)
        return (-mean, min(one, two), max(one, two)) if mean >= least else None

    waiting = [e for one, near in between.items() for two in near if one < two and (e := entry(one, two))]
    heapq.heapify(waiting)
    while waiting:
        found = heapq.heappop(waiting)
        one, two = found[1], found[2]
        if one not in members or two not in members or two not in between.get(one, {}) or entry(one, two) != found:
            continue
        members[one] += members.pop(two)
        near, other = between[one], between.pop(two)
        del near[two], other[one]
        for third, likeness in other.items():
            near[third] = near.get(third, 0.0) + likeness
            back = between[third]
            back[one] = back.pop(two) + back.get(one, 0.0)
        for third in near:
            if e := entry(one, third):
                heapq.heappush(waiting, e)
