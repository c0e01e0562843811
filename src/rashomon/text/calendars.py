"""A stretch of text in, the dates of the calendar out: whole ones, and months, weekdays, years and seasons."""

# ruff: noqa: E501 (a grammar reads as a table, a pattern a line)

import re
from datetime import date

from rashomon.text.timewords import (
    CLOCK,
    EDGE,
    ORDINALS,
    PARTS,
    REL,
    SEASONS,
    WORDS,
    Reader,
    Reading,
    capital,
    clock,
    edge,
    either,
    month,
    weekday,
)


def _real(year: int | None, number: int, day: int | None) -> bool:
    """Whether there is such a day (29 February where the year is open)."""
    try:
        date(year or 2000, number, day or 1)
    except ValueError:
        return False
    return True


def _year(words: str | None) -> int | None:
    if not words:
        return None
    digits = int(re.sub(r"\D", "", words))
    return digits if digits > 99 else digits + (2000 if digits < 50 else 1900)


def _dated(g: dict[str, str], number: int, day: str | None, direction: str = "") -> Reading | None:
    """A month or a day of one, with its year, weekday and time of day where they are given."""
    year = _year(g.get("year") or g.get("short"))
    days = int(re.sub(r"\D", "", day)) if day else None
    if not _real(year, number, days):
        return None
    value = (f"{year:04d}" if year else "XXXX") + f"-{number:02d}" + (f"-{days:02d}" if days else "")
    named = f":{direction}:{weekday(g['wd'])}" if g.get("wd") and days else f":{direction}" if direction else ""
    rule = "date" if year else f"partial{named}"
    if g.get("clock"):
        return "TIME", f"{value}T{clock(g['clock'], g.get('zone'))}", rule, None
    if g.get("part") and days:
        return "TIME", f"{value}T{PARTS[g['part'].lower()]}", rule, None
    return "DATE", value, rule, edge(g.get("edge"))


def _full(g: dict[str, str]) -> Reading | None:
    return _dated(g, month(g["month"]), g["day"])


def _iso(g: dict[str, str]) -> Reading | None:
    return _dated(g, int(g["mm"]), g["dd"]) if 1 <= int(g["mm"]) <= 12 else None


def _numeric(g: dict[str, str]) -> Reading | None:
    """Day and month in digits: read where only one order is possible, or dots say that the day comes first."""
    first, second = int(g["a"]), int(g["b"])
    if first == second or g["sep"] == "." or first > 12:
        return _dated(g, second, g["a"]) if 1 <= second <= 12 else None
    if second > 12:
        return _dated(g, first, g["b"])
    return "DATE", None, "open", None


def _monthly(g: dict[str, str]) -> Reading | None:
    return _dated(
        g, month(g["bare"] if "bare" in g else g["month"] if "month" in g else g["sure"]), None, _direction(g.get("rel"))
    )


def _direction(word: str | None) -> str:
    low = (word or "").lower()
    return {"last": "-1", "past": "-1", "next": "1", "coming": "1", "this": "0", "this coming": "1", "this past": "-1"}.get(
        low, ""
    )


def _day_range(g: dict[str, str]) -> Reading | None:
    left = _dated({**g, "wd": ""}, month(g["month"]), g["day"])
    right = _dated({**g, "wd": ""}, month(g.get("month2") or g["month"]), g["day2"])
    if not left or not right or left[2] != right[2]:
        return None
    return "DATE", f"{left[1]}/{right[1]}", left[2], None


def _weekday(g: dict[str, str]) -> Reading | None:
    value = f"XXXX-WXX-{weekday(g['weekday'])}"
    direction = _direction(g.get("rel"))
    rule = f"weekday:{direction}" if direction else "weekday"
    if g.get("week"):
        rule = {"last": "weekday:-2", "next": "weekday:2", "this": "weekday:0"}[g["week"].lower()]
    if g.get("clock"):
        return "TIME", f"{value}T{clock(g['clock'], g.get('zone'))}", rule, None
    if g.get("part"):
        return "TIME", f"{value}T{PARTS[g['part'].lower()]}", rule, None
    return "DATE", value, rule, edge(g.get("edge"))


def _of_year(g: dict[str, str]) -> Reading | None:
    return "DATE", f"{_year(g['year']):04d}", "date", edge(g.get("edge"))


def _years(g: dict[str, str]) -> Reading | None:
    first = int(g["year"])
    last = int(g["year2"] if "year2" in g else g["year"][:2] + g["two"])
    return ("DATE", f"{first:04d}/{last:04d}", "date", None) if first < last <= first + 100 else None


def _decade(g: dict[str, str]) -> Reading | None:
    digits = g["decade"]
    return "DATE", (digits if len(digits) == 4 else "19" + digits)[:3], "date", edge(g.get("edge"))


def _century(g: dict[str, str]) -> Reading | None:
    words = g["nth"].lower()
    number = int(words[:-2]) if words[0].isdigit() else ORDINALS[words]
    return ("DATE", f"{number - 1:02d}", "date", edge(g.get("edge"))) if 1 <= number <= 30 else None


def _season(g: dict[str, str]) -> Reading | None:
    if g["season"].lower() == "fall" and not (g.get("year") or g.get("rel")):
        return None
    code, year = SEASONS[g["season"].lower()], _year(g.get("year"))
    direction = _direction(g.get("rel"))
    rule = "date" if year else f"partial:{direction}" if direction else "partial"
    return "DATE", f"{year:04d}-{code}" if year else f"XXXX-{code}", rule, edge(g.get("edge"))


def _quarter(g: dict[str, str]) -> Reading | None:
    nth = g["nth"].lower().lstrip("qh")
    number = int(nth[0]) if nth[0].isdigit() else ORDINALS[nth]
    letter, most = ("H", 2) if g.get("half") else ("Q", 4)
    if not 1 <= number <= most:
        return None
    year = _year(g.get("year"))
    rule = "date" if year else f"partial:{_direction(g.get('rel'))}" if g.get("rel") else "partial"
    return "DATE", f"{year or 'XXXX'}-{letter}{number}", rule, None


def _holiday(g: dict[str, str]) -> Reading | None:
    value: str = WORDS["holidays"][g["holiday"]]
    return "DATE", value.replace("XXXX", g["year"]) if g.get("year") else value, "date" if g.get("year") else "holiday", None


def _named(words: str) -> str:
    """A holiday as the list spells it."""
    return next(str(name) for name in WORDS["holidays"] if name.lower() == words.lower())


_TAIL = rf"(?:(?:,\s?|\s)(?:of )?«year»(?:{CLOCK}|\s?[-–—|]\s?«clock»)?|{CLOCK})?"
_WD = r"(?:«wd»,?\s(?:the )?)?"
_PREP = r"(?i:in|of|since|by|until|till|til|during|from|to|through|throughout|between|and|before|after|for|around|about|circa|or|year|late)"
_NTH = rf"(?P<nth>{either(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"

# fmt: off
GRAMMAR: tuple[tuple[str, Reader], ...] = (
    # full days: "Sun Oct 15, 2017 11:03AM", "15 October 2017", "2017-10-15", "15.10.2017"
    (rf"\b(?P<x>{EDGE}{_WD}«month»\s(?:the )?«day»(?![-–/]\d){_TAIL}(?:\s«part»\b)?)", _full),
    (rf"\b(?P<x>{EDGE}{_WD}(?:the )?«day»[-\s](?:of )?«month»(?!\w)(?:[-\s]«year»(?:{CLOCK})?|{_TAIL}))", _full),
    (
        r"(?<![\w/.-])(?P<x>(?P<year>\d{4})[-/](?P<mm>\d\d)[-/](?P<dd>\d\d)(?:[T ,]+«clock»(?:\s?«zone»)?)?)(?![\w/-]|\.\d)",
        _iso,
    ),
    (
        r"(?<![\w/.,-])(?P<x>(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?:(?P<year>(?:19|20)\d\d)|(?P<short>\d\d))"
        rf"{CLOCK}?)(?![\w/-]|\.\d)",
        _numeric,
    ),
    # ranges of days: "from 3 to 5 May", "May 3-5, 2017", "30 June to 2 July"
    (
        r"\b(?P<x>(?:(?i:from|between)\s)?«day»(?:\s?[-–—]\s?|\s(?:to|and|until|through)\s)«day2»\s«month»(?!\w)(?:,?\s«year»)?)",
        _day_range,
    ),
    (
        r"\b(?P<x>(?:(?i:from|between)\s)?«month»\s«day»(?:\s?[-–—]\s?|\s(?:to|and|until|through)\s)(?:«month2»\s)?«day2»(?!\w)(?:,?\s«year»)?)",
        _day_range,
    ),
    (
        r"\b(?P<x>(?:(?i:from|between)\s)?«day»\s«month»(?:\s?[-–—]\s?|\s(?:to|and|until|through)\s)«day2»\s«month2»(?!\w)(?:,?\s«year»)?)",
        _day_range,
    ),
    # months: "October 2017", "mid-November", "the beginning of October", "last May", "in March", "November"
    (rf"\b(?P<x>{EDGE}«month»(?:,|\sof)?\s«year»)", _monthly),
    (r"\b(?P<x>(?i:the )?«edge»[- ]«bare»)\b(?!\s?\d)", _monthly),
    (rf"\b(?P<x>{REL}\s«month»)(?!\w|\s?\d)", _monthly),
    (rf"\b{_PREP}\s(?P<x>«month»)(?!\w|\s?\d|\s[A-Z]|'|’)", _monthly),
    (r"\b(?P<x>(?i:the )?«ordinal» of «bare»(?:,?\s«year»)?)", lambda g: _dated(g, month(g["bare"]), str(ORDINALS[g["ordinal"].lower()]))),
    (r"(?<![\w-])(?P<x>«sure»)\b(?!\s?\d|-\w)", _monthly),
    # weekdays: "Sunday", "early on Monday", "last Friday", "Monday of next week", "Tuesday night", "Sunday at 3 pm"
    (
        rf"(?<![\w-])(?P<x>{EDGE}(?:{REL}\s)?«weekday»(?!\w|-\w|\s(?:{capital(WORDS['weekday_names'])})\b)"
        rf"(?:\s(?:of )?(?P<week>(?i:last|next|this)) week|\s(?:early |late )?«part»\b|{CLOCK})?)",
        _weekday,
    ),
    # years, decades, centuries, seasons, quarters
    (
        rf"(?:\b{_PREP}\s|\()(?P<x>(?i:the year )?«year»)(?!\s(?:(?i:percent|per cent|people|million|km|m|metres|meters|feet))\b|-\w|[-–/]\d)",
        _of_year,
    ),
    (r"\b(?P<x>(?i:the )?«edge»[- ]«year»)(?![-–/]\d)", _of_year),
    (r"\b(?i:the)\s(?P<x>(?P<year>(?:19|20)\d\d))(?=\s[A-Za-z])", _of_year),
    (
        r"\b(?P<x>(?:(?i:from|between)\s)?(?P<year>(?:1\d|20)\d\d)(?:\s?[-–—/]\s?|\s(?:to|and|until|through)\s)(?P<year2>(?:1\d|20)\d\d))(?![\w-])",
        _years,
    ),
    (r"(?<![\w/.,-])(?P<x>(?P<year>(?:19|20)\d\d)[-–/](?P<two>\d\d))(?![\w/.-]\w|\w)", _years),
    (r"\b(?P<x>(?i:the )(?:«edge»[- ](?:the )?)?(?P<decade>(?:1\d|20)\d0)['’]?s)\b", _decade),
    (r"(?<![\w])(?P<x>(?:«edge»[- ](?:the )?)?(?P<decade>(?:1\d|20)\d0)['’]?s)\b", _decade),
    (r"\b(?P<x>(?i:the )(?:«edge»[- ])?['’‘](?P<decade>\d0)s)\b", _decade),
    (rf"\b(?P<x>(?i:the )?(?:«edge»[- ](?:the )?)?(?i:{_NTH})[- ]century)\b", _century),
    (
        rf"\b(?:(?i:in|during|since|by|until|of)\s)?(?P<x>(?:(?i:the )?«edge»[- ](?:the )?)?(?:{REL}\s)«season»(?:(?:\sof)?\s«year»)?)\b",
        _season,
    ),
    (r"\b(?P<x>(?i:the )?(?:«edge»[- ](?:the )?)?«season»(?:\sof)?\s«year»)", _season),
    (r"\b(?i:in|during|since|by|until)\s(?P<x>(?:«edge»[- ])?(?:the )?(?:«edge2»[- ])?«season»)\b(?!\sof|-)", _season),
    (rf"\b(?P<x>(?i:the )?(?:{REL}\s)?(?i:{_NTH})[- ](?i:quarter|(?P<half>half))(?:(?:\sof)?\s«year»))", _quarter),
    (r"\b(?P<x>(?P<nth>(?:Q[1-4]|(?P<half>H)[12]))(?:(?:\sof)?\s«year»))", _quarter),
    (rf"\b(?P<x>(?i:{either(WORDS['holidays'])}))(?!\w)", lambda g: _holiday({**g, "holiday": _named(g["x"])})),
)
# fmt: on
