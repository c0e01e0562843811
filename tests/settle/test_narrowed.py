from dataclasses import replace

import pytest

import rashomon
from rashomon import pipeline
from rashomon.model import Decision
from rashomon.settle import narrowed
from tests.factory import document

ONE = "Some 900 people, about 60 of them pupils, were evacuated from the valley on Friday."
OTHER = "Some 900 people, about 80 of them pupils, were evacuated from the valley on Friday."


def annotated(*texts: str):
    documents = [document(text, file=f"{n}.txt") for n, text in enumerate(texts)]
    return documents, [pipeline.annotate(d) for d in documents]


def settled(documents, annotations, *decisions: Decision):
    return pipeline.settle(documents, annotations, decisions, rashomon.__version__)


@pytest.fixture(scope="module")
def made():
    return annotated(ONE, OTHER)


def test_a_claim_within_another_is_kept_with_the_chain_and_origin_of_its_whole(made):
    case = settled(*made)
    parts = [c for c in case.claims if c.within]
    assert [c.span.text for c in parts] == ["about 60 of them pupils", "about 80 of them pupils"]
    whole = {c.id: c for c in case.claims}
    for part in parts:
        assert (part.chain, part.origin) == (whole[part.within].chain, whole[part.within].origin)


def test_a_point_lists_the_tightest_claim_that_holds_the_words_that_answer(made):
    case = settled(*made)
    text = {c.id: c.span.text for c in case.claims}
    for point in case.points:
        for member in point.claims:
            if member.words and member.words.text in ("about 60", "about 80"):
                assert text[member.claim].startswith(member.words.text)


def test_no_point_lists_a_claim_beside_the_one_within_it(made):
    case = settled(*made)
    within = {c.id: c.within for c in case.claims}
    for point in case.points:
        for value in point.values:
            listed = {m.claim for m in point.claims if m.value == value.id}
            assert not {within[key] for key in listed} & listed


def test_a_part_whose_whole_somebody_rejected_stands_for_itself(made):
    _, (found, _) = made
    part = next(c for c in found.claims if c.within)
    alone = replace(found, claims=tuple(c for c in found.claims if c.id != part.within))
    assert part in narrowed.whole(alone).claims
    assert not narrowed.parts_of([alone])
    assert part not in narrowed.whole(found).claims
