"""Two accounts in, which sentences of one render which of the other, and how much of their wording they share, out.

Wording is compared outside quotations, for whoever quotes a speech copies nobody.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rashomon.model import Annotations, Document
from rashomon.model.document import PROSE_ROLES
from rashomon.text import fingerprints, reuse, sentences, shingles

ALIKE = 0.4
"""Share of the words of two sentences in common at which one may be a rendering of the other."""
LONG = 12
"""Words in a row that nobody writes twice by chance, names and fixed phrases apart."""

_TELLING = 3  # plain words in a long run
_SHORT = 3  # letters up to which a word is a function word more often than not


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of an account: code points, and its words without those that say who speaks."""

    start: int
    end: int
    words: frozenset[str]


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
            yield Sentence(start, end, frozenset(w.form for words in said for w in words))


def renderings(copy: Wording, model: Wording) -> list[Rendering]:
    """For each sentence of one account the most similar one of the other and how alike they are; 0 and None below `ALIKE`."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(model.sentences):
        for word in sentence.words:
            holders[word].append(i)
    return [_best(sentence, model.sentences, holders) for sentence in copy.sentences]


def _best(sentence: Sentence, others: Sequence[Sentence], holders: dict[str, list[int]]) -> Rendering:
    shared = Counter(chain.from_iterable(holders[word] for word in sentence.words if word in holders))
    least = ALIKE * len(sentence.words)  # that many words of it at least stand in one that is alike
    scored = ((n / (len(sentence.words) + len(others[i].words) - n), -i) for i, n in shared.items() if n >= least)
    score, place = max(scored, default=(0.0, 0))
    return (score, others[-place]) if score >= ALIKE else (0.0, None)
