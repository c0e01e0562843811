import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import pipeline
from rashomon.model import Mention
from rashomon.relate import overlooked
from tests import factory


def made(*accounts):
    """Accounts with the mentions that they are said to show, by kind: ("They left Kelmo.", {"Kelmo": "place"})."""
    documents = [factory.document(text, file=f"{i}.txt") for i, (text, _) in enumerate(accounts)]
    found = [_without(pipeline.annotate(d), d, names) for d, (_, names) in zip(documents, accounts, strict=True)]
    return documents, overlooked.spread(documents, found)


def _without(annotations, document, names):
    mentions = tuple(
        Mention(id=f"{document.id}.m{m.start()}-{m.end()}", span=document.span(*m.span()), kind=kind)
        for name, kind in names.items()
        for m in re.finditer(rf"\b{name}\b", document.text)
    )
    mentions = tuple(sorted(mentions, key=lambda m: m.span.start))
    return replace(annotations, mentions=mentions, claims=tuple(replace(c, mentions=()) for c in annotations.claims))


def words(annotations):
    return [(m.span.text, m.kind) for m in annotations.mentions]


SHOWN = ("Rain fell on Kelmo all night.", {"Kelmo": "place"})


def test_a_name_that_one_account_shows_is_one_in_another_and_in_its_claims():
    _, (_, other) = made(SHOWN, ("They reached Kelmo at noon. Nobody was hurt.", {}))
    assert words(other) == [("Kelmo", "place")]
    (named,) = [c for c in other.claims if "Kelmo" in c.span.text]
    assert named.mentions == (other.mentions[0].id,)
    assert not any(c.mentions for c in other.claims if "Nobody" in c.span.text)


def test_it_is_one_behind_a_title_and_at_the_beginning_of_a_sentence():
    shown = ("It was Irma Dossek who spoke.", {"Irma Dossek": "person"})
    _, (_, other) = made(shown, ("On Friday Mayor Dossek left. Dossek had said so.", {}))
    assert words(other) == [("Dossek", "person"), ("Dossek", "person")]


def test_a_part_of_a_longer_name_or_of_a_word_is_none():
    text = "They crossed Kelmo Bridge. The Upper Kelmo dam held, as did al-Kelmo and Kelmoan farms. See kelmo.example/Kelmo now."
    _, (_, other) = made(SHOWN, (text, {}))
    assert words(other) == []


def test_a_common_word_is_none_where_it_opens_a_sentence():
    shown = ("They asked Reed and Flint. A flint lay there.", {"Reed": "organisation", "Flint": "organisation"})
    _, (_, other) = made(shown, ("Flint is hard. The reed bends. They met Reed there. Reed is a plant.", {}))
    assert words(other) == [("Reed", "organisation")]


def test_a_first_name_or_a_last_name_of_two_people_is_none():
    shown = ("Irma Dossek met Jan Velis and Ada Velis.", {"Irma Dossek": "person", "Jan Velis": "person", "Ada Velis": "person"})
    _, (_, other) = made(shown, ("Then Irma left, and Velis with her.", {}))
    assert words(other) == []


def test_what_two_accounts_take_for_two_things_is_of_no_kind_elsewhere():
    place, body = SHOWN, ("The firm Kelmo paid.", {"Kelmo": "organisation"})
    _, (_, _, other) = made(place, body, ("They spoke of Kelmo again.", {}))
    assert words(other) == [("Kelmo", "other")]


def test_nothing_is_named_twice():
    documents, once = made(SHOWN, ("They reached Kelmo at noon.", {}))
    assert overlooked.spread(documents, once) == once


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Kelmo", "Kelmo’s", "kelmo", "reached", "Dr.", "\n", "“", "x", "Ridge", "@", "\u200f", ". "]),
        max_size=30,
    )
)
def test_every_name_quotes_its_text_and_none_overlap(parts):
    documents, found = made(SHOWN, (" ".join(parts), {}))
    spans = [m.span for m in found[1].mentions]
    assert all(documents[1].text[s.start : s.end] == s.text == "Kelmo" for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
