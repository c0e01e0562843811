"""What many say in the same words is compared once and counted for all of them."""

import rashomon
from rashomon import pipeline
from rashomon.relate import profiles, wordings
from tests import factory

WIRE = "Twelve people were killed when a bus fell into the Orlen gorge, the fire brigade said."
OTHER = "At least 19 people were killed when a bus fell into the Orlen gorge, a doctor said."


def made(*texts):
    documents = [
        factory.document(text, file=f"{i}.txt", outlet=f"Paper {i}", published="2024-06-02") for i, text in enumerate(texts)
    ]
    return documents, [pipeline.annotate(d) for d in documents]


def test_a_wording_stands_for_its_copies():
    _, annotations = made(WIRE, WIRE.upper().capitalize(), OTHER)
    told, copies = wordings.distinct(profiles.profiles(annotations), ())
    assert len(told) + sum(map(len, copies.values())) == sum(len(a.claims) for a in annotations)


def test_a_claim_that_somebody_decided_about_stands_for_itself():
    _, annotations = made(WIRE, f"{WIRE} It rained.")
    ones = {c.id for c in annotations[1].claims}
    told, copies = wordings.distinct(profiles.profiles(annotations), ones)
    assert ones <= {p.claim.id for p in told}
    assert not copies


def test_copies_are_members_of_the_point_of_their_wording():
    documents, annotations = made(WIRE, f"{WIRE} It rained.", OTHER)
    case = pipeline.settle(documents, annotations, (), rashomon.__version__)
    (point,) = (p for p in case.points if p.kind == "number")
    assert {m.claim.partition(".")[0] for m in point.claims} == {d.id for d in documents}
    assert all(m.quantity for m in point.claims)
