"""A copy is given the origin of what it renders, and of two that it may render, of the one that it is most like."""

from dataclasses import replace

from rashomon.model import Annotations, Claim, Passage
from rashomon.relate import inheritance
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

    def settled(self, edges: list[str], said: dict[str, str] | None = None) -> dict[str, str]:
        """The origins, with an edge and all passages between each pair ("ab": b took from a), and claims that somebody said."""
        self.origin_of |= said or {}
        shared = [
            Passage(left=a.span, right=b.span, kind="paraphrase")
            for one, other in edges
            for a in self.claims[one]
            for b in self.claims[other]
        ]
        annotations = [Annotations(document=d.id, claims=tuple(self.claims[name])) for name, d in self.documents.items()]
        pairs = {(one, other) for one, other in edges}
        inheritance.settle(self.origin_of, annotations, shared, dict.fromkeys(pairs, ""), pairs, {*(said or {})}, self.pages)
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
