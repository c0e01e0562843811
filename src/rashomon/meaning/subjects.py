"""A text in, whom or what it names that questions are put about out: "the tanker driver", "the mayor", "the tunnel".

A driver is told from another by the vehicle; whoever is called by an office may be called by a name elsewhere, which is left to
those who know the whole pile.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.data import load

_GAP = (
    r"(?:of|from|on|driving|at the wheel of|at the controls of|in)?(?: the| a| an| one of the| his| her| its)?"
    r"(?: (?!driver)[\w-]+){0,2}?"
)


_OTHER = re.compile(r"(?<![\w’'-])([a-z]{3,}(?<!ed)(?<!ing))\s$")  # "the milk driver"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a text names, by which sort, at which code points; `vehicle`: by which one is told from another of the sort,
    none where the text does not say.
    """

    sort: str
    start: int
    end: int
    vehicle: str | None = None


def subjects(text: str) -> Iterator[Subject]:
    """All that a text names, in its order."""
    for found in _pattern().finditer(text):
        sort = next(name for name in load("circumstances")["subject"] if found[name])
        vehicle = _vehicle(text, found) if driven(sort) else None
        yield Subject(sort, found.start(), found.end(), vehicle)


def sort_of(text: str) -> str | None:
    """The sort of the first that a text names."""
    return next((s.sort for s in subjects(text)), None)


def vehicles(text: str) -> Iterator[str]:
    """The vehicles that a text names, in its order."""
    return (next(n for n in load("circumstances")["vehicle"] if found[n]) for found in _vehicles("").finditer(text))


def driven(sort: str) -> bool:
    """Whether one of a sort is told from another by the vehicle."""
    return bool(load("circumstances")["subject"][sort].get("vehicles"))


def person(sort: str) -> bool:
    """Whether one of a sort is somebody who may be called by name."""
    return bool(load("circumstances")["subject"][sort].get("named"))


def own(sort: str) -> re.Pattern[str]:
    """What finds the words for it of whoever speaks for it: "my desk"."""
    return _own(sort)


def shown(sort: str, vehicle: str) -> str:
    """What it is called in a question."""
    called: str = load("circumstances")["subject"][sort]["shown"]
    names = {"cablecar": "cable car"}
    return f"{names.get(vehicle, vehicle)} {called}".strip()


def asked_of(question: str, sort: str, vehicle: str) -> str:
    """A question about {who}: "Was the driver warned?", "Were the people warned?"."""
    several = load("circumstances")["subject"][sort].get("plural")
    agreeing = re.sub(r"^Was\b", "Were", question) if several else question
    return agreeing.replace("{who}", shown(sort, vehicle))


def _vehicle(text: str, found: re.Match[str]) -> str | None:
    """The vehicle named right before or behind a driver."""
    before = _vehicles("before").search(text[max(0, found.start() - 30) : found.start()])
    after = None if before else _vehicles("after").match(text, found.end())
    hit = before or after
    if hit:
        return next((name for name in load("circumstances")["vehicle"] if hit[name]), None)
    other = _OTHER.search(text[max(0, found.start() - 30) : found.start()])
    return other[1] if other and other[1] not in load("circumstances")["plain"]["words"] else None


@cache
def _pattern() -> re.Pattern[str]:
    sorts = load("circumstances")["subject"].items()
    return re.compile("|".join(rf"(?P<{n}>(?<![\w-])(?:{'|'.join(of['words'])})(?![\w-]))" for n, of in sorts), re.IGNORECASE)


@cache
def _vehicles(side: str) -> re.Pattern[str]:
    named = "|".join(rf"(?P<{n}>(?<![\w-])(?:{'|'.join(w)})(?![\w-]))" for n, w in load("circumstances")["vehicle"].items())
    around = {"before": rf"(?:{named})(?:['’]s?)? (?:\w+ )?$", "after": rf"\s+{_GAP} ?(?:{named})", "": named}
    return re.compile(around[side], re.IGNORECASE)


@cache
def _own(sort: str) -> re.Pattern[str]:
    words = load("circumstances")["subject"][sort].get("own", ["(?!)"])
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)
