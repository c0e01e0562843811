"""Two answers of two outlets to one question in, whether they say the same out (NAnCo, of the Discord Questions).

Answers with figures or days say the same where these allow the same; others where they share enough of what they speak of.
"""

import json
import re
from collections.abc import Callable
from functools import lru_cache

from bench import corpora
from rashomon.compare.wordings import ANSWERED, same
from rashomon.meaning.families import family
from rashomon.text import numerals, parse

TITLE = "NAnCo validation questions: same answer or another (balanced accuracy)"
CORPUS = "nanco"

_OPEN = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")

Pair = tuple[str, str, str, bool]


def gold() -> list[Pair]:
    """Pairs of answers with their question, and whether people put them together."""
    rows = [json.loads(line) for line in (corpora.path(CORPUS) / "dev.jsonl").read_text().splitlines()]
    return [
        (row["question"], row["answers"][i]["answer"], row["answers"][j]["answer"], same)
        for row in rows
        for i, j, same in row["pairs"]
    ]


def ours(pair: Pair) -> bool:
    question, left, right, _ = pair
    mine, theirs = _numbers(left), _numbers(right)
    if mine or theirs:
        return bool(mine & theirs)
    asked = _words(question)
    first, second = ((_words(text) - asked) or _words(text) for text in (left, right))
    return same(first, second, ANSWERED)


def sharing(pair: Pair) -> bool:
    """The naive rule: the same where half of all words are shared."""
    first, second = (set(text.lower().split()) for text in pair[1:3])
    return len(first & second) / max(1, len(first | second)) >= 0.5


SYSTEMS: dict[str, Callable[[Pair], bool]] = {"rashomon": ours, "naive": sharing}


def score(gold: list[Pair], predicted: list[bool]) -> dict[str, float]:
    """The mean over questions of the mean of both recalls."""
    found = [
        _balanced([(p[3], said) for p, said in zip(gold, predicted, strict=True) if p[0] == q])
        for q in dict.fromkeys(p[0] for p in gold)
    ]
    pooled = _balanced([(p[3], said) for p, said in zip(gold, predicted, strict=True)])
    return {"balanced accuracy": pooled, "mean over questions": sum(found) / len(found)}


def _balanced(judged: list[tuple[bool, bool]]) -> float:
    shares = []
    for label in (True, False):
        said = [s == label for wanted, s in judged if wanted == label]
        shares.append(sum(said) / len(said) if said else 0.0)
    return sum(shares) / 2


@lru_cache(maxsize=1000)
def _words(text: str) -> frozenset[str]:
    read = parse.parse(text, [(0, len(text))])
    lemmas = [read.lemma[t].lower() for t in range(len(read)) if read.pos[t] in _OPEN]
    return frozenset(family(lemma) or lemma for lemma in lemmas)


@lru_cache(maxsize=1000)
def _numbers(text: str) -> frozenset[float]:
    """The numbers in an answer, in figures and words."""
    figures = {float(n.replace(",", "")) for n in _NUMBER.findall(text) if n.count(".") < 2}
    return frozenset(figures | {numerals.BASIC[w] for w in text.lower().split() if w in numerals.BASIC and w != "one"})
