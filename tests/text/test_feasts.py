import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text import edtf, feasts


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter+0", 1943, "1943-04-25"),
        ("easter+0", 2008, "2008-03-23"),
        ("easter-2", 2019, "2019-04-19"),
        ("11-4-4", 2019, "2019-11-28"),
        ("11-4-4+1", 2019, "2019-11-29"),
        ("05-1--1", 2021, "2021-05-31"),
        ("XXXX-12-25", 2019, "2019-12-25"),
    ],
)
def test_a_feast_has_its_day(rule, year, day):
    assert str(feasts.on(rule, year)) == day


@given(st.integers(min_value=1583, max_value=9999))
def test_easter_is_a_sunday_between_22_march_and_25_april(year):
    day = feasts.easter(year)
    assert day.isoweekday() == 7
    assert (3, 22) <= (day.month, day.day) <= (4, 25)


@given(st.text(max_size=12), st.integers(min_value=-5, max_value=20000))
def test_what_is_no_rule_or_no_year_has_no_day(rule, year):
    assert feasts.on(rule, year) is None or rule


@given(st.text(max_size=14), st.sampled_from([None, "START", "APPROX"]))
def test_any_value_is_told_in_edtf_or_not_at_all(value, mod):
    assert edtf.edtf(value, mod) is None or isinstance(edtf.edtf(value, mod), str)
