"""A figure of another happening is told by the words of its sentence, without any date."""

import pytest

from rashomon.meaning.elsewhen import answered, elsewhen


def at(text, figure):
    start = text.index(figure)
    return text, start, start + len(figure)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Four months ago a bomb killed 32 people at the harbour.", "32 people"),
        ("A dozen sailors died in the docks more than a year ago.", "dozen"),
        ("Last year 12 people died in the same street.", "12 people"),
        ("In a separate attack 12 people were killed.", "12 people"),
        ("One person died, in stark contrast with Thursday's fire.", "One person"),
    ],
)
def test_words_for_another_time_or_happening_tell_it(text, figure):
    assert elsewhen(*at(text, figure))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The 21 sailors captured two years ago were freed on Friday.", "21 sailors"),
        ("The navy freed 21 of the sailors captured two years ago.", "21"),
        ("The strike that began two months ago has cost 300 jobs.", "300 jobs"),
        ("It was the worst strike since a truce took hold two months ago, with 40 people killed.", "40 people"),
        ("On Thursday 40 people died in the fire.", "40 people"),
    ],
)
def test_what_a_clause_says_by_the_way_dates_no_figure(text, figure):
    assert not elsewhen(*at(text, figure))


def test_what_somebody_took_revenge_for_stands_behind_the_words_for_it():
    text = "The blast, which killed four people, was a revenge attack for a raid that left 32 dead."
    assert answered(text, text.index("32 dead"))
    assert not answered(text, text.index("four people"))
