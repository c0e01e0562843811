"""What SQLite complains of in, one sentence that says what is wrong with a case file and what to do out."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon import codec
from rashomon.errors import CaseFileError


@contextmanager
def said(path: Path) -> Iterator[None]:
    """CaseFileError for whatever goes wrong inside with the case file at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", None) or ""
        raise CaseFileError(_sentence(path, code, str(error))) from error
    except (zlib.error, codec.Malformed) as error:
        raise CaseFileError(f"{path} is damaged ({error}); go back to a copy of it.") from error


def _sentence(path: Path, code: str, complaint: str) -> str:
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"{path} is in use by another program; try again when that has ended."
    if code == "SQLITE_NOTADB":
        return f"{path} is not a Rashomon case file; the first argument names the case file to make or to open."
    if code.startswith(("SQLITE_CORRUPT",)):
        return f"{path} is damaged ({complaint}); go back to a copy of it."
    if code.startswith("SQLITE_FULL"):
        return f"{path} cannot be written: the disk is full; nothing that was in it is lost."
    if code.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_IOERR")):
        return f"{path} cannot be opened or written ({complaint}); check its permissions and its folder's."
    return f"{path} cannot be used ({complaint}); go back to a copy of it."
