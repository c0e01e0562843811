"""A pattern with named pieces («month», «num» …) in, a compiled one out; and what the words of time mean."""

# ruff: noqa: E501 (a grammar reads as a table, a pattern a line)

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from rashomon import data
from rashomon.text.patterns import either


class Reading(NamedTuple):
    """TIMEX3 type, value, rule and mod of an expression; `readings` are the values it may have where it may have several."""

    type: str
    value: str | None
    rule: str
    mod: str | None = None
    readings: tuple[str, ...] = ()


Reader = Callable[[dict[str, str]], Reading | None]
"""The named groups of a match in, what they say out; None where they say no time."""
Rule = tuple[str, str, Reader]
"""What a text must hold for the rule to be tried (see `NEEDS`), its pattern, and its reader."""

WORDS = data.load("times")

MONTHS = {name.lower(): number for number, name in enumerate(WORDS["months"], 1)}
MONTHS |= {name.lower(): number for name, number in WORDS["abbreviations"].items()}
FULL_WEEKDAYS: dict[str, int] = {name.lower(): number for number, name in enumerate(WORDS["weekdays"], 1)}
WEEKDAYS: dict[str, int] = FULL_WEEKDAYS | {name.lower(): number for name, number in WORDS["weekday_abbreviations"].items()}
NUMBERS: dict[str, int] = WORDS["numbers"]
ORDINALS: dict[str, int] = WORDS["ordinals"]
ORDINALS |= {f"{tens}-{word}": n + ORDINALS[word] for tens, n in (("twenty", 20), ("thirty", 30)) for word in list(ORDINALS)[:9]}
ORDINALS |= {"thirtieth": 30} | {word.replace("-", " "): n for word, n in ORDINALS.items()}
UNITS: dict[str, str] = WORDS["units"]
PARTS: dict[str, str] = WORDS["parts"]
SEASONS: dict[str, str] = WORDS["seasons"]


def capital(words: Iterable[str]) -> str:
    """An alternation of names as they are written and in capitals."""
    given = list(words)
    return either({*given, *(word.upper() for word in given)})


_SMALL = either(w for w, n in NUMBERS.items() if 1 <= n < 20 and w not in ("a", "an", "dozen"))
_TENS = either(w for w, n in NUMBERS.items() if 20 <= n < 100)
_COUNT = rf"(?:{_TENS})(?:[- ](?:{_SMALL}))?|(?:{_SMALL})"
_VAGUE = "several|some|many|countless|dozens of|hundreds of|(?:a )?(?:couple of|few|handful of|number of)"
_UNIT_WORDS = either(w for w, n in NUMBERS.items() if 1 <= n < 10 and w not in ("a", "an"))
_TEEN_WORDS = either(w for w, n in NUMBERS.items() if 10 <= n < 20 and w != "dozen")
_BELOW_100 = rf"(?:(?:{_TENS})(?:[- ](?:{_UNIT_WORDS}))?|{_TEEN_WORDS})"

PIECES = {
    "month": rf"(?:{capital(WORDS['months'])}|{either(WORDS['small_months'])}\b|(?:{capital(WORDS['abbreviations'])})\b\.?)",
    "stuck": rf"(?:{capital(WORDS['abbreviations'])}|{either(m for m in WORDS['small_months'] if len(m) < 5)}|mar)",
    "bare": rf"(?:{capital(WORDS['months'])}|{either(m for m in WORDS['small_months'] if len(m) > 4)})",
    "sure": rf"(?:{capital(m for m in WORDS['months'] if m not in WORDS['ambiguous_months'])}"
    rf"|{either(m for m in WORDS['small_months'] if len(m) > 3)})\b",
    "weekday": rf"(?:{capital(WORDS['weekdays'])}|{either(w.lower() for w in WORDS['weekdays'])})",
    "wd": rf"(?i:(?:{either(WORDS['weekdays'])}|{either(WORDS['weekday_abbreviations'])})\b\.?)",
    "short": rf"(?:(?:{capital(w for w in WORDS['weekday_abbreviations'] if w != 'Sun')})\b\.?)",
    "day": r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d|%|\w))",
    "nth": rf"(?i:{either(ORDINALS)}|(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th))",
    "counted": rf"(?i:(?:twenty|thirty)[- ](?:{_UNIT_WORDS})|{_TEEN_WORDS})",
    "year": r"(?:(?:1[0-9]|20)\d\d(?![\d,.:]\d|\d|%))",
    "spelt": rf"(?i:(?:{either(('sixteen', 'seventeen', 'eighteen', 'nineteen'))})(?: hundred(?: and)?)?[ -]{_BELOW_100}"
    rf"|twenty[ -](?:{_TEEN_WORDS}|(?:twenty|thirty)(?:[- ](?:{_UNIT_WORDS}))?)"
    rf"|two thousand(?:(?: and)? (?:{_BELOW_100}|{_UNIT_WORDS}))?)",
    "num": rf"(?i:\d{{1,4}}(?:\.\d{{1,2}})?(?![\d,])|(?:{_COUNT})(?: and a half| hundred)?|half an?|[½¼¾]|an?(?: (?:half|dozen|hundred))?|{_VAGUE})",
    "unit": rf"(?i:(?:{either(UNITS)})s?)",
    "part": rf"(?i:{either(PARTS)})",
    "season": rf"(?i:{either(SEASONS)})",
    "ordinal": rf"(?i:{either(ORDINALS)})",
    "zone": r"(?:\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|PST|PDT|IST|MSK|JST|AEST|Z|(?i:local time))(?:[ ]?[+-]\d{1,2}(?::?\d\d)?)?\)?)",
    "hour": rf"(?i:(?:1[0-2]|0?[1-9])(?![\d,]|\.\d(?!\d))|(?:{either(w for w, n in NUMBERS.items() if 1 <= n <= 12 and w not in ('a', 'an', 'dozen'))})\b)",
    "clock": r"(?:[01]?\d|2[0-3])(?:(?:[:.][0-5]\d){1,2}[ ]?(?i:[ap](?:\.m\b\.?|m\b))|[ ]?(?i:[ap](?:\.m\b\.?|m\b))|(?::[0-5]\d){1,2}(?:\.\d{1,6})?)",
    "edge": r"(?i:early|earlier|mid|late|later|(?:the )?(?:very )?(?:beginning|start|end|middle|close) of|(?:the )?(?:first|opening|last|final|closing) (?:few )?(?:days|weeks|months) of|(?:the )?(?:first|second) half of)",
    "more": r"(?i:(?:just |well |much )?(?:more than|over|at least|upwards of|in excess of)|(?:slightly )?less than|fewer than|under|up to|at most"
    r"|nearly|almost|about|around|approximately|roughly|some|another|exactly|a full|the full|a whole|the space of|a total of|only|just)",
}

# patterns that several grammars share
CLOCK = r"(?:,?\s(?i:@ |at |around |about |by )?«clock»(?!\s?(?:[-–]|to|and|until|till)\s?\d)(?:\s?«zone»)?)"
EDGE = r"(?:(?i:the )?«edge»[- ](?:(?i:on|the) )?)?"
REL = r"(?P<rel>(?i:this coming|this past|this upcoming|last|past|previous|next|following|this|coming|upcoming))"

NEEDS = {
    "month": re.compile(
        rf"{capital(WORDS['months'])}|{capital(WORDS['abbreviations'])}|{either(WORDS['small_months'])}|march|may|august"
    ),
    "weekday": re.compile(rf"(?i:{either(WORDS['weekday_abbreviations'])})"),
    "digit": re.compile(r"[0-9]"),
    "unit": re.compile(
        r"(?i:(?<![a-z])(?:secs?|seconds?|mins?|minutes?|hours?|hrs?|h|days?|nights?|(?:work)?week(?:s|ends?|days?)?|fortnights?"
        r"|months?|quarters?|years?|yrs?|decades?|centur(?:y|ies))(?![a-z]))"
    ),
    "part": re.compile(rf"(?i:{either(PARTS)}|hours|overnight|midday|noon|midnight|tonight|clock)"),
    "season": re.compile(rf"(?i:{either(SEASONS)})"),
    "any": re.compile(""),
}
"""What tells that a rule has nothing to find in a text, by the name that the rule gives."""

_DIGIT = re.compile(r"(\\d)(?=[^\[\]]*(?<!\\)\])|(\\d)|\\.")  # the first: within brackets
_PIECE = re.compile(r"«(\w+?)(\d?)»")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_MODS = {
    "START": ("early", "earlier", "begin", "start", "first", "opening"),
    "MID": ("mid",),
    "END": ("late", "later", "end", "clos", "last", "final"),
}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
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
    return re.compile(_DIGIT.sub(lambda m: "0-9" if m[1] else "[0-9]" if m[2] else m[0], _GROUP.sub(numbered, expanded)))


def groups(found: re.Match[str]) -> dict[str, str]:
    """The words of each group that took part."""
    return {name.split("__")[0]: words for name, words in found.groupdict().items() if words is not None}


def month(word: str) -> int:
    """The number of a month's name."""
    return MONTHS[word.lower().rstrip(".")]


def weekday(word: str) -> int:
    """The number of a weekday's name, Monday 1."""
    return WEEKDAYS[word.lower().rstrip(".s") if word.lower().rstrip(".") not in WEEKDAYS else word.lower().rstrip(".")]


def spelt(words: str) -> int | None:
    """A year in words: "nineteen forty-three", "two thousand and five"."""
    parts = [w for w in re.split(r"[ -]", words.lower()) if w not in ("and", "hundred", "thousand")]
    numbers = [NUMBERS[w] for w in parts if w in NUMBERS]
    if "thousand" in words.lower():
        return 2000 + sum(numbers[1:])
    return numbers[0] * 100 + sum(numbers[1:]) if numbers else None


def nth(word: str) -> int:
    """Which: "third", "3rd", "twenty-first"."""
    digits = re.sub(r"\D", "", word)
    return int(digits) if digits else ORDINALS[" ".join(word.lower().split())]


def unit(word: str) -> str:
    """The code of a unit: TS TM TH (within a day), D W WE F M Q Y DE CE."""
    low = word.lower()
    return UNITS.get(low) or UNITS[low.removesuffix("s")]


def number(words: str) -> float | None:
    """How many; None where the words leave it open ("several")."""
    low = words.lower().replace("-", " ")
    if low.replace(".", "", 1).isascii() and low.replace(".", "", 1).isdigit():
        return float(low)
    if low in _FRACTIONS:
        return _FRACTIONS[low]
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


_HALVES = {"TH": (30, "TM"), "TM": (30, "TS"), "Y": (6, "M")}


def period(count: float | None, code: str) -> str:
    """A duration as TIMEX3 has it: P3D, PT6H, P2.5Y, PXW where the count is open."""
    code, count = {"F": ("W", count and count * 2), "Q": ("M", count and count * 3), "CE": ("Y", count and count * 100)}.get(
        code, (code, count)
    )
    if code == "DE":
        code, count = "Y", count and count * 10
    if count == 0.5 and code in _HALVES:
        count, code = _HALVES[code]
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
