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
