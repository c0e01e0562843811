import pytest

from rashomon.errors import DecisionError
from rashomon.model import Span
from rashomon.settle.answers import QUESTIONS, bounds, check, days

RECORDS = {
    key: Span(document="d1", start=0, end=4, text="Nine")
    for key in ("d1", "d2", "d1.c0-4", "d1.c5-9", "d1.m0-4", "d1.m5-9", "d1.q0-4", "d1.t0-4")
}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3500", (3500, 3500)),
        ("3,500", (3500, 3500)),
        ("1.5", (1.5, 1.5)),
        ("200..999", (200, 999)),
        ("40..", (40, None)),
        ("..500", (None, 500)),
        (" 12 .. 13 ", (12, 13)),
    ],
)
def test_a_figure_is_a_number_or_what_it_leaves_open(written, meant):
    assert bounds(written) == meant


@pytest.mark.parametrize("written", ["", "..", "many", "9..3", "12 13", "-4", "1e9", "nan"])
def test_what_is_no_figure_is_refused(written):
    with pytest.raises(ValueError, match="not understood"):
        bounds(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-03-05", ("2024-03-05", "2024-03-05")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-03-05/2024-03-07", ("2024-03-05", "2024-03-07")),
        ("2024-03/2024-04", ("2024-03-01", "2024-04-30")),
    ],
)
def test_a_date_is_a_day_a_month_a_year_or_a_range(written, meant):
    assert days(written) == meant


@pytest.mark.parametrize("written", ["", "yesterday", "2024-13", "2024-02-30", "2024-03-07/2024-03-05", "0000", "5 March"])
def test_what_is_no_date_is_refused(written):
    with pytest.raises(ValueError, match="not understood"):
        days(written)


@pytest.mark.parametrize(
    ("question", "subject", "answer", "kept"),
    [
        ("same-entity", ["d1.m5-9", "d1.m0-4"], "Yes", (("d1.m0-4", "d1.m5-9"), "yes")),
        ("relation", ["d1.c0-4", "d1.c5-9"], "conflict", (("d1.c0-4", "d1.c5-9"), "conflict")),
        ("derives", ["d2", "d1"], "d2", (("d1", "d2"), "d2")),
        ("derives", ["d2", "d1"], "no", (("d1", "d2"), "no")),
        ("speaker", ["d1.c0-4"], "  Ada   Quill ", (("d1.c0-4",), "Ada Quill")),
        ("date", ["d1"], "2024", (("d1",), "2024")),
        ("date", ["d1.t0-4"], "2024", (("d1.t0-4",), "2024")),
        ("note", ["d1.q0-4"], "see the film", (("d1.q0-4",), "see the film")),
    ],
)
def test_an_answer_is_kept_in_one_form(question, subject, answer, kept):
    assert check(question, subject, answer, RECORDS) == kept


@pytest.mark.parametrize(
    ("question", "subject", "answer", "says"),
    [
        ("truth", ["d1.c0-4"], "yes", "No question is called 'truth'; there are: same-entity"),
        ("same-entity", ["d1.m0-4"], "yes", "asked about two different ids, and 1 came"),
        ("same-entity", ["d1.m0-4", "d1.m0-4"], "yes", "two different ids, and 1 came"),
        ("same-entity", ["d1.m0-4", "d1.c0-4"], "yes", "cannot be asked about 'd1.c0-4'"),
        ("claim", ["d1.c7-9"], "no", "Nothing in the case has the id 'd1.c7-9'"),
        ("claim", ["d1.c0-4"], "perhaps", "expects yes or no"),
        ("figure", ["d1.q0-4"], "many", "expects a number or a range"),
        ("date", ["d1.q0-4"], "2024", "cannot be asked about 'd1.q0-4'"),
        ("derives", ["d1", "d2"], "yes", "expects the id of the one that was there first"),
        ("note", ["d1"], "  ", "expects words"),
    ],
)
def test_a_decision_that_cannot_be_made_is_refused_with_what_would_do(question, subject, answer, says):
    with pytest.raises(DecisionError, match=says):
        check(question, subject, answer, RECORDS)


def test_every_question_says_what_it_asks_and_expects():
    assert all(q.asks and q.expects and q.subjects in (1, 2) for q in QUESTIONS.values())
