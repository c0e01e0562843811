"""What an account tells of another happening, long before or elsewhere, is told from what it tells of the event."""

from dataclasses import replace

import pytest

from rashomon import pipeline
from rashomon.meaning.background import since, told_long_ago
from rashomon.model import Published
from rashomon.relate import times
from tests.factory import document

FIRST = "2031-01-05"


def told(text: str) -> set[str]:
    """The words of the claims that tell of another happening, in an account of 5 May 2031."""
    page = document(text, published="2031-05-05")
    found = pipeline.annotate(page)
    background = told_long_ago(page.text, times.resolve(page, found, [page]), FIRST)
    words = {c.id: c.span.text for c in found.claims}
    return {words[key] for key in background.told(found.claims)}


@pytest.mark.parametrize(
    "earlier",
    [
        "In March 2019 two stokers were killed there.",
        "In an earlier accident two stokers were killed.",
        "A similar fire in the sheds left nobody hurt.",
    ],
)
def test_a_claim_on_another_happening_is_not_of_this_one(earlier):
    found = told(f"The mill at Hollum burned down on Monday. {earlier} A stoker was hurt on Monday.")
    assert found
    assert all(words in earlier for words in found)


def test_what_goes_on_to_tell_of_that_accident_is_not_of_this_one_either():
    assert "Four stokers survived that accident" in told(
        "The mill burned down. In March 2019 two stokers were killed there. Four stokers survived that accident."
    )


def test_a_sentence_that_also_says_when_something_was_of_the_event_is_of_the_event():
    assert not told("On Monday, unlike in 2019, nobody was hurt.")


def test_things_may_be_of_the_event_from_some_months_before_its_first_account_on():
    early, late = document("Fire.", published="2031-05-05"), document("A fire.", published="2031-06-01")
    assert since([late, early]) == FIRST


def test_an_account_of_which_only_a_first_day_is_known_says_nothing_where_others_are_dated():
    open_ended = replace(document("Smoke."), published=Published(earliest="2003-01-01", why="as made"))
    assert since([open_ended, document("Fire.", published="2031-05-05")]) == FIRST
