"""A file in, documents out. Each module is a reader, chosen by the file's suffix:

    read(path: Path) -> Iterable[Document]

A reader raises InputError with one sentence when a file cannot be read; it never guesses what the page does not say.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from rashomon.model import Document


class Reader(Protocol):
    """What a plug-in of the group `rashomon.readers` is."""

    def __call__(self, path: Path, /) -> Iterable[Document]: ...
