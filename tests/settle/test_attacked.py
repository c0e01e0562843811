"""What was there when something was attacked is asked where accounts differ in it, of the attack and of one place."""

import rashomon
from rashomon import pipeline
from rashomon.model import Point
from tests.factory import document

SCHOOL = "Warplanes bombed a school in Orlen on Monday, killing nine people, medics said."
SHELLS = "Nine people died when a school in Orlen was hit on Monday, the mayor said."


def points(*texts: str) -> dict[str, Point]:
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    return {p.question: p for p in case.points}


def values(point: Point) -> set[str]:
    return {v.text for v in point.values}


def test_whoever_says_that_there_was_no_plane_denies_every_jet():
    found = points(SCHOOL + " “I saw the jet,” said a baker.", SHELLS + " “There was no plane,” said a herder.")
    assert found["Was there an aircraft?"].status == "disputed"


def test_who_heard_no_plane_says_not_that_there_was_none():
    found = points(SCHOOL, SHELLS + " A herder said he had heard no plane.")["Was there an aircraft?"]
    assert values(found) == {"yes", "none was seen or heard"}
    assert found.status == "undisputed"


def test_warnings_by_any_means_are_one_answer():
    leaflets = SCHOOL + " Leaflets were dropped over Orlen on Sunday, the army said. The people got a text message, too, it said."
    found = points(leaflets, SHELLS + " Nobody had warned them, three teachers said.")["Was there any warning?"]
    assert found.status == "disputed"
    assert len(found.claims) == 3


def test_an_arms_depot_is_denied_in_whatever_words_it_was_told():
    told = SCHOOL + " The army said it had destroyed an arsenal near Orlen before dawn."
    found = points(told, SHELLS + " There has never been a depot in Orlen, the mayor said.")
    assert found["Was there an arms depot?"].status == "disputed"


def test_what_nobody_doubts_there_is_not_denied():
    told = SCHOOL + " That there was an arms depot is not disputed by the elders."
    assert "Was there an arms depot?" not in points(told, SHELLS + " The army said it had destroyed an arsenal near Orlen.")


def test_fighters_in_one_place_say_nothing_of_another():
    school = SCHOOL + " There were no fighters in the school, a teacher said."
    market = SHELLS + " A rocket hit the market in Orlen, too. Fighters had used the market, the army said."
    assert not [q for q in points(school, market) if q.startswith("Were there fighters")]


def test_fighters_in_the_place_that_was_struck_are_disputed():
    school = SCHOOL + " There were no fighters in the school, a teacher said."
    post = SHELLS + " The school was a command post of the rebels, the army said."
    assert points(school, post)["Were there fighters or arms in the school?"].status == "disputed"


def test_of_no_attack_nothing_of_the_kind_is_asked():
    parade = "A plane flew over Orlen on Monday for the parade, the mayor said."
    assert "Was there an aircraft?" not in points(parade, "There was no plane over Orlen on Monday, a herder said.")


def test_no_drone_is_asked_once_and_denies_no_shell():
    drone = "The fort in Orlen was shelled on Monday, a nurse said. A drone had circled over the fort, villagers said."
    other = "Rebels attacked the fort in Orlen on Monday, the army said. There was no drone, the governor said."
    asked = [q for q in points(drone, other) if "drone" in q or "aircraft" in q]
    assert asked == ["Was there an aircraft?"]
