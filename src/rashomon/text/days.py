"""A TIMEX3 value in, the first and last day it allows out; and a day, moved by units, as a value.

Years run from 1 to 9999, weeks are ISO weeks (Monday first). What is no such value, or lies beyond, is None; nothing raises.
"""

import re
from datetime import date, timedelta

Days = tuple[date, date]

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XXT?.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
PART = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$")
_YEARS = re.compile(r"\d{2,4}$")


def bounds(value: str | None, mod: str | None = None) -> Days | None:
    """First and last day of a resolved value, narrowed by START, MID or END; None where it is open or no day at all."""
    if value is None or "XXXX" in value:
        return None
    if "/" in value:
        left, right = (bounds(side) for side in value.split("/", 1))
        return (left[0], right[1]) if left and right and left[0] <= right[1] else None
    try:
        whole = _whole(value)
    except (ValueError, OverflowError):
        return None
    return narrowed(whole, mod) if whole else None


def between(first: str | None, last: str | None) -> Days | None:
    """The days from one ISO day to another; None where an end is open."""
    start, end = parsed(first), parsed(last)
    return (start, end) if start and end else None


def single(first: str | None, last: str | None) -> date | None:
    """The day that two ISO days are, None where they are two or open."""
    return parsed(first) if first == last else None


def named(first: date, last: date) -> str | None:
    """The ISO day or month that these days are; None where they are neither."""
    if first == last:
        return first.isoformat()
    return first.isoformat()[:7] if first.day == 1 and last == month_end(first.year, first.month) else None


def narrowed(days: Days, mod: str | None) -> Days:
    """The first, middle or last third of these days; of a month the days 1-10, 11-20 and from 21 on."""
    first, last = days
    third = ((last - first).days + 1) // 3
    if mod not in ("START", "MID", "END") or third < 1:
        return days
    step = timedelta(days=third)
    if mod == "START":
        return first, first + step - timedelta(days=1)
    return (first + step, first + 2 * step - timedelta(days=1)) if mod == "MID" else (first + 2 * step, last)


def shifted(day: date, unit: str, count: int) -> str | None:
    """The day, week, weekend, month, quarter, year, decade or century that lies `count` of them from this day, as a value."""
    try:
        return _shifted(day, unit, count)
    except (ValueError, OverflowError):
        return None


def moved(day: date, unit: str, count: int) -> date | None:
    """The day so many days, weeks, months or years away; of a shorter month the last."""
    try:
        if unit in ("D", "W"):
            return day + timedelta(days=count * (7 if unit == "W" else 1))
        year, month = divmod(day.year * 12 + day.month - 1 + count * {"M": 1, "Y": 12}[unit], 12)
        return date(year, month + 1, min(day.day, month_end(year, month + 1).day))
    except (ValueError, OverflowError, KeyError):
        return None


def weekday(day: date, number: int, direction: int) -> date | None:
    """The nearest such weekday (1 is Monday): on or before the day (-1), on or after it (1), in its ISO week (0)."""
    gap = number - day.isoweekday()
    if direction:
        gap = gap % 7 if direction > 0 else -(-gap % 7)
    try:
        return day + timedelta(days=gap)
    except OverflowError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def parsed(iso: str | None) -> date | None:
    """The day of an ISO date, None for anything else."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _whole(value: str) -> Days | None:
    if found := _DAY.match(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day + timedelta(days=found[4] == "NI")
    if found := _MONTH.match(value):
        year, month = int(found[1]), int(found[2])
        return date(year, month, 1), month_end(year, month)
    if found := _WEEK.match(value):
        year, week = int(found[1]), int(found[2])
        return date.fromisocalendar(year, week, 6 if found[3] else 1), date.fromisocalendar(year, week, 7)
    if found := PART.match(value):
        return _part(int(found[1]), found[2])
    if _YEARS.match(value):
        span = 10 ** (4 - len(value))
        first = int(value) * span
        return date(max(first, 1), 1, 1), date(first + span - 1, 12, 31)
    return None


def _part(year: int, part: str) -> Days:
    size = {"Q": 3, "H": 6}.get(part[0])
    if part[1].isdigit() and size:
        low = (int(part[1]) - 1) * size + 1
        return date(year, low, 1), month_end(year, low + size - 1)
    low, high = SEASONS[part]
    return date(year, low, 1), month_end(year + (high < low), high)


def _shifted(day: date, unit: str, count: int) -> str | None:
    if unit == "D":
        return (day + timedelta(days=count)).isoformat()
    if unit in ("W", "WE", "F"):
        year, week, _ = (day + timedelta(weeks=count * (2 if unit == "F" else 1))).isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit in ("M", "Q"):
        months = day.year * 12 + day.month - 1 + count * (3 if unit == "Q" else 1)
        year, month = divmod(months, 12)
        date(year, month + 1, 1)
        return f"{year:04d}-{month + 1:02d}" if unit == "M" else f"{year:04d}-Q{month // 3 + 1}"
    years = day.year + count * {"Y": 1, "DE": 10, "CE": 100}.get(unit, 0)
    if unit not in ("Y", "DE", "CE") or not 1 <= years <= 9999:
        return None
    return f"{years:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


def last_occurrence(value: str, day: date) -> str | None:
    """A value without a year ("XXXX-10-12"), in the year in which it last began on or before the day."""
    return max((y for y in _occurrences(value, day) if _days(y)[0] <= day), key=_days, default=None)


def next_occurrence(value: str, day: date) -> str | None:
    """The same, in the year in which it next ends on or after the day."""
    return min((y for y in _occurrences(value, day) if _days(y)[1] >= day), key=_days, default=None)


def nearest_occurrence(value: str, day: date, number: int | None = None) -> str | None:
    """The same, in the year in which it is nearest; with a weekday, in the nearest of eleven years that has it so."""
    found = list(_occurrences(value, day, 5 if number else 1))
    if number:
        found = [y for y in found if _days(y)[0].isoweekday() == number] or list(_occurrences(value, day))
    return min(found, key=lambda y: (gap(_days(y), (day, day)), _days(y)), default=None)


def within(whole: Days, unit: str, which: int, count: int = 1) -> str | None:
    """The `which`-th such unit of these days (-1 is the last), or `count` of them from there, as a value; D1 is a Monday.

    A week belongs to the month or year that holds its Thursday (ISO 8601), a weekend to that which holds its Saturday.
    """
    try:
        starts = _units(whole, unit)
    except OverflowError:
        return None
    place = len(starts) - count if which == -1 else which - 1
    if not starts or not 0 <= place <= len(starts) - count:
        return None
    left, right = (shifted(starts[at], unit[0] if unit[1:].isdigit() else unit, 0) for at in (place, place + count - 1))
    return left if count == 1 else f"{left}/{right}"


def _units(whole: Days, unit: str) -> list[date]:
    """A day of each unit within these days."""
    first, last = whole
    step = {"D": 1, "W": 7, "WE": 7}.get(unit, 7 if unit[0] == "D" and unit[1:].isdigit() else 0)
    if step:
        mark = {"W": 4, "WE": 6, "D": None}.get(unit, int(unit[1:]) if unit[1:].isdigit() else None)
        at = first if mark is None else first + timedelta(days=(mark - first.isoweekday()) % 7)
        return [at + timedelta(days=step * n) for n in range(max(0, ((last - at).days // step + 1)))][:3700]
    starts = (parsed(_first(shifted(first, unit, n))) for n in range(1210 if unit in _WHOLE else 0))
    return [day for day in starts if day and first <= day <= last]


def _first(value: str | None) -> str | None:
    """The first day of a value."""
    found = bounds(value)
    return found[0].isoformat() if found else None


_WHOLE = ("M", "Q", "Y", "DE")


def gap(left: Days, right: Days) -> int:
    """Days between two periods; 0 where they meet."""
    return max(0, (left[0] - right[1]).days, (right[0] - left[1]).days)


def _occurrences(value: str, day: date, years: int = 1) -> list[str]:
    filled = (value.replace("XXXX", f"{year:04d}") for year in range(day.year - years, day.year + years + 1))
    return [v for v in filled if bounds(v)]


def _days(value: str) -> Days:
    found = bounds(value)
    return found if found else (date.min, date.max)
