"""A file in, documents out. Each module with a `read` is a reader, registered under the file suffix it reads:

    read(path: Path) -> Iterable[Document | Skipped]

A reader raises InputError with one sentence when a file cannot be read; of a file that holds many documents it skips the
bad ones and goes on. It never guesses what the page does not say. `piles` reads many files and folders at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rashomon.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that was given and left out: the file (with the line, in a file of records), and why, in one sentence."""

    path: Path
    why: str
    line: int | None = None

    def __str__(self) -> str:
        return self.why


class Reader(Protocol):
    """What a plug-in of the group `rashomon.readers` is."""

    def __call__(self, path: Path, /) -> Iterable[Document | Skipped]: ...
