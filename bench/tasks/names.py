"""Pairs of names of people and companies, invented around real ones (name_bench, synthetic part), are they one or two.

Half of the pairs are one name mistyped, abbreviated or romanised twice, half are two names made to look alike. One threshold,
the one the library uses; the edit ratio is given the threshold that suits it best, which is more than it could know.
"""

import json
from dataclasses import dataclass

from bench import corpora
from rashomon import names

TITLE = "One name or two: pairs of names of people and companies"
CORPUS = "names"
_KINDS = {"Person": "person", "Company": "organisation", "Organization": "organisation"}
_BEST_RATIO = 0.88  # of 0.50, 0.51 … 0.99 on these very pairs


@dataclass(frozen=True)
class Pair:
    """Two names, what bears them, and whether they are one."""

    left: str
    right: str
    kind: str
    same: bool


def gold() -> list[Pair]:
    lines = (corpora.path(CORPUS) / "pairs-synthetic.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [Pair(row["a"], row["b"], _KINDS.get(row["schema"], "organisation"), row["match"]) for row in rows]


def ours(pair: Pair) -> bool:
    return names.match(pair.left, pair.right, pair.kind).verdict == "same"


def naive(pair: Pair) -> bool:
    return pair.left == pair.right


def ratio(pair: Pair) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(pair.left.casefold(), pair.right.casefold()) >= 100 * _BEST_RATIO


def jaro_winkler(pair: Pair) -> bool:
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(pair.left.casefold(), pair.right.casefold()) >= 0.9


SYSTEMS = {"rashomon": ours, "naive": naive, "edit ratio": ratio, "jaro-winkler": jaro_winkler}


def score(gold: list[Pair], predicted: list[bool]) -> dict[str, float]:
    hits = sum(p and g.same for g, p in zip(gold, predicted, strict=True))
    said, wanted = sum(predicted), sum(g.same for g in gold)
    right = sum(p == g.same for g, p in zip(gold, predicted, strict=True))
    return {
        "F1": 2 * hits / (said + wanted) if said + wanted else 0.0,
        "precision": hits / said if said else 0.0,
        "recall": hits / wanted,
        "accuracy": right / len(gold),
    }
