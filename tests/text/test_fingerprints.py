"""Texts that share a run of words share a fingerprint; texts that do not share none, on every machine the same."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text import fingerprints

WORDS = st.lists(st.sampled_from([f"w{i}" for i in range(400)]), min_size=0, max_size=40)


@given(WORDS, WORDS, WORDS)
def test_a_run_as_long_as_gram_and_window_is_never_missed(before, after, other):
    run = [f"run{i}" for i in range(fingerprints.GRAM + fingerprints.WINDOW - 1)]
    left, right = fingerprints.fingerprints([*before, *run, *after]), fingerprints.fingerprints([*other, *run])
    assert set(left) & set(right)


def test_numbers_are_the_same_on_every_machine():
    assert fingerprints.hashed(["the", "bridge", "fell"]) == 8905861203123846732


def test_neighbours_are_those_that_share_most():
    found = fingerprints.neighbours({"a": [1, 2, 3], "b": [1, 2, 3], "c": [3], "d": [9]}, most=1)
    assert "a" in found["b"]
    assert not found["d"]


def test_only_the_first_holders_of_a_number_are_compared():
    many = {f"k{i:03d}": [1] for i in range(200)}
    found = fingerprints.neighbours(many, most=300, holders=5)
    assert all(len(set(others) & {f"k{i:03d}" for i in range(5)}) == len(others) for key, others in found.items() if key > "k004")
