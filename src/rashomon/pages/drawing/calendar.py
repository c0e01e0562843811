"""Days in, their places on one axis out; days far from all others are shown at its edge."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.pages.drawing.axis import Bar, Tick

_FAR = 4  # a span so many times that of the middle four fifths is cut to those
_STEPS = (1, 2, 7, 14, 31, 61, 92, 183, 366, 731, 1827, 3653, 18263)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From the first to the last day shown, with its ticks."""

    first: date
    last: date
    ticks: tuple[Tick, ...]

    def bar(self, earliest: date | None, latest: date | None) -> Bar | None:
        """The place of the days that something allows; None where nothing is known."""
        if earliest is None and latest is None:
            return None
        left = 0.0 if earliest is None else self.place(earliest)
        right = 100.0 if latest is None else self.place(latest + timedelta(days=1) if latest < date.max else latest)
        return Bar(
            left=min(left, 97.0) if latest is None else left,
            right=max(right, 3.0) if earliest is None else right,
            open_left=earliest is None or earliest < self.first,
            open_right=latest is None or latest > self.last,
        )

    def place(self, day: date) -> float:
        """Percent from the left, within the axis."""
        whole = (self.last - self.first).days + 1
        return round(2 + 96 * min(1.0, max(0.0, (day - self.first).days / whole)), 2)


def axis(days: Sequence[date], text: Callable[[date, int], str]) -> Axis | None:
    """An axis for these days; `text` names a tick's day for steps of so many days. None where there are none."""
    if not days:
        return None
    first, last = _window(sorted(days))
    step = next((s for s in _STEPS if (last - first).days / s <= 6), _STEPS[-1])
    bare = Axis(first=first, last=last, ticks=())
    marks = [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]
    return Axis(first=first, last=last, ticks=tuple(Tick(at=bare.place(m), text=text(m, step)) for m in marks))


def _window(days: Sequence[date]) -> tuple[date, date]:
    """First and last day to show: all, unless a few lie far off."""
    edge = len(days) // 10
    low, high = days[edge], days[-1 - edge]
    near = max(1, (high - low).days)
    if (days[-1] - days[0]).days <= _FAR * near:
        return days[0], days[-1]
    within = [d for d in days if abs((d - low).days) <= near or abs((d - high).days) <= near or low <= d <= high]
    return within[0], within[-1]
