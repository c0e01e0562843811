"""Accounts with their wording in, which of them took its words from which out: a graph, not a tree.

Two accounts are kin where they share more words outside quotations than people who work alone do, and no third that both retell
explains it. Each then has one model, the nearest, so that of a copy of a copy the copy is the model, if it changed anything; and
further ones where these account for sentences that the first does not.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.model import Annotations, Document
from rashomon.relate import directions, renderings
from rashomon.relate.directions import UNDECIDED, Direction
from rashomon.relate.renderings import Wording
from rashomon.text import fingerprints

KIN = 0.2
"""Share of the shorter text's telling trigrams that stand in the other, outside quotations, at which one is taken from the
other; accounts of one event by different people, who heard the same officials, stay below."""
KIN_WITH_RUN = 0.08
"""The same where they also have a long run of words in common."""
FIRMLY = 0.3
"""The same where both retell one outside medium, which explains some words in common."""
NEAREST = 16
"""Accounts before each one that are looked at as its models."""

_LEAST = 8  # trigrams in common
_BETTER = 0.3  # by which another model renders a sentence better than the first one
_GAIN = 1.0  # what another model has to add in all, in sentences
_MAINLY = 0.5  # of its sentences that a main model accounts for, where nothing tells which was first
_SENT = 0.1  # what it counts that the model is an agency's own page: of two alike, outlets print that one
_CREDITED = 0.5  # what it counts that an account names its model, in shares of its sentences


@dataclass(frozen=True, slots=True, eq=False)
class Copy:
    """One document that took words from another. `share`: of the shorter one's trigrams; `whole`: of the copy's own."""

    model: Document
    copy: Document
    share: float
    whole: float
    direction: str


@dataclass(frozen=True, slots=True, eq=False)
class _Arc:
    """One account as it may have taken from another: how alike each of its sentences is to one of the model."""

    model: str
    copy: str
    way: Direction
    alike: tuple[float, ...]
    weight: float

    @property
    def exact(self) -> float:
        """How alike the sentences are that are alike at all."""
        found = [score for score in self.alike if score]
        return sum(found) / len(found) if found else 0.0


def find(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    wordings: Sequence[Wording],
    credits: Mapping[str, Set[str]],
    retold: Mapping[str, Set[str]],
) -> list[Copy]:
    """The copies. `credits`: the documents of the pile that each names as where it took something; `retold`: the origins
    outside the pile that each mainly retells, both by the document's id.
    """
    by_id, known = {d.id: d for d in documents}, {w.document.id: w for w in wordings}
    arcs = list(_arcs(known, {a.document: a for a in annotations}, credits, retold))
    chosen = _models(arcs)
    return [
        Copy(
            model=by_id[arc.model],
            copy=by_id[arc.copy],
            share=known[arc.model].share(known[arc.copy]),
            whole=len(known[arc.model].trigrams & known[arc.copy].trigrams) / max(len(known[arc.copy].trigrams), 1),
            direction=arc.way.why if arc.way.upstream else UNDECIDED,
        )
        for arc in chosen
    ]


def near(wordings: Sequence[Wording], most: int = NEAREST) -> list[tuple[Wording, Wording]]:
    """Pairs of accounts that share fingerprints, those that share most first for each."""
    known = {w.document.id: w for w in sorted(wordings, key=lambda w: (w.document.published.earliest or "9", w.document.id))}
    found = fingerprints.neighbours({key: w.prints for key, w in known.items()}, most)
    pairs = sorted({(min(key, other), max(key, other)) for key, others in found.items() for other in others})
    return [(known[left], known[right]) for left, right in pairs]


def kin(left: Wording, right: Wording, retold: Mapping[str, Set[str]]) -> bool:
    """Whether two accounts share words as only copies do."""
    if len(left.trigrams & right.trigrams) < _LEAST:
        return False
    share = left.share(right)
    if retold.get(left.document.id, frozenset()) & retold.get(right.document.id, frozenset()):
        return share >= FIRMLY
    return share >= KIN or (share >= KIN_WITH_RUN and not left.runs.isdisjoint(right.runs))


def _arcs(
    known: Mapping[str, Wording],
    found: Mapping[str, Annotations],
    credits: Mapping[str, Set[str]],
    retold: Mapping[str, Set[str]],
) -> Iterator[_Arc]:
    """Every way in which one account may have taken from another that is its kin."""
    for left, right in near(list(known.values())):
        if not kin(left, right, retold):
            continue
        ours, theirs = renderings.renderings(left, right), renderings.renderings(right, left)
        way = directions.direction(left, right, found, credits, ours, theirs)
        for model, copy, alike in ((left, right, theirs), (right, left, ours)):
            if way.upstream in (model.document.id, None):
                said = model.document.id in credits.get(copy.document.id, frozenset())
                scores = tuple(score for score, _ in alike)
                weight = sum(map(_worth, scores)) / max(len(scores), 1) + _CREDITED * said
                weight += _SENT * (directions.sent(model.document) and not directions.sent(copy.document))
                yield _Arc(model.document.id, copy.document.id, way, scores, weight)


def _models(arcs: Sequence[_Arc]) -> list[_Arc]:
    """For each account its nearest model (of equals the one that is like most others), then those that add to it: greedily,
    and nobody is its own ancestor.
    """
    central: dict[str, float] = defaultdict(float)
    for arc in arcs:
        central[arc.model] += arc.weight
    models: dict[str, list[_Arc]] = defaultdict(list)
    mainly = (a for a in arcs if a.weight >= _MAINLY or a.way.upstream)
    for arc in sorted(
        mainly, key=lambda a: (-round(a.weight, 2), -round(central[a.model], 1), a.way.upstream is None, a.model, a.copy)
    ):
        if not models[arc.copy] and not _descends(arc.model, arc.copy, models):
            models[arc.copy].append(arc)
    for arc in sorted(arcs, key=lambda a: (-round(a.exact, 2), -round(a.weight, 2), a.way.upstream is None, a.model, a.copy)):
        if _adds(arc, models[arc.copy]) and not _descends(arc.model, arc.copy, models):
            models[arc.copy].append(arc)
    return sorted((a for found in models.values() for a in found), key=lambda a: (a.model, a.copy))


def _worth(alike: float) -> float:
    """What a rendering counts: a sentence that is the same word for word more than one that is nearly so, since what a copy
    changed need not be undone.
    """
    return 0.7 * alike + 0.3 * (alike == 1.0)


def _adds(arc: _Arc, first: Sequence[_Arc]) -> bool:
    """Whether an arc accounts for enough sentences that those chosen before do not."""
    if any(a.model == arc.model for a in first):
        return False
    best = [max(scores) for scores in zip(*(a.alike for a in first), strict=True)] or [0.0] * len(arc.alike)
    gains = [new - old for new, old in zip(arc.alike, best, strict=True)]
    return math.fsum(gain for gain in gains if gain >= _BETTER) >= _GAIN


def _descends(document: str, ancestor: str, models: Mapping[str, Sequence[_Arc]]) -> bool:
    """Whether one account has another among those from which it descends, or is it."""
    seen, waiting = set(), [document]
    while waiting:
        one = waiting.pop()
        if one == ancestor:
            return True
        if one not in seen:
            seen.add(one)
            waiting += [a.model for a in models.get(one, ())]
    return False
