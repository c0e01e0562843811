"""Articles in, the groups that systems make of them out, and how well these agree with the events they tell.

B-cubed (Bagga and Baldwin 1998): for each article, how much of its group tells its event, and how much of its event is in its
group. The peers are fitted where ours is: TF-IDF with average link at the best cut of a grid on the development sets, MinHash
LSH at the threshold its authors suggest for near-duplicates.
"""

import json
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.discover import runs
from rashomon.discover.shelf import opened


@dataclass(frozen=True)
class Told:
    """An article and the event it tells; `topic` holds events that are easily taken for one another."""

    title: str
    text: str
    event: str
    day: str = ""
    topic: str = ""
    family: str = ""


@dataclass(frozen=True)
class Corpus:
    """Articles to be grouped together."""

    articles: tuple[Told, ...]


Groups = list[str]


def ours(corpus: Corpus, *, days: bool = False, pages: bool = False, families: bool = False) -> Groups:
    """As `rashomon discover` does: of records, with their days or without, or of text files."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _written(corpus, folder / "corpus", days, pages)
        with opened(folder / "stories", create=True) as shelf:
            runs.discover(shelf, [folder / "corpus"], runs.on_this_machine, 14, lambda what, done, total: None)
            rows = shelf.db.execute("SELECT file, number, id, family, story FROM articles").fetchall()
    found = {}
    for file, number, name, family, story in rows:
        place_in = int(Path(file).stem) if pages else number - 1
        found[place_in] = f"f{family}" if families else f"s{story}" if story else name
    first: dict[tuple[str, str], int] = {}
    for i, a in enumerate(corpus.articles):  # the same text twice is one article for us, and stands where its twin does
        twin = first.setdefault((a.title, a.text), i)
        found.setdefault(i, found.get(twin, f"left out {i}"))
    return [found[i] for i in range(len(corpus.articles))]


def _written(corpus: Corpus, folder: Path, days: bool, pages: bool) -> None:
    folder.mkdir()
    if pages:
        for i, a in enumerate(corpus.articles):
            (folder / f"{i:06d}.txt").write_text(a.text, encoding="utf-8")
        return
    with open(folder / "all.jsonl", "w", encoding="utf-8") as out:
        for a in corpus.articles:
            out.write(json.dumps({"title": a.title, "text": a.text, "published": a.day if days else ""}) + "\n")


def alone(corpus: Corpus) -> Groups:
    """Every article a story of its own."""
    return [str(i) for i in range(len(corpus.articles))]


def tfidf(cut: float) -> Callable[[Corpus], Groups]:
    """TF-IDF, cosine, average link, cut at this likeness."""

    def group(corpus: Corpus) -> Groups:
        import numpy as np
        from scipy.cluster.hierarchy import fcluster, linkage
        from scipy.spatial.distance import squareform
        from sklearn.feature_extraction.text import TfidfVectorizer

        texts = [f"{a.title}\n{a.text}" for a in corpus.articles]
        rows = TfidfVectorizer(dtype=np.float32, stop_words="english", sublinear_tf=True).fit_transform(texts)
        far = np.clip(1 - (rows @ rows.T).toarray(), 0, 1)
        np.fill_diagonal(far, 0)
        tree = linkage(squareform(far, checks=False), "average")
        return [str(label) for label in fcluster(tree, 1 - cut, "distance")]

    return group


def minhash(corpus: Corpus, threshold: float = 0.5) -> Groups:
    """datasketch: MinHash of word trigrams (128 permutations), LSH, whatever is connected is one."""
    from datasketch import MinHash, MinHashLSH

    index, roots = MinHashLSH(threshold=threshold, num_perm=128), list(range(len(corpus.articles)))

    def root(i: int) -> int:
        while roots[i] != i:
            i = roots[i]
        return i

    for i, a in enumerate(corpus.articles):
        words = f"{a.title} {a.text}".casefold().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[j : j + 3]).encode() for j in range(max(1, len(words) - 2))])
        for other in index.query(sketch):
            roots[root(i)] = root(int(other))
        index.insert(str(i), sketch)
    return [str(root(i)) for i in range(len(roots))]


def b_cubed(gold: Sequence[str], predicted: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    events, groups = Counter(gold), Counter(predicted)
    both = Counter(zip(gold, predicted, strict=True))
    precision = sum(n * n / groups[g] for (_, g), n in both.items()) / len(gold)
    recall = sum(n * n / events[e] for (e, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def score(gold: Sequence[Corpus], predicted: Sequence[Groups]) -> dict[str, float]:
    """B-cubed over the articles; where the corpus has topics, whether the events of one topic were kept apart."""
    pairs = [b_cubed([a.event for a in c.articles], g) for c, g in zip(gold, predicted, strict=True)]
    precision, recall, f1 = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    made = {"B3 precision": precision, "B3 recall": recall, "B3 F1": f1}
    return made | (_apart(gold[0], predicted[0]) if gold[0].articles[0].topic else {})


def _apart(corpus: Corpus, groups: Groups) -> dict[str, float]:
    """Pairs of articles of one topic: those of two events kept apart, those of one event kept together."""
    topics: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for a, group in zip(corpus.articles, groups, strict=True):
        topics[a.topic].append((a.event, group))
    apart, together = [0, 0], [0, 0]
    for members in topics.values():
        for i, (event, group) in enumerate(members):
            for other_event, other_group in members[:i]:
                tally, right = (together, group == other_group) if event == other_event else (apart, group != other_group)
                tally[0] += right
                tally[1] += 1
    return {"kept apart": apart[0] / max(1, apart[1]), "kept together": together[0] / max(1, together[1])}


def timed(system: Callable[[Corpus], Groups], corpus: Corpus) -> tuple[Groups, float]:
    """A system's groups, and the articles it does in a second."""
    began = time.perf_counter()
    groups = system(corpus)
    return groups, len(corpus.articles) / (time.perf_counter() - began)


def read(path: Path) -> Iterable[dict[str, str]]:
    """The records of a file of JSON Lines."""
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
