import pytest

from rashomon.compare.places import compare
from rashomon.model import Answer, Claim, Part, Place, Span


def answer(words: str, **facts: object) -> Answer:
    span = Span(document="d1", start=0, end=len(words), text=words)
    part = Part(span=span, head=words, kind="place", named=True, **facts)
    return Answer(claim=Claim(id="d1.c0-1", span=span), document="d1", parts=(part,))


def town(name: str, latitude: float, longitude: float, country: str) -> Answer:
    lies = Place(name=name, country=country, latitude=latitude, longitude=longitude, precision_km=1.0, source="", why="")
    return answer(name, entity=name, place=lies)


VIENNA = town("Vienna", 48.21, 16.37, "AT")
BERLIN = town("Berlin", 52.52, 13.41, "DE")
KLOSTERNEUBURG = town("Klosterneuburg", 48.31, 16.33, "AT")
AUSTRIA = answer("Austria", entity="Austria", country="AT")
GERMANY = answer("Germany", entity="Germany", country="DE")
SQUARE = answer("Karlsplatz", entity="Karlsplatz", within=("Vienna", "Austria"))


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (VIENNA, VIENNA, "agree"),
        (VIENNA, BERLIN, "conflict"),
        (VIENNA, AUSTRIA, "refines"),
        (AUSTRIA, VIENNA, "refines"),
        (VIENNA, KLOSTERNEUBURG, "compatible"),
        (SQUARE, VIENNA, "refines"),
        (SQUARE, BERLIN, "compatible"),
        (AUSTRIA, GERMANY, "conflict"),
    ],
)
def test_a_place_within_another_refines_it_and_only_places_far_apart_conflict(left, right, outcome):
    (found,) = compare(left, right)
    assert found.outcome == outcome


def test_how_far_apart_two_towns_are_is_said():
    (found,) = compare(VIENNA, BERLIN)
    assert "523 km" in found.why
