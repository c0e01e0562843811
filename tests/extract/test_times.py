import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.times import extract
from rashomon.model import Mention
from tests.factory import document, found


def times(text: str, *mentions: str):
    doc = document(text)
    names = tuple(
        Mention(id=f"{doc.id}.m{i}", span=doc.span(text.index(m), text.index(m) + len(m)), kind="organisation")
        for i, m in enumerate(mentions)
    )
    return list(extract(doc, found(doc).having("mentions", names)))


def test_a_time_quotes_its_words_and_is_named_by_its_place():
    text = "The ferry sank on Tuesday, and two days later the harbour closed."
    for time in times(text):
        assert time.span.text == text[time.span.start : time.span.end]
        assert time.id.endswith(f".t{time.span.start}-{time.span.end}")


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The ferry sank on Tuesday.", "past"),
        ("The ferry had been sold on Tuesday.", "past"),
        ("The court will rule on Tuesday.", "future"),
        ("The court is going to rule on Tuesday.", "future"),
        ("The minister plans to resign on Tuesday.", "future"),
        ("The court sits on Tuesday.", "present"),
        ("The court might rule on Tuesday.", "open"),
        ("The vote was put off to Tuesday.", "open"),
        ("They launched a drive to raise money on Tuesday.", "open"),
        ("The opening is to be held on Tuesday.", "future"),
        ("The port is expected to stay closed until Tuesday.", "future"),
        ("Tuesday's fire", None),
    ],
)
def test_the_tense_is_that_of_the_verb_it_goes_with(text, tense):
    assert [t.tense for t in times(text)] == [tense]


def test_a_month_within_a_name_is_no_time():
    assert times("The group Black September claimed the attack.", "Black September") == []


def test_yet_is_a_time_only_where_it_means_up_to_now():
    assert [t.value for t in times("The search is not over yet.")] == ["PRESENT_REF"]
    assert times("Yet the search went on.") == []


def test_a_number_of_things_is_no_year():
    assert times("Inspectors looked into 2014 cases.") == []


def test_navigation_is_not_read():
    doc = document("Sunday")
    assert list(extract(document("Sunday", blocks=()), found(doc))) == []


@given(st.text(max_size=80))
@settings(max_examples=30, deadline=None)
def test_any_text_is_read_without_raising(text):
    for time in times(text + " on 31 February 0000 at 99:99"):
        assert time.span.text
