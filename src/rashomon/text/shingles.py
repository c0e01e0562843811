"""A text in, its words in a form that survives copying, and the runs that two texts share, out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:['’][^\W_]+)?")
_ENDING = re.compile(r"(?:['’]s|['’])$")

RUN = 6
"""Words in a row that two texts share by copying rather than by chance (Clough et al. 2002 use runs of this order for news)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word's code points in its text, and its form for comparison: lower case, no possessive, digits without separators."""

    start: int
    end: int
    form: str


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words between two code points."""
    return [Word(m.start(), m.end(), _form(m.group())) for m in _WORD.finditer(text, start, len(text) if end is None else end)]


@lru_cache(maxsize=50_000)
def forms(text: str) -> tuple[str, ...]:
    """The forms of a short text's words, remembered: a claim is compared with many others."""
    return tuple(w.form for w in words(text))


def _form(word: str) -> str:
    return word.replace(",", "") if word[0].isdigit() else _ENDING.sub("", word.casefold())


@dataclass(frozen=True, slots=True)
class Run:
    """Words that two texts have in common in the same order: which text, its first word and after its last, for both sides."""

    left: str
    left_start: int
    left_end: int
    right: str
    right_start: int
    right_end: int


def runs(texts: Mapping[str, Sequence[Word]], least: int = RUN) -> Iterator[Run]:
    """The longest runs of at least `least` words that any two texts share, by an index of their n-grams, in linear time.

    A run that more than a few texts share is paired with its first appearances only.
    """
    index: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    covered: dict[tuple[str, str, int], int] = {}  # by texts and diagonal: how far the last run on it reaches
    for name, found in texts.items():
        forms = [w.form for w in found]
        for i in range(len(forms) - least + 1):
            gram = tuple(forms[i : i + least])
            for other, j in index[gram]:
                if other != name and covered.get((other, name, j - i), -1) < i:
                    length = _reach(texts[other], j, found, i)
                    covered[other, name, j - i] = i + length - 1
                    yield Run(other, j, j + length, name, i, i + length)
            if len(index[gram]) < 8:
                index[gram].append((name, i))


def _reach(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> int:
    length = 0
    while i + length < len(left) and j + length < len(right) and left[i + length].form == right[j + length].form:
        length += 1
    return length
