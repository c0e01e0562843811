"""Claims of all documents in, suggestions which of them answer one question, in whatever words, out.

Candidates are claims to which one of a bank of plain questions is among the nearest, never all pairs; how near two claims are is
told by their vectors (`text/bearings.py`), and by the weight of what both speak of (`profiles.py`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.model import Annotations, Link
from rashomon.relate.profiles import Profile, likeness
from rashomon.text import bearings

LEAST = 0.4
"""Nearness below which two claims are no candidates: with 0.25 pairs are more than twice as many, for 0.002 of pairs F1."""

ANSWERED = 0.4
"""Nearness to a question that both claims need for it to be named: with 0.5 a hundredth of pairs F1 is lost on events that nobody
had read, with less claims stay that answer it only by a word."""

SPOKEN = 0.5
"""What the likeness of two claims' words adds to the nearness of their vectors."""

_NEAREST = 12
_MOST = 150  # claims under one question: what more of them answer than this is looked up under their other questions
_ASKED = 32  # questions of each claim of which those that two have in common are named
_SHOWN = 3  # questions that a link names
_ROWS = 2048  # claims set beside all questions at once

Floats = NDArray[np.float32]


def relate(annotations: Sequence[Annotations], made: Sequence[Profile]) -> Iterator[Link]:
    """Links `same-question` between claims, with the questions nearest to both as their reasons, nearest first."""
    known = {b.id: b.vector for a in annotations for b in a.bearings}
    held = [p for p in made if p.claim.id in known]
    if not held:
        return
    vectors = bearings.unpacked([known[p.claim.id] for p in held])
    lexicon = bearings.lexicon()
    whys = [f"both seem to answer “{question}”" for question in lexicon.questions]
    answered, holders = _looked_up(vectors, lexicon)
    for (i, j), near in sorted(_candidates(vectors, holders).items()):
        ours, theirs = answered[i], answered[j]
        both = sorted((-min(ours[q], theirs[q]), q) for q in ours.keys() & theirs.keys())
        yield Link(
            relation="same-question",
            left=held[i].claim.id,
            right=held[j].claim.id,
            score=round(near + SPOKEN * likeness(held[i], held[j]), 4),
            reasons=tuple(whys[q] for _, q in both[:_SHOWN]),
        )


def _looked_up(vectors: Floats, lexicon: bearings.Lexicon) -> tuple[list[dict[int, float]], Mapping[int, list[int]]]:
    """For each claim the questions, none of them vague, that it is nearest to, and how near; and for each question, be it vague,
    the claims to which it is among the very nearest.
    """
    vague = np.array(lexicon.vague)
    answered: list[dict[int, float]] = []
    holders: dict[int, list[int]] = defaultdict(list)
    for start in range(0, len(vectors), _ROWS):
        near = vectors[start : start + _ROWS] @ lexicon.asked.T
        for i, of_claim in enumerate(np.argpartition(-near, _NEAREST, axis=1)[:, :_NEAREST], start):
            for question in of_claim:
                holders[int(question)].append(i)
        near[:, vague] = -1
        nearest = np.argpartition(-near, _ASKED, axis=1)[:, :_ASKED]
        for row, chosen in zip(near, nearest, strict=True):
            answered.append({int(q): float(row[q]) for q in chosen if row[q] >= ANSWERED})
    return answered, holders


def _candidates(vectors: Floats, holders: Mapping[int, Sequence[int]]) -> Mapping[tuple[int, int], float]:
    """Pairs of claims under one question, with how near they are."""
    found: dict[tuple[int, int], float] = {}
    for of_question in holders.values():
        if 1 < len(of_question) <= _MOST:
            rows = vectors[list(of_question)]
            near = rows @ rows.T
            for left, right in np.argwhere(np.triu(near, 1) >= LEAST):
                found[of_question[left], of_question[right]] = float(near[left, right])
    return found
