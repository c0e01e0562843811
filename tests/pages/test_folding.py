"""A drawing of many accounts folds the copies of one into a box; nobody is lost, and every arrow has both its ends."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pages.drawing.graph import Edge, Node
from rashomon.pages.folding import fold


def node(key: str, within: bool = True) -> Node:
    return Node(id=key, text=f"Paper {key}", note="account", within=within, href=f"#a-{key}")


def edge(up: str, down: str, manner: str = "reprints") -> Edge:
    return Edge(upstream=up, downstream=down, manner=manner)


def test_few_accounts_are_drawn_as_they_are():
    found = fold([node("a"), node("b")], [edge("a", "b")])
    assert len(found.nodes) == 2
    assert not found.folds


def test_the_copies_of_one_account_are_one_box_with_their_number():
    copies = [node(f"c{n:02}") for n in range(60)]
    found = fold([node("a"), *copies], [edge("a", c.id) for c in copies])
    (folded,) = found.folds
    assert len(folded.members) == 60
    assert {n.text for n in found.nodes} == {"Paper a", "60 copies of Paper a"}
    (arrow,) = found.edges
    assert arrow.manner == "60 edges"
    assert arrow.href == f"#{folded.anchor}"


def test_whoever_nothing_ties_to_another_is_named_apart():
    copies = [node(f"c{n:02}") for n in range(60)]
    found = fold([node("a"), node("z"), *copies], [edge("a", c.id) for c in copies])
    assert [n.id for n in found.alone] == ["z"]


@given(
    st.lists(
        st.tuples(st.integers(0, 59), st.integers(0, 59), st.sampled_from(["reprints", "cites", "paraphrases"])), max_size=120
    )
)
def test_every_account_is_drawn_folded_or_named_and_every_arrow_has_its_ends(pairs):
    nodes = [node(f"n{n:02}") for n in range(60)]
    edges = [edge(f"n{a:02}", f"n{b:02}", manner) for a, b, manner in {(a, b): (a, b, m) for a, b, m in pairs}.values() if a != b]
    found = fold(nodes, edges)
    drawn = {n.id for n in found.nodes}
    assert all(e.upstream in drawn and e.downstream in drawn for e in found.edges)
    told = drawn | {m.id for f in found.folds for m in f.members} | {n.id for n in found.alone}
    assert {n.id for n in nodes} <= told or found.lesser
    assert all(e.upstream in {f.of.id, *(m.id for m in f.members)} for f in found.folds for e in f.edges)
