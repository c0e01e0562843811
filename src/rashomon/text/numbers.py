"""A text in, its numbers out: in figures or in words, whole, broken or ordinal.

Figures are read as English news writes them (4,000; 1,00,000; 2.3m) and as its translations do (4.000.000; 10 000; 1,5).
"""

import math
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_BASIC = {word: value for value, word in enumerate(_ONES.split())} | _TENS | {"nought": 0, "naught": 0}
_SCALES = {
    "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "million": 1e6, "mln": 1e6, "mil": 1e6, "crore": 1e7, "crores": 1e7,
    "billion": 1e9, "bln": 1e9, "trillion": 1e12, "tln": 1e12, "dozen": 12.0, "hundred": 100.0,
}  # fmt: skip
_LETTERS = {
    "k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "MM": 1e6, "mil": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "B": 1e9, "tn": 1e12, "T": 1e12,
}  # fmt: skip
_ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth".split(),
        1,
    )
} | {word[:-1] + "ieth": float(value) for word, value in _TENS.items()}
_ORDINAL_SCALES = {"hundredth": 1e2, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12}
_PARTS = {"half": 2.0, "halves": 2.0, "quarter": 4.0, "quarters": 4.0} | {
    form: value
    for word, value in (_ORDINALS | _ORDINAL_SCALES).items()
    if word not in ("first", "second")
    for form in (word, word + "s")
}


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


_ARTICLE_BEFORE = _any([*_SCALES, *_PARTS])
_ATOM = re.compile(
    r"(?P<power>\d+(?:\.\d+)?(?:[eE][-+−]?\d{1,3}\b|\s?[x×]\s?10(?:\^[-−]?|[-−])\d{1,3}\b))"
    r"|(?P<nth>\d+(?:,\d{3})*(?:st|nd|rd|th)\b)"
    r"|(?P<digits>\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,6}(?![\d.,]?\d)|\d+(?:[.,'’]\d+)*|(?<![\w.])\.\d+)"
    r"|(?P<vulgar>[¼½¾⅐-⅞])"
    rf"|\b(?:(?P<basic>{_any(list(_BASIC))})|(?P<scale>{_any(list(_SCALES))})|(?P<nthscale>{_any(list(_ORDINAL_SCALES))})"
    rf"|(?P<part>{_any(list(_PARTS))})|(?P<ordinal>{_any(list(_ORDINALS))})|(?P<article>an?(?=[\s-]+(?:{_ARTICLE_BEFORE})\b))"
    r"|(?P<point>point)|(?P<minus>minus|negative))\b",
    re.IGNORECASE,
)
_JOIN = re.compile(r"(?:[ \u00a0]{1,2}|[-‐‑]|[ \u00a0]-[ \u00a0])\Z")
_AND = re.compile(r"(?:[ \u00a0]{1,2}|-)(?:and|&)(?:[ \u00a0]{1,2}|-)\Z", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    kind: str
    value: float | None
    plural: bool = False


def read(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers that stand between two code points, in text order, none overlapping another."""
    end = len(text) if end is None else end
    atoms = [_atom(found) for found in _ATOM.finditer(text, start, end)]
    at = 0
    while at < len(atoms):
        number, after = _number(text, atoms, at, end)
        if number is not None:
            yield number
        at = max(after, at + 1)
        while number is not None and at < len(atoms) and atoms[at].start < number.end:
            at += 1


def value_of(figures: str) -> float | None:
    """The value of figures with their separators ("1,00,000", "4.000.000", "1,5"), None where they make no one number."""
    scripts = {ord(c) - unicodedata.digit(c, 0) for c in figures if c.isdigit()}
    if len(scripts) > 1:
        return None
    marks = [c for c in figures if not c.isdigit()]
    groups = re.split(r"\D", figures)
    plain = _plain(groups, marks)
    value = float(plain) if plain is not None else math.inf
    return value if math.isfinite(value) else None


def _plain(groups: list[str], marks: list[str]) -> str | None:
    """Digits with at most one point, which `float` reads."""
    if not marks:
        return groups[0]
    last, kinds = marks[-1], set(marks)
    if len(kinds) == 1 and last == "." and len(marks) == 1:
        thousands = groups[1] == "000" and 0 < len(groups[0]) <= 3 and groups[0][0] != "0"
        return "".join(groups) if thousands else (groups[0] or "0") + "." + groups[1]
    if len(kinds) == 1:
        if _grouped(groups):
            return "".join(groups)
        return f"{groups[0]}.{groups[1]}" if len(marks) == 1 and last == "," and len(groups[1]) < 3 else None
    whole = groups[:-1]
    if len(kinds) == 2 and last in ".," and marks.count(last) == 1 and _grouped(whole):
        return "".join(whole) + "." + groups[-1]
    return None


def _grouped(groups: Sequence[str]) -> bool:
    """Whether groups are those of thousands (1,234,567) or of lakhs (12,34,567)."""
    inner, first = groups[1:-1], groups[0]
    if not groups[1:] or len(groups[-1]) != 3 or not 0 < len(first) <= 3 or (first[0] == "0"):
        return False
    return all(len(g) == 3 for g in inner) or (all(len(g) == 2 for g in inner) and len(first) <= 2)


def _atom(found: "re.Match[str]") -> _Atom:
    kind, word = str(found.lastgroup), found.group().lower()
    value: float | None = None
    match kind:
        case "digits":
            value = value_of(word)
        case "nth":
            value = value_of(word[:-2])
        case "power":
            mantissa, power = re.split(r"e|\s?[x×]\s?10\^?", word.replace("−", "-"), maxsplit=1)
            value = float(f"{mantissa}e{power}")
            value = value if math.isfinite(value) else None
        case "vulgar":
            value = unicodedata.numeric(word)
        case "basic":
            value = float(_BASIC[word])
        case "scale":
            value = _SCALES[word]
        case "ordinal":
            value = _ORDINALS[word]
        case "nthscale":
            value = _ORDINAL_SCALES[word]
        case "part":
            value = _PARTS[word]
    return _Atom(found.start(), found.end(), kind, value, plural=word.endswith("s"))


def _number(text: str, atoms: Sequence[_Atom], at: int, end: int) -> tuple[Number | None, int]:
    """The number that begins at an atom, if one does, and the atom after it."""
    first = atoms[at]
    if first.kind == "minus":
        number, after = _number(text, atoms, at + 1, end) if _joined(text, atoms, at) else (None, at + 1)
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


def _slashed(text: str, atoms: Sequence[_Atom], at: int) -> tuple[Number | None, int] | None:
    """ "1/40" and "2 1/2"; a date such as 3/4/2017 is none."""
    def slash(i: int) -> bool:
        return i + 1 < len(atoms) and atoms[i + 1].kind == "digits" and text[atoms[i].end : atoms[i + 1].start] == "/"

    whole, top = 0.0, at
    if not slash(at):
        if not (_joined(text, atoms, at, dash=False) and atoms[at + 1].kind == "digits" and slash(at + 1)):
            return None
        whole, top = atoms[at].value or 0.0, at + 1
    over, under = atoms[top].value, atoms[top + 1].value
    if slash(top + 1) or not over or not under or over > 99 or (whole and over >= under):
        return (None, at + 1) if top > at else (None, top + 2)
    return Number(start=atoms[at].start, end=atoms[top + 1].end, value=whole + over / under, form="fraction"), top + 2


def _part_alone(text: str, atoms: Sequence[_Atom], at: int) -> tuple[Number | None, int]:
    """ "half", "half a million", "quarter million"; other parts of one are ordinals when they stand alone."""
    part = atoms[at]
    name = text[part.start : part.end].lower()
    if name in _ORDINALS or name in _ORDINAL_SCALES:
        return Number(start=part.start, end=part.end, value=part.value, form="ordinal"), at + 1
    if part.plural:
        return None, at + 1
    after = at + 1
    if _joined(text, atoms, at) and atoms[after].kind == "article" and _joined(text, atoms, after):
        after += 1
    if _joined(text, atoms, after - 1) and atoms[after].kind == "scale":
        value, after = _scaled(text, atoms, after - 1, 1 / (part.value or 1))
        return Number(start=part.start, end=atoms[after - 1].end, value=value, form="words"), after
    if name == "half":
        return Number(start=part.start, end=part.end, value=0.5, form="fraction"), at + 1
    return None, at + 1


def _counting(text: str, atoms: Sequence[_Atom], at: int, end: int) -> tuple[Number | None, int]:
    """Whole numbers with what follows them: a fraction, a decimal, "and a half", an ordinal's end, a letter for millions."""
    begin = at
    value, after, unit = _whole(text, atoms, at)
    if after == at:
        return None, at + 1
    last = atoms[after - 1]
    form = "figures" if all(a.kind in ("digits", "power") for a in atoms[begin:after]) else "words"
    bare = form == "figures" and after == at + 1 and text[last.start : last.end].isdigit()
    if value is not None and _joined(text, atoms, after - 1):
        following = atoms[after]
        if following.kind == "point" and form == "words":
            value, after = _decimals(text, atoms, after, value)
        elif following.kind == "part" and form == "words" and (following.plural == (value != 1) or value == 1):
            return Number(start=atoms[at].start, end=following.end, value=value / (following.value or 1), form="fraction"), after + 1
        elif following.kind in ("ordinal", "part", "nthscale") and form == "words" and not following.plural:
            ordinal = _ordinal_end(text, value, last, following)
            if ordinal is not None:
                return Number(start=atoms[at].start, end=following.end, value=ordinal, form="ordinal"), after + 1
    if value is not None and after < len(atoms) and atoms[after].kind == "vulgar" and text[last.end : atoms[after].start].strip() == "":
        value, after, bare = value + (atoms[after].value or 0), after + 1, False
        value, after = _scaled(text, atoms, after - 1, value)
    value, after = _and_a_part(text, atoms, after, value, unit)
    finish = atoms[after - 1].end
    letter = _letter(text, finish, end) if atoms[after - 1].kind in ("digits", "vulgar") else None
    if letter is not None and value is not None:
        value, finish, bare = value * _LETTERS[letter.group(1)], letter.end(1), False
    if value is not None and not math.isfinite(value):
        value = None
    return Number(start=_signed(text, atoms[at]), end=finish, value=_sign(text, atoms[at], value), form=form, bare=bare), after


def _letter(text: str, at: int, end: int) -> "re.Match[str] | None":
    """A letter for thousands or millions glued to figures; "m" only where it cannot be metres: after money or before a plural."""
    found = re.compile(r"(bn|mn|tn|mil|MM|k|K|m|M|b|B|T)\b").match(text, at, end)
    if found is None:
        return None
    if found.group(1) in "mb" and not re.search(r"[$£€¥₹]\s?[\d.,]+\Z", text[max(0, at - 16) : at]):
        plural = re.compile(r" (?:\w+ )?(?:\w+[^s\W]s|people|men|women|children)\b").match(text, at + 1, end)
        if plural is None or re.search(r"\b(?:an?|the) [\d.,]+\Z", text[max(0, at - 16) : at]):
            return None
    return found


def _signed(text: str, first: _Atom) -> int:
    """Where a number begins, its sign included."""
    at = first.start
    sign = at > 0 and text[at - 1] in "-−" and (at == 1 or text[at - 2] in " (\u00a0\n\t")
    return at - 1 if sign and first.kind in ("digits", "power") and text[at - 2 : at - 1] != "" or (sign and at == 1) else at


def _sign(text: str, first: _Atom, value: float | None) -> float | None:
    return -value if value is not None and _signed(text, first) < first.start else value


def _whole(text: str, atoms: Sequence[_Atom], at: int) -> tuple[float | None, int, float]:
    """Value, the atom after it, and the last scale ("thousand" in "two thousand"): groups of falling scale, added up."""
    total, below, after, unit = 0.0, math.inf, at, 1.0
    while after < len(atoms) and (after == at or _joined(text, atoms, after - 1) or _anded(text, atoms, after - 1)):
        value, then = _small(text, atoms, after, first=after == at)
        if then == after or (after > at and _joined(text, atoms, then - 1) and atoms[then].kind == "part"):
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


def _small(text: str, atoms: Sequence[_Atom], at: int, *, first: bool) -> tuple[float | None, int]:
    """A number below a thousand in words, figures, or "a" before a scale."""
    value, after = _below_hundred(text, atoms, at, first=first)
    if after == at or value is None or not _joined(text, atoms, after - 1):
        return value, after
    if atoms[after].kind == "scale" and atoms[after].value == 100:
        value, after = value * 100, after + 1
        if after < len(atoms) and (_joined(text, atoms, after - 1) or _anded(text, atoms, after - 1)):
            more, then = _below_hundred(text, atoms, after)
            hundreds = then < len(atoms) and _joined(text, atoms, then - 1) and atoms[then].value == 100
            if then > after and more is not None and 0 < more < 100 and atoms[after].kind != "article" and not hundreds:
                return value + more, then
    return value, after


def _below_hundred(text: str, atoms: Sequence[_Atom], at: int, *, first: bool = False) -> tuple[float | None, int]:
    atom = atoms[at]
    if atom.kind in ("digits", "power"):
        return atom.value, at + 1
    if atom.kind == "article":
        ahead = _joined(text, atoms, at) and atoms[at + 1].kind in (("scale", "part") if first else ("scale",))
        return (1.0, at + 1) if ahead else (None, at)
    if atom.kind != "basic" or atom.value is None:
        return None, at
    if atom.value >= 20 and _joined(text, atoms, at):
        unit = atoms[at + 1]
        if unit.kind == "basic" and unit.value is not None and 0 < unit.value < 10:
            return atom.value + unit.value, at + 2
    return atom.value, at + 1


def _scaled(text: str, atoms: Sequence[_Atom], at: int, value: float) -> tuple[float, int]:
    """A value times the scale words that follow the atom `at`, and the atom after them."""
    after = at + 1
    while after < len(atoms) and _joined(text, atoms, after - 1) and atoms[after].kind == "scale":
        value, after = value * (atoms[after].value or 1), after + 1
    return value, after


def _and_a_part(text: str, atoms: Sequence[_Atom], after: int, value: float | None, unit: float) -> tuple[float | None, int]:
    """ "two and a half million", "three and one fourth"."""
    if value is None or after >= len(atoms) or not _anded(text, atoms, after - 1):
        return value, after
    top, part = 1.0, after
    if atoms[after].kind in ("article", "basic"):
        top, part = (atoms[after].value or 1.0), after + 1
    if part >= len(atoms) or atoms[part].kind != "part" or (part > after and not _joined(text, atoms, part - 1)):
        return value, after
    if part == after and text[atoms[part].start : atoms[part].end].lower() != "half":
        return value, after
    share = top / (atoms[part].value or 1)
    then = part + 1
    if unit == 1.0 and then < len(atoms) and _joined(text, atoms, part) and atoms[then].kind == "scale":
        return _scaled(text, atoms, part, value + share)
    return value + share * unit, then


def _decimals(text: str, atoms: Sequence[_Atom], point: int, value: float) -> tuple[float, int]:
    """ "five point two five"; the value unchanged where no digit follows."""
    digits, after = "", point + 1
    while after < len(atoms) and _joined(text, atoms, after - 1) and atoms[after].kind == "basic" and (atoms[after].value or 0) < 10:
        digits, after = f"{digits}{atoms[after].value or 0:.0f}", after + 1
    if not digits:
        return value, point
    return _scaled(text, atoms, after - 1, value + float("0." + digits))


def _ordinal_end(text: str, value: float, last: _Atom, following: _Atom) -> float | None:
    """ "twenty" and "first" make 21, "two" and "hundredth" 200, "two hundred" and "second" 202."""
    word = text[following.start : following.end].lower()
    if word in _ORDINAL_SCALES:
        return value * _ORDINAL_SCALES[word]
    if word in _ORDINALS and last.value is not None and last.value >= 20 and _ORDINALS[word] < (10 if last.kind == "basic" else last.value):
        return value + _ORDINALS[word]
    return None


def _joined(text: str, atoms: Sequence[_Atom], at: int, *, dash: bool = True) -> bool:
    """Whether the next atom follows this one with nothing but a space or a hyphen between."""
    if at + 1 >= len(atoms):
        return False
    gap = atoms[at + 1].start - atoms[at].end
    if gap == 0:
        return atoms[at + 1].kind == "scale"
    between = text[atoms[at].end : atoms[at + 1].start] if gap <= 3 else ""
    return bool(_JOIN.match(between)) and (dash or "-" not in between)


def _anded(text: str, atoms: Sequence[_Atom], at: int) -> bool:
    """Whether "and" stands between this atom and the next."""
    if at + 1 >= len(atoms):
        return False
    start, stop = atoms[at].end, atoms[at + 1].start
    return 0 < stop - start <= 8 and bool(_AND.match(text[start:stop]))


def nearest(numbers: Sequence[Number], position: int) -> int:
    """Index of the first number that begins at or after a code point."""
    return bisect_left([n.start for n in numbers], position)


def scale(word: str) -> float | None:
    """What a word or letter multiplies by: "million", "bn"; None where it does not."""
    return _SCALES.get(word.lower()) or _LETTERS.get(word)
