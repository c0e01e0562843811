"""Who took what from whom: named by the text, or shown by passages in common; a copy adds no origin."""

import pytest

import rashomon
from rashomon import pipeline
from tests.factory import document

WIRE = (
    "A crane fell onto a moored ferry in the port of Lindau Bay on Friday evening, killing three dockers.\n"
    "Port director Maria Stelzer told the Northern News Agency that the brakes of the crane had failed.\n"
    '"Nobody had serviced the crane since the spring," Stelzer said.\n'
)
COPY = WIRE.replace('"Nobody had serviced the crane since the spring," Stelzer said.\n', "")
OTHER = "The city council of Lindau Bay will vote on a new tram line next month.\n"


def case(*written: tuple[str, str, str]):
    documents = [document(text, file=file, outlet=outlet, published=day) for file, outlet, text, day in written]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)


@pytest.fixture(scope="module")
def copied():
    return case(
        ("a.txt", "Northern Post", WIRE, "2024-05-03"),
        ("b.txt", "Lake Gazette", COPY, "2024-05-04"),
        ("c.txt", "Tram News", OTHER, "2024-05-04"),
    )


def test_a_copied_text_has_an_edge_from_the_earlier_document_to_the_later(copied):
    files = {d.id: d.file for d in copied.documents}
    origins = {o.id: o for o in copied.origins}
    edges = {
        (files[origins[e.upstream].document], files[e.downstream]) for e in copied.derivations if origins[e.upstream].document
    }
    assert edges == {("a.txt", "b.txt")}


def test_the_reason_for_the_direction_is_said(copied):
    origins = {o.id: o for o in copied.origins}
    (edge,) = (e for e in copied.derivations if origins[e.upstream].document)
    assert edge.direction == "Northern Post was published first"
    assert edge.evidence[0].spans


def test_every_passage_quotes_both_sides(copied):
    texts = {d.id: d.text for d in copied.documents}
    assert copied.passages
    for passage in copied.passages:
        for side in (passage.left, passage.right):
            assert texts[side.document][side.start : side.end] == side.text


def test_a_copy_adds_no_origin_to_a_point(copied):
    for point in copied.points:
        assert len(point.origins) == 1, point.question


def test_undecided_is_said_where_nothing_tells_which_was_first():
    undated = case(
        ("a.txt", "Northern Post", WIRE, None), ("b.txt", "Lake Gazette", WIRE.replace("Friday evening", "Friday night"), None)
    )
    origins = {o.id: o for o in undated.origins}
    (edge,) = (e for e in undated.derivations if origins[e.upstream].document)
    assert edge.direction == "undecided"


def test_a_text_that_stands_whole_in_a_longer_one_is_taken_from_it():
    undated = case(("a.txt", "Northern Post", WIRE, None), ("b.txt", "Lake Gazette", COPY, None))
    origins = {o.id: o for o in undated.origins}
    (edge,) = (e for e in undated.derivations if origins[e.upstream].document)
    assert origins[edge.upstream].name == "Northern Post"
    assert edge.direction == "all of Lake Gazette stands in Northern Post, which says more"


def test_an_agency_that_is_credited_is_an_origin_that_is_not_in_the_pile():
    text = document(WIRE, file="a.txt", outlet="Northern Post", agency="Northern News Agency")
    found = pipeline.settle([text], [pipeline.annotate(text)], (), "test")
    agency = next(o for o in found.origins if o.kind == "agency")
    assert agency.name == "Northern News Agency"
    assert any(e.upstream == agency.id and e.manner == "syndicates" for e in found.derivations)


def test_texts_on_different_matters_share_nothing(copied):
    tram = next(d.id for d in copied.documents if d.file == "c.txt")
    assert not any(tram in (p.left.document, p.right.document) for p in copied.passages)
