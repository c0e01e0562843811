"""Units with their terms in, pairs that tell of the same things out: cosine of the terms weighed by rarity, in a window of days.

A unit is a family's earliest article. An index of rare terms proposes candidates, all terms decide. What a unit has in common
with those it is no nearer to than to twenty others is its background, and is taken off: in weeks when everybody writes of one
election, two reports that both do are not yet one story (local scaling, Zelnik-Manor and Perona 2004). Long texts share less
of what they say than short ones do, so that likeness is measured against their length.
"""

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

WINDOW = 14
"""Days between two articles of one story with nothing in between."""

PROPOSING = 40
"""Terms of a unit, the weightiest, that propose candidates."""
COMMON = 3000
"""Units in which a term may stand and still propose."""
NEAREST = 60
"""Candidates that are compared on all terms."""
AROUND = slice(20, 40)
"""Which of the nearest make the background."""
MOST_BACKGROUND = 0.12
TAKEN_OFF = 0.75
"""Share of the background that is taken off, fixed on the development sets (bench task discovery)."""
USUAL_TERMS = 60
"""Terms of a report of some sentences, against which length is measured."""
LENGTHENS = 1 / 3

SAME = 0.16
"""Likeness from which two groups are one story, fixed on the development sets."""
KEPT = 0.06
"""Likeness from which a pair is kept at all."""

OTHER_YEARS = 0.5
"""What is left of the likeness of two undated texts that name other years (fixed on ECB+, whose topics hold two events each)."""

UNSEEN = 2000
"""Articles that every corpus is taken to have beside its own, so that six reports of one event have telling words, too."""
SLOTS = 1 << 20
SCALE = 32
"""Weights are kept as bytes: 32 steps for 1."""


@dataclass(frozen=True, slots=True)
class Block:
    """Units to compare. `targets` (rows) are those whose neighbours are wanted; the terms of row r are those from
    `starts[r]` to `starts[r + 1]`. `days`: 0 where unknown; `years`: those it names, as bits. `rarity`: a weight for each of
    SLOTS terms.
    """

    keys: Ints
    days: Ints
    years: Ints
    starts: Ints
    terms: NDArray[np.uint32]
    weights: NDArray[np.uint8]
    targets: Ints
    rarity: NDArray[np.float32]
    window: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Keys of units, lower first, and how alike they are before the background is taken off; the background of each target."""

    left: Ints
    right: Ints
    alike: Floats
    lengthened: Floats
    keys: Ints
    background: Floats


def rarity(counts: NDArray[np.int64], units: int) -> NDArray[np.float32]:
    """For each slot, how much its term tells: ln of how seldom it is."""
    return np.log((units + UNSEEN) / (counts + 1.0)).astype(np.float32)


def slots(terms: NDArray[np.uint32]) -> Ints:
    """Where the counts of terms are kept."""
    return (terms & np.uint32(SLOTS - 1)).astype(np.int64)


def packed(block: Block) -> bytes:
    """A block as bytes, for another process or machine."""
    return _packed({name: np.asarray(getattr(block, name)) for name in Block.__slots__})


def find(piece: bytes) -> bytes:
    """The neighbours of the targets of a packed block, packed."""
    given = _unpacked(piece)
    block = Block(**{**given, "window": int(given["window"])})  # type: ignore[arg-type]
    found = neighbours(block)
    return _packed({name: getattr(found, name) for name in Pairs.__slots__})


def unpacked(answer: bytes) -> Pairs:
    """The pairs that `find` gave."""
    return Pairs(**_unpacked(answer))  # type: ignore[arg-type]


def _packed(arrays: dict[str, NDArray[np.generic]]) -> bytes:
    out = io.BytesIO()
    np.savez(out, **arrays)  # type: ignore[arg-type]
    return out.getvalue()


def _unpacked(data: bytes) -> dict[str, NDArray[np.generic]]:
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}


def neighbours(block: Block) -> Pairs:
    """All pairs of a target and another unit that are alike enough to keep."""
    index = _Index(block)
    left, right, alike, lengthened, background = [], [], [], [], []
    for row in block.targets.tolist():
        near, scores = index.nearest(row)
        background.append(_background(scores))
        factor = index.lengthened[row] * index.lengthened[near] * index.of_one_year(row, near)
        kept = scores * factor >= KEPT
        left.append(np.full(int(kept.sum()), block.keys[row]))
        right.append(block.keys[near[kept]])
        alike.append(scores[kept])
        lengthened.append(factor[kept])
    one = np.concatenate([np.empty(0, np.int64), *left])
    two = np.concatenate([np.empty(0, np.int64), *right])
    return Pairs(
        left=np.minimum(one, two),
        right=np.maximum(one, two),
        alike=np.concatenate([np.empty(0), *alike]),
        lengthened=np.concatenate([np.empty(0), *lengthened]),
        keys=block.keys[block.targets],
        background=np.array(background, np.float64),
    )


def _background(scores: Floats) -> float:
    """What a unit shares with those around its nearest: their mean likeness, absent ones counting 0."""
    ranked = np.sort(scores)[::-1][AROUND]
    return min(MOST_BACKGROUND, float(ranked.sum()) / (AROUND.stop - AROUND.start))


def net(alike: Floats, lengthened: Floats, left: Floats, right: Floats) -> Floats:
    """Likeness with the background of both sides taken off, for texts of their length."""
    return (alike - TAKEN_OFF * (left + right) / 2) * lengthened


class _Index:
    """Which units of a block have which rare terms; holds the block's weights, so that each is worked out once."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._vocabulary, self._words = np.unique(block.terms, return_inverse=True)
        weights = block.weights.astype(np.float64) / SCALE * block.rarity[slots(block.terms)]
        rows = np.repeat(np.arange(len(block.keys)), np.diff(block.starts))
        norms = np.sqrt(np.bincount(rows, weights * weights, minlength=len(block.keys)))
        self._weights = weights / np.maximum(norms, 1e-9)[rows]
        sizes = np.clip(np.diff(block.starts), 10, 600)
        self.lengthened = (sizes / USUAL_TERMS) ** (LENGTHENS / 2)
        self._proposing = self._chosen(rows)
        order = np.lexsort((rows[self._proposing], self._words[self._proposing]))
        self._rows = rows[self._proposing][order]
        self._shares = self._weights[self._proposing][order]
        self._from = np.searchsorted(self._words[self._proposing][order], np.arange(len(self._vocabulary) + 1))
        self._own = np.zeros(len(self._vocabulary))

    def _chosen(self, rows: Ints) -> Ints:
        """Places of the terms that propose: the weightiest of each unit, those that stand nearly everywhere left out."""
        most = np.log(max(2.0, float(np.exp(self._block.rarity.max())) / COMMON))
        telling = self._block.rarity[slots(self._block.terms)] >= min(most, float(self._block.rarity.max()) / 2)
        places = np.flatnonzero(telling)
        order = places[np.lexsort((self._block.terms[places], -self._weights[places], rows[places]))]
        sorted_rows = rows[order]
        rank = np.arange(len(order)) - np.searchsorted(sorted_rows, sorted_rows)
        return np.sort(order[rank < PROPOSING])

    def _terms(self, row: int) -> slice:
        return slice(int(self._block.starts[row]), int(self._block.starts[row + 1]))

    def nearest(self, row: int) -> tuple[Ints, Floats]:
        """The rows most like this one, within the window, and how alike they are."""
        candidates = self._proposed(row)
        if not len(candidates):
            return candidates, np.empty(0)
        scores = self._cosines(row, candidates)
        return candidates, scores

    def of_one_year(self, row: int, near: Ints) -> Floats:
        """1, or OTHER_YEARS for two texts that name years and none in common, where the day of one is not known."""
        years, days = self._block.years, self._block.days
        apart = (years[row] != 0) & (years[near] != 0) & (years[row] & years[near] == 0)
        return np.where(apart & ((days[row] == 0) | (days[near] == 0)), OTHER_YEARS, 1.0)

    def _proposed(self, row: int) -> Ints:
        part = self._terms(row)
        first, last = np.searchsorted(self._proposing, (part.start, part.stop))
        mine = self._proposing[first:last]
        words, shares = self._words[mine], self._weights[mine]
        spans = [(int(self._from[w]), int(self._from[w + 1])) for w in words.tolist()]
        if not spans:
            return np.empty(0, np.int64)
        rows = np.concatenate([self._rows[a:b] for a, b in spans])
        scores = np.concatenate([self._shares[a:b] * share for (a, b), share in zip(spans, shares.tolist(), strict=True)])
        sums = np.bincount(rows, scores)
        sums[row : row + 1] = 0.0
        candidates = np.flatnonzero(sums)
        days, day = self._block.days[candidates], self._block.days[row]
        if day:
            candidates = candidates[(days == 0) | (np.abs(days - day) <= self._block.window)]
        if len(candidates) > NEAREST:  # with all that are as near as the last of them, whatever their order
            kept = np.round(sums[candidates], 9)
            candidates = candidates[kept >= np.partition(kept, -NEAREST)[-NEAREST]]
        return candidates

    def _cosines(self, row: int, candidates: Ints) -> Floats:
        part = self._terms(row)
        self._own[self._words[part]] = self._weights[part]
        starts, ends = self._block.starts[candidates], self._block.starts[candidates + 1]
        sizes = ends - starts
        inside = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        places = np.repeat(starts, sizes) + inside
        products = self._own[self._words[places]] * self._weights[places]
        sums = np.bincount(np.repeat(np.arange(len(candidates)), sizes), products, minlength=len(candidates))
        self._own[self._words[part]] = 0.0
        return np.round(sums, 9)
