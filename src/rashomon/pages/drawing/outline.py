"""A window of the world in, the coasts and borders in it out. From Natural Earth (public domain), 1:50 million."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_STEP = 50  # parts of a degree


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Degrees: from west to east, from south to north."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch of coast or, with `border`, of a border between countries: places as degrees east and north."""

    places: tuple[tuple[float, float], ...]
    border: bool


def lines(window: Window) -> Iterator[Line]:
    """The lines that run through a window, cut where they leave it."""
    for border, places in _all():
        run: list[tuple[float, float]] = []
        before: tuple[float, float] | None = None
        for place in places:
            if _within(window, place):
                if not run and before:
                    run.append(before)
                run.append(place)
            elif run:
                yield Line(places=(*run, place), border=border)
                run = []
            before = place
        if len(run) > 1:
            yield Line(places=tuple(run), border=border)


def _within(window: Window, place: tuple[float, float]) -> bool:
    return window.west <= place[0] <= window.east and window.south <= place[1] <= window.north


@cache
def _all() -> tuple[tuple[bool, tuple[tuple[float, float], ...]], ...]:
    text = lzma.decompress(files("rashomon.data").joinpath("outline.xz").read_bytes()).decode()
    return tuple((line[0] == "b", tuple(_places(line[1:]))) for line in text.splitlines())


def _places(line: str) -> Iterator[tuple[float, float]]:
    east = north = 0
    for step in line.split(" "):
        dx, _, dy = step.partition(",")
        east, north = east + int(dx), north + int(dy)
        yield east / _STEP, north / _STEP
