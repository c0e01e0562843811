"""Statements of annotated invented events in, how near each two of two accounts are out: do those on one question come first?

All of them count, read or not: nothing that makes the vectors was chosen by their texts, `scripts/train_bearings.py` learns
from others. The peer is the cosine of words weighed by rarity, the floor the share of words in common.
"""

import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np

from bench import annotated
from bench.tasks import points
from rashomon.text import bearings

TITLE = "Two statements of one question, in whatever words, ranked above all others: invented events, average precision"
CORPUS = None
FLOORS = {"average precision": 0.3}

Ranked = tuple[list[float], list[bool]]
_WORD = re.compile(r"[^\W\d_]{3,}")


Event = dict[str, Any]


def gold() -> list[Event]:
    return [annotated.gold(event) for read in (True, False) for event in annotated.events(read=read)]


def near(texts: list[str]) -> Any:
    rows = bearings.vectors(texts)
    return rows @ rows.T


def shared(texts: list[str]) -> Any:
    """The share of the words of both that two texts have in common (Jaccard)."""
    said = [frozenset(_WORD.findall(text.lower())) for text in texts]
    return np.array([[len(a & b) / max(1, len(a | b)) for b in said] for a in said])


def ranking(likeness: Callable[[list[str]], Any]) -> Callable[[Event], Ranked]:
    """A system: how alike each two statements of two accounts are, and whether they are on one point."""
    return lambda event: _pairs(event, likeness)


def _pairs(event: Event, likeness: Callable[[list[str]], Any]) -> Ranked:
    told = [(file, s) for file, d in event["documents"].items() for s in d["statements"]]
    on: dict[str, set[str]] = {}
    for point in event["points"]:
        for member in point["members"]:
            on.setdefault(member["statement"], set()).add(point["id"])
    alike = likeness([s["span"]["text"] for _, s in told])
    apart = [(i, j) for i, j in combinations(range(len(told)), 2) if told[i][0] != told[j][0]]
    right = [bool(on.get(told[i][1]["id"], set()) & on.get(told[j][1]["id"], set())) for i, j in apart]
    return [float(alike[i, j]) for i, j in apart], right


SYSTEMS: dict[str, Callable[[Event], Ranked]] = {
    "rashomon": ranking(near),
    "naive": ranking(shared),
    "tf-idf cosine": ranking(points.words),
}


def score(gold: list[Event], predicted: list[Ranked]) -> dict[str, float]:
    """Means over the events; the best F1 at one floor for all pairs of an event."""
    measured = np.array([_measures(np.array(scores), np.array(right)) for scores, right in predicted])
    return dict(zip(("average precision", "best F1", "recall at precision 0.6"), map(float, measured.mean(0)), strict=True))


def _measures(scores: Any, right: Any) -> tuple[float, float, float]:
    found = np.cumsum(right[np.argsort(-scores, kind="stable")])
    precision, recall = found / np.arange(1, len(found) + 1), found / found[-1]
    first = np.diff(found, prepend=0)
    best = float((2 * precision * recall / np.maximum(precision + recall, 1e-9)).max())
    return float((precision * first).sum() / found[-1]), best, float(recall[precision >= 0.6].max(initial=0))
