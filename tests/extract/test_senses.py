"""A word speaks of what its grammar says, and of nothing where it stands in another sense."""

import tomllib
from pathlib import Path

import pytest

from rashomon import data
from rashomon.meaning.families import spoken
from tests import factory

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/senses.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['word']}: {c['text']}" for c in CASES])
def test_a_word_speaks_of_what_its_grammar_says(case):
    (claim, *_) = factory.annotated(case["text"]).claims
    assert (spoken(claim, case["word"]) or "") == case["family"]


def test_every_sense_is_a_family_or_none():
    told = {name for frames in data.load("senses")["sense"].values() for name in frames.values()}
    assert told - {""} <= set(data.load("families")["family"])


def test_every_word_with_senses_is_a_word_of_some_family():
    held = {word for line in data.load("families")["family"].values() for word in line}
    assert {w for w in data.load("senses")["sense"] if w not in held} <= {"bind"}
