"""Records to and from JSON; the one place that knows msgspec."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import msgspec

from rashomon.model import Case

T = TypeVar("T")

FORMAT = "rashomon-case/1"

Malformed = msgspec.MsgspecError
"""What `from_json` raises where the JSON does not hold such a record."""


def to_json(record: object) -> bytes:
    """A record or a plain value as compact JSON, keys in the order of the record's fields."""
    return msgspec.json.encode(record)


def from_json(data: bytes | str, kind: type[T]) -> T:
    """The record of this kind that the JSON holds; Malformed where it does not fit."""
    return msgspec.json.decode(data, type=kind)


@contextmanager
def uncollected() -> Iterator[None]:
    """While millions of records are made the collector of cycles, which would look through all of them again and again (2.5 s of
    3 for 30,000 claims), waits. May be nested.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def to_pack(record: object) -> bytes:
    """A record or a list of them as MessagePack, for another process of ours."""
    return msgspec.msgpack.encode(record)


def from_pack(data: bytes, kind: type[T]) -> T:
    """The record of this kind that MessagePack holds."""
    return msgspec.msgpack.decode(data, type=kind)


def case_json(case: Case) -> bytes:
    """A case in the form `rashomon-case/1`, indented by one space, the same bytes for the same case."""
    return msgspec.json.format(to_json(case), indent=1) + b"\n"


def case_schema() -> dict[str, Any]:
    """The JSON Schema of `rashomon-case/1`, made from the records."""
    title = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT}
    return title | msgspec.json.schema(Case)


def schema_json() -> bytes:
    """The JSON Schema as the reference holds it: indented, keys in order."""
    return msgspec.json.format(msgspec.json.encode(case_schema(), order="sorted"), indent=2) + b"\n"


def read_case(data: bytes | str) -> Case:
    """The case that an export in the form `rashomon-case/1` holds."""
    return from_json(data, Case)
