"""What brought an accident about is read by kind, whatever the words, with how sure somebody is of it."""

import pytest

from rashomon import pipeline
from rashomon.meaning import causes
from tests.factory import document


def told(text, name, main=True):
    (claim, *_) = pipeline.annotate(document(text)).claims
    return [(c.kind, c.stance) for c in causes.causes(claim, name, main)]


@pytest.mark.parametrize(
    ("text", "kind", "stance"),
    [
        ("The grandstand collapsed because of poor construction.", "building", causes.SO),
        ("A squall toppled the mast of the funfair ride.", "weather", causes.SO),
        ("The footbridge was brought down by heavy rain.", "weather", causes.SO),
        ("Overloading caused the collapse, the ministry said.", "load", causes.SO),
        ("Two anchors at the top of the wall had snapped.", "defect", causes.SO),
        ("The trouble began when a coupling snapped.", "defect", causes.SO),
        ("The evidence points to the sheer weight of people.", "load", causes.SO),
        ("Engineers are looking at a possible weld failure.", "defect", causes.MAYBE),
        ("Sabotage cannot be ruled out.", "deliberate", causes.MAYBE),
        ("Police ruled out sabotage.", "deliberate", causes.OUT),
        ("It was not the storm.", "weather", causes.OUT),
        ("The wind is not our main line of inquiry.", "weather", causes.MINOR),
        ("The owner blamed vandals.", "deliberate", causes.SO),
        ("The collapse was not caused by the earthquake.", "ground", causes.OUT),
        ("It is too early to say what caused the collapse.", causes.OPEN, causes.SO),
        ("The cause of the accident is not yet known.", causes.OPEN, causes.SO),
    ],
)
def test_a_kind_of_cause_is_read_with_how_sure_somebody_is(text, kind, stance):
    assert told(text, "collapse") == [(kind, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Strong winds are forecast for Sunday.",
        "The matches were put off because of the weather.",
        "A gale caused a collapse in the town in 1974.",
        "If the bolts failed, the crane would have fallen the other way.",
        "Firemen walked through the rubble.",
    ],
)
def test_what_brought_about_nothing_of_it_is_no_cause(text):
    assert told(text, "collapse") == []


def test_who_does_not_name_what_happened_speaks_of_what_most_accounts_are_about():
    assert told("It was human error.", "fire", main=False) == []
    assert told("It was human error.", "crash") == [("error", causes.SO)]


def test_what_half_of_the_accounts_open_with_is_what_happened():
    assert causes.happening([["The old mill burned down"], ["A blaze at the mill"], ["Market day"]]) == ["fire"]
    assert causes.happening([["A car bomb exploded"], ["Blast kills six in bomb attack"]]) == []
