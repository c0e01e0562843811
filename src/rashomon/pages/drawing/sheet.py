"""Places in degrees in, a sheet on which they lie flat out: where each is on it, its grid, room for its names."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import Place
from rashomon.pages.drawing.outline import Window

WIDTH, _HIGHEST = 960, 620
_LEAST = 3.0  # degrees that a map shows at least
_LETTER, _LINE = 7.2, 15  # the width of a letter and the height of a name
_NEAR = 0.15  # of a sheet's width: places within it of one another are shown again, closer


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One line of the grid, with its degrees."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Where the name of a place has room: `end` where it stands to the left of it."""

    x: float
    y: float
    end: bool


class Sheet:
    """A window of the world laid flat: degrees of longitude shrink by the cosine of the middle latitude."""

    def __init__(self, places: Sequence[Place]) -> None:
        souths, wests = sorted(p.latitude for p in places), sorted(p.longitude for p in places)
        middle = (souths[0] + souths[-1]) / 2
        self.shrink = max(0.2, math.cos(math.radians(middle)))
        wide = max((wests[-1] - wests[0]) * 1.3, _LEAST / self.shrink)
        high = min(max((souths[-1] - souths[0]) * 1.3, _LEAST, wide * self.shrink * 0.45), 180.0)
        wide = min(max(wide, high / self.shrink * WIDTH / _HIGHEST), 360.0)
        self.scale = WIDTH / (wide * self.shrink)
        self.height = round(high * self.scale)
        east = (wests[0] + wests[-1]) / 2
        self.window = Window(
            west=max(-180.0, east - wide / 2), east=min(180.0, east + wide / 2), south=middle - high / 2, north=middle + high / 2
        )
        self._west = east - wide / 2

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        x = (longitude - self._west) * self.shrink * self.scale
        return round(x, 1), round((self.window.north - latitude) * self.scale, 1)

    def path(self, places: tuple[tuple[float, float], ...]) -> str:
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in (self.at(*place) for place in places))

    def meridians(self) -> tuple[Grid, ...]:
        steps = _steps(self.window.west, self.window.east)
        return tuple(Grid(at=self.at(d, 0)[0], text=f"{abs(d):g}° {'E' if d >= 0 else 'W'}") for d in steps)

    def parallels(self) -> tuple[Grid, ...]:
        steps = _steps(self.window.south, self.window.north)
        return tuple(Grid(at=self.at(0, d)[1], text=f"{abs(d):g}° {'N' if d >= 0 else 'S'}") for d in steps)


def _steps(first: float, last: float) -> list[float]:
    step = next((s for s in (0.5, 1, 2, 5, 10, 20, 30) if (last - first) / s <= 6), 60.0)
    return [n * step for n in range(math.ceil(first / step), math.floor(last / step) + 1)]


def named(spots: Iterable[tuple[float, float, int]], height: int) -> Iterator[Name | None]:
    """Room for the name of each spot (its place and letters), the first ones first; None where others have taken it."""
    spots = list(spots)
    taken = [(x - 7, y - 7, x + 7, y + 7) for x, y, _ in spots]
    for x, y, letters in spots:
        wide, found = letters * _LETTER, None
        for left, top, end in (
            (x + 10, y - 8, False),
            (x - 10 - wide, y - 8, True),
            (x + 6, y - 22, False),
            (x + 6, y + 8, False),
        ):
            box = (left, top, left + wide, top + _LINE)
            if box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= height and not any(_meet(box, b) for b in taken):
                taken.append(box)
                found = Name(x=left + wide if end else left, y=top + 12, end=end)
                break
        yield found


def _meet(left: tuple[float, float, float, float], right: tuple[float, float, float, float]) -> bool:
    return left[0] < right[2] and right[0] < left[2] and left[1] < right[3] and right[1] < left[3]


def crowded(places: Sequence[tuple[float, float]]) -> list[int]:
    """Of places on a sheet those that lie closest together, by their numbers: three at least, and not all of them; else none."""
    around = [[n for n, b in enumerate(places) if math.dist(a, b) <= _NEAR * WIDTH / 2] for a in places]
    most = max(around, key=len, default=[])
    return most if 3 <= len(most) < len(places) else []
