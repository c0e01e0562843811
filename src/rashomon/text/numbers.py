"""A text in, its numbers out: in figures or in words, whole, broken or ordinal.

Figures are read as English news writes them (4,000; 1,00,000; 2.3m) and as its translations do (4.000.000; 10 000; 1,5).
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.text.cardinals import FIGURES, scaled, whole
from rashomon.text.fractions import and_a_part, compound_part, decimals, of_a_million, ordinal_end, part_of_none
from rashomon.text.numerals import LETTERS, ORDINAL_SCALES, ORDINALS, Atom, atoms_of, joined, letter

_MOST = 1e27  # beyond this, words say no number ("hundred hundred hundred …")
_SIGNED_AFTER = " (\u00a0\n\t<>=$€£"  # what may stand before a minus sign
_STOP = re.compile(r"\s*(?:[.,;:)?!]|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Code points `start` to `end`, and what they say; `value` is None where no float can hold it.

    `form`: figures, words, fraction, ordinal. `bare` tells figures without scale, sign or decimals ("2014", "47").
    """

    start: int
    end: int
    value: float | None
    form: str
    bare: bool = False


def read(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers that stand between two code points, in text order, none overlapping another."""
    end = len(text) if end is None else end
    atoms = atoms_of(text, start, end)
    at = 0
    while at < len(atoms):
        number, after = _number(text, atoms, at, end)
        if number is not None:
            yield number
        at = max(after, at + 1)
        while number is not None and at < len(atoms) and atoms[at].start < number.end:
            at += 1


def _number(text: str, atoms: Sequence[Atom], at: int, end: int) -> tuple[Number | None, int]:
    """The number that begins at an atom, if one does, and the atom after it."""
    first = atoms[at]
    if first.kind == "minus":
        number, after = _number(text, atoms, at + 1, end) if joined(text, atoms, at) else (None, at + 1)
        if number is None or number.form == "ordinal" or number.value is None:
            return None, at + 1
        return Number(start=first.start, end=number.end, value=-number.value, form=number.form), after
    if first.kind in ("ordinal", "nth", "nthscale"):
        return Number(start=first.start, end=first.end, value=first.value, form="ordinal"), at + 1
    if first.kind == "part":
        return _part_alone(text, atoms, at)
    if first.kind == "vulgar":
        value, after = scaled(text, atoms, at, first.value or 0.0)
        return Number(start=first.start, end=atoms[after - 1].end, value=value, form="fraction"), after
    if first.kind == "digits":
        broken = _slashed(text, atoms, at)
        if broken is not None:
            return broken
    return _counting(text, atoms, at, end)


def _slashed(text: str, atoms: Sequence[Atom], at: int) -> tuple[Number | None, int] | None:
    """ "1/40" and "2 1/2"; a date such as 3/4/2017 is none."""

    def slash(i: int) -> bool:
        return i + 1 < len(atoms) and atoms[i + 1].kind == "digits" and text[atoms[i].end : atoms[i + 1].start] == "/"

    whole, top = 0.0, at
    if not slash(at):
        if not (joined(text, atoms, at, dash=False) and atoms[at + 1].kind == "digits" and slash(at + 1)):
            return None
        whole, top = atoms[at].value or 0.0, at + 1
    over, under = atoms[top].value, atoms[top + 1].value
    if slash(top + 1) or not over or not under or over > 99 or (whole and over >= under):
        return (None, at + 1) if top > at else (None, top + 2)
    value = _sign(text, atoms[at], whole + over / under)
    return Number(start=_signed(text, atoms[at]), end=atoms[top + 1].end, value=value, form="fraction"), top + 2


def _part_alone(text: str, atoms: Sequence[Atom], at: int) -> tuple[Number | None, int]:
    """ "half", "half a million", "quarter million"; other parts of one are ordinals when they stand alone."""
    part = atoms[at]
    name = text[part.start : part.end].lower()
    if name in ORDINALS or name in ORDINAL_SCALES:
        return Number(start=part.start, end=part.end, value=part.value, form="ordinal"), at + 1
    if part.plural:
        return None, at + 1
    after = at + 1
    if joined(text, atoms, at) and atoms[after].kind == "article" and joined(text, atoms, after):
        after += 1
    if joined(text, atoms, after - 1) and atoms[after].kind == "scale":
        value, after = scaled(text, atoms, after - 1, 1 / (part.value or 1))
        return Number(start=part.start, end=atoms[after - 1].end, value=value, form="words"), after
    if name == "half":
        value, after = of_a_million(text, atoms, 0.5, at + 1)
        if after > at + 1:
            return Number(start=part.start, end=atoms[after - 1].end, value=value, form="words"), after
        return Number(start=part.start, end=part.end, value=0.5, form="fraction"), at + 1
    return None, at + 1


def _counting(text: str, atoms: Sequence[Atom], at: int, end: int) -> tuple[Number | None, int]:
    """Whole numbers with what follows them: a part of one, a decimal, "and a half", an ordinal's end, a letter for millions."""
    value, after, unit = whole(text, atoms, at)
    if after == at:
        return None, at + 1
    last = atoms[after - 1]
    form = "figures" if all(a.kind in FIGURES for a in atoms[at:after]) else "words"
    bare = form == "figures" and after == at + 1 and text[last.start : last.end].isdigit()
    if value is not None and form == "words" and joined(text, atoms, after - 1):
        if atoms[after].kind == "point":
            value, after = decimals(text, atoms, after, value)
        elif (ended := _ending(text, atoms, at, after, value)) is not None:
            return ended
    if atoms[at].kind == "article" and after == at + 1:
        return None, after
    if (
        value is not None
        and after < len(atoms)
        and atoms[after].kind == "vulgar"
        and not text[last.end : atoms[after].start].strip()
    ):
        value, after = scaled(text, atoms, after, value + (atoms[after].value or 0))
        bare = False
    if value is not None and after < len(atoms) and text[last.end : atoms[after].start] == " over ":
        under, then, _ = whole(text, atoms, after)
        if then > after and under and _STOP.match(text, atoms[then - 1].end):
            share = _sign(text, atoms[at], value / under)
            return Number(start=_signed(text, atoms[at]), end=atoms[then - 1].end, value=share, form="fraction"), then
    value, after = and_a_part(text, atoms, after, value, unit)
    finish = atoms[after - 1].end
    suffix = letter(text, finish, end) if atoms[after - 1].kind in ("digits", "vulgar") else None
    if suffix is not None and value is not None:
        value, finish, bare = value * LETTERS[suffix.group(1)], suffix.end(1), False
    if value is not None and (not math.isfinite(value) or (form == "words" and value > _MOST)):
        value = None
    return Number(start=_signed(text, atoms[at]), end=finish, value=_sign(text, atoms[at], value), form=form, bare=bare), after


def _ending(text: str, atoms: Sequence[Atom], at: int, after: int, value: float) -> tuple[Number, int] | None:
    """Words that end in a part or an ordinal: "two thirds", "three quarters billion", "twenty-first"."""
    following = atoms[after]
    if (below := compound_part(text, atoms, after, value)) is not None:
        return Number(start=atoms[at].start, end=atoms[after + 1].end, value=value / below, form="fraction"), after + 2
    if following.kind == "nthscale" and atoms[at].kind == "article" and after == at + 1:
        share = 1 / (following.value or 1)
        return Number(start=atoms[at].start, end=following.end, value=share, form="fraction"), after + 1
    if part_of_none(text, atoms, at, after, value):
        return None
    if following.kind == "part" and (following.plural == (value != 1) or value == 1):
        share, then = of_a_million(text, atoms, *scaled(text, atoms, after, value / (following.value or 1)))
        form = "fraction" if then == after + 1 else "words"
        return Number(start=atoms[at].start, end=atoms[then - 1].end, value=share, form=form), then
    if following.kind in ("ordinal", "part", "nthscale") and not following.plural and atoms[at].kind not in FIGURES:
        ordinal = ordinal_end(text, value, atoms[after - 1], following)
        if ordinal is not None:
            return Number(start=atoms[at].start, end=following.end, value=ordinal, form="ordinal"), after + 1
    return None


def _signed(text: str, first: Atom) -> int:
    """Where a number begins, its sign included."""
    at = first.start
    sign = at > 0 and text[at - 1] in "-−" and (at == 1 or text[at - 2] in _SIGNED_AFTER)
    sign = sign and not (at > 2 and text[at - 3].isdigit())
    return at - 1 if (sign and first.kind in FIGURES and text[at - 2 : at - 1] != "") or (sign and at == 1) else at


def _sign(text: str, first: Atom, value: float | None) -> float | None:
    return -value if value is not None and _signed(text, first) < first.start else value
