"""A stretch of text in, the days of the calendar out: whole dates, days of a month, weekdays and feasts."""

# ruff: noqa: E501 (a grammar reads as a table, a pattern a line)

import re
from datetime import date

from rashomon.text import feasts
from rashomon.text.patterns import either
from rashomon.text.timewords import (
    CLOCK,
    EDGE,
    PARTS,
    REL,
    WORDS,
    Reading,
    Rule,
    capital,
    clock,
    edge,
    month,
    nth,
    number,
    spelt,
    weekday,
)

_WAYS = {
    "last": "-1", "past": "-1", "this past": "-1", "previous": "-1",
    "next": "1", "following": "1", "coming": "1", "upcoming": "1", "this coming": "1", "this upcoming": "1",
    "this": "0",
}  # fmt: skip


def way(word: str | None) -> str:
    """-1, 1 or 0 for "last", "next", "this" and their like; empty for no such word."""
    return _WAYS.get((word or "").lower(), "")


def year_of(g: dict[str, str]) -> int | None:
    """The year that is given in four digits, in two, or in words."""
    if g.get("spelt"):
        return spelt(g["spelt"])
    digits = int(re.sub(r"\D", "", g.get("year") or g.get("short_year") or "0"))
    if g.get("short_year"):
        return digits + (2000 if digits < 40 else 1900)
    return digits if g.get("year") else None


def dated(g: dict[str, str], number: int, day: int | None, direction: str = "") -> Reading:
    """A month or a day of one, with its year, weekday and time of day where they are given; "31 February" has no value."""
    year = year_of(g)
    if not _real(year, number, day):
        return Reading("DATE", None, "impossible")
    value = (f"{year:04d}" if year else "XXXX") + f"-{number:02d}" + (f"-{day:02d}" if day else "")
    named = f":{direction}:{weekday(g['wd'])}" if g.get("wd") and day else f":{direction}" if direction else ""
    rule = "date" if year else f"partial{named}"
    if g.get("clock") and day:
        return Reading("TIME", f"{value}T{clock(g['clock'], g.get('zone'))}", rule)
    if g.get("part") and day:
        return Reading("TIME", f"{value}T{PARTS[g['part'].lower()]}", rule)
    return Reading("DATE", value, rule, edge(g.get("edge")))


def _real(year: int | None, number: int, day: int | None) -> bool:
    """Whether there is such a day (29 February where the year is open)."""
    try:
        date(2000 if year is None else year, number, day or 1)
    except ValueError:
        return False
    return True


def _day(g: dict[str, str]) -> int:
    return int(number(g["counted"]) or 0) if g.get("counted") else nth(g.get("day") or g["nth"])


def _full(g: dict[str, str]) -> Reading | None:
    return dated(g, month(g.get("month") or g["stuck"]), _day(g), way(g.get("rel")))


def _iso(g: dict[str, str]) -> Reading | None:
    return dated(g, int(g["mm"]), int(g["dd"])) if 1 <= int(g["mm"]) <= 12 else None


def _numeric(g: dict[str, str]) -> Reading | None:
    """Day and month in digits: one reading where only one order is possible or dots say that the day comes first, else both."""
    first, second = int(g["a"]), int(g["b"])
    orders = (
        [(first, second)]
        if second > 12
        else [(second, first)]
        if first > 12 or (g["sep"] == "." and year_of(g))
        else [(first, second), (second, first)]
    )
    if max(first, second) > 31 or not all(1 <= m <= 12 and d for m, d in orders):
        return None
    found = list(dict.fromkeys(r for m, d in orders if (r := dated(g, m, d, way(g.get("rel")))).value))
    if len(found) > 1:
        return Reading(found[0].type, None, "open:" + found[0].rule, None, tuple(r.value for r in found if r.value))
    return found[0] if found else Reading("DATE", None, "impossible")


def _range(g: dict[str, str]) -> Reading | None:
    """ "3 to 5 May", "30 June – 2 July 2019": one expression from day to day; "3 and 5 May" are two."""
    if " and " in g["x"] and not g["x"].lower().startswith(("between", "from")):
        return None
    plain = {k: v for k, v in g.items() if k != "wd"}
    left = dated(plain, month(g["month"]), _day({"day": g.get("day", ""), "nth": g.get("nth", "")}))
    right = dated(plain, month(g.get("month2") or g["month"]), _day({"day": g.get("day2", ""), "nth": g.get("nth2", "")}))
    if not left.value or not right.value:
        return None
    return Reading("DATE", f"{left.value}/{right.value}", left.rule)


def _first(g: dict[str, str]) -> Reading | None:
    """The first of "12 July to 30 September 1864": in the year of the second, or the one before."""
    year, later = year_of(g), (month(g["month2"]), _day({"day": g["day2"]}))
    before = year is not None and (month(g["month"]), _day(g)) > later
    return _full({**g, "year": str(year - 1)} if year and before else g)


def _weekday(g: dict[str, str]) -> Reading | None:
    value = f"XXXX-WXX-{weekday(g.get('weekday') or g.get('short') or g['wd'])}"
    direction = way(g.get("rel"))
    rule = f"weekday:{direction}" if direction else "weekday"
    if g.get("week"):
        rule = {"-1": "weekday:-2", "1": "weekday:2", "0": "weekday:0"}[way(g["week"])]
    if g.get("clock"):
        return Reading("TIME", f"{value}T{clock(g['clock'], g.get('zone'))}", rule)
    if g.get("part"):
        return Reading("TIME", f"{value}T{PARTS[g['part'].lower()]}", rule)
    return Reading("DATE", value, rule, edge(g.get("edge")))


def _month_day(g: dict[str, str]) -> Reading | None:
    """ "Monday the 21st", "on the 18th": a day of a month that is not named."""
    day = _day(g)
    part = f"T{clock(g['clock'], g.get('zone'))}" if g.get("clock") else ""
    rule = f"monthday:{weekday(g['wd'])}" if g.get("wd") else "monthday"
    return Reading("TIME" if part else "DATE", f"XXXX-XX-{day:02d}{part}", rule)


def _holiday(g: dict[str, str]) -> Reading | None:
    code: str = _HOLIDAYS[g["holiday"].lower().replace("’", "'")]
    year = year_of({"year": g["year2"]} if "year2" in g else g)
    held = "within:WE/" if g.get("weekend") else ""
    if year:
        day = feasts.on(code, year)
        return Reading("DATE", day.isoformat(), f"{held}date") if day else None
    return Reading("DATE", code if code.startswith("XXXX") else None, f"{held}holiday:{way(g.get('rel'))}:{code}")


_HOLIDAYS = {str(name).lower(): str(code) for name, code in WORDS["holidays"].items()}
_TAIL = rf"(?:(?:\s?,\s?|\s)(?:of |in )?(?:«year»|«spelt»)(?:{CLOCK}|\s?[-–—|]\s?«clock»)?|{CLOCK}(?:(?:,\s?|\s)«year»)?|\sof\s['’]?(?P<short_year>\d\d)(?!\w|[.,]\d|:))?"
_WD = r"(?:(?:(?i:this|next|last|on)\s)?«wd»(?:,\s?|\s|-|\s?\()(?:the )?)?"
_SLASHED = r"\d{1,2}[/-]\d{1,2}(?:[/-](?:19|20)\d\d)?"
_NO_FEAST = "".join(f"(?<!(?i:{w}) )" for w in ("easter", "good", "black", "bloody", "ash", "palm", "whit", "holy", "cyber"))
_HOURS = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|until|till|through)\s(?:the )?)"
_FROM = r"(?:(?i:from|between)\s(?:the )?)?"
_ON = r"(?i:on|by|until|till|since|from|for|before|after|dated|this|next|and|or|to)"

# fmt: off
GRAMMAR: tuple[Rule, ...] = (
    # whole days: "Tue Mar 5, 2024 9:41PM", "15 October 2017", "4th of July", "Sep-23-2020", "23/Sep/2020"
    ("month", rf"(?<!\w)(?<![A-Za-z]-)(?P<x>{EDGE}{_WD}«month»\s(?:the )?(?:«day»|«nth»(?!\s(?:of|to|and|place|half|quarter|week)\b))(?![-–/]\d){_TAIL}(?:\s«part»\b)?)", _full),
    ("month", rf"(?<![\w.,$-])(?<![$€£] )(?P<x>{EDGE}{_WD}(?:the )?«day»[-\s](?:of )?«month»(?!\w)(?:[-\s]«year»(?:{CLOCK})?|{_TAIL}))", _full),
    ("month", rf"(?<![\w-])(?P<x>«month»,\s(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)){_TAIL})", _full),
    ("month", rf"(?<![\w-])(?P<x>«month»\s«counted»{_TAIL})(?=[.,;:?!]|\s*$|\s(?:and|at|in|from|to|until)\b)", _full),
    ("month", rf"(?<![\w-])(?P<x>«counted»\s«month»{_TAIL})(?!\w)", _full),
    ("month", rf"\b(?P<x>{EDGE}{_WD}(?:the )?«nth»\s(?:day )?of «month»(?!\w){_TAIL})", _full),
    ("month", r"(?<![\w/-])(?P<x>«month»(?P<sep>[-/.])?(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)(?:(?(sep)(?P=sep)|\s?,\s?)«year»)?)(?![\w/-]|[.,]\d)", _full),
    ("month", r"(?<![\w/-])(?P<x>«stuck»(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)(?:(?:\s?,\s?|\s)«year»)?(?:\s«part»\b)?)(?![\w/-]|[.,]\d)", _full),
    ("month", r"(?<![\w/-])(?P<x>(?P<day>3[01]|[12]\d|0?[1-9])(?P<sep>[-/.])?«month»(?!\w)(?:(?(sep)(?P=sep)|\s)«year»)?)(?![\w/-]|[.,]\d)", _full),
    ("month", r"(?<![\w/-])(?P<x>(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])«month»(?P=sep)(?P<day>3[01]|[12]\d|0?[1-9]))(?![\w/-]|[.,]\d)", _full),
    ("month", r"(?<![\w-])(?P<x>(?P<month>march|may|august)\s(?:the )?(?:«day»|«nth»))(?=[.,;?!]|$|\s(?:and|or|at|from|to|in|until|through)\b)", _full),
    ("digit", r"(?<![\w.])(?P<x>(?P<year>\d{4})[-/](?P<mm>\d\d)[-/](?P<dd>\d\d)(?:[T ,]+«clock»(?:\s?«zone»)?)?)(?![\w/]|-\d|\.\d)", _iso),
    ("digit", r"(?<![\w.,/-])(?P<x>(?P<year>(?:19|20)\d\d)(?P<mm>0[1-9]|1[0-2])(?P<dd>0[1-9]|[12]\d|3[01]))(?![\w/-]|[.,]\d)", _iso),
    (
        "digit",
        rf"(?<![\w/.,-])(?P<x>{_WD}(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?:(?P<year>(?:19|20)\d\d)|(?P<short_year>\d\d))"
        rf"{CLOCK}?)(?![\w/]|-\d|\.\d)",
        _numeric,
    ),
    ("digit", rf"\b{_ON}\s(?P<x>{_WD}(?P<a>\d{{1,2}})(?P<sep>/)(?P<b>\d{{1,2}}))(?![\w/%-]|\.\d|\s(?:of|and a|inch|mile|cup))", _numeric),
    ("weekday", r"(?<![\w/-])(?P<x>(?:(?P<rel>(?i:this|next|last))\s)?«wd»,?\s(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2}))(?![\w/:-]|\.\d|\s?(?i:[ap]\.?m))", _numeric),
    ("digit", rf"\b(?i:from|between)\s(?P<x>(?P<a>\d{{1,2}})(?P<sep>[/-])(?P<b>\d{{1,2}})(?:(?P=sep)«year»)?)\s?[-–]\s?{_SLASHED}", _numeric),
    ("digit", rf"\b(?i:from|between)\s{_SLASHED}\s?[-–]\s?(?P<x>(?P<a>\d{{1,2}})(?P<sep>[/-])(?P<b>\d{{1,2}})(?:(?:(?P=sep)|,\s)«year»)?)(?!\d)", _numeric),
    ("digit", r"(?<![\w/.,:$€£-])(?P<x>(?!24/7)(?P<a>\d{1,2})(?P<sep>/)(?P<b>\d{1,2}))(?=[.,;?!]|$|\s(?:or|and|at|to)\b)(?![.,]\d)", lambda g: _numeric(g) if max(int(g["a"]), int(g["b"])) > 12 else None),
    # ranges of days: "from 3 to 5 May", "May 3-5, 2017", "30 June to 2 July"
    ("month", rf"(?<![\w.,$-])(?P<x>{_FROM}(?:«day»|«nth»){_TO}(?:«day2»|«nth2»)\s(?:of )?«month»(?!\w)(?:,?\s(?:of |in )?«year»)?)", _range),
    ("month", rf"\b(?P<x>{_FROM}«month»\s(?:the )?(?:«day»|«nth»){_TO}(?:«day2»|«nth2»)(?!\w)(?:,?\s(?:of |in )?«year»)?)", _range),
    ("month", rf"\b(?P<x>«month»\s(?:the )?«day»){_TO}«month2»\s«day2»(?!\w)(?:,?\s«year»)?", _first),
    ("month", rf"(?<![\w.,$-])(?P<x>«day»\s«month»){_TO}«day2»\s«month2»(?!\w)(?:,?\s(?:of |in )?«year»)?", _first),
    ("month", r"(?<![\w.,$-])(?P<x>(?:the )?(?:«day»|«nth»))\sand\s(?:the )?(?:«day2»|«nth2»)\s(?:of )?«month»(?!\w)(?:,?\s«year»)?", _full),
    ("month", r"(?<![\w-])«month»\s(?:«day»|«nth»)\sand\s(?:the )?(?P<x>«day2»|«nth2»)(?!\w)(?:,?\s«year»)?", lambda g: _full({**g, "day": g.get("day2", ""), "nth": g.get("nth2", "")})),
    # weekdays: "Sunday", "early on Monday", "last Friday", "Monday of next week", "Tuesday night", "Sunday at 3 pm"
    (
        "weekday",
        rf"(?<![\w-]){_NO_FEAST}(?P<x>{EDGE}(?:{REL}\s)?«weekday»(?!\w|-\w|\s(?:{capital(WORDS['weekday_names'])})\b)"
        rf"(?:\s(?:early |late )?«part»\b|{CLOCK})?(?:,?\s(?:of )?(?:the )?(?P<week>(?i:last|next|this|previous|following)) week)?(?:,?\s«part2»\b)?)(?!\w)",
        lambda g: _weekday({**g, **({"part": g["part2"]} if "part2" in g else {})}),
    ),
    ("weekday", r"\b(?P<x>(?P<week>(?i:last|next|this|previous))\sweek(?:\s|\s[-–]\s|,\s(?:on\s)?|\son\s)(?:«weekday»|«short»))(?!\w)", _weekday),
    ("weekday", rf"\b(?:(?i:on|by|until|since)\s|(?P<rel>(?i:last|next|this))\s|(?i:or|and)\s)(?P<x>«short»(?:\s«part»\b|{CLOCK})?)(?![\w-]|\s[A-Z])", _weekday),
    ("weekday", rf"(?<![\w-])(?P<x>«wd»(?<!day\.),?\s(?:the «nth»(?!\s(?!at\b|and\b|or\b|until\b|to\b|around\b|{_HOURS}\b)[a-z])|«day»(?!\s(?:people|percent|per|km|dead|of|more|other|[a-z]+(?:s|men|children)\b|[a-z]+\s[a-z]+(?:s|men|children)\b|o['’]?\s?clock|[ap]\.?\s?m)))(?:{CLOCK})?)(?![\w/-]|[.,]\d|:)", _month_day),
    ("digit", r"\b(?:(?i:on|by|until|till|since|week of)) (?P<x>the «nth»(?:\sof (?:the|this) month)?)(?=[.,;:?!]|$|\s(?:at|and|to|until|that)\b)", _month_day),
    ("any", rf"\b(?P<x>(?i:(?:the )?{REL}\s)?(?P<holiday>(?i:{either(WORDS['holidays'])}|{either(str(h).replace(chr(39), '’') for h in WORDS['holidays'] if chr(39) in str(h))}))(?:,?\s(?:of )?«year»)?(?P<weekend>\sweekend(?:\s«year2»)?)?)(?!\w|\s(?:Island|Rising|Accords?|Agreement))", _holiday),
)
# fmt: on
