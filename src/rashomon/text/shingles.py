"""A text in, its words in a form that survives copying, and the runs that two texts share, out."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

_WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:['’][^\W_]+)?")
_ENDING = re.compile(r"(?:['’]s|['’])$")

RUN = 6
"""Words in a row that two texts share by copying rather than by chance (Clough et al. 2002 use runs of this order for news)."""

_LONG = 200  # words from which two stretches are compared by their sums: a text that repeats itself shares them at every shift
_BASE, _PRIME = 1_000_003, (1 << 61) - 1


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
    sums: dict[str, list[int]] = {}
    forms = {name: [w.form for w in found] for name, found in texts.items()}
    index: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    covered: dict[tuple[str, str, int], int] = {}  # by texts and diagonal: how far the last run on it reaches
    for name, words in forms.items():
        for i in range(len(words) - least + 1):
            gram = tuple(words[i : i + least])
            for other, j in index[gram]:
                if other != name and covered.get((other, name, j - i), -1) < i:
                    length = _reach(other, j, name, i, forms, sums)
                    covered[other, name, j - i] = i + length - 1
                    yield Run(other, j, j + length, name, i, i + length)
            if len(index[gram]) < 8:
                index[gram].append((name, i))


def _reach(left: str, i: int, right: str, j: int, forms: Mapping[str, Sequence[str]], sums: dict[str, list[int]]) -> int:
    """How many words in a row are the same from two places on: word by word, and where that goes on for long by `sums`."""
    ours, theirs = forms[left], forms[right]
    most = min(len(ours) - i, len(theirs) - j)
    for length in range(min(most, _LONG)):
        if ours[i + length] != theirs[j + length]:
            return length
    if most <= _LONG:
        return most
    for name in (left, right):
        if name not in sums:
            sums[name] = _summed(forms[name])

    def alike(length: int) -> bool:
        shift = pow(_BASE, length, _PRIME)
        a, b = sums[left], sums[right]
        return (a[i + length] - a[i] * shift - b[j + length] + b[j] * shift) % _PRIME == 0

    return bisect_left(range(most + 1), True, lo=_LONG, key=lambda length: not alike(length)) - 1


def _summed(forms: Sequence[str]) -> list[int]:
    """Rolling sums (Karp and Rabin 1987) up to each word, by which two stretches of any length are compared at once."""
    return list(accumulate((hash(form) for form in forms), lambda total, one: (total * _BASE + one) % _PRIME, initial=0))
