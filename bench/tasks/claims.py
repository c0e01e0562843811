"""Invented passages against the claims in them: their words, who says them, whether denied, how certain."""

import tomllib
from pathlib import Path
from typing import Any

from rashomon import pipeline
from rashomon.extract import Found
from rashomon.model import Block, Claim, Document
from rashomon.text import sentences

TITLE = "Claims of invented passages: half covered, IoU of at least 0.5, and what is right where matched"
CORPUS = None
FLOORS = {"half covered F1": 0.9, "own voice or attributed": 0.88, "speaker": 0.95, "denied F1": 0.9, "modality": 0.95}
BEFORE = ("mentions", "quantities", "times", "quotations", "attributions", "claims")


def gold() -> list[dict[str, Any]]:
    path = Path(__file__).parent.parent / "gold" / "claims.toml"
    passages: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["passage"]
    return passages


def ours(passage: dict[str, Any]) -> list[dict[str, Any]]:
    text = passage["text"]
    blocks = (Block(start=0, end=len(text), role=passage.get("role", "paragraph")),)
    document = Document(id="d", file="passage", sha256="", text=text, language="en", blocks=blocks)
    found: Found = pipeline.find(document, BEFORE)
    return [_plain(c) for c in found.claims]


def naive(passage: dict[str, Any]) -> list[dict[str, Any]]:
    """One claim a sentence, each in the outlet's own voice, asserted and certain."""
    return [
        {"start": start, "end": end, "by": None, "polarity": "asserted", "modality": "certain"}
        for start, end in sentences.split(passage["text"])
    ]


SYSTEMS = {"rashomon": ours, "naive": naive}


def score(gold: list[dict[str, Any]], predicted: list[list[dict[str, Any]]]) -> dict[str, float]:
    wanted = [_wanted(p) for p in gold]
    pairs = [pair for g, s in zip(wanted, predicted, strict=True) for pair in _paired(g, s)]
    n_gold, n_found = sum(map(len, wanted)), sum(map(len, predicted))
    close = [p for p in pairs if _iou(*p) >= 0.5]
    return {
        "half covered F1": _f1(len(pairs), n_gold, n_found),
        "IoU F1": _f1(len(close), n_gold, n_found),
        "own voice or attributed": _share(pairs, lambda g, s: bool(g["by"]) == bool(s["by"])),
        "speaker": _share([p for p in pairs if p[0]["by"]], lambda g, s: g["by"] in (s["by"] or "")),
        "polarity": _share(pairs, lambda g, s: g["polarity"] == s["polarity"]),
        "denied F1": _marked(pairs, wanted, predicted, "polarity", "asserted"),
        "modality": _share(pairs, lambda g, s: g["modality"] == s["modality"]),
        "uncertain F1": _marked(pairs, wanted, predicted, "modality", "certain"),
    }


def _plain(claim: Claim) -> dict[str, Any]:
    speaker = next((h.name for h in claim.chain if h.kind != "outlet"), None)
    place = {"start": claim.span.start, "end": claim.span.end}
    return place | {"by": speaker, "polarity": claim.polarity, "modality": claim.modality}


def _wanted(passage: dict[str, Any]) -> list[dict[str, Any]]:
    usual = {"by": None, "polarity": "asserted", "modality": "certain"}
    starts = [passage["text"].index(c["says"]) for c in passage["claims"]]
    return [usual | c | {"start": s, "end": s + len(c["says"])} for s, c in zip(starts, passage["claims"], strict=True)]


def _paired(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """One to one, the most alike first; a claim has to cover half of what it stands for."""
    both = ((i, j) for i, g in enumerate(gold) for j, s in enumerate(found) if 2 * _shared(g, s) >= g["end"] - g["start"])
    scored = [(_iou(gold[i], found[j]), i, j) for i, j in both]
    pairs, left, right = [], set(range(len(gold))), set(range(len(found)))
    for _, i, j in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _shared(left: dict[str, Any], right: dict[str, Any]) -> int:
    return max(0, min(left["end"], right["end"]) - max(left["start"], right["start"]))


def _iou(left: dict[str, Any], right: dict[str, Any]) -> float:
    shared = _shared(left, right)
    return shared / (left["end"] - left["start"] + right["end"] - right["start"] - shared)


def _f1(hits: int, gold: int, found: int) -> float:
    return 2 * hits / (gold + found) if gold + found else 0.0


def _share(pairs: list[Any], right: Any) -> float:
    return sum(right(g, s) for g, s in pairs) / len(pairs) if pairs else 0.0


def _marked(pairs: list[Any], gold: list[Any], found: list[Any], key: str, usual: str) -> float:
    hits = sum(g[key] == s[key] != usual for g, s in pairs)
    return _f1(hits, *(sum(c[key] != usual for part in side for c in part) for side in (gold, found)))
