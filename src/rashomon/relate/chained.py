"""A document's resolved times in, those that hang on another of them out: "the next day", "at 3 p.m.", "two days after …"."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.model import Document, Timex
from rashomon.relate.anchors import LOOK, Anchor, Said, near
from rashomon.relate.reckoned import bounded, shift, steps, told
from rashomon.text import days

_SENTENCE = 120  # code points from a time of day to its date
_ON = re.compile(r"[\s,(]*(?:(?:on|the|in|at|and|to|until|till|from|between|-|–)[\s,]*){0,3}\)?$", re.I)
_LEADS = re.compile(r"(?:^|[.!?:\n\"“]\s*)(?:(?:early|late) )?(?:on |in |by )?(?:the )?$", re.I)  # it opens its sentence
_UNTIL = re.compile(r"\s?(?:[-–—]|to|until|till|through)\s?(?:the\s)?$")
_STARTING = re.compile(r",?\s(?:(?:starting|beginning|from|as of|commencing)\s(?:on\s)?(?:the\s)?|from\s)$", re.I)


def before(timex: Timex, times: Sequence[Timex], done: Mapping[str, Timex], document: Document, said: Said) -> Timex | None:
    """The time last spoken of, in this paragraph or the one before: that of an event before that of a saying, and within a
    quotation one of the same quotation before one outside.
    """
    place = bisect_left(times, timex.span.start, key=lambda t: t.span.start)
    spoken: Timex | None = None
    for other in reversed(times[max(0, place - LOOK) : place]):
        known = done.get(other.id)
        lines = [line for line in document.text[other.span.end : timex.span.start].split("\n") if line.strip()]
        if len(lines) > 2:
            break
        if not known or not known.earliest or not _datable(known) or (said.quoted(other) and not said.together(other, timex)):
            continue
        if not said.speaking(other):
            return known
        spoken = spoken or known
    return spoken


def _datable(timex: Timex) -> bool:
    return timex.type in ("DATE", "TIME") and timex.value not in ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def follows(timex: Timex, arguments: list[str], base: Timex | None, published: Anchor) -> Timex:
    """ "The next day", "three days later", "the same year": from what was spoken of last, if no longer than the unit."""
    unit = arguments[0]
    first, last = (days.parsed(base.earliest), days.parsed(base.latest)) if base else (None, None)
    if base and first and last and _fits(unit, first, last - timedelta(days="TNI" in (base.value or ""))):
        why = f"counted from {base.span.text}, {_days(base)}"
        return bounded(timex, shift(first, arguments), f"{base.span.text} (in the text)", why)
    earlier = unit in ("M", "Y", "Q") and int(arguments[1]) < 0 and timex.span.text.lower().endswith("earlier")
    if earlier and published.first and published.first == published.last:
        return bounded(timex, shift(published.first, arguments), published.name, f"counted from {told(published)}")
    return replace(timex, value=None, why="the text names no day that it is counted from")


def _days(timex: Timex) -> str:
    same = timex.earliest == timex.latest or "TNI" in (timex.value or "")
    return str(timex.earliest) if same else f"{timex.earliest} to {timex.latest}"


def _fits(unit: str, first: date, last: date) -> bool:
    """Whether all the days lie in one such unit, so that counting from any comes to the same."""
    if unit in ("Y", "DE", "CE"):
        return days.shifted(first, unit, 0) == days.shifted(last, unit, 0)
    if unit in ("M", "Q", "W", "WE"):
        return days.shifted(first, unit, 0) == days.shifted(last, unit, 0)
    return first == last


def steps_on(timex: Timex, arguments: list[str], base: Timex | None) -> Timex:
    """ "Two years, one month later": by several lengths from the day last spoken of."""
    day = days.single(base.earliest, base.latest) if base else None
    if not base or not day:
        return replace(timex, value=None, why="the text names no day that it is counted from")
    return bounded(timex, steps(day, arguments), f"{base.span.text} (in the text)", f"counted from {base.span.text}, {day}")


def hours_on(timex: Timex, base: Timex | None) -> Timex:
    """ "Three hours later": on the day last spoken of or the one after."""
    day = days.single(base.earliest, base.latest) if base else None
    if not base or not day:
        return replace(timex, why="the text names no day that it is counted from")
    back = timex.rule.endswith("-1")
    first, last = (day - timedelta(days=1), day) if back else (day, day + timedelta(days=1))
    why = f"counted from {base.span.text}, {day}, whose hour is not known"
    return replace(timex, earliest=first.isoformat(), latest=last.isoformat(), anchor=f"{base.span.text} (in the text)", why=why)


def attached(timex: Timex, times: Sequence[Timex], done: Mapping[str, Timex], document: Document, published: Anchor) -> Timex:
    """A time of day, on the date that its sentence names; "overnight" without one, the night before publication."""
    timex = done[timex.id]
    if timex.rule not in ("clock", "part") or not timex.value:
        return timex
    part = timex.value.partition("T")[2]
    for other in (done[t.id] for t in near(times, timex.span.start, _SENTENCE) if t.id != timex.id):
        between = document.text[min(other.span.end, timex.span.end) : max(other.span.start, timex.span.start)]
        day = _date(other)
        if not day or "\n" in between or ". " in between:
            continue
        part = _late(part, timex.span.text, other.value or "")
        value = f"{day}T{part}" if len(day) == 10 else f"{day}-XXT{part}" if len(day) == 7 else None
        if value:
            return bounded(timex, value, f"{other.span.text} (in the text)", f"on the date its sentence names, {day}")
    if timex.span.text.lower() == "overnight" and timex.tense == "past" and published.first and published.first == published.last:
        return bounded(timex, shift(published.first, ["D", "-1", "NI"]), published.name, f"the night before {published.first}")
    return replace(
        timex, value=None if part in ("NI", "MO", "AF", "EV", "DT") else timex.value, why="the text does not say of which day"
    )


def _late(clock: str, words: str, day: str) -> str:
    """ "Half past seven" of an evening is 19:30."""
    if not clock[:2].isdigit() or not day.endswith(("TAF", "TEV", "TNI")) or "m" in words.lower() or int(clock[:2]) >= 12:
        return clock
    return f"{int(clock[:2]) + 12}{clock[2:]}"


def _date(timex: Timex) -> str | None:
    """The date of a time that names one; a time of day that was itself put on a date names none."""
    if timex.rule in ("clock", "part") or timex.type not in ("DATE", "TIME") or not (timex.value or "")[:4].isdigit():
        return None
    day, _, clock = (timex.value or "").partition("T")
    return None if clock[:1].isdigit() else day


def ordered(timex: Timex, times: Sequence[Timex], done: Mapping[str, Timex], document: Document) -> Timex:
    """The first of "from May to September", in the year that puts it before the second."""
    place = bisect_left(times, timex.span.end, key=lambda t: t.span.start)
    after = done[times[place].id] if place < len(times) else None
    between = document.text[timex.span.end : after.span.start] if after else ""
    value, year = timex.value or "", (after.value or "")[:4] if after else ""
    if not after or not _UNTIL.match(between) or not timex.rule.startswith("partial") or not year.isdigit() or timex.rule[7:]:
        return timex
    rest, first, last = value[4:], days.bounds(value), days.bounds(after.value)
    if not first or not last or value[:4] == "XXXX" or (first <= last and last[0].year - first[0].year < 1):
        return timex
    same = days.bounds(year + rest)
    found = year + rest if same and same <= last else f"{int(year) - 1:04d}{rest}"
    return bounded(timex, found, timex.anchor, f"the year that puts it before {after.span.text}")


def beside(timex: Timex, times: Sequence[Timex], done: Mapping[str, Timex], document: Document) -> Timex:
    """ "Two days after Easter", "a week from Monday", "three days starting on Friday": from the date that follows; "on
    Saturday …, more than a month after …": what the length leads to lies so far from the date that its sentence gave.
    """
    count = re.match(r"P(\d+)([DWMY])$", timex.value or "")
    if not count or timex.type != "DURATION":
        return timex
    place = bisect_left(times, timex.span.end, key=lambda t: t.span.start)
    after = done[times[place].id] if place < len(times) else None
    between = document.text[timex.span.end : after.span.start] if after else "\n"
    day = days.single(after.earliest, after.latest) if after else None
    if timex.rule == "duration" and after and day and _STARTING.match(between):
        last = days.moved(day, count[2], int(count[1]))
        return _reaching(timex, day, last - timedelta(days=1), after) if last else timex
    words = timex.span.text.lower()
    if timex.rule != "event" or not words.endswith((" after", " before", " from", " since")):
        return timex
    if after and day and _ON.match(between):
        return _so_far(timex, day, int(count[1]) * (-1 if words.endswith("before") else 1), count[2], after)
    way = -1 if words.endswith(" after") else 1
    for other in (done[t.id] for t in near(times, timex.span.start, _SENTENCE) if t.span.end <= timex.span.start):
        day, between = days.parsed(other.earliest), document.text[other.span.end : timex.span.start]
        exact = day and other.earliest == other.latest and words.endswith((" after", " before"))
        leads = _LEADS.search(document.text[max(0, other.span.start - 16) : other.span.start]) is not None
        exact = exact and (timex.mod is not None or leads or not between.strip(" ,"))
        if day and exact and "\n" not in between and ". " not in between and timex.mod in (None, "MORE_THAN"):
            return _so_far(timex, day, way * int(count[1]), count[2], other) if timex.mod or count[2] == "D" else timex
    return timex


def _reaching(timex: Timex, first: date, last: date, base: Timex) -> Timex:
    why = f"begins with {base.span.text}, {first}"
    anchor = f"{base.span.text} (in the text)"
    return replace(timex, earliest=first.isoformat(), latest=last.isoformat(), anchor=anchor, why=why)


def _so_far(timex: Timex, day: date, count: int, unit: str, base: Timex) -> Timex:
    """From a length and a day: the other day, or a bound where there were more than so many."""
    bound = days.moved(day, unit, count)
    if not bound or timex.mod == "APPROX":
        return timex
    inner = {"MORE_THAN": None, "LESS_THAN": day}.get(timex.mod or "", bound)
    outer = None if timex.mod == "MORE_THAN" else bound
    far = bound if timex.mod == "MORE_THAN" else inner
    first, last = (far, outer) if count > 0 else (outer, far)
    return replace(
        timex,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        anchor=f"{base.span.text} (in the text)",
        why=f"counted from {base.span.text}, {day}",
    )


def part_of(timex: Timex, whole: Timex, rule: str) -> Timex:
    """ "The second week of July", "the weekend of May 3": the units within the whole, or the one that holds it."""
    name, *arguments = rule.split(":")
    first, last = days.parsed(whole.earliest), days.parsed(whole.latest)
    if not first or not last:
        return replace(whole, value=None, rule=timex.rule)
    if name == "within":
        monday = arguments[0] == "WE" and first.isoweekday() == 1  # a Monday belongs to the weekend before it
        value = days.shifted(first, arguments[0], -1 if monday else 0) if first == last else None
    else:
        value = days.within((first, last), arguments[0], int(arguments[1]), int(arguments[2]))
    return bounded(replace(whole, rule=timex.rule), value, whole.anchor, whole.why)
