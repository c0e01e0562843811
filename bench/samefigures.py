"""An annotated event in, pairs of figures of two accounts with whether both answer one question out.

A figure is an answer where it stands alone in a statement on a question of how many, or is the only one there with a number that
its answer has.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench import annotated
from rashomon import api
from rashomon.model import Annotations, Bearing, Case, Quantity
from rashomon.relate import figures, profiles, tallies, wordings
from rashomon.relate.figurepairs import FEATURES, pairs
from rashomon.text import bearings, numbers

Asked = Mapping[str, frozenset[str]]
"""For each figure, by id, the questions that it answers."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """Candidate pairs of an event with their features; of each whether it is right, whether rules for what is counted link it,
    and the words of both claims; `missed`: right pairs that are no candidates.
    """

    features: NDArray[np.float64]
    right: NDArray[np.bool_]
    by_rule: NDArray[np.bool_]
    texts: Sequence[tuple[str, str]]
    missed: int


@cache
def told(event: Path) -> Told:
    """The pairs of an event; those with a figure of which nobody can say what it answers are left out."""
    case = api.settle_files(annotated.accounts(event))
    annotations = [_annotations(case, d.id) for d in case.documents]
    made, copies = wordings.distinct(profiles.profiles(annotations), frozenset())
    found = tallies.told(case.documents, annotations, made)
    vectors = {b.id: b.vector for a in annotations for b in a.bearings}
    parts = [*pairs(found, {d.id: d.text for d in case.documents}, vectors)]
    features = np.concatenate([np.zeros((0, len(FEATURES))), *(rows for _, _, rows in parts)])
    links = figures.relate(case.documents, annotations, made, copies)
    ruled = {frozenset((link.left, link.right)) for link in links if link.relation == "same-figure"}
    asked, doubtful = _asked(case, annotated.gold(event))
    ids = [f.quantity.id for f in found]
    both = [(ids[i], ids[j]) for lefts, rights, _ in parts for i, j in zip(lefts, rights, strict=True)]
    kept = np.array([not doubtful & {*pair} for pair in both], bool)
    both = [pair for pair, keep in zip(both, kept, strict=True) if keep]
    claims = {f.quantity.id: f.profile.claim.span for f in found}
    everywhere = [(a, b) for n, a in enumerate(ids) for b in ids[n + 1 :] if asked[a] & asked[b]]
    right = np.array([bool(asked[a] & asked[b]) for a, b in both], bool)
    across = sum(claims[a].document != claims[b].document for a, b in everywhere)
    return Told(
        features[kept],
        right,
        np.array([frozenset(pair) in ruled for pair in both], bool),
        [(claims[a].text, claims[b].text) for a, b in both],
        across - int(right.sum()),
    )


def _annotations(case: Case, document: str) -> Annotations:
    """What a case holds of one document."""
    claims = tuple(c for c in case.claims if c.span.document == document)
    rows = bearings.vectors([" ".join(c.span.text.split()) for c in claims])
    return Annotations(
        document=document,
        mentions=tuple(m for m in case.mentions if m.span.document == document),
        quantities=tuple(q for q in case.quantities if q.span.document == document),
        times=tuple(t for t in case.times if t.span.document == document),
        claims=claims,
        bearings=tuple(Bearing(id=c.id, vector=bearings.packed(row)) for c, row in zip(claims, rows, strict=True)),
    )


def _asked(case: Case, gold: Mapping[str, Any]) -> tuple[Asked, frozenset[str]]:
    """The questions of each figure, and the figures of which it cannot be said."""
    file = {d.id: Path(d.file).name for d in case.documents}
    spans = {s["id"]: (name, s["span"]) for name, d in gold["documents"].items() for s in d["statements"]}
    asked: dict[str, frozenset[str]] = defaultdict(frozenset)
    doubtful: set[str] = set()
    plain = [q for q in case.quantities if not q.derived]
    for point in (p for p in gold["points"] if p["type"] == "number"):
        for member in point["members"]:
            name, span = spans[member["statement"]]
            inside = [q for q in plain if file[q.span.document] == name and _within(q, span["start"], span["end"])]
            says = {n.value for n in numbers.read(point["values"][member["value"]]["text"])}
            meant = inside if len(inside) == 1 else [q for q in inside if says & {q.value, q.low, q.high} - {None}]
            if len(meant) == 1:
                asked[meant[0].id] |= {point["id"]}
            else:
                doubtful |= {q.id for q in inside}
    return asked, frozenset(doubtful - asked.keys())


def _within(quantity: Quantity, start: int, end: int) -> bool:
    return start <= quantity.span.start and quantity.span.end <= end
