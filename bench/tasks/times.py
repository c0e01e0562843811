"""Time expressions and their values on MEANTIME (English, Wikinews): every TIMEX3 but the day of publication, which is given.

The corpus annotates the first sentences of each text; a value has to be the same string.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime

from bench import corpora
from rashomon.extract import Found
from rashomon.extract.times import extract
from rashomon.model import Block, Document, Published
from rashomon.relate.times import resolve
from rashomon.text import parse

TITLE = "Time expressions: relaxed spans and TIMEX3 values (MEANTIME)"
CORPUS = "meantime"
_GLUED = re.compile(r" (?=[.,;:!?)%]|n't\b|'(?:s|re|ve|ll|d|m)\b)|(?<=[($#]) ")
_ANNOTATED = 6  # sentences of each text: title, date and the first four or five
PLAIN = re.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:, \d{4})?"
    r"|\b(?:19|20)\d\d\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday|now)\b"
    r"|\b(?:\w+) (?:days|months|years)\b)"
)


@dataclass(frozen=True)
class Item:
    """A text, its day, and the time expressions annotated in it: (start, end, value)."""

    text: str
    day: str
    times: tuple[tuple[int, int, str], ...]


def gold() -> list[Item]:
    lines = (corpora.path("meantime") / "apple-airbus.jsonl").read_text(encoding="utf-8").splitlines()
    return [item for line in lines if (item := _item(json.loads(line)))]


def _item(record: dict[str, object]) -> Item | None:
    text, offsets = "", {}
    for number, tokens in enumerate(record["sentences"][:_ANNOTATED]):  # type: ignore[index]
        for position, token in enumerate(tokens):
            glued = not text or text.endswith("\n") or _GLUED.match(f" {token}") or text.endswith(("(", "$", "#"))
            text += "" if glued else " "
            offsets[number, position] = (len(text), len(text) + len(token))
            text += token
        text += "\n"
    day, times = None, []
    for mention in record["mentions"]:  # type: ignore[attr-defined]
        if mention["kind"] == "TIMEX3":
            places = [offsets[mention["sentence"], t] for t in mention["tokens"]]
            if mention["attrs"].get("functionInDocument") == "CREATION_TIME":
                day = mention["attrs"]["value"]
            elif mention["sentence"] != 1:  # the date line below the title
                times.append((places[0][0], places[-1][1], mention["attrs"]["value"]))
    return Item(text=text, day=day, times=tuple(sorted(times))) if day else None


def rashomon(item: Item) -> list[tuple[int, int, str | None]]:
    """Ours: found, and resolved from the day of publication."""
    lines = list(re.finditer(r"\S[^\n]*", item.text))
    roles = ["headline", "stamp", *["paragraph"] * len(lines)]
    blocks = tuple(Block(start=m.start(), end=m.end(), role=role) for m, role in zip(lines, roles, strict=False))
    day = Published(value=item.day, earliest=item.day, latest=item.day, why="given")
    document = Document(id="d", file="f", sha256="", text=item.text, blocks=blocks, published=day)
    prose = [(b.start, b.end) for b in blocks if b.role != "stamp"]
    found = Found(document="d", parse=parse.parse(item.text, prose))
    found = found.having("times", tuple(extract(document, found)))
    return [(t.span.start, t.span.end, t.value) for t in resolve(document, found, ())]


def naive(item: Item) -> list[tuple[int, int, str | None]]:
    """Dates, weekdays and counted days by one pattern; only what is written in full has a value."""
    found: list[tuple[int, int, str | None]] = []
    for match in PLAIN.finditer(item.text):
        if "\n" in item.text[: match.start()] and match.start() > item.text.index("\n", item.text.index("\n") + 1):
            found.append((match.start(), match.end(), match[0] if match[0].isdigit() else None))
    return found


def dateparser(item: Item) -> list[tuple[int, int, str | None]]:
    """dateparser's search, counting from the day of publication; it gives days only."""
    from dateparser.search import search_dates

    skipped = item.text.index("\n", item.text.index("\n") + 1)
    found, place = [], skipped
    settings = {"RELATIVE_BASE": datetime.fromisoformat(item.day), "PREFER_DATES_FROM": "past"}
    for words, when in search_dates(item.text[skipped:], languages=["en"], settings=settings) or []:
        start = item.text.find(words, place)
        if start >= 0:
            found.append((start, start + len(words), when.date().isoformat()))
            place = start + len(words)
    return found


SYSTEMS = {"rashomon": rashomon, "naive": naive, "dateparser": dateparser}


def score(gold: list[Item], predicted: list[list[tuple[int, int, str | None]]]) -> dict[str, float]:
    """F1 of spans that overlap, one to one; the share of those with the gold's value; F1 of span and value together."""
    hits = right = found = wanted = 0
    for item, guesses in zip(gold, predicted, strict=True):
        free = list(guesses)
        found, wanted = found + len(guesses), wanted + len(item.times)
        for start, end, value in item.times:
            twin = next((g for g in free if g[0] < end and start < g[1]), None)
            if twin:
                free.remove(twin)
                hits += 1
                right += (twin[2] or "").upper() == value.upper()
    both = (found + wanted) / 2 or 1
    return {
        "precision": hits / max(1, found),
        "recall": hits / max(1, wanted),
        "span F1": hits / both,
        "value": right / max(1, hits),
        "span and value F1": right / both,
    }
