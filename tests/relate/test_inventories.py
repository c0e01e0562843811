"""Lists of things that two accounts tell are set side by side, thing by thing, where they are one list."""

import rashomon
from rashomon import pipeline
from tests.factory import document
from tests.relate.test_figures import linked

A = "The column was made up of nearly 30 lorries, 11 vans and more than 60 carts."
B = "The column was two miles long and included almost 30 lorries, 11 vans and more than 60 of the guild’s own carts."
C = "Almost 30 of their lorries, along with a dozen vans and more than 60 carts, left Orlen on Monday."


def points(*texts):
    documents = [document(text, file=f"{i}.txt", published="2024-06-02") for i, text in enumerate(texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    return {p.question: [v.text for v in p.values] for p in case.points if p.kind == "number"}


def test_each_thing_of_a_list_that_three_accounts_tell_is_asked_for():
    found = points(A, B, C)
    assert {*found} == {f"How many {things} left or were moved out?" for things in ("trucks", "vans", "carts")}


def test_things_of_which_only_lists_tell_are_asked_to_have_been_there():
    assert {*points(A, B)} == {f"How many {things} were there?" for things in ("lorries", "vans", "carts")}


def test_what_differs_in_one_list_is_set_side_by_side():
    assert frozenset(("14 tents", "40 tents")) in linked(
        "The camp was made of 14 tents, three huts and nine trailers.", "There stood 40 tents, five huts and nine trailers."
    )


def test_lists_with_one_thing_in_common_or_nothing_as_many_are_two():
    assert not linked("It was made of 14 tents and three huts.", "The fire burned 40 tents and seven barns.")
    assert not linked("The army sent 14 boats and nine helicopters.", "The port lent 40 boats and three helicopters.")


def test_other_sorts_of_one_thing_are_not_the_same():
    left = "Eight fire engines and four fire crews stood in the lane."
    right = "Eight fire engines and 22 ambulance crews stood in the lane."
    assert frozenset(("four fire crews", "22 ambulance crews")) not in linked(left, right)


def test_things_of_another_fate_are_not_the_same():
    assert not linked(
        "Nine tanks and 12 lorries were destroyed in the raid.", "Nine tanks and 12 lorries left the base on Monday."
    )


def test_two_accounts_that_count_one_thing_once_and_as_many_count_the_same():
    assert linked("The convoy consisted of 62 buses.", "The Courier counted 62 buses.")
    assert not linked("The camp was made of 62 tents.", "Six of the 14 tents were torn.")
