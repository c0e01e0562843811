"""How much of one text stands in another: copied, rewritten in a new order, or not at all."""

from rashomon.text import reuse

MODEL = (
    "The harbour master closed the eastern quay after engineers found cracks in two of the iron bollards. Ferries to the islands "
    "now leave from the fish market, where a floating landing stage was towed last night by a tug of the pilot service."
)
REWRITTEN = (
    "Because cracked iron bollards had been discovered by engineers, it is from the market for fish that island ferries leave; a "
    "tug belonging to pilots had towed a landing stage, floating, there. Closing the quay in the east was the harbour's master."
)
OTHER = (
    "Voters in the old town go to the polls on Sunday to choose a mayor, and both candidates have promised cheaper buses for "
    "pupils, a second swimming pool and an end to the long quarrel about the market hall."
)


def test_a_text_is_copied_from_itself_and_not_from_one_on_another_matter():
    assert reuse.measure(MODEL, MODEL).trigrams == 1.0
    assert reuse.measure(OTHER, MODEL).grade == "none"


def test_a_rewriting_that_keeps_hardly_three_words_in_a_row_is_told_by_its_neighbouring_words():
    found = reuse.measure(REWRITTEN, MODEL)
    assert found.trigrams < reuse.REUSED
    assert found.grade == "heavily rewritten"
