"""Two claims that a person put on one point, or on two, stand so after every rebuild, whatever question brought them together."""

from itertools import combinations, product
from pathlib import Path

import pytest

import rashomon
from rashomon import pipeline
from rashomon.ingest import piles
from rashomon.model import Annotations, Case, Decision, Document, Point
from rashomon.settle import pairs
from tests.factory import document

FIRE = sorted((Path(rashomon.__file__).parent / "demo" / "harbour_fire").glob("*.txt"))
ROAD = [
    "The bridge at Orlen fell on Monday because the river had washed out its piers, engineers said. Nine people were killed.",
    "A lorry brought the bridge at Orlen down on Monday. Eleven people were killed, among them two children. The alarm failed.",
    "The alarm at the Orlen bridge worked, said the mayor, Ada Holm. Nobody had warned the drivers. A doctor counted nine dead.",
]

Pile = tuple[list[Document], list[Annotations]]


@pytest.fixture(scope="module", params=["fire", "road"])
def pile(request: pytest.FixtureRequest) -> Pile:
    if request.param == "fire":
        documents = [*piles.read(FIRE).documents]
    else:
        documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(ROAD)]
    return documents, [pipeline.annotate(d) for d in documents]


def settled(pile: Pile, *decisions: Decision) -> Case:
    return pipeline.settle(*pile, decisions, rashomon.__version__)


def decided(case: Case, question: str, left: str, right: str, answer: str, key: str = "x1") -> Decision:
    spans = {c.id: c.span for c in case.claims}
    subject = tuple(sorted((left, right)))
    return Decision(
        id=key,
        question=question,
        subject=subject,
        answer=answer,
        author="Ada",
        made_at="2026-01-01T00:00:00Z",
        quotes=tuple(spans[s] for s in subject),
    )


def members(point: Point) -> list[str]:
    return list(dict.fromkeys(m.claim for m in point.claims))


def holding(case: Case, *keys: str) -> list[Point]:
    """The points that have these claims, be it by what is said within one of them."""
    whole = {c.id: c.within for c in case.claims}
    return [p for p in case.points if {*keys} <= {k for m in members(p) for k in (m, whole[m])}]


def test_two_questions_stay_two(pile: Pile):
    before = settled(pile)
    several = [p for p in before.points if len(members(p)) > 1]
    assert several
    for point in several:
        first, last = members(point)[0], members(point)[-1]
        after = settled(pile, decided(before, "same-point", first, last, "no"))
        assert not holding(after, first, last), point.question


def test_one_question_stays_one(pile: Pile):
    before = settled(pile)
    keys = [c.id for c in before.claims if c.within is None]  # what is said within another claim stands with that
    on = [members(p)[0] for p in before.points]
    tried = [
        (a, b) for a, b in product(on[:2] + keys[-1:], keys[:: max(1, len(keys) // 5)]) if a != b and not holding(before, a, b)
    ]
    assert tried
    for left, right in tried[:6]:
        after = settled(pile, decided(before, "same-point", left, right, "yes"))
        assert holding(after, left, right)


def test_how_two_claims_stand_is_shown_though_nothing_but_a_person_brought_them_together(pile: Pile):
    before = settled(pile)
    keys = [c.id for c in before.claims]
    left, right = next((a, b) for a, b in product(keys[:1], keys[::-1]) if not holding(before, a, b))
    after = settled(pile, decided(before, "relation", left, right, "conflict"))
    (point,) = holding(after, left, right)
    assert point.status == "disputed"
    assert "decided by Ada" in {r.why for r in point.relations}


def test_two_claims_that_gave_one_answer_give_two_where_a_person_says_that_they_conflict(pile: Pile):
    before = settled(pile)
    alike = ((p, a, b) for p in before.points for a, b in combinations(p.claims, 2) if a.value == b.value and a.claim != b.claim)
    point, left, right = next((p, a.claim, b.claim) for p, a, b in alike)
    after = settled(pile, decided(before, "relation", left, right, "conflict"))
    now = next(p for p in holding(after, left, right) if p.id == point.id)
    values = [next(m.value for m in now.claims if m.claim == key) for key in sorted((left, right))]
    assert values[0] != values[1]
    assert [r.relation for r in now.relations if {r.left, r.right} == {*values}] == ["conflict"]
    assert now.status == "disputed"
    assert len(now.values) == len(point.values) + 1


def test_a_claim_put_on_a_question_by_hand_is_not_compared_by_the_machine(pile: Pile):
    before = settled(pile)
    point = next(p for p in before.points if p.kind == "number")
    other = next(c.id for c in before.claims if not c.quantities and not holding(before, members(point)[0], c.id))
    after = settled(pile, decided(before, "same-point", members(point)[0], other, "yes"))
    (now,) = (p for p in holding(after, members(point)[0], other) if p.id == point.id)
    (value,) = (m.value for m in now.claims if m.claim == other and m.why == "put on this question by Ada")
    assert all(value not in (r.left, r.right) for r in now.relations)
    assert {*point.origins} <= {*now.origins}


def test_two_parts_of_one_claim_cannot_be_put_on_two_questions_and_that_is_said():
    text = "Eleven people were killed, among them two children and a nurse. The bridge was shut."
    documents = [document(text, file="0.txt", outlet="Post")]
    found = [pipeline.annotate(d) for d in documents]
    before = settled((documents, found))
    whole, part = next((c.within, c.id) for c in before.claims if c.within)
    after = settled((documents, found), decided(before, "same-point", whole, part, "no"))
    assert [s.decision for s in after.strays] == ["x1"]


def test_who_is_to_be_apart_from_most_leaves_a_point_first():
    apart = {"a": {"c"}, "b": {"c"}, "c": {"a", "b"}}
    assert pairs.leaving([["a", "b"], ["c"]], apart) == {"c"}
    assert pairs.leaving([["a"], ["c", "b"]], apart) == {"c"}


def test_of_two_claims_the_one_whose_answer_fewer_give_leaves():
    assert pairs.leaving([["a"], ["b", "c"]], {"a": {"b"}, "b": {"a"}}) == {"a"}
    assert pairs.leaving([["a"], ["b"]], {"a": {"b"}, "b": {"a"}}) == {"b"}
    assert pairs.leaving([["a"], ["b"]], {}) == set()
