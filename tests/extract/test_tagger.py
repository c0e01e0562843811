from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract import tagger
from rashomon.extract.tagger import features, network
from tests.factory import document, found


def tagged(text: str, **options: float) -> list[tuple[list[str], str, list[str]]]:
    read = found(document(text), "quotations")
    parse = read.parse

    def words(runs: tuple[tagger.Run, ...]) -> list[str]:
        return [text[parse.start[a] : parse.end[b - 1]] for a, b in runs]

    return [(words(t.source), words((t.cue,))[0], words(t.content)) for t in tagger.tagged(parse, read.quotations, **options)]


def test_a_cue_has_its_source_and_what_is_said():
    assert tagged("The mayor said on Monday that the bridge had been closed.") == [
        (["The mayor"], "said", ["that the bridge had been closed"])
    ]


def test_each_cue_of_a_sentence_has_its_own():
    said = tagged("The mayor said that the keepers claimed the dam would hold.")
    assert [(source, cue) for source, cue, _ in said] == [(["The mayor"], "said"), (["the keepers"], "claimed")]


def test_a_text_without_speech_has_none():
    assert not tagged("The bridge is forty metres long. It was built of stone.")


def test_nothing_makes_nothing():
    assert not tagged("")


def test_it_reads_a_paragraph_by_itself():
    one, other = "The mayor said that the bridge was closed.", "Keepers warned that the dam may break."
    assert tagged(f"{one}\n{other}") == tagged(one) + tagged(other)


def test_long_text_is_read_in_pieces_as_if_in_one(monkeypatch):
    text = "\n".join(["The mayor said that the bridge was closed.", "Keepers warned that the dam may break."] * 4)
    whole = tagged(text)
    monkeypatch.setattr(tagger, "BATCH", 12)
    monkeypatch.setattr(tagger, "CUES", 1)
    assert tagged(text) == whole


def test_a_way_through_the_tree_counts_steps_up_and_down():
    parse = found(document("The mayor said that the bridge was closed.")).parse
    said = next(t for t in range(len(parse)) if parse.word(t) == "said")
    held = features.words(parse, (), network.network().tables)
    pairs = features.pairs(held, [said], features.stretches(parse))
    way = dict(zip(pairs.token.tolist(), pairs.way.tolist(), strict=True))
    (mayor,) = (c for c in parse.children[said] if parse.dep[c] == "nsubj")
    assert (way[said], way[mayor]) == (1, 1 + features.STEPS + 1)


@given(st.lists(st.sampled_from(["He said", "“The dam", "held,”", "Imre", "that", "\n", ".", "\u202e", "added:"]), max_size=12))
@settings(deadline=None, max_examples=40)
def test_whatever_is_tagged_are_words_of_the_text_in_order(pieces):
    text = " ".join(pieces)
    read = found(document(text), "quotations")
    for tag in tagger.tagged(read.parse, read.quotations, 0.05):
        runs = [tag.cue, *tag.source, *tag.content]
        assert all(0 <= a < b <= len(read.parse) for a, b in runs)
        assert list(tag.content) == sorted(tag.content)
