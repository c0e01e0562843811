"""A parse and its quotations in, who says what out, as learned from news in which people marked it.

A cue is found first; around each, its source and what is said. What comes out is a suggestion: `attributions` weighs it
against what grammar says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.extract.tagger import features, network
from rashomon.extract.tagger.features import Ints, Words
from rashomon.extract.tagger.network import LABELS, Floats, Network
from rashomon.model import Quotation
from rashomon.text.parse import Parse

BATCH = 8000
"""About how many tokens are read at once."""
CUES = 128
"""How many cues."""

Run = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """One attribution as the tagger sees it. `score` (0 to 1) is that of its cue; the rest are runs of tokens, half-open."""

    head: int
    score: float
    cue: Run
    source: tuple[Run, ...]
    content: tuple[Run, ...]


def tagged(parse: Parse, quotations: Sequence[Quotation], least: float | None = None) -> Iterator[Tagged]:
    """Who says what, in the order of the cues' head words; `least`: another score from which a cue is one."""
    if not len(parse):
        return
    net = network.network()
    held = features.words(parse, quotations, net.tables)
    for batch in _batches(features.stretches(parse)):
        yield from _read(net, held, batch, net.threshold if least is None else least)


def _batches(runs: Sequence[Run]) -> Iterator[list[Run]]:
    batch: list[Run] = []
    for run in runs:
        if batch and run[1] - batch[0][0] > BATCH:
            yield batch
            batch = []
        batch.append(run)
    if batch:
        yield batch


def _read(net: Network, held: Words, runs: Sequence[Run], least: float) -> Iterator[Tagged]:
    """The attributions of some runs of a parse."""
    token, _ = features.sequence(held, runs)
    place, head, rows = features.placed(held, token)
    state = network.encoded(net, rows, head, (token >= 0).astype(np.float32)[:, None])
    scores = network.cue_scores(net, state)
    found = [(int(token[row]), float(scores[row])) for row in np.nonzero((token >= 0) & (scores > least))[0]]
    for begin in range(0, len(found), CUES):
        yield from _labelled(net, held, state, place, found[begin : begin + CUES], runs)


def _labelled(
    net: Network, held: Words, state: Floats, place: Ints, cues: Sequence[tuple[int, float]], runs: Sequence[Run]
) -> Iterator[Tagged]:
    """What each of these cues (head token and score) attributes to whom."""
    pairs = features.pairs(held, [head for head, _ in cues], runs)
    scores = network.label_scores(net, state, place, pairs)
    inside = pairs.token >= 0
    token, which = pairs.token[inside], pairs.which[inside]
    labels = network.likeliest(net, scores[inside], which)
    for (head, score), tokens, path in zip(cues, np.split(token, np.bincount(which).cumsum()[:-1]), labels, strict=True):
        said = _runs(tokens.tolist(), path)
        cue = next((c for c in said["cue"] if c[0] <= head < c[1]), (head, head + 1))
        if said["content"]:
            yield Tagged(head=head, score=score, cue=cue, source=tuple(said["source"]), content=tuple(said["content"]))


def _runs(tokens: Sequence[int], labels: Sequence[int]) -> dict[str, list[Run]]:
    """Runs of tokens by what they are labelled."""
    found: dict[str, list[Run]] = {"source": [], "cue": [], "content": []}
    last = ""
    for token, number in zip(tokens, labels, strict=True):
        part = LABELS[number][2:]
        if part and part == last and LABELS[number].startswith("I"):
            found[part][-1] = (found[part][-1][0], token + 1)
        elif part:
            found[part].append((token, token + 1))
        last = part
    return found
