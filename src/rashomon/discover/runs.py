"""Files in, a shelf of stories out: the run of a discovery, and what it came to.

A run reads, then places what it read. Both go on where a run before stopped: files that have not changed since they were read
are passed over, a file that grew is read on from its last record.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import Protocol, TypeVar

from rashomon import codec
from rashomon.discover import digests, neighbours, placing, reading
from rashomon.discover.reading import Aside
from rashomon.discover.records import Article, Counts, Digest
from rashomon.discover.shelf import Shelf
from rashomon.engine import Progress, Work, local

T = TypeVar("T")

PIECE = 500
"""Articles in one piece of work."""
TOGETHER = 16
"""Pieces that are written down together, in one transaction."""
LITTLE = 4
"""Pieces below which other processes do not pay."""


class Engine(Protocol):
    """Does a function of a module on pieces, in order; None for a piece that its worker did not survive."""

    def __call__(self, work: Work, pieces: Iterable[bytes], /) -> Iterator[bytes | None]: ...


def on_this_machine(work: Work, pieces: Iterable[bytes]) -> Iterator[bytes | None]:
    """The engine without extras: as many processes as there are cores, or none for little work."""
    waiting = iter(pieces)
    first = list(islice(waiting, LITTLE))
    processes = local.workers(LITTLE, 1) if len(first) == LITTLE else 1
    yield from (outcome.result for outcome in local.stream(work, chain(first, waiting), processes))


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
        for _, piece, answer in _done(neighbours.find, (((), piece) for piece in pieces), engine):
            yield neighbours.find(piece) if answer is None else answer

    placing.place(shelf, run, window, progress)


def _done(work: Work, given: Iterable[tuple[T, bytes]], engine: Engine) -> Iterator[tuple[T, bytes, bytes | None]]:
    """What is given with each piece, the piece, and its answer; only the pieces that are under way are held."""
    held: deque[tuple[T, bytes]] = deque()

    def pieces() -> Iterator[bytes]:
        for pair in given:
            held.append(pair)
            yield pair[1]

    for answer in engine(work, pieces()):
        yield *held.popleft(), answer


def _read(shelf: Shelf, path: Path, engine: Engine, progress: Progress, before: int) -> tuple[int, int]:
    """Reads one file on from where it was left; how many articles it gave, and how many of those are new."""
    name, facts = str(path.resolve()), path.stat()
    size, changed, records, done = shelf.progress(name)
    if done and (size, changed) == (facts.st_size, facts.st_mtime_ns):
        return 0, 0
    if records and facts.st_size < size:
        records = 0  # another file under the same name
    read = new = 0
    digested = _digested(reading.records(path, records), engine)
    while some := list(islice(digested, TOGETHER)):
        with shelf.transaction():
            for items, found in some:
                took, added = _put(shelf, name, items, found)
                records = max([records, *(item.number for item in items)])
                read, new = read + took, new + added
            shelf.reached(name, facts.st_size, facts.st_mtime_ns, records, False)
        progress("Reading", before + read, 0)
    shelf.reached(name, facts.st_size, facts.st_mtime_ns, records, True)
    return read, new


def take(shelf: Shelf, name: str, items: Iterable[Article | Aside], engine: Engine) -> int:
    """Puts articles that come from no file on the shelf; how many are new."""
    with shelf.transaction():
        return sum(_put(shelf, name, some, found)[1] for some, found in _digested(items, engine))


def _put(shelf: Shelf, name: str, items: Sequence[Article | Aside], found: Sequence[Digest | str]) -> tuple[int, int]:
    """Puts digested articles on the shelf, bad ones aside; how many were good, and how many of those are new."""
    for item in items:
        if isinstance(item, Aside):
            shelf.bad(name, item.number, item.why, item.kind)
    for article, made in zip((i for i in items if isinstance(i, Article)), found, strict=True):
        if isinstance(made, str):
            shelf.bad(name, article.number, f"{article.file}, record {article.number}: {made}.", made)
    good = [made for made in found if isinstance(made, Digest)]
    return len(good), shelf.put(good)


def _digested(items: Iterable[Article | Aside], engine: Engine) -> Iterator[tuple[list[Article | Aside], list[Digest | str]]]:
    """Items some at a time, and for each article among them its digest, or why there is none."""
    for some, piece, answer in _done(digest, _packed(iter(items)), engine):
        if answer is None:  # its worker did not survive
            yield some, _again(codec.from_pack(piece, list[Article]))
        else:
            yield some, codec.from_pack(answer, list[Digest | str])


def _packed(items: Iterator[Article | Aside]) -> Iterator[tuple[list[Article | Aside], bytes]]:
    while some := list(islice(items, PIECE)):
        yield some, codec.to_pack([item for item in some if isinstance(item, Article)])


def _again(articles: list[Article]) -> list[Digest | str]:
    """Articles whose worker ended, once more in a process of their own; where that ends as well, one half after the other."""
    outcome = local.apart(digest, codec.to_pack(articles))
    if outcome.result is not None:
        return codec.from_pack(outcome.result, list[Digest | str])
    if len(articles) == 1:
        return ["ended the process that read it"]
    half = len(articles) // 2
    return [*_again(articles[:half]), *_again(articles[half:])]


def digest(piece: bytes) -> bytes:
    """Packed articles in, their packed digests out, and the reason in place of one that cannot be made."""
    return codec.to_pack(digests.digested(codec.from_pack(piece, list[Article])))
