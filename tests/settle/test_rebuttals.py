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


def test_who_made_no_such_claim_rejects_nothing():
    assert not disputes(UNION + "In this case the railway made no such claim.", OTHER)
