"""A time expression and the day that it is counted from in, the same with its value, bounds and reason out."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from rashomon.model import Timex
from rashomon.relate.anchors import NOWHERE, PUBLISHED, QUOTED, Anchor, in_event
from rashomon.text import days, feasts

_FAR, _NEAR = 330, 30  # days: a past date without a year that is this far back, when the next one is this near, stays open


def bounded(timex: Timex, value: str | None, anchor: str | None, why: str) -> Timex:
    """With a value, and the days that it allows."""
    bounds = days.bounds(value, timex.mod)
    if not bounds:
        return replace(timex, value=value if timex.rule != "date" else None, anchor=anchor, why=why)
    return replace(timex, value=value, earliest=bounds[0].isoformat(), latest=bounds[1].isoformat(), anchor=anchor, why=why)


def counted(timex: Timex, anchor: Anchor, published: Anchor, reckon: Callable[[date], str | None]) -> Timex:
    """From the first and the last day of the anchor: one value where both agree, else what lies between."""
    if anchor is NOWHERE:
        undated = published is NOWHERE
        why = "nothing tells the day it is counted from" if undated else "the text does not say when this was spoken"
        latest = published.last.isoformat() if published.last and timex.tense == "past" else None
        return replace(timex, value=None, latest=latest, why=why)
    low = reckon(anchor.first) if anchor.first else None
    high = reckon(anchor.last) if anchor.last else None
    why = f'"{timex.span.text}" counted from {told(anchor)}'
    if low and low == high:
        return _clipped(bounded(timex, low, anchor.name, why), anchor)
    first, last = days.bounds(low, timex.mod), days.bounds(high, timex.mod)
    return replace(
        timex,
        value=None,
        earliest=first[0].isoformat() if first else None,
        latest=last[1].isoformat() if last else None,
        anchor=anchor.name,
        why=why,
    )


def _clipped(timex: Timex, anchor: Anchor) -> Timex:
    """ "Earlier this week" begins with the week and ends with the day it was written; "later this year" begins with that day."""
    bounds = days.bounds(timex.value)
    if not bounds or not re.match(r"shift:\w+:0$", timex.rule) or anchor.name == QUOTED:
        return timex
    if timex.mod == "START" and anchor.last and bounds[0] <= anchor.last:
        return replace(timex, earliest=bounds[0].isoformat(), latest=min(bounds[1], anchor.last).isoformat())
    if timex.mod == "END" and anchor.first and timex.span.text.lower().startswith("later"):
        return replace(timex, earliest=max(bounds[0], anchor.first).isoformat(), latest=bounds[1].isoformat())
    return timex


def told(anchor: Anchor) -> str:
    """The anchor in words."""
    if anchor.first == anchor.last:
        return f"{anchor.first}, the {anchor.name}" if anchor.name == PUBLISHED else str(anchor.name)
    return f"the {anchor.name} ({anchor.first or 'open'} to {anchor.last or 'open'})"


def weekday(timex: Timex, arguments: list[str], anchor: Anchor, published: Anchor) -> Timex:
    """A weekday by "last", "next", "this", else by tense; every reading is kept that the words leave."""
    direction = arguments[0] if arguments else ""
    if timex.tense == "open" and not direction:
        past = counted(timex, anchor, published, lambda day: _weekday(timex, "-1", day))
        ahead = counted(timex, anchor, published, lambda day: _weekday(timex, "1", day))
        readings = tuple(dict.fromkeys(v for v in (past.value, ahead.value) if v))
        why = "nothing says whether it lies behind or ahead"
        return replace(past, value=None, latest=ahead.latest, why=why, readings=readings)
    found = counted(timex, anchor, published, lambda day: _weekday(timex, direction, day))
    other = _other_weekday(timex, direction, anchor, found.value)
    if other is None or found.value is None:
        return found
    why = f"{found.why}; some would mean {other[:10]}"
    return replace(found, readings=(found.value, other), why=why)


def _weekday(timex: Timex, direction: str, day: date) -> str | None:
    """A weekday seen from a day: "last" is before it, "next" after it, without either the tense decides."""
    number, part = int((timex.value or "XXXX-WXX-1")[9]), (timex.value or "")[10:]
    if direction in ("-2", "2"):
        found = days.weekday(day + timedelta(weeks=int(direction) // 2), number, 0)
    elif direction == "-1":
        found = days.weekday(day - timedelta(days=1), number, -1)
    elif direction == "1":
        found = days.weekday(day + timedelta(days=1), number, 1)
    elif direction == "0" and timex.tense != "past":
        found = days.weekday(day, number, 1 if timex.tense == "future" else 0)
    else:
        found = days.weekday(day, number, 1 if timex.tense == "future" else -1)
    return found.isoformat() + part if found else None


def _other_weekday(timex: Timex, direction: str, anchor: Anchor, value: str | None) -> str | None:
    """The week beside it: "next Friday" on a Monday, "last Monday" on a Friday; without a word or a tense, the one ahead."""
    day = days.parsed((value or "")[:10])
    if not day or not anchor.first or anchor.first != anchor.last:
        return None
    same_week = day.isocalendar()[:2] == anchor.first.isocalendar()[:2]
    if direction in ("-1", "1") and same_week:
        return (day + timedelta(weeks=int(direction))).isoformat() + (value or "")[10:]
    if not direction and timex.tense in (None, "present") and day < anchor.first:
        return (day + timedelta(weeks=1)).isoformat() + (value or "")[10:]
    return None


def weekend(timex: Timex, day: date) -> str | None:
    """The weekend that is on, else the one before, or with a verb of the future the one ahead."""
    return days.shifted(day, "WE", 0 if day.isoweekday() >= 6 or timex.tense == "future" else -1)


def shift(day: date, arguments: list[str]) -> str | None:
    """ "U:n[:part]" from a day."""
    unit, count, *part = arguments
    found = days.shifted(day, unit, int(count))
    return found + "T" + ":".join(part) if found and part else found


def steps(day: date, arguments: list[str]) -> str | None:
    """Several lengths, one after the other, to the day."""
    at: date | None = day
    for unit, count in zip(arguments[::2], arguments[1::2], strict=False):
        at = days.moved(at, unit, int(count)) if at else None
    return at.isoformat() if at else None


def month_day(timex: Timex, arguments: list[str], day: date) -> str | None:
    """The 21st of this month or of the one that the tense points to; a weekday finds the nearest month that has it so."""
    rest = (timex.value or "XXXX-XX-01")[8:]
    found = []
    for months in range(-11, 12):
        month = days.shifted(day, "M", months)
        at = days.parsed(f"{month}-{rest[:2]}") if month else None
        if at and (not arguments or at.isoweekday() == int(arguments[0])):
            found.append(at)
    behind, ahead = [d for d in found if d <= day], [d for d in found if d >= day]
    if timex.tense == "past" and behind:
        at = behind[-1]
    elif timex.tense == "future" and ahead:
        at = ahead[0]
    else:
        at = min(found, key=lambda d: (abs((d - day).days), d), default=None)
    return at.isoformat() + rest[2:] if at else None


def length(timex: Timex, arguments: list[str], anchor: Anchor) -> Timex:
    """A length that reaches back or ahead from the day of speaking: the value is the length, the bounds are the days."""
    count = int(arguments[1])
    if not anchor.first or not anchor.last or anchor.name == QUOTED:
        return timex
    far = days.bounds(days.shifted(anchor.first if count < 0 else anchor.last, arguments[0], count))
    if not far:
        return timex
    first, last = (far[0], anchor.last) if count < 0 else (anchor.first, far[1])
    why = f"reaches {'back' if count < 0 else 'ahead'} from {told(anchor)}"
    return replace(timex, earliest=first.isoformat(), latest=last.isoformat(), anchor=anchor.name, why=why)


def ahead(timex: Timex, anchor: Anchor) -> Timex:
    """ "In two weeks", of what has not happened: the length, and the days that it leads to."""
    found = re.fullmatch(r"P(\d+)([DWMY])", timex.value or "")
    if not found or not anchor.first or anchor.first != anchor.last or anchor.name == QUOTED:
        return timex
    bounds = days.bounds(days.shifted(anchor.first, found[2], int(found[1])))
    if not bounds:
        return timex
    why = f"counted from {told(anchor)}"
    return replace(timex, earliest=bounds[0].isoformat(), latest=bounds[1].isoformat(), anchor=anchor.name, why=why)


def hours(timex: Timex, arguments: list[str], anchor: Anchor) -> Timex:
    """So many hours ago or from now: the hour of publication is not known, so it may be the day before or after."""
    found = re.fullmatch(r"PT([\d.]+)([HMS])", arguments[0])
    if not found or not anchor.first or not anchor.last:
        return timex
    reach = timedelta(days=1 + int(float(found[1]) / {"H": 24, "M": 1440, "S": 86400}[found[2]]))
    first, last = (anchor.first - reach, anchor.last) if arguments[1] == "-1" else (anchor.first, anchor.last + reach)
    why = f'"{timex.span.text}" counted from {told(anchor)}, whose hour is not known'
    return replace(timex, earliest=first.isoformat(), latest=last.isoformat(), anchor=anchor.name, why=why)


def partial(timex: Timex, arguments: list[str], anchor: Anchor, event: days.Days | None) -> Timex:
    """The year of a date without one: of the anchor, else that in which the other accounts of the event are dated."""
    value = timex.value or ""
    if anchor.first and anchor.last:
        low, high = (occurrence(timex, value, arguments, day) for day in (anchor.first, anchor.last))
        if low and low == high:
            return bounded(timex, low, anchor.name, f"the year that goes with {told(anchor)}")
        past, coming = days.last_occurrence(value, anchor.first), days.next_occurrence(value, anchor.last)
        readings = (past, coming) if past and coming and past != coming and not any(arguments) else ()
        return replace(timex, why="the year is left open by when it may have been written", readings=readings)
    if event and not any(arguments) and (found := in_event(value, timex.mod, event)):
        return bounded(
            timex, found, "the other accounts", f"the year in which the other accounts are dated, {event[0]} to {event[1]}"
        )
    return replace(timex, why="nothing tells the year")


def occurrence(timex: Timex, value: str, arguments: list[str], day: date) -> str | None:
    """The year of a value without one, seen from a day: by "last" or "next", by tense, by weekday, else the nearest."""
    direction, *rest = arguments or [""]
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


def holiday(timex: Timex, arguments: list[str], anchor: Anchor, event: days.Days | None) -> Timex:
    """A feast in its year; one that moves is reckoned for the years about."""
    direction, rule = arguments[0], ":".join(arguments[1:])
    if rule.startswith("XXXX"):
        return partial(timex, [direction] if direction else [], anchor, event)
    day = anchor.first if anchor.first and anchor.first == anchor.last else None
    if day is None:
        return replace(timex, why="nothing tells the year")
    found = [d for year in range(day.year - 1, day.year + 2) if (d := feasts.on(rule, year))]
    behind, coming = [d for d in found if d <= day], [d for d in found if d >= day]
    if direction == "-1" or (not direction and timex.tense == "past"):
        at = next((d for d in reversed(behind) if d != day or not direction), None)
    elif direction == "1" or (not direction and timex.tense == "future"):
        at = next((d for d in coming if d != day or not direction), None)
    else:
        at = min(found, key=lambda d: (abs((d - day).days), d), default=None)
    return bounded(timex, at.isoformat() if at else None, anchor.name, f"the year that goes with {told(anchor)}")


def fiscal(timex: Timex, arguments: list[str], anchor: Anchor) -> Timex:
    """Whose fiscal year it is, is not known: its name has the calendar year's number, and no days."""
    if not arguments or not anchor.first or not anchor.last or anchor.first.year != anchor.last.year:
        return timex
    value = f"{arguments[0]}{anchor.first.year + int(arguments[1] or 0):04d}"
    return replace(timex, value=value, anchor=anchor.name, why=f"named by the year that goes with {told(anchor)}")
