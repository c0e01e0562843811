"""A drawing of who took what from whom has no box over another, and does not mind a circle."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pages.drawing.graph import Edge, Node, draw

KEYS = "abcdefgh"
NODES = [Node(id=k, text=f"Outlet {k}", note="account", within=True) for k in KEYS]


def _edges(pairs: list[tuple[str, str]]) -> list[Edge]:
    return [Edge(upstream=a, downstream=b, manner="cites") for a, b in dict.fromkeys(pairs)]


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=20))
def test_boxes_never_overlap_and_every_edge_is_drawn(pairs: list[tuple[str, str]]) -> None:
    drawing = draw(NODES, _edges(pairs))
    assert len(drawing.boxes) == len(NODES)
    assert len(drawing.arrows) == len({p for p in pairs if p[0] != p[1]})
    for left, right in combinations(drawing.boxes, 2):
        assert left.x != right.x or left.y + left.height <= right.y or right.y + right.height <= left.y
    assert all(b.x + b.width <= drawing.width and b.y + b.height <= drawing.height for b in drawing.boxes)


def test_what_was_made_of_something_stands_to_its_right() -> None:
    boxes = {b.node.id: b.x for b in draw(NODES[:4], _edges([("a", "b"), ("b", "c"), ("c", "d")])).boxes}
    assert all(boxes[left] < boxes[right] for left, right in pairwise("abcd"))


def test_a_long_name_is_cut() -> None:
    (box,) = draw([Node(id="x", text="word " * 90, note="", within=False)], []).boxes
    assert len(box.lines) == 3
    assert box.lines[-1].endswith("…")
