"""At what time of the day it happened: accounts of one event side by side."""

import pytest

from rashomon.model import Point
from tests.settle.test_acts import settled


def timed(*texts: str) -> list[Point]:
    return [p for p in settled(*texts).points if p.kind == "when"]


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The train left the tracks at 5:40 a.m.", "The train derailed at 5:12 a.m. near Orlen.", "conflict"),
        ("The train left the tracks at 5:40 a.m.", "The train derailed at 05:38.", "compatible"),
        ("The train left the tracks at about 5:40 a.m.", "The train derailed at 5:40 a.m.", "refines"),
        ("The train left the tracks at 5:40 a.m.", "The train derailed shortly before 6 a.m.", "refines"),
        ("The train left the tracks at 5:40 a.m.", "The train derailed at dawn.", "refines"),
        ("The train left the tracks at 5:40 a.m.", "The train derailed in the evening.", "conflict"),
        ("The ferry capsized at ten to seven.", "The ferry capsized at 7:20 p.m.", "conflict"),
        ("The ferry capsized at ten to seven.", "The ferry capsized at 18:52.", "compatible"),
        ("The ferry capsized at 6:20 p.m.", "The ferry capsized at 7:20 p.m.", "compatible"),
        ("The ferry capsized at 6:20 p.m.", "The ferry capsized at 1640 GMT.", "compatible"),
        ("The ferry capsized between 7.45 p.m. and 8 p.m.", "The ferry capsized at 7:52 p.m.", "refines"),
        ("The ferry capsized between 7.45 p.m. and 8 p.m.", "The ferry capsized at 8:10 p.m.", "conflict"),
        ("The blast happened just after midnight.", "The explosion was heard at 23:50.", "conflict"),
        ("The ferry capsized at 7:20 p.m.", "A video shows the ferry capsizing; its clock reads 6:52 p.m.", "conflict"),
        ("The strike hit the ward shortly before 8 p.m.", "The first missile came at ten to eight, a doctor said.", "compatible"),
        ("At 4:40 a.m. an explosion tore through the mill.", "The mill blew up at 4.09am.", "conflict"),
    ],
)
def test_times_of_one_event_conflict_where_their_words_exclude_one_another(left, right, relation):
    (point,) = timed(left, right)
    assert [r.relation for r in point.relations] == [relation]
    assert point.question.startswith("At what time")
    assert all(m.why.startswith("puts it at") for m in point.claims)


def test_the_same_time_of_two_accounts_is_one_answer():
    (point,) = timed("The train left the tracks at 5:40 a.m.", "The train derailed at 5.40am near Orlen.")
    assert (len(point.values), point.status) == (1, "undisputed")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ferry capsized at 7:20 p.m.", "The ferry sailed at 6:40 p.m."),
        ("The ferry capsized at 7:20 p.m.", "The ferry will sail at 6:40 p.m."),
        ("The ferry capsized at 7:20 p.m.", "The ferry did not capsize at 6:40 p.m."),
        ("The march began at 4 p.m.", "The shooting of marchers began at 6 p.m."),
        ("The navy fired a missile at 4 p.m.", "A missile hit the port at 5:10 p.m."),
        ("A blast hit the port at 7:20 p.m.", "A second blast was heard at 8:40 p.m."),
        ("The blast happened at 7:20 p.m. The blast happened at 8:40 p.m.", "The blast happened at 9:10 p.m."),
        ("The toll of the blast rose to nine at 7:20 p.m.", "The blast happened at 4:10 p.m."),
        ("The train crashed at 7:20 p.m. on 1 June.", "The train crashed at 9:40 p.m. on 2 June."),
        ("The blast happened an hour before 7:20 p.m.", "The blast happened at 4:10 p.m."),
        ("Shares fell at 9:30 a.m. by 3 percent.", "Shares of the firm fell at 4:10 p.m. by 4 percent."),
        ("Anna Berg was arrested at 6 p.m.", "Tomas Weil was arrested at 9 p.m."),
    ],
)
def test_times_of_two_things_are_not_set_against_one_another(left, right):
    assert not [p for p in timed(left, right) if p.status == "disputed" and p.question.startswith("At what time")]


def test_a_fall_and_a_collapse_that_the_accounts_open_with_are_one():
    (point,) = timed(
        "The crane fell on to a tram in Orlen at 12:20 p.m.", "A crane fell. The collapse happened shortly after noon."
    )
    assert len(point.claims) == 2
