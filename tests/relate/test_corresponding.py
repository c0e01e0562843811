"""In sentences that render one another the claims correspond, however few words each has in common."""

from rashomon import pipeline
from rashomon.relate import corresponding, renderings
from tests.factory import document

MODEL = "Builders had taken out a supporting wall, and the hall came down on the market in the old town."
COPY = "Workmen had cut through a supporting wall, and the hall came down on the market in the old town."
OTHER = "The mayor will speak to the council on Friday about the price of bread."


def pairs(left: str, right: str) -> list[tuple[str, str]]:
    documents = [document(left, file="a.txt"), document(right, file="b.txt")]
    annotations = [pipeline.annotate(d) for d in documents]
    worded = {d.id: renderings.wording(d, a) for d, a in zip(documents, annotations, strict=True)}
    found = corresponding.find([(documents[0].id, documents[1].id)], worded, annotations)
    return [(a.span.text, b.span.text) for a, b, _ in found]


def test_the_claims_of_two_such_sentences_are_paired_each_with_the_likest():
    assert [(a.split()[0], b.split()[0]) for a, b in pairs(MODEL, COPY)] == [("the", "the"), ("Builders", "Workmen")]


def test_sentences_on_other_matters_have_none():
    assert pairs(MODEL, OTHER) == []
