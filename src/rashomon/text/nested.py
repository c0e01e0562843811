"""The words before a time expression in, what part of it they mean out: "the second week of …", "the weekend of …"."""

# ruff: noqa: E501 (a pattern a line)

import re
from dataclasses import dataclass

from rashomon.text.patterns import either
from rashomon.text.timewords import FULL_WEEKDAYS, ORDINALS, PARTS, nth, number, unit

_REACH = 60  # code points before an expression in which such words stand
_OF = ("date", "partial", "shift", "from")
_UNIT = rf"(?P<unit>{either(FULL_WEEKDAYS)}|day|week|weekend|workweek|month|quarter|year|decade)"
_PART = re.compile(
    rf"(?<![\w-])(?:the )?(?:very )?(?P<which>{either(('last', 'final', 'closing', 'opening', *ORDINALS))}|(?:3[01]|[12]?\d)(?:st|nd|rd|th))"
    rf"(?: (?P<num>\w+))? (?:full |whole )?{_UNIT}(?P<many>s?) (?:of|in) (?:the )?(?:month of |year )?$",
    re.I,
)
_HELD = re.compile(
    r"(?<![\w-])(?:(?:the )?(?P<unit>week|weekend) of|the (?P<unit2>week|weekend) (?:beginning|starting|ending|commencing|that (?:began|ended))) "
    r"(?:on )?(?:the )?$",
    re.I,
)
_OF_DAY = re.compile(r"(?<![\w-])(?:the )?(?:early |late )?(?P<part>morning|afternoon|evening|night) (?:of|on) (?:the )?$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A longer expression: where it begins, and its rule, or the part of the day that it names."""

    start: int
    rule: str
    part: str | None = None


def before(text: str, start: int, rule: str, day: bool) -> Whole | None:
    """What goes before an expression that begins at `start` and makes one with it; `day`: it is a single day."""
    low = max(0, start - _REACH)
    words = text[low:start]
    if words[-1:] != " ":
        return None
    if day and (found := _OF_DAY.search(words)):
        return Whole(start=low + found.start(), rule=rule, part=PARTS[found["part"].lower()])
    if day and (found := _HELD.search(words)):
        return Whole(start=low + found.start(), rule=f"within:{unit(found['unit'] or found['unit2'])}/{rule}")
    found = None if day else _PART.search(words)
    if not found or not rule.startswith(_OF):
        return None
    which, count = _which(found["which"]), number(found["num"]) if found["num"] else 1.0
    if which is None or not count or (count > 1) != bool(found["many"]) or count != int(count):
        return None
    low_unit = found["unit"].lower()
    code = f"D{FULL_WEEKDAYS[low_unit]}" if low_unit in FULL_WEEKDAYS else unit(low_unit)
    return Whole(start=low + found.start(), rule=f"nth:{code}:{which}:{int(count)}/{rule}")


def _which(word: str) -> int | None:
    """Counted from the beginning, or from the end (-1)."""
    low = word.lower()
    if low in ("last", "final", "closing"):
        return -1
    try:
        return 1 if low == "opening" else nth(low)
    except KeyError:
        return None
