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

from rashomon.text.terms import BITS, SCALE

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

WINDOW = 14
"""Days between two articles of one story with nothing in between."""

PROPOSING = 40
"""Terms of a unit, the weightiest, that propose candidates."""
COMPARED = 200
"""Terms of a unit, the weightiest, that are compared."""
COMMON = 3000
"""Units in which a term may stand and still propose."""
LOOKED_AT = 8_000
"""Units under the terms of one that are looked at, those under its rarest terms first: what bounds the work for each."""
NEAREST = 40
"""Candidates that are compared on all terms ..."""
PLAIN = 0.15
"""... with those that are as alike as this by the terms that propose, for a story that hundreds tell ..."""
MOST = 400
"""... but no more than so many, and none that is less alike than this by those terms."""
LITTLE = 0.01
AROUND = slice(20, 40)
"""Which of the nearest make the background."""
MOST_BACKGROUND = 0.12
TAKEN_OFF = 0.75
"""Share of the background that is taken off, fixed on the development sets (bench task discovery)."""
USUAL_TERMS = 60
"""Terms of a report of some sentences, against which length is measured."""
LENGTHENS = 1 / 3
LONGEST = 600

SAME = 0.15
"""Likeness from which two groups are one story, fixed on the development sets."""
KEPT = 0.06
"""Likeness from which a pair is kept at all."""

OTHER_YEARS = 0.5
"""What is left of the likeness of two undated texts that name other years (fixed on ECB+, whose topics hold two events each)."""

UNSEEN = 2000
"""Articles that every corpus is taken to have beside its own, so that six reports of one event have telling words, too."""
SLOTS = 1 << BITS


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
    """The targets by their keys, the background of each, and how many neighbours each has; the keys of the neighbours, target by
    target, how alike they are before the background is taken off, and what their length makes of it.
    """

    keys: Ints
    background: Floats
    many: Ints
    others: NDArray[np.int32]
    alike: NDArray[np.float32]
    lengthened: NDArray[np.float32]


def rarity(counts: NDArray[np.int64], units: int) -> NDArray[np.float32]:
    """For each term, how much it tells: ln of how seldom it is."""
    return np.log((units + UNSEEN) / (counts + 1.0)).astype(np.float32)


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
    found = [(np.empty(0, np.int64), np.empty(0)), *map(index.nearest, block.targets.tolist())]
    near, scores = (np.concatenate([part[i] for part in found]) for i in range(2))
    owner = np.repeat(np.arange(len(block.targets)), [len(rows) for rows, _ in found[1:]])
    rows = block.targets[owner]
    factor = index.lengthened[rows] * index.lengthened[near] * _of_one_year(block, rows, near)
    kept = scores * factor >= KEPT
    return Pairs(
        keys=block.keys[block.targets],
        background=np.array([_background(scores) for _, scores in found[1:]], np.float64),
        many=np.bincount(owner[kept], minlength=len(block.targets)),
        others=block.keys[near[kept]].astype(np.int32),
        alike=scores[kept].astype(np.float32),
        lengthened=factor[kept].astype(np.float32),
    )


def _of_one_year(block: Block, left: Ints, right: Ints) -> Floats:
    """1, or OTHER_YEARS for two texts that name years and none in common, where the day of one is not known."""
    years, days = block.years, block.days
    apart = (years[left] != 0) & (years[right] != 0) & (years[left] & years[right] == 0)
    return np.where(apart & ((days[left] == 0) | (days[right] == 0)), OTHER_YEARS, 1.0)


def _background(scores: Floats) -> float:
    """What a unit shares with those around its nearest: their mean likeness, absent ones counting 0."""
    if len(scores) > AROUND.stop:
        scores = np.partition(scores, -AROUND.stop)[-AROUND.stop :]
    ranked = np.sort(scores)[::-1][AROUND]
    return min(MOST_BACKGROUND, float(ranked.sum()) / (AROUND.stop - AROUND.start))


def net(alike: Floats, lengthened: Floats, left: Floats, right: Floats) -> Floats:
    """Likeness with the background of both sides taken off, for texts of their length."""
    return (alike - TAKEN_OFF * (left + right) / 2) * lengthened


class _Index:
    """Which units of a block have which rare terms; holds the block's weights, so that each is worked out once."""

    def __init__(self, block: Block) -> None:
        self._block, self._size = block, len(block.keys)
        sizes = np.diff(block.starts)
        self.lengthened = (np.clip(sizes, 10, LONGEST) / USUAL_TERMS) ** (LENGTHENS / 2)
        rows = np.repeat(np.arange(self._size, dtype=np.int32), sizes)
        telling = block.rarity[block.terms]
        weights = block.weights * (telling / np.float32(SCALE))
        first = self._first(rows, weights)
        weights[first >= COMPARED] = 0
        norms = np.sqrt(np.bincount(rows, weights * weights, minlength=self._size))
        weights /= np.maximum(norms, 1e-9).astype(np.float32)[rows]
        shared = np.bincount(block.terms, minlength=SLOTS) > 1
        kept = np.flatnonzero((first < COMPARED) & shared[block.terms])  # what one unit has alone is like nothing
        self._terms, self._weights, rows, first = block.terms[kept], weights[kept], rows[kept], first[kept]
        self._starts = np.searchsorted(rows, np.arange(self._size + 1))
        rarest = float(block.rarity.max())
        common = min(np.log(max(2.0, float(np.exp(rarest)) / COMMON)), rarest / 2)
        self._list(np.flatnonzero((first < PROPOSING) & (telling[kept] >= common)), rows)
        self._own = np.zeros(SLOTS, np.float32)

    def _list(self, proposing: Ints, rows: NDArray[np.int32]) -> None:
        """The terms that propose, in order of the terms, and for each in order of the units where those of its term stand."""
        self._mine = np.searchsorted(proposing, self._starts)
        order = np.argsort(self._terms[proposing], kind="stable")
        listed = proposing[order]
        self._rows, self._shares, self._weighing = rows[listed], self._weights[listed], self._weights[proposing]
        begins = np.flatnonzero(np.diff(self._terms[listed].astype(np.int64), prepend=-1))
        many = np.diff(np.append(begins, len(listed)))
        self._from, self._many = np.empty(len(listed), np.int64), np.empty(len(listed), np.int64)
        self._from[order], self._many[order] = np.repeat(begins, many), np.repeat(many, many)

    def _first(self, rows: NDArray[np.int32], weights: NDArray[np.float32]) -> Ints:
        """For each term the number of weightier ones that its unit has; of equals, the order is that of the terms."""
        lightest = (1 << 20) - (weights * (1 << 10)).astype(np.int64)
        order = np.argsort(rows.astype(np.int64) << 21 | lightest, kind="stable")
        counts = np.bincount(rows, minlength=self._size)
        found = np.empty(len(rows), np.int64)
        found[order] = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        return found

    def nearest(self, row: int) -> tuple[Ints, Floats]:
        """The rows most like this one, within the window, and how alike they are."""
        candidates = self._proposed(row)
        return candidates, self._cosines(row, candidates) if len(candidates) else np.empty(0)

    def _proposed(self, row: int) -> Ints:
        mine = slice(int(self._mine[row]), int(self._mine[row + 1]))
        first, many, weights = self._from[mine], self._many[mine], self._weighing[mine]
        if (total := int(many.sum())) > LOOKED_AT:
            fewest = np.argsort(many, kind="stable")
            fewest = fewest[np.cumsum(many[fewest]) <= LOOKED_AT]
            first, many, weights = first[fewest], many[fewest], weights[fewest]
            total = int(many.sum())
        if not total:
            return np.empty(0, np.int64)
        spans = list(zip(first.tolist(), (first + many).tolist(), strict=True))
        rows = np.concatenate([self._rows[a:b] for a, b in spans])
        shares = np.concatenate([self._shares[a:b] for a, b in spans])
        sums = np.bincount(rows, shares * np.repeat(weights, many), self._size)
        sums[row] = 0.0
        days, day = self._block.days, self._block.days[row]
        candidates = np.flatnonzero(sums >= LITTLE)
        if day:
            candidates = candidates[(days[candidates] == 0) | (np.abs(days[candidates] - day) <= self._block.window)]
        if len(candidates) > NEAREST:  # with all that are as near as the last of them, whatever their order
            kept = np.round(sums[candidates], 7)
            most = min(MOST, max(NEAREST, int(np.count_nonzero(kept >= PLAIN))))
            if len(kept) > most:
                candidates = candidates[kept >= np.partition(kept, -most)[-most]]
        return candidates

    def _cosines(self, row: int, candidates: Ints) -> Floats:
        part = slice(int(self._starts[row]), int(self._starts[row + 1]))
        self._own[self._terms[part]] = self._weights[part]
        starts = self._starts[candidates]
        sizes = self._starts[candidates + 1] - starts
        ends = np.cumsum(sizes)
        places = np.arange(int(ends[-1])) + np.repeat(starts - ends + sizes, sizes)
        products = self._own[self._terms[places]] * self._weights[places]
        sums: Floats = np.add.reduceat(products, ends - sizes, dtype=np.float64)
        self._own[self._terms[part]] = 0.0
        return np.round(sums, 6)
