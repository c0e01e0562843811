"""Samples of word runs in, for each article the one it is most likely a copy of out.

Every article has at most one model, so that a round-up which holds two wire stories does not make one family of both.

A run that very many articles share is a notice or a slogan, and finds nothing. What is shared is measured against the shorter
sample, so that a wire story that was cut, or put into a longer one, is found as well as one that was edited throughout.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from rashomon.discover.neighbours import Ints

COPIED = 0.4
"""Share of the shorter text's runs in common from which one is a copy: with a quarter of its words changed a text keeps that."""
LEAST = 5
"""Kept runs in common at least: those of some sentences, since one sentence can be a notice."""
NOTICE = 400
"""Articles that may share a run before it counts as a notice."""
CHAINED = 12
"""Of the articles that share a run, so many neighbours in order of age are compared, and all with the first."""
TOGETHER = 1_000_000
"""Runs whose pairs are counted at a time, which bounds memory."""


def models(runs: NDArray[np.uint32], sizes: Ints, days: Ints, new: NDArray[np.bool_], within: int) -> dict[int, int]:
    """For each new place that has one, the place of its model: what it shares most with, of equals the oldest.

    `runs`: the samples of all articles, one after the other, `sizes` of each; the order is that of age; a model is older, or was
    there before. `days`: 0 where unknown; two articles more than `within` days apart are no copies.
    """
    one, two, share = _copies(runs, sizes, days, new, within)
    older = np.concatenate((one, two))
    copy, share = np.concatenate((two, one)), np.concatenate((share, share))
    fits = new[copy] & ((older < copy) | ~new[older])
    copy, older, share = copy[fits], older[fits], share[fits]
    order = np.lexsort((older, -share, copy))
    first = np.flatnonzero(np.diff(copy[order], prepend=-1))
    return dict(zip(copy[order][first].tolist(), older[order][first].tolist(), strict=True))


def _copies(
    runs: NDArray[np.uint32], sizes: Ints, days: Ints, new: NDArray[np.bool_], within: int
) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """Pairs of places (lower, higher) of which at least one is new, and the share of the shorter that both have."""
    found = [(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))]
    for left, right in _together(runs, sizes):
        worth = (new[left] | new[right]) & ((days[left] == 0) | (days[right] == 0) | (np.abs(days[left] - days[right]) <= within))
        keys = left[worth].astype(np.int64) * len(sizes) + right[worth]
        pairs, common = np.unique(keys, return_counts=True)
        one, two = np.divmod(pairs, len(sizes))
        share = common / np.maximum(np.minimum(sizes[one], sizes[two]), 1)
        enough = (share >= COPIED) & ((common >= LEAST) | ((share == 1) & (sizes[one] == sizes[two])))
        found.append((one[enough], two[enough], np.round(share[enough], 9)))
    one, two, share = (np.concatenate([part[i] for part in found]) for i in range(3))
    return one, two, share


def _together(runs: NDArray[np.uint32], sizes: Ints) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int32]]]:
    """Pairs of owners (lower, higher) that stand together under one run: each with the next few of its group, and with the first
    of it. All pairs of one higher owner come together, so that what is counted of them is never more than a part.
    """
    keys = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
    keys |= runs.astype(np.uint64) << np.uint64(32)
    keys.sort()
    starts = np.flatnonzero(np.diff(keys >> np.uint64(32), prepend=np.uint64(1 << 40)))
    many = np.diff(np.append(starts, len(keys)))
    fits = np.repeat((many > 1) & (many <= NOTICE), many)
    place = (np.arange(len(keys)) - np.repeat(starts, many))[fits].astype(np.int32)
    owner = keys[fits].astype(np.uint32).astype(np.int32)
    parts = len(owner) // TOGETHER + 1
    for part in range(parts):
        here = np.flatnonzero(owner % parts == part)
        left, right = [], []
        for step in range(1, CHAINED + 1):
            later = here[place[here] >= step]
            left.append(owner[later - step])
            right.append(owner[later])
        far = here[place[here] > CHAINED]
        left.append(owner[far - place[far]])
        right.append(owner[far])
        yield np.concatenate(left), np.concatenate(right)
