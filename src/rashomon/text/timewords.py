"""A pattern with named pieces («month», «num» …) in, a compiled one out; and what the words of time mean."""

# ruff: noqa: E501 (a grammar reads as a table, a pattern a line)

import re
from collections.abc import Callable, Iterable

from rashomon import data

Reading = tuple[str, str | None, str, str | None]
"""TIMEX3 type, value, rule and mod of an expression."""
Reader = Callable[[dict[str, str]], Reading | None]
"""The named groups of a match in, what they say out; None where they say no time."""

WORDS = data.load("times")

MONTHS = {name.lower(): number for number, name in enumerate(WORDS["months"], 1)}
MONTHS |= {name.lower(): number for name, number in WORDS["abbreviations"].items()}
WEEKDAYS = {name.lower(): number for number, name in enumerate(WORDS["weekdays"], 1)}
WEEKDAYS |= {name.lower(): number for name, number in WORDS["weekday_abbreviations"].items()}
NUMBERS: dict[str, int] = WORDS["numbers"]
ORDINALS: dict[str, int] = WORDS["ordinals"]
UNITS: dict[str, str] = WORDS["units"]
PARTS: dict[str, str] = WORDS["parts"]
SEASONS: dict[str, str] = WORDS["seasons"]


def either(words: Iterable[str]) -> str:
    """An alternation, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


def capital(words: Iterable[str]) -> str:
    """An alternation of names as they are written and in capitals."""
    given = list(words)
    return either({*given, *(word.upper() for word in given)})


_SMALL = either(w for w, n in NUMBERS.items() if 1 <= n < 20 and w not in ("a", "an", "dozen"))
_TENS = either(w for w, n in NUMBERS.items() if 20 <= n < 100)
_COUNT = rf"(?:{_TENS})(?:[- ](?:{_SMALL}))?|(?:{_SMALL})"
_VAGUE = "several|some|many|countless|dozens of|hundreds of|(?:a )?(?:couple of|few|handful of|number of)"

PIECES = {
    "month": rf"(?:{capital(WORDS['months'])}|(?:{capital(WORDS['abbreviations'])})\b\.?)",
    "bare": rf"(?:{capital(WORDS['months'])})",
    "sure": rf"(?:{capital(m for m in WORDS['months'] if m not in WORDS['ambiguous_months'])})",
    "weekday": rf"(?:{capital(WORDS['weekdays'])})",
    "wd": rf"(?:(?:{capital(WORDS['weekdays'])}|{capital(WORDS['weekday_abbreviations'])})\b\.?)",
    "day": r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d|%))",
    "year": r"(?:(?:1[0-9]|20)\d\d(?![\d,.:]\d|\d|%))",
    "num": rf"(?i:\d{{1,4}}(?:\.\d)?(?![\d,])|(?:{_COUNT})(?: and a half| hundred)?|half an?|an?(?: (?:half|dozen|hundred))?|{_VAGUE})",
    "unit": rf"(?i:(?:{either(UNITS)})s?)",
    "part": rf"(?i:{either(PARTS)})",
    "season": rf"(?i:{either(SEASONS)})",
    "ordinal": rf"(?i:{either(ORDINALS)})",
    "zone": r"(?:\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|PST|PDT|IST|MSK|JST|AEST|Z|(?i:local time))(?:[ ]?[+-]\d{1,2}(?::?\d\d)?)?\)?)",
    "clock": r"(?:[01]?\d|2[0-3])(?:(?:[:.][0-5]\d){1,2}[ ]?(?i:[ap]\.?m\b\.?)|[ ]?(?i:[ap]\.?m\b\.?)|(?::[0-5]\d){1,2}(?:\.\d{1,6})?)",
    "edge": r"(?i:early|earlier|mid|late|later|(?:the )?(?:very )?(?:beginning|start|end|middle|close) of|(?:the )?(?:first|opening|second|third|last|final|closing) (?:few )?(?:days?|weeks?|weekend|half|months) of)",
    "more": r"(?i:(?:just |well |much )?(?:more than|over|at least|upwards of|in excess of)|(?:slightly )?less than|fewer than|under|up to|at most"
    r"|nearly|almost|about|around|approximately|roughly|some|another|exactly|a full|the full|a whole|the space of|a total of|only|just)",
}

# patterns that several grammars share
CLOCK = r"(?:,?\s(?i:at |around |about |by |from )?«clock»(?:\s«zone»)?)"
EDGE = r"(?:(?i:the )?«edge»[- ](?:(?i:on|the) )?)?"
REL = r"(?P<rel>(?i:this coming|this past|last|past|next|this|coming))"

_PIECE = re.compile(r"«(\w+?)(\d?)»")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_MODS = {
    "START": ("early", "earlier", "begin", "start", "first", "opening"),
    "MID": ("mid",),
    "END": ("late", "later", "end", "clos", "last", "final"),
}
_APPROX = ("nearly", "almost", "about", "around", "approximately", "roughly", "some")


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern with each «piece» as a group of that name («day» and «day2» are the same piece, twice).

    A name may stand in several branches: all but the first carry a number behind `__`, see `groups`.
    """
    seen: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        count = seen[found[1]] = seen.get(found[1], -1) + 1
        return f"(?P<{found[1]}__{count}>" if count else found[0]

    expanded = _PIECE.sub(lambda m: f"(?P<{m[1]}{m[2]}>{PIECES[m[1]]})", pattern)
    return re.compile(_GROUP.sub(numbered, expanded))


def groups(found: re.Match[str]) -> dict[str, str]:
    """The words of each group that took part."""
    return {name.split("__")[0]: words for name, words in found.groupdict().items() if words is not None}


def month(word: str) -> int:
    """The number of a month's name."""
    return MONTHS[word.lower().rstrip(".")]


def weekday(word: str) -> int:
    """The number of a weekday's name, Monday 1."""
    return WEEKDAYS[word.lower().rstrip(".s") if word.lower().rstrip(".") not in WEEKDAYS else word.lower().rstrip(".")]


def unit(word: str) -> str:
    """The code of a unit: TS TM TH (within a day), D W WE F M Q Y DE CE."""
    low = word.lower()
    return UNITS.get(low) or UNITS[low.removesuffix("s")]


def number(words: str) -> float | None:
    """How many; None where the words leave it open ("several")."""
    low = words.lower().replace("-", " ")
    if low.replace(".", "", 1).isdigit():
        return float(low)
    if low.startswith("half a"):
        return 0.5
    half = low.endswith(" and a half")
    total = 0
    for word in low.removesuffix(" and a half").split():
        if word == "half":
            return 0.5
        if word not in NUMBERS:
            return None
        total = total * 100 if word == "hundred" and total else 12 if word == "dozen" else total + NUMBERS[word]
    return total + 0.5 * half


def period(count: float | None, code: str) -> str:
    """A duration as TIMEX3 has it: P3D, PT6H, P2.5Y, PXW where the count is open."""
    code, count = {"F": ("W", count and count * 2), "Q": ("M", count and count * 3), "CE": ("Y", count and count * 100)}.get(
        code, (code, count)
    )
    if code == "DE":
        code, count = "Y", count and count * 10
    amount = "X" if count is None else f"{count:g}"
    return f"PT{amount}{code[1]}" if code[0] == "T" else f"P{amount}{code}"


def edge(words: str | None) -> str | None:
    """START, MID or END for "early", "the end of" …; None for no such word."""
    if words and "half" in words.lower():
        return None  # more than a third: no narrower than the whole
    for mod, stems in _MODS.items():
        if words and any(re.search(rf"\b{stem}", words.lower()) for stem in stems):
            return mod
    return "MID" if words and "middle" in words.lower() else None


def measure(words: str | None) -> str | None:
    """MORE_THAN, LESS_THAN or APPROX for what stands before a duration."""
    low = (words or "").lower()
    if any(w in low for w in ("less than", "fewer", "under", "up to", "at most")):
        return "LESS_THAN"
    if any(w in low for w in ("more than", "over", "at least", "upwards", "excess")):
        return "MORE_THAN"
    return "APPROX" if low.startswith(_APPROX) else None


def clock(words: str, zone: str | None = None) -> str:
    """A time of day as "11:03" or "08:30Z"; a zone other than Greenwich's is left to the words."""
    hours, minutes = [*re.findall(r"\d+", words), "0"][:2]
    hour, low = int(hours), words.lower().replace(".", "")
    if low.rstrip().endswith("pm") and hour < 12:
        hour += 12
    if low.rstrip().endswith("am") and hour == 12:
        hour = 0
    greenwich = zone is not None and re.fullmatch(r"\(?(?:GMT|UTC|Z)\)?", zone.strip()) is not None
    return f"{hour:02d}:{int(minutes):02d}" + ("Z" if greenwich else "")
