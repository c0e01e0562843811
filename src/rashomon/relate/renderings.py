"""Two accounts in, which sentences of one render which of the other, and how much of their wording they share, out.

Wording is compared outside quotations, for whoever quotes a speech copies nobody.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import Annotations, Document
from rashomon.model.document import PROSE_ROLES
from rashomon.text import fingerprints, reuse, sentences, shingles

ALIKE = 0.4
"""Share of the words of two sentences in common at which one may be a rendering of the other."""
LONG = 9
"""Words in a row that nobody writes twice by chance, names and fixed phrases apart."""

_TELLING = 3  # plain words in a long run
_SHORT = 3  # letters up to which a word is a function word more often than not


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of an account: code points, and its words."""

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


def wording(document: Document, found: Annotations) -> Wording:
    """The wording of one account."""
    quoted = sorted((q.content.start, q.content.end) for q in found.quotations if q.kind == "speech")
    trigrams: set[reuse.Gram] = set()
    runs: set[int] = set()
    prints: dict[int, None] = {}
    for start, end in _outside(document, quoted):
        words = shingles.words(document.text, start, end)
        forms = [w.form for w in words]
        trigrams |= reuse.telling(document.text, words)
        plain = [document.text[w.start].islower() and len(w.form) > _SHORT for w in words]
        runs |= {
            fingerprints.hashed(forms[i : i + LONG]) for i in range(len(words) - LONG + 1) if sum(plain[i : i + LONG]) >= _TELLING
        }
        prints |= dict.fromkeys(fingerprints.fingerprints(forms))
    return Wording(document, tuple(_sentences(document)), frozenset(trigrams), frozenset(runs), tuple(prints))


def _outside(document: Document, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of an account's prose that are not quoted."""
    for block in document.blocks:
        if block.role not in PROSE_ROLES or block.role == "headline":
            continue
        at = block.start
        for start, end in (q for q in quoted if q[0] < block.end and block.start < q[1]):
            yield at, max(at, start)
            at = max(at, end)
        yield at, max(at, block.end)


def _sentences(document: Document) -> Iterator[Sentence]:
    for block in document.blocks:
        if block.role in PROSE_ROLES and block.role != "headline":
            for start, end in sentences.split(document.text, block.start, block.end):
                yield Sentence(start, end, frozenset(w.form for w in shingles.words(document.text, start, end)))


def renderings(copy: Wording, model: Wording) -> list[tuple[float, Sentence | None]]:
    """For each sentence of one account the most similar one of the other and how alike they are; 0 and None below `ALIKE`."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(model.sentences):
        for word in sentence.words:
            holders[word].append(i)
    return [_best(sentence, model.sentences, holders) for sentence in copy.sentences]


def _best(sentence: Sentence, others: Sequence[Sentence], holders: dict[str, list[int]]) -> tuple[float, Sentence | None]:
    shared: dict[int, int] = defaultdict(int)
    for word in sentence.words:
        for i in holders.get(word, ()):
            shared[i] += 1
    scored = ((n / (len(sentence.words) + len(others[i].words) - n), -i) for i, n in shared.items())
    score, place = max(scored, default=(0.0, 0))
    return (score, others[-place]) if score >= ALIKE else (0.0, None)
