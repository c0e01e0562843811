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
TOGETHER = 8_000_000
"""Runs that are looked through at a time, which bounds memory."""


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
    keys, shared = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for left, right in _together(runs, np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)):
        worth = (new[left] | new[right]) & ((days[left] == 0) | (days[right] == 0) | (np.abs(days[left] - days[right]) <= within))
        key, many = np.unique(left[worth].astype(np.int64) * len(sizes) + right[worth], return_counts=True)
        keys.append(key)
        shared.append(many)
    pairs, place = np.unique(np.concatenate(keys), return_inverse=True)
    common = np.bincount(place, np.concatenate(shared), len(pairs)).astype(np.int64)
    one, two = np.divmod(pairs, max(1, len(sizes)))
    share = common / np.maximum(np.minimum(sizes[one], sizes[two]), 1)
    enough = (share >= COPIED) & ((common >= LEAST) | ((share == 1) & (sizes[one] == sizes[two])))
    return one[enough], two[enough], np.round(share[enough], 9)


def _together(runs: NDArray[np.uint32], owners: NDArray[np.int32]) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int32]]]:
    """Pairs of owners that stand together under one run: each with the next few of its group, and with the first of it."""
    parts = len(runs) // TOGETHER + 1
    for part in range(parts):
        here = np.flatnonzero(runs % np.uint32(parts) == part)
        here = here[np.argsort(runs[here], kind="stable")]  # owners stand in order of age already, and stay so within a run
        run, owner = runs[here], owners[here]
        starts = np.flatnonzero(np.concatenate(([True], run[1:] != run[:-1]))) if len(run) else np.empty(0, np.int64)
        many = np.diff(np.append(starts, len(run)))
        fits = np.repeat((many > 1) & (many <= NOTICE), many)
        place = (np.arange(len(run)) - np.repeat(starts, many))[fits]
        owner = owner[fits]
        for step in range(1, CHAINED + 1):
            later = np.flatnonzero(place >= step)
            yield owner[later - step], owner[later]
        far = np.flatnonzero(place > CHAINED)
        yield owner[far - place[far]], owner[far]
