"""Every count, every relation and every place on a point says why, and leads to the words."""

from rashomon.model import Case, Claim, Derivation, Membership, Origin, Point, Uncounted, Value
from rashomon.pages.index import index
from rashomon.pages.reasons import behind, memberships, uncounted
from tests import factory

PAGE = factory.document("The pier gave way. The pier collapsed at noon.\n")
ONE, TWO = (Claim(id=f"c{start}", span=PAGE.span(start, end)) for start, end in ((0, 17), (19, 45)))
POST, WIRE = Origin(id="o:post", name="Post", kind="document", document=PAGE.id), Origin(id="o:wire", name="Wire", kind="agency")
EDGE = Derivation(id="edge", upstream=WIRE.id, downstream=PAGE.id, manner="reprints")
LEFT_OUT = Uncounted(origin=POST.id, counts_as=WIRE.id, why="Post retells Wire", rests=("edge", ONE.id, "gone"))
CASE = Case(format="", version="", recipe=(), documents=(PAGE,), claims=(ONE, TWO), origins=(POST, WIRE), derivations=(EDGE,))
KNOWN = index(CASE)


def point(*why: str, told: tuple[Uncounted, ...] = ()) -> Point:
    return Point(
        id="p1",
        question="Did the pier fall?",
        kind="yes-no",
        values=(Value(id="v1", text="yes", uncounted=told),),
        claims=tuple(Membership(claim=c.id, value="v1", why=w) for c, w in zip((ONE, TWO), why, strict=True)),
        uncounted=(LEFT_OUT,),
    )


def test_claims_that_stand_there_for_one_reason_share_its_line():
    same, apart = memberships(KNOWN, point("speaks of “pier”", "speaks of “pier”")), memberships(KNOWN, point("a", "b"))
    assert [(r.says, len(r.links)) for r in same] == [("speaks of “pier”", 2)]
    assert [r.says for r in apart] == ["a", "b"]


def test_an_origin_that_is_not_counted_says_as_which_it_counts_and_leads_to_the_edge_and_the_claim():
    (reason,) = uncounted(KNOWN, [LEFT_OUT])
    assert reason.says.endswith("counts as Wire: Post retells Wire")
    assert [link.href for link in reason.links] == ["#d-edge", KNOWN.href("c", ONE.id)]


def test_what_a_version_says_of_its_count_is_not_said_again_of_the_point():
    assert behind(KNOWN, point("a", "b"))
    assert not behind(KNOWN, point("a", "b", told=(LEFT_OUT,)))
