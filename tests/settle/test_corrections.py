from dataclasses import replace

from rashomon.model import (
    Annotations,
    Claim,
    Decision,
    Derivation,
    Hop,
    Lineage,
    Membership,
    Mention,
    Origin,
    Passage,
    Point,
    Quantity,
    Relation,
    Timex,
    Value,
)
from rashomon.settle import corrections
from rashomon.settle.decisions import Ledger
from tests import factory

LEFT = factory.document("Mayor Ada Quill said nine people died on Sunday.", file="a.txt")
RIGHT = factory.document("Nine people died, the Lamp reports.", file="b.txt")
CLAIM = Claim(
    id=f"{LEFT.id}.c21-48",
    span=LEFT.span(21, 48),
    chain=(Hop(name="someone", kind="unnamed"), Hop(name="The Lamp", kind="outlet")),
)
COPY = Claim(id=f"{RIGHT.id}.c0-16", span=RIGHT.span(0, 16))
NAME = Mention(id=f"{LEFT.id}.m6-15", span=LEFT.span(6, 15), kind="person")
NINE = Quantity(id=f"{LEFT.id}.q21-25", span=LEFT.span(21, 25), kind="count", value=9, low=9, high=9)
SUNDAY = Timex(id=f"{LEFT.id}.t41-47", span=LEFT.span(41, 47), type="DATE", value="XXXX-WXX-7")
FOUND = [
    Annotations(document=LEFT.id, claims=(CLAIM,), mentions=(NAME,), quantities=(NINE,), times=(SUNDAY,)),
    Annotations(document=RIGHT.id, claims=(COPY,)),
]


def ledger(question: str, answer: str, *subject: str) -> Ledger:
    subject = tuple(sorted(subject))
    made = Decision(id="x1", question=question, subject=subject, answer=answer, author="Ada", made_at="2024-03-05T10:00:00Z")
    return Ledger({(question, subject): made}, ())


def test_a_rejected_claim_leaves_and_nothing_else_does():
    left, right = corrections.correct(FOUND, ledger("claim", "no", CLAIM.id))
    assert (left.claims, right.claims) == ((), (COPY,))
    assert left.quantities == (NINE,)


def test_a_confirmed_claim_stays_as_it_is():
    assert corrections.correct(FOUND, ledger("claim", "yes", CLAIM.id)) == FOUND


def test_a_speaker_replaces_the_nearest_hop_and_stands_on_a_mention_of_that_name():
    claim = corrections.correct(FOUND, ledger("speaker", "Ada Quill", CLAIM.id))[0].claims[0]
    assert [(h.name, h.kind) for h in claim.chain] == [("Ada Quill", "person"), ("The Lamp", "outlet")]
    assert claim.chain[0].span == NAME.span
    assert claim.chain[0].why == "decided by Ada"


def test_the_outlets_own_voice_leaves_only_the_outlet():
    claim = corrections.correct(FOUND, ledger("speaker", "outlet", CLAIM.id))[0].claims[0]
    assert [h.name for h in claim.chain] == ["The Lamp"]
    assert claim.attribution is None


def test_a_corrected_figure_has_the_bounds_that_were_given():
    figure = corrections.correct(FOUND, ledger("figure", "9..12", NINE.id))[0].quantities[0]
    assert (figure.value, figure.low, figure.high, figure.convention) == (None, 9, 12, "decided by Ada")


def test_a_corrected_day_of_publication_is_the_documents():
    left, right = corrections.correct_documents([LEFT, RIGHT], ledger("date", "2024-03", LEFT.id))
    assert (left.published.earliest, left.published.latest) == ("2024-03-01", "2024-03-31")
    assert right == RIGHT


def test_a_corrected_time_has_the_days_that_were_given():
    (timex,) = corrections.correct_times([SUNDAY], ledger("date", "2024-03-03/2024-03-04", SUNDAY.id))
    assert (timex.value, timex.earliest, timex.latest) == (None, "2024-03-03", "2024-03-04")


def traced(*derivations: Derivation) -> Lineage:
    own = {CLAIM.id: f"o{LEFT.id}", COPY.id: f"o{LEFT.id}" if derivations else f"o{RIGHT.id}"}
    return Lineage(
        origins=tuple(Origin(id=f"o{d.id}", name=d.name, kind="document", document=d.id) for d in (LEFT, RIGHT)),
        derivations=derivations,
        passages=(Passage(left=LEFT.span(21, 37), right=RIGHT.span(0, 16), kind="verbatim"),),
        origin_of=own,
    )


COPIED = Derivation(id="x", upstream=f"o{LEFT.id}", downstream=RIGHT.id, manner="paraphrases", direction="undecided")


def test_a_refused_derivation_goes_and_its_claims_have_their_own_origin_again():
    found = corrections.correct_lineage(traced(COPIED), ledger("derives", "no", LEFT.id, RIGHT.id), FOUND)
    assert found.derivations == ()
    assert found.origin_of[COPY.id] == f"o{RIGHT.id}"


def test_a_stated_derivation_is_there_and_the_shared_words_have_the_upstream_origin():
    found = corrections.correct_lineage(traced(), ledger("derives", LEFT.id, LEFT.id, RIGHT.id), FOUND)
    assert [(d.upstream, d.downstream, d.direction) for d in found.derivations] == [(f"o{LEFT.id}", RIGHT.id, "decided")]
    assert found.origin_of[COPY.id] == f"o{LEFT.id}"


def test_a_confirmed_derivation_keeps_its_manner():
    found = corrections.correct_lineage(traced(COPIED), ledger("derives", LEFT.id, LEFT.id, RIGHT.id), FOUND)
    assert [(d.manner, d.direction) for d in found.derivations] == [("paraphrases", "decided")]
    assert found.origin_of[COPY.id] == f"o{LEFT.id}"


def test_a_derivation_turned_round_gives_the_origin_to_the_other():
    found = corrections.correct_lineage(traced(COPIED), ledger("derives", RIGHT.id, LEFT.id, RIGHT.id), FOUND)
    assert [(d.upstream, d.downstream) for d in found.derivations] == [(f"o{RIGHT.id}", LEFT.id)]
    assert found.origin_of == {CLAIM.id: f"o{RIGHT.id}", COPY.id: f"o{RIGHT.id}"}


POINT = Point(
    id="p1",
    question="How many people died?",
    kind="number",
    values=(Value(id="v1", text="nine"), Value(id="v2", text="ten"), Value(id="v3", text="a dozen")),
    claims=tuple(Membership(claim=f"d{n}.c0-4", value=f"v{n}") for n in (1, 2, 3)),
    relations=(
        Relation(left="v1", right="v2", relation="conflict", why="9 against 10"),
        Relation(left="v2", right="v3", relation="compatible", why="about"),
    ),
    status="disputed",
)


def test_a_relation_between_claims_is_that_of_their_values_and_settles_the_point():
    other = replace(POINT, id="p2", claims=(), relations=())
    first, second = corrections.correct_relations([POINT, other], ledger("relation", "superseded", "d2.c0-4", "d1.c0-4"))
    assert (first.id, second.id) == ("p2", "p1")
    assert [(r.left, r.right, r.relation) for r in second.relations] == [
        ("v1", "v2", "superseded"),
        ("v2", "v3", "compatible"),
    ]
    assert (second.status, second.relations[0].why) == ("undisputed", "decided by Ada")


def test_a_relation_that_nobody_suggested_is_added():
    (point,) = corrections.correct_relations([POINT], ledger("relation", "conflict", "d1.c0-4", "d3.c0-4"))
    assert [(r.left, r.right) for r in point.relations] == [("v1", "v2"), ("v1", "v3"), ("v2", "v3")]
    assert point.status == "disputed"
