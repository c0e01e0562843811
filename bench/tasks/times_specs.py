"""Time expressions in the Recognizers-Text specifications (English): requests made to a calendar, in all forms one can think of.

A case is a request with its day. It is right when all its times are found, nothing else is, and each has the value of the
specification. The specification gives both the past and the coming reading: either is right. Where its values follow another
convention than TIMEX3, the convention is mapped here, each by a function whose sentence says what differs and why.
"""

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bench import corpora
from bench.tasks import times
from rashomon.extract import Found
from rashomon.extract.times import extract
from rashomon.model import Block, Document, Published, Timex
from rashomon.relate.times import resolve
from rashomon.text import days, parse

TITLE = "Time expressions in requests: cases read right, spans and values (Recognizers-Text specifications)"
CORPUS = "recognizers"
_SPANS = (
    "DateExtractor", "DatePeriodExtractor", "DateTimeExtractor", "DateTimePeriodExtractor", "DurationExtractor", "SetExtractor",
    "TimeExtractor", "TimePeriodExtractor", "HolidayExtractor",
)  # fmt: skip
_DAY = "2016-11-07"  # where a specification of spans names no day
_PARTS = {"MO": "MO", "AF": "AF", "EV": "EV", "NI": "NI", "DT": "DT", "MI": "NI"}


@dataclass(frozen=True)
class Wanted:
    """One time of a case: its place, and what the specification resolves it to; no values where only spans are given."""

    start: int
    end: int
    values: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True)
class Item:
    """A request, its day, and the times in it; `valued` where the specification gives values."""

    text: str
    day: str
    wanted: tuple[Wanted, ...]
    valued: bool


@dataclass(frozen=True)
class Read:
    """What was read: its place, TIMEX3 type, the values that survive, and the first and last day."""

    start: int
    end: int
    type: str
    values: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None


def gold() -> list[Item]:
    folder = corpora.path(CORPUS) / "DateTime"

    def cases(name: str) -> Any:
        return json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))

    valued = [_item(case, True) for case in cases("DateTimeModel")]
    return [*valued, *(_item(case, False) for name in _SPANS for case in cases(name))]


def _item(case: dict[str, Any], valued: bool) -> Item:
    day = (case.get("Context") or {}).get("ReferenceDateTime", _DAY)[:10]
    return Item(text=case["Input"], day=day, wanted=tuple(_wanted(r) for r in case["Results"]), valued=valued)


def _wanted(result: dict[str, Any]) -> Wanted:
    end = result["End"] + 1 if "End" in result else result["Start"] + result["Length"]
    values = (result.get("Resolution") or {}).get("values", [])
    return Wanted(start=result["Start"], end=end, values=tuple(values))


def rashomon(item: Item) -> list[Read]:
    """Ours, counted from the day of the request."""
    day = Published(value=item.day, earliest=item.day, latest=item.day, why="given")
    blocks = (Block(start=0, end=len(item.text), role="paragraph"),) if item.text.strip() else ()
    document = Document(id="d", file="f", sha256="", text=item.text, published=day, blocks=blocks)
    found = Found(document="d", parse=parse.parse(item.text, [(b.start, b.end) for b in blocks]))
    found = found.having("times", tuple(extract(document, found)))
    resolved = resolve(document, found, ())
    return [_read(timex, before, item.day) for timex, before in zip(resolved, found.times, strict=True)]


def _read(timex: Timex, before: Timex, day: str) -> Read:
    """All readings that survive; of hours from now the length as well; "now" is the day of the request."""
    if timex.value == "PRESENT_REF":
        return Read(timex.span.start, timex.span.end, timex.type, (timex.value,), day, day)
    hours = [part for part in timex.rule.split(":") if part.startswith("PT")]
    values = tuple(dict.fromkeys(v for v in (timex.value, before.value, *timex.readings, *hours) if v))
    return Read(timex.span.start, timex.span.end, timex.type, values, timex.earliest, timex.latest)


def naive(item: Item) -> list[Read]:
    """The plain pattern of the other task; only what is written in full has a value."""
    return [Read(*m.span(), "DATE", (m[0],) if m[0].isdigit() else ()) for m in times.PLAIN.finditer(item.text)]


def dateparser(item: Item) -> list[Read]:
    """dateparser's search, counting from the day of the request; it gives days only."""
    from datetime import datetime

    from dateparser.search import search_dates

    found, place = [], 0
    settings = {"RELATIVE_BASE": datetime.fromisoformat(item.day)}
    for words, when in search_dates(item.text, languages=["en"], settings=settings) or []:
        start = item.text.find(words, place)
        if start >= 0:
            place = start + len(words)
            day = when.date().isoformat()
            found.append(Read(start, place, "DATE", (day,), day, day))
    return found


SYSTEMS = {"rashomon": rashomon, "naive": naive, "dateparser": dateparser}


def right(wanted: Wanted, found: list[Read], day: str) -> bool:
    """Whether what was read there is one of the specification's values, by any of the conventions below."""
    return bool(found) and any(rule(value, found, day) for value in wanted.values for rule in RULES)


def same(value: dict[str, str], found: list[Read], day: str) -> bool:
    """The same TIMEX3 value, before or after it is resolved; a time of day with or without its minutes."""
    timex = _plain(value.get("timex", ""))
    return any(timex == _plain(v) for read in found for v in read.values)


def same_days(value: dict[str, str], found: list[Read], day: str) -> bool:
    """The same days, whatever they are called ("(2017-01-01,2017-04-01,P3M)" is 2017-Q1); an end may be the first day after.

    One expression of theirs may be two of TIMEX3 ("from 3 May to today"): together they reach as far.
    """
    first, last = _ends(value)
    if not first or not last or (_clocks_of(value) - {"00:00"} and not _clocks_of(value) <= _clocks(found)):
        return False
    return any(low == first and high in (last, last - timedelta(days=1)) for low, high in _reach(found))


def same_clock(value: dict[str, str], found: list[Read], day: str) -> bool:
    """The same times of day where no day is named, or where theirs is the day of the request and ours is left open."""
    clocks = _clocks_of(value)
    placed = value.get("type", "") in ("datetime", "datetimerange")
    return bool(clocks) and clocks <= _clocks(found) and (not placed or any(_on(r, day) for r in found))


def the_words_around_left_out(value: dict[str, str], found: list[Read], day: str) -> bool:
    """ "Before", "since", "until" are not part of a TIMEX3: theirs is the days before, ours the day before which."""
    if value.get("Mod") in _ASIDE:
        return any(_plain(value.get("timex", "")) == _plain(v) for r in found for v in r.values) or _touches(value, found)
    return False


def a_part_of_it(value: dict[str, str], found: list[Read], day: str) -> bool:
    """ "Early", "mid-", "late": theirs is a half, ours a third (mod START, MID, END) of the same whole."""
    first, last = _ends(value)
    inside = first and last and any(low <= last and first <= high for low, high in _reach(found))
    whole = _plain(value.get("timex", "")) in {_plain(v) for r in found for v in r.values}
    return value.get("Mod") in ("start", "mid", "end", "approx", "less", "more") and bool(inside or whole)


def in_the_unit_named(value: dict[str, str], found: list[Read], day: str) -> bool:
    """ "Three weeks ago" is a week, "two years ago" a year in TIMEX3; theirs is the day so many weeks or years away."""
    (first, last), today = _ends(value), days.parsed(day)
    if not first or not today or first != last:
        return False
    whole = [(b[1] - b[0]).days for r in found if (b := _days(r)) and b[0] <= first <= b[1]]
    same_weekday, same_day = (first - today).days % 7 == 0, first.day == today.day or first.day > 27 < today.day
    return any((size == 6 and same_weekday) or (size > 26 and same_day) for size in whole)


def with_or_without_today(value: dict[str, str], found: list[Read], day: str) -> bool:
    """Whether the day of speaking itself belongs to "the next two weeks" or "the past month": a day more or less."""
    first, last = _ends(value)
    if not first or not last or not any(r.type == "DURATION" for r in found):
        return False
    return any(abs((low - first).days) <= 1 and abs((high - last).days) <= 2 for low, high in _reach(found))


def as_far(value: dict[str, str], found: list[Read], day: str) -> bool:
    """A range ends with the first day of its last unit in theirs ("2014-2018": 1 January 2018), with its last day in ours."""
    first, last = _ends(value)
    sides = [days.bounds(side) for r in found for v in r.values for side in v.split("/")]
    parts = [*(b for b in sides if b), *(b for r in found if (b := _days(r)))]
    if not first or not last or not value.get("timex", "").startswith("("):
        return False
    left = [b for b in parts if b[0] <= first <= b[1]]
    right = [b for b in parts if b[0] <= last <= b[1] + timedelta(days=1)]
    return any(a[1] < b[0] for a in left for b in right)


def as_long(value: dict[str, str], found: list[Read], day: str) -> bool:
    """A length that reaches from today: theirs is counted to the day or starts with the next unit, ours covers whole units."""
    first, _ = _ends(value)
    length = value.get("timex", "").rpartition(",")[2].rstrip(")")
    same = any(r.type == "DURATION" and length in r.values for r in found)
    back = first is not None and first.isoformat() < day
    return same and all(r.earliest is None or (r.earliest < day) == back or r.earliest == day for r in found)


def no_such_day(value: dict[str, str], found: list[Read], day: str) -> bool:
    """30 February: theirs is "not resolved", ours has no value."""
    return (
        value.get("value") == "not resolved" and value.get("type", "").startswith("date") and not any(r.earliest for r in found)
    )


def left_open(value: dict[str, str], found: list[Read], day: str) -> bool:
    """ "A few days" are three in theirs and open (PXD) in ours; "that week" is this one, in ours the one spoken of, if any."""
    few = value.get("type") == "duration" and any(re.fullmatch(r"PT?X[A-Z]", v) for r in found for v in r.values)
    return few or (value.get("Mod") == "ref_undef" and not any(r.values for r in found))


def the_end_of_a_day(value: dict[str, str], found: list[Read], day: str) -> bool:
    """ "The end of today" is its last second in theirs, the day (mod END) in ours."""
    last = value.get("value", "")
    return last.endswith("23:59:59") and any(r.earliest == r.latest == last[:10] for r in found)


def part_of_the_day(value: dict[str, str], found: list[Read], day: str) -> bool:
    """ "Tuesday in the morning": theirs gives hours (8 to 12) to the morning, ours its name (TMO) and the date."""
    part = re.search(r"T(MO|AF|EV|NI|DT|NT)$", value.get("timex", ""))
    named = part and any(v.endswith("T" + part[1].replace("NT", "NI")) for r in found for v in r.values)
    first, _ = _ends(value)
    return bool(named) and (first is None or any(r.earliest in (None, first.isoformat()) for r in found))


def each_time(value: dict[str, str], found: list[Read], day: str) -> bool:
    """ "Thursdays at five" is one set in theirs, a set and a time of day in ours."""
    timex, values = _plain(value.get("timex", "")), {_plain(v) for r in found for v in r.values}
    return value.get("type") == "set" and {timex.partition("T")[0], "T" + timex.partition("T")[2]} <= values


def by_the_clock(value: dict[str, str], found: list[Read], day: str) -> bool:
    """Hours and minutes from now: the day of an account is known, its hour is not, so ours is the length (PT2H)."""
    length = re.search(r"PT[\dHMS.]+", value.get("timex", ""))
    given = {v for r in found for v in r.values if v.startswith("PT")}
    if length or not given or value.get("type") != "datetime":
        return bool(length) and length[0] in given  # type: ignore[index]
    return value.get("value", "")[:10] in (day, *(r.latest for r in found), *(r.earliest for r in found))


RULES = (
    same,
    same_days,
    same_clock,
    the_words_around_left_out,
    a_part_of_it,
    in_the_unit_named,
    with_or_without_today,
    as_far,
    as_long,
    no_such_day,
    left_open,
    the_end_of_a_day,
    part_of_the_day,
    each_time,
    by_the_clock,
)
_ASIDE = ("before", "after", "since", "until", "before-end", "before-start", "after-end", "after-start", "after-mid", "ref_undef")


def _plain(timex: str) -> str:
    """A value in one spelling: no open date before a time of day, minutes always, no seconds that are none."""
    timex = {"P0.5Y": "P6M", "PT0.5H": "PT30M", "P1WE": "XXXX-WXX-WE"}.get(timex, timex)
    timex = re.sub(r"/[a-z_-]+$", "", timex).removeprefix("XXXX-XX-XX")
    timex = re.sub(r"T(\d\d)(?=[,/)]|$)", r"T\1:00", timex)
    return re.sub(r"(T\d\d:\d\d):00", r"\1", timex).replace("T24:00", "T00:00").removesuffix("Z")


def _ends(value: dict[str, str]) -> tuple[date | None, date | None]:
    """First and last day of theirs; a single one is both."""
    first, last = value.get("start", value.get("value", "")), value.get("end", value.get("value", ""))
    return days.parsed(first[:10]), days.parsed(last[:10])


def _touches(value: dict[str, str], found: list[Read]) -> bool:
    """Whether one end of theirs is an end of ours."""
    single = (days.parsed(end) for r in found for end in (r.earliest, r.latest))
    mine = {d for low, high in _reach(found) for d in (low, high, high + timedelta(days=1))} | {d for d in single if d}
    return bool({days.parsed(value.get(k, "")[:10]) for k in ("start", "end")} & mine)


def _clocks_of(value: dict[str, str]) -> set[str]:
    return {m[0] for key in ("value", "start", "end") for m in re.finditer(r"\b\d\d:\d\d(?=:\d\d)", value.get(key, ""))}


def _clocks(found: list[Read]) -> set[str]:
    return {m[1].replace("24:", "00:") for r in found for v in r.values for m in re.finditer(r"T(\d\d:\d\d)", v)}


def _on(read: Read, day: str) -> bool:
    return read.earliest in (None, day)


def _reach(found: list[Read]) -> list[days.Days]:
    """The days of each reading, and of all together."""
    closed = [b for r in found for v in r.values if (b := days.bounds(v))]
    closed += [(low, high) for r in found if (low := days.parsed(r.earliest)) and (high := days.parsed(r.latest))]
    if len(found) > 1 and closed:
        closed.append((min(low for low, _ in closed), max(high for _, high in closed)))
    return closed


def _days(read: Read) -> days.Days | None:
    first, last = days.parsed(read.earliest), days.parsed(read.latest)
    return (first, last) if first and last else None


def verdict(item: Item, found: list[Read]) -> str:
    """What became of a case: right, span missed, span made up, or value."""
    for wanted in item.wanted:
        there = [r for r in found if r.start < wanted.end and wanted.start < r.end]
        if not there:
            return "missed"
        if item.valued and not right(wanted, there, item.day):
            return "value"
    loose = [r for r in found if not any(r.start < w.end and w.start < r.end for w in item.wanted)]
    return "made up" if loose else "right"


def score(gold: list[Item], predicted: list[list[Read]]) -> dict[str, float]:
    """The share of cases that are right throughout; of times found that have the value; F1 of spans that overlap."""
    cases = [verdict(i, p) for i, p in zip(gold, predicted, strict=True) if i.valued]
    hits = matched = good = 0
    for item, guesses in zip(gold, predicted, strict=True):
        for wanted in item.wanted:
            there = [r for r in guesses if r.start < wanted.end and wanted.start < r.end]
            hits += bool(there)
            matched += bool(there) and item.valued
            good += item.valued and right(wanted, there, item.day)
    loose = sum(
        not any(r.start < w.end and w.start < r.end for w in i.wanted) for i, p in zip(gold, predicted, strict=True) for r in p
    )
    wanted_in_all = sum(len(i.wanted) for i in gold)
    return {
        "cases": cases.count("right") / max(1, len(cases)),
        "value": good / max(1, matched),
        "precision": hits / max(1, hits + loose),
        "recall": hits / max(1, wanted_in_all),
        "F1": 2 * hits / max(1, hits + loose + wanted_in_all),
    }
