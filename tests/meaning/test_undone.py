"""Of which deed a claim says that it was not done at all, and whose telling it rejects."""

import pytest

from rashomon.meaning.undone import rejects, undone
from tests.factory import annotated

REJECTED = [
    ("“Not a single crown has been paid,” the minister said.", "Nine million crowns had been paid to the gang, a clerk said."),
    ("He denied that any ransom had been paid for the sailors.", "The shipowners paid a ransom for the sailors."),
    ("Not one live round was fired at the crowd, the minister said.", "Police opened fire on a crowd of marchers."),
    ("Officers had fired only into the air, the minister said.", "Officers fired on the marchers at the gate."),
    ("No miners had been arrested, the sheriff said.", "Police arrested two miners at the gate."),
    ("No policeman was shot, the minister said.", "Two policemen were shot on the steps."),
]

LEFT = [
    ("“Not a single crown has been paid,” the minister said.", "The drivers were paid well."),
    ("Not one live round was fired at the crowd, the minister said.", "Soldiers fired into the air over the crowd only."),
    ("Officers had fired only into the air, the minister said.", "Officers fired a salute at the grave."),
    ("No miners had been arrested, the sheriff said.", "Police arrested a baker."),
    ("No miners had been arrested, the sheriff said.", "No miners were arrested at the gate."),
    ("The army had not struck the clinic, a spokesman said.", "A missile struck the clinic."),
    ("It has not fired any of those rockets at the port.", "The front fired two rockets at the port."),
    ("No miners were to be arrested, the sheriff said.", "Police arrested two miners at the gate."),
    ("No policeman was shot, the minister said.", "Police fired tear gas at the crowd."),
    ("No policeman was shot, the minister said.", "Police fired on a crowd of marchers."),
    ("No policeman was shot, the minister said.", "Before a single shot had been heard the mob burned a police bus."),
    ("No miners had been arrested since Monday, the sheriff said.", "Police arrested two miners at the gate."),
]


def the_claim(text):
    return annotated(text).claims[0]


@pytest.mark.parametrize(("denial", "other"), REJECTED)
def test_who_says_that_a_deed_was_not_done_rejects_whoever_tells_of_it(denial, other):
    found = undone(the_claim(denial))
    assert found is not None
    assert rejects(found, the_claim(other))


@pytest.mark.parametrize(("denial", "other"), LEFT)
def test_nothing_more_than_the_deed_is_rejected(denial, other):
    found = undone(the_claim(denial))
    assert found is None or not rejects(found, the_claim(other))
