"""Numbers in, a folder of invented accounts and the truth about them out.

python -m bench.generator --accounts 300 --events 1 --seed 7 -o DIR     one event (or some), with all of the truth
python -m bench.generator --articles 1000000 --seed 7 -o DIR            many events in order of publication, with labels alone

`documents.jsonl` is what `rashomon build` reads; `truth.jsonl` has a line for each event, `labels.jsonl` one for each account.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from bench.generator import corpus, layout, truth
from bench.generator.layout import Written
from bench.generator.records import World


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.generator", description=__doc__)
    size = parser.add_mutually_exclusive_group(required=True)
    size.add_argument("--accounts", type=int, help="accounts of each event")
    size.add_argument("--articles", type=int, help="articles in all, of many events")
    parser.add_argument("--events", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--length", choices=("short", "news", "long"), help="of an account; news, but of it and short with --articles"
    )
    parser.add_argument("--full", action="store_true", help="all of the truth with --articles too")
    parser.add_argument("-o", "--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    if given.articles:
        events = corpus.stream(given.articles, given.seed, length=given.length or "")
    else:
        events = _events(given.events, given.accounts, given.seed, given.length or "news")
    with (
        (given.out / "documents.jsonl").open("w", encoding="utf-8") as documents,
        (given.out / "labels.jsonl").open("w", encoding="utf-8") as labels,
        (given.out / "truth.jsonl").open("w", encoding="utf-8") as full,
    ):
        told = _kept(events, labels, full if given.full or not given.articles else None)
        for written in corpus.in_order(told):
            _line(documents, layout.record(written))


def _events(count: int, accounts: int, seed: int, length: str) -> Iterator[tuple[World, list[Written]]]:
    for number in range(count):
        yield corpus.event(f"e{number:06d}", accounts, seed, start=3 * number, length=length)


def _kept(
    events: Iterator[tuple[World, list[Written]]], labels: TextIO, full: TextIO | None
) -> Iterator[tuple[World, list[Written]]]:
    """The same, the truth of each written down on the way."""
    for world, written in events:
        for label in truth.labels(world, written):
            _line(labels, label)
        if full:
            _line(full, truth.truth(world, written))
        yield world, written


def _line(file: TextIO, value: dict[str, Any]) -> None:
    file.write(json.dumps(value, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
