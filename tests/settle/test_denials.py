"""Who says that there was no such thing, or that it was done to nobody, is set against whoever tells of it, and nobody else."""

import pytest

import rashomon
from rashomon import pipeline
from tests.factory import document


def disputes(*texts):
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    words = {c.id: c.span.text for c in case.claims}
    return [(p.question, {words[m.claim] for m in p.claims}) for p in case.points if p.status == "disputed"]


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("There were no balloons in Orlen on Monday", "Balloons had been let go close to the fence"),
        ("There has never been a swing in Orlen", "Boys destroyed a swing before dawn"),
    ],
)
def test_who_says_that_there_was_no_such_thing_is_contradicted_by_what_was_done_with_it(no, yes):
    ((_, claims),) = disputes(f"{no}, the mayor said.", f"{yes}, a guard said.")
    assert claims == {no, yes}


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("There were no balloons in Orlen on 3 May 2021", "Balloons were let go at the gate on 9 May 2021"),
        ("There was no time", "The time passed quickly"),
        ("There was no water", "Water ran down the hill"),
        ("There were no balloons on it", "Balloons were let go at the gate"),
        ("There had been no balloons here before", "Balloons were let go at the gate"),
        ("There were no balloons", "The children wanted balloons"),
        ("There were no balloons", "No balloons were let go at the gate"),
    ],
)
def test_of_another_day_or_place_or_of_what_is_no_thing_nothing_is_contradicted(no, yes):
    assert not disputes(f"{no}, the mayor said.", f"{yes}, a guard said.")


def test_who_saved_nobody_is_contradicted_by_whoever_counts_whom_they_saved():
    ((question, claims),) = disputes("The divers saved nobody, a clerk said.", "The divers saved another 55, the mayor said.")
    assert claims == {"The divers saved nobody", "The divers saved another 55"}
    assert "nobody" not in question
    assert not disputes("The divers saved nobody, a clerk said.", "The monks saved another 55, the mayor said.")


def test_what_is_said_beside_the_matter_is_not_what_somebody_rejects():
    club = "The owners' club, which had a man at the gate, put the number of guests at 250, it said.\n\n"
    assert not disputes(f"{club}A lawyer for the hall, Otto Brann, rejected this. “No door was locked,” he said.")
