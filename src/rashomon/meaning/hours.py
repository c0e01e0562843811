"""A time of day in its claim in, the minutes of the day that its words allow out.

A clock time is as exact as it is written: "5 a.m." may be ten minutes off, "5:40" a few, "5:38" one; "about" and "shortly
before" widen it. "Dawn" and "the evening" are wide, for they differ from place to place.
"""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.model import Claim, Timex

DAY = 24 * 60

_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_BEFORE = 30  # code points before a time in which its hedge stands
_OFFSET = re.compile(r"\b(?:hours?|minutes?|mins?|seconds?)\s+(?:before|after|past|to|from|until)\s+$", re.I)
_RANGE = re.compile(r"\b(?:between|from|since|until|till)\s+(?:about\s+|around\s+)?$", re.I)
_SECOND = re.compile(r"\b(?:between|from)\b.{3,20}\b(?:and|to|until|till)\s+$", re.I)
_AND = re.compile(r"\s+and\s+(\d{1,2})(?:[:.](\d\d))?\s?([ap])?", re.I)
_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly|near|circa|towards?|some time|sometime)\s+(?:at\s+)?$", re.I)
_SHORTLY = re.compile(r"\b(?:shortly|just|soon|minutes|moments|not long|a little|a few minutes|right)\s+(before|after)\s+$", re.I)
_LOOSELY = re.compile(r"\b(before|by|after)\s+$", re.I)
_HALF = re.compile(r"[ap]\s?\.?\s?m\b|o['’]?clock in|in the|at night|noon|midday|midnight", re.I)
_ZONE = re.compile(r"\b(GMT|UTC|BST|CES?T|E[SD]?T|C[SD]T|P[SD]?T|IST|MSK|JST|AEST)\b")
_NEAR = 24  # code points around a clock time in which a part of the day says which half it is of
_LATE = re.compile(r"\b(?:afternoon|evening|night|tonight)\b", re.I)
_MORNING = re.compile(r"\bmorning\b", re.I)
_SHORT, _LONG = 30, 6 * 60  # minutes that "shortly before" and "before" reach back


@dataclass(frozen=True, slots=True)
class Hours:
    """The first and the last minute that words allow, from midnight, past `DAY` on the next day; `said` is the minute of a clock,
    None for a part of the day, and `hedged` where other words widen it. `either`: it may be of the morning or of the afternoon.
    `zone`: as written, None where it is not.
    """

    low: int
    high: int
    said: int | None = None
    zone: str | None = None
    either: bool = False
    hedged: bool = False


def hours(time: Timex, claim: Claim) -> Hours | None:
    """What a time expression of a claim allows; None where it is no time of day, or only an end of a longer time."""
    at = time.span.start - claim.span.start
    if at < 0 or time.span.end > claim.span.end:
        return None
    before = claim.span.text[max(0, at - _BEFORE) : at]
    if _OFFSET.search(before) or _SECOND.search(before):
        return None
    if _RANGE.search(before):
        return _between(time, claim, at) if before.lower().rstrip().endswith("between") else None
    if found := _CLOCK.search(time.value or ""):
        return _by_clock(time, claim, at, int(found[1]) * 60 + int(found[2]), before)
    return _by_part(time, before)


def _between(time: Timex, claim: Claim, at: int) -> Hours | None:
    """The time from the one to the other of "between 7.45 p.m. and 8 p.m."."""
    first, second = _CLOCK.search(time.value or ""), _AND.match(claim.span.text, at + len(time.span.text))
    if not first or not second:
        return None
    low, high = int(first[1]) * 60 + int(first[2]), int(second[1]) * 60 + int(second[2] or 0)
    high += DAY // 2 if low > high and high < DAY // 2 else 0
    return Hours(low, high, hedged=True) if low < high < DAY else None


def told(time: Timex, claim: Claim) -> str:
    """A time as its claim says it, with its hedge: "shortly before 6 a.m."."""
    at = time.span.start - claim.span.start
    start = max(0, at - _BEFORE)
    before = claim.span.text[start:at]
    if (second := _AND.match(claim.span.text, at + len(time.span.text))) and _RANGE.search(before):
        return " ".join(f"between {time.span.text}{second.group()}{'.m.' if second[3] else ''}".split())
    found = _SHORTLY.search(before) or _ABOUT.search(before) or _LOOSELY.search(before)
    return " ".join(((found.group() if found else "") + time.span.text).split()).strip("( ")


def apart(left: Hours, right: Hours) -> int:
    """How many minutes lie at least between two times of one day, or of days that are not known; 0 where they overlap."""
    return min(_gap(left.low + shift, left.high + shift, right.low, right.high) for shift in _shifts(left, right))


def within(inner: Hours, outer: Hours) -> bool:
    """Whether every minute that the one allows is one of the other's."""
    return any(outer.low <= inner.low + d and inner.high + d <= outer.high for d in (-DAY, 0, DAY))


def _shifts(left: Hours, right: Hours) -> list[int]:
    halves = (-DAY // 2, 0, DAY // 2) if left.either or right.either else (0,)
    return [day + half for day in (-DAY, 0, DAY) for half in halves]


def _gap(low: int, high: int, first: int, last: int) -> int:
    return max(0, first - high, low - last)


def _by_clock(time: Timex, claim: Claim, at: int, said: int, before: str) -> Hours:
    zone = _ZONE.search(claim.span.text[at : at + len(time.span.text) + 6])
    around = claim.span.text[max(0, at - _NEAR) : at + len(time.span.text) + _NEAR]
    either = 60 <= said < 13 * 60 and not _HALF.search(time.span.text) and not time.span.text.startswith("0")
    late, early = _LATE.search(around), _MORNING.search(around)
    if either and bool(late) != bool(early):
        said, either = said + (DAY // 2 if late and said < DAY // 2 else 0), False
    low, high = _widened(said, before)
    hedged = bool(_SHORTLY.search(before) or _LOOSELY.search(before) or _ABOUT.search(before))
    return Hours(low, high, said, zone[1] if zone else None, either, hedged)


def _widened(said: int, before: str) -> tuple[int, int]:
    """How far a clock time reaches, by how round it is and by the words before it."""
    if found := _SHORTLY.search(before):
        return (said - _SHORT, said) if found[1].lower() == "before" else (said, said + _SHORT)
    if found := _LOOSELY.search(before):
        return (said, said + _LONG) if found[1].lower() == "after" else (said - _LONG, said)
    about = _ABOUT.search(before) is not None
    for step, plain, loose in load("hours")["round"]["steps"]:
        if said % step == 0:
            return said - (loose if about else plain), said + (loose if about else plain)
    return said, said


def _by_part(time: Timex, before: str) -> Hours | None:
    """A part of the day, or what stands before or after it ("shortly before dawn")."""
    words = time.span.text.casefold()
    early = time.type == "DATE" and time.mod == "START" and words.startswith("early ") and (time.value or "")[-3:-2] == "-"
    if time.type != "TIME" and not early:
        return None
    part = next((bounds for named, bounds in _parts() if any(w in words for w in named)), None)
    if part is None:
        return Hours(0, 10 * 60) if early else None
    edge = "early" if "early" in words else "late" if re.search(r"\blate\b", words) else "minutes"
    low, high = part.get(edge, part["minutes"])
    if (found := _SHORTLY.search(before) or _LOOSELY.search(before)) and "dawn" in words:
        return Hours(0, high) if found[1].lower() != "after" else Hours(low, DAY)
    return None if found else Hours(low, high)


@cache
def _parts() -> list[tuple[list[str], dict[str, list[int]]]]:
    """For words that a part of the day goes by its minutes, and those of its early and late hours where these are told apart."""
    return [(p["words"], {name: p[name] for name in p if name != "words"}) for p in load("hours")["part"]]
