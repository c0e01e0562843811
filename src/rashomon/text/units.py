"""Where a number ends in, the unit that follows it out ("km", "kilometres an hour", "J/m²"); money may stand before it, too."""

import re
from dataclasses import dataclass, replace
from functools import cache

from rashomon.text.unit_tables import Index, Meaning, index, longest, tables

_INCH = re.compile(r"[ \u00a0-]?(in)(?![\w-])")
_INCHES = re.compile(r"[ \u00a0]?(?:thick|long|tall|high|wide|deep|diameter|x|×)\b|[.,;:)\n]|\Z")
_FEET = re.compile(r"\b(?:ft|feet|foot)\.?[ \u00a0]\d{1,2}\Z")
_INCH_MARK = re.compile(r'([ \u00a0]?")(?=[ \u00a0](?:thick|long|tall|high|wide|deep)\b)|(")(?!\w)')
_FOOT_MARK = re.compile(r"('|’)(?=\d{1,2}(?:\"|”|''|’’|″))")
_EXPONENT = re.compile(r"(?:\^?([-−]?[1-4])|([⁻]?[¹²³])|[ \u00a0](squared|cubed))(?![\w.])")
_RAISED = {"²": 2, "2": 2, "squared": 2, "³": 3, "3": 3, "cubed": 3, "-1": -1, "−1": -1, "⁻¹": -1, "-2": -2, "−2": -2, "⁻²": -2}
_POWERS = {2: "square ", 3: "cubic ", -1: "inverse ", -2: "inverse square "}
_CODE = re.compile(r"-\d")
_GAP = re.compile(r"[ \u00a0\n-]{1,2}")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_HUNDREDS = re.compile(r"(?<![\d.,])\d{3,4}\Z")  # "777s" are things of that name, not seconds
_RATE_NEXT = re.compile(r"/\w|\^?[-−]1|⁻¹")
_BY = re.compile(
    r"(?:[ \u00a0](?:per|an?|each|every)[ \u00a0]|[ \u00a0]?/[ \u00a0]?|-an?-|-per-)([^\W\d_]{1,8})(?!\w)", re.IGNORECASE
)
_PER = re.compile(r"(?:[ \u00a0]per[ \u00a0]|[ \u00a0]?/[ \u00a0]?)(100[ \u00a0])?")
_WEIGHT = re.compile(r"\b(?:weigh\w*|heavy|heavier|lighter|lose|lost|losing|gain\w*|drop|dropped|shed|baby|fat)\b", re.IGNORECASE)
_TURNS = re.compile(r"\b(?:angles?|rotat\w*|turn\w*|tilt\w*|slop\w*|lean\w*|list(?:ed|ing)|bearing|swivel\w*)\b", re.IGNORECASE)
_LIES = re.compile(
    r"[- ](?:angles?|turns?|views?|bends?|arcs?|slopes?|north|south|east|west|latitude|longitude|camera|rotation)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit's name and kind (money, duration, length …), where its words stand in the text, in code points, and what the
    number is multiplied by ("30 MUSD"). `spelled`: in words, not by a symbol.
    """

    name: str
    kind: str
    start: int
    end: int
    factor: float = 1.0
    spelled: bool = False


@cache
def _known() -> tuple[Index, Index, Index, Index]:
    """Words, symbols, symbols that touch the number, and what else a rate is told by."""
    table = tables()
    others = {word for word, meaning in table.after.items() if meaning.kind != "money"}
    return index(table.words), index(table.symbols), index(table.tight), index(others)


def after(text: str, at: int, end: int) -> Unit | None:
    """The unit that follows a number ending at `at`: "km", "per cent", "kilometres an hour", "-day"; None where none does."""
    unit = _marked(text, at, end) or _named(text, at, end)
    if unit is None or (unit.name == "litre" and _CODE.match(text, unit.end)):
        return None
    if unit.name == "pound" and unit.kind == "money" and unit.spelled and _weighs(text, unit.start - 1, unit.end):
        unit = replace(unit, kind="mass")
    if unit.name == "degree" and (_TURNS.search(text[max(0, at - 40) : at]) or _LIES.match(text, unit.end, end)):
        unit = replace(unit, kind="other")
    return _rated(text, _raised(text, unit, end), end)


def _marked(text: str, at: int, end: int) -> Unit | None:
    """Inches and feet where the mark for them could be something else: "in", the marks that close quotations."""
    found = _INCH.match(text, at, end) if text[at - 1 : at].isnumeric() else None
    if found and (_INCHES.match(text, found.end()) or _FEET.search(text, max(0, at - 12), at)):
        return Unit(name="inch", kind="length", start=found.start(1), end=found.end(1))
    if found := _FOOT_MARK.match(text, at, end):
        return Unit(name="foot", kind="length", start=found.start(1), end=found.end(1))
    found = _INCH_MARK.match(text, at, end)
    if found is None or (found.group(2) and _closes(text, at)):
        return None
    return Unit(name="inch", kind="length", start=found.start(), end=found.end())


def _closes(text: str, at: int) -> bool:
    """Whether a straight mark at `at` closes a quotation that the one before it opened, at most 400 code points back."""
    opening = text.rfind('"', max(0, at - 400), at)
    return opening >= 0 and (opening == 0 or not text[opening - 1].isalnum())


def _named(text: str, at: int, end: int) -> Unit | None:
    """The unit by its symbol or its word, whichever is longer."""
    words, _, _, _ = _known()
    gap = _GAP.match(text, at, end)
    start = gap.end() if gap else at
    word, sign = longest(text, start, end, words, fold=True), _symbol(text, at, end)
    if sign is not None and (word is None or start + len(word) <= sign.end):
        slashed = text[sign.end : sign.end + 1] == "/"
        return None if slashed and sign.end - sign.start == 1 and _rated(text, sign, end) is sign else sign
    if word is None:
        return None
    meaning = tables().words[word]
    stop = start + len(word)
    return Unit(name=meaning.name, kind=meaning.kind, start=start, end=stop, factor=meaning.factor, spelled=True)


def _symbol(text: str, at: int, end: int) -> Unit | None:
    """A symbol after a space or none, in brackets ("20 (kg)"), or one that has to touch the number or be part of a rate."""
    _, symbols, tight, _ = _known()
    space = at + 1 if text[at : at + 1] in (" ", "\u00a0") else at
    if sign := longest(text, space, end, symbols, fold=False):
        return _meant(tables().symbols[sign], space, space + len(sign))
    if (sign := longest(text, at, end, tight, fold=False)) and not (sign == "s" and _HUNDREDS.search(text, max(0, at - 4), at)):
        return _meant(tables().tight[sign], at, at + len(sign))
    if space < end and text[space] in _BRACKETS and (sign := longest(text, space + 1, end, symbols, fold=False)):
        stop = space + 1 + len(sign)
        if text[stop : stop + 1] == _BRACKETS[text[space]]:
            return _meant(tables().symbols[sign], space + 1, stop + 1)
    sign = longest(text, space, end, tight, fold=False) if space > at else None
    if sign is not None and _RATE_NEXT.match(text, space + len(sign)):
        return _meant(tables().tight[sign], space, space + len(sign))
    return None


def _meant(meaning: Meaning, start: int, end: int) -> Unit:
    return Unit(name=meaning.name, kind=meaning.kind, start=start, end=end, factor=meaning.factor)


def _weighs(text: str, start: int, end: int) -> bool:
    """Whether "pounds" are a weight: hyphened, of something, or with a word of weight nearby."""
    if text[start] == "-" or text.startswith(" of ", end):
        return True
    return _WEIGHT.search(text, max(0, start - 48), min(len(text), end + 24)) is not None


def _raised(text: str, unit: Unit, end: int) -> Unit:
    """The unit with the exponent after it: "km²", "s−1"."""
    found = _EXPONENT.match(text, unit.end, end) if unit.kind != "money" else None
    power = _RAISED.get(found.group(found.lastindex or 1)) if found else None
    if found is None or power is None:
        return unit
    kind = {("length", 2): "area", ("length", 3): "volume"}.get((unit.kind, power), "other")
    return replace(unit, name=_POWERS[power] + unit.name, kind=kind, end=found.end())


def _rated(text: str, unit: Unit, end: int) -> Unit:
    """The unit with "per hour", "a day", "/year", "/m²" after it, if that follows; up to two of them."""
    made = unit
    for _ in range(2):
        more = None if made.kind == "duration" else _by_time(text, made, end) or _by_other(text, made, end)
        if more is None:
            break
        made = more
    return made


def _by_time(text: str, unit: Unit, end: int) -> Unit | None:
    """ "kilometres an hour", "m/s²"."""
    found = _BY.match(text, unit.end, end)
    word = found.group(1).lower() if found else ""
    per = tables().by.get(word) or tables().by.get(word.removesuffix("s"))
    if found is None or per is None:
        return None
    raised = _EXPONENT.match(text, found.end(), end) if word == "s" else None
    power = _RAISED.get(raised.group(raised.lastindex or 1)) if raised else None
    kind = "speed" if unit.kind == "length" and power is None else "money" if unit.kind == "money" else "rate"
    name = f"{unit.name} per {_POWERS[power] if power else ''}{per}"
    return replace(unit, name=name, kind=kind, end=raised.end() if raised and power else found.end())


def _by_other(text: str, unit: Unit, end: int) -> Unit | None:
    """ "litres per 100 km", "J/m²"; money per kilogram stays money."""
    found = _PER.match(text, unit.end, end) if unit.kind not in ("money", "percent") else None
    if found is None:
        return None
    _, _, _, others = _known()
    at, written = found.end(), tables().after
    exact = longest(text, at, end, others, fold=False)
    word = exact or longest(text, at, end, others, fold=True)
    if word is None:
        return None
    lower = _raised(text, _meant(written[word], at, at + len(word)), end)
    return replace(unit, name=f"{unit.name} per {'100 ' if found.group(1) else ''}{lower.name}", kind="rate", end=lower.end)


def before(text: str, at: int) -> Unit | None:
    """The sign or code of money that stands before a number beginning at `at`: "US$", "Rs. ", "EUR "."""
    stop = at - 1 if at and text[at - 1] in " \u00a0" else at
    signs = tables().before
    for length in _lengths():
        start = stop - length
        if start < 0 or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
            continue
        written = text[start:stop]
        meaning = signs.get(written) or (signs.get(written.upper()) if "$" in written else None)
        if meaning is not None:
            return _meant(meaning, start, stop)
    return None


@cache
def _lengths() -> tuple[int, ...]:
    """How long signs of money are, the longest first."""
    return tuple(sorted({len(sign) for sign in tables().before}, reverse=True))
