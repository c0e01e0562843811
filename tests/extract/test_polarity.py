import tomllib
from pathlib import Path

import pytest

from rashomon.model import Hop
from tests.extract.test_claims import claims, said
from tests.factory import document

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "polarity.toml").read_text())["case"]
USUAL = {"polarity": "asserted", "modality": "certain", "negated": False}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["promise"])
def test_a_claim_is_voiced_so(case):
    (claim,) = claims(document(case["text"]))
    assert {k: getattr(claim, k) for k in USUAL} == {k: case.get(k, v) for k, v in USUAL.items()}


VOICED = [
    ("The general", "said", "his men did not fire on the crowd", "denied"),
    ("A witness", "said", "the doctors did not use the lift", "asserted"),
    ("The ministry", "said", "its agents took no part in the talks", "denied"),
    ("The mayor", "said", "there was no agreement with the rebels", "denied"),
    ("The mayor", "said", "there was no water in the school", "asserted"),
    ("The captain", "said", "nobody was allowed on deck", "asserted"),
    ("The rebels", "said", "foreigners were not among the prisoners", "denied"),
    ("The rebels", "said", "they must not leave the camp", "asserted"),
]


@pytest.mark.parametrize(("source", "cue", "content", "polarity"), VOICED, ids=lambda v: str(v))
def test_a_negation_is_a_denial_where_the_speaker_turns_against_a_charge(source, cue, content, polarity):
    doc = document(f"{source} {cue} {content}.")
    (claim,) = claims(doc, said(doc, source, cue, content))
    assert (claim.negated, claim.polarity) == (True, polarity)


def test_reports_of_nobody_in_particular_are_hearsay():
    doc = document("According to unconfirmed reports, the bridge was blown up.")
    told = said(
        doc, "unconfirmed reports", "According to", "the bridge was blown up", speaker=Hop(name="reports", kind="document")
    )
    (claim,) = claims(doc, told)
    assert claim.modality == "alleged"


def test_a_cue_that_claims_changes_nothing():
    doc = document("The rebels claim the bridge was blown up.")
    (claim,) = claims(doc, said(doc, "The rebels", "claim", "the bridge was blown up", cue_class="claiming"))
    assert (claim.modality, claim.polarity) == ("certain", "asserted")


def test_a_denied_deed_is_denied_without_its_denier():
    doc = document("The army denied firing on the crowd.")
    (claim,) = claims(doc, said(doc, "The army", "denied", "firing on the crowd", cue_class="denying"))
    assert (claim.span.text, claim.polarity) == ("firing on the crowd", "denied")
