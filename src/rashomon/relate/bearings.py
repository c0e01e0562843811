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

LEAST = 0.25
"""Nearness below which two claims are no candidates."""

ANSWERED = 0.4
"""Nearness to a question that both claims need for it to be named; it makes no difference to what is found on events that nobody
had read from 0.3 to 0.5, and takes off what answers it only by a word."""

SPOKEN = 0.5
"""What the likeness of two claims' words adds to the nearness of their vectors."""

_NEAREST = 6  # questions under which a claim is looked up
_MOST = 400  # claims under one question: what more of them answer than this is looked up under their other questions
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
    asked = lexicon.asked
    plain = ~np.array(lexicon.vague)
    for (i, j), near in sorted(_candidates(vectors, asked).items()):
        score = near + SPOKEN * likeness(held[i], held[j])
        both = np.where(plain, np.minimum(asked @ vectors[i], asked @ vectors[j]), -1)
        nearest = sorted((q for q in np.argpartition(-both, _SHOWN)[:_SHOWN] if both[q] >= ANSWERED), key=lambda q: (-both[q], q))
        reasons = tuple(f"both seem to answer “{lexicon.questions[q]}”" for q in nearest)
        yield Link(
            relation="same-question", left=held[i].claim.id, right=held[j].claim.id, score=round(score, 4), reasons=reasons
        )


def _candidates(vectors: Floats, asked: Floats) -> Mapping[tuple[int, int], float]:
    """Pairs of claims under one question, with how near they are."""
    holders: dict[int, list[int]] = defaultdict(list)
    for start in range(0, len(vectors), _ROWS):
        likest = np.argpartition(-(vectors[start : start + _ROWS] @ asked.T), _NEAREST, axis=1)[:, :_NEAREST]
        for i, of_claim in enumerate(likest, start):
            for question in of_claim:
                holders[int(question)].append(i)
    found: dict[tuple[int, int], float] = {}
    for of_question in holders.values():
        if 1 < len(of_question) <= _MOST:
            near = vectors[of_question] @ vectors[of_question].T
            for left, right in np.argwhere(np.triu(near, 1) >= LEAST):
                found[of_question[left], of_question[right]] = float(near[left, right])
    return found
