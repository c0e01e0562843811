"""What stands beside a claim's words on every page."""

import rashomon
from rashomon import pipeline
from rashomon.pages.index import index
from rashomon.pages.parts import quote
from tests.factory import document

LIE = "The navy denied that its frigate had rammed the trawler. “The report is a lie,” it said."
OPEN = "The coastguard could not confirm that the frigate had rammed the trawler."


def test_a_claim_is_marked_denied_only_where_its_words_say_the_opposite() -> None:
    documents = [document(LIE, file="a.txt"), document(OPEN, file="b.txt")]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    shown = index(case)
    marks = [[mark.word for mark in quote(shown, claim).marks] for claim in case.claims]
    assert marks == [["denied"], [], ["neither confirmed nor denied"]]
