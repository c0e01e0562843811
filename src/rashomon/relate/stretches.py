"""Documents in, stretches of two sentences that say the same in other words or another order out.

"Carried lanterns, guides and porters too" renders "even their porters and guides had lanterns", though the
claims in which they stand share little else: what counts is a stretch on either side most of whose words stand in the other, and
enough of them, names apart, and rare enough, that nobody would hit upon them who works alone.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.model import Document, Span
from rashomon.model.document import PROSE_ROLES
from rashomon.text import sentences, shingles
from rashomon.text.stems import stem

MOSTLY, MANY = 0.5, 4
"""Share of the weight of a stretch that must stand in the other, and the words in common, names apart, at that share."""
NEARLY, FEW = 0.8, 3
"""The same where nearly all of a stretch stands in the other: fewer words do."""
RARE = 2.0
"""How rare the words in common are together at least: as two that stand in one sentence of the pile each."""

_LONGEST = 80  # words of a sentence, the commonest apart, up to which it is compared
_EDGES = ((1, 0, 0, 0), (0, -1, 0, 0), (0, 0, 1, 0), (0, 0, 0, -1), (1, 0, 1, 0), (0, -1, 0, -1), (1, 0, 0, -1), (0, -1, 1, 0))


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    stem: str
    plain: bool


Sentence = Sequence[_Word]
"""The words of a sentence that say what it is about, in text order."""


@cache
def _common() -> frozenset[str]:
    return frozenset(stem(word) for word in load("plainwords")["words"].split())


def read(documents: Sequence[Document]) -> tuple[dict[str, list[Sentence]], dict[str, float], float]:
    """The sentences of each document, how rare each word is among them, and how rare words must be together."""
    found = {d.id: list(_sentences(d)) for d in documents}
    held = Counter(key for own in found.values() for s in own for key in {w.stem for w in s})
    total = max(2, sum(map(len, found.values())))
    return found, {key: math.log(total / n) for key, n in held.items()}, RARE * math.log(total)


def _sentences(document: Document) -> Iterator[Sentence]:
    for block in document.blocks:
        if block.role in PROSE_ROLES:
            for start, end in sentences.split(document.text, block.start, block.end):
                words = list(_words(document.text, start, end))
                if FEW <= len(words) <= _LONGEST:
                    yield words


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    for word in shingles.words(text, start, end):
        key = stem(word.form)
        if key not in _common() and (len(word.form) > 1 or word.form.isdigit()):
            yield _Word(word.start, word.end, key, text[word.start].islower() or text[word.start].isdigit())


def shared(
    left: Document, right: Document, found: Mapping[str, Sequence[Sentence]], weight: Mapping[str, float], least: float
) -> Iterator[tuple[Span, Span]]:
    """The stretches in common of two documents, the weightiest first; none overlaps another on both sides."""
    kept: list[tuple[Span, Span]] = []
    scored = []
    for ours, theirs in _candidates(found[left.id], found[right.id]):
        if stretch := _stretch(ours, theirs, weight, least):
            total, (a, b), (c, d) = stretch
            scored.append((-total, left.span(ours[a].start, ours[b].end), right.span(theirs[c].start, theirs[d].end)))
    for _, one, other in sorted(scored):
        if not any(one.overlap(a) and other.overlap(b) for a, b in kept):
            kept.append((one, other))
            yield one, other


def _candidates(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Pairs of sentences that share enough words."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(theirs):
        for key in {w.stem for w in sentence}:
            holders[key].append(j)
    for sentence in ours:
        shared = Counter(j for key in {w.stem for w in sentence} for j in holders.get(key, ()))
        yield from ((sentence, theirs[j]) for j, n in sorted(shared.items()) if n >= FEW)


def _stretch(
    ours: Sentence, theirs: Sentence, weight: Mapping[str, float], least: float
) -> tuple[float, tuple[int, int], tuple[int, int]] | None:
    """The stretch of both sentences that is alike: from the first word in common to the last, and narrower while that makes
    it more alike than it makes it shorter. With the weight of what is in common.
    """
    both = {w.stem for w in ours} & {w.stem for w in theirs}
    left, right = ([i for i, w in enumerate(side) if w.stem in both] for side in (ours, theirs))
    place = (0, len(left) - 1, 0, len(right) - 1)

    def measured(p: tuple[int, int, int, int]) -> tuple[float, float, float]:
        one = {w.stem for w in ours[left[p[0]] : left[p[1]] + 1]}
        other = {w.stem for w in theirs[right[p[2]] : right[p[3]] + 1]}
        common, most = (math.fsum(weight[k] for k in one & other), max(math.fsum(weight[k] for k in x) for x in (one, other)))
        share = common / most if most else 0.0
        return share * math.sqrt(common), share, common

    best = measured(place)
    while True:
        moved = [p for step in _EDGES if (p := _moved(place, step))]
        score, place_ = max(((measured(p), p) for p in moved), default=(best, place))
        if score[0] <= best[0]:
            break
        best, place = score, place_
    (a, b), (c, d) = (left[place[0]], left[place[1]]), (right[place[2]], right[place[3]])
    common = {w.stem for w in ours[a : b + 1]} & {w.stem for w in theirs[c : d + 1]}
    plain = len({w.stem for w in ours[a : b + 1] if w.plain and w.stem in common})
    enough = (plain >= MANY and best[1] >= MOSTLY) or (plain >= FEW and best[1] >= NEARLY)
    return (best[2], (a, b), (c, d)) if enough and best[2] >= least else None


def _moved(place: tuple[int, int, int, int], step: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    a, b, c, d = (p + s for p, s in zip(place, step, strict=True))
    return (a, b, c, d) if a < b and c < d else None
