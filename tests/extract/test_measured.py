"""A measure is of what the words around it say, and of nothing where they do not."""

import tomllib
from pathlib import Path

import pytest

from tests import factory

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "measured.toml").read_text())["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['figure']} in: {c['text']}")
def test_a_measure_is_of_what_its_sentence_says(case):
    quantities = factory.found(factory.document(case["text"]), "quantities").quantities
    (found,) = (q for q in quantities if q.span.text == case["figure"])
    assert [found.head or "", found.aspect or ""] == case["of"]


def test_a_speed_of_which_nothing_is_said_is_that_of_what_went_at_the_speed_before():
    text = "The operator speaks of gusts of 92 km/h. But the institute measured no more than 55 km/h that afternoon."
    _, second = factory.found(factory.document(text), "quantities").quantities
    assert (second.head, second.aspect, second.high) == ("gust", "speed", 55)
