"""A document in, the days out by which its page dates itself without saying the year: "ORLEN, Thursday Oct 16 (Norda) -".

Datelines, stamps and bylines are read, and what above the story looks like one: a place with a day, or a day of the week at the
end of a line of few words. A headline dates nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.model import Block, Document, Span
from rashomon.text import dates, days
from rashomon.text.names import acronym_of

STAMPS = frozenset({"dateline", "stamp", "byline"})
"""Roles of blocks that say when a page was made."""

_CHANGED = re.compile(
    r"\b(?:updated|modified|edited|reviewed|changed|archived|retrieved|accessed|copyright|last update)\b|©|\bupdate\s*:?\s*\Z",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:photo|image|picture|file|expires?)\b[^|]{0,12}\Z|\b(?:since|until|till|by|before|after|from)(?: the)?\s\Z",
    re.IGNORECASE,
)
_LINES = frozenset({"subhead", "other", "navigation"})
_TOLD = _LINES | {"paragraph"}
_HEAD = 8  # blocks above a story in which a page says what it is
_READ = 160  # code points of a line
_LONG = 120  # code points of a paragraph that tells something
_PLACE = re.compile(r"\(?(?:[^\W\d_a-z][\w.'’-]*(?:, ?| )){1,6}\Z")  # "Port Orlen, " and "(Orlen, "
_BEHIND = re.compile(r"\s*(?:\)|\([^()]{2,40}\))?\s*(?:[-–—:|]|\Z)")
_BREAK = re.compile(r"\s*(?:[-–—|·•]\s|\.\s+(?=[A-Z])|\Z)")  # behind "Thursday 16 October, 13:30", of whatever stands with it
_FIELD = re.compile(r"(?:,|[|•·–—-]) \Z")
_WORDS = 6  # of a line beside its date
_CREDIT = re.compile(r"\(([^()\d]{2,40})\)")
_FROM = 3  # posts from which on a page is one of posts
_YEAR = 2000  # has every day of the calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of a month ("XXXX-10-16"), the day of the week that stands with it (1 is Monday), and its place on the page.

    `timed` where an hour stands with it; `own` where the page is that of the agency that its dateline credits; `posts` are the
    stamps of all posts where the page is made of them.
    """

    value: str
    weekday: int | None
    span: Span
    role: str
    changed: bool
    timed: bool = False
    own: bool = False
    posts: tuple[Span, ...] = ()

    def in_year(self, year: int) -> date | None:
        """The day in a year; None where that has none, or another day of the week."""
        day = days.parsed(self.value.replace("XXXX", f"{year:04d}"))
        return day if day and self.weekday in (None, day.isoweekday()) else None

    def last(self, first: date) -> date:
        """The last day on which the page may have come out: what is datelined others may print on the day after."""
        return first + timedelta(days=self.role == "dateline" and not self.own)


def stated(document: Document) -> list[Day]:
    """The day by which a page dates itself, without a year, at each place that says it: that of stamps and bylines, else of
    datelines, which are of the writing, else that of a change; none where those of a kind are of several days, but of a page of
    posts the day of the last.
    """
    kinds = defaultdict(list)
    for day in _stated(document):
        kinds[day.changed, day.role == "dateline"].append(day)
    first = kinds[min(kinds)] if kinds else []
    if last := _last(first):
        posts = tuple(day.span for day in first)
        return [replace(day, posts=posts) for day in first if day.value == last]
    return first if len({day.value for day in first}) == 1 else []


def _last(told: Sequence[Day]) -> str | None:
    """The day of the last post of a page that is made of posts, each with its day and hour, in their order or against it."""
    if len(told) < _FROM or any(day.role != "stamp" or not day.timed for day in told):
        return None
    values = [day.value for day in told]
    return max(values) if sorted(values) in (values, values[::-1]) else None


def numbered(document: Document) -> Iterator[int]:
    """The years of stamps of two numbers that may each be the day ("4/5/2031")."""
    for block in document.blocks:
        if block.role in STAMPS:
            for found in dates.find(document.text[block.start : min(block.end, block.start + _READ)]):
                yield from (read[0].year for r in found.readings if (read := days.bounds(r)))


def _stated(document: Document) -> Iterator[Day]:
    prose = [(n, b.end - b.start) for n, b in enumerate(document.blocks) if b.role == "paragraph"]
    told = next((n for n, length in prose if length > _LONG), prose[0][0] if prose else 0)
    for place, block in enumerate(document.blocks):
        if block.role in STAMPS or place <= min(told, _HEAD):
            yield from _in_block(document, block)


def _in_block(document: Document, block: Block) -> Iterator[Day]:
    words = document.text[block.start : min(block.end, block.start + _READ)]
    for found in dates.find(words):
        value = (found.value or "")[:10]
        if not found.rule.startswith("partial") or not days.parsed(value.replace("XXXX", str(_YEAR))) or found.readings:
            continue
        before, weekday = words[: found.start], found.rule.rpartition(":")[2]
        role = _role(words, found, block.role)
        if role and not _OTHER.search(before):
            number = int(weekday) if weekday.isdigit() else None
            yield Day(
                value=value,
                weekday=number,
                span=document.span(block.start + found.start, block.start + found.end),
                role=role,
                changed=bool(_CHANGED.search(before)),
                timed="T" in (found.value or ""),
                own=role == "dateline" and _own(document, words[found.end :]),
            )


def _own(document: Document, behind: str) -> bool:
    """Whether the page is of the agency that its dateline credits: it has its name, or begins with it."""
    credit = _CREDIT.match(behind.lstrip())
    if not credit:
        return False
    name, head = credit[1].casefold(), document.text[:_READ].lstrip().casefold()
    outlet = document.outlet or ""
    return name == outlet.casefold() or acronym_of(credit[1], outlet) or re.match(rf"{re.escape(name)}\b", head) is not None


def _role(words: str, found: dates.Expression, role: str) -> str | None:
    """What a day is on its page; None where it is none of the page."""
    before, behind = words[: found.start], words[found.end :]
    if role in STAMPS:
        return role
    if role in _TOLD and _PLACE.match(before) and _BEHIND.match(behind):
        return "dateline"
    if (
        role in _LINES
        and found.rule[-1:].isdigit()
        and "T" in (found.value or "")
        and not before.strip()
        and _BREAK.match(behind)
    ):
        return "line"
    if role in _LINES and found.rule[-1:].isdigit() and len((before + behind).split()) <= _WORDS:
        alone = not before.strip() or _FIELD.search(before)
        return "line" if alone and _BEHIND.match(behind) else None
    changed = role in _LINES and _CHANGED.search(before) and found.rule[-1:].isdigit()
    return "line" if changed else None
