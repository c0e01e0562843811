"""Forty topics of news, each on two like events, with people, bodies, things and places marked across documents (ECB+).

Only the sentences that its makers checked are scored, as usual; all are read.
"""

import json
from collections.abc import Iterator

from bench import corpora, piles
from bench.piles import Marked, Pile

TITLE = "Who is who across news on two like events (ECB+), B-cubed"
CORPUS = "ecbplus"
SYSTEMS = piles.SYSTEMS
score = piles.score


def gold() -> list[Pile]:
    lines = (corpora.path(CORPUS) / "train-dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = sorted((json.loads(line) for line in lines), key=lambda row: (int(row["topic"]), row["id"]))
    return piles.told(rows, lambda row: str(row["topic"]), _marked)


def _marked(row: dict, number: int, text: str, places: piles.Places) -> Iterator[Marked]:
    for mention in row["mentions"]:
        if mention["group"] not in ("entity", "loc") or mention["sentence"] not in (row["checked"] or ()):
            continue
        start = places[mention["sentence"], mention["tokens"][0]][0]
        end = places[mention["sentence"], mention["tokens"][-1]][1]
        words = text[start:end]
        if not piles.is_pronoun(words):
            chain = mention["chain"]
            entity = f"{row['id']} {mention['m_id']}" if chain.startswith("Singleton") else chain
            yield Marked(number, start, end, words, entity, _is_name(words))


def _is_name(words: str) -> bool:
    """The corpus does not say; a name has capitals, but for small words."""
    long = [w for w in words.split() if len(w) > 3 or w[0].isupper()]
    return bool(long) and all(w[0].isupper() for w in long)
