"""A claim's own words as a question."""

import pytest

from rashomon import pipeline
from rashomon.settle import asking, records, topics
from rashomon.settle.decisions import open_ledger
from tests.factory import annotated, document

ASKED = [
    ("The army had not fired on the ferry.", "Had the army fired on the ferry?"),
    (
        "A missile struck the old mill on Tuesday evening.",
        "Did a missile strike the old mill on Tuesday evening?",
    ),
    ("The driver, who is in custody, found a fault in the brakes.", "Did the driver find a fault in the brakes?"),
    ("The lorries left before sunrise.", "Did the lorries leave before sunrise?"),
    ("No divers had entered the lock.", "Had any divers entered the lock?"),
    ("There was no explosion.", "Was there any explosion?"),
    ("A nurse and two porters were hurt in the fire.", "Were a nurse and two porters hurt in the fire?"),
    ("No armed men were on its lorries.", "Were any armed men on the lorries?"),
    ("The crew had life jackets.", "Did the crew have life jackets?"),
    ("The strike hit the ward shortly before 8 p.m.", "Did the strike hit the ward shortly before 8 p.m.?"),
    ("Norwegian divers found the hull.", "Did Norwegian divers find the hull?"),
    ("“I saw the plane,” said Ada Lind.", "Did Ada Lind see the plane?"),
    ("The driver had reported a fault in the brakes.", "Had the driver reported a fault in the brakes?"),
    ("A shell fired from the hill hit the market.", "Did a shell fired from the hill hit the market?"),
    ("The mayor did all sorts of things.", "Did the mayor do all sorts of things?"),
    ("The ministry said it had sent two boats.", "Had the ministry sent two boats?"),
]

NONE = [
    "There had been “some loss of life”.",
    "They left the town.",
    "The lorries, buses, and cars left the town.",
    "Two of them had left the town.",
    "Drivers hired to take the divers home.",
    "A rocket fired by the rebels.",
    "The engineers reported that it had failed.",
    "The ministry said it was a rocket.",
    "The company denies that it was overloaded.",
    "No more than nine people had died.",
]


def asked(text):
    doc = document(text)
    found = annotated(text)
    given = records.records([doc], [found], open_ledger([], {}))
    return [topics.whether(claim, given) for claim in found.claims]


@pytest.mark.parametrize(("text", "question"), ASKED)
def test_a_claim_is_put_as_a_plain_question(text, question):
    assert asked(text)[0] == question


@pytest.mark.parametrize("text", NONE)
def test_words_that_make_no_question_make_none(text):
    assert asked(text)[:1] in ([None], [])


def test_who_it_was_is_asked_in_the_words_that_follow_the_doer():
    (claim,) = annotated("Hundreds of divers and their families have left the town of Orlen.").claims
    assert asking.who(claim) == "Who has left the town of Orlen?"


def points(*texts):
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), "test").points


def test_claims_that_speak_to_one_question_stand_under_it():
    told = points(
        "The drivers brought the ferry crew to the harbour of Orlen on Monday.",
        "The ferry crew were brought to the harbour of Orlen by the drivers.",
    )
    assert "Were the ferry crew brought to the harbour of Orlen by the drivers?" in {p.question for p in told}


def test_no_point_is_made_of_those_who_only_decline():
    told = points(
        "The company declined to comment on the reports of a leak in Orlen.",
        "The company declined to comment on reports of a leak at the mill in Orlen.",
    )
    assert not told


JUDGING = ("terrorists", "regime", "butchers", "so-called", "gang")


def test_no_question_takes_up_an_accounts_label():
    told = points(
        "The butchers of the Lake Army had held Orlen for a year. The Orlen regime broke the truce with the Lake Army.",
        "The Lake Army terrorists had held Orlen for months. The so-called truce with the Lake Army was broken in Orlen.",
        "The Lake Army had held Orlen since spring. The truce with the gang in Orlen was broken.",
    )
    assert told
    assert not [p.question for p in told if any(word in p.question.lower() for word in JUDGING)]


def test_no_question_is_made_of_a_headline_or_answered_by_other_verbs():
    told = points(
        "The tram left the rails near Orlen on Monday morning.\nA tram left the rails at Orlen, divers said.",
        "The tram struck the wall near Orlen on Monday morning.",
    )
    assert not {p.question for p in told if p.question.startswith(("Did the tram strike", "Does"))}


def test_whoever_speaks_of_gunmen_or_of_no_shot_tells_of_no_shooting():
    told = points(
        "The army denied that there was any shooting at the lock.",
        "Shots were fired at the lock, a diver said. “Not one shot,” said the mayor.",
        "The gunmen left the town with their families.",
    )
    assert [(point.question, point.status, len(point.claims)) for point in told] == [
        ("Were shots fired at the lock?", "disputed", 2)
    ]


def test_no_question_of_figures_takes_up_a_label_either():
    told = points(
        "Some 1,200 terrorists of the so-called Lake Front left the camp of Orlen on Monday.",
        "About 300 terrorists of the so-called Lake Front left the camp of Orlen on Monday.",
    )
    asked = {p.question for p in told if p.kind == "number"}
    assert asked == {"How many fighters left or were moved out?"}


def test_a_question_holds_the_claims_that_speak_to_it_and_no_others():
    texts = (
        "Three women were killed at the bridge.",
        "The shot killed a woman.",
        "Four children were killed by the flood.",
    )
    documents = [document(t, file=f"{n}.txt", outlet=f"Paper {n}") for n, t in enumerate(texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), "1")
    spans = {c.id: c.span.text for c in case.claims}
    assert not [
        p for p in case.points if p.kind == "what" and "women" in p.question for m in p.claims if "children" in spans[m.claim]
    ]


def test_how_many_there_were_is_no_question_of_whether():
    texts = ("Nine people had died in the mill, said a nurse.", "Two more people died in the mill on Monday, said a guard.")
    assert not [p.question for p in points(*texts) if p.kind == "what" and "nine" in p.question.lower()]


def test_who_does_something_is_asked_in_the_singular():
    (claim,) = annotated("The divers find the hull.").claims
    assert asking.who(claim) == "Who finds the hull?"


def test_what_is_said_is_never_said_of_an_adverb_or_a_superlative():
    one = annotated("The lock will be closed soon for the largest repair.").claims[0]
    for word in ("soon", "currently", "largest"):
        assert topics._noun(word, [one]) is None
