"""Figures of annotated invented events in, how likely each two of two accounts answer one question out.

Events that nobody read who made the rules; the weights are learnt from those that were (`scripts/train_figurepairs.py`).
Beside them what rules for what is counted link, the cosine of both claims' words weighed by rarity, and their share in common.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from bench import annotated
from bench.samefigures import Told, told
from bench.tasks import bearings, points
from bench.tasks.bearings import Ranked
from rashomon.relate import onequestion

TITLE = "Two figures that answer one question, ranked above all others: invented events that no rule was made with"
CORPUS = None
FLOORS = {"average precision": 0.38}


Event = dict[str, Any]


def gold() -> list[Event]:
    return [{"event": event.name, **annotated.gold(event)} for event in annotated.events(read=False)]


def ranking(likely: Callable[[Told], Any]) -> Callable[[Event], Ranked]:
    """A system: how likely each two figures answer one question, and whether they do; right pairs that are no candidates last."""

    def ranked(event: Event) -> Ranked:
        found = told(annotated.FOLDER / event["event"])
        return [*map(float, likely(found)), *([-1.0] * found.missed)], [*map(bool, found.right), *([True] * found.missed)]

    return ranked


def learnt(found: Told) -> Any:
    return onequestion.likelihood(found.features)


def alike(likeness: Callable[[list[str]], Any]) -> Callable[[Told], Any]:
    """How alike both claims are."""

    def scores(found: Told) -> Any:
        texts = sorted({text for pair in found.texts for text in pair})
        place = {text: n for n, text in enumerate(texts)}
        near = likeness(texts)
        return np.array([near[place[a], place[b]] for a, b in found.texts])

    return scores


SYSTEMS: dict[str, Callable[[Event], Ranked]] = {
    "rashomon": ranking(learnt),
    "rules for what is counted": ranking(lambda found: found.by_rule),
    "naive": ranking(alike(bearings.shared)),
    "tf-idf cosine": ranking(alike(points.words)),
}

score = bearings.score
