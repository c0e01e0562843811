from dataclasses import replace

from rashomon.extract.chains import chain
from rashomon.extract.regions import NONE, chart
from rashomon.model import Hop
from tests.extract.test_claims import said
from tests.factory import annotated, document, found


def hops(doc, which, *attributions, relays=None):
    return chain(doc, chart(found(doc).parse, attributions), relays or {}, which)


def test_the_outlet_alone_speaks_in_its_own_voice():
    (only,) = hops(document("The bridge was closed.", outlet="Harbour Post"), NONE)
    assert (only.name, only.kind) == ("Harbour Post", "outlet")


def test_an_agency_stands_between_speaker_and_outlet():
    doc = document("Ana said the bridge was closed.", outlet="Harbour Post", agency="ANP")
    assert [h.name for h in hops(doc, 0, said(doc, "Ana", "said", "the bridge was closed"))] == ["Ana", "ANP", "Harbour Post"]


def test_nobody_is_named_twice_in_a_row():
    doc = document("ANP said the bridge was closed.", outlet="anp", agency="ANP")
    assert [h.name for h in hops(doc, 0, said(doc, "ANP", "said", "the bridge was closed"))] == ["ANP"]


def test_stances_follow_the_cues():
    doc = document("Ana denied the bridge was closed.")
    told = said(doc, "Ana", "denied", "the bridge was closed", cue_class="denying")
    assert hops(doc, 0, told)[0].stance == "denies"
    assert hops(doc, 0, replace(told, cue_class="distancing"))[0].stance == "distances"


def test_an_inferred_relay_says_why():
    doc = document("Ana said the bridge was closed.")
    told = said(doc, "Ana", "said", "the bridge was closed")
    relay = Hop(name="The Post", kind="organisation", inferred=True, why="as made")
    assert [(h.name, h.inferred) for h in hops(doc, 0, told, relays={told.id: relay})][:2] == [("Ana", False), ("The Post", True)]


def test_attributions_that_come_through_one_another_end():
    doc = document("Ana said Bo told her it was late.")
    left = said(doc, "Ana", "said", "it was late", id="l", via="r")
    right = said(doc, "Bo", "told", "it was late", id="r", via="l")
    assert len(hops(doc, 0, left, right)) == 3


def test_who_told_the_page_itself_by_its_short_name_spoke_to_nobody_else():
    (claim,) = annotated("A nurse told the Herald that it was late.", outlet="Lakeside Herald").claims
    assert [h.name for h in claim.chain] == ["nurse", "Lakeside Herald"]
