"""What a copy changed, sentence by sentence: the whole sentence stands where a claim of it does not tell all."""

import rashomon
from rashomon import pipeline
from tests.factory import document

MODEL = (
    "The accident began because a bolt had sheared in the frost, according to inspector Ida Holm.\n"
    "Mayor Olav Brun said that there had been 121 guests close to the valley station.\n"
    "The road below the station stays closed for nine days while engineers lower the cabins one by one.\n"
    "A hotel took in 60 skiers who could not reach their cars that night.\n"
)
COPY = (
    "The catastrophe began because a bolt had sheared in the frost, according to inspector Ida Holm.\n"
    "Mayor Olav Brun told reporters a throng of 120 guests was present.\n"
    "The road below the station stays closed for nine days while engineers lower the cabins one by one.\n"
    "A hotel took in 60 skiers who could not reach their cars that night.\n"
)


def passages(left: str, right: str, **more):
    one = document(left, file="a.txt", outlet="Valley Post", published="2031-05-03")
    other = document(right, file="b.txt", outlet="Ridge Herald", published="2031-05-04", **more)
    made = pipeline.settle([one, other], [pipeline.annotate(d) for d in (one, other)], (), rashomon.__version__)
    assert all(p.left.document == one.id for p in made.passages)
    return made.passages


def test_a_word_made_stronger_outside_every_claim_is_told_of_the_sentence():
    (found,) = (p for p in passages(MODEL, COPY) if "sheared" in p.left.text)
    assert "intensified: accident / catastrophe" in found.changes
    assert found.left.text.startswith("The accident began")


def test_a_sentence_between_two_that_correspond_is_set_beside_its_rendering_though_few_words_are_left():
    (found,) = (p for p in passages(MODEL, COPY) if "121" in p.left.text)
    assert any(change.startswith("figure rounded: 121") for change in found.changes)


def test_an_agency_whose_text_is_printed_is_no_attribution_that_was_added():
    for passage in passages(MODEL, MODEL.replace("nine days", "ten days"), agency="Fjord News Agency"):
        assert not any("Fjord News Agency" in change for change in passage.changes)


def test_what_was_reprinted_word_for_word_is_one_passage():
    (found,) = passages(MODEL, MODEL)
    assert found.left.text.startswith("The accident began")
    assert found.left.text.rstrip(".").endswith("reach their cars that night")


def test_two_quotations_that_share_a_phrase_are_not_one_that_was_altered():
    left = MODEL + '"Nobody warned us of the frost. We will rebuild," Brun said.\n'
    right = MODEL + '"Two of our best people are dead and a third may lose her leg. We will rebuild," Brun said.\n'
    assert not any("quotation altered" in change for p in passages(left, right) for change in p.changes)


def test_a_quotation_that_goes_on_behind_who_said_it_is_not_shortened():
    left = MODEL + '"We found the cabin on its roof in the stream," Brun said. "It had fallen about 60 metres."\n'
    right = MODEL + '"We found the cabin on its roof in the stream. It had fallen about 60 metres," Brun said.\n'
    assert not any("quotation" in change for p in passages(left, right) for change in p.changes)


def test_two_copies_of_one_wire_say_nothing_of_one_another():
    sent = document(MODEL, file="a.txt", agency="Fjord News Agency", published="2031-05-03")
    given = {"agency": "Fjord News Agency", "published": "2031-05-04"}
    texts = [(f"Paper {n}", MODEL.replace("60 skiers", f"{n} skiers")) for n in (65, 70)]
    printed = [document(text, file=f"{outlet}.txt", outlet=outlet, **given) for outlet, text in texts]
    made = pipeline.settle([sent, *printed], [pipeline.annotate(d) for d in (sent, *printed)], (), rashomon.__version__)
    pairs = {frozenset((p.left.document, p.right.document)) for p in made.passages}
    assert pairs == {frozenset((sent.id, d.id)) for d in printed}
