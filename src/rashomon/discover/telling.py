"""New articles with their pairs in, the stories they join, begin or bring together out, each told anew where it changed.

A story keeps its id as it grows: that made of its first article when it was first seen. Where two become one, the older id
stays and the other leads to it.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon import codec
from rashomon.discover import grouping, neighbours, ranking
from rashomon.discover.ranking import Member
from rashomon.discover.records import Row, Story
from rashomon.discover.shelf import Shelf
from rashomon.engine import Progress


def tell(shelf: Shelf, waiting: Sequence[Row], leaders: Sequence[Row], progress: Progress) -> None:
    """Groups the new leaders with what they are near to, and writes every story that is new or changed."""
    db = shelf.db
    db.execute("CREATE TEMP TABLE fresh (n INTEGER PRIMARY KEY)")
    db.executemany("INSERT INTO fresh VALUES (?)", ((row[0],) for row in leaders))
    pairs, made = _pairs(shelf)
    progress("Grouping", 0, len(leaders))
    groups = _grouped(shelf, pairs, made)
    groups += _copied_alone(shelf, waiting, groups)
    for done, units in enumerate(groups):
        if done % 5000 == 0:
            progress("Telling", done, len(groups))
        _written(shelf, units)
    _grown(shelf, waiting)
    db.execute("DROP TABLE fresh")


def _pairs(shelf: Shelf) -> tuple[list[NDArray[Any]], dict[int, int]]:
    """Pairs of which one is new or both belong to a story that a new one is near; and those stories, unit -> story."""
    db = shelf.db
    new = "SELECT left, right, alike, lengthened FROM pairs JOIN fresh ON {} = n"
    rows = db.execute(f"{new.format('left')} UNION {new.format('right')}")
    found = _arrays(rows)
    old = np.setdiff1d(
        np.concatenate(found[:2]).astype(np.int64), np.array([n for (n,) in db.execute("SELECT n FROM fresh")], np.int64)
    )
    db.execute("CREATE TEMP TABLE near (n INTEGER PRIMARY KEY)")
    db.executemany("INSERT INTO near VALUES (?)", ((int(n),) for n in old))
    db.execute(
        "INSERT OR IGNORE INTO near SELECT n FROM articles WHERE family = n AND story IN"
        " (SELECT story FROM articles JOIN near USING (n) WHERE story IS NOT NULL)"
    )
    more = _arrays(
        db.execute("SELECT left, right, alike, lengthened FROM pairs JOIN near AS a ON left = a.n JOIN near AS b ON right = b.n")
    )
    made = dict(db.execute("SELECT n, story FROM articles JOIN near USING (n) WHERE story IS NOT NULL").fetchall())
    db.execute("DROP TABLE near")
    return [np.concatenate(both) for both in zip(found, more, strict=True)], made


def _arrays(rows: Iterable[tuple[int, int, float, float]]) -> list[NDArray[Any]]:
    kept = np.fromiter(rows, np.dtype([("l", np.int64), ("r", np.int64), ("a", np.float64), ("f", np.float64)]))
    return [kept[name] for name in ("l", "r", "a", "f")]


def _grouped(shelf: Shelf, pairs: Sequence[NDArray[Any]], made: dict[int, int]) -> list[list[int]]:
    """Groups of two or more leaders, each in order of age."""
    left, right, alike, lengthened = pairs
    units: NDArray[np.int64] = np.unique(np.concatenate((left, right, np.array(list(made), np.int64))))
    if not len(units):
        return []
    facts = {n: (day == 0, day, id_, b) for n, day, id_, b in _facts(shelf, units.tolist())}
    by_age = sorted(facts, key=lambda n: facts[n][:3])
    rank = np.empty(len(units), np.int64)
    rank[np.searchsorted(units, np.array(by_age))] = np.arange(len(by_age))
    backgrounds = np.array([facts[int(n)][3] for n in units])
    one, two = np.searchsorted(units, left), np.searchsorted(units, right)
    net = neighbours.net(alike.astype(np.float64), lengthened.astype(np.float64), backgrounds[one], backgrounds[two])
    near = net >= neighbours.KEPT
    before = {int(rank[np.searchsorted(units, n)]): story for n, story in made.items()}
    found = grouping.parted(rank[one[near]], rank[two[near]], np.round(net[near], 9), neighbours.SAME, before)
    return [[by_age[r] for r in group] for group in found if len(group) > 1]


def _facts(shelf: Shelf, numbers: Sequence[int]) -> Iterable[tuple[int, int, str, float]]:
    for start in range(0, len(numbers), 900):
        some = numbers[start : start + 900]
        marks = ",".join("?" * len(some))
        yield from shelf.db.execute(
            f"SELECT n, day, id, background FROM articles JOIN vectors USING (n) WHERE n IN ({marks})", some
        )


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
