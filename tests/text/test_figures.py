import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.text import figures, numbers
from rashomon.text.numerals import value_of

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "quantities.toml").read_text())["figure"]


@pytest.mark.parametrize("case", CASES, ids=[c["text"] for c in CASES])
def test_a_figure_is_read_with_its_bounds(case):
    found = list(figures.read(case["text"]))
    if case.get("none"):
        assert found == []
        return
    (figure,) = found
    read = (case["text"][figure.start : figure.end], figure.kind, figure.low, figure.high, figure.unit)
    assert read == (case["span"], case.get("kind", "count"), case.get("low"), case.get("high"), case.get("unit"))


def test_a_change_is_two_figures():
    assert [f.value for f in figures.read("The toll rose from 12 to 30.")] == [12, 30]


def test_words_that_stand_for_a_number_say_by_which_convention():
    (figure,) = figures.read("dozens of ships")
    assert figure.convention == "“dozens” is read as 24 to 99"
    assert figure.value is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4,000", 4000), ("1,234,567.5", 1234567.5), ("1.234.567,5", 1234567.5), ("12,34,567", 1234567), ("1,5", 1.5),
        ("0.08", 0.08), ("4.000", 4000), ("1.2.3", None), ("1,23,4", None), ("٣٤", 34), ("3٤", None), ("9" * 400, None),
    ],
)  # fmt: skip
def test_figures_are_read_with_their_separators(written, value):
    assert value_of(written) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-one", 21), ("one hundred and six", 106), ("two thousand and twelve", 2012),
        ("three hundred thousand", 300000),
        ("half a million", 500000), ("half a dozen", 6), ("two and a half million", 2500000), ("one million and a half", 1500000),
        ("two thirds", 2 / 3), ("five point two five", 5.25), ("minus five", -5), ("a hundred", 100), ("2½", 2.5),
        ("3 crore", 3e7), ("4 thousand 3 hundred and 21", 4321), ("1e10", 1e10), ("Two Dozen", 24),
    ],
)  # fmt: skip
def test_numbers_in_words_are_read(words, value):
    (number,) = numbers.read(words)
    assert number.value == pytest.approx(value)
    assert words[number.start : number.end] == words


@given(st.text(alphabet="0123456789,.-–/ %$£€kmbMto and ten half million a few dozen ½٣२′:", max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_raising_and_in_order(text):
    found = list(figures.read(text))
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(f.low is None or f.high is None or f.low <= f.high for f in found)


@pytest.mark.parametrize(
    "piece", ["9", "1,", "12 ", "one ", "a few ", "half a ", "$", "1-", "over ", "no ", "million ", "1/2 ", "a large "]
)
def test_long_hostile_text_takes_linear_time(piece):
    began = time.process_time()
    list(figures.read(piece * (20_000 // len(piece))))
    assert time.process_time() - began < 3
