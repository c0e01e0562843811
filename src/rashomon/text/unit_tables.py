"""The table of units in, what texts write for them out: words, symbols with their prefixes, signs of money."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.data import by_word, load

_SMALL_CODES = frozenset({"usd", "eur", "gbp", "rmb", "aud", "cad"})
_SCALED_CODES = {"k": 1e3, "K": 1e3, "M": 1e6, "MM": 1e6, "bn": 1e9, "B": 1e9}  # "30 MUSD", "12 kEUR"
_LETTERS = re.compile(r"[^\W\d_]{1,40}")
_WORD = re.compile(r"\w")
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
    made = Tables({}, {}, {}, {}, dict(by_word("units", "by")))
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


Index = dict[str, tuple[str, ...]]
"""Words by the letters they begin with, or by their first sign, the longest first."""


def index(words: Iterable[str]) -> Index:
    """An index of words, for `longest`."""
    by: dict[str, list[str]] = {}
    for word in words:
        by.setdefault(_head(word, 0), []).append(word)
    return {head: tuple(sorted(found, key=lambda w: (-len(w), w))) for head, found in by.items()}


def longest(text: str, at: int, end: int, known: Index, *, fold: bool) -> str | None:
    """The longest known word that stands at `at` and ends where no word goes on; with `fold`, in small or capital letters."""
    if at >= end:
        return None
    head = _head(text, at)
    for word in known.get(head.lower() if fold else head, ()):
        stop = at + len(word)
        said = text[at:stop]
        if stop <= end and (said.lower() if fold else said) == word and not (stop < len(text) and _WORD.match(text, stop)):
            return word
    return None


def _head(text: str, at: int) -> str:
    letters = _LETTERS.match(text, at)
    return letters.group() if letters else text[at]
