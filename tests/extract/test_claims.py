import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.claims import extract
from rashomon.model import Attribution, Block, Claim, Document, Hop
from tests.factory import annotated, document, found

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "claims.toml").read_text())["case"]
BEFORE = ("mentions", "quantities", "times")


def claims(doc: Document, *attributions: Attribution) -> list[Claim]:
    """The claims of a document in which just these attributions were found."""
    return list(extract(doc, found(doc, *BEFORE).having("attributions", attributions)))


def said(doc: Document, source: str, cue: str, *contents: str, **facts: object) -> Attribution:
    """An attribution whose parts stand in a document in these words."""

    def place(words: str):
        return doc.span(start := doc.text.index(words), start + len(words))

    made = {"manner": "indirect", "speaker": Hop(name=source, kind="person"), "id": f"{doc.id}.a{doc.text.index(cue)}", **facts}
    return Attribution(source=place(source), cue=place(cue), content=tuple(map(place, contents)), **made)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["promise"])
def test_a_sentence_has_these_claims(case):
    assert [c.span.text for c in claims(document(case["text"]))] == case["claims"]


def test_the_clause_that_says_who_speaks_is_no_claim():
    doc = document("The mayor said on Monday that the bridge had been closed and that nobody was hurt in the crash.")
    told = said(doc, "The mayor", "said", "the bridge had been closed and that nobody was hurt in the crash")
    first, second = claims(doc, told)
    assert (first.span.text, second.span.text) == ("the bridge had been closed", "nobody was hurt in the crash")
    assert first.attribution == second.attribution == told.id
    assert [h.name for h in first.chain] == ["The mayor", "made.txt"]
    assert [h.kind for h in first.chain] == ["person", "outlet"]


def test_what_is_told_of_a_speaker_is_the_outlets_own_claim():
    doc = document("Jan Moor, who resigned from the council in March, said the bridge had been closed.")
    own, told = claims(doc, said(doc, "Jan Moor", "said", "the bridge had been closed"))
    assert (own.span.text, own.attribution) == ("who resigned from the council in March", None)
    assert [h.kind for h in own.chain] == ["outlet"]
    assert told.chain[0].name == "Jan Moor"


def test_a_claim_within_a_claim_names_both_speakers_nearest_first():
    doc = document("Jan Moor said the police told him that the bridge was closed.", outlet="Harbour Post", agency="ANP")
    outer = said(doc, "Jan Moor", "said", "the police told him that the bridge was closed")
    inner = said(doc, "the police", "told", "the bridge was closed")
    (claim,) = claims(doc, outer, inner)
    assert [h.name for h in claim.chain] == ["the police", "Jan Moor", "ANP", "Harbour Post"]
    assert [h.stance for h in claim.chain] == ["asserts", "relays", "relays", "relays"]


def test_a_denied_content_keeps_its_words_and_is_denied():
    doc = document("The minister denied that troops had fired on the crowd.")
    told = said(doc, "The minister", "denied", "troops had fired on the crowd", cue_class="denying")
    (claim,) = claims(doc, told)
    assert (claim.span.text, claim.polarity, claim.chain[0].stance) == ("troops had fired on the crowd", "denied", "denies")


def test_the_speaker_who_rejects_a_charge_denies_it():
    doc = document("The general said his men were not involved in the attack.")
    (claim,) = claims(doc, said(doc, "The general", "said", "his men were not involved in the attack"))
    assert (claim.polarity, claim.negated) == ("denied", True)


def test_arguments_tell_who_did_what_to_whom():
    doc = document("The hostages were freed by the army near Lagos.")
    (claim,) = claims(doc)
    assert claim.predicate == "free"
    assert [(a.role, a.head) for a in claim.arguments][:2] == [("patient", "hostage"), ("agent", "army")]


def test_captions_and_what_is_not_prose_make_no_claims():
    doc = document("A man stands near the burnt ferry.", blocks=(Block(start=0, end=34, role="caption"),))
    assert claims(doc) == []


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab He said, \"that'”“‘’ it. was\n()–;:?! not by who which\u202e\x07"), max_size=120))
def test_claims_quote_their_words_whatever_the_text(text):
    doc = document(text)
    found_ = claims(doc)
    assert all(doc.text[c.span.start : c.span.end] == c.span.text and c.span.text.strip() for c in found_)
    assert len({c.id for c in found_}) == len(found_)


def test_a_long_hostile_paragraph_is_read_in_passing():
    doc = document("and who said that " * 1500 + '"' * 500)
    assert claims(doc) is not None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ferry sinks off Orlen: 14 die", ["Ferry sinks off Orlen", "14 die"]),
        ("Nine dead, six missing", ["Nine dead", "six missing"]),
        ("Storm tears roof off mill, at least 30 hurt", ["Storm tears roof off mill", "at least 30 hurt"]),
        ("Orlen ferry: what we know", ["Orlen ferry: what we know"]),
    ],
)
def test_what_a_headline_sets_side_by_side_is_told_apart(line, told):
    doc = document(line, blocks=(Block(start=0, end=len(line), role="headline"),))
    assert [c.span.text for c in claims(doc)] == told


def test_what_somebody_calls_it_is_cut_from_what_happened():
    made = annotated("Some 900 clerks have been driven out in what union leaders call a purge.")
    assert [c.span.text for c in made.claims] == ["Some 900 clerks have been driven out", "what union leaders call a purge"]
