"""What an agreement was to bring in one matter is asked of all who say so, in whatever words."""

import pytest

from tests.settle.test_acts import settled


def asked(*texts: str) -> dict[str, int]:
    return {p.question: len(p.claims) for p in settled(*texts).points if p.question.startswith("What was agreed about")}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The truce obliges the rebels to leave their heavy weapons behind.", "The gunmen were allowed to keep their rifles."),
        ("Under its terms the fighters were to hand over all arms. ", "The deal let them take their guns."),
    ],
)
def test_terms_of_one_matter_stand_side_by_side(left, right):
    assert asked(left, right) == {"What was agreed about weapons?": 2}


@pytest.mark.parametrize(
    "other",
    ["The rebels loaded their guns on to the ferries.", "The truce allows the rebels to bring their families."],
)
def test_what_was_done_and_other_matters_are_other_questions(other):
    assert asked("The truce obliges the rebels to leave their weapons behind.", other) == {}


def test_rules_without_an_agreement_are_no_terms():
    assert asked("Hunters are allowed to carry rifles.", "The law requires a licence for guns.") == {}
