"""Where a number ends in, the unit that follows it out; money may stand before it as well."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.data import load

_BY_TIME = re.compile(
    r"(?:[ \u00a0](?:per|an?|each|every)[ \u00a0]|[ \u00a0]?/[ \u00a0]?|-an?-|-per-)"
    r"(second|sec|minute|min|hour|hr|h|day|night|week|month|quarter|year|annum|decade|s)\b",
    re.IGNORECASE,
)
_INCH = re.compile(r"[ \u00a0-]?(in)(?=[ \u00a0]?(?:thick|long|tall|high|wide|deep|diameter|x|×)\b)")
_SMALL_CODES = frozenset({"usd", "eur", "gbp", "rmb", "aud", "cad", "$", "€", "£", "¥"})
_WEIGHT = re.compile(r"\b(?:weigh\w*|heavy|heavier|lighter|lose|lost|losing|gain\w*|drop|dropped|shed|baby|fat)\b", re.IGNORECASE)
_TIMES = {"sec": "second", "s": "second", "min": "minute", "hr": "hour", "h": "hour", "annum": "year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit's name and kind (money, duration, length …), and where its words end in the text, code points."""

    name: str
    kind: str
    start: int
    end: int


@cache
def _tables() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[str, str]], re.Pattern[str], dict[str, tuple[str, str]]]:
    """Words, symbols, and signs that stand before a number, each with its names."""
    words: dict[str, tuple[str, str]] = {}
    symbols: dict[str, tuple[str, str]] = {}
    tight: dict[str, tuple[str, str]] = {}
    before: dict[str, tuple[str, str]] = {}
    table: dict[str, Any] = load("units")
    for row in [*table["unit"], *({"kind": "money", **m} for m in table["money"])]:
        is_ = (row["name"], row["kind"])
        for word in row.get("words", []):
            words.setdefault(word.lower(), is_)
            words.setdefault(word.lower() + "s", is_)
        symbols.update((s, is_) for s in row.get("symbols", []))
        tight.update((s, is_) for s in row.get("tight", []))
        before.update((s, is_) for s in row.get("before", []))
        if "code" in row:
            before[row["code"]] = symbols[row["code"]] = is_
            symbols.update({row["code"].lower(): is_} if row["code"].lower() in _SMALL_CODES else {})
    spelled = re.compile(rf"[ \u00a0\n-]{{0,2}}({_any(words)})(?!\w)", re.IGNORECASE)
    signs = re.compile(rf"(?:[ \u00a0]?({_any(symbols)})|({_any(tight)}))(?![\w/])")
    ahead = re.compile(rf"(?:(?<=\W)|\A)({_any(before)})[ \u00a0]?\Z", re.IGNORECASE)
    return spelled, signs, {**words, **symbols, **tight}, ahead, {k.lower(): v for k, v in before.items()}


def _any(words: dict[str, tuple[str, str]]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def after(text: str, at: int, end: int) -> Unit | None:
    """The unit that follows a number ending at `at`: "km", "per cent", "kilometres an hour", "-day"; None where none does."""
    spelled, signs, names, _, _ = _tables()
    if inch := _INCH.match(text, at, end):
        return Unit(name="inch", kind="length", start=inch.start(1), end=inch.end(1))
    sign, word = signs.match(text, at, end), spelled.match(text, at, end)
    if sign is not None and (word is None or word.end() <= sign.end()):
        group = 1 if sign.group(1) else 2
        name, kind = names[sign.group(group)]
        return _rated(text, Unit(name=name, kind=kind, start=sign.start(group), end=sign.end()), end)
    if word is None:
        return None
    name, kind = names[word.group(1).lower()]
    if name == "pound" and kind == "money" and _weighs(text, word.start(), word.end()):
        kind = "mass"
    return _rated(text, Unit(name=name, kind=kind, start=word.start(1), end=word.end()), end)


def _weighs(text: str, start: int, end: int) -> bool:
    """Whether "pounds" are a weight: hyphened, of something, or with a word of weight nearby."""
    if text[start] == "-" or text.startswith(" of ", end):
        return True
    return _WEIGHT.search(text, max(0, start - 48), min(len(text), end + 24)) is not None


def _rated(text: str, unit: Unit, end: int) -> Unit:
    """The unit with "per hour", "a day", "/year" after it, if that follows."""
    rate = _BY_TIME.match(text, unit.end, end)
    if rate is None or unit.kind == "duration":
        return unit
    per = _TIMES.get(rate.group(1).lower(), rate.group(1).lower())
    kind = "speed" if unit.kind == "length" else "money" if unit.kind == "money" else "rate"
    return Unit(name=f"{unit.name} per {per}", kind=kind, start=unit.start, end=rate.end())


def before(text: str, at: int) -> Unit | None:
    """The sign or code of money that stands before a number beginning at `at`: "US$", "Rs. ", "EUR "."""
    _, _, _, ahead, names = _tables()
    window = max(0, at - 10)
    found = ahead.search(text[window:at])
    if found is None or (found.group(1).islower() and found.group(1) not in _SMALL_CODES and "$" not in found.group(1)):
        return None
    name, kind = names[found.group(1).lower()]
    return Unit(name=name, kind=kind, start=window + found.start(1), end=window + found.end())
