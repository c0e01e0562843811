"""Invented events of growing size in, what it takes to settle them out: processor seconds, and how they grow.

What was found in each account is given; measured is all that puts accounts side by side (entities, lineage, points, timeline).
Accounts are of about 50 claims each. `growth` is the exponent of the claims by which the time grows from the smallest to the
largest event: 1 is in proportion. Events of up to 100,000 claims, and what memory they take: `python -m bench.settling`.
"""

import math
import time
from typing import Any

from bench.generator.known import known
from bench.tasks import lineage
from rashomon import __version__, pipeline
from rashomon.model import Annotations, Document

TITLE = "Settling invented events of 10, 40 and 100 long accounts: processor seconds, and how they grow"
CORPUS = None
FLOORS = {"claims a second": 100.0}

SIZES = (10, 40, 100)

Found = tuple[list[Document], list[Annotations]]


def gold() -> list[dict[str, Any]]:
    return [known(f"s{size}", size, 900, "long") for size in SIZES]


def ours(item: dict[str, Any]) -> tuple[int, float]:
    """How many claims there are, and the processor seconds that settling them takes."""
    documents, annotations = _annotated(item)
    began = time.process_time()
    pipeline.settle(documents, annotations, (), __version__)
    return sum(len(a.claims) for a in annotations), time.process_time() - began


SYSTEMS = {"rashomon": ours}


def score(gold: list[dict[str, Any]], predicted: list[tuple[int, float]]) -> dict[str, float]:
    (few, short), (many, long) = predicted[0], predicted[-1]
    return {
        "claims": float(many),
        "seconds of processor": long,
        "claims a second": many / long,
        "growth": math.log(long / short) / math.log(many / few),
    }


def _annotated(item: dict[str, Any]) -> Found:
    documents = list(lineage.settled(item["records"]).documents)
    return documents, [pipeline.annotate(d) for d in documents]
