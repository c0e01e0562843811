"""News texts without their pages in, how much of them is taken for boilerplate out: the price of telling the two apart.

PolNeAR's texts were cleaned by its makers, so that nearly all of each is story (a few prompts to follow the writer are left).
"""

from collections.abc import Sequence
from pathlib import Path

from bench import corpora
from rashomon.ingest.blocks import blocks

TITLE = "PolNeAR, 924 clean news texts: characters wrongly taken for boilerplate (lower is better)"
CORPUS = "polnear"


def gold() -> list[Path]:
    return sorted(corpora.path(CORPUS).glob("*/text/*.txt"))


def ours(path: Path) -> tuple[int, int]:
    """Characters left out, and characters in all."""
    found = blocks(path.read_text(encoding="utf-8"))
    return sum(b.end - b.start for b in found if not b.content), sum(b.end - b.start for b in found)


def naive(path: Path) -> tuple[int, int]:
    """Lines of fewer than sixty characters are left out."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return sum(len(line) for line in lines if len(line) < 60), sum(map(len, lines))


SYSTEMS = {"rashomon": ours, "naive": naive}


def score(gold: Sequence[Path], predicted: Sequence[tuple[int, int]]) -> dict[str, float]:
    left_out, total = (sum(column) for column in zip(*predicted, strict=True))
    whole = sum(out == 0 for out, _ in predicted)
    return {"share left out (lower is better)": left_out / total, "texts kept whole": whole / len(gold)}
