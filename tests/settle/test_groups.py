"""Grouping joins what belongs together and chains nothing."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.settle.groups import group

ITEMS = "abcdef"
PAIRS = [(a, b) for i, a in enumerate(ITEMS) for b in ITEMS[i + 1 :]]


def test_two_groups_with_one_weak_link_between_them_stay_two():
    scores = {("a", "b"): 0.9, ("b", "c"): 0.5, ("c", "d"): 0.9}
    assert group("abcd", scores, 0.3, (), ()) == [["a", "b"], ["c", "d"]]


def test_a_person_can_join_what_shares_nothing():
    assert group("ab", {}, 0.3, [("a", "b")], ()) == [["a", "b"]]


def test_a_person_can_keep_apart_what_looks_the_same():
    assert group("ab", {("a", "b"): 1.0}, 0.3, (), [("a", "b")]) == []


def test_a_link_of_an_item_with_itself_joins_nothing():
    assert group("ab", {("a", "a"): 1.0, ("a", "b"): 0.9}, 0.3, (), ()) == [["a", "b"]]


def test_what_was_kept_apart_does_not_come_together_through_a_third():
    scores = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.9}
    assert all(not {"a", "c"} <= set(found) for found in group("abc", scores, 0.1, (), [("a", "c")]))


@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(0, 1)), st.floats(0.01, 1), st.randoms())
def test_the_order_of_the_links_does_not_matter(scores, least, random):
    shuffled = list(scores.items())
    random.shuffle(shuffled)
    assert group(ITEMS, scores, least, (), ()) == group(ITEMS[::-1], dict(shuffled), least, (), ())


@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(0, 1)), st.floats(0.01, 1))
def test_an_item_is_in_one_group_at_most(scores, least):
    found = [item for members in group(ITEMS, scores, least, (), ()) for item in members]
    assert len(found) == len(set(found))


def test_a_link_of_an_item_with_itself_is_no_link():
    assert group("abc", {("a", "a"): 1.0, ("b", "b"): 1.0, ("a", "b"): 0.9, ("b", "c"): 0.9}, 0.1, (), ()) == [["a", "b", "c"]]
