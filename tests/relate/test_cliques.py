from dataclasses import dataclass

from rashomon.model import Claim, Span
from rashomon.relate.cliques import cliques


@dataclass(frozen=True)
class Frame:
    claim: Claim
    document: str


def frame(name: str, document: str) -> Frame:
    return Frame(claim=Claim(id=name, span=Span(document=document, start=0, end=1, text="x")), document=document)


def groups(pairs: set[str], *frames: Frame) -> list[list[str]]:
    found = cliques(frames, lambda a, b: a.claim.id + b.claim.id in pairs or b.claim.id + a.claim.id in pairs)
    return [[f.claim.id for f in group] for group in found]


def test_of_a_chain_only_those_that_go_with_one_another_are_one_group():
    assert groups({"ab", "bc", "cd"}, frame("a", "1"), frame("b", "2"), frame("c", "3"), frame("d", "4")) == [["b", "c"]]


def test_the_group_that_most_documents_tell_of_comes_first_and_none_is_of_one_document():
    frames = [
        frame("a", "1"),
        frame("b", "2"),
        frame("c", "3"),
        frame("x", "1"),
        frame("y", "1"),
        frame("p", "2"),
        frame("q", "3"),
    ]
    assert groups({"ab", "bc", "ac", "xy", "pq"}, *frames) == [["a", "b", "c"], ["p", "q"]]
