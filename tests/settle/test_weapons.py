"""By what an attack was carried out is one question, be it told by warplanes, mortar rounds or what is ruled out."""

import rashomon
from rashomon import pipeline
from tests.factory import document

JETS = "Warplanes bombed the bazaar in Orlen on Monday, killing nine people, medics said."
MORTARS = "The bazaar in Orlen was hit by mortar rounds on Monday, the army said."


def point(*texts):
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    return next((p for p in case.points if p.question.startswith("With what")), None)


def test_warplanes_and_mortar_rounds_on_one_place_exclude_one_another():
    found = point(JETS, MORTARS)
    assert found.question == "With what was the bazaar struck?"
    assert found.status == "disputed"
    assert sorted(v.text for v in found.values) == ["from the air", "from the ground: mortars, rockets or shells"]


def test_who_saw_no_plane_says_not_that_there_was_none():
    assert point(JETS, "A jet hit the bazaar in Orlen, said a baker. “I saw no plane,” said a tailor.").status == "undisputed"


def test_that_there_was_no_plane_denies_the_air_strike():
    found = point(JETS, MORTARS + " “There was no plane,” said a herder.")
    assert "not from the air" in {v.text for v in found.values}
    assert any(r.relation == "denial" for r in found.relations)


def test_of_an_attack_on_nothing_that_two_accounts_name_nothing_is_asked():
    assert (
        point("Gunfire was heard in Orlen on Monday after an attack.", "The attack was revenge for air strikes in May.") is None
    )


def test_what_else_was_struck_stays_out():
    depot = "Warplanes bombed an ammunition depot near Orlen at dawn, the army said."
    assert point(MORTARS, MORTARS.replace("army", "mayor") + " " + depot).status == "undisputed"


def test_what_was_struck_is_named_by_its_own_word():
    rally = "Gunfire hit a party rally in Qasr Amin on Monday, police said."
    assert point(rally, rally.replace("police", "a witness")).question == "With what was the rally struck?"


def test_a_bomb_may_be_of_any_kind():
    found = point(JETS, "A bomb hit the bazaar in Orlen on Monday, killing nine people, police said.")
    assert found.status == "undisputed"
    assert {v.text for v in found.values} == {"from the air", "by a bomb or a missile"}


def test_what_struck_another_place_that_the_paragraph_is_on_stays_out():
    hospital = " The hospital was hit, too, the mayor said. According to a nurse a shell fell in the yard at noon."
    found = point(JETS, JETS.replace("medics", "a doctor") + hospital)
    assert found.status == "undisputed"


def test_a_fort_is_asked_of_by_its_own_name():
    shelled = "The fort in Orlen was shelled on Monday, villagers said."
    assert point(shelled, "A rocket hit the fort in Orlen on Monday, the army said.").question == "With what was the fort struck?"


def test_claims_of_gunfire_and_a_bomb_of_another_time_are_no_answer():
    claims = "The bazaar in Orlen was hit on Monday. Rebel claims of gunfire were not repeated. "
    claims += "Drivers stop, as told since the May bombing."
    found = point(JETS, MORTARS, claims)
    assert {v.text for v in found.values} == {"from the air", "from the ground: mortars, rockets or shells"}
