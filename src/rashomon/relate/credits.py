"""A document in, what its page says of where it took its story from out: "originally published in", "h/t", "Source:"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.model import Document, Span

_NAME = r"(?P<name>(?-i:(?:the |The )?[A-Z][\w.&'’-]*(?: (?:(?:of|for|du|de|la|le|al|and|&) )?[A-Z][\w.&'’-]*){0,5}))"
_LONGEST = 400  # characters: a notice is a line or a short paragraph, or opens a longer one
_TRAILING = re.compile(r"[\s.,;:]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An outlet that a page names as its model: in which manner, and the notice's words."""

    name: str
    manner: str
    span: Span


@cache
def _notices() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (notice["manner"], re.compile(pattern.replace("NAME", _NAME), re.IGNORECASE))
        for notice in load("credits")["notice"]
        for pattern in notice["patterns"]
    )


@cache
def _languages() -> frozenset[str]:
    return frozenset(load("credits")["languages"]["names"])


def credits(document: Document) -> Iterator[Credit]:
    """The notices of a page, in text order, one for each block."""
    for block in document.blocks:
        line = document.text[block.start : min(block.end, block.start + _LONGEST)]
        whole = block.end - block.start <= _LONGEST
        for manner, pattern in _notices():
            if found := pattern.search(line) if whole else pattern.match(line):
                start = block.start + found.start()
                name = _TRAILING.sub("", " ".join(found.group("name").split()))
                if name.split()[-1] in _languages():
                    continue
                yield Credit(name=name, manner=manner, span=document.span(start, block.start + found.end()))
                break
