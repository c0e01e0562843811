"""When one claim says that what another tells was not so."""

import pytest

from rashomon.meaning.negation import bears, denies, tells
from tests.factory import annotated

DENIED = [
    ("The driver is not under arrest, his lawyer said.", "The driver has been taken into custody, the mayor said."),
    ("The tram had not been going fast at all, a rider said.", "The tram had been going too fast, the mayor said."),
    ("There were no armed men on the ferry.", "There were nine men with rifles on the ferry."),
    ("Mayor Pieter Voss was not in custody.", "Mr Voss was in custody."),
    ("There was no helicopter at the weir.", "A helicopter landed at the weir at noon."),
    ("There was no shelling of any school.", "The army shelled the school in Orlen, a teacher said."),
    ("The accord was reached without any foreign mediation.", "The accord was mediated by the envoy of Norland."),
]

NOT_DENIED = [
    ("The tram had not been going to Orlen.", "The tram had been going too fast."),
    ("The driver is not under arrest.", "The conductor has been arrested."),
    ("There were no armed men on the ferry.", "Armed men attacked the ferry."),
    ("There was no shelling of any school.", "The army shelled the harbour."),
    ("The divers were not to enter the lock.", "The divers entered the lock."),
    ("The accord was reached without any foreign mediation.", "The accord was signed in Orlen."),
    ("The club had not won the cup since 1908.", "The club won the cup."),
    ("The army had not fired a rocket for 60 days.", "The army fired a rocket."),
    ("Mayor Pieter Voss was not in custody.", "Clara Voss was in custody."),
    ("The driver may not be under arrest.", "The driver has been arrested."),
]


def the_claim(text):
    return annotated(text).claims[0]


@pytest.mark.parametrize(("negative", "other"), DENIED)
def test_a_claim_denies_what_it_negates(negative, other):
    assert denies(the_claim(negative), the_claim(other))


@pytest.mark.parametrize(("negative", "other"), NOT_DENIED)
def test_a_claim_denies_no_more_than_it_negates(negative, other):
    assert not denies(the_claim(negative), the_claim(other))


def test_who_denies_allegations_of_something_denies_that_it_was_done():
    denied = the_claim("The mayor denied allegations of theft.")
    assert tells(the_claim("A theft of 40 crates took place in the depot."), denied)
    assert not tells(the_claim("The mayor was saddened by the allegation of theft."), denied)
    assert not tells(the_claim("The council published the allegations of theft."), denied)


@pytest.mark.parametrize(
    ("denial", "other", "one"),
    [
        ("The director denied that rebels had been treated in the clinic.", "The rebels hid rockets in the clinic.", False),
        ("The director denied that rebels had been treated in the clinic.", "Two rebels were treated there.", True),
        ("The army denied that it had bombed the market.", "An air strike hit the market.", True),
        ("The company denied that the ship was full.", "The crew left the ship.", False),
        ("The army denied that there had been a second strike.", "What we know about the strike on Orlen", False),
        ("The army denied that there had been a second strike.", "A strike hit the mill in Orlen.", False),
        ("The army denied that there had been a second strike.", "Another strike hit the mill in Orlen.", True),
    ],
)
def test_a_denial_bears_on_the_deed_that_it_denies(denial, other, one):
    assert bears(the_claim(denial), the_claim(other)) == one
