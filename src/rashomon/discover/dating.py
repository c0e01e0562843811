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
    terms, owners, weights = _rare(undated, counts, rarity)
    order = np.argsort(owners, kind="stable")
    terms, weights = terms[order], weights[order]
    begins = np.searchsorted(owners[order], np.arange(len(undated.sizes) + 1)).tolist()
    days, best = np.zeros(len(undated.sizes), np.int64), np.full(len(undated.sizes), SURE)
    for (rare, of, weighing), when in _known(dated, counts, rarity):
        first = np.searchsorted(rare, terms)
        many = np.searchsorted(rare, terms, "right") - first
        for owner, part in enumerate(map(slice, begins, begins[1:])):
            score, day = _nearest(first[part], many[part], weights[part], of, weighing, when)
            if score > best[owner] or (score == best[owner] and day < days[owner]):
                best[owner], days[owner] = score, day
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


def _nearest(first: Ints, many: Ints, weights: Floats, owners: Ints, weighing: Floats, days: Ints) -> tuple[float, int]:
    """How alike that article is which shares most rare terms, and its day, of equals the earliest. Given: where the articles of
    each term begin, how many those are, and what it weighs; all articles, what terms weigh in them, and their days.
    """
    if not many.any():
        return 0.0, 0
    spans = list(zip(first.tolist(), (first + many).tolist(), strict=True))
    rows = np.concatenate([owners[a:b] for a, b in spans])
    shares = np.concatenate([weighing[a:b] for a, b in spans]) * np.repeat(weights, many)
    order = np.argsort(rows, kind="stable")
    rows = rows[order]
    begins = np.flatnonzero(np.diff(rows, prepend=-1))
    scores = np.round(np.add.reduceat(shares[order], begins), 6)
    most = float(scores.max())
    return most, int(days[rows[begins[scores == most]]].min())
