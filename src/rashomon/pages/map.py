"""Places that were resolved in, a drawn map with a list that says the same in words out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.model import Entity, Place
from rashomon.pages.drawing import outline
from rashomon.pages.drawing.sheet import WIDTH, Grid, Name, Sheet, crowded, named
from rashomon.pages.index import Index
from rashomon.pages.names import where
from rashomon.pages.parts import Link
from rashomon.pages.words import count

_MOST = 200  # places that a map can hold and still be read
_GAIN = 2.0  # how much closer a second map has to be to be worth its room


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place on the map: `radius` is what its precision comes to, `name` where its name has room (None: in the list alone)."""

    number: int
    x: float
    y: float
    name: Name | None
    radius: float
    link: Link
    where: str
    why: str
    named: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """The map: paths of coasts and borders, lines of longitude and latitude, places; `closer` shows some of these again."""

    width: int
    height: int
    coasts: str
    borders: str
    meridians: tuple[Grid, ...]
    parallels: tuple[Grid, ...]
    spots: tuple[Spot, ...]
    left_out: str
    closer: "MapView | None" = None


def view(index: Index) -> MapView | None:
    """The map of a case; None where no place was resolved. Where some places crowd one corner they are drawn again, closer."""
    found = [(e, e.place) for e in index.case.entities if e.place]
    if not found:
        return None
    found.sort(key=lambda pair: (-sum(v.count for v in pair[0].variants), pair[0].name, pair[0].id))
    said = Counter(m.entity for m in index.case.mentions)
    shown = [_Known(n, e, p, said[e.id]) for n, (e, p) in enumerate(found[:_MOST], 1)]
    left_out = f"{count(len(found) - _MOST, 'place')} named least are left out" if len(found) > _MOST else ""
    whole = _drawn(index, shown, left_out)
    close = [shown[n] for n in crowded([(s.x, s.y) for s in whole.spots])]
    gain = Sheet([s.place for s in close]).scale / Sheet([s.place for s in shown]).scale if close else 0
    return replace(whole, closer=_drawn(index, close, "")) if gain > _GAIN else whole


@dataclass(frozen=True, slots=True)
class _Known:
    number: int
    entity: Entity
    place: Place
    named: int


def _drawn(index: Index, shown: Sequence[_Known], left_out: str) -> MapView:
    sheet = Sheet([s.place for s in shown])
    lines = list(outline.lines(sheet.window))
    places = [sheet.at(s.place.longitude, s.place.latitude) for s in shown]
    names = named([(*at, len(f"{s.number} {s.entity.name[:24]}")) for at, s in zip(places, shown, strict=True)], sheet.height)
    return MapView(
        width=WIDTH,
        height=sheet.height,
        coasts=" ".join(sheet.path(line.places) for line in lines if not line.border),
        borders=" ".join(sheet.path(line.places) for line in lines if line.border),
        meridians=sheet.meridians(),
        parallels=sheet.parallels(),
        spots=tuple(_spot(index, s, at, name, sheet) for s, at, name in zip(shown, places, names, strict=True)),
        left_out=left_out,
    )


def _spot(index: Index, known: _Known, at: tuple[float, float], name: Name | None, sheet: Sheet) -> Spot:
    return Spot(
        number=known.number,
        x=at[0],
        y=at[1],
        name=name,
        radius=round(max(known.place.precision_km / 111.2 * sheet.scale, 0.1), 1),
        link=Link(text=known.entity.name, href=index.href("e", known.entity.id)),
        where=where(known.place),
        why=known.place.why,
        named=f"named {count(known.named, 'time')}",
    )
