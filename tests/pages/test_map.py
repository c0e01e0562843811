"""Places stand where they are, on an outline that needs no network, and the list says the same in words."""

from dataclasses import replace

import pytest

from rashomon.model import Entity, Place
from rashomon.pages import map as places
from rashomon.pages import render
from rashomon.pages.drawing import outline, sheet
from rashomon.pages.index import index
from tests.pages.harbour import case


def _town(name: str, latitude: float, longitude: float, precision: float = 1.0) -> Entity:
    place = Place(
        name=name,
        country="XX",
        latitude=latitude,
        longitude=longitude,
        precision_km=precision,
        source="a list",
        why="the only one",
    )
    return Entity(id=f"e:{name}", kind="place", name=name, place=place)


def _map(*towns: Entity) -> places.MapView:
    made = places.view(index(replace(case, entities=towns)))
    assert made
    return made


def test_there_is_no_map_where_no_place_is_known() -> None:
    assert places.view(index(replace(case, entities=()))) is None


def test_places_lie_as_they_do_on_the_ground() -> None:
    north, south = _map(_town("Graz", 47.07, 15.44), _town("Zagreb", 45.81, 15.98)).spots
    assert north.y < south.y
    assert north.x < south.x
    assert "47.07° N, 15.44° E" in north.where


def test_a_ring_is_as_wide_as_the_place_is_uncertain() -> None:
    about, here = _map(_town("About", 11, 11, 100), _town("Here", 10, 10, 1)).spots
    assert about.radius > 20 * here.radius


@pytest.mark.parametrize("at", [(0, 0), (89.9, 179.9), (-89.9, -179.9), (0, 180), (-54.8, -68.3)])
def test_a_place_anywhere_has_its_map(at: tuple[float, float]) -> None:
    made = _map(_town("There", *at))
    (spot,) = made.spots
    assert 0 <= spot.x <= made.width
    assert 0 <= spot.y <= made.height
    assert 100 < made.height < 2000


def test_places_far_apart_share_one_map() -> None:
    made = _map(_town("A", -40, 175), _town("B", 65, -150), _town("C", 50, 10))
    assert all(0 <= s.x <= made.width and 0 <= s.y <= made.height for s in made.spots)


def test_the_outline_has_coasts_and_borders_within_its_window() -> None:
    window = outline.Window(west=12, south=44, east=18, north=48)
    found = list(outline.lines(window))
    assert {line.border for line in found} == {True, False}
    assert not list(outline.lines(outline.Window(west=-140, south=-30, east=-135, north=-25)))


def test_places_that_crowd_a_corner_are_drawn_again_closer_under_their_numbers() -> None:
    near = [_town(f"Near {n}", 35 + n / 4, 39 + n / 5) for n in range(4)]
    made = _map(*near, _town("Far", 38.9, -77.0))
    assert made.closer
    assert {s.link.text for s in made.closer.spots} == {e.name for e in near}
    whole = {s.link.text: s.number for s in made.spots}
    assert all(whole[s.link.text] == s.number for s in made.closer.spots)
    assert _map(*near).closer is None


def test_no_name_is_written_over_another() -> None:
    spots = [(100.0 + n, 100.0 + n, 12) for n in range(9)]
    boxes = [(n.x, n.y) for n in sheet.named(spots, 400) if n]
    assert len(boxes) == len(set(boxes)) >= 2
    assert len(boxes) < len(spots)


def test_the_report_has_the_map_where_a_place_is_known_and_no_section_where_none_is() -> None:
    with_town = replace(case, entities=(*case.entities, _town("Graz", 47.07, 15.44)))
    assert '<section id="map"' in render.report_html(with_town)
    assert 'href="#map"' in render.report_html(with_town)
    assert 'id="map"' not in render.report_html(case)
