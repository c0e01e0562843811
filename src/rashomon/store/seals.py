"""A log of decisions in, whether it is as it was written out. Each line's seal is the sha256 over the seal before it and the
line, so that a changed, removed or inserted line breaks every seal after it.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from rashomon import codec
from rashomon.model import Decision


def record(decision: Decision) -> str:
    """A decision as its line in the log: JSON without id and seal, which follow from it."""
    return codec.to_json(replace(decision, id="", seal="")).decode()


def seal(before: str, line: str) -> str:
    """The seal of a line that follows a line with the seal `before` ("" for the first)."""
    return hashlib.sha256(f"{before}\n{line}".encode()).hexdigest()


def decision(line: str, sealed: str) -> Decision:
    """The decision that a line holds; its id comes from its seal, so no two in a log share one."""
    return replace(codec.from_json(line, Decision), id="x" + sealed[:12], seal=sealed)


def broken(lines: Iterable[tuple[int, str, str]]) -> int | None:
    """Of (number, line, seal) in order, the number of the first that is not as it was written; None when all are."""
    before = ""
    for place, (number, line, sealed) in enumerate(lines, 1):
        if number != place:
            return place
        if seal(before, line) != sealed or not _readable(line):
            return number
        before = sealed
    return None


def _readable(line: str) -> bool:
    try:
        codec.from_json(line, Decision)
    except codec.Malformed:
        return False
    return True


def chained(decisions: Iterable[Decision]) -> int | None:
    """Of a log as it was handed on, the number of the first decision whose seal does not follow from those before; None when
    all do.
    """
    before = ""
    for number, found in enumerate(decisions, 1):
        if seal(before, record(found)) != found.seal:
            return number
        before = found.seal
    return None
