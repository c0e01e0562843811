"""Who did a deed: rival doers side by side under one question, one doer in other words as one value, two deeds never as one."""

import pytest

from rashomon.model import Case, Point
from tests.settle.test_acts import settled


def points(*texts: str) -> list[Point]:
    return [p for p in settled(*texts).points if p.kind == "who"]


def values(case: Case | list[Point]) -> set[str]:
    (point,) = case if isinstance(case, list) else [p for p in case.points if p.kind == "who"]
    return {v.text for v in point.values}


def relations(point: Point) -> dict[tuple[str, str], str]:
    text = {v.id: v.text for v in point.values}
    return {tuple(sorted((text[r.left], text[r.right]))): r.relation for r in point.relations}  # type: ignore[misc]


ARMY = "Army jets bombed the grain market in Orlen on Friday, a doctor said."
REBELS = "A rebel rocket hit the market in Orlen on Friday, the ministry said."


def test_two_sides_named_for_one_deed_are_a_dispute():
    (point,) = points(ARMY, REBELS)
    assert point.status == "disputed"
    assert point.question.startswith("Who carried out the attack on the")
    assert [r.relation for r in point.relations] == ["conflict"]
    assert {s.text for s in point.relations[0].spans} == {"Army jets", "A rebel rocket"}


def test_one_doer_in_other_words_is_one_value():
    other = "Government forces shelled the market in Orlen, villagers said. The market was full."
    (point,) = points(ARMY, other, "Soldiers bombed the market in Orlen, a driver said.")
    assert len(point.values) == 1
    assert point.status == "undisputed"


def test_a_part_of_a_body_refines_it():
    (point,) = points(
        "Police opened fire on marchers in Castle Square.",
        "Riot police opened fire on the marchers in Castle Square, a nurse said.",
    )
    assert [r.relation for r in point.relations] == ["refines"]


def test_a_name_refines_the_words_for_its_bearers():
    named = "Fighters of the Hill Front bombed the market in Orlen on Friday, the governor said."
    (point,) = points(REBELS, named)
    assert [r.relation for r in point.relations] == ["refines"]


def test_a_denial_answers_whoever_names_the_denier_and_nobody_else():
    denied = "The market in Orlen was bombed on Friday. The army denied carrying out the strike."
    (point,) = points(ARMY, REBELS, denied)
    found = relations(point)
    assert {r for pair, r in found.items() if any(t.startswith("not ") for t in pair)} == {"denial"}
    assert sum(r == "denial" for r in found.values()) == 1


def test_who_cannot_say_who_it_was_names_nobody_and_contradicts_nobody():
    unknown = "A market was bombed in Orlen on Friday. It was not clear who carried out the strike."
    (point,) = points(ARMY, REBELS, unknown)
    open_ = {v.id for v in point.values if v.text == "not known who"}
    assert len(open_) == 1
    assert {r.relation for r in point.relations if {r.left, r.right} & open_} == {"compatible"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (ARMY, "A second strike, by rebels, hit the market in Orlen on Friday, a clerk said."),
        (ARMY, "Rebels shelled the barracks in Orlen on Friday, a clerk said."),
        (ARMY, "Rebels bombed the market in Hallen on Friday, a clerk said."),
        ("Army jets bombed the market on 3 May.", "Rebels shelled the market on 30 May."),
        ("Police fired tear gas at the marchers in Castle Square.", "Rebels opened fire on the marchers in Castle Square."),
        ("Firefighters rescued the miners on Friday.", "Soldiers rescued the miners on Friday."),
        ("Police blamed the rebels for the attack.", "Army jets bombed the market in Orlen."),
    ],
)
def test_two_deeds_or_one_that_several_may_have_done_are_no_dispute(left, right):
    assert not [p for p in points(left, right) if p.status == "disputed"]


def test_victims_and_makers_of_weapons_are_no_doers():
    (point,) = points(
        ARMY,
        "Twelve policemen were killed when army planes bombed the market in Orlen with a Ruritanian-made bomb, a clerk said.",
    )
    assert len(point.values) == 1


def test_blame_claims_of_credit_and_denials_speak_of_the_deed_that_the_account_told_of():
    (point,) = points(
        "Gunmen kidnapped nine students in Orlen on Friday. The ministry blamed the rebels for the kidnapping.",
        "Nine students were kidnapped in Orlen on Friday. Bandits abducted the students, a teacher said.",
        "Nine students were kidnapped in Orlen on Friday. The Hill Front claimed responsibility for the kidnapping.",
    )
    assert {"the rebels", "bandits", "gunmen"} <= {v.text for v in point.values}
    assert any("Hill Front" in v.text for v in point.values)


def test_each_claim_says_why_it_answers():
    (point,) = points(ARMY, REBELS)
    assert {m.why for m in point.claims} == {"names “Army jets” as who did it", "names “A rebel rocket” as who did it"}


def test_what_was_hit_hours_later_than_something_else_was_hit_first():
    later = "The army said it had struck a depot at dawn, and that the market in Orlen was hit hours later by a rebel rocket."
    (point,) = points(ARMY, later)
    assert point.status == "disputed"


def test_whoever_is_accused_and_says_that_there_was_no_such_thing_clears_himself():
    (point,) = points(ARMY, REBELS, "“There was no bombing of any market,” said Col. Jan Velis, an army spokesman, on Friday.")
    assert any(v.text.startswith("not ") for v in point.values)


def test_shells_are_fired_by_whomever_they_are_said_to_be_of():
    (point,) = points(ARMY, "The market in Orlen was hit by shells of the Kell Front on Friday, the ministry said.")
    assert {v.text for v in point.values} == {"army jets", "shells of the Kell Front"}


def test_what_a_spokesman_says_of_it_is_shown_as_of_the_body():
    denied = "The market in Orlen was bombed on Friday. Col. Jan Velis, an army spokesman, denied that it had bombed the market."
    (point,) = points(ARMY, REBELS, denied)
    assert not any("Velis" in v.text for v in point.values)
    assert any(v.text.startswith("not ") for v in point.values)


def test_a_battalion_is_no_rival_of_the_army_it_may_belong_to():
    found = points(
        "Ostravan soldiers opened fire on marchers in Castle Square.",
        "Soldiers of the Fourth Mobile Battalion opened fire on the marchers in Castle Square, a spokesman said.",
    )
    assert all(r.relation != "conflict" for p in found for r in p.relations)
