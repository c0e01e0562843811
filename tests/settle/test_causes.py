"""Accounts that name other causes meet on one point, and contradict one another only where one is denied or the only one."""

import rashomon
from rashomon import pipeline
from tests.factory import document

ASKED = "What caused the collapse?"


def settled(*texts):
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)


def point(*texts):
    return next((p for p in settled(*texts).points if p.question == ASKED), None)


def relation(found, left, right):
    values = {v.text: v.id for v in found.values}
    pair = {values[left], values[right]}
    return next(r.relation for r in found.relations if {r.left, r.right} == pair)


WIND = "The grain silo at Torrel collapsed in strong winds on Monday. Six men were buried."
LOAD = "Six men were buried when the grain silo at Torrel collapsed. Overloading caused the collapse, an engineer said."


def test_two_causes_may_both_have_worked():
    found = point(WIND, LOAD)
    assert {v.text for v in found.values} == {"the weather", "too heavy a load, or too many people"}
    assert found.status == "undisputed"


def test_what_one_names_and_another_rules_out_is_disputed():
    found = point(WIND, "The silo at Torrel collapsed on Monday. It was not the wind, a foreman said.")
    assert relation(found, "the weather", "not the weather") == "denial"
    assert found.status == "disputed"


def test_the_only_cause_leaves_no_room_for_another():
    found = point(LOAD, "The silo at Torrel collapsed on Monday. This was an act of nature, the owner said.")
    assert found.status == "disputed"


def test_who_leaves_it_open_contradicts_nobody():
    found = point(WIND, "The silo at Torrel collapsed on Monday. The cause of the collapse is still unclear, police said.")
    assert {v.text for v in found.values} == {"the weather", "not known, or being looked into"}
    assert found.status == "undisputed"


def test_nothing_is_asked_where_no_account_names_a_cause():
    open_ = "The cause of the collapse is still unclear, police said."
    assert point(f"The silo at Torrel collapsed. {open_}", f"Collapse of a silo at Torrel. {open_} Six men died.") is None
