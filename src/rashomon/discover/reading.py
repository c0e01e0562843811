"""A corpus in, its records out one by one: JSON Lines, WARC, Parquet, and any file that a reader of Rashomon's reads.

Nothing is held but the record at hand. What cannot be used comes out as well, with its reason.
"""

import bz2
import gzip
import io
import json
import lzma
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

from rashomon import registry
from rashomon.discover import feeds
from rashomon.discover.records import Article
from rashomon.errors import InputError, RashomonError
from rashomon.ingest import Skipped
from rashomon.model import Document

LONGEST_LINE = 50_000_000
"""Bytes of one line of JSON Lines; a longer one is passed over without being held."""


def _unpacking(path: Path, mode: str) -> Any:
    """A file packed by Zstandard, which Arrow unpacks and Python before 3.14 does not."""
    try:
        from pyarrow import input_stream
    except ImportError as error:
        raise InputError(f"{path}: reading Zstandard needs the extra `scale`: pip install 'rashomon[scale]'.") from error
    return io.BufferedReader(input_stream(str(path), compression="zstd"))


_OPENERS: dict[str, Callable[..., Any]] = {
    ".gz": gzip.open,
    ".bz2": bz2.open,
    ".xz": lzma.open,
    ".zst": _unpacking,
    "": open,
}
_TEXTS = ("text", "body", "content", "maintext", "article")
_TITLES = ("title", "headline")
_DATES = ("published", "date", "date_publish", "publish_date", "date_published", "timestamp")
_OUTLETS = ("outlet", "publisher", "source", "source_domain", "domain")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A record that was set aside: why, in a sentence, and the kind of reason it is counted under."""

    number: int
    why: str
    kind: str


def corpus(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file of a corpus, in order; InputError for a path that is not there. Hidden files are passed over."""
    seen: set[Path] = set()
    for given in paths:
        if not given.exists():
            raise InputError(f"{given} does not exist; check the spelling.")
        for path in sorted(_below(given)) if given.is_dir() else [given]:
            if (whole := path.resolve()) not in seen:
                seen.add(whole)
                yield path


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place) / name for name in names if not name.startswith("."))


def records(path: Path, after: int = 0) -> Iterator[Article | Aside]:
    """The records of one file in order, numbered from 1, those up to `after` left out."""
    for item in _all(path):
        if item.number > after or not item.number:  # what is said of the whole file has no number
            yield item


def _all(path: Path) -> Iterator[Article | Aside]:
    suffixes = [s.lower() for s in path.suffixes]
    packed = suffixes[-1] if suffixes and suffixes[-1] in _OPENERS else ""
    kind = (suffixes[-2] if len(suffixes) > 1 else "") if packed else (suffixes[-1] if suffixes else "")
    try:
        if kind in (".jsonl", ".ndjson"):
            with _OPENERS[packed](path, "rb") as lines:
                yield from _lines(lines, path)
        elif kind == ".warc":
            yield from _pages(path)
        elif kind in feeds.SUFFIXES:
            yield from entries(feeds.load(str(path)), path)
        elif kind == ".parquet":
            yield from _rows(path)
        else:
            yield from _documents(path)
    except RashomonError as error:
        yield Aside(number=0, why=str(error), kind="file that cannot be read")
    except (OSError, EOFError, lzma.LZMAError, ValueError) as error:
        yield Aside(number=0, why=f"{path} could not be read to its end ({error}).", kind="broken file")


def _lines(lines: IO[bytes], path: Path) -> Iterator[Article | Aside]:
    number = 0
    while line := lines.readline(LONGEST_LINE):
        number += 1
        if not line.endswith(b"\n") and len(line) >= LONGEST_LINE:
            while (rest := lines.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
            yield Aside(number=number, why=f"{path}, line {number}, is longer than 50 MB.", kind="line too long")
        elif line.strip():
            yield _parsed(line, path, number)


def _parsed(line: bytes, path: Path, number: int) -> Article | Aside:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Aside(number=number, why=f"{path}, line {number}, is no valid JSON ({error}).", kind="no valid JSON")
    return article(record, path, number)


def article(record: Any, path: Path, number: int) -> Article | Aside:
    """The article in a record of a corpus: its fields by the names that corpora give them."""
    if not isinstance(record, dict):
        return Aside(number=number, why=f"{path}, record {number}, is no object.", kind="no object")
    text = _first(record, _TEXTS)
    if not text:
        return Aside(number=number, why=f"{path}, record {number}, has no text.", kind="no text")
    return Article(
        title=_first(record, _TITLES),
        text=text,
        outlet=_first(record, _OUTLETS),
        url=_first(record, ("url", "link")),
        published=_first(record, _DATES),
        language=_first(record, ("language", "lang")),
        file=str(path),
        number=number,
    )


def _first(record: dict[str, Any], names: Iterable[str]) -> str:
    """The first field of these that holds words; days and times as ISO has them."""
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, date):
            return value.isoformat()
    return ""


def entries(data: bytes, name: Path | str) -> Iterator[Article | Aside]:
    """The entries of a feed, those without words set aside."""
    for entry in feeds.entries(data, str(name)):
        if entry.text:
            yield entry
        else:
            yield Aside(number=entry.number, why=f"{name}, entry {entry.number}, has no text.", kind="no text")


def _rows(path: Path) -> Iterator[Article | Aside]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise InputError(f"{path}: reading Parquet needs the extra `scale`: pip install 'rashomon[scale]'.") from error
    number = 0
    try:
        for batch in ParquetFile(path).iter_batches(batch_size=500):
            for record in batch.to_pylist():
                number += 1
                yield article(record, path, number)
    except ArrowException as error:
        raise InputError(f"{path} is no valid Parquet ({error}).") from error


def _pages(path: Path) -> Iterator[Article | Aside]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise InputError(f"{path}: reading WARC needs the extra `scale`: pip install 'rashomon[scale]'.") from error
    from rashomon.ingest import html

    with open(path, "rb") as stream:
        for number, record in enumerate(ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True), start=1):
            if "html" not in (record.http_content_type or "").lower():
                continue
            url = record.headers.get("WARC-Target-URI") or ""
            try:
                yield _told(html.page(record.reader.read(20_000_000), Path(url or path.name), url), path, number, url)
            except RashomonError as error:
                yield Aside(number=number, why=f"{path}, record {number} ({url}): {error}", kind="page without a story")
            except Exception as error:  # a page may break a parser in any way; the others must go on
                yield Aside(number=number, why=f"{path}, record {number} ({url}): {error}", kind="page that cannot be parsed")


def _documents(path: Path) -> Iterator[Article | Aside]:
    """What a reader of Rashomon's makes of a file."""
    names = registry.names("readers")
    suffix = path.suffix.lstrip(".").lower() or "txt"
    if suffix not in names:
        raise InputError(f"{path} is of a kind that is not read; those are jsonl, parquet, warc, {', '.join(names)}.")
    for number, made in enumerate(registry.find("readers", suffix)(path), start=1):
        if isinstance(made, Skipped):
            yield Aside(number=number, why=made.why, kind="record that cannot be used")
        else:
            yield _told(made, path, number, made.url or "")


def _told(document: Document, path: Path, number: int, url: str) -> Article:
    """A document's content as an article: what surrounds the story on its page is left out."""
    title = document.title.text if document.title else ""
    content = "\n".join(document.text[b.start : b.end] for b in document.blocks if b.content)
    return Article(
        title=title,
        text=content or document.text,
        outlet=document.outlet or document.host or "",
        url=url,
        published=document.published.earliest or "",
        language=document.language or "",
        file=str(path),
        number=number,
    )
