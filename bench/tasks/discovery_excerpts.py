"""Which excerpts tell one event: NeuS, the opening sentences of three outlets on each of 2,452 events in US politics, no days."""

from bench import corpora
from bench.clusters import Corpus, Told, alone, minhash, ours, read, score, tfidf

TITLE = "Stories: three excerpts on one event found among 2,452 events, no days given (NeuS train)"
CORPUS = "neus"


def gold() -> list[Corpus]:
    records = read(corpora.path(CORPUS) / "train.jsonl")
    return [Corpus(tuple(Told(title=r["title"] or "", text=r["text"] or "", event=r["event"]) for r in records))]


SYSTEMS = {"rashomon": ours, "TF-IDF, average link": tfidf(0.25), "datasketch LSH": minhash, "naive": alone}

__all__ = ["CORPUS", "SYSTEMS", "TITLE", "gold", "score"]
