from rashomon.extract.regions import NONE, chart
from tests.extract.test_claims import said
from tests.factory import document, found


def charted(doc, *attributions):
    parse = found(doc).parse
    return parse, chart(parse, attributions)


def test_the_innermost_attribution_holds_a_token():
    doc = document("Ana Reed said the police told her that the bridge was closed.")
    outer = said(doc, "Ana Reed", "said", "the police told her that the bridge was closed")
    inner = said(doc, "the police", "told", "the bridge was closed")
    parse, regions = charted(doc, outer, inner)
    held = {parse.word(t): regions.region[t] for t in range(len(parse))}
    assert (held["Reed"], held["police"], held["bridge"]) == (NONE, 0, 1)
    assert regions.outer == (NONE, 0)


def test_a_wish_is_the_pages_own_statement():
    doc = document("The union wants the mine to stay open.")
    _, regions = charted(doc, said(doc, "The union", "wants", "the mine to stay open", cue_class="wanting"))
    assert set(regions.region) == {NONE}


def test_a_vow_is_claimed_with_its_clause():
    doc = document("The rebels vowed to return to the city.")
    _, regions = charted(doc, said(doc, "The rebels", "vowed", "to return to the city"))
    assert set(regions.region) == {NONE}
    assert set(regions.whole.values()) == {0}


def test_what_we_think_within_quoted_words_adds_no_speaker():
    doc = document("“We thought there would be two hundred people,” a driver said.")
    quoted = said(doc, "a driver", "said", "We thought there would be two hundred people,", manner="direct")
    thought = said(doc, "We", "thought", "there would be two hundred people", cue_class="thinking")
    _, regions = charted(doc, quoted, thought)
    assert set(regions.region) == {NONE, 0}


def test_marked_words_are_widened_to_the_clause_that_is_all_said():
    doc = document("The roof fell “like a stone”, Ana Reed said.")
    parse, regions = charted(doc, said(doc, "Ana Reed", "said", "like a stone", manner="mixed"))
    assert [regions.region[t] for t in range(len(parse)) if parse.word(t) in {"roof", "fell", "stone", "Reed"}] == [0, 0, 0, NONE]


def test_nesting_deep_or_crossing_is_charted_without_complaint():
    doc = document("a b c d e f g h i j k l m n o p.")
    crossing = [said(doc, "a", "b", doc.text[i : i + 9], id=f"x{i}") for i in range(4, 20)]
    assert len(charted(doc, *crossing)[1].region) == 16


def test_what_somebody_would_not_say_is_not_said():
    doc = document("The director declined to say how many workers were missing.")
    withheld = said(doc, "The director", "declined to say", "how many workers were missing")
    _, regions = charted(doc, withheld)
    assert set(regions.region) == {NONE}
