"""A text in, the pieces that numbers are made of out: figures, number words, scales, ordinals, parts of one."""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.text.patterns import either

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_BY_TEN = {word: 10.0 * value for value, word in enumerate(_TENS.split(), 2)}
BASIC = (
    {word: float(value) for value, word in enumerate(_ONES.split())} | _BY_TEN | {"nought": 0.0, "naught": 0.0, "fourty": 40.0}
)
SCALES = {
    "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "million": 1e6, "mln": 1e6, "mil": 1e6, "crore": 1e7, "crores": 1e7,
    "billion": 1e9, "bln": 1e9, "trillion": 1e12, "tln": 1e12, "dozen": 12.0, "dozens": 12.0, "hundred": 100.0,
}  # fmt: skip
LETTERS = {
    "k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "MM": 1e6, "mil": 1e6, "mn": 1e6,
    "b": 1e9, "bn": 1e9, "B": 1e9, "tn": 1e12, "T": 1e12, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
ORDINALS = (
    {word: float(value) for value, word in enumerate(_NTH.split(), 1)}
    | {word[:-1] + "ieth": value for word, value in _BY_TEN.items()}
    | {"nineth": 9.0}
)
ORDINAL_SCALES = {"hundredth": 1e2, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12}
PARTS = {"half": 2.0, "halves": 2.0, "quarter": 4.0, "quarters": 4.0} | {
    form: value
    for word, value in (ORDINALS | ORDINAL_SCALES).items()
    if word not in ("first", "second")
    for form in (word, word + "s")
}

_ARTICLE_BEFORE = either([*SCALES, *PARTS])
_ATOM = re.compile(
    r"(?P<raised>\d{1,15}(?:\.\d{1,9})?\^[-+]?\d{1,9}(?![\d.^]))"
    r"|(?P<power>\d+(?:\.\d+)?(?:[eE][-+−]?\d{1,9}\b|\s?[x×]\s?10(?:\^[-−]?|[-−])\d{1,9}\b|\s?[x×]\s?2\^\d{1,9}\b))"
    r"|(?P<nth>\d+(?:,\d{3})*(?:st|nd|rd|th)\b)"
    r"|(?P<digits>\d{1,3}(?:[ \u00a0]\d{3}){1,6}(?![\d.,]?\d|s\b)|\d{1,3}(?:\u202f\d{3}){1,6}(?:[.,]\d{1,9})?(?![\d.,]?\d)"
    r"|\d+(?:[.,'’]\d+)*|(?<![\w.])\.\d+)"
    r"|(?P<vulgar>[¼½¾⅐-⅞])"
    rf"|\b(?:(?P<basic>{either(BASIC)})|(?P<scale>{either(SCALES)})|(?P<nthscale>{either(ORDINAL_SCALES)})"
    rf"|(?P<part>{either(PARTS)})|(?P<ordinal>{either(ORDINALS)})|(?P<article>an?(?=[\s-]+(?:{_ARTICLE_BEFORE})\b))"
    r"|(?P<point>point)|(?P<minus>minus|negative))\b",
    re.IGNORECASE,
)
_HEAT = re.compile(r"°|\b(?:degrees|kelvin|temperatures?)\b", re.IGNORECASE)  # near which K is kelvin
_LIST = re.compile(r"\d{2}(?:,\d{2}){2,}")
_JOIN = re.compile(r"(?:[ \u00a0]{1,3}|[-‐‑]|[ \u00a0]-[ \u00a0])\Z")
_AND = re.compile(r"(?:[ \u00a0]{1,2}|-)(?:and|&)(?:[ \u00a0]{1,2}|-)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a number: its code points, its kind (digits, basic, scale, part, ordinal …) and what it is worth."""

    start: int
    end: int
    kind: str
    value: float | None
    plural: bool = False


def atoms_of(text: str, start: int, end: int) -> list[Atom]:
    """The pieces between two code points, in text order."""
    return [atom for found in _ATOM.finditer(text, start, end) for atom in _listed(found) or (_atom(found),)]


def _listed(found: "re.Match[str]") -> list[Atom]:
    """ "22,24,26": numbers of one or two digits in a row, which commas without a space tell apart; [] for anything else."""
    if found.lastgroup != "digits" or not _LIST.fullmatch(found.group()):
        return []
    at = found.start()
    return [Atom(at + m.start(), at + m.end(), "digits", value_of(m.group())) for m in re.finditer(r"\d+", found.group())]


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


def _atom(found: "re.Match[str]") -> Atom:
    kind, word = str(found.lastgroup), found.group().lower()
    value: float | None = None
    match kind:
        case "digits":
            value = value_of(word)
        case "nth":
            value = value_of(word[:-2])
        case "raised":
            base, exponent = (float(x) for x in word.split("^"))
            value = None if (not base and exponent < 0) or abs(exponent) * math.log10(base + 1) > 300 else base**exponent
        case "power":
            value = _powered(word.replace("−", "-"))
        case "vulgar":
            value = unicodedata.numeric(word)
        case "basic":
            value = BASIC[word]
        case "scale":
            value = SCALES[word]
        case "ordinal":
            value = ORDINALS[word]
        case "nthscale":
            value = ORDINAL_SCALES[word]
        case "part":
            value = PARTS[word]
    return Atom(found.start(), found.end(), kind, value, plural=word.endswith("s"))


def _powered(word: str) -> float | None:
    """ "4e14", "2 x 10^5", "8x2^10"; None where no float can hold it."""
    mantissa, power = re.split(r"e|\s?[x×]\s?(?:10|(?=2\^))\^?", word, maxsplit=1)
    if power.startswith("2^"):
        value = float(mantissa) * 2.0 ** int(power[2:]) if int(power[2:]) < 1000 else math.inf
    else:
        value = float(f"{mantissa}e{power}")
    return value if math.isfinite(value) else None


def joined(text: str, atoms: Sequence[Atom], at: int, *, dash: bool = True) -> bool:
    """Whether the next atom follows this one with nothing but a space or a hyphen between."""
    if at + 1 >= len(atoms):
        return False
    gap = atoms[at + 1].start - atoms[at].end
    if gap == 0:
        return atoms[at + 1].kind == "scale"
    between = text[atoms[at].end : atoms[at + 1].start] if gap <= 3 else ""
    return bool(_JOIN.match(between)) and (dash or "-" not in between)


def anded(text: str, atoms: Sequence[Atom], at: int) -> bool:
    """Whether "and" stands between this atom and the next."""
    if at + 1 >= len(atoms):
        return False
    start, stop = atoms[at].end, atoms[at + 1].start
    return 0 < stop - start <= 8 and bool(_AND.match(text[start:stop]))


def letter(text: str, at: int, end: int) -> "re.Match[str] | None":
    """A letter for thousands or millions glued to figures; "m" only where it cannot be metres: after money or before a plural."""
    found = re.compile(r"(thousand|million|billion|trillion|bn|mn|tn|mil|MM|k|K|m|M|b|B|T)\b").match(text, at, end)
    if found is None or (found.group(1) == "K" and _HEAT.search(text, max(0, at - 80), min(end, at + 40))):
        return None
    tight_b = found.group(1) == "b" and "." in text[max(0, at - 4) : at]
    if found.group(1) in "mb" and not tight_b and not re.search(r"[$£€¥₹]\s?[\d.,]+\Z", text[max(0, at - 16) : at]):
        plural = re.compile(r" (?:\w+ )?(?:\w+[^s\W]s|people|men|women|children)\b").match(text, at + 1, end)
        if plural is None or re.search(r"\b(?:an?|the) [\d.,]+\Z", text[max(0, at - 16) : at]):
            return None
    return found


def scale(word: str) -> float | None:
    """What a word or letter multiplies by: "million", "bn"; None where it does not."""
    return SCALES.get(word.lower()) or LETTERS.get(word)
