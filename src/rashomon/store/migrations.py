"""A case file of any earlier version in, one of this version out: forward only, one function for each step."""

from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from sqlite3 import Connection, complete_statement

from rashomon.errors import CaseFileError

APPLICATION_ID = 0x5241534D
""" "RASM" in a SQLite file's header: this is a case file and no other program's database."""


def _lay_out(connection: Connection) -> None:
    """Version 1: every table, in a file that has none."""
    for statement in _statements(files("rashomon.store").joinpath("schema.sql").read_text("utf-8")):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _choose(connection: Connection) -> None:
    """Version 2: what was chosen for the case, such as the conventions by which vague words are read; kept."""
    connection.execute("CREATE TABLE choices (name TEXT PRIMARY KEY, record TEXT NOT NULL)")


def _part(connection: Connection) -> None:
    """Version 3: the settled case in parts, so that a large one need not be read in one piece; what was kept is made again."""
    connection.execute("DROP TABLE derived")
    connection.execute("CREATE TABLE derived (part TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, record TEXT NOT NULL)")


STEPS: tuple[Callable[[Connection], None], ...] = (_lay_out, _choose, _part)
"""Step n takes a file of version n to version n + 1. A step that was released is never edited; a change is a new step."""


def version(connection: Connection) -> int:
    """The version of the file, 0 for one without tables."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def migrate(connection: Connection, path: object, steps: Sequence[Callable[[Connection], None]] = STEPS) -> None:
    """Takes the file to the newest version, in one transaction; CaseFileError when it is newer than this Rashomon."""
    if (found := version(connection)) > len(steps):
        raise CaseFileError(
            f"{path} was made by a newer Rashomon (case file version {found}, this one knows {len(steps)}); "
            "upgrade with `pip install --upgrade rashomon`."
        )
    if found == len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version(connection) :]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: executescript would end the transaction they belong to."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if complete_statement(pending):
            yield pending
            pending = ""
