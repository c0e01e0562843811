from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Decision, Span
from rashomon.settle.decisions import open_ledger

TEXT = "Nine people were killed. Mayor Ada Quill said ten. Quill left."


def span(start: int, end: int, document: str = "d1") -> Span:
    return Span(document=document, start=start, end=end, text=TEXT[start:end])


def decided(question: str, subject: dict[str, Span], answer: str, key: str = "x1") -> Decision:
    ids = tuple(sorted(subject))
    return Decision(
        id=key,
        question=question,
        subject=ids,
        answer=answer,
        author="Ada",
        made_at="2024-03-05T10:00:00Z",
        quotes=tuple(subject[i] for i in ids),
    )


NINE, TEN = span(0, 23), span(25, 49)


def test_a_decision_answers_for_its_pair_in_any_order():
    ledger = open_ledger([decided("same-point", {"d1.c0-23": NINE, "d1.c25-49": TEN}, "yes")], _records())
    assert ledger.answer("same-point", "d1.c25-49", "d1.c0-23") == "yes"
    assert ledger.answer("same-point", "d1.c25-49") is None
    assert ledger.strays == ()


def test_a_later_decision_on_the_same_subject_supersedes_the_earlier_one():
    first = decided("claim", {"d1.c0-23": NINE}, "no", "x1")
    later = decided("claim", {"d1.c0-23": NINE}, "yes", "x2")
    ledger = open_ledger([first, later], _records())
    assert ledger.answer("claim", "d1.c0-23") == "yes"
    assert [d.id for d in ledger.on("claim")] == ["x2"]


def test_a_decision_moves_to_the_record_that_now_stands_on_its_words():
    ledger = open_ledger([decided("claim", {"d1.c0-23": NINE}, "no")], {"d1.c0-24": span(0, 24)})
    assert ledger.answer("claim", "d1.c0-24") == "no"


def test_a_decision_prefers_the_words_to_an_id_that_names_other_words_now():
    records = {"d1.c0-23": TEN, "d1.c0-24": NINE}
    ledger = open_ledger([decided("claim", {"d1.c0-23": NINE}, "no")], records)
    assert ledger.answer("claim", "d1.c0-24") == "no"
    assert ledger.answer("claim", "d1.c0-23") is None


def test_a_decision_follows_its_words_into_a_document_that_was_read_anew():
    ledger = open_ledger([decided("claim", {"d1.c0-23": NINE}, "no")], {"d2.c0-23": span(0, 23, "d2")})
    assert ledger.answer("claim", "d2.c0-23") == "no"


def test_a_decision_whose_words_stand_in_two_new_places_is_a_stray_rather_than_a_guess():
    records = {"d2.c0-23": span(0, 23, "d2"), "d3.c0-23": span(0, 23, "d3")}
    ledger = open_ledger([decided("claim", {"d1.c0-23": NINE}, "no")], records)
    assert [s.decision for s in ledger.strays] == ["x1"]
    assert "“Nine people were killed”" in ledger.strays[0].why


def test_a_pair_that_became_one_record_is_a_stray():
    records = {"d1.c0-24": span(0, 24)}
    pair = {"d1.c0-23": NINE, "d1.c0-22": span(0, 22)}
    ledger = open_ledger([decided("same-point", pair, "no")], records)
    assert ledger.strays[0].why == "what it kept apart or joined is one record now"


def test_a_record_of_another_kind_on_the_same_words_is_not_taken():
    ledger = open_ledger([decided("claim", {"d1.c0-23": NINE}, "no")], {"d1.m0-23": NINE})
    assert ledger.answers == {}
    assert len(ledger.strays) == 1


def test_only_the_decision_in_force_is_reported_as_a_stray():
    gone = [decided("claim", {"d9.c0-23": NINE}, a, k) for a, k in (("no", "x1"), ("yes", "x2"))]
    assert [s.decision for s in open_ledger(gone, {}).strays] == ["x2"]


def test_an_answer_that_names_a_document_follows_it_to_its_new_id():
    left, right = replace(NINE, document="d1"), replace(TEN, document="d2")
    asked = decided("derives", {"d1": left, "d2": right}, "d1")
    ledger = open_ledger([asked], {"d3": replace(span(0, len(TEXT)), document="d3"), "d2": replace(TEN, document="d2")})
    assert ledger.answer("derives", "d2", "d3") == "d3"


@given(st.integers(0, 20), st.integers(1, 30), st.integers(-3, 3), st.integers(-3, 3))
def test_a_decision_survives_ids_that_shift_by_a_few_letters(start: int, length: int, left: int, right: int):
    was = span(start, start + length)
    now = span(max(0, start + left), start + length + right)
    if was.overlap(now) < 0.5 * (max(was.end, now.end) - min(was.start, now.start)) or now.start >= now.end:
        return
    ledger = open_ledger([decided("claim", {f"d1.c{was.start}-{was.end}": was}, "no")], {f"d1.c{now.start}-{now.end}": now})
    assert ledger.answer("claim", f"d1.c{now.start}-{now.end}") == "no"
    assert not ledger.strays


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_records_changes_nothing(order: tuple[int, int]):
    records = [("d1.c0-22", span(0, 22)), ("d1.c0-24", span(0, 24))]
    ledger = open_ledger([decided("claim", {"d1.c0-23": NINE}, "no")], dict(records[i] for i in order))
    assert ledger.answer("claim", "d1.c0-24") == "no"


def _records() -> dict[str, Span]:
    return {"d1.c0-23": NINE, "d1.c25-49": TEN}
