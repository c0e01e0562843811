"""Vectors by which short texts that answer one question lie near one another."""

import time

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text import bearings

HURT = ["Twelve passengers were hurt.", "a nurse counted 19 wounded", "leaving dozens injured"]
PERMIT = ["The permit had run out in May.", "nobody had licensed the crane", "all papers were in order, the firm said"]


@given(st.lists(st.text(max_size=40), max_size=4))
def test_each_text_has_one_vector_of_length_one_or_none(texts: list[str]):
    found = bearings.vectors(texts)
    assert found.shape == (len(texts), bearings.lexicon().vectors.shape[1])
    assert all(abs(length - 1) < 1e-4 or length < 1e-4 for length in np.linalg.norm(found, axis=1))


def test_a_text_has_the_same_vector_whatever_stands_beside_it():
    alone, beside = bearings.vectors(HURT[:1]), bearings.vectors([*PERMIT, *HURT])
    assert np.allclose(alone[0], beside[3])


def test_what_answers_one_question_in_other_words_is_nearer_than_what_answers_another():
    near = bearings.vectors([*HURT, *PERMIT])
    likeness = near @ near.T
    assert likeness[:3, :3].min() > likeness[:3, 3:].max()


def test_packed_vectors_keep_how_near_they_are():
    told = bearings.vectors([*HURT, *PERMIT])
    again = bearings.unpacked([bearings.packed(row) for row in told])
    assert np.abs(again @ again.T - told @ told.T).max() < 0.02


def test_every_plain_question_is_a_question_without_a_name_and_stands_once():
    questions = bearings.lexicon().questions
    assert len({*questions}) == len(questions) == len(bearings.lexicon().vague)
    assert all(q.endswith("?") and q[0].isupper() and "~" not in q for q in questions)


def test_what_is_pasted_without_a_space_is_read_at_once():
    began = time.perf_counter()
    bearings.vectors(["aGVsbG8" * 20_000])
    assert time.perf_counter() - began < 10
