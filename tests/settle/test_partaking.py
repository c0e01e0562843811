"""What part somebody had in an agreement: accounts that give different ones side by side, and a denial set against them."""

import pytest

from tests.settle.test_acts import settled

MADE = "Norland made a deal with the rebels of Orlen, the mayor said."


def asked(*texts: str) -> dict[str, dict[str, set[str]]]:
    """For each question on a part the claims by answer."""
    found = settled(*texts)
    claims = {c.id: c.span.text for c in found.claims}
    return {
        p.question: {v.text: {claims[m.claim] for m in p.claims if m.value == v.id} for v in p.values}
        for p in found.points
        if p.question.startswith("What part")
    }


def test_who_made_and_who_only_approved_it_are_two_parts_of_one_question():
    found = settled(MADE, "The rebels of Orlen left the town under a Norland-backed deal.")
    (point,) = (p for p in found.points if p.question == "What part did Norland have in the deal?")
    assert {v.text for v in point.values} == {"made it", "approved or backed it"}
    assert (point.status, point.relations[0].relation) == ("undisputed", "compatible")


@pytest.mark.parametrize("denial", ["Norland said it had no part in the deal.", "Norland was not involved in the deal."])
def test_who_says_to_have_had_none_denies_what_others_tell(denial):
    found = settled(MADE, denial)
    (point,) = (p for p in found.points if p.question == "What part did Norland have in the deal?")
    assert (point.status, point.relations[0].relation) == ("disputed", "denial")
    assert {v.text for v in point.values} == {"made it", "had no part in it"}


def test_who_took_no_active_part_may_have_approved_it():
    found = settled(MADE, "Norland said it had not taken an active part in the talks on the deal.")
    (point,) = (p for p in found.points if p.question == "What part did Norland have in the deal?")
    assert (point.status, point.relations[0].relation) == ("undisputed", "compatible")


def test_what_a_spokesman_says_of_it_is_said_of_the_body_and_of_who_leads_that():
    spoke = "Colonel Jan Velis, a spokesman for the Norland-led coalition, said it was not involved in the deal."
    (answers,) = asked(MADE, f"{spoke} The coalition had 40 officers in the town.").values()
    assert answers["had no part in it"] == {"it was not involved in the deal"}
    assert next(iter(asked(MADE, spoke))) == "What part did Norland or the Norland-led coalition have in the deal?"


def test_an_official_of_a_country_acts_for_it():
    texts = ("A US official approved the deal with the rebels.", "The United States made a deal with the rebels, the mayor said.")
    (answers,) = asked(*texts).values()
    assert set(answers) == {"made it", "approved or backed it"}


def test_rebels_of_a_country_do_not():
    texts = ("Kenyan rebels approved the deal with the union.", "Kenya made a deal with the union, the mayor said.")
    assert not asked(*texts)


def test_who_admits_a_part_or_knew_of_it_is_set_beside_who_denies_one():
    texts = (
        "Norland admitted its part in the deal. Norland had been told of the deal beforehand. " + MADE,
        "Norland said it had no part in the deal.",
    )
    (answers,) = asked(*texts).values()
    assert set(answers) == {"made it", "had a part in it", "knew of it", "had no part in it"}


def test_who_knew_of_it_says_nothing_of_who_had_no_part():
    found = settled("Norland had been told of the deal with the rebels beforehand. " + MADE, "Norland had no part in the deal.")
    (point,) = (p for p in found.points if p.question == "What part did Norland have in the deal?")
    values = {v.id: v.text for v in point.values}
    assert {values[r.left]: r.relation for r in point.relations if values[r.right] == "had no part in it"} == {
        "made it": "denial",
        "knew of it": "compatible",
    }


def test_one_part_in_all_accounts_is_no_question():
    assert not asked(MADE, "The deal with the rebels was signed by Norland.")


def test_not_having_been_involved_in_an_evacuation_is_about_the_deal_on_it():
    texts = (
        "Norland made a deal with the rebels to let them leave Orlen. The rebels left the town under the deal.",
        "Norland said it was not involved in the evacuation.",
    )
    (answers,) = asked(*texts).values()
    assert answers["had no part in it"] == {"it was not involved in the evacuation"}
