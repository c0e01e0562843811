"""What a page states of itself, its text and its address in, when it was published out.

Metadata, stamps, bylines, the address, first lines that hold a whole date, and mastheads of which it is a part are read;
"Updated" only bounds the day from above; a dateline is the day of writing and speaks where nothing else does; what stands
in a caption or in the prose is not a day of publication. Where two or more agree on a day and the rest are later, the rest
are changes; where sources differ otherwise, all days between them are allowed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.ingest import mastdays
from rashomon.model import Block, Published, Span
from rashomon.text import dates, days

_STAMPS = frozenset({"stamp", "dateline", "byline"})
_HEAD = 6  # stamps that a reader did not tell from prose stand within the first lines
_UPDATED = re.compile(
    r"\b(?:updated?|modified|last (?:updated?|modified|edited|changed|reviewed)|edited|archived|retrieved|accessed)\b", re.I
)
_PUBLISHED = re.compile(r"\b(?:publish|posted|issued|created)", re.I)
_LABEL = re.compile(
    r"\s*(?:first )?(?:date(?: published)?|published(?: on| at)?|posted(?: on| at)?|publication date|issued)\b\s*[:\-–—|]?\s*",
    re.I,
)
_FORM = re.compile(r"date(?: of [a-z ]{3,40})?\s*:", re.I)
_SCENE = re.compile(r"(?:place|location|site|scene|venue|where)\s*:", re.I)
_LONG = 100  # code points of a paragraph that tells something
_ADDRESS = re.compile(
    r"[/=_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.?&-]|$)",
    re.I,
)
_MONTHLY = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A day that a page states outside its text: an ISO day, what states it, and whether it is that of a change."""

    day: str
    why: str
    updated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stamp:
    """The days that one source allows, whether it speaks of a change, and its place; no place when it is not in the text."""

    day: date
    updated: bool
    why: str
    span: Span | None = None
    last: date | None = None
    dateline: bool = False


def published(
    document: str,
    text: str,
    blocks: Sequence[Block],
    stated: str | None = None,
    url: str | None = None,
    said: Sequence[Stated] = (),
) -> Published:
    """When it was published. `document` is the id that spans will name; `stated` an ISO date that the input gives for it,
    which stands; `said` what the page states of itself; `url` its address.
    """
    if day := days.parsed((stated or "")[:10]):
        return Published(value=day.isoformat(), earliest=day.isoformat(), latest=day.isoformat(), why="the input states the date")
    stamps = [*_outside(said), *_in_address(url), *_stamps(document, text, blocks)]
    first = [s for s in stamps if not s.updated and not s.dateline] or [s for s in stamps if not s.updated]
    changes = [s for s in stamps if s.updated]
    if not first:
        return _updated(changes)
    exact = [s for s in first if s.last is None] or first
    return _settled(exact, changes)


def _settled(first: Sequence[_Stamp], changes: Sequence[_Stamp]) -> Published:
    """The day on which they agree, or those between the first and the last of them."""
    days_told = sorted({s.day for s in first})
    agreed = days_told[0] if len(days_told) > 1 and len({s.why for s in first if s.day == days_told[0]}) > 1 else None
    low, high = (agreed, agreed) if agreed else (days_told[0], max(s.last or s.day for s in first))
    kept = [s for s in first if not agreed or s.day == agreed]
    whys = list(dict.fromkeys(s.why for s in kept))
    if agreed:
        whys += [f"{s.why}, which is later and taken for a change" for s in first if s.day != agreed]
    elif len(days_told) > 1:
        whys.append(f"these differ, so any day from {low} to {high} is left open")
    whys += [f"{s.why}, a change, not the publication" for s in changes if s.day >= low]
    month = low.day == 1 and high == days.month_end(low.year, low.month)
    return Published(
        value=low.isoformat() if low == high else low.isoformat()[:7] if month else f"{low}/{high}",
        earliest=low.isoformat(),
        latest=high.isoformat(),
        evidence=_evidence(kept),
        why="; ".join(dict.fromkeys(whys)),
    )


def _evidence(stamps: Sequence[_Stamp]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(s.span for s in stamps if s.span))


def _updated(changes: Sequence[_Stamp]) -> Published:
    if not changes:
        return Published()
    latest = min(s.day for s in changes)
    return Published(
        latest=latest.isoformat(),
        evidence=_evidence(changes),
        why=f"the page says it was updated on {latest}, so it is no later",
    )


def _outside(said: Sequence[Stated]) -> Iterator[_Stamp]:
    """What the page states outside its text."""
    for one in said:
        if day := days.parsed(one.day):
            yield _Stamp(day=day, updated=one.updated, why=one.why)


def _in_address(url: str | None) -> Iterator[_Stamp]:
    """The day, or the month, that the address holds."""
    if found := _ADDRESS.search(url or ""):
        year, month, number = found.groups()
        month = month if month.isdigit() else f"{_MONTHS.index(month.lower()) + 1:02d}"
        if day := days.parsed(f"{year}-{month}-{number}"):
            yield _Stamp(day=day, updated=False, why=f"the page's address holds the date {day}")
    elif found := _MONTHLY.search(url or ""):
        first = date(int(found[1]), int(found[2]), 1)
        last = days.month_end(first.year, first.month)
        yield _Stamp(day=first, last=last, updated=False, why=f"the page's address holds the month {first.isoformat()[:7]}")


def _stamps(document: str, text: str, blocks: Sequence[Block]) -> Iterator[_Stamp]:
    long = (place for place, block in enumerate(blocks) if block.role == "paragraph" and block.end - block.start > _LONG)
    story = next(long, len(blocks))
    for place, block in enumerate(blocks):
        if _of_what_was(text, blocks, place):
            continue
        if place < min(_HEAD, story) and block.role not in _STAMPS:
            yield from _in_masthead(document, text, block)
        if block.role in _STAMPS or (place < _HEAD and block.role in ("paragraph", "subhead", "headline", "other", "navigation")):
            yield from _in_block(document, text, block)


def _of_what_was(text: str, blocks: Sequence[Block], place: int) -> bool:
    """Whether a line says the date of what is told, as of a form: "Date: 3 May 2032" beside "Place: Selby"."""
    near = (text[b.start : b.end] for b in blocks[max(0, place - 1) : place + 2])
    return _FORM.match(text, blocks[place].start) is not None and any(map(_SCENE.match, near))


def _in_block(document: str, text: str, block: Block) -> Iterator[_Stamp]:
    words = text[block.start : min(block.end, block.start + 400)]
    for found in mastdays.whole(words):
        day, before = days.parsed((found.value or "")[:10]), words[: found.start]
        if not day or mastdays.OTHER.search(before) or not _is_stamp(words, found, block.role):
            continue
        place = Span(
            document=document,
            start=block.start + found.start,
            end=block.start + found.end,
            text=words[found.start : found.end],
        )
        line = block.role == "dateline"
        why = f'the {"dateline says" if line else "page is stamped"} "{place.text}"'
        yield _Stamp(day=day, updated=_is_update(before), why=why, span=place, dateline=line)


def _in_masthead(document: str, text: str, block: Block) -> Iterator[_Stamp]:
    """A whole date that is a part of its own of a line above the story: "Monday 3 May 2032 | News | Weather"."""
    for found in mastdays.dated(text[block.start : min(block.end, block.start + 200)]):
        start, end = block.start + found.start, block.start + found.end
        place = Span(document=document, start=start, end=end, text=text[start:end])
        yield _Stamp(day=found.day, updated=_is_update(found.before), why=f'the masthead says "{place.text}"', span=place)


def _is_update(before: str) -> bool:
    """Whether the last label before a date speaks of a change, not of publication."""
    changed = max((m.start() for m in _UPDATED.finditer(before)), default=-1)
    return changed > max((m.start() for m in _PUBLISHED.finditer(before)), default=-1)


def _is_stamp(words: str, found: dates.Expression, role: str) -> bool:
    """Whether a date stamps the page: the block does nothing else, or the line begins with it under a label."""
    if role in _STAMPS:
        return True
    label = _LABEL.match(words)
    if label and label.end() == found.start and words[: found.start].strip():
        return True
    return not mastdays.FILLER.sub("", words[: found.start] + words[found.end :])
