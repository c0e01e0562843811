"""What a claim says of who was among those whom something befell is told by its words, whatever words it chooses."""

import tomllib
from pathlib import Path

import pytest

from rashomon import pipeline
from rashomon.compare.shares import compare
from rashomon.meaning.peoples import listed
from rashomon.meaning.shares import agreed, question, shares
from rashomon.model import Answer
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


def claimed(*sentences):
    return [pipeline.annotate(factory.document(text)).claims[0] for text in sentences]


def test_whom_an_agreement_covered_is_asked_of_what_it_was_about():
    told = claimed("The rebels left Orlen under a deal.", "The deal covered Syrian and foreign fighters alike.")
    about = agreed(told)
    assert about == "departure"
    (share,) = (s for s in shares(told[1], (), (), about) if s.sort == "foreigners")
    assert (share.outcome, share.share, share.ruled, share.agreed) == ("departure", "some", True, True)


def test_of_peoples_that_are_named_one_may_be_at_home():
    assert [low for _, _, low in listed("Among them were 40 Danes, 6 Swedes and 2 Finns.")] == [8]
    assert [low for _, _, low in listed("They came from France, Egypt, Yemen and China.")] == [3]
    assert not [*listed("Danes and Swedes trade here.")]


def share_of(text):
    found = pipeline.annotate(factory.document(text))
    claim = found.claims[0]
    told = shares(claim, [q for q in found.quantities if q.id in claim.quantities], (), "departure")
    return Answer(claim=claim, document="d", share=next(s for s in told if s.sort == "foreigners"))


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (
            "Only six foreigners left the town.",
            "They left from France, Egypt, Yemen, China, Chad, Mali, Peru and Oman.",
            "conflict",
        ),
        ("Dozens of foreign workers left the town.", "Some 400 foreign workers left the town.", "compatible"),
        ("Only six foreigners left the town.", "Those who left were from France, Egypt and Yemen.", "compatible"),
        ("Foreign fighters were excluded from the deal.", "The deal covered Syrian and foreign fighters.", "conflict"),
        ("Foreign fighters were excluded from the deal.", "Some 30 foreign fighters left the town.", "compatible"),
        ("Not one foreign fighter will leave the town.", "The deal covered Syrian and foreign fighters.", "compatible"),
    ],
)
def test_shares_conflict_by_their_figures_and_agreements_by_what_they_say(left, right, outcome):
    assert [c.outcome for c in compare(share_of(left), share_of(right))] == [outcome]
