"""A name in, what the world knows under it out: countries, regions, organisations, towns; and adjectives of nationality.

Lists are data (`data/*.toml`); towns come from GeoNames (CC BY 4.0), packed by `scripts/make_gazetteer.py`, read on first use.
"""

import lzma
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rashomon import data
from rashomon.text.names import acronym_of, fold

_ARTICLE = re.compile(r"^(?:al|el|ar|ad|as|ash|at|az|ed|er|es|ez) (?=\w{4})")  # before a town's name: with it or without


@dataclass(frozen=True, slots=True)
class Known:
    """What a listed name stands for: `key` is one for all its spellings, `name` the one it is listed under."""

    key: str
    name: str
    kind: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place; latitude and longitude in degrees, to two places (about a kilometre)."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int


def known(name: str) -> Known | None:
    """The country, region or organisation that is listed under this name; short capitals only as they are written."""
    plain = " ".join(name.split())
    exact = _listed().get(plain)
    if exact or len(plain.replace(".", "")) <= 4:
        return exact
    return _folded().get(fold(plain))


def nationality(word: str) -> str | None:
    """The code of the country an adjective or a people belongs to ("Kenyans": KE), "" for other peoples and creeds, or None."""
    found = _peoples().get(word.casefold())
    return found if found is not None else _peoples().get(word.casefold().removesuffix("s"))


def armed(name: str) -> bool:
    """Whether a listed name is that of an armed group."""
    what = known(name)
    return what is not None and what.kind == "organisation" and what.name in data.load("organisations")["armed"]


def seat(name: str) -> str | None:
    """The code of the country whose government is called by this place ("Moscow": RU), or None."""
    return _seats().get(fold(name))


@lru_cache(maxsize=16384)
def towns(name: str) -> tuple[Town, ...]:
    """Towns of this name (5,000 people and more), the most populous first, at most four."""
    plain = fold(name)
    return _called(plain) or _called(_ARTICLE.sub("", plain))


def _called(plain: str) -> tuple[Town, ...]:
    places, keys = _gazetteer()
    key = plain.encode() + b"\t"
    at = bisect_left(keys, key)
    if at == len(keys) or not keys[at].startswith(key):
        return ()
    return tuple(_town(places[int(n)]) for n in keys[at][len(key) :].split(b","))


def listed() -> Iterator[str]:
    """Every listed name as it is written, for looking them up in a text; no outlet by a common word or bare initials."""
    return (name for name, what in _listed().items() if not what.key.startswith("outlet:") or " " in name or _odd_capitals(name))


def _town(line: bytes) -> Town:
    name, country, latitude, longitude, population = line.decode().split("\t")
    return Town(name, country, float(latitude), float(longitude), int(population))


@cache
def _gazetteer() -> tuple[list[bytes], list[bytes]]:
    try:
        packed = files("rashomon.data").joinpath("gazetteer.xz").read_bytes()
    except FileNotFoundError:  # packagers may leave it out: then no town is known
        return [], []
    places, keys = lzma.decompress(packed).split(b"\n\n")
    return places.split(b"\n"), keys.split(b"\n")


@cache
def _listed() -> dict[str, Known]:
    found: dict[str, Known] = {}
    countries = data.load("countries")
    for region in countries["regions"]["names"]:
        found[region] = Known(f"region:{region}", region, "place")
    for code, row in countries["countries"].items():
        for name in (row["name"], *row.get("also", ())):
            found[name] = Known(f"country:{code}", row["name"], "place", code)
    for group in data.load("organisations").values():
        for name, others in group.items():
            for spelling in (name, *others):
                found.setdefault(spelling, Known(f"organisation:{name}", name, "organisation"))
    for name, what in _outlets():
        found.setdefault(name, what)
    return found


def _odd_capitals(name: str) -> bool:
    """Whether a single word cannot be a common one by its capitals ("ProPublica"), initials left out."""
    return any(c.isupper() for c in name[1:]) and not name.isupper()


def _outlets() -> Iterator[tuple[str, Known]]:
    """News agencies and outlets by name and alias; an alias in capitals only where it is the name's initials."""
    for table, entry in (("agencies", "agency"), ("outlets", "outlet")):
        for row in data.load(table)[entry]:
            what = Known(f"outlet:{row['name']}", row["name"], "organisation")
            yield row["name"], what
            for alias in row.get("aliases", ()):
                if "(" not in alias and (not alias.isupper() or acronym_of(alias, row["name"]) or entry == "outlet"):
                    yield alias, what


@cache
def _folded() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for name, what in _listed().items():
        if len(fold(name)) > 4 and not (what.key.startswith("outlet:") and " " not in fold(name)):
            found.setdefault(fold(name), what)
    return found


@cache
def _peoples() -> dict[str, str]:
    countries = data.load("countries")
    found: dict[str, str] = {word.casefold(): "" for word in countries["peoples"]["words"]}
    found |= {word.casefold(): code for code, row in countries["countries"].items() for word in row["people"]}
    return found


@cache
def _seats() -> dict[str, str]:
    rows = data.load("countries")["countries"]
    return {fold(n): code for code, row in rows.items() for n in (row.get("capital"), *row.get("seat", ())) if n}
