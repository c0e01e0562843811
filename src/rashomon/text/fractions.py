"""Atoms behind a whole number in, what they make of it out: "and a half", "point two five", "thirds", "twenty-fifths"."""

import re
from collections.abc import Sequence

from rashomon.text.cardinals import below_hundred, scaled
from rashomon.text.numerals import ORDINAL_SCALES, ORDINALS, Atom, anded, joined

_WORD_AFTER = re.compile(r"[ \u00a0][^\W\d_]")
_AFTER_SHARE = re.compile(
    r"(?:of|more|less|fewer|smaller|larger|bigger|lower|higher|as|the|that|its|their|his|her|in|on|at|by|to|from|or|and|but|than"
    r"|is|are|was|were|have|has|had|who|which|million|billion|trillion|each|every)\b"
)


def compound_part(text: str, atoms: Sequence[Atom], at: int, value: float) -> float | None:
    """The 25 of "one twenty-fifth" and "three twenty-fifths"; None where the words are an ordinal ("one twenty-first …")."""
    tens = atoms[at]
    if tens.kind != "basic" or (tens.value or 0) < 20 or not joined(text, atoms, at):
        return None
    ones = atoms[at + 1]
    tight = text[tens.end : ones.start] == "-"
    if ones.kind != "part" or not 2 < (ones.value or 0) < 10 or not (tight or ones.plural) or ones.plural != (value != 1):
        return None
    return (tens.value or 0) + (ones.value or 0)


def part_of_none(text: str, atoms: Sequence[Atom], at: int, after: int, value: float) -> bool:
    """Whether a word for a part is none here: "a sixth test", "the last two quarters"."""
    part = atoms[after]
    word = text[part.start : part.end].lower()
    if part.kind == "part" and word == "quarters":
        return value != 3 and not text.startswith(" of ", part.end)
    if atoms[at].kind != "article" or word not in ORDINALS:
        return False
    return _WORD_AFTER.match(text, part.end) is not None and _AFTER_SHARE.match(text, part.end + 1) is None


def of_a_million(text: str, atoms: Sequence[Atom], share: float, after: int) -> tuple[float, int]:
    """ "two thirds of a million"; the share unchanged where no such words follow."""
    if after + 1 >= len(atoms) or text[atoms[after - 1].end : atoms[after].start] != " of ":
        return share, after
    if atoms[after].kind == "article" and joined(text, atoms, after) and atoms[after + 1].kind == "scale":
        return scaled(text, atoms, after, share)
    return share, after


def and_a_part(text: str, atoms: Sequence[Atom], after: int, value: float | None, unit: float) -> tuple[float | None, int]:
    """ "two and a half million", "three and one fourth"."""
    if value is None or after >= len(atoms) or not anded(text, atoms, after - 1):
        return value, after
    top, part = 1.0, after
    if atoms[after].kind == "article":
        part = after + 1
    elif atoms[after].kind == "basic":
        below, part = below_hundred(text, atoms, after)
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
            return scaled(text, atoms, part, value + share)
        more, then = scaled(text, atoms, part, share)
        return (value + more, then) if more < unit else (value + share * unit, part + 1)
    return value + share * unit, then


def decimals(text: str, atoms: Sequence[Atom], point: int, value: float) -> tuple[float, int]:
    """ "five point two five"; the value unchanged where no digit follows."""
    digits, after = "", point + 1
    while after < len(atoms) and len(digits) < 15 and joined(text, atoms, after - 1) and atoms[after].kind == "basic":
        more, after = below_hundred(text, atoms, after)
        digits = f"{digits}{more or 0:.0f}"
    if not digits:
        return value, point
    return scaled(text, atoms, after - 1, value + float("0." + digits))


def ordinal_end(text: str, value: float, last: Atom, following: Atom) -> float | None:
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
