"""Who made, mediated or backed an agreement is told by the words of the claim, and by nothing else."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.meaning.deals import deals
from rashomon.meaning.dealwords import settles
from rashomon.model import Claim, Span
from tests import factory

TABLE = tomllib.loads((Path(__file__).parents[1] / "cases/deals.toml").read_text(encoding="utf-8"))
CASES = TABLE["case"]


def told(text: str) -> list[str]:
    found = factory.annotated(text)
    mentions = {m.id: m for m in found.mentions}
    made = [d for c in found.claims for d in deals(c, [mentions[k] for k in c.mentions])]
    return sorted({_said(d) for d in made})


def _said(deal) -> str:
    parties, others = (", ".join(a.span.text for a in side) for side in (deal.parties, deal.others))
    return f"{deal.role}: {parties}{'/ ' if others and not parties else ' / ' if others else ''}{others}"


@pytest.mark.parametrize("case", CASES, ids=[c["text"] for c in CASES])
def test_a_sentence_names_the_parties_to_an_agreement(case):
    assert told(case["text"]) == sorted(case["says"])


@given(
    st.text(alphabet="abX ,.-’'()")
    | st.lists(st.sampled_from(["deal", "between", "and", "with", "made by", "the US", ",", "-", "'s"])).map(" ".join)
)
def test_any_words_are_read(text):
    span = Span(document="d", start=5, end=5 + len(text), text=text)
    for deal in deals(Claim(id="d.c", span=span, predicate="make"), ()):
        for part in (*deal.parties, *deal.others):
            assert text[part.span.start - 5 : part.span.end - 5] == part.span.text


@pytest.mark.parametrize("case", TABLE["settles"], ids=[c["text"] for c in TABLE["settles"]])
def test_what_was_agreed_is_told_from_who_agreed_it(case):
    assert settles(case["text"]) == case["settles"]
