import dataclasses
import types
import typing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import codec, model
from rashomon.model import Case, Decision

RECORDS = [record for name in model.__all__ if dataclasses.is_dataclass(record := getattr(model, name))]
SCHEMA = Path(__file__).parent.parent / "docs" / "reference" / "rashomon-case-1.schema.json"


def made(kind: Any) -> st.SearchStrategy[Any]:
    """Anything that fits a type of the model."""
    plain = {
        str: st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
        int: st.integers(-(2**53), 2**53),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans(),
        bytes: st.binary(max_size=5),
        type(None): st.none(),
    }
    if kind in plain:
        return plain[kind]
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return st.lists(made(args[0]), max_size=2).map(tuple)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*map(made, args))
    if origin is dict:
        return st.dictionaries(made(args[0]), made(args[1]), max_size=2)
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{f.name: st.deferred(lambda t=hints[f.name]: made(t)) for f in dataclasses.fields(kind)})


@pytest.mark.parametrize("kind", [r for r in RECORDS if r is not Case], ids=lambda k: k.__name__)
def test_every_record_comes_back_from_json_as_it_went_in(kind: Any):
    @settings(max_examples=10, deadline=None)
    @given(made(kind))
    def round_trip(record: object) -> None:
        assert codec.from_json(codec.to_json(record), kind) == record

    round_trip()


def test_what_is_no_record_is_malformed():
    for data in ("{", "{}", '{"id": 1}', "[]"):
        with pytest.raises(codec.Malformed):
            codec.from_json(data, Decision)


def test_a_case_without_fields_that_came_later_can_be_read():
    assert codec.read_case('{"format": "rashomon-case/1", "version": "0.1", "recipe": []}').points == ()


def test_the_schema_in_the_reference_is_that_of_the_records():
    assert SCHEMA.read_bytes() == codec.schema_json(), "run `rashomon schema > docs/reference/rashomon-case-1.schema.json`"
