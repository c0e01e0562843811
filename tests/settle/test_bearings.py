"""Points of claims that answer one plain question though they share hardly a word."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

import rashomon
from rashomon import pipeline
from rashomon.model import Case, Decision, Lineage, Link, Point
from rashomon.settle import bearings, records
from rashomon.settle.decisions import open_ledger
from rashomon.settle.widened import widened
from rashomon.text import bearings as vectors
from tests.factory import document

SCRIPTS = Path(__file__).parents[2] / "scripts" / "questions"
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


def test_what_lies_near_a_point_that_holds_most_of_it_joins_that_point_and_says_why():
    case = settled(STORED)
    (point,) = asked(case, "stored")
    given = records.records(case.documents, [pipeline.annotate(d) for d in case.documents], open_ledger((), {}))
    kept, *_, left = dict.fromkeys(m.claim for m in point.claims)
    narrow = replace(point, claims=tuple(m for m in point.claims if m.claim != left), status="undisputed")
    links = [
        Link(
            relation="same-question", left=kept, right=left, score=0.9, reasons=("both seem to answer “What was stored there?”",)
        )
    ]
    together = bearings.Together([m.claim for m in point.claims], links, None, None)
    (wide,) = widened([narrow], [together], given, Lineage())
    (added,) = (m for m in wide.claims if m.claim == left)
    assert [m.value for m in wide.claims].count(added.value) == 1
    assert "both seem to answer" in added.why
    assert wide.relations == narrow.relations


def test_near_claims_that_no_plain_question_fits_are_asked_in_their_own_words():
    case = settled(
        [
            "A dam broke above Orlen. The siren had been cut off from the mains since spring.",
            "A dam broke above Orlen on Monday. The siren was cut off from the mains, a fitter said.",
        ]
    )
    assert any("siren" in words for point in case.points for words in said(case, point))


def test_the_bank_of_questions_is_the_one_that_ships():
    told = [line for line in (SCRIPTS / "asked.txt").read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]
    lexicon = vectors.lexicon()
    assert [(q, v) for q, v in zip(lexicon.questions, lexicon.vague, strict=True)] == [
        (line.removeprefix("~ "), line.startswith("~ ")) for line in told
    ]


def test_no_question_names_what_none_of_the_claims_names():
    said_ = [frozenset({"fee", "paid", "payment"}), frozenset({"pay", "payment"})]
    assert not bearings._borne_out("When was the ransom paid?", said_)
    assert bearings._borne_out("Was the fee paid?", said_)
