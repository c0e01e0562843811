"""Reading figures, times and names, beside the language pipeline's own time on the same news, in one run.

For each event of some: the seconds of this process that it takes to find its figures, times and names, to resolve the times and
to tell which names are one; and the seconds of the parse that the first two steps read. Peers do only their own part; times are
of a noisy machine, but all rows of one run are measured on the same texts.
"""

import hashlib
import json
import re
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from bench import corpora
from bench.tasks.quantities import quantulum3_parse
from rashomon.extract import Found, mentions, quantities
from rashomon.extract import times as extract_times
from rashomon.model import Block, Document, Published
from rashomon.relate import entities, times
from rashomon.text import parse

TITLE = "Seconds for figures, times and names by seconds of the parse (8 news events)"
CORPUS = "giveme5w1h"
_EVENTS = 8
_MOST = 6  # accounts of an event
_NUMBER = re.compile(r"\d[\d.,]*(?: \w+)?")
_DATE = re.compile(r"\b(?:\d{4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|\d{1,2} [A-Z]\w+)\b")
_NAME = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)*")

_STEPS = (
    ("mentions", "names", mentions.extract),
    ("times", "times", extract_times.extract),
    ("quantities", "figures", quantities.extract),
)

T = TypeVar("T")


@dataclass(frozen=True)
class Event:
    """The texts of one event."""

    name: str
    texts: tuple[str, ...]


def gold() -> list[Event]:
    lines = (corpora.path(CORPUS) / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    by: dict[str, list[str]] = defaultdict(list)
    for row in map(json.loads, lines):
        by[row["event"] or ""].append(row["text"])
    return [Event(name, tuple(by[name][:_MOST])) for name in sorted(by.keys() - {""})[:_EVENTS]]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.process_time()
    made = work()
    return time.process_time() - began, made


def _documents(event: Event) -> list[Document]:
    made = []
    for number, text in enumerate(event.texts):
        blocks = tuple(Block(start=m.start(), end=m.end(), role="paragraph") for m in re.finditer(r"\S[^\n]*", text))
        sha = hashlib.sha256(text.encode()).hexdigest()
        made.append(
            Document(
                id=f"d{number}", file=f"{number}.txt", sha256=sha, outlet=None, text=text, blocks=blocks, language="en",
                published=Published(value="2017-06-15", earliest="2017-06-15", latest="2017-06-15", why="as made"),
            )
        )  # fmt: skip
    return made


@cache
def _parsed(event: Event) -> tuple[float, list[tuple[Document, parse.Parse]]]:
    """The parse of every text, and the seconds of all of them."""
    parse.language()
    documents = _documents(event)
    seconds, parses = _timed(lambda: [parse.parse(d.text, [(b.start, b.end) for b in d.blocks]) for d in documents])
    return seconds, list(zip(documents, parses, strict=True))


def ours(event: Event) -> dict[str, float]:
    """Seconds of each part, and of the parse."""
    parsing, pile = _parsed(event)
    spent = {"parse": parsing, "figures": 0.0, "times": 0.0, "names": 0.0}
    found = [(d, Found(document=d.id, parse=p)) for d, p in pile]
    for name, part, extractor in _STEPS:
        seconds, found = _timed(lambda e=extractor, n=name, f=found: [(d, x.having(n, tuple(e(d, x)))) for d, x in f])  # type: ignore[misc]
        spent[part] += seconds
    annotations = [x.annotations() for _, x in found]
    documents = [d for d, _ in found]
    spent["times"] += _timed(lambda: [times.resolve(d, a, documents) for d, a in zip(documents, annotations, strict=True)])[0]
    spent["names"] += _timed(lambda: list(entities.relate(documents, annotations)))[0]
    return spent


def naive(event: Event) -> dict[str, float]:
    """Three patterns."""
    spent = {"parse": _parsed(event)[0]}
    for part, pattern in (("figures", _NUMBER), ("times", _DATE), ("names", _NAME)):
        spent[part] = _timed(lambda p=pattern: [p.findall(text) for text in event.texts])[0]  # type: ignore[misc]
    return spent


def quantulum3(event: Event) -> dict[str, float]:
    """Figures alone."""
    return {"parse": _parsed(event)[0], "figures": _timed(lambda: [quantulum3_parse(text) for text in event.texts])[0]}


def recognizers(event: Event) -> dict[str, float]:
    """Figures alone: numbers, and numbers with units."""
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    def read() -> None:
        for text in event.texts:
            for recognize in (recognize_number, recognize_currency, recognize_dimension):
                recognize(text, "en-us")

    return {"parse": _parsed(event)[0], "figures": _timed(read)[0]}


SYSTEMS = {"rashomon": ours, "naive": naive, "quantulum3": quantulum3, "recognizers-text": recognizers}


def score(gold: list[Event], predicted: list[dict[str, float]]) -> dict[str, float]:
    """All parts, and each, as a part of the parse."""
    total = {part: sum(p.get(part, 0.0) for p in predicted) for part in ("parse", "figures", "times", "names")}
    parse_ = total.pop("parse") or 1.0
    kilobytes = sum(len(text) for event in gold for text in event.texts) / 1000
    shares = {part: seconds / parse_ for part, seconds in total.items() if seconds}
    return {"all by parse": sum(total.values()) / parse_, **shares, "parse kB/s": kilobytes / parse_}
