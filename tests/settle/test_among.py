"""Who was among those whom something befell is a question also where nobody says that there was none of a sort."""

import rashomon
from rashomon import pipeline
from tests.factory import document


def asked(*texts):
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    return {p.question: p.status for p in case.points}


def test_relatives_who_left_with_fighters_are_asked_for():
    found = asked(
        "The fighters and their families left the town on Monday, police said.",
        "About 250 gunmen and 3,500 family members left the town.",
    )
    assert found["Were there relatives among those who left?"] == "undisputed"
    assert "Were there fighters among those who left?" not in found


def test_a_child_in_a_story_of_a_death_is_not_among_the_dead():
    found = asked("The child watched as the bear was shot dead.", "A child was near the bear when it was killed.")
    assert "Were there children among those killed?" not in found
