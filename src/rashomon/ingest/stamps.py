"""A line in, whether it is a date stamp out: when a page was published or changed, by the clock or by the calendar.

What day it names is not asked here, only what the line is for.
"""

import re

from rashomon.ingest.lines import Line

_MONTHS = (
    r"(?:jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|"
    r"sep|sept|september|oct|october|nov|november|dec|december)"
)
_DAYS = (
    r"(?:mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|"
    r"fri|friday|sat|saturday|sun|sunday|today|yesterday|tomorrow)"
)
_LABEL = (
    r"(?:first |last |date |originally |article |story |page |time |on )*"
    r"(?:published|posted|updated|update|edited|modified|changed|created|issued|uploaded|added|revised|dated|date|written|"
    r"released|reviewed|publication|pub|publish|filed|submitted|as of)(?: date| time| on| at)*"
)
_CLOCK = (
    r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[ap]\.?m\.?|hrs?|h|z)?|\d{1,2}[ap]\.?m\.?|[ap]\.?m\.?|hrs?|hours|noon|midnight|"
    r"gmt|utc|bst|cet|cest|est|edt|pst|pdt|cst|cdt|ist|msk|jst|aest|eat|cat|wat|pkt|et|pt|ct|local time|eastern"
)
_NUMERIC = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:t\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:z|[+-]\d{2}:?\d{2})?)?"
_AGO = (
    r"(?:\d+|an?|one|two|few|a few) ?"
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[hdmwy]) ago|just now"
)
_EDITION = (
    r"(?:(?:early|first|second|third|final|late|last|main|special|morning|midday|noon|afternoon|evening|night|weekend|"
    r"sunday|saturday|print|online|digital|city|national|international|regional|local) )+edition|edition \d{1,2}"
)
_CALENDAR = rf"{_NUMERIC}|{_MONTHS}\.?|{_DAYS}\.?|\d{{1,2}}(?:st|nd|rd|th)?|\d{{4}}"

_STAMP = re.compile(
    rf"(?:(?:{_LABEL}|{_AGO}|{_CLOCK}|{_EDITION}|{_CALENDAR}|at|on|of|the|in|to|and|[+-]\d{{1,4}}|t)(?![a-z\d])"
    r"[\s,.:;|/()•·*\[\]–—-]*)+",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"{_NUMERIC}|{_MONTHS}\b|\d{{1,2}}:\d{{2}}|{_AGO}|\d{{1,2}}[ap]m\b|\b(?:yesterday|today) at",
    re.IGNORECASE,
)
_LABELLED = re.compile(rf"\W*{_LABEL}\b", re.IGNORECASE)
_BY = re.compile(r"\s+by:?\s+[\w.@’'-]+(?:\s+[\w.’'-]+){0,2}$", re.IGNORECASE)
_BY_FIRST = re.compile(r"((?:posted|published|submitted|uploaded|added|written)) by:? [\w.@’'-]+ (?=on\b|at\b|\d)", re.IGNORECASE)
_DAY_ONLY = re.compile(rf"[\w, .]*{_MONTHS}[\w, .]*", re.IGNORECASE)
_BEFORE_A_CAPITAL = r"(?-i:(?=[^\W\d_a-z]|[\"“‘«(]))"
_LEADING = re.compile(
    rf"\W{{0,3}}(?:{_LABEL}[\s:|-]{{1,4}}(?:(?:{_CLOCK}|{_CALENDAR}|at|of)(?![a-z\d])[\s,|-]*){{1,10}}"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}(?:[T ]\d{{2}}:\d{{2}}\S{{0,9}})?[\s|:–—-]+){_BEFORE_A_CAPITAL}",
    re.IGNORECASE,
)


def stamp(line: Line) -> bool:
    """Whether a line is made of a date or a time and of words that go with it ("Updated: 3 May, 11:03 GMT", "2 hours ago"),
    with the name of whoever posted it at its end where it is labelled ("Posted on 3 May by Newsdesk").
    """
    text = line.text.strip(" |•·-–—*()[]")
    if _LABELLED.match(text):
        text = _BY_FIRST.sub(r"\1 ", _BY.sub("", text), count=1)
    return len(text) <= 160 and _DATED.search(text) is not None and _STAMP.fullmatch(text) is not None


def for_the_page(line: Line) -> bool:
    """Whether a stamp says what it stamps ("Published …") or tells the time of day, as no subhead of a chronicle does."""
    return _LABELLED.match(line.text) is not None or _DAY_ONLY.fullmatch(line.text) is None


def leading(line: Line) -> int:
    """Where a stamp that runs into the first words of a story ends, as an offset into the line; 0 where there is none.

    It is a label with a date, or a whole numeric date, and a capital or a quotation mark follows.
    """
    found = _LEADING.match(line.text[:200])
    return found.end() if found else 0
