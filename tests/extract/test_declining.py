"""Neither to confirm nor to deny is no denial."""

import pytest

from tests.factory import annotated

OPEN = (
    "The navy neither confirmed nor denied that its frigate had rammed the trawler.",
    "The embassy did not deny that the courier was its employee.",
    "The mayor said he was not aware of any injuries.",
    "The harbour board would not comment on the sale.",
    "“We cannot confirm that the ship was hit,” the navy said.",
)


def the_claim(text):
    (claim,) = annotated(text).claims
    return claim


@pytest.mark.parametrize("text", OPEN)
def test_who_leaves_it_open_denies_nothing(text):
    claim = the_claim(text)
    assert (claim.polarity, claim.modality, claim.declines) == ("asserted", "certain", True)


@pytest.mark.parametrize(
    "text",
    ["The mayor said he was not aware of the contract.", "The navy denied that its frigate had rammed the trawler."],
)
def test_who_rejects_it_denies(text):
    claim = the_claim(text)
    assert (claim.polarity, claim.declines) == ("denied", False)


def test_words_that_say_what_is_left_open_are_told_from_those_that_say_that_it_is():
    assert the_claim(OPEN[0]).withheld
    assert not the_claim(OPEN[3]).withheld
    assert not the_claim(OPEN[4]).withheld


def test_a_denial_in_its_own_words_says_no_opposite_of_them():
    denied, own = annotated("The navy denied that its frigate had rammed the trawler. “We were not there,” it said.").claims
    assert (denied.reversed, own.reversed) == (True, False)


def test_who_would_not_comment_speaks_of_nothing_to_come_and_of_no_chance():
    said = ("The ministry said it would not comment on the inquiry.", "Odeh said he could neither confirm nor deny it.")
    assert [the_claim(text).modality for text in said] == ["certain", "certain"]


def test_an_official_who_says_that_the_army_did_not_do_it_denies_it():
    assert the_claim("The minister said the army had not fired on the ferry.").polarity == "denied"
    assert the_claim("A resident said the army had not fired on the ferry.").polarity == "asserted"


def test_what_somebody_warns_of_has_not_come_about():
    assert the_claim("Staff had warned of damage to the cable.").modality == "possible"
    assert the_claim("Inspectors had warned that the dam was unsafe.").modality == "possible"
    assert the_claim("Inspectors warned that three gates were open.").modality == "certain"
