"""Annotated invented events that may be read in, `src/rashomon/data/figurepairs.toml` out: see `rashomon.relate.onequestion`.

    python scripts/train_figurepairs.py [--held-out]

Logistic regression, penalised by the square of the weights, by Newton's method: the same weights on every run, in seconds.
--held-out trains on all events but one, each in turn, and says how well the pairs of that one are ranked.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import annotated
from bench.samefigures import Told, told
from rashomon.relate.figurepairs import FEATURES

OUT = Path(__file__).parents[1] / "src/rashomon/data/figurepairs.toml"
PENALTY = 3.0
STEPS = 30
HEAD = """# What speaks for two figures of two accounts answering one question: each feature's weight, and what it is on the
# whole, from which on it speaks for it. Made by scripts/train_figurepairs.py; the card is figurepairs.md.
"""

Floats = NDArray[np.float64]


def fit(events: Sequence[Told]) -> tuple[float, Floats, Floats]:
    """The bias, and for each feature its weight and mean."""
    rows = np.concatenate([e.features for e in events])
    right = np.concatenate([e.right for e in events]).astype(np.float64)
    mean, scale = rows.mean(0), np.maximum(rows.std(0), 1e-9)
    plain = np.column_stack([np.ones(len(rows)), (rows - mean) / scale])
    penalty = np.diag([0.0, *([PENALTY] * len(mean))])
    weights = np.zeros(plain.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-plain @ weights))
        slope = plain.T @ (likely - right) + penalty @ weights
        curve = (plain * (likely * (1 - likely))[:, None]).T @ plain + penalty
        weights -= np.linalg.solve(curve, slope)
    return float(weights[0]), weights[1:] / scale, mean


def average_precision(scores: Floats, right: NDArray[np.bool_]) -> float:
    found = right[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(found) / np.arange(1, len(found) + 1) * found).sum() / found.sum())


def held_out(names: Sequence[str], events: Sequence[Told]) -> None:
    found = []
    for n, (name, event) in enumerate(zip(names, events, strict=True)):
        _, weights, _ = fit([*events[:n], *events[n + 1 :]])
        found.append(average_precision(event.features @ weights, event.right))
        print(f"{name:20s} {found[-1]:.3f}")
    print(f"{'mean':20s} {np.mean(found):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true")
    given = parser.parse_args()
    folders = annotated.events(read=True)
    events = [told(folder) for folder in folders]
    if given.held_out:
        held_out([folder.name for folder in folders], events)
        return
    bias, weights, mean = fit(events)
    tables = (
        f'[feature."{name}"]\nweight = {weight:.4f}\nusual = {usual:.4f}\n'
        for name, weight, usual in zip(FEATURES, weights, mean, strict=True)
    )
    OUT.write_text("\n".join([HEAD, f"[all]\nbias = {bias:.4f}\n", *tables]), encoding="utf-8")


if __name__ == "__main__":
    main()
