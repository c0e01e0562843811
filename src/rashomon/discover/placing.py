"""New articles on a shelf in, their families and stories out: what was placed before stays, and goes on from there.

First families, then counts of terms, then neighbours slice by slice, then groups. What takes long is written down piece by
piece, so that a run that was killed goes on where it stopped. Only the days around the new articles are read again.
"""

import hashlib
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from rashomon.discover import dating, families, neighbours
from rashomon.discover.dating import Termed
from rashomon.discover.neighbours import Block, Pairs
from rashomon.discover.records import Row
from rashomon.discover.shelf import Shelf
from rashomon.discover.telling import tell
from rashomon.engine import Progress

Run = Callable[[Iterable[bytes]], Iterator[bytes]]
"""How `neighbours.find` is done on each piece, answers in order: in this process, a pool or an engine."""

SLICE = 20_000
"""New articles that are compared in one piece with all around them."""
CHUNK = 100_000
"""Articles that an undated one is compared with in one piece: it is compared with all, piece by piece."""
DATED_FROM = 20_000
"""Dated articles from which an undated one is compared with those of some weeks only, not with all."""
COPIED_WITHIN = 60
"""Days within which a copy is looked for."""
FAMILY_SLICE = 1_000_000
"""New articles that are looked through for copies at once."""
MOST_AROUND = 1_000_000
"""Articles around these that are looked at for copies, the nearest in time."""


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
            shelf.db.execute("DELETE FROM near WHERE n IN (SELECT n FROM articles WHERE batch IS NULL)")
            _count(shelf, [row for row in waiting if family[row[0]] == row[0]], batch)
            _date(shelf, progress)
            shelf.keep("placing", name)
            shelf.keep("compared", 0)
    leaders = shelf.new_leaders()
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
        runs, sizes = shelf.samples([row[0] for row in rows])
        found_in = families.models(runs, sizes, np.array([row[2] for row in rows]), fresh, COPIED_WITHIN)
        for place, model in sorted(found_in.items()):
            found[rows[place][0]] = _family_of(shelf, rows[model][0], found)
        for row in some:
            found.setdefault(row[0], row[0])
    return found


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
        placed = shelf.around(1, 1 << 30)
        return [*placed, *waiting[:start]][-MOST_AROUND:]
    placed = shelf.around(first - COPIED_WITHIN, last + COPIED_WITHIN)
    older = waiting[bisect_left(days, first - COPIED_WITHIN) : start]
    return [*placed[-MOST_AROUND:], *older[-MOST_AROUND:]]


def _count(shelf: Shelf, leaders: Sequence[Row], batch: int) -> None:
    """Adds the terms of new leaders to the counts of the shelf."""
    counts, units = counted(shelf)
    for start in range(0, len(leaders), 10_000):
        kept = shelf.vectors(("terms",), [row[0] for row in leaders[start : start + 10_000]])
        counts += np.bincount(np.frombuffer(b"".join(terms for (terms,) in kept), np.uint32), minlength=neighbours.SLOTS)
    shelf.keep("counts", zlib.compress(counts.astype(np.int32).tobytes(), 1))
    shelf.keep("units", units + len(leaders))
    shelf.keep("counted", batch)


def counted(shelf: Shelf) -> tuple[neighbours.Ints, int]:
    """In how many leaders each term stands, and how many leaders there are."""
    kept = shelf.setting("counts")
    if not isinstance(kept, bytes):
        return np.zeros(neighbours.SLOTS, np.int64), 0
    return np.frombuffer(zlib.decompress(kept), np.int32).astype(np.int64), int(str(shelf.setting("units", 0)))


def _date(shelf: Shelf, progress: Progress) -> None:
    """Says of new leaders without a day around which one they were likely written."""
    new = shelf.new_leaders()
    undated = [row[0] for row in new if not row[2]]
    dated = _in_order({*(row for row in shelf.leaders(1, 1 << 30) if row[2]), *(row for row in new if row[2])})[-MOST_AROUND:]
    if not undated or len(dated) < DATED_FROM:
        return
    counts, units = counted(shelf)
    chunks = (dated[start : start + CHUNK] for start in range(0, len(dated), CHUNK))
    progress("Dating", 0, len(undated))
    known = ((_termed(shelf, [row[0] for row in chunk]), np.array([row[2] for row in chunk])) for chunk in chunks)
    days = dating.likely(_termed(shelf, undated), known, counts, neighbours.rarity(counts, units))
    shelf.db.executemany("UPDATE articles SET about = ? WHERE n = ?", zip(days.tolist(), undated, strict=True))


def _termed(shelf: Shelf, numbers: Sequence[int]) -> Termed:
    kept = shelf.vectors(("terms", "weights"), numbers)
    return Termed(
        sizes=np.array([len(weights) for _, weights in kept], np.int64),
        terms=np.frombuffer(b"".join(terms for terms, _ in kept), np.uint32),
        weights=np.frombuffer(b"".join(weights for _, weights in kept), np.uint8),
    )


def _compare(shelf: Shelf, leaders: Sequence[Row], window: int, run: Run, progress: Progress) -> None:
    """Finds and keeps the neighbours of all new leaders, slice by slice from where a run before stopped."""
    slices = _slices(shelf, leaders, window)
    done = int(str(shelf.setting("compared", 0)))
    rarity = neighbours.rarity(*counted(shelf))
    pieces = (neighbours.packed(_block(shelf, rows, some, rarity, window)) for some, rows in islice(slices, done, None))
    progress("Comparing", done, 0)
    for answer in run(pieces):
        done += 1
        with shelf.transaction():
            _keep(shelf, neighbours.unpacked(answer))
            shelf.keep("compared", done)
        progress("Comparing", done, 0)


def _keep(shelf: Shelf, pairs: Pairs) -> None:
    """Keeps what was found near to articles, with what was found before of the same ones."""
    ends = np.cumsum(pairs.many)
    made = {}
    for n, background, end, many in zip(
        pairs.keys.tolist(), pairs.background.tolist(), ends.tolist(), pairs.many.tolist(), strict=True
    ):
        part = slice(end - many, end)
        made[n] = (pairs.others[part].tobytes(), pairs.alike[part].tobytes(), pairs.lengthened[part].tobytes(), background)
    for n, others, alike, lengthened, background in shelf.near(list(made)):
        a, b, c, d = made[n]
        made[n] = (others + a, alike + b, lengthened + c, max(background, d))
    shelf.db.executemany("INSERT OR REPLACE INTO near VALUES (?, ?, ?, ?, ?)", ((n, *found) for n, found in made.items()))


def _slices(shelf: Shelf, leaders: Sequence[Row], window: int) -> Iterator[tuple[Sequence[Row], list[Row]]]:
    """Slices of new leaders, each with what it is compared with: dated ones with all within the window and what was placed
    without a day before, then the undated ones with everything.
    """
    days = [row[2] or 1 << 30 for row in leaders]
    undated = bisect_left(days, 1 << 30)
    for start in range(0, undated, SLICE):
        some = leaders[start : min(undated, start + SLICE)]
        first, last = some[0][2] - window, some[-1][2] + window
        near = leaders[bisect_left(days, first) : bisect_right(days, last, hi=undated)]
        yield some, _in_order([*shelf.leaders(first, last), *near])
    if undated < len(leaders):
        everything = _in_order([*shelf.leaders(1, 1 << 30), *leaders])
        for start in range(0, len(everything), CHUNK):
            chunk = everything[start : start + CHUNK]
            for begin in range(undated, len(leaders), SLICE):
                some = leaders[begin : begin + SLICE]
                yield some, _in_order({*chunk, *some}) if any(row[2] == 0 for row in chunk) else [*chunk, *some]


def _in_order(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda r: (r[2] == 0, r[2], r[1]))


def _block(shelf: Shelf, rows: Sequence[Row], some: Sequence[Row], rarity: NDArray[np.float32], window: int) -> Block:
    numbers, targets = [row[0] for row in rows], {row[0] for row in some}
    kept = shelf.vectors(("terms", "weights", "years"), numbers)
    return Block(
        keys=np.array(numbers, np.int64),
        days=np.array([row[2] for row in rows], np.int64),
        years=np.array([years for _, _, years in kept], np.int64),
        starts=np.concatenate(([0], np.cumsum([len(weights) for _, weights, _ in kept]))).astype(np.int64),
        terms=np.frombuffer(b"".join(terms for terms, _, _ in kept), np.uint32),
        weights=np.frombuffer(b"".join(weights for _, weights, _ in kept), np.uint8),
        targets=np.array([i for i, n in enumerate(numbers) if n in targets], np.int64),
        rarity=rarity,
        window=window,
    )
