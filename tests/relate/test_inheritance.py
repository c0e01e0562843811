"""A copy is given the origin of what it renders, and of two that it may render, of the one that it is most like."""

from dataclasses import replace

from rashomon.model import Annotations, Claim, Passage
from rashomon.relate import inheritance
from rashomon.relate.corresponding import alike
from tests.factory import document

SEARCHED = "Divers and dogs went on searching for 13 missing people"
CREWS = "Crews and dogs went out to look for 13 missing people"


class Pile:
    """Accounts of one claim a line, with the passages and edges said to be between them."""

    def __init__(self, **texts: str) -> None:
        self.documents = {name: replace(document(text), id=name) for name, text in texts.items()}
        self.claims = {
            name: [
                Claim(
                    id=f"{name}{i}",
                    span=d.span(start := d.text.index(line), start + len(line)),
                    attribution=None,
                    chain=(),
                    predicate="",
                )
                for i, line in enumerate(d.text.splitlines())
            ]
            for name, d in self.documents.items()
        }
        self.origin_of = {c.id: name for name, found in self.claims.items() for c in found}
        self.pages = {*texts}

    def settled(self, edges: list[str], said: dict[str, str] | None = None, rendered: list[str] | None = None) -> dict[str, str]:
        """The origins, with an edge and all passages between each pair ("ab": b took from a), and claims that somebody said; with
        `rendered` claims that correspond ("a0 b1") instead of passages.
        """
        self.origin_of |= said or {}
        shared = [
            Passage(left=a.span, right=b.span, kind="paraphrase")
            for one, other in ([] if rendered else edges)
            for a in self.claims[one]
            for b in self.claims[other]
        ]
        annotations = [Annotations(document=d.id, claims=tuple(self.claims[name])) for name, d in self.documents.items()]
        pairs = {(one, other) for one, other in edges}
        by_id = {c.id: c for found in self.claims.values() for c in found}
        both = [tuple(by_id[key] for key in pair.split()) for pair in rendered or ()]
        corresponding = [(a, b, alike(a, b)) for a, b in both]
        inheritance.settle(self.origin_of, annotations, shared, pairs, pairs, {*(said or {})}, self.pages, corresponding)
        return self.origin_of


def test_a_copy_has_the_origin_of_its_model():
    assert Pile(a=SEARCHED, b=SEARCHED).settled(["ab"])["b0"] == "a"


def test_of_two_sentences_that_a_copy_may_render_it_has_the_origin_of_the_one_it_is_like():
    found = Pile(a=f"{SEARCHED}\n{CREWS}", b=SEARCHED, c=CREWS).settled(["ab", "ac"], {"a1": "Velis"})
    assert (found["b0"], found["c0"]) == ("a", "Velis")


def test_a_copy_of_a_copy_has_the_first_ones_origin():
    assert Pile(a=SEARCHED, b=SEARCHED, c=SEARCHED).settled(["ab", "bc"], {"a0": "Velis"})["c0"] == "Velis"


def test_a_page_that_copies_is_given_the_origin_of_its_words_wherever_in_the_pile_they_stand():
    found = Pile(a=f"{CREWS} near the pier", b=f"{CREWS} near the pier\n{SEARCHED}", c=SEARCHED).settled(["ab"], {"c0": "Velis"})
    assert found["b1"] == "Velis"


def test_a_page_that_copies_nobody_is_believed_to_have_found_its_words_itself():
    assert Pile(a=SEARCHED, b=SEARCHED).settled([], {"b0": "Velis"})["a0"] == "a"


HIT = "A barge had struck the pier"
FELL = "The crane fell because a barge had struck the pier of the old harbour"
RUST = "The crane fell because rust had eaten into the bolts of its foot"


def test_a_page_that_copies_has_the_origin_of_a_short_claim_that_another_credits_in_the_very_same_words():
    found = Pile(a=CREWS, b=f"{CREWS}\n{HIT}", c=HIT).settled(["ab"], {"c0": "Velis"})
    assert found["b1"] == "Velis"


def test_what_its_model_says_goes_before_the_same_short_words_elsewhere():
    found = Pile(a=HIT, b=HIT, c=HIT).settled(["ab"], {"c0": "Velis"})
    assert found["b0"] == "a"


def test_fewer_words_in_common_are_nobodys():
    short = "Two boats sank"
    assert Pile(a=CREWS, b=f"{CREWS}\n{short}", c=short).settled(["ab"], {"c0": "Velis"})["b1"] == "b"


def test_a_claim_that_opens_as_another_does_has_not_its_origin_where_the_copy_renders_that_elsewhere():
    copy = f"{FELL.replace('crane', 'giant')}\n{RUST}"
    assert Pile(a=FELL, b=copy).settled(["ab"], {"a0": "Velis"})["b1"] == "b"


def test_claims_of_sentences_that_correspond_have_one_origin_whatever_their_words():
    found = Pile(a="Builders had removed a supporting wall", b="Workmen had cut through a supporting wall").settled(
        ["ab"], {"a0": "Velis"}, rendered=["a0 b0"]
    )
    assert found["b0"] == "Velis"
