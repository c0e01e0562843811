import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.model import Attribution, Published, Quotation
from rashomon.relate.times import resolve
from tests.factory import document, found

WEDNESDAY = "2019-10-16"


def times(text: str, published: str | None = WEDNESDAY, others=(), **facts: object):
    doc = document(text, published=published, **facts)
    return resolve(doc, found(doc, "times"), (doc, *others))


def one(text: str, published: str | None = WEDNESDAY, others=()):
    (time,) = times(text, published, others)
    return time


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("The ferry sank on Monday.", "2019-10-14", "2019-10-14", "2019-10-14"),
        ("The ferry sank on Wednesday.", "2019-10-16", "2019-10-16", "2019-10-16"),
        ("The court will rule on Monday.", "2019-10-21", "2019-10-21", "2019-10-21"),
        ("The ferry sank last night.", "2019-10-15TNI", "2019-10-15", "2019-10-16"),
        ("The ferry sank this morning.", "2019-10-16TMO", "2019-10-16", "2019-10-16"),
        ("The ferry sank earlier this week.", "2019-W42", "2019-10-14", "2019-10-16"),
        ("The ferry sank last week.", "2019-W41", "2019-10-07", "2019-10-13"),
        ("The ferry sank last month.", "2019-09", "2019-09-01", "2019-09-30"),
        ("The ferry sank four years ago.", "2015", "2015-01-01", "2015-12-31"),
        ("The ferry sank in December.", "2018-12", "2018-12-01", "2018-12-31"),
        ("The ferry sank in October.", "2019-10", "2019-10-01", "2019-10-31"),
        ("The ferry sank on June 6.", "2019-06-06", "2019-06-06", "2019-06-06"),
        ("The ferry sank in mid-May.", "2019-05", "2019-05-11", "2019-05-20"),
        ("The court will rule in January.", "2020-01", "2020-01-01", "2020-01-31"),
        ("The ferry sank last October.", "2018-10", "2018-10-01", "2018-10-31"),
        ("Fires spread over the past three months.", "P3M", "2019-07-01", "2019-10-16"),
        ("The ferry was recently sold.", "PAST_REF", None, "2019-10-16"),
        ("The ferry is now closed.", "PRESENT_REF", None, None),
    ],
)
def test_a_time_is_counted_from_the_day_of_publication(text, value, earliest, latest):
    time = one(text)
    assert (time.value, time.earliest, time.latest) == (value, earliest, latest)


def test_the_anchor_and_the_reason_are_told():
    time = one("The ferry sank last month.")
    assert time.anchor == "publication date of this account"
    assert "2019-10-16" in time.why


def test_a_date_just_ahead_in_a_sentence_about_the_past_is_left_open():
    assert one("The vote was due on November 3.").value == "XXXX-11-03"
    assert one("The vote was put off to November 3.").value == "2019-11-03"


def test_a_weekday_that_may_lie_behind_or_ahead_is_left_open_between_the_two():
    time = one("The vote was put off to Monday.")
    assert (time.value, time.earliest, time.latest) == (None, "2019-10-14", "2019-10-21")


def test_a_weekend_is_the_one_before_or_the_one_that_is_on():
    assert one("The ferry sank over the weekend.").value == "2019-W41-WE"
    assert one("The ferry sank over the weekend.", "2019-10-20").value == "2019-W42-WE"


def test_what_a_whole_interval_agrees_on_is_a_value_and_the_rest_are_bounds():
    doc = document("The ferry sank last month. The ferry sank on Monday.")
    day = Published(earliest="2019-10-01", latest="2019-10-31", why="as made")
    month, monday = resolve(replace(doc, published=day), found(doc, "times"), ())
    assert (month.value, month.latest) == ("2019-09", "2019-09-30")
    assert (monday.value, monday.earliest, monday.latest) == (None, "2019-09-30", "2019-10-28")


def test_without_a_date_nothing_is_invented():
    assert one("The ferry sank last month.", None).value is None
    assert one("The ferry sank on Monday.", None).value is None
    assert one("The ferry sank on June 6.", None).value == "XXXX-06-06"


def test_the_year_may_be_that_of_the_other_accounts():
    other = document("The ferry sank.", published=WEDNESDAY)
    time = one("The ferry sank in October.", None, (other,))
    assert (time.value, time.anchor) == ("2019-10", "the other accounts")
    assert one("The ferry sank in December.", None, (other,)).value == "XXXX-12"


def test_what_follows_a_day_is_counted_from_it():
    first, second, third = times("The ferry sank on October 3, 2019. Three days later it was found. That night it sank again.")
    assert (second.value, second.anchor) == ("2019-10-06", "October 3, 2019 (in the text)")
    assert third.value == "2019-10-06TNI"
    assert first.why


def test_what_came_so_long_before_a_dated_event_is_dated_by_it():
    _, siege = times("On Monday they took the port, two days after they had left the hills.")
    assert (siege.value, siege.earliest, siege.latest) == ("P2D", "2019-10-12", "2019-10-12")
    _, siege = times("On Monday they took the port, more than one month after leaving the hills.")
    assert (siege.value, siege.earliest, siege.latest) == ("P1M", None, "2019-09-14")
    _, siege = times("On Monday they took the port, two months after they had left the hills.")
    assert (siege.earliest, siege.latest) == (None, None)


def test_a_time_of_day_takes_the_date_of_its_sentence():
    clock, _ = times("At 15:30 GMT on Monday the ferry sank.")
    assert clock.value == "2019-10-14T15:30Z"
    assert one("The ferry sank at 15:30 GMT.").value == "XXXX-XX-XXT15:30Z"
    assert times("In October the ferry was moved overnight.")[1].value == "2019-10-XXTNI"


def quoted(text: str, cue: str | None = None):
    doc = document(text, published=WEDNESDAY)
    start, end = text.index('"'), text.rindex('"') + 1
    quotation = Quotation(id=f"{doc.id}.u{start}-{end}", span=doc.span(start, end), content=doc.span(start + 1, end - 1))
    told = found(doc, "times").having("quotations", (quotation,))
    if cue:
        place = text.index(cue)
        said = Attribution(
            id=f"{doc.id}.a{place}", manner="direct", cue=doc.span(place, place + len(cue)), content=(doc.span(start, end),)
        )
        told = told.having("attributions", (said,))
    return resolve(doc, told, ())


def test_inside_a_quotation_the_day_of_speaking_counts_and_is_unknown_unless_said():
    (time,) = quoted('"This week we lost ten boats," said the owner.', "said")
    assert (time.value, time.anchor) == (None, None)


def test_the_day_on_which_it_was_said_resolves_a_quotation():
    time, _ = quoted('"Last night we lost ten boats," the owner said on Monday.', "said")
    assert time.value == "2019-10-13TNI"
    assert time.anchor is not None
    assert "Monday" in time.anchor


CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "times.toml").read_text())["resolved"]


@pytest.mark.parametrize(
    ("promise", "text", "published", "value", "earliest", "latest", "edtf"),
    [(case["promise"], *row) for case in CASES for row in case["cases"]],
)
def test_an_expression_comes_to_its_days(promise, text, published, value, earliest, latest, edtf):
    start = text.index("[")
    found = [t for t in times(text.replace("[", "").replace("]", ""), published) if t.span.start == start]
    assert [(t.value or "", t.earliest or "", t.latest or "", t.edtf or "") for t in found] == [
        (value, earliest, latest, edtf)
    ], promise


def test_three_days_later_is_counted_from_the_event_not_from_the_saying():
    text = "The ferry sank on 3 May, the owner said on Monday. Three days later, it was raised."
    doc = document(text, published=WEDNESDAY)
    cue, content = doc.span(text.index("said"), text.index("said") + 4), doc.span(0, text.index(","))
    said = Attribution(id="a", manner="indirect", cue=cue, content=(content,))
    later = resolve(doc, found(doc, "times").having("attributions", (said,)), (doc,))[-1]
    assert (later.value, later.anchor) == ("2019-05-06", "3 May (in the text)")


def test_a_year_in_a_quotation_without_a_date_is_that_of_the_week_before_publication():
    text = 'The owner said: "The ferry sank last year. It was raised yesterday."'
    doc = document(text, published=WEDNESDAY)
    start = text.index('"')
    mark = Quotation(id="q", span=doc.span(start, len(text)), content=doc.span(start + 1, len(text) - 1))
    year, yesterday = resolve(doc, found(doc, "times").having("quotations", (mark,)), (doc,))
    assert year.value == "2018"
    assert yesterday.value is None


def test_a_friday_of_which_people_differ_keeps_both_readings():
    time = one("The ferry sails next Friday.", "2019-10-14")
    assert (time.value, time.readings) == ("2019-10-18", ("2019-10-18", "2019-10-25"))


def test_the_first_of_two_months_lies_before_the_second():
    first, second = times("The pier was shut from November to March.", "2019-04-16")
    assert (first.value, second.value) == ("2018-11", "2019-03")
