"""Numbers, days and hidden characters as a reader sees them."""

import pytest

from rashomon.pages.words import days, interval, plain, shown


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, None, "no figure"),
        (250, 250, "250"),
        (3500, 4250, "3,500 to 4,250"),
        (100, None, "100 or more"),
        (None, 9.5, "9.5 or fewer"),
    ],
)
def test_an_interval_is_said_in_words(low: float | None, high: float | None, words: str) -> None:
    assert interval(low, high) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2021-03-03", "2021-03-03", "3 March 2021"),
        ("2021-03-01", "2021-03-31", "March 2021"),
        ("2021-03-01", "2021-03-10", "1–10 March 2021"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2021-03-28", "2021-04-02", "28 March – 2 April 2021"),
        (None, "2021-03-03", "on or before 3 March 2021"),
        ("2021-03-03", None, "on or after 3 March 2021"),
        ("soon", None, "date unknown"),
        ("XXXX-10-16", "XXXX-10-16", "16 October, year not given"),
        ("XXXX-10-16", "XXXX-10-17", "16–17 October, year not given"),
        ("XXXX-10-31", "XXXX-11-01", "31 October – 1 November, year not given"),
        (None, "XXXX-10-16", "on or before 16 October, year not given"),
        ("XXXX-10-16", None, "on or after 16 October, year not given"),
    ],
)
def test_days_are_said_as_a_reader_would(earliest: str | None, latest: str | None, words: str) -> None:
    assert days(earliest, latest) == words


def test_what_hides_or_turns_text_is_made_visible() -> None:
    assert "\u202e" not in shown("a\u202eb")
    assert ">RLO<" in shown("a\u202eb")
    assert shown("<b>") == "&lt;b&gt;"
    assert plain("a\u202e\n b") == "a b"


def test_joiners_that_scripts_need_stay() -> None:
    assert shown("می\u200cخواهم") == "می\u200cخواهم"
