"""The table of units in, what texts write for them out: words, symbols with their prefixes, signs of money."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.data import load

_SMALL_CODES = frozenset({"usd", "eur", "gbp", "rmb", "aud", "cad"})
_SCALED_CODES = {"k": 1e3, "K": 1e3, "M": 1e6, "MM": 1e6, "bn": 1e9, "B": 1e9}  # "30 MUSD", "12 kEUR"
_MICRO = "\u00b5\u03bc"  # the micro sign and the Greek letter look alike


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is written for a unit stands for: its name, its kind, and what the number before it is multiplied by."""

    name: str
    kind: str
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Tables:
    """What is written for units, by how it is written: `words` in any case, `symbols` after a space or none, `tight` only
    touching the number, `before` ahead of it.
    """

    words: dict[str, Meaning]
    symbols: dict[str, Meaning]
    tight: dict[str, Meaning]
    before: dict[str, Meaning]
    by: dict[str, str]

    @property
    def after(self) -> dict[str, Meaning]:
        return {**self.words, **self.symbols, **self.tight}


@cache
def tables() -> Tables:
    """The tables of `data/units.toml`, prefixes and codes of money worked out."""
    data = load("units")
    made = Tables({}, {}, {}, {}, {word: name for name, words in data["by"].items() for word in words})
    for row in data["tables"]["unit"]:
        _add(made, row, Meaning(row["name"], row["kind"], row.get("factor", 1.0)))
        _prefix(made, row, data["prefixes"])
    for row in data["tables"]["money"]:
        _add(made, row, Meaning(row["name"], "money"))
        if "code" in row:
            _code(made, row["code"], row["name"], shy=row["code"] in data["shy"]["codes"])
    return made


def _add(made: Tables, row: dict[str, Any], meaning: Meaning) -> None:
    for word in row.get("words", []):
        made.words.setdefault(word.lower(), meaning)
        made.words.setdefault(word.lower() + "s", meaning)
    made.symbols.update((s, meaning) for s in row.get("symbols", []))
    made.tight.update((s, meaning) for s in row.get("tight", []))
    made.before.update((s, meaning) for s in row.get("before", []))


def _prefix(made: Tables, row: dict[str, Any], prefixes: dict[str, str]) -> None:
    """ "kilowatt" and "kW" of "watt" and "W", for the prefixes that its symbols take; its words take all."""
    if "prefixes" not in row:
        return
    for symbol, prefix in prefixes.items():
        meaning = Meaning(f"{prefix}{row['name']}", row["kind"])
        for word in row.get("words", []):
            for form in (f"{prefix}{word}", f"{prefix}{word}s"):
                made.words.setdefault(form.lower(), meaning)
        if symbol in row["prefixes"]:
            signs = _MICRO if symbol in _MICRO else (symbol,)
            for written in (*row.get("prefixed", []), *(row.get("symbols", [])[:1])):
                made.symbols.update((f"{sign}{written}", meaning) for sign in signs)


def _code(made: Tables, code: str, name: str, *, shy: bool) -> None:
    meaning = Meaning(name, "money")
    for written in (code, *([code.lower()] if code.lower() in _SMALL_CODES else [])):
        made.symbols[written] = meaning
        if not shy:
            made.before[written] = meaning
    for letter, factor in _SCALED_CODES.items():
        made.symbols[letter + code] = made.before[letter + code] = Meaning(name, "money", factor)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
