"""What the reading of a page's own days promises; the pages are invented, in the forms that pages have."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from rashomon.ingest import dated, piles
from rashomon.model import Published

PAGES = Path(__file__).parent / "dated"


def told(name: str) -> Published:
    return piles.read([PAGES / f"{name}.html"]).documents[0].published


@pytest.mark.parametrize(
    ("name", "value", "earliest", "latest", "because"),
    [
        ("blog", "2019-05-03", "2019-05-03", "2019-05-03", "datePublished 2019-05-03"),
        ("old", "2019-05-03", "2019-05-03", "2019-05-03", "Published: Friday, 3 May 2019"),
        ("changed-only", None, None, "2019-05-09", "updated on 2019-05-09"),
        ("letters", "2019-05-03", "2019-05-03", "2019-05-03", "pubdate 2019-05-03"),
        ("microdata", "2019-05-03", "2019-05-03", "2019-05-03", "marks 2019-05-03 as datepublished"),
        ("related", None, None, None, "nothing tells"),
        ("differing", "2019-05-03/2019-05-04", "2019-05-03", "2019-05-04", "these differ"),
        ("restamped", "2019-05-03", "2019-05-03", "2019-05-03", "taken for a change"),
        ("monthly", "2019-05", "2019-05-01", "2019-05-31", "holds the month 2019-05"),
    ],
)
def test_a_page_is_dated_by_all_that_it_states(name, value, earliest, latest, because):
    published = told(name)
    assert (published.value, published.earliest, published.latest) == (value, earliest, latest)
    assert because in published.why


def test_a_change_is_told_beside_the_day_of_publication():
    assert "dateModified 2019-05-09, a change, not the publication" in told("blog").why


@pytest.mark.parametrize("words", ["2019-02-30", "2019-13-01", "03/04/2019", "soon", "", None, 20190503, "0000-00-00T00:00"])
def test_what_is_no_single_day_is_none(words):
    assert dated.day(words) is None


@given(st.text(max_size=60), st.text(alphabet="abdeilmnopstu -_", max_size=30))
@settings(max_examples=40, deadline=None)
def test_any_page_is_read_without_raising(words, name):
    tree = html.fromstring("<div><span></span><time></time><p itemprop='datePublished'></p></div>")
    for element in tree.iter():
        try:
            element.text = words
            element.set("class", name)
        except ValueError:  # what no page can hold
            return
    for one in dated.stated(tree, {"date": words}, {"datePublished": words, "dateModified": [words]}):
        assert len(one.day) == 10
