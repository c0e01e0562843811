"""Days keep their order on the axis, and those far off do not squeeze the rest together."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pages.drawing.calendar import axis

DAYS = [date(2021, 3, n) for n in range(1, 29)]


def _text(at: date, step: int) -> str:
    return at.isoformat()


@given(st.lists(st.dates(), min_size=1, max_size=20))
def test_later_days_stand_further_right(days: list[date]) -> None:
    made = axis(days, _text)
    assert made is not None
    places = [made.place(d) for d in sorted(days)]
    assert places == sorted(places)
    for day in days:
        bar = made.bar(day, day)
        assert bar is not None
        assert 0 <= bar.left <= bar.right <= 100


def test_one_day_far_off_is_an_arrow_at_the_edge() -> None:
    made = axis([date(1999, 1, 1), *DAYS], _text)
    assert made is not None
    assert made.first == DAYS[0]
    bar = made.bar(date(1999, 1, 1), date(1999, 1, 1))
    assert bar is not None
    assert bar.open_left


def test_an_unknown_end_is_open() -> None:
    made = axis(DAYS, _text)
    assert made is not None
    bar = made.bar(None, DAYS[3])
    assert bar is not None
    assert (bar.left, bar.open_left, bar.open_right) == (0.0, True, False)
    assert made.bar(None, None) is None


def test_there_are_few_ticks_however_long_the_time() -> None:
    made = axis([DAYS[0] + timedelta(days=n * 40) for n in range(200)], _text)
    assert made is not None
    assert len(made.ticks) <= 7
