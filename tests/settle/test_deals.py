"""Who made an agreement: accounts side by side, and a conflict only where both say outright who did, with the same others."""

import pytest

from tests.settle.test_acts import points, settled


def relations(*texts: str) -> list[str]:
    return [r.relation for p in points("who", *texts) for r in p.relations]


def test_those_who_made_a_deal_stand_side_by_side_without_the_others():
    (point,) = points("who", "Turkey and Russia made a deal with the rebels.", "Turkey made a deal with the rebels.")
    assert point.question == "Who made the deal?"
    assert {v.text for v in point.values} == {"Turkey and Russia", "Turkey"}
    assert [r.relation for r in point.relations] == ["refines"]
    assert point.claims[0].why.endswith("as who made the deal")


def test_two_bodies_that_each_made_it_with_the_same_others_contradict():
    texts = ("Halvor Steel signed a merger deal with Brandt AG.", "The merger deal with Brandt AG was signed by Orra Lines.")
    assert relations(*texts) == ["conflict"]


def test_who_says_only_by_whom_it_was_made_means_the_other_side_that_accounts_name():
    found = settled(
        "Norwegian officials made a deal with the kidnappers.",
        "Norwegian officials reached a deal with the kidnappers, police said.",
        "The deal was struck by the Danish army.",
    )
    (point,) = (p for p in found.points if p.question == "Who made the deal?")
    against = {r.why.partition("; ")[2] for r in point.relations if r.relation == "conflict"}
    assert against == {"accounts name “the kidnappers” as the other side."}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The nurses' union reached a pay deal with the government.",
            "A pay deal was struck by hospital managers with the government.",
        ),
        ("The truce between the army and the rebels was broken.", "The truce was agreed by Russia and Turkey."),
        ("A ceasefire brokered by Qatar came into force at dawn.", "The ceasefire was mediated by Egypt."),
        ("Tribal elders made a deal with the kidnappers.", "The army made a deal with the kidnappers."),
        ("French officials made a deal with the kidnappers.", "The French government reached a deal with the kidnappers."),
        ("The council signed a deal with the miners.", "The deal with the miners was approved by the governor."),
        ("Turkey signed a grain deal with the farmers.", "The grain deal with the farmers was signed by Turkey and Russia."),
        ("The United States made a deal with the Taliban.", "Washington signed a deal with the Taliban."),
        ("The deal was struck by Turkey.", "Russia struck the deal."),
        ("Local officials made a deal with the rebels.", "The Council of Orlen made a deal with the rebels."),
        ("Norway signed a grain deal with Denmark.", "Russia signed a grain deal with Turkey."),
    ],
)
def test_accounts_that_may_both_be_right_do_not_contradict(left, right):
    assert "conflict" not in relations(left, right)


def test_who_mediates_or_backs_a_deal_is_asked_for_itself():
    found = settled(
        "Norway and Denmark signed a truce brokered by Qatar.",
        "Norway and Denmark signed a truce. The truce was mediated by Egypt.",
        "A US-backed truce between Norway and Denmark was signed. It was approved by the United States.",
        "The truce was endorsed by the United States.",
    )
    asked = {p.question: {v.text for v in p.values} for p in found.points if p.kind == "who"}
    assert asked["Who mediated the truce?"] == {"Qatar", "Egypt"}
    assert "Qatar" not in " ".join(asked["Who made the truce?"])


def test_a_bare_denial_is_set_against_all_who_speak_of_the_deal():
    found = settled("Turkey made a deal with the rebels.", "There was no deal with the rebels, the governor said.")
    (point,) = (p for p in found.points if p.kind == "yes-no")
    assert (point.question, point.status) == ("Was there any deal?", "disputed")


def test_what_is_denied_names_nobody():
    assert not points("who", "Turkey made a deal with the rebels.", "Russia did not make a deal with the rebels.")
