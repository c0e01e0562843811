"""Figures whose words no table knows are set side by side where they likely answer one question, and say what speaks for it."""

import itertools
from dataclasses import replace

import pytest

from rashomon.relate import figures, profiles, times
from rashomon.settle import narrowed
from tests import factory
from tests.settle.test_points import settled

ONE = "The column set out from Harn at dawn. Fifty-two buses passed the Sedra bridge, a customs officer said."
OTHER = "The people of the valley were carried off in 48 buses, the governor's office said. The army watched from the hills."


def likely(*texts):
    documents = [factory.document(text, file=f"{i}.txt", published="2024-06-02") for i, text in enumerate(texts)]
    annotations = [narrowed.whole(factory.pipeline.annotate(d)) for d in documents]
    annotations = [replace(a, times=times.resolve(d, a, documents)) for d, a in zip(documents, annotations, strict=True)]
    words = {q.id: q.span.text for a in annotations for q in a.quantities}
    links = figures.relate(documents, annotations, profiles.profiles(annotations), {})
    return {
        frozenset((words[link.left], words[link.right])): (link.score, link.reasons)
        for link in links
        if link.relation == "likely-figure"
    }


def test_buses_that_passed_and_buses_that_carried_people_off_are_asked_for_together():
    (point,) = [
        p for p in settled(("Valley Post", "2024-06-02", ONE), ("Orlen Echo", "2024-06-02", OTHER)).points if p.kind == "number"
    ]
    assert point.question == "How many buses passed the Sedra bridge?"
    assert {v.text for v in point.values} == {"Fifty-two buses", "48 buses"}


def test_a_link_says_what_speaks_for_it():
    ((score, (reason,)),) = likely(ONE, OTHER).values()
    assert 0.5 <= score <= 1
    assert "both count buses" in reason


def test_the_order_of_accounts_changes_nothing():
    texts = [ONE, OTHER, "Forty buses were counted at the Sedra bridge. Two carried soldiers."]
    found = [likely(*order) for order in itertools.permutations(texts)]
    assert found[0]
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine people died in the fire.", "Two of the dead were found in the cellar."),
        ("The convoy carried 250 fighters out of the town.", "The convoy carried 3,500 relatives out of the town."),
        ("Nine people were killed in the fire.", "In a fire in 2004 seven people were killed in the same street."),
        ("Doctors treated 31 injured people in Harn.", "The crash injured 33 people in Harn."),
        ("The repairs took four months.", "The minister was in office for five months."),
        ("Tents for 6,000 people have been sent to the island.", "About 9,000 people on the island cannot go home."),
        ("In 1978 a quake killed 400 people in Harn.", "In 1987 a quake killed 309 people in Harn."),
        ("Four of the injured were in a critical condition.", "The crash injured 33 people in Harn."),
    ],
)
def test_a_part_another_sort_another_year_those_in_care_and_any_two_lengths_of_time_are_never_one(one, other):
    assert not likely(one, other)
