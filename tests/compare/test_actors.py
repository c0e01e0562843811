import pytest

from rashomon.compare.actors import compare
from rashomon.model import Answer, Claim, Part, Span


def answer(words: str, verb: str = "shoot", **facts: object) -> Answer:
    span = Span(document="d1", start=0, end=len(words), text=words)
    part = Part(span=span, head=words.split()[-1], **facts)
    return Answer(claim=Claim(id="d1.c0-1", span=span, predicate=verb), document="d1", parts=(part,))


BRENNER = {"entity": "e1", "kind": "person", "named": True}
WEISS = {"entity": "e2", "kind": "person", "named": True}
GUNMAN = {"kind": "person"}
OFFICE = {"entity": "e3", "kind": "organisation", "named": True}


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (answer("Brenner", **BRENNER), answer("Carl Brenner", **BRENNER), "agree"),
        (answer("Carl Brenner", **BRENNER), answer("Anton Weiss", **WEISS), "conflict"),
        (answer("Carl Brenner", "approve", **BRENNER), answer("Anton Weiss", "approve", **WEISS), "compatible"),
        (answer("Carl Brenner", **BRENNER), answer("Anton Brenner", **WEISS), "compatible"),
        (answer("a gunman", **GUNMAN), answer("Anton Weiss", **WEISS), "refines"),
        (answer("a gunman", **GUNMAN), answer("Port Office", **OFFICE), "compatible"),
        (answer("Port Office", **OFFICE), answer("Anton Weiss", **WEISS), "compatible"),
        (answer("Russian jets", country="RU"), answer("Syrian jets", country="SY"), "conflict"),
        (answer("Russian jets", country="RU"), answer("jets"), "compatible"),
    ],
)
def test_only_two_names_of_a_kind_or_two_countries_exclude_one_another(left, right, outcome):
    (found,) = compare(left, right)
    assert found.outcome == outcome
    assert "“" in found.why


def test_whoever_names_nobody_says_nothing():
    assert not [*compare(answer("Brenner", **BRENNER), Answer(claim=answer("x").claim, document="d1"))]
