"""Invented events whose copies and changes are known in, who copied whom and what was changed out.

An edge is right where the account that was copied, or one with the same words, is named; where a text credits somebody at
second hand too, that edge is neither asked for nor wrong. Its direction is right where the texts tell it, and where they do not,
if it is left undecided. Changes are judged on sentences that a copy took: found is one of the right kind on both its sentences.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.generator.known import known
from rashomon import api
from rashomon.model import Case
from rashomon.text import shingles

TITLE = "Copies in invented events of 12 to 60 accounts: edges, their direction, changes by kind"
CORPUS = None
FLOORS = {"edges": 0.9, "direction where decidable": 0.9, "undecided where not": 0.8, "mutations typed": 0.85}

SIZES = (12, 12, 12, 12, 30, 30, 60)
_DIRECTED, _RESEMBLE = 0.15, 0.2

Edges = list[tuple[str, str, bool]]  # upstream, downstream, whether it is undecided which is which


def gold() -> list[dict[str, Any]]:
    return [known(f"l{number}", size, 100 + number) for number, size in enumerate(SIZES)]


def ours(item: Mapping[str, Any]) -> dict[str, list[int]]:
    case = settled(item["records"])
    names = accounts(case, item["records"])
    return judge_edges(item["truth"], edges(case, names)) | judge_mutations(item["truth"], case, names)


def settled(records: list[dict[str, Any]]) -> Case:
    """The case of these records, as from a file of them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        return api.settle_files([path])


def accounts(case: Case, records: list[dict[str, Any]]) -> dict[str, str]:
    """The account that each document is, by the document's id."""
    known = {(r["url"], r["text"]): r["id"] for r in records}
    return {d.id: known[d.url or "", d.text] for d in case.documents}


def edges(case: Case, names: Mapping[str, str]) -> Edges:
    """Edges of a case between its accounts and to media beyond it; people are nobody's copy."""
    origins = {o.id: o for o in case.origins}
    found = []
    for edge in case.derivations:
        origin = origins[edge.upstream]
        if origin.document or origin.kind in ("outlet", "agency", "work"):
            upstream = names[origin.document] if origin.document else "x:" + origin.name
            found.append((upstream, names[edge.downstream], edge.direction == "undecided"))
    return found


def judge_edges(known: Mapping[str, Any], found: Edges) -> dict[str, list[int]]:
    """Right and judged, for edges found, edges asked for, and the two kinds of direction."""
    carried = {(up, down) for down, up in known["carried"]}
    left, hits, told, open_ = list(found), 0, [0, 0], [0, 0]
    for edge in known["edges"]:
        candidates = {edge["upstream"]: edge["decidable"]} | {x["upstream"]: x["decidable"] for x in edge.get("alike", ())}
        for one, other, undecided in left:
            forth = other == edge["downstream"] and (one in candidates or (one.startswith("x:") and _medium(one, edge)))
            back = one == edge["downstream"] and other in candidates
            if forth or back:
                decidable = candidates.get(one if forth else other, ["stated"])
                hits += 1
                (told if decidable else open_)[0] += (forth and not undecided) if decidable else undecided
                (told if decidable else open_)[1] += 1
                left.remove((one, other, undecided))
                break
    extra = sum((one, other) not in carried and not _person(one, known["people"]) for one, other, _ in left)
    return {"precision": [hits, hits + extra], "recall": [hits, len(known["edges"])], "told": told, "open": open_}


def _medium(upstream: str, edge: Mapping[str, Any]) -> bool:
    """Whether an outside medium is meant, in full or by the last part of its name."""
    return bool(edge["upstream"].endswith(" " + upstream[2:]))


def _person(upstream: str, people: list[str]) -> bool:
    """Whether an origin is somebody, whose words are nobody's copy."""
    return upstream.startswith("x:") and any(upstream[2:] in name or name in upstream for name in people)


def judge_mutations(known: Mapping[str, Any], case: Case, names: Mapping[str, str]) -> dict[str, list[int]]:
    """Changes of the right kind among those made, and among those said of sentences that were taken over."""
    said: dict[frozenset[str], list[Any]] = {}
    for p in case.passages:
        said.setdefault(frozenset((names[p.left.document], names[p.right.document])), []).append(p)
    alike = {(e["upstream"], e["downstream"]): [x["upstream"] for x in e.get("alike", ())] for e in known["edges"]}
    typed, missed = 0, Counter[str]()
    for change in known["mutations"]:
        models = {change["upstream"], *alike.get((change["upstream"], change["downstream"]), ())}
        kinds = {k for m in models for p in said.get(frozenset((m, change["downstream"])), ()) for k in _kinds(p, names, change)}
        if change["type"] in kinds:
            typed += 1
        else:
            missed[f"missed {change['type']}"] += 1
    return {"typed": [typed, len(known["mutations"])]} | {k: [n, 0] for k, n in missed.items()}


def _kinds(passage: Any, names: Mapping[str, str], change: Mapping[str, Any]) -> list[str]:
    """The changes of a passage that lies on the copy's sentence; where it has the copy on its left they are read backwards."""
    sides = {names[s.document]: s for s in (passage.left, passage.right)}
    here, span = sides[change["downstream"]], change["right"]
    if not (here.start < span["end"] and span["start"] < here.end):
        return []
    kinds = [c.split(":")[0] for c in passage.changes]
    return kinds if here is passage.right else [_BACK.get(k, k) for k in kinds]


_BACK = {
    "hedge lost": "hedge added",
    "hedge added": "hedge lost",
    "attribution lost": "attribution added",
    "attribution added": "attribution lost",
}


def nothing(item: Mapping[str, Any]) -> dict[str, list[int]]:
    return judge_edges(item["truth"], []) | {"typed": [0, len(item["truth"]["mutations"])]}


def resembling(resemblance: Callable[[list[str], list[str]], float], least: float) -> Callable[[Mapping[str, Any]], Any]:
    """A peer: each account is taken from the one that it resembles most, the earlier from the later undecided."""

    def predict(item: Mapping[str, Any]) -> dict[str, list[int]]:
        records = item["records"]
        words = [[w.form for w in shingles.words(r["text"])] for r in records]
        return judge_edges(item["truth"], list(_nearest(records, words, resemblance, least))) | {
            "typed": [0, len(item["truth"]["mutations"])]
        }

    return predict


def _nearest(
    records: list[dict[str, Any]], words: list[list[str]], resemblance: Callable[[list[str], list[str]], float], least: float
) -> Iterator[tuple[str, str, bool]]:
    for i, record in enumerate(records):
        scored = [(resemblance(words[i], words[j]), j) for j in range(len(records)) if _before(records[j], record) and i != j]
        score, best = max(scored, default=(0.0, 0))
        if score >= least:
            first, day = records[best].get("published"), record.get("published")
            yield records[best]["id"], record["id"], not (first and day and first < day)


def _before(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether one account may have been there when the other was written; on one day the order of the list stands for it."""
    first, day = one.get("published", ""), other.get("published", "")
    return (first, one["id"]) < (day, other["id"]) if first and day else one["id"] < other["id"]


def blocks(ours: list[str], theirs: list[str]) -> float:
    import difflib

    matches = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return sum(m.size for m in matches if m.size >= 4) / max(min(len(ours), len(theirs)), 1)


def minhash(ours: list[str], theirs: list[str]) -> float:
    from rensa import RMinHash

    signed = []
    for forms in (ours, theirs):
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update([" ".join(forms[i : i + 3]) for i in range(len(forms) - 2)])
        signed.append(sketch)
    return float(signed[0].jaccard(signed[1]))


SYSTEMS: dict[str, Callable[[Mapping[str, Any]], dict[str, list[int]]]] = {
    "rashomon": ours,
    "naive": nothing,
    "difflib": resembling(blocks, _RESEMBLE),
    "minhash (rensa)": resembling(minhash, _DIRECTED),
}


def score(gold: list[dict[str, Any]], predicted: list[dict[str, list[int]]]) -> dict[str, float]:
    sums: dict[str, list[int]] = {}
    for one in predicted:
        for key, (hit, of) in one.items():
            total = sums.setdefault(key, [0, 0])
            total[0], total[1] = total[0] + hit, total[1] + of
    share = {key: hit / of if of else 0.0 for key, (hit, of) in sums.items()}
    precision, recall = share["precision"], share["recall"]
    return {
        "edges": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "precision": precision,
        "recall": recall,
        "direction where decidable": share["told"],
        "undecided where not": share["open"],
        "mutations typed": share["typed"],
    }
