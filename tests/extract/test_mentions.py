import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import factory

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "names.toml").read_text())


def mentions(text):
    return factory.found(factory.document(text), "mentions").mentions


@pytest.mark.parametrize("case", CASES["named"], ids=[c["promise"] for c in CASES["named"]])
def test_names_are_found_with_their_kind(case):
    found = [m for m in mentions(case["text"]) if m.form != "descriptor"]
    wanted = sorted((n.removesuffix("*"), kind) for n, kind in case["names"])
    assert sorted((m.span.text, m.kind) for m in found) == wanted
    assert {n.removesuffix("*") for n, _ in case["names"] if n.endswith("*")} <= {
        m.span.text for m in found if m.form == "modifier"
    }


@pytest.mark.parametrize("case", CASES["described"], ids=[c["promise"] for c in CASES["described"]])
def test_phrases_that_stand_for_somebody_are_found_with_their_head(case):
    found = [m for m in mentions(case["text"]) if m.form == "descriptor"]
    assert [[m.span.text, m.head] for m in found] == case["phrases"]


def test_a_name_that_was_recognised_once_is_found_everywhere():
    found = mentions("Anna Brandt lives in Nordhavn.\nBrandt, who is 40, paid.\nNobody but Brandt knew.")
    assert [m.span.text for m in found if m.kind == "person"] == ["Anna Brandt", "Brandt", "Brandt"]


@given(st.text(alphabet="abI SUN-‘’“”.,()\n\u00a0\u202e\x07éد'’s Col", max_size=160))
@settings(max_examples=40, deadline=None)
def test_every_mention_quotes_its_words_under_its_own_id(text):
    document = factory.document(text)
    found = factory.found(document, "mentions").mentions
    assert all(document.text[m.span.start : m.span.end] == m.span.text for m in found)
    assert len({m.id for m in found}) == len(found)


def test_ten_thousand_names_take_no_more_than_a_moment():
    text = "The " + "al-Bab, U.S. (UN) " * 3000
    from rashomon.extract import Found, mentions
    from rashomon.text.parse import Parse

    document = factory.document(text)
    assert len(list(mentions.extract(document, Found(document=document.id, parse=Parse(text=text))))) > 3000


def test_the_first_word_of_a_name_is_no_phrase_for_somebody_else():
    mentions = factory.found(
        factory.document("They fled from the so-called Army of the Delta. The army fired."), "mentions"
    ).mentions
    assert [(m.span.text, m.form) for m in mentions if "rmy" in m.span.text] == [
        ("Army of the Delta", "name"),
        ("army", "descriptor"),
    ]


def test_a_last_name_without_its_article_is_a_name_wherever_it_stands():
    text = "Colonel Imran al-Dohr told many.\n“It was 400,” Dohr said.\nDohr, 51, was an officer."
    mentions = factory.found(factory.document(text), "mentions").mentions
    assert [m.span.text for m in mentions if "Dohr" in m.span.text] == ["Imran al-Dohr", "Dohr", "Dohr"]


def test_who_acts_in_several_sentences_that_his_name_opens_is_named():
    text = "Sorel has driven lorries for years. The road was wet. Sorel saw a red car. Sorel paid twice. Rain fell. Rain stopped."
    assert [m.span.text for m in mentions(text) if m.form == "name"] == ["Sorel"] * 3
