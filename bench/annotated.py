"""Wholly annotated invented events in, their gold as the scorer takes it out.

Each folder of `gold/annotated` holds the accounts of one event and a `gold.toml`: every statement by its exact words (`nth` where
they occur several times) with who is named as saying it; the questions on which two or more speak, the answers, how each pair of
these stands, and how many independent gatherers are behind; statements that only look comparable. Written and annotated by people
who had not seen the rules; what rules have since been made with says `read = true`.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "gold" / "annotated"


def events(*, read: bool) -> list[Path]:
    """The folders of the events, by name: those that were read while rules were made, or those that were only measured."""
    found = sorted(path.parent for path in FOLDER.glob("*/gold.toml"))
    return [event for event in found if bool(tomllib.loads((event / "gold.toml").read_text()).get("read")) == read]


def accounts(event: Path) -> list[Path]:
    """An event's accounts, by name."""
    return sorted(event.glob("*.txt"))


def gold(event: Path) -> dict[str, Any]:
    """An event's gold in the scheme of the scorer; a ValueError where a statement's words are not in its account."""
    told = tomllib.loads((event / "gold.toml").read_text())
    statements = [_statement(s, event) for s in told["statement"]]
    documents = {d["file"]: _document(d, event, statements) for d in told["document"]}
    return {
        "scheme": "seeds-gold 1.0",
        "documents": documents,
        "entities": [],
        "points": [_point(p) for p in told["point"]],
        "near_miss_traps": [{"statements": t["statements"], "note": t["note"]} for t in told.get("trap", ())],
    }


def _statement(told: Mapping[str, Any], event: Path) -> tuple[str, dict[str, Any]]:
    """A statement with the name of its account."""
    (account,) = event.glob(f"{told['id'].split('.')[0]}-*.txt")
    text, at = account.read_text(), -1
    for _ in range(told.get("nth", 1)):
        at = text.find(told["says"], at + 1)
    if at < 0:
        raise ValueError(f"{event.name}: {account.name} does not hold the words of {told['id']}: {told['says']!r}")
    span = {"start": at, "end": at + len(told["says"]), "text": told["says"]}
    chain = [*told.get("chain", ()), "outlet"]
    record = {"id": told["id"], "span": span, "chain": chain, "polarity": told.get("polarity", "asserted"), "modality": "certain"}
    return account.name, record | {"cue": None, "origin": {}}


def _document(told: Mapping[str, Any], event: Path, statements: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    text = (event / told["file"]).read_text()
    day = told.get("published")
    return {
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "n_chars": len(text),
        "statements": [s for file, s in statements if file == told["file"]],
        "meta": {
            "outlet": told.get("outlet") or None,
            "agency": told.get("agency") or None,
            "authors": [],
            "publication_date": {"value": day, "not_before": day, "not_after": day},
        },
    }


def _point(told: Mapping[str, Any]) -> dict[str, Any]:
    doubted = {frozenset(pair) for pair in told.get("debatable", ())}
    point = {
        "id": told["id"],
        "question": told["question"],
        "type": told["type"],
        "status": told["status"],
        "values": {value: {"text": told.get("says", {}).get(value, "")} for value in told["values"]},
        "members": [{"statement": key, "value": value} for value, keys in told["values"].items() for key in keys],
        "relations": [dict(_relation(r, doubted)) for r in told.get("relations", ())],
    }
    return point | ({"n_independent_gateways": told["origins"]} if "origins" in told else {})


def _relation(told: list[str], doubted: set[frozenset[str]]) -> Iterator[tuple[str, Any]]:
    left, right, relation = told
    yield from {"a": left, "b": right, "relation": relation}.items()
    if frozenset((left, right)) in doubted:
        yield "debatable", True
