"""A dated document's time expressions in, the same resolved to days out.

What is counted from the day of speaking is counted from publication, inside a quotation from the day the text says it was
spoken. Publication may be an interval: a value is given when every day of it leads to the same one, else only its bounds.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.model import Annotations, Document, Timex
from rashomon.relate.anchors import LOOK, NOWHERE, PUBLISHED, Anchor, Said, event_window, in_event, near, publication
from rashomon.text import days

_FAR, _NEAR = 330, 30  # days: a past date without a year that is this far back, when the next one is this near, stays open

_SENTENCE = 120  # code points from a time of day to its date


def resolve(document: Document, found: Annotations, others: Sequence[Document]) -> tuple[Timex, ...]:
    """The document's times with value, bounds, anchor and why; `others` are all accounts of the event, themselves dated."""
    published = publication(document)
    event = event_window([d for d in others if d.id != document.id])
    said = Said(found)
    done: dict[str, Timex] = {}
    for timex in sorted(found.times, key=said.quoted):  # the day of speaking stands outside the quotation
        anchor = said.anchor(timex, done) if said.quoted(timex) else published
        done[timex.id] = _resolved(timex, anchor, published, event, _before(timex, found.times, done, document))
    attached = (_attached(t, found.times, done, document, published) for t in found.times)
    return tuple(_beside(t, found.times, done, document) for t in attached)


def _resolved(timex: Timex, anchor: Anchor, published: Anchor, event: days.Days | None, before: Timex | None) -> Timex:
    rule, _, rest = timex.rule.partition(":")
    arguments = rest.split(":") if rest else []
    if rule == "date":
        return _bounded(timex, timex.value, None, "the text gives it whole")
    if rule in ("partial", "holiday"):
        return _partial(timex, arguments, published if anchor is NOWHERE else anchor, event)
    if rule == "weekday":
        direction = int(arguments[0]) if arguments else 0
        if timex.tense == "open" and not direction:
            return _either_way(timex, anchor, published)
        return _counted(timex, anchor, published, lambda day: _weekday(timex, direction, day))
    if rule == "shift":
        return _counted(timex, anchor, published, lambda day: _shift(day, arguments))
    if rule == "weekend":
        return _counted(timex, anchor, published, lambda day: _weekend(timex, day))
    if rule == "span":
        return _span(timex, arguments, anchor)
    if rule == "from":
        return _follows(timex, arguments, before)
    if rule == "vague":
        return _vague(timex, published)
    return timex


def _bounded(timex: Timex, value: str | None, anchor: str | None, why: str) -> Timex:
    bounds = days.bounds(value, timex.mod)
    if not bounds:
        return replace(timex, value=value if timex.rule != "date" else None, anchor=anchor, why=why)
    return replace(timex, value=value, earliest=bounds[0].isoformat(), latest=bounds[1].isoformat(), anchor=anchor, why=why)


def _counted(timex: Timex, anchor: Anchor, published: Anchor, reckon: Callable[[date], str | None]) -> Timex:
    """From the first and the last day of the anchor: one value where both agree, else what lies between."""
    if anchor is NOWHERE:
        why = (
            "the text does not say when this was spoken"
            if published is not NOWHERE
            else "nothing tells the day it is counted from"
        )
        latest = published.last.isoformat() if published.last and timex.tense == "past" else None
        return replace(timex, value=None, latest=latest, why=why)
    low = reckon(anchor.first) if anchor.first else None
    high = reckon(anchor.last) if anchor.last else None
    why = f'"{timex.span.text}" counted from {_told(anchor)}'
    if low and low == high:
        return _clipped(_bounded(timex, low, anchor.name, why), anchor)
    first, last = days.bounds(low, timex.mod), days.bounds(high, timex.mod)
    return replace(
        timex,
        value=None,
        earliest=first[0].isoformat() if first else None,
        latest=last[1].isoformat() if last else None,
        anchor=anchor.name,
        why=why,
    )


def _either_way(timex: Timex, anchor: Anchor, published: Anchor) -> Timex:
    """A weekday of which nothing says whether it lies behind or ahead: from the one before to the one after."""
    past = _counted(timex, anchor, published, lambda day: _weekday(timex, -1, day))
    ahead = _counted(timex, anchor, published, lambda day: _weekday(timex, 1, day))
    why = "nothing says whether it lies behind or ahead"
    return replace(past, value=None, latest=ahead.latest, why=why)


def _clipped(timex: Timex, anchor: Anchor) -> Timex:
    """ "Earlier this week" begins with the week and ends with the day it was written; "later this year" begins with that day."""
    bounds = days.bounds(timex.value)
    if timex.rule.endswith(":0") and bounds and timex.mod == "START" and anchor.last and bounds[0] <= anchor.last:
        return replace(timex, earliest=bounds[0].isoformat(), latest=min(bounds[1], anchor.last).isoformat())
    if (
        timex.rule.endswith(":0")
        and bounds
        and timex.mod == "END"
        and anchor.first
        and timex.span.text.lower().startswith("later")
    ):
        return replace(timex, earliest=max(bounds[0], anchor.first).isoformat(), latest=bounds[1].isoformat())
    return timex


def _told(anchor: Anchor) -> str:
    if anchor.first == anchor.last:
        return f"{anchor.first}, the {anchor.name}" if anchor.name == PUBLISHED else str(anchor.name)
    return f"the {anchor.name} ({anchor.first or 'open'} to {anchor.last or 'open'})"


def _partial(timex: Timex, arguments: list[str], anchor: Anchor, event: days.Days | None) -> Timex:
    value = timex.value or ""
    if anchor.first and anchor.last:
        low, high = (_occurrence(timex, arguments, day) for day in (anchor.first, anchor.last))
        if low and low == high:
            return _bounded(timex, low, anchor.name, f"the year that goes with {_told(anchor)}")
        return replace(timex, why="the year is left open by when it may have been written")
    if event and not any(arguments) and (found := in_event(value, timex.mod, event)):
        return _bounded(
            timex, found, "the other accounts", f"the year in which the other accounts are dated, {event[0]} to {event[1]}"
        )
    return replace(timex, why="nothing tells the year")


def _occurrence(timex: Timex, arguments: list[str], day: date) -> str | None:
    """The year of a value without one, seen from a day: by "last" or "next", by tense, by weekday, else the nearest."""
    value, direction, *rest = timex.value or "", *(arguments or [""])
    if rest:
        return days.nearest_occurrence(value, day, int(rest[0]))
    if direction == "-1":
        found = days.last_occurrence(value, day)
        inside = days.bounds(found)
        return days.last_occurrence(value, inside[0] - timedelta(days=1)) if inside and inside[1] >= day else found
    if direction == "1":
        return days.next_occurrence(value, day + timedelta(days=1))
    if direction == "0":
        return value.replace("XXXX", f"{day.year:04d}")
    if timex.tense == "future":
        return days.next_occurrence(value, day)
    if timex.tense != "past":
        return days.nearest_occurrence(value, day)
    past, coming = days.last_occurrence(value, day), days.next_occurrence(value, day)
    back, ahead = days.bounds(past), days.bounds(coming)
    unsure = back and ahead and (day - back[1]).days > _FAR and (ahead[0] - day).days < _NEAR
    return None if unsure else past


def _weekday(timex: Timex, direction: int, day: date) -> str | None:
    """A weekday seen from a day: "last" is before it, "next" after it, without either the tense decides."""
    number, part = int((timex.value or "XXXX-WXX-1")[9]), (timex.value or "")[10:]
    if abs(direction) == 2:
        week = day + timedelta(weeks=direction // 2)
        found = days.weekday(week, number, 0)
    elif direction == -1:
        found = days.weekday(day - timedelta(days=1), number, -1)
    elif direction == 1:
        found = days.weekday(day + timedelta(days=1), number, 1)
    else:
        found = days.weekday(day, number, 1 if timex.tense == "future" else -1)
    return found.isoformat() + part if found else None


def _weekend(timex: Timex, day: date) -> str | None:
    """The weekend that is on, else the one before, or with a verb of the future the one ahead."""
    return days.shifted(day, "WE", 0 if day.isoweekday() >= 6 or timex.tense == "future" else -1)


def _shift(day: date, arguments: list[str]) -> str | None:
    unit, count, *part = arguments
    found = days.shifted(day, unit, int(count))
    return found + "T" + ":".join(part) if found and part else found


def _span(timex: Timex, arguments: list[str], anchor: Anchor) -> Timex:
    """A length that reaches back or ahead from the day of speaking: the value is the length, the bounds are the days."""
    count = int(arguments[1])
    if not anchor.first or not anchor.last:
        return timex
    far = days.bounds(days.shifted(anchor.first if count < 0 else anchor.last, arguments[0], count))
    if not far:
        return timex
    first, last = (far[0], anchor.last) if count < 0 else (anchor.first, far[1])
    why = f"reaches {'back' if count < 0 else 'ahead'} from {_told(anchor)}"
    return replace(timex, earliest=first.isoformat(), latest=last.isoformat(), anchor=anchor.name, why=why)


def _follows(timex: Timex, arguments: list[str], before: Timex | None) -> Timex:
    """ "the next day", "three days later": from the day that the text spoke of last, if it spoke of a single one."""
    day = days.parsed(before.earliest) if before else None
    if not before or not day or (before.earliest != before.latest and "TNI" not in (before.value or "")):
        return replace(timex, value=None, why="the text names no day that it is counted from")
    return _bounded(timex, _shift(day, arguments), f"{before.span.text} (in the text)", f"counted from {before.span.text}, {day}")


def _vague(timex: Timex, published: Anchor) -> Timex:
    if timex.value == "PAST_REF" and published.last:
        return replace(timex, latest=published.last.isoformat(), anchor=published.name, why="not after publication")
    if timex.value == "FUTURE_REF" and published.first and published.first == published.last:
        return replace(timex, anchor=published.name)
    return timex


def _before(timex: Timex, times: Sequence[Timex], done: dict[str, Timex], document: Document) -> Timex | None:
    """The day last spoken of before a time expression, in its paragraph or the one before."""
    if not timex.rule.startswith("from"):
        return None
    place = bisect_left(times, timex.span.start, key=lambda t: t.span.start)
    for other in reversed(times[max(0, place - LOOK) : place]):
        known = done.get(other.id)
        if known and known.earliest and known.type in ("DATE", "TIME") and known.value not in ("PAST_REF", "PRESENT_REF"):
            between = document.text[other.span.end : timex.span.start].strip()
            return known if len([line for line in between.split("\n") if line.strip()]) <= 2 else None
    return None


def _attached(timex: Timex, times: Sequence[Timex], done: dict[str, Timex], document: Document, published: Anchor) -> Timex:
    """A time of day, on the date that its sentence names; "overnight" without one, the night before publication."""
    timex = done[timex.id]
    if timex.rule not in ("clock", "part") or not timex.value:
        return timex
    part = timex.value.partition("T")[2]
    for other in (done[t.id] for t in near(times, timex.span.start, _SENTENCE) if t.id != timex.id):
        between = document.text[min(other.span.end, timex.span.end) : max(other.span.start, timex.span.start)]
        if other.type != "DATE" or not other.value or not other.value[:4].isdigit() or "\n" in between or ". " in between:
            continue
        value = (
            f"{other.value}T{part}" if len(other.value) == 10 else f"{other.value}-XXT{part}" if len(other.value) == 7 else None
        )
        if value:
            return _bounded(timex, value, f"{other.span.text} (in the text)", f"on the date its sentence names, {other.value}")
    if timex.span.text.lower() == "overnight" and timex.tense == "past" and published.first and published.first == published.last:
        return _bounded(timex, _shift(published.first, ["D", "-1", "NI"]), published.name, f"the night before {published.first}")
    return replace(
        timex, value=None if part in ("NI", "MO", "AF", "EV") else timex.value, why="the text does not say of which day"
    )


def _beside(timex: Timex, times: Sequence[Timex], done: dict[str, Timex], document: Document) -> Timex:
    """ "On Saturday …, more than a month after …": what the length leads to lies so far from the day that its sentence gave."""
    count = re.match(r"P(\d+)([DWMY])$", timex.value or "")
    words = timex.span.text.lower()
    if timex.rule != "event" or not count or not words.endswith((" after", " before")):
        return timex
    way = -1 if words.endswith(" after") else 1
    for other in (done[t.id] for t in near(times, timex.span.start, _SENTENCE) if t.span.end <= timex.span.start):
        day, between = days.parsed(other.earliest), document.text[other.span.end : timex.span.start]
        if day and other.earliest == other.latest and "\n" not in between and ". " not in between:
            return _so_far(timex, day, way * int(count[1]), count[2], other)
    return timex


def _so_far(timex: Timex, day: date, count: int, unit: str, base: Timex) -> Timex:
    """From a length and a day: the other day where days are counted, a bound where there were more than so many."""
    bound = days.moved(day, unit, count)
    if not bound or (timex.mod != "MORE_THAN" and (timex.mod or unit != "D")):
        return timex
    first = bound if count > 0 or timex.mod is None else None
    last = bound if count < 0 or timex.mod is None else None
    why = f"counted from {base.span.text}, {day}"
    return replace(
        timex,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        anchor=f"{base.span.text} (in the text)",
        why=why,
    )
