"""A file's new content in, the file out: whole, or as it was before."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import InputError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the name `path` when all went well; InputError when it cannot be written."""
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
