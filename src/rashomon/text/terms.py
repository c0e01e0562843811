"""A headline and a text in, the words, names and figures it is about out, as numbers with weights.

No parse and no dictionary: a corpus of millions is read this way. A word counts by how often it stands there, in the
headline twice; a capitalised one half as much again, and a figure double, for two reports that share a name or an odd number
share an event more often than two that share a word; two words in a row count a little as one, which is how names tell apart
what their words do not.
"""

import re
from collections import Counter
from functools import cache, lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.data import load

READ = 6000
"""Characters of a text that are looked at: news says first what it is about."""

PAIR = 0.3
FIGURE = 2.0
NAME = 1.5
HEADLINE = 2.0

_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d,.]\d|\d)")
FIRST_YEAR = 1985
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

Terms = tuple[NDArray[np.uint32], NDArray[np.float32]]


@cache
def _plain() -> frozenset[str]:
    return frozenset(load("plainwords")["words"].split())


@lru_cache(200_000)
def form(word: str) -> str:
    """A word as it is compared: lower case, without possessive and plural; "" for one that tells nothing."""
    plain = word.casefold().replace("’", "'")
    if plain[0].isdigit():
        return plain.replace(",", "").rstrip(".")
    plain = plain.removesuffix("'s")
    if plain in _plain() or len(plain) < 2:
        return ""
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        return plain[:-3] + "y" if plain.endswith("ies") and len(plain) > 4 else plain[:-1]
    return plain


def counted(headline: str, text: str) -> Counter[str]:
    """How much each term weighs in a text, before it is known how rare it is."""
    found: Counter[str] = Counter()
    for part, weight in ((headline, HEADLINE), (text[:READ], 1.0)):
        before = ""
        for word in _words(part):
            plain = form(word)
            if plain:
                found[plain] += weight * _telling(word)  # type: ignore[assignment]
                if before:
                    found[f"{before} {plain}"] += weight * PAIR  # type: ignore[assignment]
            before = plain
    return found


def _telling(word: str) -> float:
    return FIGURE if word[0].isdigit() else NAME if word[0].isupper() else 1.0


def years(text: str) -> int:
    """The years that a text names, 1985 to 2047, as the bits of a number (63 of them: SQLite's numbers have a sign)."""
    made = 0
    for year in _YEAR.findall(text[:READ]):
        if 0 <= (bit := int(year) - FIRST_YEAR) < 63:
            made |= 1 << bit
    return made


def _words(text: str) -> list[str]:
    """The words of a text; where a script sets no spaces, its letters two by two."""
    words = _WORD.findall(text)
    if not _UNSPACED.search(text):
        return words
    made: list[str] = []
    for word in words:
        made += [word[i : i + 2] for i in range(max(1, len(word) - 1))] if _UNSPACED.search(word) else [word]
    return made


def terms(headline: str, text: str) -> Terms:
    """The terms of a text as sorted, distinct numbers, and for each 1 + ln of what it weighs (not below 0.1)."""
    found = counted(headline, text)
    numbers = np.fromiter((crc32(term.encode("utf-8", "replace")) for term in found), np.uint32, len(found))
    weights = np.fromiter(found.values(), np.float32, len(found))
    order = np.argsort(numbers, kind="stable")
    numbers, weights = numbers[order], weights[order]
    first = np.concatenate(([True], numbers[1:] != numbers[:-1])) if len(numbers) else np.empty(0, bool)
    return numbers[first], np.maximum(1 + np.log(weights[first]), 0.1).astype(np.float32)
