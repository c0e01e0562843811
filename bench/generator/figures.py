"""A figure with its hedge in, its words and the numbers it allows out; and what a careless copy makes of it."""

import math
from dataclasses import dataclass, replace
from random import Random

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNITS = {"tonnes": "tons", "days": "weeks", "million euros": "million dollars"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`unit`: None where things are counted, whose noun stands in the sentence. `scope`: what is said to be included."""

    value: int
    hedge: str = ""
    unit: str | None = None
    scope: str = ""

    @property
    def words(self) -> str:
        """As it stands in a text, without its scope."""
        number = _WORDS[self.value] if self.value <= 12 and self.unit != "million euros" else f"{self.value:,}"
        return " ".join(filter(None, (self.hedge, number, self.unit)))

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest number it allows: a tenth either way for "about", a tenth below for "nearly"; whole ones
        of what is counted.
        """
        low, high = bounds(self.value, self.hedge)
        return (low, high) if self.unit else (math.ceil(low), math.floor(high) if high < math.inf else high)


def bounds(value: float, hedge: str) -> tuple[float, float]:
    """The lowest and highest number that a hedged number allows."""
    if hedge == "at least":
        return value, math.inf
    if hedge == "more than":
        return value, math.inf  # readers do not set "22" against "more than 22"
    if hedge in ("about", "around", "some"):
        return value * 0.9, value * 1.1
    return (value * 0.9, value) if hedge == "nearly" else (value, value)


def rounded(figure: Figure) -> Figure | None:
    """The same to fewer digits, None where it is round already or too small to be rounded."""
    if figure.value < 25:
        return None
    step = 10 if figure.value < 300 else 50 if figure.value < 1000 else 100
    value = round(figure.value / step) * step
    return replace(figure, value=value) if value != figure.value else None


def mistaken(figure: Figure, rng: Random) -> Figure:
    """Another number by a slip: two digits exchanged, or one misread."""
    digits = list(str(figure.value))
    if len(digits) > 1 and digits[-1] != digits[-2] and "0" not in digits[-2:]:  # "2,120" for "2,102" is a rounding to any reader
        digits[-1], digits[-2] = digits[-2], digits[-1]
    else:
        digits[0] = str((int(digits[0]) + rng.randint(1, 3) - 1) % 9 + 1)
    value = int("".join(digits))
    return replace(figure, value=value if value > 2 and value != figure.value else figure.value + 3)


def mismeasured(figure: Figure) -> Figure | None:
    """The same number of another unit."""
    return replace(figure, unit=_UNITS[figure.unit]) if figure.unit in _UNITS else None
