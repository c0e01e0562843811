"""Two accounts in, which sentences of one render which of the other, and how much of their wording they share, out.

Wording is compared outside quotations, for whoever quotes a speech copies nobody.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from rashomon.model import Annotations, Document
from rashomon.model.document import PROSE_ROLES
from rashomon.text import fingerprints, reuse, sentences, shingles

ALIKE = 0.4
"""Share of the words of two sentences in common at which one may be a rendering of the other."""
LONG = 12
"""Words in a row that nobody writes twice by chance, names and fixed phrases apart."""

_TELLING = 3  # plain words in a long run
_EXACTLY = 1e-9  # by which a product may be off
_SHORT = 3  # letters up to which a word is a function word more often than not


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of an account: code points, its words without those that say who speaks, and of these so many, the longest,
    that one of them at least stands in each sentence that is alike.
    """

    start: int
    end: int
    words: frozenset[str]
    telling: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """How an account is worded: its sentences without the headline's, its telling trigrams, long runs and fingerprints."""

    document: Document
    sentences: tuple[Sentence, ...]
    trigrams: frozenset[reuse.Gram]
    runs: frozenset[int]
    prints: tuple[int, ...]

    def share(self, other: "Wording") -> float:
        """Share of the shorter one's trigrams that stand in the other."""
        return reuse.containment(self.trigrams, other.trigrams)


Rendering = tuple[float, Sentence | None]
"""How alike a sentence is to the one that renders it in another account; 0 and None where none does."""

_Best = tuple[float, int]
"""How alike a sentence is to the one most like it, and where this stands: the places turned round, so that the first is most."""


def wording(document: Document, found: Annotations) -> Wording:
    """The wording of one account. Who said it and by which cue is no wording of its own: these are names and fixed phrases."""
    crediting = [(s.start, s.end) for a in found.attributions for s in (a.source, a.cue) if s]
    apart = sorted([*crediting, *((q.content.start, q.content.end) for q in found.quotations if q.kind == "speech")])
    trigrams: set[reuse.Gram] = set()
    runs: set[int] = set()
    prints: dict[int, None] = {}
    for start, end in _outside(document, apart):
        words = shingles.words(document.text, start, end)
        forms = [w.form for w in words]
        trigrams |= reuse.telling(document.text, words)
        plain = [document.text[w.start].islower() and len(w.form) > _SHORT for w in words]
        runs |= {
            fingerprints.hashed(forms[i : i + LONG]) for i in range(len(words) - LONG + 1) if sum(plain[i : i + LONG]) >= _TELLING
        }
        prints |= dict.fromkeys(fingerprints.fingerprints(forms))
    return Wording(document, tuple(_sentences(document, sorted(crediting))), frozenset(trigrams), frozenset(runs), tuple(prints))


def _outside(document: Document, apart: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of an account's prose that are neither quoted nor say who speaks."""
    for block in document.blocks:
        if block.role in PROSE_ROLES and block.role != "headline":
            yield from _between(block.start, block.end, apart)


def _between(start: int, end: int, apart: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What lies between two places outside some spans, which are in order."""
    at = start
    for first, last in (s for s in apart if s[0] < end and start < s[1]):
        if at < first:
            yield at, first
        at = max(at, last)
    if at < end:
        yield at, end


def _sentences(document: Document, crediting: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
    for block in document.blocks:
        if block.role not in PROSE_ROLES or block.role == "headline":
            continue
        for start, end in sentences.split(document.text, block.start, block.end):
            said = (shingles.words(document.text, *part) for part in _between(start, end, crediting))
            yield _sentence(start, end, frozenset(w.form for words in said for w in words))


def _sentence(start: int, end: int, words: frozenset[str]) -> Sentence:
    least = ceil(ALIKE * len(words) - _EXACTLY)  # that many words of it at least stand in one that is alike
    return Sentence(start, end, words, tuple(sorted(words, key=lambda w: (-len(w), w))[: len(words) - least + 1]))


def renderings(copy: Wording, model: Wording) -> list[Rendering]:
    """For each sentence of one account the most similar one of the other and how alike they are; 0 and None below `ALIKE`."""
    return both(copy, model)[0]


def both(left: Wording, right: Wording) -> tuple[list[Rendering], list[Rendering]]:
    """The renderings of the left account's sentences in the right one, and those of the right's in the left."""
    ours: list[_Best] = [(0.0, 0)] * len(left.sentences)
    theirs: list[_Best] = [(0.0, 0)] * len(right.sentences)
    for i, j, score in _alike(left.sentences, right.sentences):
        ours[i] = max(ours[i], (score, -j))
        theirs[j] = max(theirs[j], (score, -i))
    return [_rendering(best, right) for best in ours], [_rendering(best, left) for best in theirs]


def _rendering(best: _Best, other: Wording) -> Rendering:
    score, place = best
    return (score, other.sentences[-place]) if score else (0.0, None)


def _alike(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> Iterator[tuple[int, int, float]]:
    """The pairs of sentences, by their places, that are alike enough. Two such share one of the words that tell them best, so
    that no two are compared that share but small words (the prefix filter of Chaudhuri et al. 2006).
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(theirs):
        for word in sentence.telling:
            holders[word].append(j)
    for i, sentence in enumerate(ours):
        for j in {j for word in sentence.telling if word in holders for j in holders[word]}:
            common = len(sentence.words & theirs[j].words)
            score = common / (len(sentence.words) + len(theirs[j].words) - common)
            if score >= ALIKE:
                yield i, j, score
