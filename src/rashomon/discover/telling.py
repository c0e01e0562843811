"""New articles with their pairs in, the stories they join, begin or bring together out, each told anew where it changed.

A story keeps its id as it grows: that made of its first article when it was first seen. Where two become one, the older id
stays and the other leads to it.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from rashomon import codec
from rashomon.discover import apart, grouping, neighbours, ranking
from rashomon.discover.neighbours import Floats, Ints
from rashomon.discover.ranking import Member
from rashomon.discover.records import Row, Story
from rashomon.discover.shelf import Shelf
from rashomon.engine import Progress

TOGETHER = 50_000
"""Articles whose neighbours are read together, which bounds memory."""
HELD = 100_000
"""Articles whose signs are held, which bounds memory."""


def tell(shelf: Shelf, waiting: Sequence[Row], leaders: Sequence[Row], progress: Progress) -> None:
    """Groups the new leaders with what they are near to, and writes every story that is new or changed."""
    progress("Grouping", 0, len(leaders))
    fresh = np.array([row[0] for row in leaders], np.int64)
    units, made = _concerned(shelf, fresh)
    groups = _grouped(shelf, units, made)
    groups += _copied_alone(shelf, waiting, groups)
    for done, group in enumerate(groups):
        if done % 5000 == 0:
            progress("Telling", done, len(groups))
        _written(shelf, group)
    _grown(shelf, waiting)


def _concerned(shelf: Shelf, fresh: Ints) -> tuple[Ints, dict[int, int]]:
    """The leaders that are grouped: new ones, those near to them, and whoever is in a story with these; and those stories, unit
    -> story.
    """
    old = np.empty(0, np.int64)
    for rows in _some_near(shelf, fresh):
        others = np.frombuffer(b"".join(row[1] for row in rows), np.int32).astype(np.int64)
        old = np.union1d(old, np.setdiff1d(others, fresh))
    made: dict[int, int] = {}
    for story in sorted(set(_stories(shelf, old.tolist()).values())):
        rows_of = shelf.db.execute("SELECT n FROM articles WHERE story = ? AND family = n", (story,))
        made |= {n: story for (n,) in rows_of}
    return np.union1d(np.union1d(fresh, old), np.array(sorted(made), np.int64)), made


def _some_near(shelf: Shelf, numbers: Ints) -> Iterator[list[tuple[int, bytes, bytes, bytes, float]]]:
    for start in range(0, len(numbers), TOGETHER):
        yield list(shelf.near(numbers[start : start + TOGETHER].tolist()))


def _pairs(shelf: Shelf, units: Ints) -> tuple[Ints, Ints, Floats]:
    """Places of two units that are near, each pair once, the lower first, and how near with the background taken off."""
    background = np.zeros(len(units))
    for rows in _some_near(shelf, units):
        background[np.searchsorted(units, [row[0] for row in rows])] = [row[4] for row in rows]
    found = [(np.empty(0, np.int64), np.empty(0))]
    for rows in _some_near(shelf, units):
        left = np.repeat([row[0] for row in rows], [len(row[1]) // 4 for row in rows]).astype(np.int64)
        right = np.frombuffer(b"".join(row[1] for row in rows), np.int32).astype(np.int64)
        alike = np.frombuffer(b"".join(row[2] for row in rows), np.float32).astype(np.float64)
        lengthened = np.frombuffer(b"".join(row[3] for row in rows), np.float32).astype(np.float64)
        one, two = np.searchsorted(units, left), np.minimum(np.searchsorted(units, right), len(units) - 1)
        net = np.round(neighbours.net(alike, lengthened, background[one], background[two]), 6)
        near = (net >= neighbours.KEPT) & (units[two] == right)
        found.append(((np.minimum(one, two) << 32 | np.maximum(one, two))[near], net[near]))
    keys, once = np.unique(np.concatenate([keys for keys, _ in found]), return_index=True)
    return keys >> 32, keys & 0xFFFFFFFF, np.concatenate([net for _, net in found])[once]


def _stories(shelf: Shelf, numbers: Sequence[int]) -> dict[int, int]:
    """The story of each of these articles that has one."""
    found: dict[int, int] = {}
    for start in range(0, len(numbers), 900):
        some = numbers[start : start + 900]
        marks = ",".join("?" * len(some))
        found.update(shelf.db.execute(f"SELECT n, story FROM articles WHERE n IN ({marks}) AND story IS NOT NULL", some))
    return found


def _grouped(shelf: Shelf, units: Ints, made: dict[int, int]) -> list[list[int]]:
    """Groups of two or more leaders, each in order of age."""
    left, right, net = _pairs(shelf, units)
    facts = _facts(shelf, units.tolist())
    by_age = sorted(facts, key=lambda n: facts[n])
    rank = np.empty(len(units), np.int64)
    rank[np.searchsorted(units, np.array(by_age, np.int64))] = np.arange(len(by_age))
    before = {int(rank[np.searchsorted(units, n)]): story for n, story in made.items()}
    pairs: list[Any] = [rank[left], rank[right], net]
    del left, right, net  # of millions of pairs nobody but `parted` is to hold these, which then lets go of them
    same, told = neighbours.SAME, apart.asked(_signs(shelf, by_age))
    found = grouping.parted(pairs.pop(0), pairs.pop(0), pairs.pop(0), same, before, told)
    return [[by_age[r] for r in group] for group in found if len(group) > 1]


def _signs(shelf: Shelf, by_age: Sequence[int]) -> Callable[[Sequence[int]], list[apart.Signs]]:
    """What gives the signs of units by their rank; those that were asked for lately are held."""
    held: dict[int, apart.Signs] = {}

    def given(ranks: Sequence[int]) -> list[apart.Signs]:
        if len(held) > HELD:
            held.clear()
        if missing := [by_age[r] for r in ranks if by_age[r] not in held]:
            signs = shelf.vectors(("signs",), missing)
            held.update((n, np.frombuffer(packed, np.uint32)) for n, (packed,) in zip(missing, signs, strict=True))
        return [held[by_age[r]] for r in ranks]

    return given


def _facts(shelf: Shelf, numbers: Sequence[int]) -> dict[int, tuple[bool, int, str]]:
    """What orders articles by age."""
    found: dict[int, tuple[bool, int, str]] = {}
    for start in range(0, len(numbers), 900):
        some = numbers[start : start + 900]
        rows = shelf.db.execute(f"SELECT n, day, id FROM articles WHERE n IN ({','.join('?' * len(some))})", some)
        found.update((n, (day == 0, day, id_)) for n, day, id_ in rows)
    return found


def _copied_alone(shelf: Shelf, waiting: Sequence[Row], groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """Leaders that stand alone and have a new copy."""
    grouped = {n for group in groups for n in group}
    found = shelf.db.execute(
        "SELECT DISTINCT a.family FROM articles a JOIN articles b ON a.family = b.n WHERE a.batch IS NULL AND a.family != a.n"
        " AND b.story IS NULL ORDER BY a.family"
    )
    return [[n] for (n,) in found.fetchall() if n not in grouped]


def _written(shelf: Shelf, leaders: Sequence[int]) -> None:
    """The story of these families (by leaders in order of age), under the id that one of them had before, or a new one."""
    db = shelf.db
    marks = ",".join("?" * len(leaders))
    before = db.execute(
        f"SELECT DISTINCT s.n, s.id, s.first FROM stories s JOIN articles a ON a.story = s.n WHERE a.n IN ({marks})", leaders
    ).fetchall()
    before.sort(key=lambda s: (s[2] == 0, s[2], s[1]))
    if before:
        number, name = before[0][0], before[0][1]
        for _, old, _ in before[1:]:
            db.execute("UPDATE former SET now = ? WHERE now = ?", (name, old))
            db.execute("INSERT OR REPLACE INTO former VALUES (?, ?)", (old, name))
            db.execute("DELETE FROM stories WHERE id = ?", (old,))
    else:
        first = db.execute("SELECT id FROM articles WHERE n = ?", (leaders[0],)).fetchone()[0]
        name = "s" + hashlib.sha256(first.encode()).hexdigest()[:10]
        number = db.execute("INSERT INTO stories (id) VALUES (?)", (name,)).lastrowid
    for start in range(0, len(leaders), 900):
        some = leaders[start : start + 900]
        db.execute(f"UPDATE articles SET story = ? WHERE family IN ({','.join('?' * len(some))})", (number, *some))
    retold(shelf, number, name)


def _grown(shelf: Shelf, waiting: Sequence[Row]) -> None:
    """Stories that are there already, of which a family got a new copy."""
    rows = shelf.db.execute(
        "SELECT DISTINCT s.n, s.id FROM articles a JOIN articles b ON a.family = b.n JOIN stories s ON b.story = s.n"
        " WHERE a.batch IS NULL AND a.story IS NULL ORDER BY s.n"
    ).fetchall()
    for number, name in rows:
        shelf.db.execute(
            "UPDATE articles SET story = ? WHERE family IN (SELECT n FROM articles WHERE story = ? AND family = n)",
            (number, number),
        )
        retold(shelf, number, name)


def retold(shelf: Shelf, number: int, name: str) -> Story:
    """Writes what a story shows, from its articles."""
    formerly = [old for (old,) in shelf.db.execute("SELECT id FROM former WHERE now = ? ORDER BY id", (name,))]
    told = members(shelf, number)
    story = ranking.described(name, told, formerly)
    days = [m.day for m in told if m.day] or [0]
    shelf.db.execute(
        "UPDATE stories SET score = ?, articles = ?, families = ?, first = ?, last = ?, record = ? WHERE n = ?",
        (story.score, story.articles, story.families, days[0], days[-1], codec.to_json(story).decode(), number),
    )
    return story


def members(shelf: Shelf, number: int) -> list[Member]:
    """What ranking reads of the articles of a story, in order of age."""
    rows = shelf.db.execute(
        "SELECT id, day, outlet, title, language, family, names, figures FROM articles WHERE story = ?", (number,)
    )
    made = [
        Member(
            id=r[0],
            day=r[1],
            outlet=r[2] or "",
            title=r[3] or "",
            language=r[4] or "",
            family=r[5],
            names=json.loads(r[6]),
            figures=[(of, value) for of, value in json.loads(r[7])],
        )
        for r in rows
    ]
    return sorted(made, key=lambda m: (m.day == 0, m.day, m.id))
