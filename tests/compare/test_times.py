from dataclasses import replace

import pytest

from rashomon.compare.times import compare
from rashomon.model import Answer, Claim, Span, Timex


def answer(earliest: str | None, latest: str | None, kind: str = "DATE") -> Answer:
    span = Span(document="d1", start=0, end=1, text="x")
    time = Timex(id="d1.t0-1", span=span, type=kind, earliest=earliest, latest=latest)
    return Answer(claim=Claim(id="d1.c0-1", span=span), document="d1", time=time)


DAY = ("2019-10-12", "2019-10-12")
MONTH = ("2019-10-01", "2019-10-31")


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (DAY, DAY, "agree"),
        (DAY, MONTH, "refines"),
        (MONTH, DAY, "refines"),
        (DAY, ("2019-10-14", "2019-10-15"), "conflict"),
        (("2019-10-01", "2019-10-14"), ("2019-10-10", "2019-10-20"), "compatible"),
    ],
)
def test_days_that_exclude_one_another_conflict_and_no_others(left, right, outcome):
    (found,) = compare(answer(*left), answer(*right))
    assert found.outcome == outcome
    assert left[0][:7] in found.why


def test_an_open_end_or_a_length_is_not_compared():
    assert list(compare(answer(None, "2019-10-12"), answer(*DAY))) == []
    assert list(compare(answer(*DAY, kind="DURATION"), answer(*DAY))) == []


def test_the_day_of_a_birth_is_no_day_of_a_graduation():
    def told(text: str) -> Answer:
        made = answer(*DAY)
        span = Span(document="d1", start=0, end=len(text), text=text)
        at = text.index("12 October")
        time = replace(made.time, span=Span(document="d1", start=at, end=at + 10, text="12 October"))
        return replace(made, claim=replace(made.claim, span=span), time=time)

    assert not [*compare(told("He was born on 12 October."), told("He graduated on 12 October."))]
    assert [*compare(told("He was born on 12 October."), told("His birthday is 12 October."))]
