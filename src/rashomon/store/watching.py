"""A case file that others may write to in, whether they did out."""

import os
import sqlite3
from pathlib import Path
from threading import Lock

from rashomon.store.complaints import said

WAIT = 5.0
"""Seconds to wait for another program that is writing to the file."""


class Watch:
    """Tells whether others have written to a case file, without reading it; to be closed."""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, Lock()
        self._connection, self._place = self._open()

    def stamp(self) -> tuple[int, ...]:
        """Differs from the last one when something was written since, or another file took the name."""
        with self._lock, said(self._path):
            place = os.stat(self._path)
            if (place.st_dev, place.st_ino) != self._place:
                self._connection.close()
                self._connection, self._place = self._open()
            return *self._place, self._connection.execute("PRAGMA data_version").fetchone()[0]

    def close(self) -> None:
        self._connection.close()

    def _open(self) -> tuple[sqlite3.Connection, tuple[int, int]]:
        found = os.stat(self._path)
        writable = os.access(self._path, os.W_OK) and os.access(self._path.parent, os.W_OK)
        uri = self._path.resolve().as_uri() + ("?mode=ro" if writable else read_only(self._path))
        connection = sqlite3.connect(uri, uri=True, timeout=WAIT, check_same_thread=False)
        return connection, (found.st_dev, found.st_ino)


def read_only(place: Path) -> str:
    """A file that cannot be written is read as it stands; changes that another program is making are seen where there are any."""
    return "?mode=ro" if Path(f"{place}-wal").exists() else "?mode=ro&immutable=1"
