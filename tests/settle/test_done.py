"""On what day it was done: accounts of one event side by side."""

import pytest

from rashomon.model import Point
from tests.settle.test_acts import settled


def dated(*texts: str) -> list[Point]:
    return [p for p in settled(*texts).points if p.kind == "when"]


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The fighters left Orlen on 12 May.", "Last month the fighters were evacuated from Orlen.", "refines"),
        ("The rebels left Orlen on 12 May.", "On 14 May the final batch of rebels left the town.", "compatible"),
        ("The first ambulance reached Orlen on Friday.", "The first ambulance came on Saturday, a nurse said.", "conflict"),
        ("The first ambulance reached Orlen on Friday.", "Two ambulances reached Orlen on Saturday.", "compatible"),
        ("The ferry sank off Menda on Thursday.", "The ferry sank off Menda on Tuesday.", "conflict"),
        ("The ferry sank off Menda on Thursday.", "The ferry sank off Menda at the end of May.", "refines"),
        ("The bus crashed near Orlen on Friday.", "The bus crashed near Orlen yesterday.", "compatible"),
    ],
)
def test_days_of_one_deed_conflict_where_it_is_surely_one_and_its_days_exclude_one_another(left, right, relation):
    (point,) = dated(left, right)
    assert [r.relation for r in point.relations] == [relation]


def test_the_question_names_who_and_where_as_the_accounts_do_and_each_claim_the_days_that_its_words_come_to():
    (point,) = dated("The fighters left Orlen on 12 May.", "Last month the fighters were evacuated from Orlen.")
    assert point.question == "When did the fighters leave Orlen?"
    assert {m.why.split(", counted")[0] for m in point.claims} == {
        "puts the departure at “12 May”: 2024-05-12",
        "puts the departure at “Last month”: 2024-05",
    }


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The fighters left Orlen on 12 May.", "The fighters left Hallen on 13 May."),
        ("The fighters left Orlen on 12 May.", "The fighters will leave Orlen on 13 May."),
        ("The fighters left Orlen on 12 May.", "The fighters did not leave Orlen on 13 May."),
        ("The fighters left Orlen on 12 May.", "By 13 May the fighters had left Orlen."),
        ("The fighters left Orlen on 12 May.", "The nurses left Orlen on 13 May."),
        ("The rebels attacked Orlen on 12 May.", "The envoy condemned the attack on 13 May."),
    ],
)
def test_another_place_or_people_a_plan_a_denial_or_a_day_of_something_else_is_no_answer(left, right):
    assert dated(left, right) == []


def test_the_day_of_what_befell_is_told_by_a_noun_behind_it_and_over_things_joined_by_and():
    (point,) = dated(
        "The crane in Orlen fell on to a tram and the hall of a school on Friday.",
        "A crane fell. Nine people died in Friday's crane collapse in Orlen.",
    )
    assert len(point.claims) == 2
    assert point.status == "undisputed"


def test_shells_that_fell_are_no_fall():
    assert not [p for p in dated("Two shells fell on Orlen on Friday.", "A crane fell in Orlen on Friday.") if p.claims]
