"""Which of two pages with the same words was first."""

from dataclasses import replace

import pytest

from rashomon import pipeline
from rashomon.ingest.blocks import blocks
from rashomon.ingest.published import published
from rashomon.model import Document
from rashomon.relate import directions, renderings
from tests.factory import document

TEXT = (
    "Seven people were killed when a crane fell onto the fish market of Selby on Monday, police said.\n\n"
    "It took 85 firefighters almost five hours to lift the wreck, fire chief Marta Kling said.\n\n"
    "The market will stay shut for at least two weeks, the port company said.\n\n"
    "Traders have been told to use the old hall, which has stood empty for years.\n\n"
    "A crane had fallen on the same quay in 1988, when nobody was hurt.\n"
)


def page(outlet: str, stamp: str, text: str = TEXT) -> Document:
    whole = f"Crane falls onto market of Selby\n\n{stamp}\n\n{text}"
    made = document(whole, file=f"{outlet}.txt", outlet=outlet, blocks=blocks(whole))
    return replace(made, id=outlet, published=published(outlet, whole, made.blocks))


def first(left: Document, right: Document) -> str:
    found = {d.id: pipeline.annotate(d) for d in (left, right)}
    a, b = (renderings.wording(d, found[d.id]) for d in (left, right))
    return directions.direction(a, b, found, {}, renderings.renderings(a, b), renderings.renderings(b, a)).why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Tuesday, 6 May 2031, 06.12", "6 May 2031 10:40", "Post was published first, at 06:12"),
        ("May 6, 2031 / 5:52 PM", "6 May 2031, 15:30", "Echo was published first, at 15:30"),
        ("6 May 2031 10:40 GMT", "6 May 2031 06:12", "undecided"),
        ("6 May 2031", "6 May 2031 06:12", "undecided"),
    ],
)
def test_of_two_pages_of_one_day_the_one_with_the_earlier_hour_was_first(one: str, other: str, why: str):
    assert first(page("Post", one), page("Echo", other)) == why


def test_the_hour_of_a_change_is_not_that_of_publication():
    assert first(page("Post", "6 May 2031 (updated 10:40)"), page("Echo", "6 May 2031 06:12")) == "undecided"


def test_a_trimmed_text_is_part_of_the_whole_whatever_its_own_subhead_and_caption_say():
    trimmed = TEXT.split("\n\nTraders")[0] + "\n"
    own = f"Old warnings went unheard, traders say\n\nPhoto: The wreck on Monday night. (Reader's picture)\n\n{trimmed}"
    why = first(page("Post", "6 May 2031"), page("Echo", "6 May 2031", own))
    assert why == "all of Echo stands in Post, which says more"
