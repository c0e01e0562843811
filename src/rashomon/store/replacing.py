"""A file's new content in, the file out: whole, or as it was before."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import InputError
from rashomon.store.migrations import APPLICATION_ID


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the name `path` when all went well; InputError when it cannot be written, or holds a case."""
    if _is_case(path):
        raise InputError(f"{path} is a case file, and its decisions would be lost; give the output another name.")
    place = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(place, "wb") as out:
            yield out
        os.replace(place, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"{path} cannot be written ({reason}); check the folder and its permissions.") from error
    finally:
        with suppress(OSError):
            os.unlink(place)


def _is_case(path: Path) -> bool:
    """By the head of an SQLite file, which says whose it is at byte 68 (https://www.sqlite.org/fileformat.html)."""
    try:
        with open(path, "rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[68:] == APPLICATION_ID.to_bytes(4)
