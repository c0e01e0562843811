"""The rule of a feast and a year in, its day out.

A rule is a day of the calendar ("XXXX-12-25"), days from Easter Sunday ("easter-2"), or the nth such weekday of a month
("11-4-4" is the fourth Thursday of November, "05-1--1" the last Monday of May, "11-4-4+1" the day after
that Thursday).
"""

import re
from datetime import date, timedelta

_NTH = re.compile(r"(\d\d)-([1-7])-(-?\d)(\+\d)?$")


def on(rule: str, year: int) -> date | None:
    """The day of a feast in a year from 1583 to 9999; None where there is none, or for what is no such rule."""
    try:
        if rule.startswith("XXXX-"):
            return date.fromisoformat(rule.replace("XXXX", f"{year:04d}"))
        if rule.startswith("easter"):
            return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
        found = _NTH.match(rule)
        if not found:
            return None
        return _weekday(year, int(found[1]), int(found[2]), int(found[3])) + timedelta(days=int(found[4] or 0))
    except (ValueError, OverflowError):
        return None


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year (the anonymous computus, Nature 1876; Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    correction = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * correction) // 451
    month, day = divmod(h + correction - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    if nth > 0:
        return day + timedelta(weeks=nth - 1)
    weeks = 4 if (day + timedelta(weeks=4)).month == month else 3
    return day + timedelta(weeks=weeks)
