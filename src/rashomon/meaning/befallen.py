"""A text in, the outcomes that it names out: who was killed, injured, freed, or left.

Forms and their outcomes are data (`data/outcomes.toml`); offsets are code points within the text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from rashomon import data
from rashomon.meaning.included import FIGURE
from rashomon.text.patterns import either

CLAUSE = re.compile(r"\b(?:after|when|while|as|before|because|since)\b", re.IGNORECASE)
"""What begins another clause than a figure's own."""

_PART = "(?<!all )of (?:which|whom|those|these|them)"
_BEHIND = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?$")  # "were left with nothing": nobody left
_OUT = re.compile(r"\s+(?:out|open|unanswered|unchanged|untouched|intact|to do)\b(?! of\b)")  # "left out exercises": nobody left
_YEAR = re.compile(
    r"\b(?:in|since|of|by|from|until|before|after|early|late|mid|[A-Z][a-z]+)[ -](?:19|20)\d\d\b(?![.,]?\d| [a-z]+s\b)"
)
"""A year, which is no other figure between one and its outcome: "the men held since 2019 were freed"."""
_DWELLS = re.compile(r"\s+(?:in|on|at|near|with|there|alone|next|among|by|off)\b")  # "lives in a house": nobody lost a life
_LOST = re.compile(
    r"(?:\b(?:their|his|her|its|the|lost|lose|losing|claim(?:s|ed|ing)?|cost(?:s|ing)?|took|takes?|taking)|\d)\s+\Z", re.I
)
_NO = re.compile(r"\bno $", re.IGNORECASE)

RELEASE = "release"
"""The outcome of prisoners and of whoever else is let go."""

DEPARTURE = "departure"
"""The outcome of those who left a place, of their own will or not."""

STAYING = "staying"
"""The outcome of those who did not leave."""


def table(name: str) -> Mapping[str, str]:
    """One of the tables of outcomes: for each word the line it stands in."""
    return data.by_word("outcomes", name)


def outcomes(text: str) -> list[tuple[int, str]]:
    """The outcomes that are named in a text, with where (code points), in text order."""
    return [(at, forms()[form]) for at, form in said(text, 0) if form]


def forms() -> Mapping[str, str]:
    """For each form, in lower case, the outcome that it names."""
    return table("outcome")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(forms())}|{FIGURE}|{_PART})\b|\d", re.IGNORECASE)


def said(text: str, start: int, end: int | None = None) -> Iterator[tuple[int, str]]:
    """Where outcomes are named, each by its form in lower case; "" where another figure stands, or a part of one begins."""
    years = [m.span() for m in _YEAR.finditer(text)]
    for found in _pattern().finditer(text, start, len(text) if end is None else end):
        form = found.group().lower()
        if form.isdigit() and any(a <= found.start() < b for a, b in years):
            continue
        if forms().get(form) == STAYING and _lasting().match(text, found.end()):
            continue
        if form == "left" and (_BEHIND.search(text, max(0, found.start() - 20), found.start()) or _OUT.match(text, found.end())):
            continue
        if (
            form == "lives"
            and _DWELLS.match(text, found.end())
            and not _LOST.search(text, max(0, found.start() - 12), found.start())
        ):
            continue
        if form in ("survivor", "survivors") and _NO.search(text, max(0, found.start() - 4), found.start()):
            continue
        yield found.start(), form if form in forms() else ""


@cache
def _lasting() -> re.Pattern[str]:
    """What follows a word for staying where nobody stays anywhere."""
    return re.compile(rf"\s+(?:still\s+)?(?:{either(table('lasting'))})\b", re.IGNORECASE)
