"""Atoms of numbers in, the whole number that begins at one of them out: groups of falling scale, added up."""

import math
import re
from collections.abc import Sequence

from rashomon.text import units
from rashomon.text.numerals import Atom, anded, joined

FIGURES = frozenset({"digits", "power", "raised"})
"""Kinds of atoms that are written in figures."""

_PRONOUN = re.compile(r"\b(?:the|this|that|which|each|every|no|any|another)[ \u00a0]\Z", re.IGNORECASE)
_COUNTS_ON = re.compile(r"(?:[ \u00a0](?:to|or|and)[ \u00a0]|[-–])(?:two|three|four|a half)\b")


def whole(text: str, atoms: Sequence[Atom], at: int) -> tuple[float | None, int, float]:
    """Value, the atom after it, and the last scale ("thousand" in "two thousand"): groups of falling scale, added up."""
    total, below, after, unit = 0.0, math.inf, at, 1.0
    while after < len(atoms) and (after == at or joined(text, atoms, after - 1) or anded(text, atoms, after - 1)):
        value, then = _small(text, atoms, after, first=after == at)
        if then == after or (after > at and joined(text, atoms, then - 1) and atoms[then].kind == "part"):
            break
        if value is None:
            return (None, then, 1.0) if after == at else (total, after, unit)
        bare = value
        value, then = scaled(text, atoms, then - 1, value)
        if value >= below:
            break
        total, after, unit = total + value, then, (value / bare if bare else 1.0)
        below = unit
        if unit == 1.0 and bare % 100:
            break
        below = unit if unit > 1 else 100.0 if bare >= 100 and atoms[after - 1].kind == "scale" else 0.0
    return total, after, unit


def _small(text: str, atoms: Sequence[Atom], at: int, *, first: bool) -> tuple[float | None, int]:
    """A number below a thousand in words, figures, or "a" before a scale."""
    value, after = below_hundred(text, atoms, at, first=first)
    if after == at or value is None or not joined(text, atoms, after - 1):
        return value, after
    if atoms[after].kind == "scale" and atoms[after].value == 100:
        value, after = value * 100, after + 1
        if after < len(atoms) and (joined(text, atoms, after - 1) or anded(text, atoms, after - 1)):
            more, then = below_hundred(text, atoms, after)
            hundreds = then < len(atoms) and joined(text, atoms, then - 1) and atoms[then].value == 100
            parts = then < len(atoms) and joined(text, atoms, then - 1) and atoms[then].kind in ("part", "nthscale")
            anded_parts = parts and anded(text, atoms, after - 1) and more is not None and more < (atoms[then].value or 0)
            if (
                then > after
                and more is not None
                and 0 < more < 100
                and atoms[after].kind != "article"
                and not hundreds
                and not anded_parts
            ):
                return value + more, then
    return value, after


def below_hundred(text: str, atoms: Sequence[Atom], at: int, *, first: bool = False) -> tuple[float | None, int]:
    """A number below a hundred in words, figures, or the article before a scale: its value, and the atom after it."""
    atom = atoms[at]
    if atom.kind in FIGURES:
        return atom.value, at + 1
    if atom.kind == "article":
        ahead = joined(text, atoms, at) and atoms[at + 1].kind in (("scale", "part", "nthscale") if first else ("scale",))
        return (1.0, at + 1) if ahead else (None, at)
    if atom.kind == "scale" and first and atom.value == 100 and joined(text, atoms, at) and atoms[at + 1].kind == "scale":
        return 100.0, at + 1
    if atom.kind != "basic" or atom.value is None or (atom.value == 1 and _pronoun(text, atoms, at)):
        return None, at
    if atom.value >= 20 and joined(text, atoms, at):
        unit = atoms[at + 1]
        if unit.kind == "basic" and unit.value is not None and 0 < unit.value < 10:
            return atom.value + unit.value, at + 2
    return atom.value, at + 1


def _pronoun(text: str, atoms: Sequence[Atom], at: int) -> bool:
    """Whether "one" stands for a thing ("the one", "which one") and is no number; "the one million" and "that one mile" are."""
    said = _PRONOUN.search(text[max(0, atoms[at].start - 9) : atoms[at].start]) and not joined(text, atoms, at)
    return bool(said) and not _COUNTS_ON.match(text, atoms[at].end) and units.after(text, atoms[at].end, len(text)) is None


def scaled(text: str, atoms: Sequence[Atom], at: int, value: float) -> tuple[float, int]:
    """A value times the scale words that follow the atom `at`, and the atom after them."""
    after = at + 1
    while after < len(atoms) and joined(text, atoms, after - 1) and atoms[after].kind == "scale":
        value, after = value * (atoms[after].value or 1), after + 1
    return value, after
