"""Where those who moved went or were taken: accounts of one event side by side."""

import pytest

from rashomon.model import Point
from tests.settle.test_acts import settled


def gone(*texts: str) -> list[Point]:
    return [p for p in settled(*texts).points if p.kind == "where"]


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The hostages were flown to Vienna.", "The hostages were flown to Berlin by night.", "conflict"),
        ("The hostages were taken to Vienna.", "The hostages were flown on to Berlin.", "compatible"),
        ("The hostages were taken to Vienna.", "The hostages were brought to villages around Vienna.", "compatible"),
        ("The hostages were taken to Vienna.", "The hostages were allegedly taken to Austria.", "refines"),
        ("The first hostages were taken to Vienna.", "The last hostages were taken to Berlin.", "compatible"),
        ("The hostages were taken to Vienna.", "The hostages may have been taken to Berlin.", "compatible"),
    ],
)
def test_places_to_which_the_same_people_went_conflict_where_they_are_far_apart_and_both_are_certain(left, right, relation):
    (point,) = gone(left, right)
    assert [r.relation for r in point.relations] == [relation]


def test_the_question_names_who_went():
    (point,) = gone("The hostages were flown to Vienna.", "The hostages were flown to Berlin by night.")
    assert point.question == "Where were the hostages taken?"
    assert {v.text for v in point.values} == {"Vienna", "Berlin"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The hostages were taken to Vienna.", "The nurses were taken to Berlin."),
        ("The hostages were taken to Vienna.", "The hostages will be taken to Berlin."),
        ("The hostages were taken to Vienna.", "The hostages were not taken to Berlin."),
        ("The hostages were taken to Vienna.", "The envoy flew to Berlin."),
        ("The hostages were taken to Vienna.", "The army rushed to occupy the airport in Berlin."),
    ],
)
def test_others_plans_denials_and_aims_are_no_answer(left, right):
    assert gone(left, right) == []
