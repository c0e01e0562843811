"""Where a number ends in, the unit that follows it out ("km", "kilometres an hour", "J/m²"); money may stand before it, too."""

import re
from dataclasses import dataclass, replace
from functools import cache

from rashomon.text.unit_tables import Meaning, any_of, tables

_INCH = re.compile(r"[ \u00a0-]?(in)(?![\w-])")
_INCHES = re.compile(r"[ \u00a0]?(?:thick|long|tall|high|wide|deep|diameter|x|×)\b|[.,;:)\n]|\Z")
_FEET = re.compile(r"\b(?:ft|feet|foot)\.?[ \u00a0]\d{1,2}\Z")
_INCH_MARK = re.compile(r'([ \u00a0]?")(?=[ \u00a0](?:thick|long|tall|high|wide|deep)\b)|(")(?!\w)')
_FOOT_MARK = re.compile(r"('|’)(?=\d{1,2}(?:\"|”|''|’’|″))")
_EXPONENT = re.compile(r"(?:\^?([-−]?[1-4])|([⁻]?[¹²³])|[ \u00a0](squared|cubed))(?![\w.])")
_RAISED = {"²": 2, "2": 2, "squared": 2, "³": 3, "3": 3, "cubed": 3, "-1": -1, "−1": -1, "⁻¹": -1, "-2": -2, "−2": -2, "⁻²": -2}
_POWERS = {2: "square ", 3: "cubic ", -1: "inverse ", -2: "inverse square "}
_CODE = re.compile(r"-\d")
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
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words, symbols, and signs that stand before a number."""
    table = tables()
    spelled = re.compile(rf"[ \u00a0\n-]{{0,2}}({any_of(table.words)})(?!\w)", re.IGNORECASE)
    alone = rf"(?:[ \u00a0]?({any_of(table.symbols)})|({any_of(table.tight)}))(?![\w])"
    signs = re.compile(
        rf"{alone}|[ \u00a0]?[(\[{{<]({any_of(table.symbols)})[)\]}}>]|[ \u00a0]({any_of(table.tight)})(?=/\w|\^?[-−]1|⁻¹)"
    )
    ahead = re.compile(rf"(?:(?<=\W)|\A)({any_of(table.before)})[ \u00a0]?\Z", re.IGNORECASE)
    return spelled, signs, ahead


@cache
def _rates() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Meaning]]:
    """By time, as in "a day"; and by another unit, as in "per kg"."""
    table = tables()
    times = any_of(table.by)
    by_time = re.compile(
        rf"(?:[ \u00a0](?:per|an?|each|every)[ \u00a0]|[ \u00a0]?/[ \u00a0]?|-an?-|-per-)({times})s?(?!\w)", re.IGNORECASE
    )
    others = {word: meaning for word, meaning in table.after.items() if meaning.kind != "money"}
    by_other = re.compile(rf"(?:[ \u00a0]per[ \u00a0]|[ \u00a0]?/[ \u00a0]?)(100[ \u00a0])?({any_of(others)})(?!\w)")
    return by_time, by_other, others


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
    spelled, signs, _ = _patterns()
    table = tables()
    sign, word = signs.match(text, at, end), spelled.match(text, at, end)
    if sign is not None and (word is None or word.end() <= sign.end()):
        group = int(sign.lastindex or 1)
        meaning = (table.tight if group in (2, 4) else table.symbols)[sign.group(group)]
        slashed = text[sign.end() : sign.end() + 1] == "/"
        unit = Unit(name=meaning.name, kind=meaning.kind, start=sign.start(group), end=sign.end(), factor=meaning.factor)
        return None if slashed and sign.end() - sign.start(group) == 1 and _rated(text, unit, end) is unit else unit
    if word is None:
        return None
    meaning = table.words[word.group(1).lower()]
    return Unit(name=meaning.name, kind=meaning.kind, start=word.start(1), end=word.end(), factor=meaning.factor, spelled=True)


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
    by_time, by_other, others = _rates()
    made = unit
    for _ in range(2):
        if made.kind == "duration" or (made.kind == "percent" and unit is not made):
            break
        if time := by_time.match(text, made.end, end):
            per = tables().by[time.group(1).lower()]
            squared = _EXPONENT.match(text, time.end(), end) if time.group(1) == "s" else None
            power = _RAISED.get(squared.group(squared.lastindex or 1)) if squared else None
            kind = "speed" if made.kind == "length" and power is None else "money" if made.kind == "money" else "rate"
            stop = squared.end() if squared and power else time.end()
            made = replace(made, name=f"{made.name} per {_POWERS[power] if power else ''}{per}", kind=kind, end=stop)
        elif made.kind not in ("money", "percent") and (other := by_other.match(text, made.end, end)):
            meaning = others.get(other.group(2)) or others[other.group(2).lower()]
            lower = Unit(name=meaning.name, kind=meaning.kind, start=other.start(2), end=other.end())
            lower = _raised(text, lower, end)
            name = f"{made.name} per {'100 ' if other.group(1) else ''}{lower.name}"
            made = replace(made, name=name, kind="rate", end=lower.end)
        else:
            break
    return made


def before(text: str, at: int) -> Unit | None:
    """The sign or code of money that stands before a number beginning at `at`: "US$", "Rs. ", "EUR "."""
    found = _patterns()[2].search(text, max(0, at - 10), at)
    if found is None:
        return None
    written, signs = found.group(1), tables().before
    meaning = signs.get(written) or (signs.get(written.upper()) if "$" in written else None)
    if meaning is None:
        return None
    return Unit(name=meaning.name, kind=meaning.kind, start=found.start(1), end=found.end(1), factor=meaning.factor)
