import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Attribution
from tests.factory import annotated, document, found

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "attributions.toml").read_text(encoding="utf-8"))["case"]


def attributions(text: str) -> list[Attribution]:
    return list(found(document(text), "quotations", "attributions").attributions)


def said(text: str) -> list[list[str]]:
    return [[a.speaker.name, a.manner, a.cue.text, *(c.text for c in a.content)] for a in attributions(text) if a.cue]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["promise"])
def test_a_passage_says_so(case):
    assert said(case["text"]) == case["said"]


def test_a_hop_says_why_and_names_the_words_it_rests_on():
    first, second = attributions("Imre Kos said that the dam had held.\nHe added that nobody was hurt.")
    assert second.source.text == "He"
    assert second.speaker.span == first.speaker.span
    assert "Imre Kos" in second.speaker.why


def test_a_paper_that_was_told_relays():
    relay, told = sorted(attributions("A driver told the BBC that the road was gone."), key=lambda a: a.cue is not None)
    assert (relay.speaker.name, relay.content, told.via) == ("BBC", (), relay.id)


def test_a_paper_that_is_not_one_does_not():
    (told,) = attributions("A driver told the crowd that the road was gone.")
    assert told.via is None


def test_what_one_reports_that_another_said_came_through_the_one():
    report, driver = attributions("Reuters reported that a driver said that the road was gone.")
    assert (report.speaker.name, driver.speaker.name, driver.via) == ("Reuters", "driver", report.id)


def test_witnesses_of_a_kind_keep_the_one_outlet_that_spoke_to_them_and_it_says_so():
    text = "A driver told the BBC that the road was gone.\nAnother driver said that the bridge had burnt."
    claims = found(document(text), "quotations", "attributions", "claims").claims
    assert [[(h.name, h.inferred) for h in c.chain[:2]] for c in claims] == [
        [("driver", False), ("BBC", False)],
        [("Another driver", False), ("BBC", True)],
    ]


def test_where_two_readings_survive_both_are_kept():
    text = "Imre Kos and Pavel Dorn met at the harbour.\nHe said that the engine had failed."
    (said,) = attributions(text)
    assert (said.speaker.name, said.speaker.readings) == ("Imre Kos or Pavel Dorn", ("Imre Kos", "Pavel Dorn"))
    assert "fits Imre Kos and Pavel Dorn alike" in said.speaker.why


def test_who_speaks_by_office_is_marked():
    text = "A spokesman for the fleet said that the ship was sound. A nurse said that it was not."
    assert [a.speaker.official for a in attributions(text)] == [True, False]


@pytest.mark.parametrize(
    ("text", "cue_class"),
    [
        ("The ministry denied that the gates were opened.", "denying"),
        ("The ministry admitted that the gates were opened.", "conceding"),
        ("The ministry confirmed that the gates were opened.", "confirming"),
        ("The ministry claimed that the gates were opened.", "claiming"),
        ("The ministry believes that the gates were opened.", "thinking"),
        ("The ministry said that the gates were opened.", "neutral"),
        ("The ministry refused to open the gates.", "wanting"),
    ],
)
def test_a_cue_has_a_class(text, cue_class):
    assert [a.cue_class for a in attributions(text)] == [cue_class]


PIECES = [
    "He said",
    "“The dam",
    "held,”",
    "Imre Kos",
    "according to",
    "the BBC",
    "that",
    "\n",
    "added:",
    "‘",
    "\u202e",
    "who",
    ".",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
@settings(deadline=None, max_examples=40)
def test_whatever_stands_there_every_span_quotes_its_text_and_ids_are_unique(pieces):
    doc = document(" ".join(pieces))
    records = found(doc, "quotations", "attributions").attributions
    spans = [s for a in records for s in (a.source, a.cue, *a.content, a.speaker.span) if s is not None]
    assert all(doc.text[s.start : s.end] == s.text and s.text for s in spans)
    assert len({a.id for a in records}) == len(records)
    assert {a.via for a in records} - {None} <= {a.id for a in records}


def test_an_endless_sentence_ends():
    assert isinstance(attributions("he said the dam broke and " * 300), list)


def test_a_headline_s_quotation_is_of_whoever_is_quoted_with_it_below():
    def first(text):
        doc = document(text)
        doc = replace(doc, title=doc.span(0, text.index("\n")))
        return found(doc, "quotations", "attributions").attributions[0].speaker

    headline = "“The gates were wide open”: how the dam burst\nThe dam burst at dawn."
    assert first(f"{headline} “The gates were wide open,” Imre Kos said.").name == "Imre Kos"
    assert first(headline).kind == "unnamed"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Imre Kos keeps the lists of the camp. “They hold forty names.”", "Imre Kos"),
        ("Imre Kos has no memory of a fire: “The house was dark.”", "Imre Kos"),
        ("Governor Imre Kos rejected talk of a deal. “This was a rescue.”", "Imre Kos"),
        ("It was late, Imre Kos said. “We all came far too late.”", "Imre Kos"),
        ("The road was closed for a week. “We all came far too late.”", None),
        ("Imre Kos met Pavel Dorn and the pair left. “We all came far too late.”", None),
    ],
)
def test_a_sentence_between_marks_behind_one_on_somebody_is_his(text, speaker):
    (quoted,) = [a for a in attributions(text) if "“" + a.content[0].text + "”" in text]
    assert quoted.cue_class == "neutral"
    assert (quoted.speaker.name == speaker) if speaker else quoted.speaker.kind == "unnamed"


def test_a_press_conference_is_no_paper():
    assert [a.via for a in attributions("Jan Velis told a crowded press conference that the road was gone.")] == [None]


def test_what_a_witness_tells_of_himself_right_behind_his_words_is_still_his():
    told = annotated("“There were men on the tower,” says driver Imre Kos. He had nine passengers and rang his bell.")
    assert {c.chain[0].name for c in told.claims} == {"Imre Kos"}
    assert [a.manner for a in told.attributions if a.cue is None] == ["indirect"]


def test_a_stand_is_one_claim_of_whoever_takes_it():
    told = annotated("The army blamed the rebels. The union counts 97 of the dead.")
    assert [(c.chain[0].name, c.span.text) for c in told.claims] == [
        ("army", "The army blamed the rebels"),
        ("union", "The union counts 97 of the dead"),
    ]


def test_orders_are_told_by_the_page_and_nobody_expects_a_visit():
    told = annotated(
        "The minister, who was expected at the dam on Monday, called the flood “one of the darkest hours our valley has seen” "
        "and ordered checks of all nine dams in the country."
    )
    (ordered,) = [c for c in told.claims if "ordered" in c.span.text]
    assert [h.kind for h in ordered.chain] == ["outlet"]
