"""News on two companies with the people, bodies, places and products in it marked across documents (MEANTIME)."""

import json
from collections.abc import Sequence
from itertools import groupby

from bench import corpora, piles
from bench.piles import Marked, Pile

TITLE = "Who is who across news on two companies (MEANTIME), B-cubed"
CORPUS = "meantime"
SYSTEMS = piles.SYSTEMS
score = piles.score


def gold() -> list[Pile]:
    lines = (corpora.path(CORPUS) / "apple-airbus.jsonl").read_text(encoding="utf-8").splitlines()
    rows = sorted((json.loads(line) for line in lines), key=lambda row: (row["corpus"], row["id"]))
    return [_pile(name, list(found)) for name, found in groupby(rows, key=lambda row: str(row["corpus"]))]


def _pile(name: str, rows: Sequence[dict]) -> Pile:
    texts, marked = [], []
    for number, row in enumerate(rows):
        text, places = piles.joined(row["sentences"])
        texts.append(text)
        for mention in row["mentions"]:
            kind = mention.get("attrs", {}).get("syntactic_type", "")
            start = places[mention["sentence"], mention["tokens"][0]][0]
            end = places[mention["sentence"], mention["tokens"][-1]][1]
            wanted = mention["kind"] == "ENTITY_MENTION" and mention["instance"]
            if wanted and not kind.startswith("PRO") and not piles.is_pronoun(text[start:end]):
                marked.append(Marked(number, start, end, text[start:end], mention["instance"], kind == "NAM"))
    return Pile(name, tuple(texts), tuple(marked))
