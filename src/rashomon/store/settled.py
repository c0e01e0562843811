"""A settled case in, its parts as JSON out, and back: in parts, so that a large one need not stand in memory twice."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, get_type_hints

from rashomon import codec
from rashomon.model import Case

_REST = "case"
"""The part that holds all that is in no part of its own."""


def parts(case: Case) -> Iterator[tuple[str, str]]:
    """The parts of a case by name: one for each kind of record of which there are some, and one for the rest."""
    kinds = [f.name for f in fields(case) if f.name != "recipe" and isinstance(found := getattr(case, f.name), tuple) and found]
    for kind in kinds:
        yield kind, codec.to_json(getattr(case, kind)).decode()
    emptied: dict[str, Any] = dict.fromkeys(kinds, ())
    yield _REST, codec.to_json(replace(case, **emptied)).decode()


def whole(found: Iterable[tuple[str, bytes]]) -> Case | None:
    """The case of these parts, each taken as it comes; None where there are none, or one cannot be read any more."""
    types, read = get_type_hints(Case), {}
    rest: Case | None = None
    try:
        with codec.uncollected():
            for name, record in found:
                if name == _REST:
                    rest = codec.from_json(record, Case)
                else:
                    read[name] = codec.from_json(record, types[name])
                del record
    except (codec.Malformed, KeyError):
        return None
    return replace(rest, **read) if rest else None
