"""Texts in, their words as numbers out, with what is known of each word: worked out once for each that occurs, then looked up.

A corpus of millions is read this way: nothing is parsed, and what is done for each word is done by arrays.
"""

import re
from functools import cache
from zlib import crc32

import numpy as np

from rashomon.data import load
from rashomon.text import numerals
from rashomon.text.skeletons import classes

MARK, CAPITAL, DIGIT, OPENING, COUNT = 1, 2, 4, 8, 16
"""Kinds of a word, as bits: no word at all; one of two letters or more that begins with a capital; one that begins with a digit;
a mark after which a word is written with a capital, whatever it is; a number in words."""
FIRST_YEAR = 1985
MOST = 1_000_000
"""Words that are held; with more the table is begun anew."""

_OPENINGS = frozenset(".;:!?\n\"'“‘`«„")
_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|\n")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def parted(text: str) -> list[str]:
    """The words and marks of a text in order; where a script sets no spaces, its letters two by two."""
    words = _WORD.findall(text)
    if text.isascii() or not _UNSPACED.search(text):
        return words
    made: list[str] = []
    for word in words:
        made += [word[i : i + 2] for i in range(max(1, len(word) - 1))] if _UNSPACED.search(word) else [word]
    return made


@cache
def _plain() -> frozenset[str]:
    return frozenset(load("plainwords")["words"].split())


@cache
def _numbers() -> frozenset[str]:
    return frozenset({*numerals.BASIC, "dozen"})


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


def sign(word: str) -> str:
    """What a name or a figure has in common with its other spellings; "" for any other word."""
    if word[0].isdigit():
        return form(word)
    if not word[0].isupper() or len(word) < 2:
        return ""
    return classes(plain) or plain if (plain := form(word)) else ""


class Words(dict[str, int]):
    """A number for each word that was met, and by that number, in arrays: `hashes` of the word without case, `forms` (a hash of
    its form, 0 where it tells nothing), `signs` (a hash of its sign, 0 where it has none), its `kinds`, and the bit of the year
    that it names in `years`.
    """

    def __init__(self) -> None:
        self._room(1 << 14)

    def _room(self, size: int) -> None:
        self.hashes = np.zeros(size, np.uint64)
        self.forms = np.zeros(size, np.uint32)
        self.signs = np.zeros(size, np.uint32)
        self.kinds = np.zeros(size, np.uint8)
        self.years = np.zeros(size, np.int64)

    def anew(self) -> None:
        """Begins anew where there are too many; numbers given before are then void."""
        if len(self) > MOST:
            self.clear()
            self._room(1 << 14)

    def __missing__(self, word: str) -> int:
        number = len(self)
        if number == len(self.hashes):
            for name in ("hashes", "forms", "signs", "kinds", "years"):
                held = getattr(self, name)
                setattr(self, name, np.concatenate((held, np.zeros_like(held))))
        first = word[0]
        if first.isalnum():
            plain = form(word)
            self.hashes[number] = crc32(word.casefold().encode("utf-8", "replace"))
            self.forms[number] = crc32(plain.encode("utf-8", "replace")) | 1 if plain else 0
            self.signs[number] = crc32(made.encode("utf-8", "replace")) | 2 if (made := sign(word)) else 0
            self.kinds[number] = DIGIT if first.isdigit() else CAPITAL if first.isupper() and len(word) > 1 else 0
            if word.casefold() in _numbers():
                self.kinds[number] |= COUNT
            self.years[number] = _bit(word)
        else:
            self.kinds[number] = MARK | OPENING if word in _OPENINGS else MARK
        self[word] = number
        return number


def _bit(word: str) -> int:
    if not _YEAR.fullmatch(word) or not 0 <= (bit := int(word) - FIRST_YEAR) < 63:
        return 0
    return 1 << bit  # 63 of them, 1985 to 2047: SQLite's numbers have a sign


def years(text: str) -> int:
    """The years that a text names, 1985 to 2047, as the bits of a number."""
    made = 0
    for word in parted(text):
        made |= _bit(word)
    return made
