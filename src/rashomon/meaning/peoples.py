"""A text in, the lists of countries and peoples in it out: who came from three countries cannot all be at home."""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.data import load
from rashomon.text import gazetteer
from rashomon.text.patterns import group

_PLURAL = r"\b[A-Z][^\W\d_]+(?:s|men)\b"
_FIGURE = r"(?:(?:at least|some|about|around|nearly|almost|more than|over|two|three|four|five|several) )?(?:\d[\d,]* )?"
_PEOPLES = re.compile(rf"{_FIGURE}{_PLURAL}(?:(?:,|,? and) {_FIGURE}{_PLURAL})+")
_WIDE = frozenset({"Europeans", "Arabs", "Africans", "Asians", "Westerners"})
"""Peoples of more countries than one."""


def listed(text: str) -> Iterator[tuple[str, int, float]]:
    """The words of each list, where it begins (code points), and how many of them were foreigners at least."""
    for found in _from().finditer(text):
        yield found.group(), found.start(), len(re.findall(_countries(), found.group(), re.IGNORECASE)) - 1
    for found in _PEOPLES.finditer(text):
        named = [
            int(count.replace(",", "") or 1)
            for count, people in re.findall(rf"(\d[\d,]*|) ?({_PLURAL})", found.group())
            if people in _WIDE or gazetteer.nationality(people) is not None
        ]
        if len(named) > 1 and among().search(text[: found.start()]):
            yield found.group(), found.start(), sum(named) - max(named)  # of these one may be at home


@cache
def among() -> re.Pattern[str]:
    """Words that make one of a sort part of what befell others."""
    return re.compile(rf"(?<![\w-]){group(load('classes')['part']['words'])}(?![\w-])", re.I)


@cache
def _countries() -> str:
    return group([name for row in load("countries")["countries"].values() for name in (row["name"], *row.get("also", ()))])


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"\b(?:from|of)\s+{_countries()}(?:,?\s+(?:and\s+)?{_countries()}){{2,}}", re.I)
