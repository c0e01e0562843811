"""Dated entries in, a timeline out: what is known of each day as an interval, other dates for the same thing marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.model import Happening
from rashomon.pages import times
from rashomon.pages.drawing import calendar
from rashomon.pages.drawing.axis import Bar, Tick
from rashomon.pages.index import Index, anchor
from rashomon.pages.parts import Link, Quote, quote, together
from rashomon.pages.words import day, days, unsaid


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dated entry: the days it allows in words and on the axis, and the entries that date it otherwise. `told`: when the
    accounts that say so were published, in words and (`told_at`) on the axis, as far as the day is known. `reported`: when it
    was first carried; `after`: the entries that an account puts before it.
    """

    anchor: str
    when: str
    precision: str
    text: str
    bar: Bar | None
    claims: int
    said: tuple[tuple[Quote, ...], ...]
    conflicts: tuple[Link, ...]
    told: str
    told_at: tuple[float, ...]
    reported: str
    after: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """All entries, earliest first, then those of which no account says the year, the undated last."""

    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    ticks: tuple[Tick, ...]


def ordered(index: Index) -> list[Happening]:
    """The entries, earliest first, the undated last."""
    return sorted(index.case.timeline, key=_order)


def view(index: Index, shown: Sequence[Happening] | None = None) -> TimelineView:
    """The context of the timeline: all of its entries, or those that are given, on the axis of all."""
    happenings = ordered(index)
    by_id = {h.id: h for h in happenings}
    ends = [d for h in happenings for d in (day(h.earliest), day(h.latest)) if d]
    ends += [d for h in happenings for d in _told(index, h)] if ends else []
    axis = calendar.axis(ends, _tick)
    chosen = happenings if shown is None else shown
    dated = [h for h in chosen if _dated(h)]
    undated = [h for h in chosen if not _dated(h)]
    return TimelineView(
        entries=tuple(_entry(index, h, axis, by_id) for h in dated),
        undated=tuple(_entry(index, h, axis, by_id) for h in undated),
        ticks=axis.ticks if axis else (),
    )


def _entry(index: Index, happening: Happening, axis: calendar.Axis | None, by_id: Mapping[str, Happening]) -> Entry:
    others, before = ([by_id[key] for key in keys if key in by_id] for keys in (happening.conflicts, happening.after))
    claims = [index.claims[c] for c in happening.claims if c in index.claims]
    told = _told(index, happening)
    return Entry(
        anchor=anchor("t", happening.id),
        when=days(happening.earliest, happening.latest),
        precision=happening.precision,
        text=happening.text,
        bar=axis.bar(day(happening.earliest), day(happening.latest)) if axis else None,
        claims=len(claims),
        said=together(quote(index, claim) for claim in claims),
        told=days(told[0].isoformat(), told[-1].isoformat()) if told else "",
        told_at=tuple(dict.fromkeys(axis.place(d) for d in told)) if axis else (),
        reported=times.written(happening.reported) if happening.reported else "",
        after=tuple(Link(text=o.text, href=index.href("t", o.id), note=days(o.earliest, o.latest)) for o in before),
        conflicts=tuple(Link(text=days(o.earliest, o.latest), href=index.href("t", o.id), note=o.text) for o in others),
    )


def _told(index: Index, happening: Happening) -> list[date]:
    """The days on which the accounts that say so were published, where one day is known."""
    documents = {index.claims[c].span.document for c in happening.claims if c in index.claims}
    published = (index.documents[d].published for d in documents if d in index.documents)
    return sorted({found for p in published if p.earliest == p.latest and (found := day(p.earliest))})


def _dated(happening: Happening) -> bool:
    """Whether it has a day, be it one of a year that nobody says."""
    ends = (happening.earliest, happening.latest)
    return any(day(end) or unsaid(end) for end in ends)


def _order(happening: Happening) -> tuple[date, date, str, str]:
    earliest, latest = day(happening.earliest), day(happening.latest)
    bare = happening.earliest or happening.latest or ""
    return earliest or latest or date.max, latest or date.max, bare if unsaid(bare) else "Y", happening.id


def _tick(at: date, step: int) -> str:
    if step > 366:
        return str(at.year)
    return f"{at:%b} {at.year}" if step > 31 else f"{at.day} {at:%b}"
