"""Samples of word runs in, for each article the one it is most likely a copy of out.

Every article has at most one model, so that a round-up which holds two wire stories does not make one family of both.

A run that very many articles share is a notice or a slogan, and finds nothing. What is shared is measured against the shorter
sample, so that a wire story that was cut, or put into a longer one, is found as well as one that was edited throughout.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.discover.neighbours import Ints
from rashomon.text.samples import Hashes

COPIED = 0.4
"""Share of the shorter text's runs in common from which one is a copy: with a quarter of its words changed a text keeps that."""
LEAST = 5
"""Kept runs in common at least: those of some sentences, since one sentence can be a notice."""
NOTICE = 400
"""Articles that may share a run before it counts as a notice."""
CHAINED = 12
"""Of the articles that share a run, so many neighbours in order of the samples' keys are compared, and all with the first."""


def models(samples: Sequence[Hashes], new: NDArray[np.bool_]) -> dict[int, int]:
    """For each new place that has one, the place of its model: what it shares most with, of equals the oldest.

    The order of the samples is that of age; a model is older, or was there before.
    """
    best: dict[int, tuple[float, int]] = {}
    for one, two, share in copies(samples, new):
        for copy, model in ((two, one), (one, two)):
            if new[copy] and (model < copy or not new[model]):
                best[copy] = max(best.get(copy, (0.0, 0)), (share, -model))
    return {copy: -model for copy, (_, model) in best.items()}


def copies(samples: Sequence[Hashes], new: NDArray[np.bool_]) -> Iterator[tuple[int, int, float]]:
    """Pairs of places (lower, higher, share) of which at least one is new. The order of the samples is that of age."""
    sizes = np.array([len(s) for s in samples], np.int64)
    if not sizes.sum():
        return
    owners = np.repeat(np.arange(len(samples)), sizes)
    runs = np.concatenate(list(samples))
    order = np.lexsort((owners, runs))
    owners, runs = owners[order], runs[order]
    starts = np.flatnonzero(np.concatenate(([True], runs[1:] != runs[:-1])))
    many = np.diff(np.append(starts, len(runs)))
    left, right = _together(owners, starts, many)
    worth = new[left] | new[right]
    pairs, shared = np.unique(left[worth] * len(samples) + right[worth], return_counts=True)
    one, two = np.divmod(pairs, len(samples))
    shorter = np.minimum(sizes[one], sizes[two])
    share = shared / np.maximum(shorter, 1)
    enough = (share >= COPIED) & ((shared >= LEAST) | ((share == 1) & (sizes[one] == sizes[two])))
    yield from zip(one[enough].tolist(), two[enough].tolist(), np.round(share[enough], 9).tolist(), strict=True)


def _together(owners: Ints, starts: Ints, many: Ints) -> tuple[Ints, Ints]:
    """Pairs that stand together under one run: each with the next few of its group, and with the first of it."""
    left, right = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    places = np.arange(len(owners)) - np.repeat(starts, many)
    group = np.repeat(many, many)
    fits = group <= NOTICE
    for step in range(1, CHAINED + 1):
        later = np.flatnonzero(fits & (places >= step))
        left.append(owners[later - step])
        right.append(owners[later])
    far = np.flatnonzero(fits & (places > CHAINED))
    left.append(owners[far - places[far]])
    right.append(owners[far])
    return np.concatenate(left), np.concatenate(right)
