"""Points of claims that answer one plain question though they share hardly a word."""

import itertools

import pytest

import rashomon
from rashomon import pipeline
from rashomon.model import Case, Decision, Point
from rashomon.settle import bearings, records
from rashomon.settle.decisions import open_ledger
from tests.factory import document

STORED = [
    "The mill at Orlen burned on Monday. Twenty tonnes of fertiliser had been stored in the loft.",
    "A fire destroyed the mill at Orlen on Monday. The loft stored nothing but flour and sacks, its owner said.",
    "Fire in Orlen: chemicals had been stored under the roof, a fireman said. The street was closed.",
]
PERMIT = [
    "A crane fell on the market of Orlen. Its permit had run out in May.",
    "The crane that fell in Orlen had a valid permit, the builder said. A tram was hit.",
    "Nobody had issued a permit for the crane of Orlen, a clerk said.",
]


def settled(texts: list[str], *decisions: Decision) -> Case:
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], decisions, rashomon.__version__)


def said(case: Case, point: Point) -> set[str]:
    words = {c.id: c.span.text for c in case.claims}
    return {words[m.claim] for m in point.claims}


def asked(case: Case, word: str) -> list[Point]:
    return [p for p in case.points if word in p.question]


def test_accounts_meet_on_a_plain_question_in_whatever_words():
    case = settled(STORED)
    (point,) = asked(case, "stored")
    assert len(point.claims) == 3
    assert any("flour" in words for words in said(case, point))


@pytest.mark.parametrize(
    ("texts", "asked_for"),
    [
        (["The hostages were freed at noon.", "They came out on Friday.", "The fifty captives walked to the gate."], False),
        (["The hostages were freed at noon.", "Nobody freed a hostage.", "They came out on Friday."], True),
    ],
)
def test_a_question_is_asked_only_where_half_of_the_claims_say_what_it_names(texts: list[str], asked_for: bool):
    said = [{term for word in text.lower().rstrip(".").split() for term in bearings._terms(word)} for text in texts]
    assert bearings._borne_out("When were the hostages freed?", said) is asked_for


def test_any_order_of_accounts_asks_the_same():
    found = {tuple(sorted(p.question for p in settled([*order]).points)) for order in itertools.permutations(PERMIT)}
    assert len(found) == 1


def test_how_many_is_asked_of_who_gives_a_figure_and_when_of_who_gives_a_time():
    case = settled(
        ["The boat left at noon on Friday. Nine sailors were aboard.", "The captain was asleep. The sailors fled to the shore."]
    )
    given = records.records(case.documents, [pipeline.annotate(d) for d in case.documents], open_ledger((), {}))
    claims = {c.span.text: c for c in given.claims.values()}
    told, untold = claims["Nine sailors were aboard"], claims["The sailors fled to the shore"]
    for question in ("How many were on board?", "When did the boat leave?"):
        right = told if question.startswith("How") else claims["The boat left at noon on Friday"]
        assert bearings._fitting(question, [right], given)
        assert not bearings._fitting(question, [untold], given)


def test_two_claims_that_somebody_put_on_two_questions_stand_on_none_together():
    case = settled(STORED)
    (point,) = asked(case, "stored")
    first, second = (m.claim for m in point.claims[:2])
    spans = {c.id: c.span for c in case.claims}
    decision = Decision(
        id="x1",
        question="same-point",
        subject=tuple(sorted((first, second))),
        quotes=tuple(spans[key] for key in sorted((first, second))),
        answer="no",
        author="ada",
        made_at="2024-06-03T10:00:00Z",
    )
    again = settled(STORED, decision)
    assert not any({first, second} <= {m.claim for m in p.claims} for p in again.points)
