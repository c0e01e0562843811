"""For whom somebody speaks is read from the words around the name, and from no other sentence."""

import pytest

import rashomon
from rashomon import pipeline
from rashomon.relate.offices import spoken_for
from tests.factory import document


def told(text: str) -> dict[str, str]:
    page = document(text)
    found = pipeline.annotate(page)
    case = pipeline.settle([page], [found], (), rashomon.__version__)
    names = {e.id: e.name for e in case.entities}
    linked = [type(found)(document=page.id, mentions=case.mentions, claims=case.claims)]
    return {names[person]: names[body] for person, body in spoken_for([page], linked, case.entities).items()}


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Jan Velis, a spokesman for the Harbour Authority, said the gates were shut.",
        "Harbour Authority spokesman Jan Velis said the gates were shut.",
        "The Harbour Authority's spokesman, Jan Velis, said the gates were shut.",
        "The gates were shut, said Jan Velis, spokesperson of the Harbour Authority.",
    ],
)
def test_whoever_is_called_the_spokesman_of_a_body_speaks_for_it(text):
    assert told(text) == {"Jan Velis": "Harbour Authority"}


@pytest.mark.parametrize(
    "text",
    [
        "Jan Velis said the gates were shut. A spokesman for the Harbour Authority declined to comment.",
        "Jan Velis, a former spokesman for the Harbour Authority, said the gates were shut.",
        "Jan Velis, the defected Harbour Authority spokesman, said the gates were shut.",
        "Jan Velis, who used to work for the Harbour Authority, said the gates were shut.",
    ],
)
def test_a_spokesman_of_whom_another_sentence_tells_is_somebody_else(text):
    assert told(text) == {}
