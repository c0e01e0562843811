"""A claim and its evidence in, whether the evidence supports the claim out, for pairs with numbers (FEVER-Symmetric).

A claim is refuted where one of its dates or figures excludes all that the evidence gives of its kind, or the evidence gives none.
"""

import json
import re
from dataclasses import replace
from typing import Any

from bench import corpora
from rashomon import pipeline
from rashomon.compare import quantities, times
from rashomon.model import Annotations, Answer, Block, Claim, Document, Published
from rashomon.relate import times as resolving

TITLE = "FEVER-Symmetric, pairs with numbers: supported or refuted"
CORPUS = "fever-symmetric"

_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
_NUMBER = re.compile(r"\d+")
_ASIDE = re.compile(r"\(\d{4} \w+\)")  # "(2005 film)" tells two of a name apart and says nothing
_ONE_OF = re.compile(r"one of\b", re.IGNORECASE)
_APART = "count different things"
_HELD = ("agree", "refines", "compatible")


def gold() -> list[dict[str, Any]]:
    rows = (json.loads(line) for line in (corpora.path(CORPUS) / "dev.jsonl").read_text().splitlines())
    return [row for row in rows if row["kind"] != "none"]


def ours(item: dict[str, Any]) -> str:
    left, right = (_read(item[side]) for side in ("claim", "evidence"))
    return "SUPPORTS" if all(_held(answer, right) for answer in _answers(*left)) else "REFUTES"


def absent(item: dict[str, Any]) -> str:
    """The naive rule: refuted where a number of the claim is not in the evidence."""
    numbers = set(_NUMBER.findall(item["evidence"]))
    return "SUPPORTS" if set(_NUMBER.findall(item["claim"])) <= numbers else "REFUTES"


SYSTEMS = {"rashomon": ours, "naive": absent}


def score(gold: list[dict[str, Any]], predicted: list[str]) -> dict[str, float]:
    right = [said == row["label"] for row, said in zip(gold, predicted, strict=True)]
    found: dict[str, float] = {"accuracy": sum(right) / len(right)}
    for label in ("SUPPORTS", "REFUTES"):
        hits = [r for r, row in zip(right, gold, strict=True) if row["label"] == label]
        found[f"{label.lower()} recall"] = sum(hits) / len(hits)
    return found


def _read(text: str) -> tuple[Document, Annotations]:
    for token, mark in _BRACKETS.items():
        text = text.replace(token, mark)
    text = re.sub(r"\s+([.,;:)\]'’])", r"\1", re.sub(r"([(\[])\s+", r"\1", text.replace("``", "“").replace(" ` ", " ")))
    block = Block(start=0, end=len(text), role="paragraph")
    day = Published(value="2018-06-30", earliest="2018-06-30", latest="2018-06-30", why="as the corpus was made")
    document = Document(id="d", file="f", sha256="", outlet=None, published=day, blocks=(block,), language="en", text=text)
    found = pipeline.find(document, ("mentions", "times", "quantities")).annotations()
    return document, replace(found, times=resolving.resolve(document, found, [document]))


def _answers(document: Document, found: Annotations) -> list[Answer]:
    """An answer for each date and each figure of a text; what is part of a name is none."""
    claim = Claim(id="c", span=document.span(0, len(document.text)))
    beside = [m.span() for m in _ASIDE.finditer(document.text)]
    names = [m.span for m in found.mentions if m.kind in ("work", "event", "organisation") and m.form == "name"]
    when = [t for t in found.times if t.type != "DURATION"]
    dated = [t for t in found.times if t.earliest and t.type in ("DATE", "TIME")]
    counted = [
        q
        for q in found.quantities
        if q.kind != "vague" and not _ONE_OF.match(q.span.text) and not any(t.span.overlap(q.span) for t in when)
    ]
    made = [Answer(claim=claim, document="d", time=t) for t in dated]
    made += [Answer(claim=claim, document="d", quantity=q) for q in counted if not any(n.covers(q.span) for n in names)]
    return [a for a in made if not any(start <= _at(a) < end for start, end in beside)]


def _at(answer: Answer) -> int:
    record = answer.time or answer.quantity
    assert record is not None
    return record.span.start


def _held(answer: Answer, evidence: tuple[Document, Annotations]) -> bool:
    compare = times.compare if answer.time else quantities.compare
    found = [c for other in _answers(*evidence) for c in compare(answer, other)]
    of_one_thing = {c.outcome for c in found if _APART not in c.why}
    outcomes = of_one_thing or {c.outcome for c in found}
    return bool(outcomes & set(_HELD))
