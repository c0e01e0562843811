import itertools
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.text import dates, days

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "times.toml").read_text())
FOUND = [(case["promise"], *row) for case in CASES["found"] for row in case["texts"]]
NOTHING = [(case["promise"], text) for case in CASES["nothing"] for text in case["texts"]]

WORDS = st.sampled_from(
    [
        "31",
        "February",
        "0000",
        "99999999999",
        "2017",
        "Sunday",
        "March",
        "3",
        ",",
        ".",
        "-",
        "/",
        ":",
        "11:03",
        "AM",
        "GMT",
        "next",
        "last",
        "the",
        "of",
        "two",
        "years",
        "ago",
        "in",
        "from",
        "to",
        "every",
        "day",
        "\u202e",
        "שנה",
        "٣",
        "三月",
        "\x00",
        "\n",
        "century",
        "1990s",
        "2014-15",
        "Q9",
        "hundred",
        "and",
        "a",
        "half",
        "later",
        "night",
    ]
)


@pytest.mark.parametrize(("promise", "text", "kind", "value", "rule"), FOUND, ids=[f[1] for f in FOUND])
def test_an_expression_is_found_whole_with_what_its_words_give(promise, text, kind, value, rule):
    start, end = text.index("["), text.index("]") - 1
    found = [e for e in dates.find(text.replace("[", "").replace("]", "")) if e.start < end and start < e.end]
    assert [(e.start, e.end, e.type, e.value or "", e.rule) for e in found] == [(start, end, kind, value, rule)], promise


@pytest.mark.parametrize(("promise", "text"), NOTHING, ids=[n[1] for n in NOTHING])
def test_what_only_looks_like_a_time_is_left_out(promise, text):
    assert [text[e.start : e.end] for e in dates.find(text)] == [], promise


@pytest.mark.parametrize(
    ("text", "mod"),
    [("in early May", "START"), ("mid-2011", "MID"), ("the end of 1999", "END"), ("more than two years", "MORE_THAN")],
)
def test_what_narrows_an_expression_is_its_mod(text, mod):
    assert [e.mod for e in dates.find(text)] == [mod]


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_has_ordered_expressions_apart_from_one_another(text):
    found = dates.find(text)
    assert all(0 <= e.start < e.end <= len(text) for e in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    for expression in found:
        days.bounds(expression.value, expression.mod)


def test_a_long_text_takes_time_in_proportion():
    def seconds(times: int) -> float:
        began = time.process_time()
        dates.find(("on 3 May 2017 at 11:03 GMT they left, two years ago, " * 50 + "1" * 500 + " the" * 500) * times)
        return time.process_time() - began

    assert seconds(10) < 12 * seconds(2) + 0.5


@pytest.mark.parametrize(
    "text", ["on 1\u0663 March 2\u0660\u0661\u0667", "\u0663/\u0664/\u0662\u0660\u0661\u0667", "1\uff13:0\uff15 GMT"]
)
def test_digits_of_mixed_scripts_make_no_day_of_the_month(text):
    assert all("03-13" not in (e.value or "") and e.type == "DATE" for e in dates.find(text))


@pytest.mark.parametrize("number", ["9" * 400, "1e308", "Infinity", "NaN", "-0", "0" * 50])
def test_a_number_beyond_all_calendars_is_no_time(number):
    for expression in dates.find(f"on {number} May {number}, {number} days ago, in {number}, week {number}, {number}:{number}"):
        assert days.bounds(expression.value) is None or len(expression.value or "") < 20


def test_a_paragraph_of_nothing_but_dates_takes_time_in_proportion():
    def seconds(times: int) -> float:
        began = time.process_time()
        assert len(dates.find("03/04/2017 and 31 February, 12 May 2017; " * times)) == 3 * times
        return time.process_time() - began

    assert seconds(2000) < 8 * seconds(500) + 0.5
