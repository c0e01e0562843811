"""Whether a device worked is one question, in whatever words accounts speak of it."""

import pytest

import rashomon
from rashomon import pipeline
from rashomon.meaning import working
from tests.factory import document


def settled(*texts):
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)


def asked(*texts):
    return {p.question: (p.status, [v.text for v in p.values]) for p in settled(*texts).points}


def did(text):
    (claim,) = pipeline.annotate(document(text)).claims
    found = working.state(claim)
    return found and (found.device, found.did)


@pytest.mark.parametrize(
    ("text", "device", "how"),
    [
        ("The fire alarm sounded at once.", "alarm", working.WORKED),
        ("The alarm did not go off.", "alarm", working.FAILED),
        ("The smoke detectors never worked.", "alarm", working.FAILED),
        ("The brakes of the tram were in perfect order.", "brakes", working.WORKED),
        ("There was nothing wrong with the brakes.", "brakes", working.WORKED),
        ("The rudder was jammed, a sailor said.", "steering", working.FAILED),
        ("The brakes may have failed.", "brakes", working.OPEN),
        ("The sprinklers worked only in the western wing.", "sprinklers", working.PARTLY),
        ("The nozzles were dry.", "sprinklers", working.FAILED),
        ("Mechanics worked on the engine for nine days.", "engine", None),
        ("The cameras were bought in May.", "cameras", None),
    ],
)
def test_what_is_said_of_a_device_is_read(text, device, how):
    assert did(text) == ((device, how) if how else None)


def test_a_device_that_worked_by_one_and_failed_by_another_is_disputed():
    points = asked(
        "The sprinklers came on within a minute, the owner of the mill said.",
        "The nozzles were dry, a fireman said. The roof fell in.",
    )
    assert points["Did the sprinklers work?"] == ("disputed", ["yes", "no"])


def test_who_leaves_it_open_contradicts_nobody():
    points = asked("The engine failed, a sailor said.", "The engine may have been faulty, a diver said.")
    assert points["Did the engine work?"][0] == "undisputed"


def test_the_brakes_of_two_vehicles_are_two_things():
    points = asked("The brakes of the bus were in perfect order, police said.", "The brakes of the lorry failed, police said.")
    assert points["Did the brakes work?"][0] == "undisputed"


def test_who_rejects_a_failure_says_that_it_worked():
    told = "Inspectors were looking at a possible brake failure, an official said. The railway rejected this."
    points = asked(told, "The brakes failed, said a passenger.")
    assert points["Did the brakes work?"] == ("disputed", ["yes", "no", "perhaps not"])


def test_the_system_is_the_device_that_was_named_last():
    points = asked(
        "The mill had a sprinkler system. The system came on within a minute, the owner said.",
        "The mill had sprinklers. No water came, a fireman said.",
    )
    assert points["Did the sprinklers work?"] == ("disputed", ["yes", "no"])


def test_a_part_that_failed_is_told_of_the_whole():
    points = asked("The sprinklers worked, the owner of the mill said.", "A valve was stuck, a fireman said.")
    assert points["Did the sprinklers work?"] == ("disputed", ["yes", "no"])


def test_the_parts_of_nothing_that_was_named_are_asked_for_themselves():
    assert "Did the pumps work?" in asked("The pumps failed, a sailor said.", "The pumps were in perfect order, the owner said.")
