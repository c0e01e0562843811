"""Copies with their wording in, which claim of a copy renders which of its model out, sentence by sentence.

Two claims of few words each may share hardly any of them; that the sentences in which they stand render one another tells.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from rashomon.model import Annotations, Claim, Spans
from rashomon.relate import renderings
from rashomon.relate.renderings import Sentence, Wording
from rashomon.text import shingles

ALIKE = 0.25
"""Share of the words of two claims in common at which the one may render the other, in sentences of which the one does."""

Rendered = tuple[Claim, Claim, float]
"""A claim of the model, the one of the copy that renders it, and the share of their words that both have."""


def find(
    pairs: Iterable[tuple[str, str]], worded: Mapping[str, Wording], annotations: Sequence[Annotations]
) -> Iterator[Rendered]:
    """The claims that correspond in each pair of documents (model, copy, by their ids); each claim of a copy once for a pair."""
    claims = {a.document: (a.claims, Spans([c.span for c in a.claims])) for a in annotations}
    for model, copy in sorted(pairs):
        found = renderings.renderings(worded[copy], worded[model])
        for sentence, (_, other) in zip(worded[copy].sentences, found, strict=True):
            if other is not None:
                yield from _paired(_inside(*claims[model], worded[model], other), _inside(*claims[copy], worded[copy], sentence))


def _inside(claims: Sequence[Claim], spans: Spans, wording: Wording, sentence: Sentence) -> list[Claim]:
    return [claims[i] for i in spans.over(wording.document.span(sentence.start, sentence.end))]


def _paired(ours: Sequence[Claim], theirs: Sequence[Claim]) -> Iterator[Rendered]:
    """The claims of two sentences that correspond, the likest first, each once."""
    scored = ((alike(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs))
    left, right = set(range(len(ours))), set(range(len(theirs)))
    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score >= ALIKE and i in left and j in right:
            left.discard(i)
            right.discard(j)
            yield ours[i], theirs[j], score


def alike(left: Claim, right: Claim) -> float:
    """Share of the words of two claims that both have."""
    ours, theirs = _words(left.span.text), _words(right.span.text)
    common = len(ours & theirs)
    return common / max(len(ours) + len(theirs) - common, 1)


@lru_cache(maxsize=10_000)  # a claim is compared with all of the sentence, and then with those of the next account
def _words(text: str) -> frozenset[str]:
    return frozenset(shingles.forms(text))
