"""A denial of a part in an act is set against those who report that part, and against nobody else."""

from tests.settle.test_points import settled

DENIES = ("Valley Post", "2024-06-02", "The army was not involved in the strike on Orlen market, a minister said.")
REPORTS = ("Orlen Echo", "2024-06-02", "Jets of the army carried out the strike on Orlen market, two pilots said.")
TELLS = ("Hill Times", "2024-06-02", "The strike on Orlen market killed 14 people, doctors said.")


def test_a_denied_part_is_set_against_who_reports_it():
    (point,) = (p for p in settled(DENIES, REPORTS, TELLS).points if p.status == "disputed")
    assert point.question == "Did the army have a part in the strike?"
    assert [r.relation for r in point.relations] == ["denial"]
    assert len(point.claims) == 2


def test_what_the_act_did_is_not_denied_by_who_had_no_part_in_it():
    assert not [p for p in settled(DENIES, TELLS).points if p.status == "disputed"]


def test_who_did_not_take_part_actively_may_have_been_there():
    partly = ("Lake News", "2024-06-02", "The army was not actively involved in the strike on Orlen market, a minister said.")
    assert not [p for p in settled(partly, REPORTS).points if p.status == "disputed"]
