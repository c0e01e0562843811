"""An account's own words in, what they say of the days on which it may have been published out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.model import Block, Document, Span, Timex
from rashomon.relate.anchors import in_event
from rashomon.relate.ownday import STAMPS, stated
from rashomon.text import dates, days

_CHANGED = re.compile(r"updat|modif|edited|review|changed|©|copyright", re.I)
_PAST_FUTURE = re.compile(
    r"\b(?:was|were|been) (?:\w+ly )?(?:to|due|supposed|meant|planned|scheduled|expected|promised|set)\b|\bwould\b", re.I
)
_DEADLINE = re.compile(r"\b(?:by|until|till|before)\s+(?:the (?:end|start|beginning) of )?\Z", re.I)
_REACH = 60  # characters before a time in which its verb stands
_LATER = 120  # days for which accounts of one event go on to come out
_NEAR = timedelta(days=21)  # from the other accounts' days: the other reading of two numbers is a month away or more
_LEAD = 5  # paragraphs in which an account says what is new


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """Publication lies on or after `first` and on or before `last` (None: open), because of these words."""

    first: date | None = None
    last: date | None = None
    spans: tuple[Span, ...]
    why: str


def placed_of(timex: Timex, window: days.Days | None) -> days.Days | None:
    """The days of a date that is whole, or that the accounts of the event make whole."""
    if timex.rule == "date":
        return days.bounds(timex.value, timex.mod)
    if timex.rule == "partial" and window and timex.value:
        return days.bounds(in_event(timex.value, timex.mod, window), timex.mod)
    return None


def reported(document: Document, placed: Sequence[tuple[Timex, days.Days]]) -> Iterator[Constraint]:
    """Not before the latest thing that it reports as past; "by 2015" says until when somebody has time."""
    past = [(t, b) for t, b in placed if t.tense == "past" and not _deadline(document.text, t.span.start)]
    if past:
        timex, (first, _) = max(past, key=lambda p: (p[1][0], -p[0].span.start))
        yield Constraint(
            first=first, spans=(timex.span,), why=f'not before {first}: it reports "{timex.span.text}" as past{_year(timex)}'
        )


def _deadline(text: str, start: int) -> bool:
    """Whether the words before a time make it the end of what somebody has time for."""
    return _DEADLINE.search(text[max(0, start - _REACH) : start]) is not None


def awaited(document: Document, placed: Sequence[tuple[Timex, days.Days]]) -> Iterator[Constraint]:
    """Not after the first thing that it awaits on a whole date; what "was to come in 2019" is awaited no more."""
    coming = [(t, b) for t, b in placed if t.tense == "future" and t.rule == "date" and not _was_to(document.text, t.span)]
    if coming:
        timex, (_, last) = min(coming, key=lambda p: (p[1][1], p[0].span.start))
        yield Constraint(
            last=last, spans=(timex.span,), why=f'not after {last}: it speaks of "{timex.span.text}" as still to come'
        )


def _was_to(text: str, span: Span) -> bool:
    """Whether the words before a time put its future into the past."""
    before = text[max(0, span.start - _REACH) : span.start]
    return _PAST_FUTURE.search(re.split(r"[.!?\n]\s", before)[-1]) is not None


def months(document: Document, own: Sequence[Timex], placed: Sequence[tuple[Timex, days.Days]]) -> Iterator[Constraint]:
    """Where an account opens with "last month" and names one month of the past alone, it is that month."""
    lead = lead_of(document)
    last = [t for t in own if t.rule == "shift:M:-1" and t.tense != "future" and lead and t.span.start < lead[-1].end]
    named = [(t, b) for t, b in placed if t.tense != "future" and (b[1] - b[0]).days <= 31]
    months = {(b[0].year, b[0].month) for _, b in named} | {(b[1].year, b[1].month) for _, b in named}
    if not last or len(months) != 1:
        return
    day = named[0][1][0].replace(day=1)
    bounds = days.bounds(days.shifted(day, "M", 1))
    if bounds:
        spans = (last[0].span, *(t.span for t, _ in named))
        named_as = f'"{named[0][0].span.text}"{_year(named[0][0])}'
        why = f'"{last[0].span.text}" is the month it names, {named_as}, so it is from the month after'
        yield Constraint(first=bounds[0], last=bounds[1], spans=spans, why=why)


def _year(timex: Timex) -> str:
    return " (the year is that of the other accounts)" if timex.rule.startswith("partial") else ""


def dateline(document: Document, window: days.Days | None) -> Iterator[Constraint]:
    """A dateline, stamp or byline without a year, in the year of the other accounts; after a dateline it may be the next day."""
    if not window:
        return
    for block in document.blocks:
        if block.role in STAMPS:
            words = document.text[block.start : block.end]
            for found in dates.find(words):
                if found.readings and not _CHANGED.search(words[: found.start]):
                    yield from _two_numbers(
                        document.span(block.start + found.start, block.start + found.end), found.readings, window
                    )
    for told in stated(document):
        placed = days.parsed(days.nearest_occurrence(told.value, window[1]))
        if not placed or told.changed or told.in_year(placed.year) is None or days.gap((placed, placed), window) > _LATER:
            continue
        why = f'its {told.role} says "{told.span.text}", in the year of the other accounts'
        yield Constraint(first=placed, last=told.last(placed), spans=told.posts or (told.span,), why=why)


def _two_numbers(span: Span, readings: Sequence[str], window: days.Days) -> Iterator[Constraint]:
    """A stamp "4/5/2031", by the one reading that lies near the days of the other accounts."""
    read = [b for r in readings if (b := days.bounds(r)) and b[0] == b[1]]
    near = [b for b in read if window[0] - _NEAR <= b[0] <= window[1] + _NEAR]
    if len(read) == len(readings) and len(near) == 1:
        why = f'its stamp says "{span.text}", which is {near[0][0]} if it is of the days of the other accounts'
        yield Constraint(first=near[0][0], last=near[0][0], spans=(span,), why=why)


def lead_of(document: Document) -> list[Block]:
    """The blocks with which an account opens, in which it says what is new."""
    return [b for b in document.blocks if b.role in ("headline", "subhead", "paragraph")][:_LEAD]
