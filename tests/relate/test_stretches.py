"""Stretches of two sentences that say the same in another order, though the sentences share little else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.relate import stretches
from tests.factory import document

LEFT = (
    "The inspector arrived on Friday with a list of forty complaints.\n"
    "Even the night porters and the cleaners had carried buckets of sand up the stairs.\n"
    "The ferry company sold the terminal to a pension fund.\n"
    "A hearing is set for June.\n"
)
RIGHT = (
    "Nobody at the museum would say who ordered the evacuation, but buckets of sand were carried, cleaners and porters told us.\n"
    "The company declined to comment on Friday.\n"
    "Insurers expect to pay three million crowns before winter.\n"
)


def found(left: str, right: str):
    one, other = document(left, file="a.txt"), document(right, file="b.txt")
    return [(a.text, b.text) for a, b in stretches.shared(one, other, *stretches.read([one, other]))]


def test_a_stretch_in_another_order_is_found_within_longer_sentences():
    assert found(LEFT, RIGHT) == [
        ("porters and the cleaners had carried buckets of sand", "buckets of sand were carried, cleaners and porters")
    ]


def test_a_name_and_a_common_word_are_no_stretch():
    assert not found(
        "Mayor Ida Holm visited the harbour on Friday.\n" + LEFT, "On Friday Ida Holm, the mayor, denied everything.\n"
    )


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_every_stretch_quotes_its_words_and_no_text_breaks_it(left, right):
    one, other = document(left, file="a.txt"), document(right, file="b.txt")
    for a, b in stretches.shared(one, other, *stretches.read([one, other])):
        assert one.text[a.start : a.end] == a.text
        assert other.text[b.start : b.end] == b.text
