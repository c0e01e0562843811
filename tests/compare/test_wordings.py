"""Two claims say the same in other words where one verb and most of the words of the smaller are shared."""

import pytest

from rashomon.compare.wordings import compare
from rashomon.model import Answer
from tests import factory


def answer(text):
    document = factory.document(text)
    (claim, *_) = factory.annotated(text).claims
    return Answer(claim=claim, document=document.id)


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("The council removed the app from the harbour store.", "The council removed the banned app from its store.", "agree"),
        ("The council removed the app from the harbour store.", "The council did not remove the app from its store.", None),
        ("The council removed the app from the store.", "The council may remove the app from the store.", None),
        ("The council removed the app from the store.", "The council praised the app of the store.", None),
        ("The council removed two apps from the store.", "The council removed nine apps from the store.", None),
    ],
)
def test_only_claims_of_one_verb_stance_and_certainty_say_the_same(left, right, outcome):
    assert next((c.outcome for c in compare(answer(left), answer(right))), None) == outcome
