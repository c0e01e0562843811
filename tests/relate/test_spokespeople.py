"""A public body is one origin, by whichever of its words a page names it."""

import pytest

from rashomon.model import Entity, Hop
from rashomon.relate import spokespeople
from tests.factory import document
from tests.relate.test_lineage import case


def body(name: str, said: str = "", kind: str = "person", entity: Entity | None = None) -> str:
    text = document((said or name) + ".\n")
    return spokespeople.body(Hop(name=name, kind=kind, span=text.span(0, len(said or name))), entity).name


@pytest.mark.parametrize(
    ("name", "said", "wanted"),
    [
        ("police", "", "police"),
        ("Local police", "", "police"),
        ("police spokeswoman", "A police spokeswoman", "police"),
        ("army officers", "", "army"),
        ("spokesman", "a spokesman for the coastguard", "coastguard"),
        ("spokesman", "A spokesman for the Ministry of Works, who gave no name", "Ministry of Works"),
        ("transport ministry spokesman", "", "transport ministry"),
    ],
)
def test_whoever_speaks_for_a_public_body_is_that_body(name, said, wanted):
    assert body(name, said) == wanted


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("driver", "A driver"),
        ("spokesman", "a spokesman for the families"),
        ("former police officer", "A former police officer"),
        ("nurse", "a nurse at the army hospital"),
    ],
)
def test_a_witness_and_whoever_left_a_body_are_themselves(name, said):
    assert body(name, said) == name


def test_a_body_whose_own_name_is_known_keeps_it():
    known = Entity(id="e:a", kind="organisation", name="Lisan Army", variants=())
    assert body("army", "the army", "organisation", known) == "army"


def test_two_papers_that_credit_the_police_have_one_origin():
    made = case(
        ("a.txt", "Northern Post", "The dam broke on Monday. Police said 12 people died in the flood.\n", "2024-05-03"),
        ("b.txt", "Lake Gazette", "Twelve people died in the flood, a police spokesman said late at night.\n", "2024-05-03"),
    )
    (point,) = (p for p in made.points if p.kind == "number")
    assert [o.name for o in made.origins if o.id in point.origins] == ["police"]


def test_two_papers_with_witnesses_of_their_own_have_two():
    made = case(
        ("a.txt", "Northern Post", "The dam broke on Monday. A miller said 12 people died in the flood.\n", "2024-05-03"),
        ("b.txt", "Lake Gazette", "Twelve people died in the flood, a fisherman said late at night.\n", "2024-05-03"),
    )
    (point,) = (p for p in made.points if p.kind == "number")
    assert len(point.origins) == 2


def test_police_of_many_pages_are_one_origin_though_they_are_known_as_one_body():
    said = "Seventeen people died when the bus fell, {}.\n"
    made = case(
        *((f"{day}.txt", f"Post {day}", said.format(who), f"2024-05-0{day}") for day, who in enumerate(("police said",) * 3, 3)),
        ("d.txt", "Lake Gazette", "Police said 17 people died when the bus fell. Police closed the road.\n", "2024-05-07"),
    )
    (point,) = (p for p in made.points if p.kind == "number")
    assert [o.name for o in made.origins if o.id in point.origins] == ["police"]
