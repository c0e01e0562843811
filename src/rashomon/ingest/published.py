"""A page's text and what its metadata says in, when it was published out.

Stamps, datelines, bylines and first lines that hold a whole date are read; "Updated" only bounds the day from above; what
stands in a caption or in the prose is not a day of publication. Where sources differ, all days between them are allowed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.model import Block, Published, Span
from rashomon.text import dates, days

_STAMPS = frozenset({"stamp", "dateline", "byline"})
_HEAD = 6  # stamps that a reader did not tell from prose stand within the first lines
_UPDATED = re.compile(
    r"\b(?:updated?|modified|last (?:updated?|modified|edited|changed|reviewed)|edited|archived|retrieved|accessed)\b", re.I
)
_PUBLISHED = re.compile(r"\b(?:publish|posted|issued|created)", re.I)
_OTHER = re.compile(r"\b(?:copyright|all rights|photo|image|picture|file|since|founded|expires?|event date)\b|©", re.I)
_LABEL = re.compile(
    r"\s*(?:first )?(?:date(?: published)?|published(?: on| at)?|posted(?: on| at)?|publication date|issued)\b\s*[:\-–—|]?\s*",
    re.I,
)
_FILLER = re.compile(
    r"\b(?:first|date|published|posted|publication|issued|on|at|by|gmt|utc|updated?|modified|last|local|time|am|pm)\b|[^\w]|\d{1,2}:\d\d",
    re.I,
)
_ADDRESS = re.compile(r"[/=_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.?&-]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stamp:
    """A whole date on the page: what it says of publication, and its place; no place when it is not in the text."""

    day: date
    updated: bool
    why: str
    span: Span | None = None


def published(document: str, text: str, blocks: Sequence[Block], stated: str | None = None, url: str | None = None) -> Published:
    """When it was published. `document` is the id that spans will name; `stated` an ISO date from metadata, if any."""
    stamps = [*_outside(stated, url), *_stamps(document, text, blocks)]
    first = [s for s in stamps if not s.updated]
    evidence = tuple(dict.fromkeys(s.span for s in (first or stamps) if s.span))
    if not first:
        return _updated(stamps, evidence)
    low, high = min(s.day for s in first), max(s.day for s in first)
    why = "; ".join(dict.fromkeys(s.why for s in first))
    if low != high:
        why += f"; these differ, so any day from {low} to {high} is left open"
    return Published(
        value=low.isoformat() if low == high else f"{low}/{high}",
        earliest=low.isoformat(),
        latest=high.isoformat(),
        evidence=evidence,
        why=why,
    )


def _updated(stamps: Sequence[_Stamp], evidence: tuple[Span, ...]) -> Published:
    if not stamps:
        return Published()
    latest = min(s.day for s in stamps)
    return Published(
        latest=latest.isoformat(), evidence=evidence, why=f"the page says it was updated on {latest}, so it is no later"
    )


def _outside(stated: str | None, url: str | None) -> Iterator[_Stamp]:
    """What is said of the page outside its text."""
    if day := days.parsed((stated or "")[:10]):
        yield _Stamp(day=day, updated=False, why="the page's metadata states the date")
    elif (found := _ADDRESS.search(url or "")) and (day := days.parsed("-".join(found.groups()))):
        yield _Stamp(day=day, updated=False, why="the page's address holds the date")


def _stamps(document: str, text: str, blocks: Sequence[Block]) -> Iterator[_Stamp]:
    for place, block in enumerate(blocks):
        if block.role in _STAMPS or (place < _HEAD and block.role in ("paragraph", "subhead", "headline", "other", "navigation")):
            yield from _in_block(document, text, block)


def _in_block(document: str, text: str, block: Block) -> Iterator[_Stamp]:
    words = text[block.start : min(block.end, block.start + 400)]
    for found in dates.find(words):
        whole = days.bounds((found.value or "")[:10]) if found.rule == "date" and len(found.value or "") >= 10 else None
        before = words[: found.start]
        if not whole or _OTHER.search(before) or not _is_stamp(words, found, block.role):
            continue
        place = Span(
            document=document,
            start=block.start + found.start,
            end=block.start + found.end,
            text=words[found.start : found.end],
        )
        yield _Stamp(day=whole[0], updated=_is_update(before), why=f'the page is stamped "{place.text}"', span=place)


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
    return not _FILLER.sub("", words[: found.start] + words[found.end :])
