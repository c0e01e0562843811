"""A file of records in, one document each out: JSON Lines, plain or gzipped, or one JSON list.

A record is an object with `text`, and as far as it has them `id`, `title`, `outlet`, `url`, `authors`, `published` (an ISO
date or time) and `language`, which are passed through. Offsets are into its `text`. A record that cannot be used is skipped
with its line; the others are read.
"""

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.errors import InputError
from rashomon.ingest import Skipped, decode
from rashomon.ingest.blocks import blocks
from rashomon.ingest.documents import Given, document
from rashomon.model import Document

LARGEST = 500 * 1024 * 1024
"""Bytes a file of records may have, unpacked; each record's text may have as many as a document may."""

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\S*)?)?)?$")


def read(path: Path) -> Iterator[Document | Skipped]:
    """The documents of a file of records, and the records that were skipped."""
    raw = decode.load(path, LARGEST)
    sha = hashlib.sha256(raw).hexdigest()
    text = decode.decode(_unpacked(raw, path), path)
    for number, record in _records(text, path):
        if isinstance(record, Skipped):
            yield record
            continue
        why = _unusable(record)
        if why:
            yield Skipped(path=path, line=number, why=f"{path}, record {number}, was left out: {why}.")
        else:
            said = record["text"]
            yield document(path.name, sha, said, blocks(said), _given(record))


def _unpacked(raw: bytes, path: Path) -> bytes:
    if not raw.startswith(b"\x1f\x8b"):
        return raw
    try:
        with gzip.open(path) as packed:
            content = packed.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path} is a broken gzip file ({error}); pack it again.") from error
    if len(content) > LARGEST:
        raise InputError(f"{path} holds more than {LARGEST / 1e6:.0f} MB when unpacked; split it.")
    return content


def _records(text: str, path: Path) -> Iterator[tuple[int, Any]]:
    """Each record with its number: the line in JSON Lines, the place in a list, from 1."""
    if text.lstrip().startswith("[") or path.suffix.lower() == ".json":
        try:
            whole = json.loads(text)
        except (ValueError, RecursionError) as error:
            if text.lstrip().startswith("["):
                raise InputError(f"{path} is no valid JSON ({error}).") from error
        else:
            yield from enumerate(whole if isinstance(whole, list) else [whole], start=1)
            return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            why = f"{path}, line {number}, is no valid JSON ({error}); it was left out."
            yield number, Skipped(path=path, line=number, why=why)


def _unusable(record: Any) -> str | None:
    """Why a record cannot be a document, or None."""
    if not isinstance(record, dict):
        return "it is no JSON object"
    text = record.get("text")
    if not isinstance(text, str):
        return "it has no `text`" if text is None else "its `text` is no string"
    if not text.strip():
        return "its `text` is empty"
    if len(text) > decode.LARGEST:
        return f"its `text` is longer than {decode.LARGEST / 1e6:.0f} MB"
    if any("\ud800" <= c <= "\udfff" for c in text):
        return "its `text` holds half a character (a lone surrogate)"
    return None


def _given(record: dict[str, Any]) -> Given:
    published = _string(record.get("published"))
    return Given(
        key=_string(record.get("id")) or "",
        title=_string(record.get("title")),
        outlet=_string(record.get("outlet")),
        url=_string(record.get("url")),
        authors=_strings(record.get("authors")),
        published=published if published and _ISO.match(published) else None,
        language=_string(record.get("language")),
    )


def _string(value: Any) -> str | None:
    return str(value).strip() or None if isinstance(value, str | int) and not isinstance(value, bool) else None


def _strings(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for item in values if (text := _string(item)))
