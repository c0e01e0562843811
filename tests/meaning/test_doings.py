"""What a claim says of who did a deed: by verbs, "by", nouns, blame, denials; victims and makers of weapons never."""

import re
import tomllib
from pathlib import Path

import pytest

from rashomon.meaning import sides
from rashomon.meaning.doerphrases import TOLD
from rashomon.meaning.doings import doings
from tests.factory import annotated

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "doers.toml").read_text(encoding="utf-8"))["case"]


def said(text: str) -> list[list[str]]:
    """What a text says of doers, each once, those left out whose words are for nobody: "a rocket"."""
    found = [d for c in annotated(text).claims for d in doings(c) if d.role != TOLD]
    told = ((d.deed.kind or "", d.role, d.who.text if d.who else "") for d in found if not d.who or somebody(d.who.text))
    return [list(one) for one in dict.fromkeys(told)]


def somebody(words: str) -> bool:
    return sides.read(words) is not None or bool(re.search(r"[A-Z]", words[1:]) and not sides.tool(words))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_who_did_it_by_the_words_of_a_claim(case):
    assert sorted(said(case["text"])) == sorted(case["says"])


@pytest.mark.parametrize(
    ("words", "side", "unit"),
    [
        ("the army", "army", ""),
        ("government troops", "army", ""),
        ("Army jets", "army", ""),
        ("two jets of the air force", "army", "air force"),
        ("soldiers of the Third Battalion", "army", "third battalion"),
        ("members of the riot squad", "police", "riot squad"),
        ("a rebel rocket", "rebels", ""),
        ("camp residents", "refugees", ""),
    ],
)
def test_one_doer_in_many_words(words, side, unit):
    assert sides.read(words) == sides.Side(side, unit)


@pytest.mark.parametrize("words", ["a rocket", "a Ruritanian-made bomb", "the market", "an overloaded cable", "Orlen"])
def test_things_places_and_makers_of_weapons_stand_on_no_side(words):
    assert sides.read(words) is None
