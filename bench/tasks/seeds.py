"""Five real accounts of one event against their gold, by the scorer that lies beside them; all layers, one table.

The texts, the gold and the scorer are not ours to publish: the task reads them from `$RASHOMON_CORPORA/..` (folders `seeds`,
`seeds-gold`, `score`) and is skipped where they are not.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench import corpora
from rashomon import api, codec

TITLE = "Five accounts of an evacuation deal: the main measure of each layer, and their mean"
CORPUS = "../seeds"


def gold() -> list[Path]:
    folder = corpora.path(CORPUS)
    if not (folder.parent / "score" / "score.py").exists():
        raise corpora.Missing("the scorer is not beside the seeds")
    return [folder]


def ours(folder: Path) -> bytes:
    return codec.case_json(api.settle_files(sorted(folder.glob("*.txt"))))


def naive(folder: Path) -> bytes:
    return subprocess.run([sys.executable, folder.parent / "score" / "naive.py"], capture_output=True, check=True).stdout


SYSTEMS = {"rashomon": ours, "naive": naive}


def score(gold: list[Path], predicted: list[bytes]) -> dict[str, float]:
    scorer = gold[0].parent / "score" / "score.py"
    run = subprocess.run([sys.executable, scorer, "/dev/stdin", "--json"], input=predicted[0], capture_output=True, check=True)
    report: dict[str, Any] = json.loads(run.stdout)
    found = {m["layer"]: m["value"] or 0.0 for m in report["measures"] if m["main"]}
    wanted = {"false alarms (lower is better)": "false alarms", "false corroboration (lower is better)": "false corroboration"}
    found |= {wanted[m["measure"]]: m["value"] or 0.0 for m in report["measures"] if m["measure"] in wanted}
    return found | {"overall": report["overall"]}
