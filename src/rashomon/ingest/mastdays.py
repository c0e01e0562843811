"""A line above a story in, the whole dates in it out that are the day of the page: parts of their own in it, among names of
papers, editions, numbers of issues, prices, hours and credits. What a line tells, and when it was, dates nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.text import dates, days

OTHER = re.compile(r"\b(?:copyright|all rights|photo|image|picture|file|since|founded|expires?|event date)\b|©", re.I)
"""Words that say that a date is none of the page."""

FILLER = re.compile(
    r"\b(?:first|date|published|posted|publication|issued|on|at|by|gmt|utc|updated?|modified|last|local|time|am|pm)\b|[^\w]"
    r"|\d{1,2}[:.]\d\d",
    re.I,
)
"""What stands with a date in a line that does nothing but stamp its page."""

_FIELDS = re.compile(r"\s+[|•·>–—/-]+\s+|\.\s+(?=[A-Z])|\t|\s{2,}")
_ISSUED = r"\b(?:no|nr|vol|volume|issue|number|edition|bulletin|brief|version|revision)\b\.?\s*(?:no\.?\s*)?[\dIVXLC]+\b"
_ASIDE = re.compile(rf"\([^()]*\)|{_ISSUED},?", re.I)
_BEHIND_ISSUE = re.compile(rf"{_ISSUED}\s*[,:;(|/–—-]*\s*(?:as of\s+)?\Z", re.I)
_WEEKDAY = re.compile(r"\b(?:mon|tue|tues|wednes|wed|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b", re.I)
_PAPER = re.compile(
    r"\b(?:(?:early|first|second|third|final|late|last|main|special|extra|morning|midday|noon|afternoon|evening|night|weekend"
    r"|print|online|digital|city|national|international|regional|local) )*edition\b|\bpages? \d+\b|\bfree of charge\b"
    r"|\bprice\b",
    re.I,
)
_HOUR = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:early |late )?(?:morning|midday|noon|afternoon|evening|night)\b", re.I
)
_NAME = re.compile(r"\W*(?:[^\W\d_a-z][\w.'’&-]*,?\s+){1,6}\W*")
_CREDIT = re.compile(
    r"\W*(?:(?:by|from|text|words)\b:?\s(?-i:[^\W\d_a-z]).{2,60}"
    r"|(?:[\w'’-]+ ){0,4}(?:staff|agency|agencies|newsroom|desk|reporters?|correspondents?|bureau|team|wires?|writers?)\b"
    r"(?: [\w'’-]+){0,4}),?\s*",
    re.I,
)
_OF = re.compile(r"\b(?:morning|noon|afternoon|evening|night|hours) of\b", re.I)
_WORDS = 4  # of another part of the line, where nothing else tells that it stamps the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day, its place in the line, and the words before it in its part of the line."""

    day: date
    start: int
    end: int
    before: str


def dated(words: str) -> Iterator[Dated]:
    """The days of the page in a line above the story."""
    bounds = [0, *(n for bar in _FIELDS.finditer(words) for n in bar.span()), len(words)]
    fields = [(a, words[a:b]) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
    for at, field in fields:
        for found in whole(_plain(field, words[:at])):
            others = [other for start, other in fields if start != at]
            day = days.parsed((found.value or "")[:10])
            if day and not OTHER.search(field) and _own(field, found, words[:at], others):
                yield Dated(day=day, start=at + found.start, end=at + found.end, before=_plain(field, "")[: found.start])


def whole(words: str) -> Iterator[dates.Expression]:
    """The dates of one day with its year; "the night of 3 May 2032" is when something was."""
    for found in dates.find(words):
        value = found.value or ""
        if found.rule == "date" and len(value) >= 10 and "/" not in value and not _OF.search(words[found.start : found.end]):
            yield found


def _plain(field: str, above: str) -> str:
    """A part of a line with blanks for its asides; what stands in brackets behind the number of an issue is none."""
    return _ASIDE.sub(lambda a: a[0] if _BEHIND_ISSUE.search((above + field[: a.start()])[-40:]) else " " * len(a[0]), field)


def _own(field: str, found: dates.Expression, above: str, others: Sequence[str]) -> bool:
    """Whether a date stamps the page: it stands behind the number of an issue, or with what only stamps and mastheads have."""
    before, behind = field[: found.start], field[found.end :]
    if _BEHIND_ISSUE.search((above + before)[-40:]) and not behind.strip(" )."):
        return True
    plain = _plain(field, "")
    before, behind = plain[: found.start], plain[found.end :]
    day, paper = bool(_WEEKDAY.search(field)), bool(_PAPER.search(above + field + " ".join(others)))
    hour = "T" in (found.value or "") or bool(_HOUR.search(behind))
    if _rest(behind):
        return False
    if _rest(before):
        return bool(_CREDIT.fullmatch(before)) or (day and paper and bool(_NAME.fullmatch(_WEEKDAY.sub("", before))))
    short = all(len(other.split()) <= _WORDS or _CREDIT.fullmatch(other) for other in others)
    return day or hour or paper or short


def _rest(words: str) -> str:
    """What is left of some words without all that goes with a date."""
    for pattern in (_PAPER, _HOUR, _WEEKDAY, FILLER):
        words = pattern.sub(" ", words)
    return words.strip()
