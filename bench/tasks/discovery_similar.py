"""Whether two similar events stay two stories: ECB+, whose topics hold two each (two quakes, two stars in rehab).

The articles are given as text files, as they stand; of their day nothing is known but what they say.
"""

from functools import partial
from typing import Any

from bench import corpora
from bench.clusters import Corpus, Told, alone, minhash, ours, read, score, tfidf

TITLE = "Stories: two similar events of one topic kept apart (ECB+ train and dev)"
CORPUS = "ecbplus"


def gold() -> list[Corpus]:
    records = read(corpora.path(CORPUS) / "train-dev.jsonl")
    return [Corpus(tuple(_told(r) for r in records))]


def _told(record: dict[str, Any]) -> Told:
    said = [" ".join(words) for words in record["sentences"] if words[:2] != ["http", ":"]]
    return Told(title="", text="\n".join(said), event=record["event"], topic=str(record["topic"]))


SYSTEMS = {
    "rashomon": partial(ours, pages=True),
    "TF-IDF, average link": tfidf(0.15),
    "datasketch LSH": minhash,
    "naive": alone,
}

__all__ = ["CORPUS", "SYSTEMS", "TITLE", "gold", "score"]
