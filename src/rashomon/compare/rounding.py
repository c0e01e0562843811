"""Two quantities that are apart in, why they need not clash out: the one may be the other, rounded or said loosely."""

import math
import re

from rashomon.meaning import measures
from rashomon.model import Quantity

_ROUND = re.compile(r"\b(?:dozen|a hundred|a thousand|a million|half a million)\b", re.IGNORECASE)
_LOOSELY = 1.25  # how far beyond its convention a word such as "dozens" may reach
_HUNDRED, _CLOSE = 100, 0.025  # a measure that is a multiple of it, with one figure and noughts, may be rounded by so much
_TEN, _TENTH = 10, 0.1  # the same of a length, which few take with a rule
_HOUR, _FIVE = 3600, 300  # seconds
_QUARTER, _FIFTH = 0.25, 0.2  # of the longer of two such lengths of time, or of one and a closer one, by which they may differ
_FIFTY = 50  # kilometres an hour of which a speed may be a multiple that is said loosely: "100 km/h winds"


def ends(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that a quantity allows."""
    low = quantity.low if quantity.low is not None else (0.0 if (quantity.high or 0) >= 0 else -math.inf)
    return low, quantity.high if quantity.high is not None else math.inf


def softer(left: Quantity, right: Quantity, first: str, second: str) -> str | None:
    """Why two intervals apart need not clash: a round word may be rounded, a sum is made of figures that may be, and two words
    for "few" mean the same.
    """
    if (
        left.convention
        and right.convention
        and all((q.hedge or "").lower().startswith(("only ", "just ", "merely ", "no more than ")) for q in (left, right))
    ):
        return f"{first} and {second} both say that there were few."
    for round_, other, one, two in ((left, right, first, second), (right, left, second, first)):
        (least, most), (low, high) = ends(other), ends(round_)
        if (_ROUND.search(round_.span.text) or round_.derived) and low * 0.9 <= most and least <= high * 1.1:
            return f"{one} may be {two} rounded."
        if round_.kind in measures.FATELESS + measures.WEIGHED and _rounded(round_, other):
            return f"{one} may be {two} rounded."
        if _by_no_clock(round_, other):
            return f"{one} may be {two}: such a time is told by no clock."
        if round_.value is None and round_.convention and low / _LOOSELY <= most and least <= high * _LOOSELY:
            return f"{one} is said loosely, and may be {two}."
    return None


def _by_no_clock(round_: Quantity, other: Quantity) -> bool:
    """Whether a length of time up to an hour in fives of minutes, as people tell it who looked at no clock, is nearly another:
    "some ten minutes", "a quarter of an hour".
    """
    if not round_.kind == other.kind == "duration":
        return False
    (low, high), (least, most) = (ends(measures.turned(q)) for q in (round_, other))
    if not _in_fives(low, high):
        return False
    gap = max(least - high, low - most)
    return gap <= (_QUARTER if _in_fives(least, most) else _FIFTH) * max(low, least)


def _in_fives(low: float, high: float) -> bool:
    """Whether a length of time, in seconds, is one of five minutes, of ten, and so on, up to an hour."""
    fives = round((low + high) / 2 / _FIVE) if high < math.inf else 0
    return 0 < fives * _FIVE <= _HOUR and abs((low + high) / 2 - fives * _FIVE) < _CLOSE * _FIVE * fives


def _rounded(round_: Quantity, other: Quantity) -> bool:
    """Whether a measure in hundreds or thousands is another one with less figures: "8,000 tonnes" of 7,900; a length in tens as
    well, "10 km deep" of 11.
    """
    value, exact = round_.value, other.value
    if not value or not exact or round_.unit != other.unit:
        return False
    if round_.kind in measures.WEIGHED and value >= _TEN and value == int(value):
        step = 10 ** (len(digits := str(int(value))) - len(digits.rstrip("0")))
        return bool(exact % step) and abs(value - exact) <= min(step / 2, _TENTH / 2 * value)
    if round_.kind == "speed" and not value % _FIFTY and abs(value - exact) <= _TENTH * value:
        return bool(exact % _FIFTY)
    far, step = (min(_TENTH * value, _TEN / 2), _TEN) if round_.kind == "length" else (_CLOSE * value, _HUNDRED)
    if value % step or abs(value - exact) > far:
        return False
    size = 10.0 ** int(math.log10(value))
    return not value % size and bool(exact % size)
