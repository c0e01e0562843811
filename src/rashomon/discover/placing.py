"""New articles on a shelf in, their families and stories out: what was placed before stays, and goes on from there.

First families, then counts of terms, then neighbours slice by slice, then groups. What takes long is written down piece by
piece, so that a run that was killed goes on where it stopped. Only the days around the new articles are read again.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.discover import families, neighbours
from rashomon.discover.neighbours import Block, Pairs
from rashomon.discover.records import Row
from rashomon.discover.shelf import Shelf
from rashomon.discover.telling import tell
from rashomon.engine import Progress

Run = Callable[[Iterable[bytes]], Iterator[bytes]]
"""How `neighbours.find` is done on each piece, answers in order: in this process, a pool or an engine."""

SLICE = 20_000
"""New articles that are compared in one piece with all around them."""
COPIED_WITHIN = 60
"""Days within which a copy is looked for."""
FAMILY_SLICE = 100_000
MOST_AROUND = 400_000
"""Articles around a slice that are looked at for copies, the nearest in time."""
UNDATED_AROUND = 60_000
"""Articles that undated ones are compared with, and undated ones that others are compared with."""


def place(shelf: Shelf, run: Run, window: int, progress: Progress) -> None:
    """Gives every waiting article its family and, where it has one, its story."""
    waiting = shelf.waiting()
    if not waiting:
        return
    batch = int(str(shelf.setting("batch", 0))) + 1
    name = hashlib.sha256("".join(row[1] for row in waiting).encode()).hexdigest()
    if shelf.setting("placing") != name:
        family = _families(shelf, waiting, progress)
        with shelf.transaction():
            shelf.db.executemany("UPDATE articles SET family = ? WHERE n = ?", ((f, n) for n, f in family.items()))
            shelf.db.execute("DELETE FROM pairs WHERE left IN (SELECT n FROM articles WHERE batch IS NULL)")
            shelf.db.execute("DELETE FROM pairs WHERE right IN (SELECT n FROM articles WHERE batch IS NULL)")
            leaders = [row for row in waiting if family[row[0]] == row[0]]
            _count(shelf, leaders, batch)
            shelf.keep("placing", name)
            shelf.keep("compared", 0)
    own = {n for (n,) in shelf.db.execute("SELECT n FROM articles WHERE batch IS NULL AND family = n")}
    leaders = [row for row in waiting if row[0] in own]
    _compare(shelf, leaders, window, run, progress)
    with shelf.transaction():
        tell(shelf, waiting, leaders, progress)
        shelf.db.execute("UPDATE articles SET batch = ? WHERE batch IS NULL", (batch,))
        shelf.keep("batch", batch)
        shelf.keep("placing", None)


def _families(shelf: Shelf, waiting: Sequence[Row], progress: Progress) -> dict[int, int]:
    """For each waiting article the number of its family: that of its first article."""
    found: dict[int, int] = {}
    days = [row[2] or 1 << 30 for row in waiting]
    for start in range(0, len(waiting), FAMILY_SLICE):
        progress("Looking for copies", start, len(waiting))
        some = waiting[start : start + FAMILY_SLICE]
        around = _before(shelf, waiting, days, start, some)
        rows = sorted([*around, *some], key=lambda r: (r[2] == 0, r[2], r[1]))
        new = {row[0] for row in some}
        fresh = np.array([row[0] in new for row in rows])
        samples = shelf.column("sample", [row[0] for row in rows])
        for place, model in _in_order(families.models(samples, fresh)):
            found[rows[place][0]] = _family_of(shelf, rows[model][0], found)
        for row in some:
            found.setdefault(row[0], row[0])
    return found


def _in_order(models: dict[int, int]) -> list[tuple[int, int]]:
    return sorted(models.items())


def _family_of(shelf: Shelf, number: int, found: dict[int, int]) -> int:
    """The family of an article that was placed now or before; an article without a model begins its own."""
    if number in found:
        return found[number]
    row = shelf.db.execute("SELECT family FROM articles WHERE n = ? AND batch IS NOT NULL", (number,)).fetchone()
    return int(row[0]) if row else number


def _before(shelf: Shelf, waiting: Sequence[Row], days: Sequence[int], start: int, some: Sequence[Row]) -> list[Row]:
    """What a slice may be copied from: articles placed before, and older ones that wait."""
    first, last = days[start], days[start + len(some) - 1]
    if first >= 1 << 30:  # undated: whatever is nearest the end
        placed = shelf.around(1, 1 << 30, leaders=False, undated=True)
        return [*placed, *waiting[:start]][-MOST_AROUND:]
    placed = shelf.around(first - COPIED_WITHIN, last + COPIED_WITHIN, leaders=False, undated=True)
    older = waiting[bisect_left(days, first - COPIED_WITHIN) : start]
    return [*placed[-MOST_AROUND:], *older[-MOST_AROUND:]]


def _count(shelf: Shelf, leaders: Sequence[Row], batch: int) -> None:
    """Adds the terms of new leaders to the counts of the shelf."""
    counts, units = counted(shelf)
    for start in range(0, len(leaders), 10_000):
        for terms in shelf.column("terms", [row[0] for row in leaders[start : start + 10_000]]):
            counts[np.unique(neighbours.slots(terms))] += 1
    shelf.keep("counts", counts.astype(np.int32).tobytes())
    shelf.keep("units", units + len(leaders))
    shelf.keep("counted", batch)


def counted(shelf: Shelf) -> tuple[neighbours.Ints, int]:
    """In how many leaders the terms of each slot stand, and how many leaders there are."""
    kept = shelf.setting("counts")
    counts = np.frombuffer(kept, np.int32).astype(np.int64) if isinstance(kept, bytes) else np.zeros(neighbours.SLOTS, np.int64)
    return counts, int(str(shelf.setting("units", 0)))


def _compare(shelf: Shelf, leaders: Sequence[Row], window: int, run: Run, progress: Progress) -> None:
    """Finds and keeps the neighbours of all new leaders, slice by slice from where a run before stopped."""
    done = int(str(shelf.setting("compared", 0)))
    pieces = (neighbours.packed(block) for block in _blocks(shelf, leaders, done, window))
    progress("Comparing", done, len(leaders))
    for answer in run(pieces):
        pairs = neighbours.unpacked(answer)
        done = min(len(leaders), done + SLICE)
        with shelf.transaction():
            _keep(shelf, pairs)
            shelf.keep("compared", done)
        progress("Comparing", done, len(leaders))


def _keep(shelf: Shelf, pairs: Pairs) -> None:
    rows = zip(pairs.left.tolist(), pairs.right.tolist(), pairs.alike.tolist(), pairs.lengthened.tolist(), strict=True)
    shelf.db.executemany("INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?)", rows)
    backgrounds = zip(pairs.background.tolist(), pairs.keys.tolist(), strict=True)
    shelf.db.executemany("UPDATE vectors SET background = ? WHERE n = ?", backgrounds)


def _blocks(shelf: Shelf, leaders: Sequence[Row], done: int, window: int) -> Iterator[Block]:
    """A block for each slice of new leaders: they, and every leader within the window of one of them."""
    counts, units = counted(shelf)
    rarity = neighbours.rarity(counts, units)
    days = [row[2] or 1 << 30 for row in leaders]
    undated = bisect_left(days, 1 << 30)
    for start in range(done, len(leaders), SLICE):
        some = leaders[start : start + SLICE]
        first, last = days[start], days[start + len(some) - 1]
        if last >= 1 << 30:
            first = last = 0
        around = _around(shelf, leaders, days, undated, (first, last), window)
        rows = sorted({*some, *around}, key=lambda r: (r[2] == 0, r[2], r[1]))
        yield _block(shelf, rows, {row[0] for row in some}, rarity, window)


def _around(
    shelf: Shelf, leaders: Sequence[Row], days: Sequence[int], undated: int, span: tuple[int, int], window: int
) -> list[Row]:
    first, last = (span[0] - window, span[1] + window) if span[1] else (1, 1 << 30)
    placed = shelf.around(first, last, leaders=True, undated=True)
    if not span[1]:
        return [*placed[-UNDATED_AROUND:], *leaders[:undated][-UNDATED_AROUND:], *leaders[undated:][:UNDATED_AROUND]]
    near = leaders[bisect_left(days, first) : bisect_right(days, last)]
    return [*placed, *near, *leaders[undated:][:UNDATED_AROUND]]


def _block(shelf: Shelf, rows: Sequence[Row], targets: set[int], rarity: NDArray[np.float32], window: int) -> Block:
    numbers = [row[0] for row in rows]
    terms, weights = shelf.column("terms", numbers), shelf.column("weights", numbers)
    return Block(
        keys=np.array(numbers, np.int64),
        days=np.array([row[2] for row in rows], np.int64),
        years=shelf.years(numbers),
        starts=np.concatenate(([0], np.cumsum([len(t) for t in terms]))).astype(np.int64),
        terms=np.concatenate(terms).astype(np.uint32) if terms else np.empty(0, np.uint32),
        weights=np.concatenate(weights).astype(np.uint8) if weights else np.empty(0, np.uint8),
        targets=np.array([i for i, n in enumerate(numbers) if n in targets], np.int64),
        rarity=rarity,
        window=window,
    )
