"""The generator invents the same event from the same seed, and tells the truth about it."""

import json

import pytest

from bench.generator import corpus, layout, relations, truth


@pytest.fixture(scope="module")
def told():
    world, written = corpus.event("e0", 60, 5)
    return written, truth.truth(world, written)


def test_the_same_seed_gives_the_same_bytes(told):
    world, again = corpus.event("e0", 60, 5)
    assert json.dumps([layout.record(w) for w in again]) == json.dumps([layout.record(w) for w in told[0]])
    assert json.dumps(truth.truth(world, again)) == json.dumps(told[1])


def test_every_span_of_the_truth_quotes_its_account(told):
    texts = {w.account.id: w.text for w in told[0]}
    for change in told[1]["mutations"]:
        for side, account in (("left", "upstream"), ("right", "downstream")):
            span = change[side]
            assert texts[change[account]][span["start"] : span["end"]] == span["text"]


def test_every_figure_of_a_point_stands_in_its_account(told):
    texts = {w.account.id: w.text for w in told[0]}
    for point in told[1]["points"]:
        for member in point["members"]:
            assert (member["figure"] is None) == (member["value"] is None)
            if member["figure"]:
                assert texts[member["account"]][slice(*member["figure"])]


def test_an_edge_leads_from_an_account_that_was_there_before(told):
    days = {w.account.id: w.account.day for w in told[0]}
    for edge in told[1]["edges"]:
        assert edge["upstream"].startswith("x:") or days[edge["upstream"]] <= days[edge["downstream"]]


def test_a_copy_brings_no_origin_of_its_own_to_what_it_took(told):
    for w in told[0]:
        if w.account.role == "copy":
            assert not any(p.sentence.origin == f"a:{w.account.id}" and p.sentence.fact for p in w.placed)


def test_a_stream_comes_in_order_of_publication_and_is_as_long_as_asked_for():
    ids = [w.account.id for w in corpus.in_order(corpus.stream(500, 3))]
    assert len(ids) == len(set(ids)) == 500


NINE = {"answer": None, "stance": None, "low": 9, "high": 9, "unit": None, "scope": "", "part": "", "speaker": None, "day": 0}


def test_two_figures_that_one_speaker_gives_on_two_days_supersede_one_another():
    one = NINE | {"utterance": "a", "speaker": "s"}
    assert relations.relation(one, one | {"low": 12, "high": 12, "utterance": "b", "day": 2}) == "superseded"
    assert relations.relation(one, one | {"low": 12, "high": 12, "utterance": "b", "speaker": "t"}) == "conflict"
    assert relations.relation(one, one | {"low": 9, "high": None, "utterance": "b", "speaker": "t"}) == "compatible"
    assert relations.relation(one, one | {"low": 12, "high": 12}) == "repeat"


def test_a_part_disputes_a_whole_that_is_less_and_no_other_part():
    whole = NINE
    part = whole | {"low": 12, "high": 12, "part": "treated"}
    whole, part = whole | {"utterance": "a"}, part | {"utterance": "b"}
    assert relations.relation(whole, part) == "conflict"
    assert relations.relation(whole, part | {"low": 7, "high": 7}) == "compatible"
    assert relations.relation(part | {"part": "flew"}, part | {"low": 14, "high": 14}) == "compatible"
    assert relations.relation(whole | {"scope": "including two"}, whole | {"low": 10, "high": 10, "utterance": "b"}) == "conflict"
    assert (
        relations.relation(whole | {"scope": "not counting two"}, whole | {"low": 10, "high": 10, "utterance": "b"})
        == "compatible"
    )
    assert relations.undecided(whole, part | {"low": 9, "high": 9}) == {"agree", "compatible"}
    assert not relations.undecided(whole, whole)
    other = part | {"low": 14, "high": 14, "utterance": "c"}
    assert relations.relation(part, other) == "conflict"
    assert relations.relation(part | {"several": True}, other) == "compatible"


def test_weeks_are_days():
    days = NINE | {"unit": "days", "low": 21, "high": 21, "utterance": "a"}
    assert relations.relation(days, days | {"unit": "weeks", "low": 3, "high": 3, "utterance": "b"}) == "agree"
    assert relations.relation(days, days | {"unit": "weeks", "low": 4, "high": 4, "utterance": "b"}) == "conflict"


def test_counts_of_what_passes_are_in_conflict_on_one_day_alone():
    one = NINE | {"passing": True, "lasting": False, "published": "2031-03-03", "since": "2031-03-03", "until": "2031-03-05"}
    other = one | {"low": 12, "high": 12, "utterance": "b"}
    one |= {"utterance": "a"}
    assert relations.relation(one, other) == "conflict"
    assert relations.relation(one, other | {"published": "2031-03-04"}) == "compatible"
    undated = other | {"published": None, "since": None, "until": None}
    assert relations.relation(one, undated) == "conflict"
    assert relations.undecided(one, undated) == {"compatible", "conflict"}
    assert relations.relation(one | {"until": "2031-03-03"}, other | {"since": "2031-03-04"}) == "compatible"
    assert relations.undecided(one, other | {"lasting": True}) == {"compatible", "conflict"}


def test_a_weight_in_tens_may_be_another_one_rounded():
    weight = NINE | {"unit": "tonnes", "value": 42}
    assert "conflict" in relations.undecided(weight, weight | {"value": 40})
    assert not relations.undecided(weight, weight | {"value": 48})
