import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import factory

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "quantities.toml").read_text())
FORMS = tomllib.loads((Path(__file__).parents[1] / "cases" / "figures.toml").read_text())


def quantities(text):
    return factory.found(factory.document(text), "times", "quantities").quantities


@pytest.mark.parametrize("case", CASES["counted"], ids=[f"{c['span']} – {c['text']}" for c in CASES["counted"]])
def test_a_figure_says_what_it_counts(case):
    found = {q.span.text: q for q in quantities(case["text"])}
    assert case["span"] in found
    quantity = found[case["span"]]
    assert (quantity.of.text if quantity.of else None, quantity.head) == (case.get("of"), case["head"])


@pytest.mark.parametrize("case", CASES["nothing"], ids=[c["text"] for c in CASES["nothing"]])
def test_words_that_count_nothing_are_left_out(case):
    assert quantities(case["text"]) == ()


def test_the_scope_is_kept_in_the_words_of_the_text():
    (first,) = quantities("About 400 passengers, including women and children, were on board.")
    assert first.scope == "including women and children"
    (fare,) = quantities("The fare was $600 per person.")
    assert fare.scope == "per person"


def test_an_age_after_a_name_is_no_count():
    (age,) = quantities("Anna Berg, 42, was on the quay.")
    assert (age.kind, age.unit, age.value) == ("age", "year", 42)


def test_no_casualties_are_zero():
    (none,) = quantities("No deaths were reported.")
    assert (none.low, none.high) == (0, 0)


def test_a_total_less_a_part_is_derived_with_its_formula():
    found = {q.span.text: q for q in quantities("About 3,000 people came ashore, and all but about 400 were sailors.")}
    derived = found["were sailors"]
    assert (derived.low, derived.value, derived.high, derived.head) == (2260, 2600, 2940, "sailor")
    assert derived.derived == "“About 3,000 people” less “about 400”: 3,000 − 400 = 2,600"
    assert derived.made_from == (found["About 3,000 people"].id, found["about 400"].id)


def test_parts_named_side_by_side_are_summed_once_and_only_there():
    found = quantities("The ship carried 20 guards and 300 passengers. It had 12 cabins and 3 decks.")
    assert [(q.value, q.head) for q in found if q.derived] == [(320, "people")]


@given(st.text(alphabet="ab Ten dozen of the 12,5 %$()“”-–\n.,;all some most many no people'’s\u00a0\u202e\x07", max_size=200))
@settings(max_examples=40, deadline=None)
def test_every_quantity_quotes_its_words_under_its_own_id(text):
    document = factory.document(text)
    found = factory.found(document, "quantities").quantities
    for quantity in found:
        for span in (quantity.span, quantity.of):
            assert span is None or document.text[span.start : span.end] == span.text
    assert len({q.id for q in found}) == len(found)


@pytest.mark.parametrize("case", FORMS["form"], ids=[f"{c['promise']} – {c['text']}" for c in FORMS["form"]])
def test_the_forms_of_figures_in_news(case):
    all_of_them = quantities(case["text"])
    found = {q.span.text: q for q in all_of_them}
    assert case["span"] in found
    quantity = found[case["span"]]
    for field in ("kind", "value", "low", "high", "unit", "head", "scope", "hedge", "derived", "convention"):
        if field in case:
            assert getattr(quantity, field) == (None if case[field] == "none" else case[field]), field
    if "of" in case:
        assert quantity.of is not None
        assert quantity.of.text == case["of"]
    if "made_from" in case:
        assert quantity.made_from == tuple(found[span].id for span in case["made_from"])
    if case.get("only"):
        assert len(all_of_them) == 1
    if "derived" not in case:
        assert quantity.derived is None


@pytest.mark.parametrize("case", FORMS["underived"], ids=[c["promise"] for c in FORMS["underived"]])
def test_nothing_follows_that_was_not_said_to_belong_together(case):
    assert [q.span.text for q in quantities(case["text"]) if q.derived] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Infinity people and NaN boats; inf, -inf, nan.", []),
        ("9" * 400 + " people", []),
        ("1e999 people", [None]),
        ("10^999 km and 2^9999", [None, None]),
        ("9x10^99999 grains", [None]),
        ("1२3 boats", [None]),
        ("१२ people", [12]),
        ("hundred " * 300 + "men", [None]),
        ("1/0 of the men, 0/0 of the women", []),
        ("It was founded in the year 0, in 14 AD or in 3 BC.", []),
        ("1,1,1,1,1,1 boats", [None]),
    ],
)
def test_what_is_no_number_has_no_value(text, values):
    assert [q.value for q in quantities(text)] == values


def test_a_text_of_nothing_but_numbers_is_read():
    found = quantities(" ".join(str(n) for n in range(1000)))
    assert all(q.value is not None for q in found)
    assert all(q.derived is None for q in found)


@given(st.text(alphabet="0123456789٣२３½²٪%$€,.'’-–—/^×xeE \u00a0\u202f\u202e\u200b\x00kKmMbBnt°″\"()", max_size=150))
@settings(max_examples=60, deadline=None)
def test_any_mix_of_digits_and_marks_is_read_without_raising(text):
    for quantity in quantities(text):
        assert quantity.span.text
        for end in (quantity.value, quantity.low, quantity.high):
            assert end is None or abs(end) < float("inf")
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


def test_half_past_an_hour_is_no_figure():
    made = factory.document("The gate was shut at half past four.")
    assert not factory.found(made, "times", "quantities").quantities
