import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon import pipeline
from rashomon.relate import entities
from tests import factory

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "names.toml").read_text())["one"]


def settled(*texts):
    documents = [factory.document(text, file=f"{i}.txt") for i, text in enumerate(texts)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), "test")


def groups(case):
    """For each spelling the entities it has, over both documents."""
    found = {}
    for mention in case.mentions:
        found.setdefault(mention.span.text, set()).add(mention.entity)
    return found


@pytest.mark.parametrize("case", CASES, ids=[c["promise"] for c in CASES])
def test_what_is_one_and_what_is_not(case):
    found = groups(settled(case["left"], case["right"]))
    for spellings in case.get("together", ()):
        assert set.intersection(*(found[s] for s in spellings)), spellings
        assert len(set(spellings)) > 1 or len(found[spellings[0]]) == 1, spellings
    for left, right in case.get("apart", ()):
        assert (found[left] != found[right]) if left != right else len(found[left]) > 1, (left, right)


def test_an_entity_says_why_its_names_are_one_and_goes_by_its_full_name():
    case = settled("Colonel Anna Brandt spoke. Brandt left. Brandt came back. Brandt slept.")
    (person,) = [e for e in case.entities if e.kind == "person"]
    assert person.name == "Anna Brandt"
    assert person.known_as == ("“Brandt” is short for “Anna Brandt”, the only one of that name in the same document",)


def test_an_initial_does_not_join_two_people():
    found = groups(settled("Senator J. Harrow spoke.", "Senator John Harrow spoke.", "Senator Jane Harrow spoke."))
    assert found["John Harrow"].isdisjoint(found["Jane Harrow"])


def test_a_short_name_means_the_body_it_mostly_stands_beside():
    texts = [f"Shares of Nordhavn Lines fell {n} points, and Nordhavn Lines denied it. Nordhavn sank." for n in (2, 3, 4)]
    found = groups(settled(*texts, "The Nordhavn Rowing Club won."))
    assert found.get("Nordhavn Lines", set()).isdisjoint(found.get("Nordhavn Rowing Club", set()))


def test_a_body_that_several_accounts_name_goes_by_its_own_word_in_another():
    found = groups(
        settled(
            "The Solvane Brigades denied it on Monday.",
            "Fighters of the Solvane Brigades left. The Solvane Brigades said so.",
            "Two Solvane operatives were heard; the Solvane-run ministry counted 31 dead.",
        )
    )
    assert found["Solvane"] == found["Solvane Brigades"]


def test_every_link_has_its_reasons_and_is_between_two_mentions():
    documents = [
        factory.document(t) for t in ("Moscow denied it. The UN said so.", "Russia and the United Nations agreed on the truce.")
    ]
    annotations = [pipeline.annotate(d) for d in documents]
    known = {m.id for a in annotations for m in a.mentions}
    for link in entities.relate(documents, annotations):
        assert link.left in known
        assert link.right in known
        assert link.left != link.right
        assert all(link.reasons)


def test_documents_in_another_order_give_the_same_entities():
    texts = ["Col. Anna Brandt left Kharkiv.", "Brandt was seen in Kharkov.", "Anna Brandt and the UN met."]
    one, other = settled(*texts), settled(*reversed(texts))
    assert {frozenset(v.text for v in e.variants) for e in one.entities} == {
        frozenset(v.text for v in e.variants) for e in other.entities
    }


@pytest.mark.parametrize(("full", "together"), [("Bilal al-Nouri", True), ("Bilal Haddad", False)])
def test_a_last_name_with_its_article_is_the_person_of_that_account_whatever_it_looked_like(full, together):
    page = factory.document(f"{full}, an engineer, said that the dam had held. The dam was weak, al-Nouri said.")
    found = pipeline.annotate(page)
    mentions = tuple(replace(m, kind="organisation") if m.span.text == "al-Nouri" else m for m in found.mentions)
    spelt = groups(pipeline.settle([page], [replace(found, mentions=mentions)], (), "test"))
    assert (spelt["al-Nouri"] == spelt[full]) is together
