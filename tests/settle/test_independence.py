"""Origins that may be one are counted once; a voice that repeats somebody adds nothing."""

from rashomon.model import Claim, Derivation, Hop, Lineage, Origin, Span
from rashomon.settle import independence, ties

PAGES = [Origin(id=f"o:{d}", name=d, kind="document", document=d) for d in ("post", "gazette", "echo", "herald")]
WIRE = Origin(id="o:wire", name="Northern Wire", kind="agency")
FILM = Origin(id="o:film", name="The Harbour Film", kind="work")
MAYOR = Origin(id="o:mayor", name="Ana Velis", kind="person", entity="e:mayor")
COUNCIL = Origin(id="o:council", name="Town Council", kind="outlet")


def claim(document: str, number: int) -> Claim:
    return Claim(
        id=f"{document}.c{number}",
        span=Span(document=document, start=number, end=number + 1, text="x"),
        chain=(Hop(name=document, kind="outlet"),),
    )


def edge(upstream: Origin, downstream: str, manner: str) -> Derivation:
    return Derivation(id=f"{downstream}<{upstream.id}", upstream=upstream.id, downstream=downstream, manner=manner)


def counted(said: dict[str, Origin], *edges: Derivation, same: dict[str, str] | None = None) -> tuple[str, ...]:
    """The origins behind an answer that each of these documents gives once, on the authority of an origin."""
    return count(said, *edges, same=same)[0]


def reasons(said: dict[str, Origin], *edges: Derivation, same: dict[str, str] | None = None) -> dict[str, tuple[str, ...]]:
    """For each origin that is not counted: as which it counts, why, and on what that rests."""
    return {u.origin: (u.counts_as, u.why, *u.rests) for u in count(said, *edges, same=same)[1]}


def count(said: dict[str, Origin], *edges: Derivation, same: dict[str, str] | None = None) -> independence.Count:
    claims = [claim(document, 0) for document in said]
    lineage = Lineage(
        origins=(*PAGES, WIRE, FILM, MAYOR, COUNCIL),
        derivations=edges,
        origin_of={c.id: origin.id for c, origin in zip(claims, said.values(), strict=True)},
        same=same or {},
    )
    return independence.origins(claims, lineage)


POST, GAZETTE, ECHO, HERALD = PAGES


def test_two_papers_that_worked_alone_are_two_origins():
    assert counted({"post": POST, "gazette": GAZETTE}) == ("o:gazette", "o:post")


def test_a_copy_adds_nothing_to_what_its_model_says():
    assert counted({"post": POST, "gazette": GAZETTE}, edge(POST, "gazette", "reprints")) == ("o:post",)


def test_a_copy_of_a_copy_adds_nothing_even_where_the_one_between_is_silent():
    edges = edge(POST, "gazette", "reprints"), edge(GAZETTE, "echo", "paraphrases")
    assert counted({"post": POST, "echo": ECHO}, *edges) == ("o:post",)


def test_a_copy_that_lost_whom_its_model_names_adds_nothing_to_them():
    said = {"post": MAYOR, "gazette": GAZETTE}
    assert counted(said, edge(POST, "gazette", "paraphrases")) == ("o:mayor",)
    assert counted(said) == ("o:gazette", "o:mayor")
    why = "gazette retells post, which names Ana Velis as saying so"
    assert reasons(said, edge(POST, "gazette", "paraphrases")) == {"o:gazette": ("o:mayor", why, "gazette<o:post", "post.c0")}


def test_two_papers_that_print_one_wire_are_that_wire():
    edges = edge(WIRE, "post", "syndicates"), edge(WIRE, "gazette", "syndicates")
    assert counted({"post": WIRE, "gazette": WIRE}, *edges) == ("o:wire",)


def test_a_rewriting_of_a_paper_that_prints_a_wire_adds_nothing_to_the_wire():
    edges = edge(WIRE, "post", "syndicates"), edge(POST, "gazette", "paraphrases")
    assert counted({"post": WIRE, "gazette": GAZETTE}, *edges) == ("o:wire",)


def test_two_papers_that_retell_one_film_outside_the_pile_are_one_origin():
    edges = edge(FILM, "post", "paraphrases"), edge(FILM, "gazette", "paraphrases")
    assert len(counted({"post": POST, "gazette": GAZETTE}, *edges)) == 1


def test_two_papers_that_quote_the_same_mayor_at_length_may_still_have_seen_for_themselves():
    edges = edge(MAYOR, "post", "paraphrases"), edge(MAYOR, "gazette", "paraphrases")
    assert len(counted({"post": POST, "gazette": GAZETTE}, *edges)) == 2


def test_a_copy_adds_nothing_to_another_copy_of_the_same_model():
    edges = edge(POST, "gazette", "reprints"), edge(POST, "echo", "reprints")
    assert len(counted({"gazette": GAZETTE, "echo": ECHO}, *edges)) == 1


def test_a_body_under_two_names_is_one():
    assert counted({"post": MAYOR, "gazette": COUNCIL}, same={"o:mayor": "o:council"}) == ("o:council",)


def test_a_voice_that_may_repeat_two_others_does_not_make_these_one():
    claims = [claim("post", 0), claim("post", 1), claim("post", 2)]
    said = dict(zip((c.id for c in claims), ("o:post", "o:wire", "o:film"), strict=True))
    assert independence.origins(claims, Lineage(origins=(*PAGES, WIRE, FILM), origin_of=said))[0] == ("o:film", "o:wire")


def test_a_copy_that_is_not_counted_says_what_it_retells_and_by_which_edges():
    edges = edge(POST, "gazette", "reprints"), edge(GAZETTE, "echo", "paraphrases")
    assert reasons({"post": POST, "echo": ECHO}, *edges) == {
        "o:echo": ("o:post", "echo retells post", "echo<o:gazette", "gazette<o:post")
    }


def test_two_that_retell_one_work_say_so_with_both_edges():
    edges = edge(FILM, "post", "paraphrases"), edge(FILM, "gazette", "paraphrases")
    assert reasons({"post": POST, "gazette": GAZETTE}, *edges) == {
        "o:post": ("o:gazette", "post and gazette both retell The Harbour Film", "post<o:film", "gazette<o:film")
    }


def test_a_body_under_another_name_says_so():
    assert reasons({"post": MAYOR, "gazette": COUNCIL}, same={"o:mayor": "o:council"}) == {
        "o:mayor": ("o:council", "“Ana Velis” and “Town Council” may be one, or the one speak for the other")
    }


def test_whoever_is_counted_has_no_reason_not_to_be():
    assert reasons({"post": POST, "gazette": GAZETTE}) == {}


def test_a_headline_that_sums_up_what_its_text_has_from_somebody_adds_nothing():
    one, other, text = claim("post", 0), claim("gazette", 0), claim("post", 5)
    said = {one.id: "o:post", other.id: "o:wire", text.id: "o:wire"}
    lineage = Lineage(origins=(*PAGES, WIRE), origin_of=said)
    assert independence.origins([one, other], lineage)[0] == ("o:post", "o:wire")
    counted, left_out = independence.origins([one, other], lineage, {one.id: text})
    assert counted == ("o:wire",)
    assert [u.why for u in left_out] == ["the headline of post sums up what its text has from Northern Wire"]


def test_a_voice_that_retells_a_wire_adds_nothing_to_whom_another_page_of_the_wire_names():
    edges = edge(WIRE, "post", "syndicates"), edge(WIRE, "gazette", "paraphrases")
    assert counted({"post": MAYOR, "gazette": GAZETTE}, *edges) == ("o:mayor",)


def test_a_wire_adds_nothing_to_whom_a_page_that_prints_it_names():
    assert counted({"post": MAYOR, "gazette": WIRE}, edge(WIRE, "post", "syndicates")) == ("o:mayor",)


def test_two_papers_that_retell_a_film_and_one_of_which_names_the_mayor_may_have_seen_for_themselves():
    edges = edge(FILM, "post", "paraphrases"), edge(FILM, "gazette", "paraphrases")
    assert counted({"post": MAYOR, "gazette": GAZETTE}, *edges) == ("o:gazette", "o:mayor")


def test_of_answers_that_agree_a_copys_own_voice_adds_nothing_to_whom_its_model_names():
    claims = [claim("post", 0), claim("gazette", 0)]
    lineage = Lineage(
        origins=(*PAGES, MAYOR),
        derivations=(edge(POST, "gazette", "paraphrases"),),
        origin_of={claims[0].id: "o:mayor", claims[1].id: "o:gazette"},
    )
    near = [(("o:mayor",), claims), (("o:gazette",), claims)]
    apart = [(("o:mayor",), claims[:1]), (("o:gazette",), claims[1:])]
    assert independence.together(near, claims, lineage)[0] == ("o:mayor",)
    assert independence.together(apart, claims, lineage)[0] == ("o:gazette", "o:mayor")


def test_a_page_that_says_the_contrary_of_whom_it_names_is_an_origin_of_its_own():
    own, named = claim("post", 0), claim("post", 1)
    lineage = Lineage(origins=(*PAGES, MAYOR), origin_of={own.id: "o:post", named.id: "o:mayor"})
    of_claim = {own.id: {"v1"}, named.id: {"v2"}}
    clash = ties.Stances(of_claim, {"o:post": {"v1"}, "o:mayor": {"v2"}}, {frozenset(("v1", "v2"))})
    assert independence.origins([own, named], lineage)[0] == ("o:mayor",)
    assert independence.origins([own, named], lineage, {}, clash)[0] == ("o:mayor", "o:post")


def test_bodies_that_one_agencys_text_alone_names_were_heard_by_one_reporter():
    wired = edge(WIRE, "post", "syndicates"), edge(WIRE, "gazette", "syndicates")
    assert len(counted({"post": MAYOR, "gazette": COUNCIL}, *wired)) == 1
    assert len(counted({"post": MAYOR, "gazette": COUNCIL}, wired[0])) == 2


def test_a_page_that_draws_on_an_agency_adds_nothing_to_a_point_on_which_the_agency_names_somebody():
    claims = [claim("post", 0), claim("gazette", 0)]
    of = {claims[0].id: "o:mayor", claims[1].id: "o:gazette"}
    edges = edge(WIRE, "post", "syndicates"), edge(WIRE, "gazette", "paraphrases")
    answers = [(("o:mayor",), claims[:1]), (("o:gazette",), claims[1:])]
    drawn = Lineage(origins=(*PAGES, WIRE, MAYOR), derivations=edges, origin_of=of)
    alone = Lineage(origins=(*PAGES, WIRE, MAYOR), derivations=edges[:1], origin_of=of)
    assert independence.together(answers, claims, drawn)[0] == ("o:mayor",)
    assert independence.together(answers, claims, alone)[0] == ("o:gazette", "o:mayor")
