"""Accounts with their wording in, which of them took its words from which out: a graph, not a tree.

Each account that is kin to others has one model, the nearest, so that of a copy of a copy the copy is the model, if it changed
anything; and further ones where these account for sentences that the first does not. What two accounts share against a third, a
slip above all, tells which of them was copied (as it does for manuscripts); a credit to an agency does not, for copies keep it.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.model import Annotations, Document, Passage, Span
from rashomon.relate import directions, kinship, renderings
from rashomon.relate.directions import UNDECIDED, Direction
from rashomon.relate.renderings import Wording
from rashomon.text import fingerprints

NEAREST = 24
"""Accounts before each one that are looked at as its models."""

_BETTER = 0.3  # by which another model renders a sentence better than the first one
_GAIN = 1.0  # what another model has to add in all, in sentences
_MAINLY = 0.5  # of its sentences that a main model accounts for, where nothing tells which was first
_LIKELY = 0.2  # what it counts that a model is an agency's own page or is credited, in sentences: of two alike, it is that one
_NOTICED = 0.5  # what it counts that a notice of the page names the model, in shares of its sentences


_RETOLD, _MOST = 5, 0.35  # sentences that one account has of another in other words, and their share of the shorter one's

_NOBODY: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Said:
    """What documents say of where they took something, by their ids: the documents of the pile that each credits, those of them
    that a notice of the page names, and the origins outside the pile that each mainly retells.
    """

    credits: Mapping[str, Set[str]]
    noticed: Mapping[str, Set[str]]
    retold: Mapping[str, Set[str]]


@dataclass(frozen=True, slots=True, eq=False)
class Copy:
    """One document that took words from another. `share`: of the shorter one's trigrams; `whole`: of the copy's own; `why` and
    `shown`, with the spans that show it: why it is thought so, where words in common do not tell.
    """

    model: Document
    copy: Document
    share: float
    whole: float
    direction: str
    why: str | None = None
    shown: tuple[Span, ...] = ()


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
    documents: Sequence[Document], annotations: Sequence[Annotations], wordings: Sequence[Wording], said: Said
) -> list[Copy]:
    """The copies, each with the models that its words tell."""
    by_id, known = {d.id: d for d in documents}, {w.document.id: w for w in wordings}
    arcs = list(_arcs(known, {a.document: a for a in annotations}, said))
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


def rewritten(
    annotations: Sequence[Annotations], wordings: Sequence[Wording], said: Said, shared: Sequence[Passage], copied: Sequence[Copy]
) -> Iterator[Copy]:
    """The accounts that tell much of what another tells in words of their own, so that no run of words gives them away; each with
    the one of which it has most, unless it is known to have copied, and unless what both retell from outside explains it.
    """
    known, found = {w.document.id: w for w in wordings}, {a.document: a for a in annotations}
    copying = {c.copy.id for c in copied}
    ways: list[tuple[int, str, str, str]] = []
    for (left, right), count in _retold(known, shared).items():
        ours, theirs = known[left], known[right]
        if said.retold.get(left, _NOBODY) & said.retold.get(right, _NOBODY):
            continue
        one, other = renderings.both(ours, theirs)
        way = directions.direction(ours, theirs, found, said.credits, one, other)
        model, copy = (right, left) if way.upstream == right else (left, right)
        if copy not in copying:
            ways.append((-count, model, copy, way.why if way.upstream else UNDECIDED))
    for _, model, copy, why in sorted(ways):
        if copy not in copying:
            copying.add(copy)
            a, b = known[model], known[copy]
            whole = len(a.trigrams & b.trigrams) / max(len(b.trigrams), 1)
            yield Copy(model=a.document, copy=b.document, share=a.share(b), whole=whole, direction=why)


def _retold(known: Mapping[str, Wording], shared: Sequence[Passage]) -> Mapping[tuple[str, str], int]:
    """For two documents how many sentences of the one stand in the other, in whatever words; where they are enough."""
    sides: dict[tuple[str, str], tuple[set[int], set[int]]] = {}
    for passage in shared:
        if passage.kind != "same-quotation":
            pair = passage.left.document, passage.right.document
            held = sides.setdefault(pair, (set(), set()))
            for side, places in zip((passage.left, passage.right), held, strict=True):
                places |= {s.start for s in known[side.document].sentences if s.start < side.end and side.start < s.end}
    least = {pair: min(map(len, held)) for pair, held in sides.items()}
    enough = {pair: _MOST * min(len(known[key].sentences) for key in pair) for pair in least}
    return {pair: n for pair, n in sorted(least.items()) if n >= max(_RETOLD, enough[pair])}


def near(wordings: Sequence[Wording], most: int = NEAREST) -> list[tuple[Wording, Wording]]:
    """Pairs of accounts that share fingerprints, those that share most first for each."""
    known = {w.document.id: w for w in sorted(wordings, key=lambda w: (w.document.published.earliest or "9", w.document.id))}
    found = fingerprints.neighbours({key: w.prints for key, w in known.items()}, most)
    pairs = sorted({(min(key, other), max(key, other)) for key, others in found.items() for other in others})
    return [(known[left], known[right]) for left, right in pairs]


def _arcs(known: Mapping[str, Wording], found: Mapping[str, Annotations], said: Said) -> Iterator[_Arc]:
    """Every way in which one account may have taken from another that is its kin."""
    for left, right in near(list(known.values())):
        if not kinship.possible(left, right):
            continue
        ours, theirs = renderings.both(left, right)
        if not kinship.kin(left, right, ours, theirs, said.retold):
            continue
        way = directions.direction(left, right, found, said.credits, ours, theirs)
        for model, copy, alike in ((left, right, theirs), (right, left, ours)):
            if way.upstream in (model.document.id, None):
                scores = tuple(score for score, _ in alike)
                weight = sum(map(_worth, scores)) / max(len(scores), 1) + _favour(
                    model.document, copy.document, said, len(scores)
                )
                yield _Arc(model.document.id, copy.document.id, way, scores, weight)


def _favour(model: Document, copy: Document, said: Said, sentences: int) -> float:
    """What speaks for a model beside the wording: a notice much; a credit little, for copies of copies keep it."""
    likely = directions.sent(model) and not directions.sent(copy)
    likely = likely or model.id in said.credits.get(copy.id, _NOBODY)
    return _NOTICED * (model.id in said.noticed.get(copy.id, _NOBODY)) + _LIKELY * likely / max(sentences, 1)


def _models(arcs: Sequence[_Arc]) -> list[_Arc]:
    """For each account its nearest model (of equals the one that is like most others), then those that add to it: greedily,
    and nobody is its own ancestor.
    """
    central: dict[str, float] = defaultdict(float)
    for arc in arcs:
        central[arc.model] += arc.weight
    chosen: dict[str, list[_Arc]] = defaultdict(list)
    models: dict[str, set[str]] = defaultdict(set)
    mainly = (a for a in arcs if a.weight >= _MAINLY or a.way.upstream)
    for arc in sorted(
        mainly, key=lambda a: (-round(a.weight, 3), -round(central[a.model], 1), a.way.upstream is None, a.model, a.copy)
    ):
        if not chosen[arc.copy] and not descends(arc.model, arc.copy, models):
            chosen[arc.copy].append(arc)
            models[arc.copy].add(arc.model)
    for arc in sorted(
        arcs,
        key=lambda a: (-round(_gain(a, chosen[a.copy][:1]), 2), -round(a.weight, 3), a.way.upstream is None, a.model, a.copy),
    ):
        if _adds(arc, chosen[arc.copy]) and not descends(arc.model, arc.copy, models):
            chosen[arc.copy].append(arc)
            models[arc.copy].add(arc.model)
    return sorted((a for found in chosen.values() for a in found), key=lambda a: (a.model, a.copy))


def _worth(alike: float) -> float:
    """What a rendering counts: a sentence that is the same word for word more than one that is nearly so, since what a copy
    changed need not be undone.
    """
    return 0.7 * alike + 0.3 * (alike == 1.0)


def _adds(arc: _Arc, first: Sequence[_Arc]) -> bool:
    """Whether an arc accounts for enough sentences that those chosen before do not."""
    return all(a.model != arc.model for a in first) and _gain(arc, first) >= _GAIN


def _gain(arc: _Arc, first: Sequence[_Arc]) -> float:
    """How much better an arc accounts for sentences than those chosen before."""
    best = [max(scores) for scores in zip(*(a.alike for a in first), strict=True)] or [0.0] * len(arc.alike)
    gains = [new - old for new, old in zip(arc.alike, best, strict=True)]
    return math.fsum(gain for gain in gains if gain >= _BETTER)


def descends(document: str, ancestor: str, models: Mapping[str, Set[str]]) -> bool:
    """Whether one account has another among those from which it descends, or is it. `models`: the models of each, by id."""
    seen, waiting = set(), [document]
    while waiting:
        one = waiting.pop()
        if one == ancestor:
            return True
        if one not in seen:
            seen.add(one)
            waiting += sorted(models.get(one, _NOBODY))
    return False
