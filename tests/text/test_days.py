from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text import days

DAY = date(2019, 10, 16)  # a Wednesday


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("2019-02", None, "2019-02-01", "2019-02-28"),
        ("2019-10", "START", "2019-10-01", "2019-10-10"),
        ("2019-10", "MID", "2019-10-11", "2019-10-20"),
        ("2019-10", "END", "2019-10-21", "2019-10-31"),
        ("2019-W42", None, "2019-10-14", "2019-10-20"),
        ("2019-W42-WE", None, "2019-10-19", "2019-10-20"),
        ("2019-10-16TNI", None, "2019-10-16", "2019-10-17"),
        ("2019-10-16T11:03", None, "2019-10-16", "2019-10-16"),
        ("2019-10-XXTNI", None, "2019-10-01", "2019-10-31"),
        ("2019-WI", None, "2019-12-01", "2020-02-29"),
        ("2019-Q3", None, "2019-07-01", "2019-09-30"),
        ("199", None, "1990-01-01", "1999-12-31"),
        ("18", None, "1800-01-01", "1899-12-31"),
        ("2019-05-03/2019-05-05", None, "2019-05-03", "2019-05-05"),
    ],
)
def test_a_value_allows_these_days(value, mod, first, last):
    assert days.bounds(value, mod) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", [None, "XXXX-10-12", "2019-02-31", "PAST_REF", "P3D", "2019-W99", "2020-01/2019-01", "99999"])
def test_an_open_or_impossible_value_allows_none(value):
    assert days.bounds(value) is None


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [("D", -1, "2019-10-15"), ("W", 0, "2019-W42"), ("WE", -1, "2019-W41-WE"), ("M", -10, "2018-12"), ("Y", 1, "2020"),
     ("DE", -1, "200"), ("CE", -1, "19"), ("Q", 0, "2019-Q4"), ("TH", 1, None)],
)  # fmt: skip
def test_a_day_is_moved_by_units(unit, count, value):
    assert days.shifted(DAY, unit, count) == value


def test_a_weekday_is_sought_in_the_direction_asked():
    assert days.weekday(DAY, 1, -1) == date(2019, 10, 14)
    assert days.weekday(DAY, 1, 1) == date(2019, 10, 21)
    assert days.weekday(DAY, 3, -1) == days.weekday(DAY, 3, 1) == DAY


def test_a_date_without_a_year_is_put_into_the_year_asked():
    assert days.last_occurrence("XXXX-12-01", DAY) == "2018-12-01"
    assert days.next_occurrence("XXXX-12-01", DAY) == "2019-12-01"
    assert days.nearest_occurrence("XXXX-12-01", DAY) == "2019-12-01"
    assert days.nearest_occurrence("XXXX-10-15", DAY, 7) == "2017-10-15"


@given(st.text(max_size=12), st.dates(), st.sampled_from(["D", "W", "F", "M", "Q", "Y", "DE", "CE", "?"]), st.integers())
def test_nothing_raises(value, day, unit, count):
    days.bounds(value, "MID")
    days.bounds(days.shifted(day, unit, count))
    days.weekday(day, 1 + count % 7, -1)
    days.nearest_occurrence(value, day)
