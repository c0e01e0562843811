"""What only rejects what was just said is set against it."""

import rashomon
from rashomon import pipeline
from tests.factory import document

UNION = "The union said the pilot had reported a fault in the brakes twice. "
OTHER = "The pilot had reported a fault in the brakes twice, said a mechanic."


def disputes(*texts):
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    words = {c.id: c.span.text for c in case.claims}
    return [{words[m.claim] for m in p.claims} for p in case.points if p.status == "disputed"]


def test_who_denies_it_denies_what_was_said_before_and_whoever_else_says_so():
    (point,) = disputes(UNION + "The railway denies it.", OTHER)
    assert point == {
        "the pilot had reported a fault in the brakes twice",
        "The pilot had reported a fault in the brakes twice",
        "The railway denies it",
    }


def test_an_allegation_that_is_called_a_lie_is_denied():
    (point,) = disputes(UNION + "“The allegation is a lie,” the director of the railway said.")
    assert "The allegation is a lie" in point


def test_where_two_things_were_said_nobody_knows_which_claim_was_rejected():
    assert not disputes(UNION + "It also said that the tram was late. The railway rejected the claim.")


def test_whoever_only_rejects_something_rejects_nothing_else():
    assert not disputes("The pilot of the tram was arrested. The pilots' union rejected the claim.", "The pilot was arrested.")


def test_claims_about_something_else_are_not_what_was_just_said():
    told = "“I remember being shocked,” the captain said. “Its claims about being threatened are untrue,” the railway said."
    assert not disputes(told, "The captain was shocked.")


def test_who_denies_a_report_that_was_told_of_since_denies_nothing_before_it():
    between = "A paper printed a report on the age of the fleet. "
    assert disputes(UNION + "The railway denied the report.", OTHER)
    assert not disputes(UNION + between + "The railway denied the report.", OTHER)


def test_who_dismisses_a_report_as_small_does_not_deny_it():
    assert disputes(UNION + "The railway dismissed the report as false.", OTHER)
    assert not disputes(UNION + "The railway dismissed the report as “nothing new.”", OTHER)


def test_who_made_no_such_claim_rejects_nothing():
    assert not disputes(UNION + "In this case the railway made no such claim.", OTHER)


def test_a_denial_is_set_against_whoever_else_says_the_same_by_another_verb():
    (point,) = disputes(
        "Ms Holt was placed under house arrest on Monday, her lawyer said. The government denies this.",
        "Erika Holt has been under house arrest since Monday, a friend said.",
    )
    assert len(point) == 3


def test_of_a_sentence_that_says_several_things_the_first_is_rejected():
    (point,) = disputes(
        "The guild said a drone launched from the quay had fallen on the market, adding that nobody had warned them. "
        "“This is a fabrication,” the admiral said.",
        "A drone fell on the market, a trader said.",
    )
    assert "nobody had warned them" not in point
    assert "A drone fell on the market" in point


def test_who_gives_another_figure_does_not_say_what_was_rejected():
    points = disputes("The port said 14 sailors had died. The union said the claim was false.", "At least 40 sailors had died.")
    assert {"14 sailors had died", "the claim was false"} in points


def test_that_there_was_none_of_it_rejects_it_too():
    (point,) = disputes(
        "The first boat reached the pier at noon, the governor said. Two fishermen denied this.",
        "“There was no boat at the pier,” said a fisherman, Anders Vik.",
    )
    assert "There was no boat at the pier" in point


def test_that_there_were_no_such_calls_rejects_what_is_said_of_calls():
    (point,) = disputes(
        "The mayor said the council had phoned the school twice on Friday. The council says that no such calls were made."
    )
    assert point == {"the council had phoned the school twice on Friday", "no such calls were made"}


def asked(*texts):
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    return [p.question for p in case.points if p.status == "disputed"]


def test_what_is_only_thought_possible_is_asked_for_itself():
    told = "Inspectors were looking at a possible signal failure, an official said. The railway rejected this."
    assert asked(told, told.replace("An", "The")) == ["Was there a signal failure?"]


def test_there_was_no_such_letter_asks_whether_there_was_the_letter():
    told = "The Gazette has seen a letter of 3 May 2011 about the dam. The minister said on Monday that no such letter existed."
    assert asked(told) == ["Was there a letter of 3 May 2011 about the dam?"]


def test_who_knew_nothing_of_it_rejects_nothing():
    assert not disputes(UNION + "A spokesman of the ministry said he knew nothing of it.", OTHER)


def test_no_accident_before_says_nothing_of_this_one():
    wire = "Two trains collided in the Orlen tunnel on Monday, killing nine people. "
    assert not disputes(wire + "There had been no fatal accident in the tunnel before, the operator said.", wire)


def test_what_it_was_not_is_no_denial_that_there_was_one():
    assert not disputes("“This was no accident,” the mayor said.", "The blast wrecked a generator, said the owner.")


def test_who_saw_none_does_not_say_that_there_was_one():
    dock = "“There was no boat,” said the harbour master."
    assert not disputes(dock, "“I was there and I saw no boat,” a fisherman said.")


def test_whoever_speaks_of_the_same_people_and_things_does_not_say_what_was_rejected():
    (point,) = disputes(
        "The guild said the foreman of the quarry had sold dynamite to smugglers of the valley for gold and a new boat in the "
        "spring. The company dismissed the claim.",
        "In the flood the foreman fled the valley with smugglers, dynamite, a goat and a lamp, a farmer said.",
    )
    assert len(point) == 2


def test_who_was_warned_of_a_possible_thing_does_not_say_that_there_was_one():
    told = "The army said its guards had been warned of a possible car bomb. Neighbours dispute this."
    documents = [document(f"A bus was stopped in Orlen on Monday. {told}", outlet="Paper")]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    (question,) = [p.question for p in case.points if p.status == "disputed"]
    assert "warned" in question
