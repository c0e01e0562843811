"""Runs in common are found wherever they stand, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text import shingles

COPIED = "the crane fell on the quay shortly before the ferry left the harbour"


def texts(*written: str) -> dict[str, list[shingles.Word]]:
    return {str(i): shingles.words(text) for i, text in enumerate(written)}


def test_a_copied_sentence_is_one_run():
    runs = list(shingles.runs(texts(f"Witnesses say that {COPIED} at noon", f"Reports claim {COPIED}.")))
    assert len(runs) == 1
    assert runs[0].left_end - runs[0].left_start == len(COPIED.split())


def test_two_texts_that_share_a_name_only_share_no_run():
    assert not list(
        shingles.runs(texts("The Harbour Workers' Union met on Monday", "A strike by the Harbour Workers' Union ended"))
    )


def test_separators_of_figures_and_quotation_marks_do_not_break_a_run():
    left, right = "about 4,000 people left the old town on foot", "“about 4000 people left the old town on foot”"
    assert len(list(shingles.runs(texts(left, right)))) == 1


@given(st.text(max_size=200))
def test_words_quote_their_text(text):
    assert all(0 <= w.start < w.end <= len(text) for w in shingles.words(text))


def test_a_phrase_repeated_ten_thousand_times_takes_no_quadratic_time():
    assert len(list(shingles.runs(texts("one two three " * 10_000, "one two three " * 10_000)))) < 50_000


@pytest.mark.parametrize("length", [199, 200, 201, 777])
def test_a_long_run_ends_where_the_words_differ(length: int):
    shared = " ".join(f"w{i}" for i in range(length))
    [run] = shingles.runs(texts(f"so {shared} it was", f"then {shared} they said"))
    assert (run.left_start, run.left_end, run.right_start, run.right_end) == (1, length + 1, 1, length + 1)
    [whole] = shingles.runs(texts(shared, shared))
    assert whole.left_end == length
