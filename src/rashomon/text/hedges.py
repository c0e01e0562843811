"""The words around a number in, what they leave of its bounds out; and the words that stand for a number by convention."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.text.conventions import Conventions
from rashomon.text.numerals import scale
from rashomon.text.patterns import any_of, by_length

_OVER = re.compile(
    r"\b(?:for|after|took|takes|take|lasted|lasts|last|well|just|spent|of|is|was|were|been|spanning)[ \u00a0]\Z", re.IGNORECASE
)
_HANDED = re.compile(r"\b(?:hand|turn|sign|knock|pull)(?:s|ed|ing)?[ \u00a0]\Z", re.IGNORECASE)
"""Verbs of which "over" is a part: "handed over 12 prisoners" are twelve."""
_RISEN = re.compile(r"\b(?:gone|goes|going|went|risen|rose|climbed|crept|jumped|shot|moved|pushed)[ \u00a0]\Z", re.IGNORECASE)
"""Verbs of which "up" is a part: "has gone up to 12" is twelve."""
_ASKED = re.compile(r"\b(?:how|what)[ \u00a0]\Z", re.IGNORECASE)
_SCALES = ("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore")
Bounds = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """Hedges found at a figure: their words, the bounds they leave, and the code point where they begin or end. `why`: by
    which convention they leave them, None where none was needed.
    """

    words: str
    bounds: Bounds
    at: int
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A word that stands for a number ("dozens", "several hundred"), with its bounds and the sentence that says so."""

    start: int
    end: int
    low: float
    high: float | None
    said: str
    why: str


@cache
def _effects() -> dict[str, dict[str, str]]:
    table = load("hedges")
    return {side: {word: effect for effect, words in table[side].items() for word in words} for side in ("before", "after")}


@cache
def _behind() -> re.Pattern[str]:
    """The words after a number."""
    behind = [
        (r"[ \u00a0]" if w[0].isalpha() else "") + any_of([w]) + (r"\b" if w[-1].isalpha() else "")
        for w in by_length(_effects()["after"])
    ]
    return re.compile(rf"(?:{'|'.join(behind)})(?! than\b)", re.IGNORECASE)


@cache
def _lengths() -> tuple[int, ...]:
    """How long the words before a number are, the longest first."""
    return tuple(sorted({len(word) for word in _effects()["before"]}, reverse=True))


def _ahead(text: str, begin: int, start: int) -> tuple[str, int] | None:
    """The longest hedge that ends right before `begin`, "the" between them allowed, and where it begins."""
    window = plain(text[max(start, begin - 48) : begin])
    stripped = window.rstrip(" ")
    spaces = len(window) - len(stripped)
    definite = spaces == 1 and stripped.endswith(" the")
    if definite:
        stripped = stripped[:-4]
    known = _effects()["before"]
    for length in _lengths():
        word = stripped[-length:] if length <= len(stripped) else ""
        if word not in known or (definite and known[word] in ("over", "under")):  # "more than the 50 first reported"
            continue
        edge = stripped[-length - 1 : -length] if length < len(stripped) else ""
        spelled = word[0].isalpha()
        if (spaces == 1 and not (edge.isalnum() or edge in ("_", "-"))) if spelled else spaces <= 2:
            return word, begin - (len(window) - len(stripped)) - length
    return None


def plain(words: str) -> str:
    """Words in small letters with plain spaces."""
    return words.replace("\u00a0", " ").lower()


def before(
    text: str, first: int, start: int, bounds: Bounds, by: Conventions, *, vague: bool = False, lasting: bool = False
) -> Hedge:
    """Hedges before a figure that begins at `first`, the nearest first. `vague`: its bounds are a convention; `lasting`: it
    is a length of time, before which "over" may mean "during".
    """
    begin, why = first, None
    for _ in range(3):
        found = _ahead(text, begin, start)
        if found is None:
            break
        word, at = found
        if word == "over" and lasting and not _OVER.search(text[max(start, at - 12) : at]):
            break
        if (before := {"over": _HANDED, "up to": _RISEN}.get(word)) and before.search(text[max(start, at - 12) : at]):
            break
        if (vague and word in ("some", "a good")) or (word == "about" and _ASKED.search(text, max(start, at - 5), at)):
            break
        effect = _effects()["before"][word]
        why = why or _why(effect, word, bounds, by, vague=vague)
        bounds, begin = bounded(effect, bounds, by, vague=vague), at
    return Hedge(words=re.sub(r"\s+", " ", text[begin:first]).strip(), bounds=bounds, at=begin, why=why)


def _why(effect: str, word: str, bounds: Bounds, by: Conventions, *, vague: bool) -> str | None:
    """The sentence that says how far "about" and "almost" reach."""
    if vague or effect not in ("about", "almost") or bounds == (None, None):
        return None
    part = by.about if effect == "about" else by.almost
    reach = {0.1: "a tenth", 0.2: "a fifth", 0.25: "a quarter", 0.5: "half"}.get(part, f"{100 * part:g}%")
    return f"“{word}” is read as up to {reach} {'more or less' if effect == 'about' else 'less'}"


def after(text: str, last: int, end: int, bounds: Bounds, by: Conventions) -> Hedge | None:
    """A hedge right after a figure that ends at `last`: "or so", "-odd", "or more"."""
    found = _behind().match(text, last, end)
    if found is None:
        return None
    word = plain(found.group())
    effect = _effects()["after"].get(word) or _effects()["after"][word.strip()]
    why = _why(effect, word.strip(), bounds, by, vague=False)
    return Hedge(words=word.strip(), bounds=bounded(effect, bounds, by, vague=False), at=found.end(), why=why)


def bounded(effect: str, bounds: Bounds, by: Conventions, *, vague: bool) -> Bounds:
    """What a hedge leaves of the bounds: a little either way (about), a little below (almost), or one side open."""
    low, high = bounds
    match effect:
        case "about" if not vague:
            return _wider(low, -by.about), _wider(high, by.about)
        case "almost" if not vague:
            return _wider(low, -by.almost), high
        case "over":
            return (low if low is not None else high), None
        case "under":
            return None, high
        case "only" if low == high:
            return None, high
    return bounds


def _wider(value: float | None, by: float) -> float | None:
    return None if value is None else round(value + by * abs(value), 6)


@cache
def _words(
    by: Conventions,
) -> tuple[re.Pattern[str], dict[str, tuple[float, float]], re.Pattern[str], dict[str, tuple[float, float]]]:
    single = {word: (low, high) for word, low, high in by.words}
    times = {word: (low, high) for word, low, high in by.many}
    scaled = rf"\b({any_of(list(times))})[ \u00a0]((?:{'|'.join(_SCALES)})(?:[ \u00a0](?:thousand|million|billion))?)s?\b"
    return (
        re.compile(rf"\b(?:{any_of(list(single))})\b", re.IGNORECASE),
        single,
        re.compile(scaled, re.IGNORECASE),
        times,
    )


def conventions(text: str, start: int, end: int, by: Conventions) -> Iterator[Convention]:
    """Words that stand for a number by convention; a longer one may cover a shorter."""
    single, bounds, scaled, times = _words(by)
    for found in scaled.finditer(text, start, end):
        low, high = times[plain(found.group(1))]
        factor = 1.0
        for word in plain(found.group(2)).split():
            factor *= scale(word) or 1.0
        yield _convention(found, low * factor, high * factor)
    for found in single.finditer(text, start, end):
        low, high = bounds[plain(found.group())]
        yield _convention(found, low, high)


def _convention(found: "re.Match[str]", low: float, high: float) -> Convention:
    said = plain(found.group())
    reach = f"{low:,.0f} to {high:,.0f}" if high else f"{low:,.0f} or more"
    return Convention(
        start=found.start(), end=found.end(), low=low, high=high or None, said=said, why=f"“{said}” is read as {reach}"
    )
