import itertools
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.text import sentences

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "sentences.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["promise"])
def test_a_paragraph_has_these_sentences(case):
    assert [case["text"][a:b] for a, b in sentences.split(case["text"])] == case["sentences"]


@given(st.text(alphabet="aB9 .!?…“”\"'»«()-\n\u202e\u0645", max_size=80))
@settings(deadline=None)
def test_sentences_come_in_order_lose_no_word_and_begin_and_end_with_one(text):
    spans = list(sentences.split(text))
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_a_stretch_is_split_in_place():
    assert [*sentences.split("One. Two. Three.", 5, 9)] == [(5, 9)]


def test_a_long_paragraph_takes_no_more_than_its_length():
    began = time.process_time()
    assert sum(1 for _ in sentences.split("The dam held. " * 40_000)) == 40_000
    assert time.process_time() - began < 3
