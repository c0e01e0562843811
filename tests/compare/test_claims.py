"""A denial rejects what another asserts; a rule is no conduct, and a part that is denied is not the whole."""

import pytest

from rashomon.compare.claims import compare
from rashomon.model import Answer
from tests import factory


def answer(text):
    document = factory.document(text)
    (claim, *_) = factory.annotated(text).claims
    return Answer(claim=claim, document=document.id)


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("The mayor did not sign the contract.", "The mayor signed the contract.", "conflict"),
        ("No miners were to leave the pit.", "Four miners left the pit.", "compatible"),
        ("The mayor did not directly sign the contract.", "The mayor signed the contract.", None),
        ("The mayor signed the contract.", "The owner signed the contract.", None),
    ],
)
def test_two_claims_on_one_act_are_set_side_by_side(left, right, outcome):
    for first, second in ((left, right), (right, left)):
        assert next((c.outcome for c in compare(answer(first), answer(second))), None) == outcome
