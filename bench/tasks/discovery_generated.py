"""Which articles tell one event, and which are copies: invented articles of weeks, most events told once, a few by hundreds.

Larger sizes, with time and memory, are measured by `python -m bench.scale`.
"""

from functools import lru_cache, partial
from itertools import islice

from bench.clusters import Corpus, Groups, Told, alone, b_cubed, minhash, ours, tfidf
from bench.generator import corpus, layout, truth

TITLE = "Stories and families in an invented stream of news"
CORPUS = None
FLOORS = {"B3 F1": 0.92, "families B3 F1": 0.85}
SIZE, SEED = 1500, 11


@lru_cache
def gold() -> list[Corpus]:
    labels: dict[str, dict[str, str]] = {}

    def told():
        for world, written in corpus.stream(SIZE, SEED):
            labels.update((label["id"], label) for label in truth.labels(world, written))
            yield world, written

    records = [layout.record(w) for w in islice(corpus.in_order(told()), SIZE)]
    return [
        Corpus(
            tuple(
                Told(
                    title="",
                    text=r["text"],
                    event=labels[r["id"]]["story"],
                    day=r.get("published", ""),
                    family=labels[r["id"]]["family"],
                )
                for r in records
            )
        )
    ]


def _both(item: Corpus) -> list[Groups]:
    return [ours(item, days=True), ours(item, days=True, families=True)]


def _same(system, item: Corpus) -> list[Groups]:
    groups = system(item)
    return [groups, groups]


SYSTEMS = {
    "rashomon": _both,
    "TF-IDF, average link": partial(_same, tfidf(0.25)),
    "datasketch LSH": partial(_same, minhash),
    "naive": partial(_same, alone),
}


def score(gold: list[Corpus], predicted: list[list[Groups]]) -> dict[str, float]:
    (item,), (groups,) = gold, predicted
    stories = b_cubed([a.event for a in item.articles], groups[0])
    families = b_cubed([a.family for a in item.articles], groups[1])
    return {
        "B3 precision": stories[0],
        "B3 recall": stories[1],
        "B3 F1": stories[2],
        "families B3 precision": families[0],
        "families B3 recall": families[1],
        "families B3 F1": families[2],
    }
