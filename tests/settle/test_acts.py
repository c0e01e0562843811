"""Who did it, when and where: accounts of one deed side by side."""

import pytest

import rashomon
from rashomon import pipeline
from rashomon.model import Case, Point
from tests.factory import document


def settled(*texts: str) -> Case:
    documents = [document(t, file=f"{n}.txt", outlet=f"Paper {n}", published="2024-06-02") for n, t in enumerate(texts)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)


def points(kind: str, *texts: str) -> list[Point]:
    return [p for p in settled(*texts).points if p.kind == kind]


def test_two_names_for_who_did_one_deed_are_a_dispute():
    (point,) = points("who", "Carl Brenner shot the mayor of Orlen.", "The mayor of Orlen was shot by Anton Weiss, police said.")
    assert point.status == "disputed"
    assert point.question == "Who shot the mayor of Orlen?"
    assert {v.text for v in point.values} == {"Carl Brenner", "Anton Weiss"}
    assert {s.text for s in point.relations[0].spans} == {"Carl Brenner", "Anton Weiss"}


def test_a_name_refines_a_description():
    (point,) = points("who", "A gunman shot the mayor of Orlen.", "Anton Weiss shot the mayor of Orlen, police said.")
    assert (point.status, point.relations[0].relation) == ("undisputed", "refines")


@pytest.mark.parametrize(
    "other",
    [
        "Anton Weiss did not shoot the mayor of Orlen.",
        "Anton Weiss will shoot the mayor of Orlen.",
        "Anton Weiss could shoot the mayor of Orlen.",
    ],
)
def test_what_is_denied_planned_or_possible_is_no_deed(other):
    assert not points("who", "Carl Brenner shot the mayor of Orlen.", other)


def test_two_days_of_one_deed_are_a_dispute():
    (point,) = points("when", "The convoy of buses left the town on Friday.", "The convoy of buses left the town on Saturday.")
    assert point.status == "disputed"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The first convoy of buses left the town on Friday.", "The second convoy of buses left the town on Saturday."),
        ("Rebels attacked the barracks of Orlen on 3 May.", "Rebels attacked the barracks of Orlen on 30 May."),
    ],
)
def test_deeds_that_may_be_two_are_none(left, right):
    (point,) = points("when", left, right)
    assert point.status == "undisputed"


def test_a_town_and_its_country_agree_on_where_it_was():
    (point,) = points("where", "The minister signed the gas treaty in Austria.", "The minister signed the gas treaty in Vienna.")
    assert (point.status, point.relations[0].relation) == ("undisputed", "refines")


def test_two_towns_do_not():
    (point,) = points("where", "The minister signed the gas treaty in Berlin.", "The minister signed the gas treaty in Vienna.")
    assert point.status == "disputed"


def test_where_it_was_is_asked_in_the_words_of_a_claim():
    (point,) = points(
        "where",
        "The fire broke out in Warehouse 7 and burned for hours.",
        "The fire broke out in Warehouse 5, not in Warehouse 7.",
    )
    assert point.question == "Where did the fire break out?"


def test_two_numbers_of_one_kind_of_place_are_two_places():
    (point,) = points(
        "where",
        "The fire broke out in Warehouse 7 and burned for hours.",
        "The fire broke out in Warehouse 5, not in Warehouse 7.",
    )
    assert point.status == "disputed"
    assert {v.text for v in point.values} == {"Warehouse 5", "Warehouse 7"}
