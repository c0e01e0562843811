"""What is known of a time expression is said in full: its days, every reading that survived, its EDTF form."""

from dataclasses import replace

import pytest

from rashomon.model import Document, Timex
from rashomon.pages import timeline, times
from rashomon.pages.index import index
from tests.pages.harbour import case

_DOCUMENT = Document(id="d1", file="a.txt", sha256="", text="on 03/04/2017 in the morning")


def _time(**facts: object) -> Timex:
    return replace(Timex(id="d1.t3-13", span=_DOCUMENT.span(3, 13), type="DATE"), **facts)


def test_every_reading_that_survives_is_said() -> None:
    read = _time(
        earliest="2017-03-04", latest="2017-04-03", readings=("2017-03-04", "2017-04-03"), edtf="[2017-03-04,2017-04-03]"
    )
    said = times.says(read)
    assert "it may be 4 March 2017 or 3 April 2017" in said
    assert said.endswith("EDTF [2017-03-04,2017-04-03]")


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"type": "DURATION", "value": "P3D"}, "a length of time (P3D)"),
        ({"type": "TIME", "value": "XXXX-XX-XXT22:00"}, "a time of day (T22:00)"),
        ({"value": "PAST_REF"}, "at some time before"),
        ({}, "no day"),
    ],
)
def test_what_names_no_day_says_what_it_names(facts: dict[str, object], says: str) -> None:
    assert times.allows(_time(**facts)) == says


@pytest.mark.parametrize(
    ("edtf", "says"),
    [
        ("2024-03-04", "4 March 2024"),
        ("2024-03", "March 2024"),
        ("2017-11-13/2017-11-19", "13–19 November 2017"),
        ("2013-01-01/..", "on or after 1 January 2013"),
        ("../2013-01-01", "on or before 1 January 2013"),
        ("2024-03~", "2024-03~"),
        ("XXXX-10-16/XXXX-10-17", "16–17 October, year not given"),
    ],
)
def test_an_edtf_date_is_said_in_words_where_it_is_days(edtf: str, says: str) -> None:
    assert times.written(edtf) == says


def test_a_day_without_a_year_comes_behind_those_that_have_one_and_is_not_undated() -> None:
    first, second = (
        replace(case.timeline[0], id=n, earliest=day, latest=day) for n, day in (("a", "XXXX-10-16"), ("b", "XXXX-10-09"))
    )
    view = timeline.view(index(replace(case, timeline=(first, second, case.timeline[1]))))
    assert [e.when for e in view.entries][-2:] == ["9 October, year not given", "16 October, year not given"]
    assert not view.undated


def test_an_entry_says_when_it_was_first_reported_and_after_what_an_account_puts_it() -> None:
    first, second = replace(case.timeline[0], reported="2024-03-05"), case.timeline[1]
    second = replace(second, after=(first.id,))
    view = timeline.view(index(replace(case, timeline=(first, second))))
    entries = {e.anchor: e for e in (*view.entries, *view.undated)}
    told = [e for e in entries.values() if e.reported]
    assert [e.reported for e in told] == ["5 March 2024"]
    assert [link.text for e in entries.values() for link in e.after] == [first.text]
