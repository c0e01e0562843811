"""Figures of all documents in, pairs of two documents that may answer one question out, each with what speaks for and against it.

Candidates count the same, came to the same, are as many, or seem to answer one of a bank of plain questions: never all pairs.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.meaning.families import family
from rashomon.meaning.measures import system, turned
from rashomon.relate.tallies import BEFORE, PART, Figure
from rashomon.text import bearings

FEATURES = (
    *("claims", "clauses", "before", "nouns", "nearest", "farthest", "sizes", "smaller", "same outcome", "other outcome"),
    *("same sort", "other sort", "same family", "without noun", "narrowed", "measured", "one a part", "both parts", "one before"),
)
"""What is measured of two figures: how near their claims are, the words around them up to the next comma, what is said just
before, and their nouns (products of vectors of length 1); how many figures of the other's document are nearer, to the one and to
the other (logarithms); how far apart they are in size, and how large the smaller is (logarithms); the rest is so (1) or not (0),
`without noun` a count.
"""

_MOST = 150  # figures under one key: what more of them have than this tells no two of them from others
_ASKED = 6  # plain questions of each figure under which others are looked up
_MANY = 12  # from which on two figures are equal by more than chance
_AROUND = 200  # code points around a figure in which its clause and what is said before are looked for
_FARTHEST = 4.0  # logarithm of what one may be of the other beyond which more tells nothing
_ROWS = 2048
_GATHERED = 500  # buckets of pairs after which those found twice are let go
_CUT = re.compile(r"[,;:–—]\s|[.!?][\s\"”]|\n|\band\b")
_SENTENCE = re.compile(r"[.!?]\s|\n")

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]


Part = tuple[Indices, Indices, NDArray[np.float64]]
"""Figures by number, and a row for each pair of them with its features, in the order of `FEATURES`."""


def pairs(figures: Sequence[Figure], texts: Mapping[str, str], claims: Mapping[str, bytes]) -> Iterator[Part]:
    """Candidate pairs with their features, some thousands at a time, for of a large pile there are millions; `texts` by document,
    `claims` the packed vector of each claim, by its id.
    """
    place = [n for n, f in enumerate(figures) if f.profile.claim.id in claims and not f.quantity.derived]
    told = [figures[n] for n in place]
    if not told:
        return
    around, of = _Around(told, texts, claims), np.array(place, np.int64)
    left, right = _candidates(told, around)
    near = [_near(vectors, left, right) for vectors in (around.claims, around.clauses)]
    documents = np.unique([f.profile.document for f in told], return_inverse=True)[1]
    ranks = [_ranks(one, other, near[0] + near[1], documents) for one, other in ((left, right), (right, left))]
    known: list[NDArray[Any]] = [*near, *ranks]
    for start in range(0, len(left), _ROWS):
        some = slice(start, start + _ROWS)
        rows = _features(told, around, left[some], right[some], [of_pair[some] for of_pair in known])
        yield of[left[some]], of[right[some]], rows


class _Around:
    """Vectors of each figure's claim, its clause, what is said before its sentence, and its noun."""

    def __init__(self, figures: Sequence[Figure], texts: Mapping[str, str], claims: Mapping[str, bytes]) -> None:
        spans = [(texts[f.profile.document], f.quantity.span) for f in figures]
        self.claims = bearings.unpacked([claims[f.profile.claim.id] for f in figures])
        self.clauses = bearings.vectors([clause(text, s.start, s.end) for text, s in spans])
        self.before = bearings.vectors([_before(text, s.start) for text, s in spans])
        self.nouns = bearings.vectors([f.quantity.head or "" for f in figures])


def clause(text: str, start: int, end: int) -> str:
    """What stands around a figure (code points of the text), up to the next comma, stop or "and" on both sides."""
    first = max(0, start - _AROUND)
    cuts = [m.end() for m in _CUT.finditer(text, first, start)]
    last = _CUT.search(text, end, end + _AROUND)
    return text[cuts[-1] if cuts else first : last.start() if last else end + _AROUND]


def _before(text: str, start: int) -> str:
    """What is said just before the sentence of a figure."""
    ends = [m.end() for m in _SENTENCE.finditer(text, max(0, start - 2 * _AROUND), start)]
    at = ends[-1] if ends else max(0, start - _AROUND)
    return text[max(0, at - _AROUND) : at]


def _candidates(figures: Sequence[Figure], around: _Around) -> tuple[Indices, Indices]:
    """Pairs of two documents that share a key, by number, each once."""
    documents = np.unique([f.profile.document for f in figures], return_inverse=True)[1]
    found = [np.zeros(0, np.int64)]
    for held in _buckets(figures, around):
        some = np.array(sorted(held), np.int64)
        left, right = (some[of] for of in np.triu_indices(len(some), 1))
        apart = documents[left] != documents[right]
        found.append(left[apart] * len(figures) + right[apart])
        if len(found) > _GATHERED:
            found = [np.unique(np.concatenate(found))]
    pairs_ = np.unique(np.concatenate(found))
    return pairs_ // len(figures), pairs_ % len(figures)


def _buckets(figures: Sequence[Figure], around: _Around) -> Iterator[Sequence[int]]:
    """Figures under one key, where these are not too many to tell anything."""
    by_kind: dict[Hashable, list[int]] = defaultdict(list)
    for n, figure in enumerate(figures):
        by_kind[figure.quantity.kind, system(figure.quantity)].append(n)
    for of_kind in by_kind.values():
        by_key: dict[Hashable, list[int]] = defaultdict(list)
        for n, asked in zip(of_kind, _asked(around.claims[of_kind] + around.clauses[of_kind]), strict=True):
            for key in (None, *_keys(figures[n]), *asked):
                by_key[key].append(n)
        yield from (held for held in by_key.values() if 1 < len(held) <= _MOST)


def _keys(figure: Figure) -> Iterator[Hashable]:
    """What is counted, what became of it, and how many."""
    what, q = figure.counted, figure.quantity
    if what.population:
        yield "sort", what.population
    if what.outcome:
        yield "outcome", what.outcome
    if q.low == q.high and (q.low or 0) > _MANY:
        yield "size", q.low


def _asked(vectors: Floats) -> Iterator[list[int]]:
    """For each vector the numbers of the plain questions nearest to it."""
    asked = bearings.lexicon().asked
    for start in range(0, len(vectors), _ROWS):
        near = vectors[start : start + _ROWS] @ asked.T
        yield from np.argpartition(-near, _ASKED, axis=1)[:, :_ASKED].tolist()


def _near(vectors: Floats, left: Indices, right: Indices) -> Floats:
    """The products of the vectors of pairs."""
    near = np.empty(len(left), np.float32)
    for start in range(0, len(left), _ROWS):
        some = slice(start, start + _ROWS)
        near[some] = np.einsum("ij,ij->i", vectors[left[some]], vectors[right[some]])
    return near.round(4)


def _features(
    figures: Sequence[Figure], around: _Around, left: Indices, right: Indices, known: Sequence[NDArray[Any]]
) -> NDArray[np.float64]:
    """The features of pairs, of which how near they are and how many figures are nearer is `known`."""
    claims, clauses, *ranks = known
    size = np.array([[_size(figures[n]) for n in of] for of in (left, right)]).reshape(2, len(left))
    told = [
        *(claims, clauses, _near(around.before, left, right), _near(around.nouns, left, right)),
        *(np.log1p(np.minimum(*ranks)), np.log1p(np.maximum(*ranks))),
        *(np.minimum(np.abs(size[0] - size[1]), _FARTHEST), np.minimum(*size)),
    ]
    said = np.array([_said(figures[i], figures[j]) for i, j in zip(left, right, strict=True)], np.float64)
    return np.column_stack([*told, said.reshape(len(left), len(FEATURES) - len(told))])


def _ranks(one: Indices, other: Indices, near: Floats, documents: NDArray[np.int64]) -> Indices:
    """For each pair how many candidates of the other's document are nearer to the one."""
    twice = np.concatenate([one, other]), np.concatenate([documents[other], documents[one]]), np.concatenate([near, near])
    order = np.lexsort((-twice[2], twice[1], twice[0]))
    ones, among, nears = (of[order] for of in twice)
    new = np.r_[True, (ones[1:] != ones[:-1]) | (among[1:] != among[:-1])]
    place = np.arange(len(order))
    begun = np.maximum.accumulate(np.where(new, place, 0))
    fresh = new | np.r_[True, nears[1:] != nears[:-1]]
    level = np.maximum.accumulate(np.where(fresh, place, 0)) - begun  # those as near share a rank, in whatever order they come
    ranks = np.empty(len(order), np.int64)
    ranks[order] = level
    return ranks[: len(one)]


def _size(figure: Figure) -> float:
    """The logarithm of a figure, a half added, in the unit that it can be turned into."""
    q = turned(figure.quantity)
    ends = [x for x in (q.low, q.high) if x is not None]
    return float(np.log(max(sum(ends) / len(ends), 0.0) + 0.5))


def _said(left: Figure, right: Figure) -> list[float]:
    """What is so of two figures, and what is not."""
    ours, theirs = left.counted, right.counted
    heads = left.quantity.head, right.quantity.head
    families = [family(head.lower()) if head else None for head in heads]
    parts = (left.aside == PART) + (right.aside == PART)
    return [
        float(bool(ours.outcome) and ours.outcome == theirs.outcome),
        float(bool(ours.outcome and theirs.outcome) and ours.outcome != theirs.outcome),
        float(bool(ours.population) and ours.population == theirs.population),
        float(bool(ours.population and theirs.population) and ours.population != theirs.population),
        float(families[0] is not None and families[0] == families[1]),
        float(sum(not head for head in heads)),
        float(ours.restriction != theirs.restriction),
        float(left.quantity.kind != "count"),
        float(parts == 1),
        float(parts > 1),
        float((left.aside == BEFORE) != (right.aside == BEFORE)),
    ]
