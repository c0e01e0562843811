"""What a figure counts is told by its noun and by the words around it, and by no other figure's."""

import tomllib
from pathlib import Path

import pytest

from rashomon.meaning.counting import SEVERAL, counted
from rashomon.model import Claim
from tests import factory

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "counting.toml").read_text())["case"]


def all_counted(text):
    document = factory.document(text)
    quantities = factory.found(document, "quantities").quantities
    claim = Claim(id="c", span=document.span(0, len(text)))
    return {q.span.text: counted(q, claim) for q in quantities}, quantities


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['figure']} in: {c['text']}")
def test_a_figure_counts_what_its_sentence_says(case):
    population, outcome, narrowed = case["of"]
    found = all_counted(case["text"])[0][case["figure"]]
    assert (found.population, found.outcome or "", " ".join(sorted(found.restriction))) == (population, outcome, narrowed)


def test_a_sum_over_several_outcomes_counts_none_of_them():
    found, quantities = all_counted("The storm left 12 dead and 30 injured.")
    for q in quantities:
        if q.derived:
            assert found[q.span.text].outcome == SEVERAL
