"""Invented events that nobody has read who made the rules in, their points and conflicts out, all events together.

The scorer is read from beside `$RASHOMON_CORPORA`, as for the five accounts.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import annotated, corpora
from bench.tasks import points
from rashomon import api, codec

TITLE = "Invented events that no rule was made with: pairs of claims, conflicts, disputed points, origins"
CORPUS = "../seeds"
FLOORS = {"pairs F1": 0.2, "conflicts precision": 0.4, "nearest speaker F1": 0.55}

Case = dict[str, Any]


def gold() -> list[Path]:
    return annotated.events(read=False)


def ours(event: Path) -> Case:
    case: Case = json.loads(codec.case_json(api.settle_files(annotated.accounts(event))))
    return case


def alike(vectors: points.Matrix, least: float) -> Callable[[Path], Case]:
    """The peer of task `points`, on an event's accounts."""
    return lambda event: points.paired(ours(event), vectors, least)


SYSTEMS: dict[str, Callable[[Path], Case]] = {
    "rashomon": ours,
    "naive": alike(points.words, 0.8),
    "tf-idf cosine": alike(points.words, 0.3),
}


def score(gold: list[Path], predicted: list[Case]) -> dict[str, float]:
    """Shares over all events, each pair, point or member counting alike."""
    over: Counter[tuple[str, str]] = Counter()
    of: Counter[tuple[str, str]] = Counter()
    for event, case in zip(gold, predicted, strict=True):
        for measure in _measures(event, case):
            key = measure["layer"], measure["measure"]
            if key in _WANTED and measure["denominator"]:
                over[key] += measure["numerator"]
                of[key] += measure["denominator"]
    return {name: over[key] / of[key] for key, name in _WANTED.items() if of[key]}


_WANTED = {
    **{key: name for key, name in points.WANTED.items() if "B-cubed" not in name},
    ("attributions", "content and nearest speaker F1"): "nearest speaker F1",
    ("points", "gold members that a claim stands for"): "members claimed",
}


def _measures(event: Path, case: Case) -> list[dict[str, Any]]:
    scorer = corpora.path("../score") / "score.py"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gold.json"
        path.write_text(json.dumps(annotated.gold(event)))
        run = subprocess.run(
            [sys.executable, scorer, "/dev/stdin", "--json", "--gold", path],
            input=json.dumps(case).encode(),
            capture_output=True,
            check=True,
        )
    found: list[dict[str, Any]] = json.loads(run.stdout)["measures"]
    return found
