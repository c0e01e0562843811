"""Files and folders in, one pile out: their documents, the bytes they were read from, and what was skipped and why."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rashomon import registry
from rashomon.errors import RashomonError
from rashomon.ingest import Skipped
from rashomon.model import Document

Progress = Callable[[Path, int, int], None]
"""Called before each file: the file, how many came before it, how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """What was read. `raw`: the original bytes by their sha256, which every document names."""

    documents: tuple[Document, ...] = ()
    raw: dict[str, bytes] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()


def read(paths: Iterable[Path], progress: Progress | None = None) -> Pile:
    """All that these files and folders hold; nothing is raised for a bad one, it is skipped with its reason."""
    documents: list[Document] = []
    raw: dict[str, bytes] = {}
    skipped: list[Skipped] = []
    for item, content in each(paths, progress):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            documents.append(item)
            raw[item.sha256] = content
    documents.sort(key=lambda d: (d.file, d.id))
    return Pile(documents=tuple(documents), raw=dict(sorted(raw.items())), skipped=tuple(skipped))


def each(paths: Iterable[Path], progress: Progress | None = None) -> Iterator[tuple[Document | Skipped, bytes]]:
    """The same one by one, as they are read: a document with the bytes of its file, or what was skipped with none."""
    found = list(_files(paths))
    seen_paths: set[Path] = set()
    seen: dict[str, Path] = {}
    for done, item in enumerate(found):
        if isinstance(item, Skipped):
            yield item, b""
            continue
        if progress:
            progress(item, done, len(found))
        if (resolved := _resolved(item)) in seen_paths:
            yield Skipped(path=item, why=f"{item} was given twice and was read once."), b""
            continue
        seen_paths.add(resolved)
        for made, content in _documents(item):
            if isinstance(made, Document) and made.id in seen:
                yield _again(made, item, seen[made.id]), b""
                continue
            if isinstance(made, Document):
                seen[made.id] = item
            yield made, content


def _again(made: Document, path: Path, before: Path) -> Skipped:
    if path == before:
        return Skipped(path=path, why=f"{path} holds the same document twice ({made.text[:40]!r}…); the second was left out.")
    return Skipped(path=path, why=f"{path} holds the same as {before} under the same name; it was left out.")


def _files(paths: Iterable[Path]) -> Iterator[Path | Skipped]:
    """Every file that was named, and every file below every folder that was named, in order; hidden ones are passed over."""
    for given in paths:
        path = Path(given)
        if not _is_folder(path):
            yield path
            continue
        refused: list[OSError] = []
        below = 0
        for folder, folders, names in os.walk(path, onerror=refused.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith("."):
                    below += 1
                    yield Path(folder) / name
        for error in refused:
            yield Skipped(path=Path(error.filename), why=f"{error.filename} cannot be opened ({error.strerror}).")
        if not below and not refused:
            yield Skipped(path=path, why=f"{path} is a folder without files.")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path


def _documents(path: Path) -> Iterator[tuple[Document | Skipped, bytes]]:
    """What one file holds, with its bytes; a file that cannot be read is one thing skipped."""
    suffix = _suffix(path)
    if suffix is None:
        known = ", ".join(f".{name}" for name in registry.names("readers"))
        yield Skipped(path=path, why=f"{path} is of a kind that Rashomon does not read; it reads {known}."), b""
        return
    raw: dict[str, bytes] = {}
    try:
        for made in registry.find("readers", suffix)(path):
            if isinstance(made, Skipped):
                yield made, b""
                continue
            if made.sha256 not in raw:
                raw[made.sha256] = _bytes(path, made)
            yield made, raw[made.sha256]
    except RashomonError as error:
        yield Skipped(path=path, why=str(error)), b""
    except Exception as error:  # a plug-in may fail in any way; one bad file must not lose the others
        why = f"{path} made its reader fail ({type(error).__name__}: {error}); it was left out."
        yield Skipped(path=path, why=why), b""


def _bytes(path: Path, made: Document) -> bytes:
    """The bytes a document names: its file's, or, where a reader took a part of it, its text's."""
    whole = path.read_bytes()
    return whole if hashlib.sha256(whole).hexdigest() == made.sha256 else made.text.encode("utf-8", "replace")


def _suffix(path: Path) -> str | None:
    """The longest suffix of a file that a reader is registered for; txt where it has none; None where nobody reads it."""
    names = registry.names("readers")
    suffixes = [s.lstrip(".").lower() for s in path.suffixes]
    for start in range(len(suffixes)):
        if (joined := ".".join(suffixes[start:])) in names:
            return joined
    return "txt" if not suffixes else None
