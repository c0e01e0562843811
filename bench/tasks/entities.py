"""News on two companies with the people, bodies and places in it marked across documents (MEANTIME), which mentions are one.

The mentions are given, as is usual for this corpus; each stands for the mention of ours that covers it best or that it ends
with, and one that we did not find is left to its head. The floor joins mentions by their last word. Scored by B-cubed over
each company's pile, all mentions and names alone.
"""

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bench import corpora
from rashomon import pipeline
from rashomon.model import Block, Document

TITLE = "Who is who across news on two companies (MEANTIME), B-cubed"
CORPUS = "meantime"
_WITHIN = re.compile(r",|\b(?:in|of|near|for|and)\b")  # after these words the last name is not what a phrase is about
_CLOSE = re.compile(r"(?:[.,;:!?)%]|n?['’](?:s|t|re|ve|ll|d|m)?$)")  # tokens written close to the one before


@dataclass(frozen=True)
class Marked:
    """A mention in the text of one document: code points, the entity it is of, and whether it is a name."""

    document: int
    start: int
    end: int
    text: str
    entity: str
    name: bool


@dataclass(frozen=True)
class Pile:
    """Texts on one company, with the mentions marked in them."""

    name: str
    texts: tuple[str, ...]
    marked: tuple[Marked, ...]


def gold() -> list[Pile]:
    lines = (corpora.path(CORPUS) / "apple-airbus.jsonl").read_text(encoding="utf-8").splitlines()
    rows = sorted((json.loads(line) for line in lines), key=lambda row: (row["corpus"], row["id"]))
    return [_pile(name, list(found)) for name, found in groupby(rows, key=lambda row: str(row["corpus"]))]


def _pile(name: str, rows: Sequence[dict]) -> Pile:
    texts, marked = [], []
    for number, row in enumerate(rows):
        text, places = _joined(row["sentences"])
        texts.append(text)
        for mention in row["mentions"]:
            kind = mention.get("attrs", {}).get("syntactic_type", "")
            if mention["kind"] == "ENTITY_MENTION" and mention["instance"] and not kind.startswith("PRO"):
                start = places[mention["sentence"], mention["tokens"][0]][0]
                end = places[mention["sentence"], mention["tokens"][-1]][1]
                marked.append(Marked(number, start, end, text[start:end], mention["instance"], kind == "NAM"))
    return Pile(name, tuple(texts), tuple(marked))


def _joined(sentences: Sequence[Sequence[str]]) -> tuple[str, dict[tuple[int, int], tuple[int, int]]]:
    """Running text, a sentence a line, and where each token stands in it."""
    text, places = "", {}
    for i, sentence in enumerate(sentences):
        for j, token in enumerate(sentence):
            if (
                text
                and not text.endswith(("\n", "(", "$"))
                and not re.match(r"^(?:[.,;:!?)%]|n?['’](?:s|t|re|ve|ll|d|m)?$)", token)
            ):
                text += " "
            places[i, j] = (len(text), len(text) + len(token))
            text += token
        text += "\n"
    return text, places


def naive(pile: Pile) -> list[str]:
    return [re.sub(r"\W+$|s$", "", m.text.split()[-1].casefold()) for m in pile.marked]


def exact(pile: Pile) -> list[str]:
    return [m.text.casefold() for m in pile.marked]


def ours(pile: Pile, ends_with: bool = True) -> list[str]:
    documents = [_document(number, text) for number, text in enumerate(pile.texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), "bench")
    found = defaultdict(list)
    for mention in case.mentions:
        found[mention.span.document].append(mention)
    by_head = naive(pile)
    keys = []
    for marked, head in zip(pile.marked, by_head, strict=True):
        near = [(_alike(m.span.start, m.span.end, marked, ends_with), m.entity) for m in found[f"d{marked.document}"]]
        alike, entity = max(near, default=(0.0, None), key=lambda pair: (pair[0], pair[1] or ""))
        keys.append(str(entity) if alike > 0.5 else head)
    return keys


def _document(number: int, text: str) -> Document:
    blocks = tuple(Block(start=m.start(), end=m.end(), role="paragraph") for m in re.finditer(r"\S[^\n]*", text))
    return Document(id=f"d{number}", file=f"{number:03}.txt", sha256=f"{number}", text=text, blocks=blocks)


def _alike(start: int, end: int, marked: Marked, ends_with: bool) -> float:
    """Intersection over union without an article; a name that the marked words end with will do, where wanted."""
    article = re.match(r"(?:the|an?)\s+", marked.text, re.I)
    first = marked.start + (article.end() if article else 0)
    shared = min(end, marked.end) - max(start, first)
    if ends_with and first <= start and end == marked.end and not _WITHIN.search(marked.text[: start - marked.start]):
        return 0.5 + 0.5 * shared / (marked.end - first)
    return shared / (max(end, marked.end) - min(start, first)) if shared > 0 else 0.0


def strict(pile: Pile) -> list[str]:
    """Ours, paired by overlap alone: what the pairing is worth."""
    return ours(pile, ends_with=False)


SYSTEMS = {"rashomon": ours, "rashomon, paired by overlap": strict, "naive": naive, "same words": exact}


def score(gold: list[Pile], predicted: list[list[str]]) -> dict[str, float]:
    return {
        "B-cubed F1": _b_cubed(gold, predicted, names_only=False),
        "B-cubed F1, names": _b_cubed(gold, predicted, names_only=True),
    }


def _b_cubed(gold: list[Pile], predicted: list[list[str]], names_only: bool) -> float:
    rows = [
        ((pile.name, m.entity), (pile.name, key))
        for pile, keys in zip(gold, predicted, strict=True)
        for m, key in zip(pile.marked, keys, strict=True)
        if m.name or not names_only
    ]
    real, made = defaultdict(set), defaultdict(set)
    for number, (entity, key) in enumerate(rows):
        real[entity].add(number)
        made[key].add(number)
    precision = sum(len(real[e] & made[k]) / len(made[k]) for e, k in rows) / len(rows)
    recall = sum(len(real[e] & made[k]) / len(real[e]) for e, k in rows) / len(rows)
    return 2 * precision * recall / (precision + recall)
