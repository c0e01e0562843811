import pytest

from tests.extract.test_claims import claims
from tests.factory import document

CASES = [
    ("The army shelled the village.", "shell", [("agent", "army"), ("patient", "village")]),
    ("The village was shelled by the army.", "shell", [("patient", "village"), ("agent", "army")]),
    ("Thousands of villagers fled.", "flee", [("agent", "villager")]),
    ("The rebels managed to escape.", "escape", [("agent", "rebel")]),
    ("The mayor is a doctor.", "doctor", [("agent", "mayor"), ("other", "doctor")]),
    ("The council gave the families money.", "give", [("agent", "council"), ("recipient", "family"), ("patient", "money")]),
    ("The soldiers and the guards withdrew.", "withdraw", [("agent", "soldier"), ("agent", "guard")]),
]


@pytest.mark.parametrize(("text", "predicate", "arguments"), CASES)
def test_a_claim_tells_who_did_what_to_whom(text, predicate, arguments):
    (claim,) = claims(document(text))
    assert claim.predicate == predicate
    assert [(a.role, a.head) for a in claim.arguments] == arguments


def test_places_and_times_have_roles_of_their_own():
    (claim,) = claims(document("The ship sank near Lisbon on Monday."))
    assert {a.role: a.head for a in claim.arguments} == {"agent": "ship", "place": "lisbon", "time": "monday"}


def test_a_relative_pronoun_stands_for_whom_it_means():
    told = claims(document("The police arrested two guards, one of whom had opened the gate."))[1]
    assert [(a.role, a.head) for a in told.arguments] == [("agent", "guard"), ("patient", "gate")]


def test_words_are_content_without_figures():
    (claim,) = claims(document("The 40 miners were not able to leave the shaft."))
    assert claim.words == ("miner", "able", "leave", "shaft")
