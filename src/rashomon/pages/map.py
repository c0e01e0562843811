"""Places that were resolved in, a drawn map with a list that says the same in words out."""

import math
from collections import Counter
from dataclasses import dataclass

from rashomon.model import Entity, Place
from rashomon.pages.drawing import outline
from rashomon.pages.drawing.outline import Window
from rashomon.pages.index import Index
from rashomon.pages.names import where
from rashomon.pages.parts import Link
from rashomon.pages.words import count

WIDTH, _HIGHEST = 960, 620
_LEAST = 3.0  # degrees that a map shows at least
_MOST = 200  # places that a map can hold and still be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place on the map: `radius` is what its precision comes to, `shown` the least that can be seen."""

    number: int
    x: float
    y: float
    radius: float
    link: Link
    where: str
    why: str
    named: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One line of the grid, with its degrees."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """The map: paths of coasts and borders, lines of longitude and latitude, places."""

    width: int
    height: int
    coasts: str
    borders: str
    meridians: tuple[Grid, ...]
    parallels: tuple[Grid, ...]
    spots: tuple[Spot, ...]
    left_out: str


def view(index: Index) -> MapView | None:
    """The map of a case; None where no place was resolved."""
    named = [(e, e.place) for e in index.case.entities if e.place]
    if not named:
        return None
    named.sort(key=lambda pair: (-sum(v.count for v in pair[0].variants), pair[0].name, pair[0].id))
    shown = named[:_MOST]
    sheet = _Sheet([place for _, place in shown])
    said = Counter(m.entity for m in index.case.mentions)
    lines = list(outline.lines(sheet.window))
    return MapView(
        width=WIDTH,
        height=sheet.height,
        coasts=" ".join(sheet.path(line.places) for line in lines if not line.border),
        borders=" ".join(sheet.path(line.places) for line in lines if line.border),
        meridians=sheet.meridians(),
        parallels=sheet.parallels(),
        spots=tuple(_spot(index, n, e, p, sheet, said[e.id]) for n, (e, p) in enumerate(shown, 1)),
        left_out=f"{count(len(named) - _MOST, 'place')} named least are left out" if len(named) > _MOST else "",
    )


def _spot(index: Index, number: int, entity: Entity, place: Place, sheet: "_Sheet", named: int) -> Spot:
    x, y = sheet.at(place.longitude, place.latitude)
    return Spot(
        number=number,
        x=x,
        y=y,
        radius=round(max(place.precision_km / 111.2 * sheet.scale, 0.1), 1),
        link=Link(text=entity.name, href=index.href("e", entity.id)),
        where=where(place),
        why=place.why,
        named=f"named {count(named, 'time')}",
    )


class _Sheet:
    """A window of the world laid flat: degrees of longitude shrink by the cosine of the middle latitude."""

    def __init__(self, places: list[Place]) -> None:
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
