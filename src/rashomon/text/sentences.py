"""A paragraph in, its sentences out."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[”\"’'»)\]]*(?=\s+[“\"‘'«(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Col|Gen|Lt|Sgt|Capt|Gov|Sen|Rep|St|Jr|Sr|Prof|No|vs|etc|e\.g|i\.e)|\b[A-Z])\.$")


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence between `start` and `end`, without surrounding white space."""
    end = len(text) if end is None else end
    begin = start
    for found in _END.finditer(text, start, end):
        if _ABBREVIATION.search(text, begin, found.start() + 1):
            continue
        yield from _trim(text, begin, found.end())
        begin = found.end()
    yield from _trim(text, begin, end)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    if start < (end := start + len(piece.strip())):
        yield start, end
