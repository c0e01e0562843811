"""Words of one family speak of one thing, and a bare denial rejects all that is said of it."""

import pytest

from rashomon import data
from rashomon.meaning.families import family, partly, rejects
from rashomon.model import Claim
from tests import factory


def claim(text: str) -> Claim:
    (found, *_) = factory.annotated(text).claims
    return found


def test_no_word_belongs_to_two_families():
    words = [word for line in data.load("families")["family"].values() for word in line]
    assert len(words) == len(set(words))


def test_leaving_and_being_evacuated_are_one_family():
    assert family("leave") == family("evacuation") == "departure"


@pytest.mark.parametrize(
    ("denial", "other", "rejected"),
    [
        ("There was no explosion.", "An explosion tore the roof off the mill.", True),
        ("No such agreement was made.", "The mayor signed an agreement with the miners.", True),
        ("There was no agreement with the rebels.", "The mayor signed an agreement with the miners.", True),
        ("There was no explosion in the cellar, the mayor said.", "An explosion tore the roof off the mill.", False),
        ("There was no explosion.", "Nobody heard an explosion.", False),
        ("There was no explosion.", "The mayor left the town.", False),
        ("No one was killed there.", "The flood killed nine people in the valley.", False),
        ("There was no smoke.", "A baker saw the van trailing smoke.", True),
        ("There was no smoke.", "Firefighters battled the flames.", False),
        ("He had no mandate from anyone.", "The mayor had a mandate from the council.", False),
        ("There was no mandate.", "The mayor ordered a pause.", False),
        ("There was no mandate.", "The council gave the mayor a mandate.", True),
        ("There was no sign of an explosion from inside.", "An explosion tore the roof off the mill.", False),
        ("The ministry denied that such fees exist.", "The shippers pay a fee at the lock.", True),
        ("The ministry denied that such fees exist.", "The widows were compensated.", False),
        ("The ministry denied that such fees exist.", "The tales of fees were an insult to the lock keepers.", False),
        ("The mayor denied that there had been another explosion.", "An explosion tore the roof off the mill.", False),
        ("There was no explosion.", "What we know about the explosion", False),
        ("What happened in the explosion is disputed, the mayor said.", "An explosion tore the roof off the mill.", False),
        ("The mayor denied that it stood by the explosion.", "An explosion tore the roof off the mill.", False),
    ],
)
def test_what_denies_the_bare_thing_rejects_what_is_said_of_it(denial, other, rejected):
    assert rejects(claim(denial), claim(other)) == rejected


def test_a_manner_that_is_denied_leaves_the_rest():
    assert partly(claim("He did not take part actively in the talks."))
    assert not partly(claim("He did not take part in the talks."))
