"""A facet is what claims of several accounts speak of together, in whatever words."""

from rashomon.relate import facets, profiles
from tests import factory

TEXTS = (
    "Miners agreed on a deal to leave the pit. The deal was secret. A doctor treated two men.",
    "The miners left the pit under an agreement. The secret accord was signed at night. It rained.",
    "The evacuation of the pit followed a pact with the owners. The pact was kept secret. Shops were open.",
)


def found(*texts):
    annotations = [factory.annotated(text, file=f"{i}.txt") for i, text in enumerate(texts)]
    return facets.relate(annotations, profiles.profiles(annotations), {}), {
        c.id: c.span.text for a in annotations for c in a.claims
    }


def test_claims_that_share_no_word_may_share_a_facet():
    made, text = found(*TEXTS)
    held = [{text[key] for key in facet.claims} for facet in made if {"deal", "agreement", "accord", "pact"} & {*facet.terms}]
    assert any(
        {w for w in ("deal", "accord", "pact") if any(w in t for t in texts)} == {"deal", "accord", "pact"} for texts in held
    )


def test_a_facet_is_never_of_one_account_alone():
    made, _ = found(*TEXTS)
    assert all(len({key.partition(".")[0] for key in facet.claims}) > 1 for facet in made)
    assert found(TEXTS[0])[0] == []


def test_any_order_of_accounts_gives_the_same_facets():
    assert {frozenset(f.claims) for f in found(*TEXTS)[0]} == {frozenset(f.claims) for f in found(*TEXTS[::-1])[0]}


def test_a_facet_is_called_by_words_of_its_claims_and_by_no_name_of_a_family():
    made, _ = found(
        "The crane collapsed on the quay at noon. The quay was shut.",
        "A crane collapsed across the quay. Nobody was hurt.",
        "The crane on the quay collapsed at noon. It rained.",
    )
    assert {"collapse"} == {t for facet in made for t in facet.terms} - {"crane", "quay", "noon"}
