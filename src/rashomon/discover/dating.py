"""Articles without a day and articles with one in, the day around which each of the former was likely written out.

It is that of the dated article with which it shares most rare terms. It says where in time a story is looked for, and nothing
else: what it is near to there is decided by all of its terms, and no reader is shown the day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.discover.neighbours import Floats, Ints
from rashomon.text.terms import SCALE

RARE = 100
"""Articles in which a term may stand and still be rare."""
SURE = 0.08
"""Likeness by rare terms from which a day is taken over."""
TOGETHER = 20_000
"""Undated articles that are looked at together, which bounds memory."""

Rare = tuple[NDArray[np.uint32], Ints, Floats]


@dataclass(frozen=True, slots=True)
class Termed:
    """The terms of some articles, one after the other, how many each has, and their weights."""

    sizes: Ints
    terms: NDArray[np.uint32]
    weights: NDArray[np.uint8]


def likely(undated: Termed, dated: Iterable[tuple[Termed, Ints]], counts: Ints, rarity: NDArray[np.float32]) -> Ints:
    """A day for each undated article, 0 where no dated one is sure enough; of equals the earliest day.

    `counts`: in how many articles each term stands; `rarity`: what it tells.
    """
    wanted = _rare(undated, counts, rarity)
    days, best = np.zeros(len(undated.sizes), np.int64), np.full(len(undated.sizes), SURE)
    parts = [(wanted[1] >= start) & (wanted[1] < start + TOGETHER) for start in range(0, len(days), TOGETHER)]
    for (rare, of), part in ((known, part) for known in _known(dated, counts, rarity) for part in parts):
        owner, day, score = _shared((wanted[0][part], wanted[1][part], wanted[2][part]), rare, of)
        order = np.lexsort((day, -score, owner))
        first = order[np.flatnonzero(np.diff(owner[order], prepend=-1))]
        better = first[
            (score[first] > best[owner[first]]) | ((score[first] == best[owner[first]]) & (day[first] < days[owner[first]]))
        ]
        best[owner[better]], days[owner[better]] = score[better], day[better]
    return days


def _known(dated: Iterable[tuple[Termed, Ints]], counts: Ints, rarity: NDArray[np.float32]) -> Iterator[tuple[Rare, Ints]]:
    for some, days in dated:
        yield _rare(some, counts, rarity), days


def _rare(given: Termed, counts: Ints, rarity: NDArray[np.float32]) -> Rare:
    """The rare terms sorted, whose they are, and their weight in the article."""
    owners = np.repeat(np.arange(len(given.sizes)), given.sizes)
    weights = given.weights * (rarity[given.terms] / np.float32(SCALE)).astype(np.float64)
    norms = np.sqrt(np.bincount(owners, weights * weights, minlength=len(given.sizes)))
    rare = np.flatnonzero((counts[given.terms] > 1) & (counts[given.terms] <= RARE))
    rare = rare[np.argsort(given.terms[rare], kind="stable")]
    return given.terms[rare], owners[rare], weights[rare] / np.maximum(norms, 1e-9)[owners[rare]]


def _shared(ours: Rare, theirs: Rare, days: Ints) -> tuple[Ints, Ints, Floats]:
    """Pairs that share rare terms: which of ours, the day of the other, and how alike they are by these terms."""
    terms, owners, weights = ours
    first, last = np.searchsorted(theirs[0], terms), np.searchsorted(theirs[0], terms, "right")
    many = last - first
    place = np.arange(int(many.sum())) + np.repeat(first - np.cumsum(many) + many, many)
    keys = np.repeat(owners, many) * max(1, len(days)) + theirs[1][place]
    pairs, at = np.unique(keys, return_inverse=True)
    owner, other = np.divmod(pairs, max(1, len(days)))
    return owner, days[other], np.round(np.bincount(at, np.repeat(weights, many) * theirs[2][place], len(pairs)), 6)
