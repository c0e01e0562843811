"""Which articles tell one event: the news clusters of Giveme5W1H, 69 events.

The days in this corpus are those of the crawl as often as those of publication, months apart within one event; so that the
systems are given none, but for the one row that says so.
"""

from functools import partial

from bench import corpora
from bench.clusters import Corpus, Told, alone, minhash, ours, read, score, tfidf

TITLE = "Stories: articles on one event found among 69 events (Giveme5W1H)"
CORPUS = "giveme5w1h"


def gold() -> list[Corpus]:
    records = read(corpora.path(CORPUS) / "articles.jsonl")
    return [Corpus(tuple(_told(r) for r in records if r["event"] and r["set"] == "news_cluster"))]


def _told(record: dict[str, str]) -> Told:
    text = f"{record['lead'] or ''}\n{record['text'] or ''}"
    return Told(title=record["title"] or "", text=text, event=record["event"], day=(record["date"] or "")[:10])


SYSTEMS = {
    "rashomon": ours,
    "rashomon, given days": partial(ours, days=True),
    "TF-IDF, average link": tfidf(0.15),
    "datasketch LSH": minhash,
    "naive": alone,
}

__all__ = ["CORPUS", "SYSTEMS", "TITLE", "gold", "score"]
