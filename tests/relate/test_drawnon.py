"""A page whose byline says that it also drew on an agency is no second origin beside that agency."""

import pytest

from rashomon.model import Origin
from rashomon.relate import bodies, drawnon, outlets
from tests.factory import document

STORY = "\nSeven people were killed when a crane fell onto the fish market of Selby on Monday, police said.\n"
WIRED = document("Selby (Coastwire) - A crane fell." + STORY, outlet="Courier", agency="Coastwire")


def drawn(line: str, *more, outlet: str = "The Coast Standard", story: str = STORY) -> list[tuple[str, str]]:
    """The upstream and manner of each edge of a page with this line above its story."""
    page = document(line + story, outlet=outlet)
    documents = [WIRED, *more, page]
    pages = outlets.of_documents(documents, {}, {})
    agencies = {d.id: origin for d in documents if (origin := outlets.agency(d, (), pages))}
    return [(e.upstream.name, e.manner) for e in drawnon.edges(documents, agencies, pages, ()) if e.downstream == page.id]


@pytest.mark.parametrize(
    "line",
    [
        "By Dale Corran and wire reports",
        "The Standard with agencies",
        "Standard staff and agencies | 10 May 2031",
        "From our correspondent Edna Sayle in Selby, and agencies",
        "May 5, 2031 (Coastwire/CS)",
        "From our shipping editor; Coastwire",
        "(With material from Coastwire)",
        "By Stella Wern, with Coastwire",
    ],
)
def test_a_byline_that_shares_its_story_with_an_agency_is_an_edge_to_it(line):
    assert drawn(line) == [("Coastwire", "paraphrases")]


@pytest.mark.parametrize(
    "line",
    [
        "By Dale Corran",
        "Photo: Stella Wern / Coastwire",
        "Agencies of the state must answer, minister says",
        "Crane driver held as Coastwire shares fall",
    ],
)
def test_a_line_that_shares_nothing_is_none(line):
    assert drawn(line) == []


def test_of_several_agencies_unnamed_ones_are_those_that_the_text_names():
    other = document("Orsk (Nordline) - Rain." + STORY, outlet="Post", agency="Nordline")
    assert drawn("Standard staff and agencies", other) == []
    assert drawn("Standard staff and agencies", other, story=STORY + "“It swayed,” a porter told Nordline.\n") == [
        ("Nordline", "paraphrases")
    ]


def test_an_agencys_own_page_prints_no_other_agency():
    own = document("Selby (Coastwire) - A crane fell." + STORY, outlet="Coastwire News Service", agency="Coastwire")
    assert outlets.agency(own, (), outlets.of_documents([own], {}, {})) is None


def test_an_agency_called_one_is_the_agency_that_pages_credit():
    origins = [
        Origin(id="o:a", name="Coastwire", kind="agency"),
        Origin(id="o:b", name="state news agency Coastwire", kind="outlet"),
    ]
    assert bodies.same(origins, {}, {}, {}) == {"o:b": "o:a"}
