import sqlite3
from pathlib import Path

import pytest

from rashomon import codec
from rashomon.errors import CaseFileError
from rashomon.store import casefile, migrations, seals
from tests import factory

VERSION_1 = """
CREATE TABLE inputs (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE documents (id TEXT PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES inputs (sha256),
  present INTEGER NOT NULL DEFAULT 1 CHECK (present IN (0, 1)), record TEXT NOT NULL);
CREATE TABLE annotations (document TEXT PRIMARY KEY REFERENCES documents (id), recipe TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE decisions (seq INTEGER PRIMARY KEY, record TEXT NOT NULL, seal TEXT NOT NULL UNIQUE);
CREATE TRIGGER decisions_are_never_changed BEFORE UPDATE ON decisions BEGIN SELECT RAISE (ABORT, 'never changed'); END;
CREATE TRIGGER decisions_are_never_removed BEFORE DELETE ON decisions BEGIN SELECT RAISE (ABORT, 'never removed'); END;
CREATE TABLE skipped (seq INTEGER PRIMARY KEY, path TEXT NOT NULL, why TEXT NOT NULL);
CREATE TABLE derived (fingerprint TEXT PRIMARY KEY, record TEXT NOT NULL);
PRAGMA application_id = 1380012877;
PRAGMA user_version = 1;
"""
"""What version 1 laid out, written down here so that no later change of the schema can pass for it."""

DECIDED = (
    '{"id":"","question":"note","subject":["d1"],"answer":"see the film","author":"Ada",'
    '"made_at":"2024-03-05T10:00:00Z","quotes":[],"note":"","seal":""}'
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.case"
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1)
    document = factory.document("Nine people were killed.")
    connection.execute("INSERT INTO inputs VALUES (?, x'')", (document.sha256,))
    record = codec.to_json(document).decode()
    connection.execute("INSERT INTO documents VALUES (?, ?, ?, 1, ?)", (document.id, document.file, document.sha256, record))
    connection.execute("INSERT INTO decisions VALUES (1, ?, ?)", (DECIDED, seals.seal("", DECIDED)))
    connection.commit()
    connection.close()
    return path


def test_a_file_of_version_1_opens_with_its_documents_and_decisions(old: Path):
    with casefile.opened(old) as file:
        assert [d.text for d in file.documents()] == ["Nine people were killed."]
        assert [d.answer for d in file.decisions()] == ["see the film"]


def test_a_file_of_version_1_is_laid_out_as_a_new_one_is(old: Path, tmp_path: Path):
    with casefile.opened(old), casefile.opened(tmp_path / "new.case", create=True):
        pass
    assert _columns(old) == _columns(tmp_path / "new.case")


def _add_a_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE later (x)")


def _fail(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half (x)")
    raise ValueError("stopped on the way")


def test_only_the_steps_that_are_missing_are_taken(old: Path):
    connection = sqlite3.connect(old, isolation_level=None)
    migrations.migrate(connection, old, (*migrations.STEPS, _add_a_table))
    assert migrations.version(connection) == len(migrations.STEPS) + 1
    assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)
    migrations.migrate(connection, old, (*migrations.STEPS, _add_a_table))
    connection.close()
    with pytest.raises(CaseFileError, match="newer Rashomon"), casefile.opened(old):
        pass


def test_a_step_that_fails_leaves_the_file_as_it_was(old: Path):
    connection = sqlite3.connect(old, isolation_level=None)
    with pytest.raises(ValueError, match="on the way"):
        migrations.migrate(connection, old, (*migrations.STEPS, _add_a_table, _fail))
    assert migrations.version(connection) == 1
    connection.close()
    with casefile.opened(old) as file:
        assert len(file.documents()) == 1


def _columns(path: Path) -> list[tuple[str, ...]]:
    connection = sqlite3.connect(path)
    tables = [n for (n,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    found = [(t, *(str(c) for c in connection.execute(f"PRAGMA table_info({t})"))) for t in tables]
    connection.close()
    return found
