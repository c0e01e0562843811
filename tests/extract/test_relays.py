from dataclasses import replace

from rashomon.extract.relays import infer
from rashomon.model import Hop
from tests.extract.test_claims import said
from tests.factory import document, found


def relays(doc, *attributions):
    return {k: (h.name, h.inferred) for k, h in infer(doc, found(doc).parse, attributions).items()}


def through(doc, name, words, ident):
    """A medium that was told, as an attribution without content."""
    made = said(doc, words, words, id=ident, speaker=Hop(name=name, kind="organisation", span=doc.span(0, 0)))
    span = doc.span(start := doc.text.index(words), start + len(words))
    return replace(made, cue=None, content=(), speaker=Hop(name=name, kind="organisation", span=span))


TEXT = (
    "A nurse told the Washington Post that the ward burned. The Washington Post reported that two doctors died. "
    "A driver told the Washington Post that the road was blocked. A miner said the shaft was flooded. "
    "The minister said help was coming."
)


def test_people_whom_only_a_reporter_could_ask_spoke_to_the_one_medium_that_is_retold():
    doc = document(TEXT)
    post = through(doc, "Washington Post", "the Washington Post", "post")
    nurse = said(doc, "A nurse", "told", "the ward burned", id="nurse", via="post")
    report = said(
        doc,
        "The Washington Post",
        "reported",
        "two doctors died",
        id="report",
        speaker=Hop(name="Washington Post", kind="organisation"),
    )
    driver = said(doc, "A driver", "told", "the road was blocked", id="driver", via="post")
    miner = said(doc, "A miner", "said", "the shaft was flooded", id="miner")
    minister = said(doc, "The minister", "said", "help was coming", id="minister")
    assert relays(doc, post, nurse, report, driver, miner, minister) == {"miner": ("Washington Post", True)}


def test_a_page_by_that_medium_itself_infers_nothing():
    doc = document(TEXT, outlet="Washington Post")
    post = through(doc, "Washington Post", "the Washington Post", "post")
    nurse = said(doc, "A nurse", "told", "the ward burned", id="nurse", via="post")
    driver = said(doc, "A driver", "told", "the road was blocked", id="driver", via="post")
    miner = said(doc, "A miner", "said", "the shaft was flooded", id="miner")
    assert relays(doc, post, nurse, driver, miner) == {}


def test_without_a_medium_nothing_is_inferred():
    doc = document("A nurse said the ward burned.")
    assert relays(doc, said(doc, "A nurse", "said", "the ward burned")) == {}
