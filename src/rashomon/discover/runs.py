"""Files in, a shelf of stories out: the run of a discovery, and what it came to.

A run reads, then places what it read. Both go on where a run before stopped: files that have not changed since they were read
are passed over, a file that grew is read on from its last record.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Protocol

from rashomon import codec
from rashomon.discover import digests, neighbours, placing, reading
from rashomon.discover.digests import Unusable
from rashomon.discover.reading import Aside
from rashomon.discover.records import Article, Counts, Digest
from rashomon.discover.shelf import Shelf
from rashomon.engine import Progress, Work, local

PIECE = 500
"""Articles in one piece of work."""
TOGETHER = 16
"""Pieces that are written down together, in one transaction."""
ALONE = 2000
"""Articles up to which other processes do not pay."""


class Engine(Protocol):
    """Does a function of a module on pieces, in order; None for a piece that its worker did not survive."""

    def __call__(self, work: Work, pieces: Sequence[bytes], /) -> Iterator[bytes | None]: ...


def on_this_machine(work: Work, pieces: Sequence[bytes]) -> Iterator[bytes | None]:
    """The engine without extras: as many processes as there are cores, or none for little work."""
    processes = local.workers(len(pieces), 4)
    yield from (outcome.result for outcome in local.run(work, pieces, processes))


def discover(
    shelf: Shelf, paths: Iterable[Path], engine: Engine, window: int, progress: Progress, *, place: bool = True
) -> Counts:
    """Reads what is new in these files and folders, and places it."""
    began, read, new = time.monotonic(), 0, 0
    for path in reading.corpus(paths):
        some, added = _read(shelf, path, engine, progress, read)
        read, new = read + some, new + added
    if place:
        finish(shelf, engine, window, progress)
    return replace(shelf.counts(), read=read, new=new, again=read - new, seconds=round(time.monotonic() - began, 1))


def finish(shelf: Shelf, engine: Engine, window: int, progress: Progress) -> None:
    """Places what was read and not placed yet."""

    def run(pieces: Iterable[bytes]) -> Iterator[bytes]:
        waiting = iter(pieces)
        while some := list(islice(waiting, local.workers(8, 1))):
            for piece, answer in zip(some, engine(neighbours.find, some), strict=True):
                yield neighbours.find(piece) if answer is None else answer

    placing.place(shelf, run, window, progress)


def _read(shelf: Shelf, path: Path, engine: Engine, progress: Progress, before: int) -> tuple[int, int]:
    """Reads one file on from where it was left; how many articles it gave, and how many of those are new."""
    name, facts = str(path.resolve()), path.stat()
    size, changed, records, done = shelf.progress(name)
    if done and (size, changed) == (facts.st_size, facts.st_mtime_ns):
        return 0, 0
    if records and facts.st_size < size:
        records = 0  # another file under the same name
    read = new = 0
    items = reading.records(path, records)
    while some := list(islice(items, PIECE * TOGETHER)):
        with shelf.transaction():
            took, added = _put(shelf, name, some, engine)
            records = max([records, *(item.number for item in some)])
            shelf.reached(name, facts.st_size, facts.st_mtime_ns, records, False)
        read, new = read + took, new + added
        progress("Reading", before + read, 0)
    shelf.reached(name, facts.st_size, facts.st_mtime_ns, records, True)
    return read, new


def take(shelf: Shelf, name: str, items: Iterable[Article | Aside], engine: Engine) -> int:
    """Puts articles that come from no file on the shelf; how many are new."""
    with shelf.transaction():
        return _put(shelf, name, list(items), engine)[1]


def _put(shelf: Shelf, name: str, some: Sequence[Article | Aside], engine: Engine) -> tuple[int, int]:
    """Digests articles and puts them on the shelf, bad ones aside; how many were good, and how many of those are new."""
    articles = [item for item in some if isinstance(item, Article)]
    found = _digested(articles, engine)
    for item in some:
        if isinstance(item, Aside):
            shelf.bad(name, item.number, item.why, item.kind)
    for article, made in zip(articles, found, strict=True):
        if isinstance(made, str):
            shelf.bad(name, article.number, f"{article.file}, record {article.number}: {made}.", made)
    good = [made for made in found if isinstance(made, Digest)]
    return len(good), shelf.put(good)


def _digested(articles: Sequence[Article], engine: Engine) -> list[Digest | str]:
    """The digest of each article, or why there is none."""
    pieces = [codec.to_pack(articles[i : i + PIECE]) for i in range(0, len(articles), PIECE)]
    if len(articles) <= ALONE:
        answers: Iterable[bytes | None] = [digest(piece) for piece in pieces]
    else:
        answers = engine(digest, pieces)
    made: list[Digest | str] = []
    for piece, answer in zip(pieces, answers, strict=True):
        if answer is None:  # its worker did not survive it: once more one by one, each in a process of its own
            made += [_alone(article) for article in codec.from_pack(piece, list[Article])]
        else:
            made += codec.from_pack(answer, list[Digest | str])
    return made


def _alone(article: Article) -> Digest | str:
    outcome = local.run(digest, [codec.to_pack([article])] * 2, 2)[0]
    return "ended the process that read it" if outcome.result is None else codec.from_pack(outcome.result, list[Digest | str])[0]


def digest(piece: bytes) -> bytes:
    """Packed articles in, their packed digests out, and the reason in place of one that cannot be made."""
    return codec.to_pack([_attempt(article) for article in codec.from_pack(piece, list[Article])])


def _attempt(article: Article) -> Digest | str:
    try:
        return digests.digest(article)
    except Unusable as reason:
        return str(reason)
    except Exception as error:  # one article may break a rule in any way; the others must go on
        return f"{type(error).__name__}"
