"""Two members of one point of an invented event in, how they stand to one another out, and what their texts leave undecided."""

import math
from collections.abc import Mapping
from typing import Any

_BOTH_HOLD = frozenset({"agree", "compatible"})
_WEEK, _TEN = 7, 10
_WEIGHTS = ("tonnes", "tons")


def relation(left: Mapping[str, Any], right: Mapping[str, Any]) -> str:
    """How two members of one point stand to one another: agree, compatible, conflict, denial, superseded or repeat.

    Two causes may both have been at work. Figures of parts ("doctors treated 40", "the army sent 300") may both hold. So may a
    count of the dead or the injured that was last given before a higher one first was, for more become known from day to day,
    and counts of the missing of two days.
    """
    if left["answer"] is not None:
        clash = "agree" if left["answer"] == right["answer"] else "compatible"
    elif left["stance"] is not None:
        clash = (
            "agree"
            if left["stance"] == right["stance"]
            else "denial"
            if "denies" in (left["frame"], right["frame"])
            else "conflict"
        )
    else:
        clash = _intervals(left, right)
    if clash not in ("conflict", "denial"):
        return clash
    if left["utterance"] == right["utterance"]:
        return "repeat"
    if left["speaker"] and left["speaker"] == right["speaker"]:
        return "superseded" if left["day"] != right["day"] else "repeat"
    return "compatible" if _of_others(left, right) or _outgrown(left, right) or _passed(left, right) else clash


def undecided(left: Mapping[str, Any], right: Mapping[str, Any]) -> frozenset[str]:
    """Which relations texts do not tell apart for two members; none where they tell. Whether one cause, or one warning, in other
    details ("a gas bottle in a kitchen", "a gas cylinder in a snack bar") is the same one; nor whether a part and a whole that
    are as many agree, or those whom some doctors treated and those whom others did. Nor whether "40 tonnes" is 42, rounded; nor
    on what day people were missing by an account without a date, or at what hour they "remained" so.
    """
    if left["answer"] is not None or left["stance"] is not None:
        return frozenset() if left["utterance"] == right["utterance"] else _BOTH_HOLD
    if _rounded(left, right):
        return _BOTH_HOLD | {"conflict", "repeat", "superseded"}
    if left.get("passing") and any(m["lasting"] or not m["published"] for m in (left, right)):
        return frozenset({"compatible", "conflict"})
    return _BOTH_HOLD if left["part"] != right["part"] or _of_others(left, right) else frozenset()


def _intervals(left: Mapping[str, Any], right: Mapping[str, Any]) -> str:
    """Who is included in a figure is a part of it; who is not counted makes it another. Figures of two parts may both hold; a
    part is at most the whole.
    """
    if _unit(left) != _unit(right) or _without(left) != _without(right):
        return "compatible"
    (a, b), (c, d) = _bounds(left), _bounds(right)
    if (a, b) == (c, d):
        return "agree"
    if left["part"] != right["part"]:
        return "conflict" if (not right["part"] and a > d) or (not left["part"] and c > b) else "compatible"
    return "compatible" if a <= d and c <= b else "conflict"


def _unit(member: Mapping[str, Any]) -> str | None:
    """The unit of a figure, by which it is compared: weeks are days."""
    return "days" if member["unit"] == "weeks" else member["unit"]


def _bounds(member: Mapping[str, Any]) -> tuple[float, float]:
    times = _WEEK if member["unit"] == "weeks" else 1
    return member["low"] * times, math.inf if member["high"] is None else member["high"] * times


def _rounded(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether of two weights the one is in tens, and the other may be meant by it."""
    if left["unit"] not in _WEIGHTS or left["unit"] != right["unit"]:
        return False
    return (left["value"] % _TEN == 0) != (right["value"] % _TEN == 0) and abs(left["value"] - right["value"]) <= _TEN / 2


def _of_others(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether two figures are of one part of which there may be several: whom these doctors treated, and whom those did."""
    return bool(left.get("several")) and left["part"] == right["part"]


def _outgrown(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether the lower of two counts was last given before the higher first was, copies left aside; not where no date tells."""
    if left.get("passing") or not left.get("since") or not right.get("since"):
        return False
    low, high = sorted((left, right), key=lambda m: (m["low"], m["high"] or math.inf))
    return bool(low["until"] < high["since"])


def _passed(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether two counts of what is other on the next day are of two: so are their accounts, or the one was last given, copies
    left aside, before the other first was; not where no date tells.
    """
    if not left.get("passing") or not left["published"] or not right["published"]:
        return False
    if left["published"] != right["published"]:
        return True
    apart = left["since"] and right["since"] and (left["until"] < right["since"] or right["until"] < left["since"])
    return bool(apart)


def _without(member: Mapping[str, Any]) -> str:
    """Who is left out of a figure."""
    return str(member["scope"]) if member["scope"].startswith("not counting") else ""
