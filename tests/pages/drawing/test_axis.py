"""Places on an axis keep the order of numbers, and ticks are round."""

from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.pages.drawing.axis import scale
from rashomon.pages.words import number


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=12))
@example([5e-324])
def test_larger_numbers_stand_further_right(values: list[float]) -> None:
    axis = scale(values, number)
    places = [axis.place(v) for v in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= p <= 100 for p in places)


def test_numbers_far_apart_stand_on_an_axis_that_multiplies() -> None:
    axis = scale([3, 4000], number)
    assert axis.log
    assert [t.text for t in axis.ticks] == ["1", "10", "100", "1,000", "10,000"]


def test_ticks_are_round() -> None:
    assert [t.text for t in scale([250, 4000], number).ticks] == ["0", "1,000", "2,000", "3,000", "4,000"]


def test_an_open_end_runs_to_the_edge() -> None:
    bar = scale([100, 200], number).bar(100, None)
    assert (bar.right, bar.open_right, bar.open_left) == (100.0, True, False)


def test_whole_numbers_have_whole_ticks() -> None:
    assert [t.text for t in scale([12, 13], number).ticks] == ["12", "13"]
