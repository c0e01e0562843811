"""Numbers in, places on one axis out, in percent of its width."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_WIDE = 40  # the largest over the smallest beyond which a linear axis crowds the small ones together
_NOTHING = 1e-200  # below it numbers are nothing: steps between them are no floats any more
_MARGIN = 4.0  # percent left free at both ends, where arrows of open ends point out


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A labelled place on the axis; `at` in percent."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An interval on the axis, in percent; an open end runs to the edge and bears an arrow."""

    left: float
    right: float
    open_left: bool = False
    open_right: bool = False

    @property
    def point(self) -> bool:
        """Whether it is too narrow to be seen as a bar."""
        return self.right - self.left < 1.2 and not (self.open_left or self.open_right)

    @property
    def narrow(self) -> bool:
        """Whether there is no room for its ends to be marked."""
        return self.right - self.left < 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A number to its place, with the ticks; `log` where each step multiplies."""

    place: Callable[[float], float]
    ticks: tuple[Tick, ...]
    log: bool = False

    def bar(self, low: float | None, high: float | None) -> Bar:
        """An interval's place; None is an open end."""
        left = 0.0 if low is None else self.place(low)
        right = 100.0 if high is None else self.place(high)
        return Bar(left=left, right=max(left, right), open_left=low is None, open_right=high is None)


def scale(values: Iterable[float], text: Callable[[float], str]) -> Scale:
    """A scale on which all these finite numbers have their place."""
    found = sorted({v if abs(v) > _NOTHING else 0.0 for v in values if math.isfinite(v)}) or [0.0]
    low, high = found[0], found[-1]
    if low > 0 and high / low > _WIDE:
        return _log(low, high, text)
    step = _step(high - low or abs(high) or 1.0)
    if all(v.is_integer() for v in map(float, found)):
        step = float(math.ceil(step))
    first, last = math.floor(low / step) * step, math.ceil(high / step) * step
    if first == last:
        first, last = first - step, last + step
    marks = [first + step * n for n in range(round((last - first) / step) + 1)]
    return Scale(place=_linear(first, last), ticks=_ticks(marks, _linear(first, last), text))


def _linear(first: float, last: float) -> Callable[[float], float]:
    return lambda v: round(_MARGIN + (100 - 2 * _MARGIN) * min(1.0, max(0.0, (v - first) / (last - first))), 2)


def _log(low: float, high: float, text: Callable[[float], str]) -> Scale:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    straight = _linear(first, last)
    every = max(1, math.ceil((last - first) / 6))
    marks = [10.0**n for n in range(first, last + 1, every)]

    def place(value: float) -> float:
        return straight(math.log10(value)) if value > 0 else 0.0

    return Scale(place=place, ticks=_ticks(marks, place, text), log=True)


def _step(width: float) -> float:
    """A round step that parts a width in three to six."""
    rough = width / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= rough)


def _ticks(marks: Sequence[float], place: Callable[[float], float], text: Callable[[float], str]) -> tuple[Tick, ...]:
    return tuple(Tick(at=place(m), text=text(m)) for m in marks)
