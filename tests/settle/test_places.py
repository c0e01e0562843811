"""Towns get a place where the accounts tell which one is meant, and none where they do not."""

import json
import math

from rashomon import codec, pipeline
from rashomon.text import gazetteer
from tests import factory


def place(name, *texts):
    documents = [factory.document(text, file=f"{i}.txt") for i, text in enumerate(texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), "test")
    (found,) = {e.place for e in case.entities if any(v.text == name for v in e.variants)}
    return found


def test_a_town_lies_where_it_lies_with_what_it_was_told_by():
    found = place("Mukalla", "Boats left Mukalla in Yemen at night.", "Yemen said that nobody in Mukalla was hurt.")
    assert (found.name, found.country) == ("Mukalla", "YE")
    assert math.dist((found.latitude, found.longitude), (14.54, 49.12)) < 0.1
    assert found.precision_km == 1.0
    assert found.source == "GeoNames, CC BY 4.0"
    assert found.why == "by far the largest town of this name"


def test_all_spellings_have_one_place():
    texts = ("Shells fell on Kharkiv at night, and Kharkiv was dark.", "Shells fell on Kharkov at night, and Kharkov was dark.")
    assert place("Kharkiv", *texts) == place("Kharkov", *texts)
    assert place("Kharkiv", *texts).country == "UA"


def test_the_country_written_behind_a_town_tells_which_one_is_meant():
    assert place("Tripoli", "The ship reached Tripoli, Lebanon, on Monday.").country == "LB"
    assert place("Tripoli", "The ship reached Tripoli, Libya, on Monday.").country == "LY"


def test_a_town_that_nothing_tells_from_others_has_no_place():
    assert place("Tripoli", "The ship reached Tripoli on Monday.") is None


def test_a_town_by_far_larger_than_its_namesakes_is_meant_wherever_it_is_named():
    assert place("London", "The delegation of Kenya flew from London on Monday.").country == "GB"


def test_a_country_has_no_single_place():
    assert place("Kenya", "Kenya denied it on Monday.") is None


def test_without_the_list_of_towns_there_are_no_places_and_nothing_fails(monkeypatch):
    monkeypatch.setattr(gazetteer, "_gazetteer", lambda: ([], []))
    gazetteer.towns.cache_clear()
    try:
        assert place("Mukalla", "Boats left Mukalla in Yemen at night, and Mukalla was calm.") is None
    finally:
        gazetteer.towns.cache_clear()


def test_places_are_in_the_json():
    document = factory.document("Boats left Mukalla in Yemen at night.")
    case = pipeline.settle([document], [pipeline.annotate(document)], (), "test")
    (found,) = [e["place"] for e in json.loads(codec.case_json(case))["entities"] if e["name"] == "Mukalla"]
    assert set(found) == {"name", "country", "latitude", "longitude", "precision_km", "source", "why"}
