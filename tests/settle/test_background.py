"""What is dated outside of the event answers nothing that is asked of it."""

import pytest

import rashomon
from rashomon import pipeline
from tests.factory import document

EVENT = ("Women were among those killed in the fire at Hollum on Monday.", "Two women died in the fire at Hollum.")
ASKED = ("Were any women killed?", "Were there women among those killed?")


def questions(told: str) -> list[str]:
    """On which points the claims of an account stand that are dated outside of the event, by their year."""
    documents = [document(t, file=f"{n}.txt", outlet=f"Paper {n}", published="2031-05-05") for n, t in enumerate((*EVENT, told))]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    words = {c.id: c.span.text for c in case.claims}
    return [p.question for p in case.points if p.question in ASKED and any("no women" in words[m.claim] for m in p.claims)]


@pytest.mark.parametrize(
    "earlier",
    [
        "A fire killed four at Hollum. In 2003 no women were killed in a fire there.",
        "A fire killed four at Hollum. In an earlier fire no women were killed.",
        "A fire killed four at Hollum. The mill had burned in 2003, but no women were killed in that fire.",
    ],
)
def test_what_befell_nobody_in_another_year_answers_nothing_asked_of_this_one(earlier):
    assert not questions(earlier)


def test_the_same_words_of_this_event_answer_it():
    assert questions("A fire killed four at Hollum. On Monday no women were killed in a fire there.")
