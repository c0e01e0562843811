"""The words around a number in, what they leave of its bounds out; and the words that stand for a number by convention."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.text.numerals import scale

_OVER = re.compile(
    r"\b(?:for|after|took|takes|take|lasted|lasts|last|well|just|spent|of|is|was|were|been|spanning)[ \u00a0]\Z", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:how|what)[ \u00a0]\Z", re.IGNORECASE)
_SCALES = ("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore")
Bounds = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """Hedges found at a figure: their words, the bounds they leave, and the code point where they begin or end."""

    words: str
    bounds: Bounds
    at: int


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
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = _effects()["before"], _effects()["after"]
    spelled, marks = [w for w in before if w[0].isalpha()], [w for w in before if not w[0].isalpha()]
    ahead = rf"(?:(?<![\w-])(?P<word>{any_of(spelled)})[ \u00a0](?:the[ \u00a0])?|(?P<mark>{any_of(marks)})[ \u00a0]{{0,2}})\Z"
    behind = [
        (r"[ \u00a0]" if w[0].isalpha() else "") + any_of([w]) + (r"\b" if w[-1].isalpha() else "") for w in by_length(after)
    ]
    return re.compile(ahead, re.IGNORECASE), re.compile(rf"(?:{'|'.join(behind)})(?! than\b)", re.IGNORECASE)


def by_length(words: Iterator[str] | Sequence[str] | dict[str, str]) -> list[str]:
    """Words, the longest first, for a pattern that shall take the longest."""
    return sorted(words, key=lambda w: (-len(w), w))


def any_of(words: Sequence[str]) -> str:
    """A pattern for any of these words; a space may be a no-break space."""
    return "|".join(re.escape(w).replace(r"\ ", r"[ \u00a0]") for w in by_length(words))


def plain(words: str) -> str:
    """Words in small letters with plain spaces."""
    return words.replace("\u00a0", " ").lower()


def before(text: str, first: int, start: int, bounds: Bounds, *, vague: bool, lasting: bool) -> Hedge:
    """Hedges before a figure that begins at `first`, the nearest first. `vague`: its bounds are a convention; `lasting`: it
    is a length of time, before which "over" may mean "during".
    """
    ahead, _ = _patterns()
    begin = first
    for _ in range(3):
        window = max(start, begin - 40)
        found = ahead.search(text[window:begin])
        if found is None:
            break
        word = plain(found.group("word") or found.group("mark"))
        at = window + found.start()
        if word == "over" and lasting and not _OVER.search(text[max(start, at - 12) : at]):
            break
        if (vague and word in ("some", "a good")) or (word == "about" and _ASKED.search(text, max(start, at - 5), at)):
            break
        bounds, begin = bounded(_effects()["before"][word], bounds, vague=vague), at
    return Hedge(words=re.sub(r"\s+", " ", text[begin:first]).strip(), bounds=bounds, at=begin)


def after(text: str, last: int, end: int, bounds: Bounds) -> Hedge | None:
    """A hedge right after a figure that ends at `last`: "or so", "-odd", "or more"."""
    found = _patterns()[1].match(text, last, end)
    if found is None:
        return None
    word = plain(found.group())
    effect = _effects()["after"].get(word) or _effects()["after"][word.strip()]
    return Hedge(words=word.strip(), bounds=bounded(effect, bounds, vague=False), at=found.end())


def bounded(effect: str, bounds: Bounds, *, vague: bool) -> Bounds:
    """What a hedge leaves of the bounds: a tenth either way (about), a tenth below (almost), or one side open."""
    low, high = bounds
    match effect:
        case "about" if not vague:
            return _wider(low, -0.1), _wider(high, 0.1)
        case "almost" if not vague:
            return _wider(low, -0.1), high
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
def _words() -> tuple[re.Pattern[str], dict[str, tuple[float, float]], re.Pattern[str], dict[str, tuple[float, float]]]:
    table = load("hedges")
    single = {w: (float(row["low"]), float(row["high"])) for row in table["convention"] for w in row["words"]}
    times = {w: (float(low), float(high)) for w, (low, high) in table["quantifier"].items()}
    scaled = rf"\b({any_of(list(times))})[ \u00a0]((?:{'|'.join(_SCALES)})(?:[ \u00a0](?:thousand|million|billion))?)s?\b"
    return (
        re.compile(rf"\b(?:{any_of(list(single))})\b", re.IGNORECASE),
        single,
        re.compile(scaled, re.IGNORECASE),
        times,
    )


def conventions(text: str, start: int, end: int) -> Iterator[Convention]:
    """Words that stand for a number by convention; a longer one may cover a shorter."""
    single, bounds, scaled, times = _words()
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
