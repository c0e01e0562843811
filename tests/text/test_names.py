import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rashomon.names
from rashomon.text import gazetteer, names

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "names.toml").read_text())["pair"]
SAME = [(c["promise"], a, b, c.get("kind")) for c in CASES for a, b in c.get("same", ())]
DIFFERENT = [(c["promise"], a, b, c.get("kind")) for c in CASES for a, b in c.get("different", ())]


@pytest.mark.parametrize(("promise", "left", "right", "kind"), SAME, ids=[f"{a} – {b}" for _, a, b, _ in SAME])
def test_one_name_written_twice_is_the_same(promise, left, right, kind):
    found = rashomon.names.match(left, right, kind)
    assert found.verdict == "same", (promise, found)
    assert found.reasons


@pytest.mark.parametrize(("promise", "left", "right", "kind"), DIFFERENT, ids=[f"{a} – {b}" for _, a, b, _ in DIFFERENT])
def test_two_names_are_not_the_same(promise, left, right, kind):
    assert rashomon.names.match(left, right, kind).verdict != "same", promise


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_match_is_the_same_both_ways_round_and_never_raises(left, right):
    one, other = rashomon.names.match(left, right), rashomon.names.match(right, left)
    assert one.verdict == other.verdict
    assert one.score == pytest.approx(other.score)
    assert 0 <= one.score <= 1


@given(st.sampled_from(["person", "PER", "Company", "city", "vessel", ""]), st.text("aeioucghjw bndsx", max_size=30))
def test_a_name_is_itself_whatever_bears_it(kind, name):
    found = rashomon.names.match(name, name.upper(), kind)
    assert found.verdict == ("same" if name.strip() else "different")


def test_hostile_names_cost_no_time():
    assert rashomon.names.match("ch" * 20_000, "j" * 30_000).verdict == "different"
    assert rashomon.names.match("a " * 5_000, "b " * 5_000).verdict == "different"


@given(st.text(alphabet="abcdeglmnorstuz -'’.éñ", max_size=30))
def test_folding_twice_is_folding_once(name):
    assert names.fold(names.fold(name)) == names.fold(name)


def test_the_skeleton_of_romanisations_is_one():
    assert names.skeleton("Dayr Hafir") == names.skeleton("Deir Hafer") == "DR HFR"
    assert names.skeleton("Ezzawiya") == names.skeleton("az-Zawiyah")


def test_towns_are_known_by_many_spellings_and_where_they_lie():
    (town, *_) = gazetteer.towns("Kharkov")
    assert (town.country, round(town.latitude), round(town.longitude)) == ("UA", 50, 36)
    assert town in gazetteer.towns("Kharkiv")
    assert gazetteer.towns("Nowhereatallville") == ()


def test_nationalities_have_a_country_and_faiths_have_none():
    assert gazetteer.nationality("South Koreans") == "KR"
    assert gazetteer.nationality("Sunni") == ""
    assert gazetteer.nationality("harbour") is None
