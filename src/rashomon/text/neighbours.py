"""Two figures side by side in, what they make of one another out: "5 feet 2 inches", "45 and 50 mg", "aged six and nine"."""

import re
from dataclasses import replace

from rashomon.text.amounts import Figure

MEASURES = frozenset({"length", "mass", "volume", "area", "percent", "temperature"})
"""Kinds of figures whose unit a number before them shares."""

_THEN = re.compile(r"(?:,| and| but|, and|, but)?(?: possibly| perhaps| maybe)? ")
_PARTS = {(whole, "cent"): 100.0 for whole in ("dollar", "euro")} | {("pound", "penny"): 100.0, ("foot", "inch"): 12.0}
_AND_OR = re.compile(r"(?:,| and| or|, and|, or) |-,? (?:and|or) ")
_CLOSES = re.compile(r"[.,;)]?(?:\s*\Z|\s*\n|[ \u00a0][A-Z])")


def together(text: str, left: Figure, right: Figure) -> Figure | None:
    """Two figures that are one: "5 feet 2 inches", "3 dollars and 50 cents", "more than 10 and fewer than 20"."""
    gap = text[left.end : right.start]
    if not _THEN.fullmatch(gap):
        return None
    part = _PARTS.get(((left.unit or "").split(" ")[-1], right.unit or ""))
    if part is not None and left.value is not None and right.value is not None and right.low == right.high and right.value < part:
        more = right.value / part
        low, high = (None if x is None else x + more for x in (left.low, left.high))
        return replace(left, end=right.end, value=left.value + more, low=low, high=high)
    if _cents(text, left, right):
        return replace(
            left, end=right.end, value=_plus(left.value, right), low=_plus(left.low, right), high=_plus(left.high, right)
        )
    if not gap.strip() or left.unit not in (None, right.unit) or None in (left.value, right.value):
        return None
    lows, highs = (left.low, right.low), (left.high, right.high)
    low, high = next((x for x in lows if x is not None), None), next((x for x in highs if x is not None), None)
    if (
        lows.count(None) != 1
        or highs.count(None) != 1
        or low is None
        or high is None
        or low >= high
        or lows.index(None) == highs.index(None)
    ):
        return None
    hedge = " … ".join(h for h in (left.hedge, right.hedge) if h)
    whole = (left.core[0], right.core[1])
    return replace(right, start=left.start, core=whole, value=None, low=low, high=high, hedge=hedge, written=(low, high))


def sharing(text: str, left: Figure, right: Figure) -> Figure:
    """The left figure with the unit that it shares with the right one: "45 and 50 mg"."""
    shares = left.kind == "count" and left.core[1] == left.end and not left.vague and right.hedge is None
    hyphened = text[left.end : left.end + 1] == "-"
    if (
        not shares
        or (right.kind not in MEASURES and not (hyphened and right.kind in ("duration", "age")))
        or not _AND_OR.fullmatch(text, left.end, right.start)
        or right.per
    ):
        return left
    return replace(left, kind=right.kind, unit=right.unit, bare=False) if right.start == right.core[0] else left


def aged_too(text: str, left: Figure, right: Figure) -> Figure:
    """The right figure as an age where it is named along with one: "aged six and nine"."""
    aged = left.kind == "age" and left.core[1] == left.end and right.kind == "count" and right.end == right.core[1]
    return replace(right, kind="age", unit="year") if aged and _AND_OR.fullmatch(text, left.end, right.start) else right


def _cents(text: str, left: Figure, right: Figure) -> bool:
    """Whether a bare figure after money is its hundredths, at the end of a clause: "15 dollars 50", "15 dollars and 50."."""
    if left.kind != "money" or right.kind != "count" or right.hedge or right.value is None or not 10 <= right.value < 100:
        return False
    whole = left.value is not None and left.value == int(left.value) < 10_000
    return whole and right.value == int(right.value) and _CLOSES.match(text, right.end) is not None


def _plus(value: float | None, cents: Figure) -> float | None:
    return None if value is None else value + (cents.value or 0.0) / 100
