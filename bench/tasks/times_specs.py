"""Time expressions in the Recognizers-Text specifications (English): requests made to a calendar, in all forms one can think of.

Their names of months and weekdays are set in capitals, as news has them; half of their forms ("on 15", "tmrw", "340pm") are not
those of news and are passed over on purpose. Spans only: their values follow another convention.
"""

import json
import re
from dataclasses import dataclass

from bench import corpora
from bench.tasks import times
from rashomon.text import dates

TITLE = "Time expressions in requests: relaxed spans (Recognizers-Text specifications)"
CORPUS = "recognizers"
_FILES = (
    "DateExtractor", "DatePeriodExtractor", "DateTimeExtractor", "DateTimePeriodExtractor", "DurationExtractor", "SetExtractor",
    "TimeExtractor",
)  # fmt: skip
_NAMES = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|may(?=\s(?:\d|the))"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|thu|fri|sat|sun)\b"
)


@dataclass(frozen=True)
class Item:
    """A request, and where its times stand."""

    text: str
    spans: tuple[tuple[int, int], ...]


def gold() -> list[Item]:
    folder = corpora.path(CORPUS) / "DateTime"
    cases = [case for name in _FILES for case in json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))]
    return [
        Item(
            text=_NAMES.sub(lambda m: m[0].capitalize(), case["Input"]),
            spans=tuple((r["Start"], r["Start"] + r["Length"]) for r in case["Results"]),
        )
        for case in cases
    ]


def rashomon(item: Item) -> list[tuple[int, int]]:
    """Ours, without the parse."""
    return [(e.start, e.end) for e in dates.find(item.text)]


def naive(item: Item) -> list[tuple[int, int]]:
    """The plain pattern of the other task."""
    return [match.span() for match in times.PLAIN.finditer(item.text)]


SYSTEMS = {"rashomon": rashomon, "naive": naive}


def score(gold: list[Item], predicted: list[list[tuple[int, int]]]) -> dict[str, float]:
    """Precision, recall and F1 of spans that overlap, one to one."""
    hits = 0
    for item, guesses in zip(gold, predicted, strict=True):
        free = list(guesses)
        for start, end in item.spans:
            twin = next((g for g in free if g[0] < end and start < g[1]), None)
            if twin:
                free.remove(twin)
                hits += 1
    found, wanted = sum(map(len, predicted)), sum(len(item.spans) for item in gold)
    return {"precision": hits / max(1, found), "recall": hits / max(1, wanted), "F1": 2 * hits / max(1, found + wanted)}
