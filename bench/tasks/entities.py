"""News on two companies with the people, bodies, places and products in it marked across documents (MEANTIME)."""

import json
from collections.abc import Iterator

from bench import corpora, piles
from bench.piles import Marked, Pile

TITLE = "Who is who across news on two companies (MEANTIME), B-cubed"
CORPUS = "meantime"
SYSTEMS = piles.SYSTEMS
score = piles.score


def gold() -> list[Pile]:
    lines = (corpora.path(CORPUS) / "apple-airbus.jsonl").read_text(encoding="utf-8").splitlines()
    rows = sorted((json.loads(line) for line in lines), key=lambda row: (row["corpus"], row["id"]))
    return piles.told(rows, lambda row: str(row["corpus"]), _marked)


def _marked(row: dict, number: int, text: str, places: piles.Places) -> Iterator[Marked]:
    for mention in row["mentions"]:
        kind = mention.get("attrs", {}).get("syntactic_type", "")
        start = places[mention["sentence"], mention["tokens"][0]][0]
        end = places[mention["sentence"], mention["tokens"][-1]][1]
        wanted = mention["kind"] == "ENTITY_MENTION" and mention["instance"]
        if wanted and not kind.startswith("PRO") and not piles.is_pronoun(text[start:end]):
            yield Marked(number, start, end, text[start:end], mention["instance"], kind == "NAM")
