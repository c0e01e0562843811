"""The name of a set of conventions in, what vague words are worth by it out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from rashomon.data import load

DEFAULT = "rashomon"
_FIELDS = frozenset({"extends", "title", "source", "about", "almost", "words", "many", "least"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """What vague words are worth. `about` and `almost`: how far they reach, as a part of the number; `words`: what stands for
    a number itself, with its ends (high 0: open); `many`: how many of a scale a quantifier means; `least`: at least how many.
    """

    name: str
    title: str
    source: str
    about: float
    almost: float
    words: tuple[tuple[str, float, float], ...]
    many: tuple[tuple[str, float, float], ...]
    least: tuple[tuple[str, float], ...]

    @property
    def mark(self) -> str:
        """The set in a recipe: its name, and a fingerprint of what it says, so that one that was changed is another."""
        said = repr((self.about, self.almost, self.words, self.many, self.least))
        return f"conventions {self.name} {sha256(said.encode()).hexdigest()[:8]}"


def names() -> tuple[str, ...]:
    """The sets that Rashomon brings, sorted."""
    return tuple(sorted(load("conventions")))


@cache
def named(name: str = DEFAULT) -> Conventions:
    """The set of this name of `data/conventions.toml`; KeyError where there is none."""
    return made(name, load("conventions")[name])


def made(name: str, table: Mapping[str, Any]) -> Conventions:
    """A set out of its table, which may extend one of Rashomon's; ValueError says in a sentence what is wrong with it."""
    if unknown := sorted(set(table) - _FIELDS):
        raise ValueError(f"it has {unknown[0]!r}; a set of conventions has {', '.join(sorted(_FIELDS))}.")
    under = table.get("extends")
    if under is not None and (under not in load("conventions") or under == name):
        raise ValueError(f"it extends {under!r}; there are: {', '.join(names())}.")
    below = named(under) if under is not None else None
    if below is None and name != DEFAULT:
        raise ValueError(f"it extends nothing; begin it with `extends = {DEFAULT!r}`.")
    return Conventions(
        name=name,
        title=_text(table, "title", below.title if below else name),
        source=_text(table, "source", "not said"),
        about=_part(table, "about", below.about if below else 0.0),
        almost=_part(table, "almost", below.almost if below else 0.0),
        words=_ends(table, "words", below.words if below else ()),
        many=_ends(table, "many", below.many if below else ()),
        least=tuple((word, low) for word, low, _ in _ends(table, "least", _open(below))),
    )


def _open(below: Conventions | None) -> tuple[tuple[str, float, float], ...]:
    return tuple((word, low, 0.0) for word, low in below.least) if below else ()


def _text(table: Mapping[str, Any], key: str, otherwise: str) -> str:
    value = table.get(key, otherwise)
    if not isinstance(value, str):
        raise ValueError(f"its {key} is no text.")
    return " ".join(value.split())


def _part(table: Mapping[str, Any], key: str, otherwise: float) -> float:
    value = table.get(key, otherwise)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1:
        raise ValueError(f"its {key} has to be a number from 0 to below 1, a part of the figure.")
    return float(value)


def _ends(
    table: Mapping[str, Any], key: str, below: tuple[tuple[str, float, float], ...]
) -> tuple[tuple[str, float, float], ...]:
    """Words with their ends, those of the set below that it does not change among them."""
    given = table.get(key, {})
    if not isinstance(given, Mapping):
        raise ValueError(f"its {key} are no table of words.")
    found = {word: (low, high) for word, low, high in below}
    for word, ends in given.items():
        pair = [ends, 0] if key == "least" else ends
        numbers = isinstance(pair, list) and len(pair) == 2 and all(type(x) in (int, float) for x in pair)
        if not numbers or not 0 <= pair[0] < 1e15 or not (pair[1] == 0 or pair[0] <= pair[1] < 1e15) or not word.strip():
            raise ValueError(f"{word!r} in its {key} has to be [low, high], 0 for an open end.")
        found[" ".join(word.lower().split())] = (float(pair[0]), float(pair[1]))
    return tuple((word, low, high) for word, (low, high) in found.items())
