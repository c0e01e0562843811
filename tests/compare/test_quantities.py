import pytest

from rashomon.compare.quantities import compare
from rashomon.model import Answer, Claim
from tests import factory


def answer(text, predicate=None):
    document = factory.document(text)
    (quantity, *_) = factory.found(document, "quantities").quantities
    claim = Claim(id="c", span=document.span(0, len(text)), predicate=predicate)
    return Answer(claim=claim, document=document.id, quantity=quantity)


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("Almost 50 trucks left.", "Nearly 50 lorries left.", "agree"),
        ("There were 13 buses.", "There were 12 buses.", "conflict"),
        ("There were 112 vans.", "There were more than 100 vans.", "refines"),
        ("About 4,000 people left.", "Between 4,200 and 5,000 people left.", "compatible"),
        ("Hundreds of militants left.", "Only a few dozen gunmen left.", "conflict"),
        ("Many families left.", "20 families left.", "compatible"),
        ("There were 250 fighters.", "There were 4,000 people.", "compatible"),
        ("400 passengers, including children, were hurt.", "350 passengers were hurt.", "compatible"),
        ("33 people, including nine children, were hurt.", "29 people were hurt.", "conflict"),
        ("33 people, including the driver, were hurt.", "32 people were hurt.", "compatible"),
        ("The tram went at around 75mph.", "The tram went at 120 km/h.", "refines"),
        ("The tram went at 75mph.", "The tram went at 80 km/h.", "conflict"),
        ("There were gusts of 92 km/h.", "Winds of 50 km/h were blowing.", "compatible"),
        ("There were gusts of 92 km/h.", "The wind did not exceed 50 km/h.", "conflict"),
        ("Dozens of people were hurt.", "112 people were hurt.", "compatible"),
        ("Dozens of people were hurt.", "312 people were hurt.", "conflict"),
        ("There were no casualties.", "There were 12 dead.", "conflict"),
        ("There were a dozen buses.", "There were 13 buses.", "compatible"),
        ("Only a handful of guards left.", "Only a few dozen guards left.", "compatible"),
        ("Another 20 guards were hurt.", "45 guards were hurt.", "compatible"),
        ("The road is 12 km long.", "The road is 15 km long.", "conflict"),
        ("It lasted some ten minutes.", "It lasted a quarter of an hour.", "compatible"),
        ("It lasted ten minutes.", "It lasted twelve minutes.", "compatible"),
        ("It lasted about ten minutes.", "It lasted some 17 minutes.", "conflict"),
        ("It lasted ten minutes.", "It lasted half an hour.", "conflict"),
    ],
)
def test_two_figures_are_set_side_by_side(left, right, outcome):
    for first, second in ((left, right), (right, left)):
        (comparison,) = compare(answer(first), answer(second))
        assert comparison.outcome == outcome


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The road is 12 km long.", "There were 12 vans."),
        ("It cost $600 per person.", "It cost $900."),
        ("He is 12 years old.", "It is 12 km."),
    ],
)
def test_figures_of_different_kinds_are_not_compared(left, right):
    assert list(compare(answer(left), answer(right))) == []


def test_the_dead_are_counted_by_the_verb_as_well_as_by_the_noun():
    (comparison,) = compare(answer("12 people were killed.", "kill"), answer("There were 14 dead."))
    assert comparison.outcome == "conflict"


def test_the_reason_names_both_wordings_and_the_convention():
    (comparison,) = compare(answer("Dozens of ships sank."), answer("30 ships sank."))
    assert comparison.why == ("“30 ships” lies within “Dozens of ships”, which allows 24 to 99. “dozens” is read as 24 to 99.")
