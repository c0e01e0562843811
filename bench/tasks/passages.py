"""Five real accounts of one event, the passages that two of them share, by the scorer that lies beside them; and two peers.

The peers' passages are put into our case in place of ours, so that all go through one scorer. difflib: matching blocks of four
words and more between the words of each two accounts. Quid finds quotations and near-verbatim reuse.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.tasks import seeds
from rashomon.text import shingles

TITLE = "Five accounts of an evacuation deal: passages that two accounts share"
CORPUS = seeds.CORPUS

_LEAST = 4  # words of a matching block
Places = Iterator[tuple[int, int, int, int]]
"""Starts and ends (code points) of a passage in the first and the second text."""

gold = seeds.gold


def difflib_blocks(left: str, right: str) -> Places:
    from difflib import SequenceMatcher

    ours, theirs = shingles.words(left), shingles.words(right)
    for m in SequenceMatcher(None, [w.form for w in ours], [w.form for w in theirs], autojunk=False).get_matching_blocks():
        if m.size >= _LEAST:
            yield ours[m.a].start, ours[m.a + m.size - 1].end, theirs[m.b].start, theirs[m.b + m.size - 1].end


def quid(left: str, right: str) -> Places:
    from quid.core.Quid import Quid  # type: ignore[import-untyped,unused-ignore]

    for match in Quid().compare(left, right):
        yield match.source_span.start, match.source_span.end, match.target_span.start, match.target_span.end


def nothing(left: str, right: str) -> Places:
    yield from ()


def by(find: Callable[[str, str], Places]) -> Callable[[Path], bytes]:
    """A peer: its passages between each two accounts."""

    def predict(folder: Path) -> bytes:
        case: dict[str, Any] = json.loads(seeds.ours(folder))
        found = []
        for one, other in combinations(case["documents"], 2):
            for a, b, c, d in find(one["text"], other["text"]):
                sides = ((one, a, b), (other, c, d))
                left, right = ({"document": x["id"], "start": s, "end": e, "text": x["text"][s:e]} for x, s, e in sides)
                found.append({"left": left, "right": right, "kind": "verbatim", "changes": []})
        return json.dumps(case | {"passages": found}).encode()

    return predict


SYSTEMS = {"rashomon": seeds.ours, "naive": by(nothing), "difflib": by(difflib_blocks), "quid": by(quid)}


def score(gold: list[Path], predicted: list[bytes]) -> dict[str, float]:
    scorer = gold[0].parent / "score" / "score.py"
    run = subprocess.run([sys.executable, scorer, "/dev/stdin", "--json"], input=predicted[0], capture_output=True, check=True)
    wanted = {f"passages {name}": name for name in ("F1", "precision", "recall")}
    return {wanted[m["measure"]]: m["value"] or 0.0 for m in json.loads(run.stdout)["measures"] if m["measure"] in wanted}
