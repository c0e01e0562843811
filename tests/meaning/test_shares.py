"""What a claim says of who was among those whom something befell is told by its words, whatever words it chooses."""

import tomllib
from pathlib import Path

import pytest

from rashomon import pipeline
from rashomon.meaning.shares import question, shares
from tests import factory

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "shares.toml").read_text())["case"]


def told(text):
    found = pipeline.annotate(factory.document(text))
    quantities = {q.id: q for q in found.quantities}
    return {
        f"{s.sort} {s.outcome} {s.share}{' ruled' if s.ruled else ''}"
        for i, claim in enumerate(found.claims)
        for s in shares(claim, [quantities[k] for k in claim.quantities], found.claims[max(0, i - 2) : i])
    }


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_a_claim_says_how_many_were_of_a_sort(case):
    assert told(case["text"]) == set(case["says"])


def test_every_sort_and_outcome_can_be_asked_about():
    assert question("civilians", "death") == "Were there civilians among those killed?"
    assert question("combatants", "departure") == "Were there fighters among those who left?"
