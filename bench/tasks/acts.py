"""Two accounts of one act in, how they stand on who did it, when or where out."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import rashomon
from rashomon import pipeline
from rashomon.model import Block, Document, Published

TITLE = "Who, when and where: two invented accounts of one act, how they stand"
CORPUS = None
FLOORS = {"accuracy": 0.82, "conflict precision": 0.9}

_DAY = "2024-06-02"


def gold() -> list[dict[str, Any]]:
    path = Path(__file__).parent.parent / "gold" / "acts.toml"
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    return found


def ours(item: dict[str, Any]) -> str:
    documents = [_document(n, item[side]) for n, side in enumerate(("left", "right"))]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    related = [r.relation for p in case.points if p.kind == item["kind"] for r in p.relations]
    return next((r for r in ("conflict", "refines", "compatible") if r in related), "none")


def _document(number: int, text: str) -> Document:
    made = Document(id=f"d{number}", file=f"{number}.txt", sha256="", text=text, outlet=f"Paper {number}", language="en")
    day = Published(value=_DAY, earliest=_DAY, latest=_DAY, why="given")
    return replace(made, published=day, blocks=(Block(start=0, end=len(text), role="paragraph"),))


def naive(item: dict[str, Any]) -> str:
    """Whatever is not the same sentence conflicts."""
    return "none" if item["left"] == item["right"] else "conflict"


SYSTEMS: dict[str, Callable[[dict[str, Any]], str]] = {"rashomon": ours, "naive": naive}


def score(gold: list[dict[str, Any]], predicted: list[str]) -> dict[str, float]:
    pairs = [(item["relation"], said) for item, said in zip(gold, predicted, strict=True)]
    said = [wanted for wanted, found in pairs if found == "conflict"]
    asked = [found for wanted, found in pairs if wanted == "conflict"]
    return {
        "accuracy": sum(wanted == found for wanted, found in pairs) / len(pairs),
        "conflict precision": said.count("conflict") / max(1, len(said)),
        "conflict recall": asked.count("conflict") / max(1, len(asked)),
    }
