"""A folder of stories: one SQLite file that holds the articles, their digests, and the families and stories made from them.

Whatever is written together is written in one transaction, so that a run killed at any moment leaves a whole shelf.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from rashomon import codec
from rashomon.discover.records import Article, Counts, Digest, Family, Row, Story, iso
from rashomon.errors import CaseFileError

T = TypeVar("T")

FILE = "stories.sqlite"
FORMAT = "rashomon-stories/3"
_PUT = "n, id, day, about, outlet, url, title, language, credit, chars, file, number, names, figures"
_MARKS = ", ".join("?" * 14)
_ARTICLE = "id, outlet, url, title, language, day, file, number, credit, names, figures"


class Shelf:
    """An open folder of stories; all methods read or write the SQLite file in it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.db = connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written within it, or nothing."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def setting(self, name: str, default: object = None) -> object:
        """A value that was kept under a name."""
        row = self.db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return row[0] if row else default

    def keep(self, name: str, value: object) -> None:
        """Keeps a value under a name."""
        self.db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    # what was read

    def progress(self, path: str) -> tuple[int, int, int, bool]:
        """Of a file: its size and time of change when it was read, how many records were taken, and whether that was all."""
        row = self.db.execute("SELECT size, changed, records, done FROM files WHERE path = ?", (path,)).fetchone()
        return (row[0], row[1], row[2], bool(row[3])) if row else (0, 0, 0, False)

    def reached(self, path: str, size: int, changed: int, records: int, done: bool) -> None:
        """Says how far a file was read."""
        self.db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", (path, size, changed, records, done))

    def put(self, digests: Iterable[Digest]) -> int:
        """Adds articles that are not there yet; how many those were."""
        made = {d.id: d for d in reversed(list(digests))}
        for some in _some(list(made)):
            for (known,) in self.db.execute(f"SELECT id FROM articles WHERE id IN ({_marks(some)})", some).fetchall():
                del made[known]
        first = (self.db.execute("SELECT max(n) FROM articles").fetchone()[0] or 0) + 1
        numbered = list(enumerate(reversed(made.values()), start=first))
        self.db.executemany(f"INSERT INTO articles ({_PUT}) VALUES ({_MARKS})", ((n, *_row(d)) for n, d in numbered))
        vectors = ((n, d.sample, d.terms, d.weights, d.signs, d.years) for n, d in numbered)
        self.db.executemany("INSERT INTO vectors VALUES (?, ?, ?, ?, ?, ?)", vectors)
        self.db.executemany("INSERT INTO texts VALUES (?, ?)", ((n, d.text) for n, d in numbered))
        return len(numbered)

    def bad(self, path: str, number: int, why: str, kind: str) -> None:
        """Sets a record aside, with its reason and the kind it is counted under."""
        self.db.execute("INSERT OR REPLACE INTO bad VALUES (?, ?, ?, ?)", (path, number, why, kind))

    def follow(self, case: str, story: str) -> None:
        """Says that a case was opened on a story."""
        self.db.execute("INSERT OR REPLACE INTO cases VALUES (?, ?)", (case, story))

    def followed(self) -> list[tuple[str, str]]:
        """The cases that were opened on stories, with the ids of these."""
        return self.db.execute("SELECT path, story FROM cases ORDER BY path").fetchall()

    # what is made of it

    def waiting(self) -> list[Row]:
        """Number, id and day of the articles that no run has placed yet, in order of age."""
        return _by_age(self.db.execute("SELECT n, id, day FROM articles WHERE batch IS NULL"))

    def around(self, first: int, last: int) -> list[Row]:
        """Number, id and day of the placed articles of these days and of those without one, in order of age."""
        which = "batch IS NOT NULL AND (day BETWEEN ? AND ? OR day = 0)"
        return _by_age(self.db.execute(f"SELECT n, id, day FROM articles WHERE {which}", (max(1, first), last)))

    def leaders(self, first: int, last: int) -> list[Row]:
        """The same of the earliest of each family; the day is that around which an article without one was likely written."""
        which = "family = n AND batch IS NOT NULL AND (about BETWEEN ? AND ? OR about = 0)"
        return _by_age(self.db.execute(f"SELECT n, id, about FROM articles WHERE {which}", (max(1, first), last)))

    def new_leaders(self) -> list[Row]:
        """The same of those that no run has placed yet."""
        return _by_age(self.db.execute("SELECT n, id, about FROM articles WHERE batch IS NULL AND family = n"))

    def vectors(self, columns: Sequence[str], numbers: Sequence[int]) -> list[tuple[Any, ...]]:
        """Samples, terms, weights, signs (as bytes) or years of these articles, in their order."""
        found: dict[int, tuple[Any, ...]] = {}
        for some in _some(numbers):
            rows = self.db.execute(f"SELECT n, {', '.join(columns)} FROM vectors WHERE n IN ({_marks(some)})", some)
            found.update((row[0], row[1:]) for row in rows)
        return [found[n] for n in numbers]

    def samples(self, numbers: Sequence[int]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
        """The samples of these articles, one after the other, and how long each is."""
        runs, sizes = [np.empty(0, np.uint32)], [np.empty(0, np.int64)]
        for start in range(0, len(numbers), 50_000):  # held as rows they take several times as much memory
            kept = [sample for (sample,) in self.vectors(("sample",), numbers[start : start + 50_000])]
            runs.append(np.frombuffer(b"".join(kept), np.uint32))
            sizes.append(np.fromiter(map(len, kept), np.int64, len(kept)) // 4)
        return np.concatenate(runs), np.concatenate(sizes)

    def near(self, numbers: Sequence[int]) -> Iterator[tuple[int, bytes, bytes, bytes, float]]:
        """What was found near to those of these articles that were compared."""
        for some in _some(numbers):
            columns = "n, others, alike, lengthened, background"
            yield from self.db.execute(f"SELECT {columns} FROM near WHERE n IN ({_marks(some)}) ORDER BY n", some).fetchall()

    # what a reader asks for

    def story(self, name: str) -> Story | None:
        """The story with this id, or with the id that a former one goes by now."""
        row = self.db.execute(
            "SELECT record FROM stories WHERE id = coalesce((SELECT now FROM former WHERE id = ?), ?)", (name, name)
        ).fetchone()
        return codec.from_json(row[0], Story) if row else None

    def stories(self) -> Iterator[Story]:
        """All stories, the most worth a case first."""
        for row in self.db.execute("SELECT record FROM stories ORDER BY score DESC, id"):
            yield codec.from_json(row[0], Story)

    def articles(self, story: str) -> list[Article]:
        """The articles of a story in order of age, with their texts."""
        which = "story = (SELECT n FROM stories WHERE id = ?)"
        rows = self.db.execute(f"SELECT {_ARTICLE}, body FROM articles JOIN texts USING (n) WHERE {which}", (story,)).fetchall()
        return [
            Article(
                title=r[3],
                text=zlib.decompress(r[11]).decode(),
                outlet=r[1],
                url=r[2],
                published=iso(r[5]),
                language=r[4],
                file=r[6],
                number=r[7],
            )
            for r in sorted(rows, key=lambda r: (r[5] == 0, r[5], r[0]))
        ]

    def families(self, story: str) -> list[Family]:
        """The families of a story, that of the earliest article first."""
        rows = self.db.execute(
            "SELECT family, id, day, outlet, credit FROM articles WHERE story = (SELECT n FROM stories WHERE id = ?)", (story,)
        ).fetchall()
        made: dict[int, list[tuple[int, str, int, str, str]]] = {}
        for row in sorted(rows, key=lambda r: (r[2] == 0, r[2], r[1])):
            made.setdefault(row[0], []).append(row)
        return [_family(members) for members in made.values()]

    def counts(self) -> Counts:
        """What is on the shelf."""
        one = self.db.execute
        bad = one("SELECT kind, count(*), min(path) FROM bad GROUP BY kind ORDER BY count(*) DESC, kind").fetchall()
        first = "SELECT why FROM bad WHERE kind = ? AND path = ? ORDER BY number LIMIT 1"
        return Counts(
            bad=tuple((kind, count) for kind, count, _ in bad),
            such_as=tuple(one(first, (kind, path)).fetchone()[0] for kind, _, path in bad),
            articles=one("SELECT count(*) FROM articles").fetchone()[0],
            families=one("SELECT count(*) FROM articles WHERE family = n").fetchone()[0],
            stories=one("SELECT count(*) FROM stories").fetchone()[0],
            told_by_several=one("SELECT count(*) FROM stories WHERE families > 1").fetchone()[0],
            undated=one("SELECT count(*) FROM articles WHERE day = 0").fetchone()[0],
        )


def _row(d: Digest) -> tuple[object, ...]:
    said = (d.id, d.day, d.day, d.outlet, d.url, d.title, d.language, d.credit, d.chars, d.file, d.number)
    return (*said, _j(d.names), _j(d.figures))


def _family(members: list[tuple[int, str, int, str, str]]) -> Family:
    credited = next((m for m in members if m[4]), None)
    return Family(
        id="f" + members[0][1][1:],
        articles=tuple(m[1] for m in members),
        outlets=tuple(dict.fromkeys(m[3] for m in members if m[3])),
        credit=credited[4] if credited else "",
        credited_in=credited[1] if credited else "",
    )


@contextmanager
def opened(folder: Path, *, create: bool = False) -> Iterator[Shelf]:
    """The shelf in a folder; CaseFileError where there is none, or one that this Rashomon does not read."""
    place = folder / FILE
    if not create and not place.is_file():
        raise CaseFileError(f"{folder} holds no stories; make it with `rashomon discover CORPUS -o {folder}`.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(place, isolation_level=None, timeout=30)
        connection.executescript(files("rashomon.discover").joinpath("shelf.sql").read_text(encoding="utf-8"))
        made = Shelf(connection)
        if made.setting("format", FORMAT) != FORMAT:
            raise CaseFileError(f"{place} was made by another version of Rashomon; find the stories anew in another folder.")
        made.keep("format", FORMAT)
    except (sqlite3.Error, OSError) as error:
        raise CaseFileError(f"{place} cannot be used as a folder of stories ({error}).") from error
    try:
        yield made
    except sqlite3.OperationalError as error:
        raise CaseFileError(f"{place} cannot be read or written ({error}).") from error
    finally:
        connection.close()


def _by_age(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda r: (r[2] == 0, r[2], r[1]))


def _some(numbers: Sequence[T]) -> Iterator[list[T]]:
    """In handfuls that one statement takes."""
    for start in range(0, len(numbers), 900):
        yield list(numbers[start : start + 900])


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _j(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
