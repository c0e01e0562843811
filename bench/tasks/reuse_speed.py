"""Ten thousand short articles of many invented events in, the pairs that share passages out: how fast, and which copies it finds.

`copies linked`: share of copies that are paired with another account of their family or event; `pairs right`: share of pairs that
are of one event. Both sides of a pair are compared run by run, so that the seconds are those of finding the passages too.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bench.generator import layout, stream, truth
from rashomon.text import fingerprints, shingles

TITLE = "Passages among 10,000 short articles: seconds, copies linked, pairs right"
CORPUS = None

ARTICLES = 10_000
_NEAREST = 4
_SHARED = 0.4  # of the shorter text's words in common runs

Pairs = set[tuple[str, str]]


def gold() -> list[dict[str, Any]]:
    texts: dict[str, str] = {}
    labels: dict[str, dict[str, Any]] = {}
    copies = []
    for world, written in stream(ARTICLES, 11):
        texts |= {w.account.id: layout.record(w)["text"] for w in written}
        labels |= {label["id"]: label for label in truth.labels(world, written)}
        copies += [w.account.id for w in written if w.account.role == "copy"]
    return [{"texts": texts, "labels": labels, "copies": copies}]


def ours(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    words = {key: shingles.words(text) for key, text in item["texts"].items()}
    prints = {key: fingerprints.fingerprints([w.form for w in found]) for key, found in words.items()}
    near = fingerprints.neighbours(prints, _NEAREST)
    pairs = {(min(key, other), max(key, other)) for key, others in near.items() for other in others}
    return sorted(p for p in pairs if _common(words, *p) >= _SHARED)


def _common(words: Mapping[str, list[shingles.Word]], left: str, right: str) -> float:
    """Share of the shorter text that stands in runs of both."""
    found = shingles.runs({left: words[left], right: words[right]})
    shared = {i for run in found if run.left != run.right for i in range(run.left_start, run.left_end)}
    return len(shared) / max(min(len(words[left]), len(words[right])), 1)


def minhash(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    """rensa: 128 permutations of word trigrams, 32 bands, resemblance of 0.3."""
    from rensa import RMinHash

    signed = {}
    for key, text in item["texts"].items():
        forms = [w.form for w in shingles.words(text)]
        signed[key] = RMinHash(num_perm=128, seed=1)
        signed[key].update([" ".join(forms[i : i + 3]) for i in range(len(forms) - 2)])
    bands: dict[tuple[int, tuple[int, ...]], list[str]] = {}
    for key, sketch in signed.items():
        digest = sketch.digest()
        for band in range(32):
            bands.setdefault((band, tuple(digest[4 * band : 4 * band + 4])), []).append(key)
    return sorted(p for p in set(_banded(bands)) if signed[p[0]].jaccard(signed[p[1]]) >= 0.3)


def _banded(bands: Mapping[Any, list[str]]) -> Iterator[tuple[str, str]]:
    """Of each band the neighbours in order, for all pairs of a wire that hundreds print would be too many."""
    for keys in bands.values():
        yield from ((min(a, b), max(a, b)) for i, a in enumerate(keys) for b in keys[i + 1 : i + 1 + _NEAREST])


SYSTEMS = {"rashomon": ours, "naive": lambda item: [], "minhash (rensa)": minhash}


def score(gold: list[dict[str, Any]], predicted: list[list[tuple[str, str]]]) -> dict[str, float]:
    labels, copies = gold[0]["labels"], gold[0]["copies"]
    right = [p for p in predicted[0] if labels[p[0]]["story"] == labels[p[1]]["story"]]
    linked = {key for p in right for key in p}
    return {
        "copies linked": sum(key in linked for key in copies) / max(len(copies), 1),
        "pairs right": len(right) / max(len(predicted[0]), 1),
    }
