"""What footage shows is its maker's, in whatever voice a page tells it."""

import pytest

from tests.relate.test_lineage import case, origin_names

STORY = "Men stepped off the ferry at dawn, the mayor Piet Anders said.\n"


def shown_by(sentence: str, words: str) -> str:
    made = case(("a.txt", "Northern Post", STORY + sentence + "\n", "2024-05-03"))
    return origin_names(made, words)["a.txt"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Footage broadcast by Kestrel TV showed six white buses at the pier.",
        "Kestrel TV has filmed at the port. A video shot by Kestrel TV has six white buses at the pier.",
        "There were six white buses at the pier, a film by Kestrel TV suggests.",
        "A film by Kestrel TV runs for an hour. In the film, six white buses wait at the pier.",
    ],
)
def test_what_named_footage_shows_is_its_makers(sentence):
    assert shown_by(sentence, "six white buses").startswith("Kestrel")


@pytest.mark.parametrize(
    "sentence",
    [
        "Footage posted on Telegram showed six white buses at the pier.",
        "Footage from the scene showed six white buses at the pier.",
        "Six white buses stood at the pier before Kestrel TV came.",
    ],
)
def test_footage_without_a_maker_is_the_pages_finding(sentence):
    assert shown_by(sentence, "ix white buses") == "Northern Post"


def test_two_papers_that_saw_one_film_have_one_origin():
    made = case(
        (
            "a.txt",
            "Northern Post",
            "Film shown by Kestrel TV has masked men leaving six white buses.\n",
            "2024-05-03",
        ),
        ("b.txt", "Lake Gazette", "Footage broadcast by Kestrel TV showed six white buses at the pier.\n", "2024-05-03"),
    )
    (point,) = (p for p in made.points if p.kind == "number")
    assert len(point.origins) == 1


def test_the_broadcaster_is_the_one_last_named():
    sentence = "Footage broadcast by Kestrel TV showed six white buses. The broadcaster said a dozen men spoke in whispers."
    assert shown_by(sentence, "dozen men").startswith("Kestrel")
