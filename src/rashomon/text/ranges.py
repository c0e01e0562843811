"""Numbers side by side in, the ranges, scores and shares that they make out: "six to seven", "26-24", "one in five"."""

import re
from collections.abc import Iterator, Sequence

from rashomon.text import designations, numerals, units
from rashomon.text.amounts import Amount

_TO = re.compile(
    r"[ \u00a0]?[-‐‑–—][ \u00a0]?\Z|[ \u00a0]?-?[ \u00a0]?to[ \u00a0-]\Z|[ \u00a0]?~[ \u00a0]?\Z|[ \u00a0]through[ \u00a0]\Z"
)
_GIVE = re.compile(r"[ \u00a0]?(?:±|\+/[-−])[ \u00a0]?\Z")
_AND = re.compile(r"[ \u00a0]and[ \u00a0]\Z")
_OR = re.compile(r"[ \u00a0]or[ \u00a0]\Z")
_OF = re.compile(r" (?:in|out of|in every|out of every|of every|over) \Z")
_RANGED = re.compile(r"\brang(?:e[sd]?|ing) from\W+(?:\w+ ){0,2}\W?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\W+(?:\w+ ){0,2}\W?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\W+(?:\w+ ){0,2}\W?\Z", re.IGNORECASE)


def ranges(text: str, amounts: Sequence[Amount], start: int, end: int) -> Iterator[Amount]:
    """Neighbours that make one range, score or share ("six to seven", "26-24", "one in five"), joined; others as they are."""
    at = 0
    while at < len(amounts):
        left = amounts[at]
        right = amounts[at + 1] if at + 1 < len(amounts) else None
        near = right is not None and right.start - left.end <= 40
        joined = _range(text, left, right, start, end) if right is not None and near else None
        yield joined or left
        at += 1 if joined is None else 2


def _range(text: str, left: Amount, right: Amount, start: int, end: int) -> Amount | None:
    if left.value is None or right.value is None or "ordinal" in (left.form, right.form):
        return None
    unit, money = units.after(text, left.end, right.start), units.before(text, right.start)
    gap_from = unit.end if unit is not None else left.end
    gap = text[gap_from : money.start if money is not None and money.start >= gap_from else right.start]
    before = text[max(start, left.start - 60) : left.start]
    if _OF.match(gap) and unit is None and 0 < left.value < right.value:
        return _share(text, left, right, start, end)
    if unit is None and _GIVE.match(gap):
        low, high = left.value - right.value, left.value + right.value
        return Amount(start=left.start, end=right.end, value=left.value, low=low, high=high, form="figures")
    if _TO.match(gap):
        if _FROM.search(before) and _tells(before, "change"):
            return None
        around = f"{before[-24:]} {text[right.end : min(end, right.end + 16)]}"
        if (
            unit is None
            and "to" not in gap
            and left.bare
            and right.bare
            and units.after(text, right.end, end) is None
            and (left.value >= right.value or _tells(around, "score"))
        ):
            return Amount(start=left.start, end=right.end, form="score")
    elif not (_AND.match(gap) and _BETWEEN.search(before)) and not (
        _OR.match(gap) and not unit and right.value <= 3 * left.value
    ):
        return None
    if money is not None and money.start >= gap_from and (unit.kind != "money" if unit else not units.before(text, left.start)):
        return None
    other = units.after(text, right.end, end) if unit is not None else None
    low, high = left.value * _shared_scale(text, left, right) if unit is None else left.value, right.value
    if unit is not None and low > high and _RANGED.search(before):
        low, high = high, low
    if not low < high or (unit is not None and other is not None and other.name != unit.name):
        return None
    return Amount(start=left.start, end=right.end, low=low, high=high, form="range", bare=left.bare and right.bare)


def _share(text: str, left: Amount, right: Amount, start: int, end: int) -> Amount | None:
    """ "one in five", "two out of every three"; not "three in 2017"."""
    if (
        left.value is None
        or right.value is None
        or designations.yearlike(text, (right.start, right.end), right.value, start, end)
    ):
        return None
    share = left.value / right.value
    return Amount(start=left.start, end=right.end, value=share, low=share, high=share, form="fraction")


def _tells(words: str, table: str) -> bool:
    """Whether one of the words is in a list of `data/designations.toml`."""
    return not designations.words(table).isdisjoint(re.findall(r"[a-z]+", words.lower()))


def _shared_scale(text: str, left: Amount, right: Amount) -> float:
    """The scale that "2 to 3 million" gives to its 2: that of its 3."""
    if text.endswith(",000", right.start, right.end) and left.bare and (left.value or 0) * 1000 < (right.value or 0) < 100_000:
        return 1000.0
    word = re.search(r"([^\W\d_]+)\Z", text[right.start : right.end])
    scale = numerals.scale(word.group(1)) if word else None
    alone = re.fullmatch(r"\W?[\d.,]+|[^\W\d_]+", text[left.start : left.end])
    if scale is None or not alone or left.value is None or right.value is None or left.value >= right.value / scale:
        return 1.0
    return scale
