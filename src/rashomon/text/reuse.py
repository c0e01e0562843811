"""Two texts in, how much of the one stands in the other out: containment of word trigrams and of neighbouring words in any order,
and the longest run in common.

Containment tells reuse from texts that are merely on one matter (Clough and Stevenson 2011, who grade reuse by it).
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.text import shingles
from rashomon.text.shingles import Word
from rashomon.text.stems import stem

Gram = tuple[str, str, str]

REUSED = 0.06
"""Share of trigrams in common from which a text took words from the other: texts on one matter written apart stay below."""
BESIDE = 0.15
"""Share of pairs of neighbouring words, the commonest apart and in any order, from which the same is so where hardly three words
in a row were kept."""
LIGHTLY = 0.125
"""Share of fourgrams in common from which a rewriting kept the sentences of its model."""
PASTED = 38
"""Words in a row in common that nobody writes anew: cut and pasted."""

_NEAR = 3  # words after each one with which it makes a pair
_SHORT = 3  # letters up to which a word is a function word more often than not


@dataclass(frozen=True, slots=True)
class Reuse:
    """`trigrams`, `fourgrams`, `pairs` (of neighbours in any order): share of the first text's that stand in the second;
    `longest`: words in a row in common.
    """

    trigrams: float
    fourgrams: float
    pairs: float
    longest: int

    @property
    def grade(self) -> str:
        """copied, lightly rewritten, heavily rewritten, or none."""
        if self.trigrams < REUSED and self.pairs < BESIDE:
            return "none"
        if self.longest >= PASTED:
            return "copied"
        return "lightly rewritten" if self.fourgrams >= LIGHTLY else "heavily rewritten"


def measure(text: str, source: str) -> Reuse:
    """How much of a text stands in what may be its source."""
    ours, theirs = shingles.words(text), shingles.words(source)
    longest = max((r.left_end - r.left_start for r in shingles.runs({"text": ours, "source": theirs}, least=4)), default=0)
    left, right = _pairs(ours), _pairs(theirs)
    return Reuse(_contained(ours, theirs, 3), _contained(ours, theirs, 4), len(left & right) / max(len(left), 1), longest)


def _pairs(words: Sequence[Word]) -> set[frozenset[str]]:
    """Words that stand within a few of one another, the commonest apart, by their stems."""
    stems = [key for w in words if (key := stem(w.form)) not in _common() and len(w.form) > 2]
    return {frozenset((a, b)) for i, a in enumerate(stems) for b in stems[i + 1 : i + 1 + _NEAR] if a != b}


@cache
def _common() -> frozenset[str]:
    return frozenset(stem(word) for word in load("plainwords")["words"].split())


def _contained(ours: Sequence[Word], theirs: Sequence[Word], n: int) -> float:
    left, right = (_grams(side, n) for side in (ours, theirs))
    return sum(g in right for g in left) / max(len(left), 1)


def _grams(words: Sequence[Word], n: int) -> set[tuple[str, ...]]:
    forms = [w.form for w in words]
    return {tuple(forms[i : i + n]) for i in range(len(forms) - n + 1)}


def telling(text: str, words: Sequence[Word]) -> set[Gram]:
    """The trigrams of a text that are more than a name with its articles: each has a word of some length in small letters."""
    plain = [text[w.start].islower() and len(w.form) > _SHORT for w in words]
    return {(words[i].form, words[i + 1].form, words[i + 2].form) for i in range(len(words) - 2) if any(plain[i : i + 3])}


def containment(left: Set[Gram], right: Set[Gram]) -> float:
    """Share of the shorter text's trigrams that stand in the other; 0 where there are none."""
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0
