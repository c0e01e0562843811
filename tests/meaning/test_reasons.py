"""Of which deed a claim says why it was done, or what brought it about."""

import pytest

from rashomon.meaning.reasons import question, reason
from tests.factory import annotated

GIVEN = [
    ("The accord with the miners was signed in order to end a strike of nine weeks.", "agreement"),
    ("The reason for the accord was to reopen the port.", "agreement"),
    ("The accord was about keeping jobs.", "agreement"),
    ("Families left the town to avoid being drafted.", "departure"),
    ("They fled because of the shelling.", "departure"),
    ("A faulty switch caused the fire.", "fire"),
    ("The fire was caused by a rocket.", "fire"),
    ("Worn brakes were to blame for the crash.", "crash"),
    ("The mayor blamed the drivers for the crash.", "crash"),
    ("The raid was in retaliation for the blockade.", "attack"),
    ("A spokesman called the raid a reprisal for the blockade.", "attack"),
]

NOT_GIVEN = [
    "It is unclear what caused the fire.",
    "The cause of the fire is not known.",
    "Police are investigating the cause of the crash.",
    "A drunken driver caused a crash.",
    "The accord became a burden due to its cost.",
    "Under the accord the miners were to free the road.",
    "Why was the accord made?",
    "The mayor left the town.",
]


@pytest.mark.parametrize(("text", "deed"), GIVEN)
def test_a_claim_gives_a_reason_for_a_deed(text, deed):
    assert reason(annotated(text).claims[0], ()) == deed


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_what_gives_no_reason_gives_none(text):
    assert [reason(claim, ()) for claim in annotated(text).claims[:1]] in ([None], [])


def test_the_deed_may_stand_in_the_sentence_before():
    before, claim = annotated("The accord was signed on Friday. The aim was to reopen the port.").claims
    assert reason(claim, (before,)) == "agreement"


def test_it_is_asked_in_the_word_that_most_claims_have():
    claims = [
        annotated(t).claims[0] for t in ("The truce was made to save lives.", "The reason for the truce was to save lives.")
    ]
    assert question("agreement", claims) == "Why was the truce made?"
