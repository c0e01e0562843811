"""The case file: one SQLite file that holds a case's inputs, documents and decisions, and what can be made from them again."""

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from rashomon import codec
from rashomon.errors import CaseFileError
from rashomon.model import Annotations, Case, Decision, Document
from rashomon.store import migrations, seals, settled
from rashomon.store.complaints import said
from rashomon.store.watching import WAIT, read_only

T = TypeVar("T")


class CaseFile:
    """An open case file. Every method that writes does so in one transaction, or in the one that is open."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
        self._connection = connection
        self.path = path
        self.writable = writable

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is written within; may be nested."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read within is of one moment, whatever others write meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def documents(self) -> tuple[Document, ...]:
        """The documents of the case, those set aside not among them, by file name and id."""
        found = self._connection.execute("SELECT record FROM documents WHERE present ORDER BY file, id")
        return tuple(codec.from_json(record, Document) for (record,) in found)

    def raw(self, sha256: str) -> bytes | None:
        """The bytes of an input as they were read, None where there is no such input."""
        found = self._connection.execute("SELECT content FROM inputs WHERE sha256 = ?", (sha256,)).fetchone()
        return zlib.decompress(found[0]) if found else None

    def put(self, documents: Iterable[Document], raw: Mapping[str, bytes]) -> None:
        """Keeps documents with the bytes they were read from; one that is there already is put in its place again."""
        with self.transaction():
            for document in documents:
                content = zlib.compress(raw[document.sha256])
                self._connection.execute("INSERT OR IGNORE INTO inputs VALUES (?, ?)", (document.sha256, content))
                self._connection.execute(
                    "INSERT INTO documents (id, file, sha256, record) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                    " file = excluded.file, sha256 = excluded.sha256, present = 1, record = excluded.record",
                    (document.id, document.file, document.sha256, codec.to_json(document).decode()),
                )

    def set_aside(self, ids: Iterable[str]) -> None:
        """Takes documents out of the case; their records and bytes stay in the file."""
        with self.transaction():
            self._connection.executemany("UPDATE documents SET present = 0 WHERE id = ?", [(i,) for i in ids])

    def annotations(self, recipe: Iterable[str]) -> dict[str, Annotations]:
        """What this recipe found in the documents, by document; those annotated by another recipe are not among them."""
        found = self._connection.execute("SELECT document, record FROM annotations WHERE recipe = ?", ("\n".join(recipe),))
        read = {document: _readable(record, Annotations) for document, record in found}
        return {document: annotations for document, annotations in read.items() if annotations is not None}

    def annotate(self, found: Iterable[Annotations], recipe: Iterable[str]) -> None:
        """Keeps what a recipe found in documents, in place of what was found before; nothing in a file that cannot be written."""
        made_by = "\n".join(recipe)
        if not self.writable:
            return
        rows = [(a.document, made_by, codec.to_json(a).decode()) for a in found]
        with self.transaction():
            self._connection.executemany("INSERT OR REPLACE INTO annotations VALUES (?, ?, ?)", rows)

    def chosen(self, name: str) -> str | None:
        """What was chosen for the case under a name, as JSON; None where nothing was."""
        found = self._connection.execute("SELECT record FROM choices WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def choose(self, name: str, record: bytes) -> None:
        """Keeps a choice in place of the one before."""
        self._connection.execute("INSERT OR REPLACE INTO choices VALUES (?, ?)", (name, record.decode()))

    def skipped(self) -> tuple[tuple[str, str], ...]:
        """What was given and could not be used, and why, in order."""
        return tuple(self._connection.execute("SELECT path, why FROM skipped ORDER BY seq"))

    def skip(self, paths_and_whys: Iterable[tuple[str, str]], *, anew: bool) -> None:
        """Keeps what could not be used; `anew` forgets what was noted before."""
        with self.transaction():
            if anew:
                self._connection.execute("DELETE FROM skipped")
            self._connection.executemany("INSERT INTO skipped (path, why) VALUES (?, ?)", paths_and_whys)

    def decisions(self) -> tuple[Decision, ...]:
        """The log, oldest first; CaseFileError when it is not as it was written."""
        if (sentence := self.verify()) is not None:
            raise CaseFileError(sentence)
        return tuple(seals.decision(line, sealed) for _, line, sealed in self._log())

    def append(self, decision: Decision) -> Decision:
        """Adds a decision to the log and gives it back with its id and seal."""
        with self.transaction():
            before = self.decisions()
            line = seals.record(decision)
            sealed = seals.seal(before[-1].seal if before else "", line)
            self._connection.execute("INSERT INTO decisions VALUES (?, ?, ?)", (len(before) + 1, line, sealed))
            return seals.decision(line, sealed)

    def verify(self) -> str | None:
        """None when the log of decisions is as it was written, else a sentence that names the first line that is not."""
        number = seals.broken(self._log())
        if number is None:
            return None
        return (
            f"Decision {number} in the log of {self.path} is not as it was written: somebody changed the file with another "
            "program; go back to a copy of the case file, or build a new one from the inputs."
        )

    def fingerprint(self, *of: str) -> str:
        """The sha256 over the documents, the decisions and whatever else a case is settled from."""
        digest = hashlib.sha256("\x1e".join(of).encode())
        for table in ("SELECT record FROM documents WHERE present ORDER BY file, id", "SELECT seal FROM decisions ORDER BY seq"):
            digest.update(b"\x1d")
            for (value,) in self._connection.execute(table):
                digest.update(value.encode() + b"\x1e")
        return digest.hexdigest()

    def derived(self, fingerprint: str) -> Case | None:
        """The case that was settled from this, or None when it has to be settled again."""
        found = self.latest(fingerprint)
        return found[0] if found else None

    def latest(self, fingerprint: str | None = None) -> tuple[Case, str] | None:
        """The case that was settled last, whatever has changed since, and its fingerprint; None when there is none (from that
        `fingerprint`, where one is given).
        """
        with self.reading():
            kept = self._connection.execute("SELECT rowid, part, fingerprint FROM derived ORDER BY rowid").fetchall()
            if not kept or fingerprint not in (None, kept[0][2]):
                return None
            case = settled.whole((part, self._record(row)) for row, part, _ in kept)
        return (case, kept[0][2]) if case else None

    def derive(self, fingerprint: str, case: Case) -> None:
        """Keeps a settled case in place of the one before; nothing is kept in a file that cannot be written."""
        if not self.writable:
            return
        with self.transaction():
            self._connection.execute("DELETE FROM derived")
            rows = ((part, fingerprint, record) for part, record in settled.parts(case))
            self._connection.executemany("INSERT INTO derived VALUES (?, ?, ?)", rows)

    def _record(self, row: int) -> bytes:
        """A part of the settled case as it is kept: a query would hold it in memory once more."""
        with self._connection.blobopen("derived", "record", row, readonly=True) as record:
            return record.read()

    def sound(self) -> bool:
        """Whether SQLite finds every page of the file and every reference in it whole."""
        whole = self._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return whole and not self._connection.execute("PRAGMA foreign_key_check").fetchall()

    def _log(self) -> list[tuple[int, str, str]]:
        return self._connection.execute("SELECT seq, record, seal FROM decisions ORDER BY seq").fetchall()


def _readable(record: str | bytes, kind: type[T]) -> T | None:
    """A derived record, None where it is none any more: it can be made again."""
    try:
        return codec.from_json(record, kind)
    except codec.Malformed:
        return None


@contextmanager
def opened(path: Path, *, create: bool = False, wait: float = WAIT) -> Iterator[CaseFile]:
    """The case file at `path`. With `create` a missing one is made under another name and takes its own only when all went
    well, so that nobody finds half a case. CaseFileError says what is wrong with the file and what to do.
    """
    fresh = create and not path.exists()
    if not fresh and not path.exists():
        raise CaseFileError(f"{path} does not exist; `rashomon build {path} FILE...` makes it.")
    if path.is_dir():
        raise CaseFileError(f"{path} is a folder; a case file is one file, such as fire.case.")
    if not path.parent.is_dir():
        raise CaseFileError(f"The folder {path.parent} does not exist; make it first.")
    place = path.with_name(f".{path.name}.{os.getpid()}.part") if fresh else path
    try:
        with said(path), _connected(place, path, wait, fresh) as file:
            yield file
        if fresh:
            os.replace(place, path)
    finally:
        if fresh:
            for suffix in ("", "-wal", "-shm", "-journal"):
                with suppress(OSError):
                    os.unlink(f"{place}{suffix}")


@contextmanager
def _connected(place: Path, path: Path, wait: float, fresh: bool) -> Iterator[CaseFile]:
    writable = fresh or (os.access(place, os.W_OK) and os.access(place.parent, os.W_OK))
    uri = place.resolve().as_uri() + ("" if writable else read_only(place))
    connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)
    try:
        if not fresh:
            _check(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
        if writable:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            migrations.migrate(connection, path)
        elif migrations.version(connection) != len(migrations.STEPS):
            raise CaseFileError(f"{path} is of an older version and cannot be written; copy it where it can, and open the copy.")
        yield CaseFile(connection, path, writable=writable)
    finally:
        connection.close()


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """CaseFileError when the file is not a case file at all."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != migrations.APPLICATION_ID:
        raise CaseFileError(f"{path} is not a Rashomon case file; the first argument names the case file to make or to open.")
