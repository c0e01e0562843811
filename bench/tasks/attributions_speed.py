"""Long and hostile text in, the time that quotations and attributions take beside the language pipeline out, in one run.

The first item is news as it is; the others are single paragraphs: the same news in one line, of two lengths, ten
thousand nested marks, right-to-left and mixed scripts. Growth is the exponent of time against
length: 1 in proportion, 2 quadratic.
"""

import math
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.tasks import attributions as news
from rashomon.extract import Found, attributions, quotations
from rashomon.model import Attribution, Block, Document
from rashomon.text import parse

TITLE = "Time of quotations and attributions beside the language pipeline; growth with length"
CORPUS = "polnear"
LENGTHS = (20_000, 80_000)
"""Code points of a single paragraph."""


@dataclass(frozen=True)
class Item:
    """A text to time."""

    name: str
    text: str


def gold() -> list[Item]:
    texts = [item.text for item in news.gold()[:20]]
    line = " ".join(" ".join(texts).split())
    marks = "“He said ‘no’ " * 2_500 + "”" * 5_000
    other = "«قال الوزير إن الجسر مغلق» said Imre Kos. „Мост закрыт“, he added. " * 100
    paragraphs = [Item(f"one paragraph of {n}", line[:n]) for n in LENGTHS]
    return [Item("news", "\n".join(texts)), *paragraphs, Item("nested marks", marks), Item("other scripts", other)]


def _timed(item: Item, extract: Callable[[Document, Found], Iterator[Attribution]]) -> dict[str, float]:
    """Seconds of the language pipeline and of the stage, after a first run that loads what is loaded once."""
    blocks = tuple(Block(start=m.start(), end=m.end(), role="paragraph") for m in re.finditer(r"\S[^\n]*", item.text))
    document = Document(id="d", file="d", sha256="", text=item.text, blocks=blocks)
    began = time.process_time()
    found = Found(document="d", parse=parse.parse(item.text, [(b.start, b.end) for b in blocks]))
    parsed = time.process_time()
    found = found.having("quotations", tuple(quotations.extract(document, found)))
    tuple(extract(document, found))
    return {"pipeline": parsed - began, "stage": time.process_time() - parsed}


def rashomon(item: Item) -> dict[str, float]:
    return _timed(item, attributions.extract)


def rules(item: Item) -> dict[str, float]:
    return _timed(item, attributions.by_grammar)


SYSTEMS: dict[str, Callable[[Item], dict[str, float]]] = {"rashomon": rashomon, "rules": rules}


def score(gold: Sequence[Item], predicted: Sequence[Mapping[str, float]]) -> dict[str, float]:
    by_name = {item.name: times for item, times in zip(gold, predicted, strict=True)}
    short, long_ = (by_name[f"one paragraph of {n}"]["stage"] for n in LENGTHS)
    found = {"share of the pipeline's time, news": by_name["news"]["stage"] / by_name["news"]["pipeline"]}
    found["growth with length"] = math.log(long_ / short) / math.log(LENGTHS[1] / LENGTHS[0])
    for name, times in by_name.items():
        found[f"{name}: seconds"] = times["stage"]
    return found
