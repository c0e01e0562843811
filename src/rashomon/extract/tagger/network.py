"""Category numbers in, scores out: a small convolutional network in plain numpy.

First every word is read with its neighbours and the word it hangs on; the scores say which words are cues. Then, for each
cue, the words around it are read once more, with how they are related to it: the scores say which are its source, its own
words and what is said. The design is that of semantic role labelling (He et al. 2017), with a cue as the predicate.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.tagger.features import COLUMNS, Ints, Pairs

Floats = NDArray[np.float32]

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
RELATIONS = ("distance", "way", "down", "side", "sentence")
DILATIONS = (1, 2, 4)
_NORM = 1e-5


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Weights by name, the tables of categories, the cost of a label behind another, and the score from which a cue is one."""

    weights: Mapping[str, Floats]
    tables: Mapping[str, Mapping[str, int]]
    transitions: Floats
    threshold: float


@cache
def network() -> Network:
    """The network that ships with the package, read once."""
    with resources.files("rashomon.data").joinpath("attributions.npz").open("rb") as file, np.load(file) as held:
        about = json.loads(bytes(held["about"]).decode("utf-8"))
        weights = {name: held[name].astype(np.float32) for name in held.files if name != "about"}
    tables = {name: {value: i for i, value in enumerate(values, 1)} for name, values in about["tables"].items()}
    return Network(weights=weights, tables=tables, transitions=weights.pop("transitions"), threshold=float(about["threshold"]))


def encoded(net: Network, rows: Ints, head: Ints, mask: Floats) -> Floats:
    """Each row of category numbers as a vector that knows its neighbours; `head` is the row it hangs on, `mask` 0 in gaps."""
    w = net.weights
    drawn = np.concatenate([w[f"word.{name}"][rows[:, i]] for i, name in enumerate(COLUMNS)], axis=1) * mask
    read = _relu(np.concatenate([drawn, drawn[head]], axis=1) @ w["read.weight"] + w["read.bias"])
    state = _normed(net, "norm.0", read) * mask
    for layer in range(_layers(net, "near")):
        near = np.concatenate([_moved(state, 1), state, _moved(state, -1), state[head]], axis=1)
        state = _normed(net, f"norm.{layer + 1}", state + _linear(net, f"near.{layer}", near)) * mask
    return state


def cue_scores(net: Network, state: Floats) -> Floats:
    """How likely each row is the head word of a cue, 0 to 1."""
    score = state @ net.weights["cue.weight"] + net.weights["cue.bias"]
    found: Floats = 1.0 / (1.0 + np.exp(-np.clip(score[:, 0], -30, 30)))
    return found


def label_scores(net: Network, state: Floats, place: Ints, found: Pairs) -> Floats:
    """The scores of LABELS for each row of some pairs; `place` gives the row of a token in `state`."""
    w = net.weights
    mask = (found.token >= 0).astype(np.float32)[:, None]
    own, cues = state @ w["own.weight"] + w["own.bias"], state @ w["other.weight"] + w["other.bias"]
    pair = own[np.where(found.token >= 0, place[found.token], 0)] + cues[place[found.cue]]
    for name in RELATIONS:
        pair += w[f"relation.{name}"][getattr(found, name)]
    pair = _normed(net, "pairnorm.0", _relu(pair)) * mask
    for layer in range(_layers(net, "pairnear")):
        step = DILATIONS[layer % len(DILATIONS)]
        near = np.concatenate([_moved(pair, step), pair, _moved(pair, -step)], axis=1)
        pair = _normed(net, f"pairnorm.{layer + 1}", pair + _linear(net, f"pairnear.{layer}", near)) * mask
    scores: Floats = (pair @ w["label.weight"] + w["label.bias"]).astype(np.float32)
    return scores


def likeliest(net: Network, scores: Floats, which: Ints) -> list[list[int]]:
    """The likeliest labels of each cue's words as a whole (Viterbi); `which` counts the cues, a row of `scores` a word."""
    lengths = np.bincount(which)
    column = np.arange(len(which)) - (lengths.cumsum() - lengths)[which]
    grid = np.zeros((int(lengths.max()), len(lengths), len(LABELS)), dtype=np.float32)
    grid[column, which] = scores
    best = grid[0] + net.transitions[0]
    back = np.empty(grid.shape, dtype=np.int64)
    for step in range(1, len(grid)):
        ways = best[:, :, None] + net.transitions
        back[step] = ways.argmax(axis=1)
        best = np.where((lengths > step)[:, None], ways.max(axis=1) + grid[step], best)
    return [_traced(back[: lengths[i], i], int(best[i].argmax())) for i in range(len(lengths))]


def _traced(back: Ints, last: int) -> list[int]:
    path = [last]
    for came in back[:0:-1]:
        path.append(int(came[path[-1]]))
    return path[::-1]


def _layers(net: Network, name: str) -> int:
    return sum(key.startswith(f"{name}.") and key.endswith(".weight") for key in net.weights)


def _linear(net: Network, name: str, given: Floats) -> Floats:
    return _relu(given @ net.weights[f"{name}.weight"] + net.weights[f"{name}.bias"])


def _relu(given: Floats) -> Floats:
    made: Floats = np.maximum(given, 0)
    return made


def _moved(given: Floats, by: int) -> Floats:
    made: Floats = np.roll(given, by, axis=0)
    return made


def _normed(net: Network, name: str, given: Floats) -> Floats:
    centred = given - given.mean(axis=1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + _NORM)
    made: Floats = centred / spread * net.weights[f"{name}.weight"] + net.weights[f"{name}.bias"]
    return made
