"""A text in, its numbers out: in figures or in words, whole, broken or ordinal.

Figures are read as English news writes them (4,000; 1,00,000; 2.3m) and as its translations do (4.000.000; 10 000; 1,5).
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.text import units
from rashomon.text.numerals import LETTERS, ORDINAL_SCALES, ORDINALS, Atom, anded, atoms_of, joined, letter

_MOST = 1e27  # beyond this, words say no number ("hundred hundred hundred …")
_FIGURES = frozenset({"digits", "power", "raised"})
_SIGNED_AFTER = " (\u00a0\n\t<>=$€£"  # what may stand before a minus sign
_PRONOUN = re.compile(r"\b(?:the|this|that|which|each|every|no|any|another)[ \u00a0]\Z", re.IGNORECASE)
_COUNTS_ON = re.compile(r"(?:[ \u00a0](?:to|or|and)[ \u00a0]|[-–])(?:two|three|four|a half)\b")
_WORD_AFTER = re.compile(r"[ \u00a0][^\W\d_]")
_AFTER_SHARE = re.compile(
    r"(?:of|more|less|fewer|smaller|larger|bigger|lower|higher|as|the|that|its|their|his|her|in|on|at|by|to|from|or|and|but|than"
    r"|is|are|was|were|have|has|had|who|which|million|billion|trillion|each|every)\b"
)
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
        value, after = _scaled(text, atoms, at, first.value or 0.0)
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
        value, after = _scaled(text, atoms, after - 1, 1 / (part.value or 1))
        return Number(start=part.start, end=atoms[after - 1].end, value=value, form="words"), after
    if name == "half":
        value, after = _of_a_million(text, atoms, 0.5, at + 1)
        if after > at + 1:
            return Number(start=part.start, end=atoms[after - 1].end, value=value, form="words"), after
        return Number(start=part.start, end=part.end, value=0.5, form="fraction"), at + 1
    return None, at + 1


def _counting(text: str, atoms: Sequence[Atom], at: int, end: int) -> tuple[Number | None, int]:
    """Whole numbers with what follows them: a part of one, a decimal, "and a half", an ordinal's end, a letter for millions."""
    value, after, unit = _whole(text, atoms, at)
    if after == at:
        return None, at + 1
    last = atoms[after - 1]
    form = "figures" if all(a.kind in _FIGURES for a in atoms[at:after]) else "words"
    bare = form == "figures" and after == at + 1 and text[last.start : last.end].isdigit()
    if value is not None and form == "words" and joined(text, atoms, after - 1):
        if atoms[after].kind == "point":
            value, after = _decimals(text, atoms, after, value)
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
        value, after = _scaled(text, atoms, after, value + (atoms[after].value or 0))
        bare = False
    if value is not None and after < len(atoms) and text[last.end : atoms[after].start] == " over ":
        under, then, _ = _whole(text, atoms, after)
        if then > after and under and _STOP.match(text, atoms[then - 1].end):
            share = _sign(text, atoms[at], value / under)
            return Number(start=_signed(text, atoms[at]), end=atoms[then - 1].end, value=share, form="fraction"), then
    value, after = _and_a_part(text, atoms, after, value, unit)
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
    if (below := _compound_part(text, atoms, after, value)) is not None:
        return Number(start=atoms[at].start, end=atoms[after + 1].end, value=value / below, form="fraction"), after + 2
    if following.kind == "nthscale" and atoms[at].kind == "article" and after == at + 1:
        share = 1 / (following.value or 1)
        return Number(start=atoms[at].start, end=following.end, value=share, form="fraction"), after + 1
    if _part_of_none(text, atoms, at, after, value):
        return None
    if following.kind == "part" and (following.plural == (value != 1) or value == 1):
        share, then = _of_a_million(text, atoms, *_scaled(text, atoms, after, value / (following.value or 1)))
        form = "fraction" if then == after + 1 else "words"
        return Number(start=atoms[at].start, end=atoms[then - 1].end, value=share, form=form), then
    if following.kind in ("ordinal", "part", "nthscale") and not following.plural and atoms[at].kind not in _FIGURES:
        ordinal = _ordinal_end(text, value, atoms[after - 1], following)
        if ordinal is not None:
            return Number(start=atoms[at].start, end=following.end, value=ordinal, form="ordinal"), after + 1
    return None


def _part_of_none(text: str, atoms: Sequence[Atom], at: int, after: int, value: float) -> bool:
    """Whether a word for a part is none here: "a sixth test", "the last two quarters"."""
    part = atoms[after]
    word = text[part.start : part.end].lower()
    if part.kind == "part" and word == "quarters":
        return value != 3 and not text.startswith(" of ", part.end)
    if atoms[at].kind != "article" or word not in ORDINALS:
        return False
    return _WORD_AFTER.match(text, part.end) is not None and _AFTER_SHARE.match(text, part.end + 1) is None


def _compound_part(text: str, atoms: Sequence[Atom], at: int, value: float) -> float | None:
    """The 25 of "one twenty-fifth" and "three twenty-fifths"; None where the words are an ordinal ("one twenty-first …")."""
    tens = atoms[at]
    if tens.kind != "basic" or (tens.value or 0) < 20 or not joined(text, atoms, at):
        return None
    ones = atoms[at + 1]
    tight = text[tens.end : ones.start] == "-"
    if ones.kind != "part" or not 2 < (ones.value or 0) < 10 or not (tight or ones.plural) or ones.plural != (value != 1):
        return None
    return (tens.value or 0) + (ones.value or 0)


def _of_a_million(text: str, atoms: Sequence[Atom], share: float, after: int) -> tuple[float, int]:
    """ "two thirds of a million"; the share unchanged where no such words follow."""
    if after + 1 >= len(atoms) or text[atoms[after - 1].end : atoms[after].start] != " of ":
        return share, after
    if atoms[after].kind == "article" and joined(text, atoms, after) and atoms[after + 1].kind == "scale":
        return _scaled(text, atoms, after, share)
    return share, after


def _signed(text: str, first: Atom) -> int:
    """Where a number begins, its sign included."""
    at = first.start
    sign = at > 0 and text[at - 1] in "-−" and (at == 1 or text[at - 2] in _SIGNED_AFTER)
    sign = sign and not (at > 2 and text[at - 3].isdigit())
    return at - 1 if (sign and first.kind in _FIGURES and text[at - 2 : at - 1] != "") or (sign and at == 1) else at


def _sign(text: str, first: Atom, value: float | None) -> float | None:
    return -value if value is not None and _signed(text, first) < first.start else value


def _whole(text: str, atoms: Sequence[Atom], at: int) -> tuple[float | None, int, float]:
    """Value, the atom after it, and the last scale ("thousand" in "two thousand"): groups of falling scale, added up."""
    total, below, after, unit = 0.0, math.inf, at, 1.0
    while after < len(atoms) and (after == at or joined(text, atoms, after - 1) or anded(text, atoms, after - 1)):
        value, then = _small(text, atoms, after, first=after == at)
        if then == after or (after > at and joined(text, atoms, then - 1) and atoms[then].kind == "part"):
            break
        if value is None:
            return (None, then, 1.0) if after == at else (total, after, unit)
        bare = value
        value, then = _scaled(text, atoms, then - 1, value)
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
    value, after = _below_hundred(text, atoms, at, first=first)
    if after == at or value is None or not joined(text, atoms, after - 1):
        return value, after
    if atoms[after].kind == "scale" and atoms[after].value == 100:
        value, after = value * 100, after + 1
        if after < len(atoms) and (joined(text, atoms, after - 1) or anded(text, atoms, after - 1)):
            more, then = _below_hundred(text, atoms, after)
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


def _below_hundred(text: str, atoms: Sequence[Atom], at: int, *, first: bool = False) -> tuple[float | None, int]:
    atom = atoms[at]
    if atom.kind in _FIGURES:
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


def _scaled(text: str, atoms: Sequence[Atom], at: int, value: float) -> tuple[float, int]:
    """A value times the scale words that follow the atom `at`, and the atom after them."""
    after = at + 1
    while after < len(atoms) and joined(text, atoms, after - 1) and atoms[after].kind == "scale":
        value, after = value * (atoms[after].value or 1), after + 1
    return value, after


def _and_a_part(text: str, atoms: Sequence[Atom], after: int, value: float | None, unit: float) -> tuple[float | None, int]:
    """ "two and a half million", "three and one fourth"."""
    if value is None or after >= len(atoms) or not anded(text, atoms, after - 1):
        return value, after
    top, part = 1.0, after
    if atoms[after].kind == "article":
        part = after + 1
    elif atoms[after].kind == "basic":
        below, part = _below_hundred(text, atoms, after)
        top = below or 1.0
    if part >= len(atoms) or atoms[part].kind != "part" or (part > after and not joined(text, atoms, part - 1)):
        return value, after
    if part == after and text[atoms[part].start : atoms[part].end].lower() != "half":
        return value, after
    if top > 1 and not atoms[part].plural:
        return value, after
    below = atoms[part].value or 1.0
    share, unit = top / below, 1.0 if below >= 100 else unit
    then = part + 1
    if then < len(atoms) and joined(text, atoms, part) and atoms[then].kind == "scale":
        if unit == 1.0:
            return _scaled(text, atoms, part, value + share)
        more, then = _scaled(text, atoms, part, share)
        return (value + more, then) if more < unit else (value + share * unit, part + 1)
    return value + share * unit, then


def _decimals(text: str, atoms: Sequence[Atom], point: int, value: float) -> tuple[float, int]:
    """ "five point two five"; the value unchanged where no digit follows."""
    digits, after = "", point + 1
    while after < len(atoms) and len(digits) < 15 and joined(text, atoms, after - 1) and atoms[after].kind == "basic":
        more, after = _below_hundred(text, atoms, after)
        digits = f"{digits}{more or 0:.0f}"
    if not digits:
        return value, point
    return _scaled(text, atoms, after - 1, value + float("0." + digits))


def _ordinal_end(text: str, value: float, last: Atom, following: Atom) -> float | None:
    """ "twenty" and "first" make 21, "two" and "hundredth" 200, "two hundred" and "second" 202."""
    word = text[following.start : following.end].lower()
    if word in ORDINAL_SCALES:
        return value * ORDINAL_SCALES[word]
    if (
        word in ORDINALS
        and last.value is not None
        and last.value >= 20
        and ORDINALS[word] < (10 if last.kind == "basic" else last.value)
    ):
        return value + ORDINALS[word]
    return None
