"""A denial of a part in an act is told from a denial of the act, and so is who is said to have had one."""

import tomllib
from pathlib import Path

import pytest

import rashomon
from rashomon import pipeline
from rashomon.meaning.parties import parts
from tests import factory

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "parties.toml").read_text())["case"]


def told(text):
    document = factory.document(text)
    case = pipeline.settle([document], [pipeline.annotate(document)], (), rashomon.__version__)
    names = {e.id: e.name for e in case.entities}
    mentions = {m.id: m for m in case.mentions}
    return {
        f"{names[p.who]} {'had' if p.had else 'denies'} {p.act}"
        for claim in case.claims
        for p in parts(claim, [mentions[m] for m in claim.mentions])
    }


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_a_claim_says_who_had_a_part_in_an_act(case):
    assert told(case["text"]) == set(case["says"])
