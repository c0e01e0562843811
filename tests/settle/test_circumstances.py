"""What is asked of any accident is asked once, whatever the words in which accounts answer."""

import pytest

import rashomon
from rashomon import pipeline
from rashomon.meaning import circumstances
from tests.factory import document


def settled(*texts, published=()):
    days = [*published, *[None] * len(texts)]
    documents = [document(t, file=f"{n}.txt", outlet=f"Paper {n}", published=days[n]) for n, t in enumerate(texts)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)


def asked(*texts, **facts):
    return {p.question: (p.status, {v.text for v in p.values}) for p in settled(*texts, **facts).points}


def told(text):
    found = [t for claim in pipeline.annotate(document(text)).claims for t in circumstances.told(claim)]
    return {t.matter: t.answer for t in found}


@pytest.mark.parametrize(
    ("text", "matter", "answer"),
    [
        ("The pilot was texting.", "phone", "yes"),
        ("The skipper had both hands on the helm.", "phone", "no"),
        ("The captain was sober.", "drunk", "no"),
        ("The signalman was not drunk.", "drunk", "no"),
        ("The mayor had been warned twice.", "warned", "yes"),
        ("The council was never informed.", "warned", "no"),
        ("The club had no fire certificate.", "permit", "no"),
        ("The ferry's licence had expired in May.", "permit", "no"),
        ("The boat was properly licensed.", "permit", "yes"),
        ("Nobody was working on the bridge.", "atwork", "no"),
        ("Repairs were under way on the roof.", "atwork", "yes"),
        ("The toll is expected to rise.", "rise", "yes"),
        ("It was the worst mining accident in the country for forty years.", "rank", "worst"),
        ("The search was called off at nightfall.", "search", "ended"),
        ("Divers will search through the night.", "search", "goes on"),
        ("The ministry ordered inspections of all ski lifts.", "checks", "ordered"),
        ("Prosecutors opened a criminal investigation.", "inquiry", "opened"),
        ("Most escaped through a side door.", "wayout", "way"),
        ("The rear exit was chained.", "wayout", "blocked"),
        ("Nobody has been arrested.", "arrest", "no"),
        ("The operator was fined in 2019.", "punished", "punished"),
        ("The ferry was not overloaded.", "overloaded", "no"),
        ("The hall was filled beyond its capacity.", "overloaded", "yes"),
        ("Two lifeboats were lowered.", "lifeboats", "yes"),
        ("The lifeboats were rusted to their davits.", "lifeboats", "no"),
        ("The crew sent no distress call.", "distress", "no"),
        ("A fishing boat picked up a mayday.", "distress", "yes"),
        ("There was no mayday from the trawler.", "distress", "no"),
        ("The mate radioed the harbour for help.", "distress", "yes"),
        ("Rumours of overloading were nonsense.", "overloaded", "no"),
        ("The idea of an overcrowded hall is a fairy tale.", "overloaded", "no"),
        ("Twice as many people as allowed were on the balcony.", "overloaded", "yes"),
        ("No one on deck wore a life vest.", "lifejackets", "no"),
        ("The pilot has never touched a drop.", "drunk", "no"),
        ("The captain was the last to leave the ship.", "leftfirst", "no"),
        ("The captain jumped first.", "leftfirst", "yes"),
        ("The mate was steering.", "steered", "steered"),
        ("The rear door was padlocked.", "locked", "yes"),
        ("The gate was not locked.", "locked", "no"),
        ("A shopkeeper called the police at noon.", "alerted", "alerted"),
        ("No such complaint ever reached the council.", "received", "no"),
        ("The petition was handed in on Monday.", "received", "yes"),
        ("Tenants had complained for years about the wiring.", "cautioned", "yes"),
        ("The lift is operated by a family firm.", "operated", "operated"),
        ("The river was in spate.", "level", "high"),
        ("The owner was nowhere to be found.", "whereabouts", "gone"),
        ("The trains will not run until further notice.", "halt", "closed"),
        ("The sea was calm.", "sea", "calm"),
        ("The boat left in heavy seas.", "sea", "rough"),
        ("Visibility was good.", "sight", "good"),
        ("There was thick fog on the river.", "sight", "poor"),
        ("The flight recorder has been found.", "recorders", "yes"),
        ("The company denied any responsibility.", "blame", "no"),
        ("It accepted full responsibility.", "blame", "yes"),
        ("The train was travelling above the speed limit.", "speeding", "yes"),
        ("Ambulances arrived an hour later.", "help", "late"),
        ("There were too few life jackets.", "lifejackets", "no"),
        ("The barge rammed a pleasure boat.", "hit", "hit"),
        ("The chimney fell onto three parked cars.", "hit", "hit"),
        ("The van had veered into the oncoming lane.", "lane", "van"),
        ("A teacher led nine children to safety.", "helped", "helped"),
        ("The lift passed its annual inspection in June.", "inspected", "inspected"),
    ],
)
def test_an_answer_is_read_by_its_words(text, matter, answer):
    assert told(text).get(matter) == answer


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Would the captain have been drunk?", "drunk"),
        ("There were no warning signs.", "warned"),
        ("The search took over an hour.", "search"),
        ("The chimney fell on the day of the feast.", "hit"),
        ("A collision with a cow killed two people here in 1988.", "hit"),
        ("Police did not say whether the driver was texting.", "phone"),
    ],
)
def test_what_leaves_it_open_is_no_answer(text, matter):
    assert matter not in told(text)


CRASH = "A bus collided with a lorry near Ostrel on Friday, killing four people."


def test_two_drivers_are_told_apart_by_their_vehicles():
    points = asked(
        f"{CRASH} The bus driver was arrested, police said. The lorry driver was taken to hospital.",
        f"{CRASH} The driver of the bus died.",
    )
    assert points["What became of the bus driver?"][1] == {"held", "dead"}
    assert "What became of the lorry driver?" not in points


def test_somebody_is_known_by_the_office_beside_his_name_elsewhere():
    points = asked(
        f"{CRASH} The bus driver, Arno Vell, was on the phone, a passenger said.",
        f"{CRASH} Arno Vell had both hands on the wheel, his sister said.",
    )
    assert points["Was the bus driver on the telephone?"] == ("disputed", {"yes", "no"})


def test_he_is_who_was_named_last():
    points = asked(
        f"{CRASH} The bus driver was asleep, a witness said.",
        f"{CRASH} The bus driver spoke to police. He was wide awake.",
    )
    assert points["Had the bus driver fallen asleep?"] == ("disputed", {"yes", "no"})


def test_what_may_change_from_day_to_day_is_no_contradiction():
    early = f"{CRASH} The bus driver was pulled alive from the wreck."
    late = f"{CRASH} The bus driver died."
    assert asked(early, late, published=("2021-05-03", "2021-05-03"))["What became of the bus driver?"][0] == "disputed"
    assert asked(early, late, published=("2021-05-03", "2021-05-06"))["What became of the bus driver?"][0] == "undisputed"


def test_of_two_vehicles_only_one_was_on_the_wrong_side():
    points = asked(
        f"{CRASH} The lorry had strayed into the oncoming lane, police said.",
        f"{CRASH} The bus left its lane, a cyclist said.",
    )
    assert points["Which vehicle was on the wrong side?"] == ("disputed", {"lorry", "bus"})


def test_who_calls_talk_of_it_an_insult_says_that_it_was_not_so():
    text = 'The line said that its captain had served for 20 years and that talk that he had been drinking was "an insult".'
    assert told(text)["drunk"] == "no"


FIRE = "A fire at the Lumen club in Dreve killed nine people on Sunday."


def test_a_permit_that_had_run_out_was_none():
    points = asked(
        f"{FIRE} All permits were in order, the owner said.", f"{FIRE} The club's licence expired in May, the town hall said."
    )
    assert points["Was there a valid permit?"] == ("disputed", {"yes", "no"})


def test_a_letter_that_was_read_is_a_warning_where_somebody_says_that_there_was_none():
    none = f"{FIRE} No warning reached him, Mayor Odo Karn said."
    assert asked(none, f"{FIRE} A copy of the letter went to the mayor.")["Was the mayor warned?"][0] == "disputed"


def test_nothing_is_asked_of_piles_about_something_else():
    fair = "The book fair opened on Friday."
    assert "Was there a valid permit?" not in asked(f"{fair} All permits were in order.", f"{fair} The fair had no permit.")


def test_that_no_warning_reached_one_person_denies_none_to_the_public():
    points = asked(
        f"{FIRE} The weather office had issued a warning.",
        f"{FIRE} No warning had reached him, Mayor Odo Karn said.",
    )
    assert "Was there any warning?" not in points


def test_whether_somebody_died_is_asked_in_its_own_words():
    points = asked(f"{CRASH} Captain Ivo Lorn was killed.", f"{CRASH} Captain Ivo Lorn survived.")
    assert points["Did Ivo Lorn die?"][0] == "disputed"
    assert "What became of the captain?" not in points


def test_it_is_called_what_most_answers_call_it():
    points = asked(
        "A ferry sank off Brenn on Monday. The ferry was overloaded, survivors said.",
        "The ferry that sank off Brenn on Monday was overloaded, the coastguard said.",
        "A ferry sank off Brenn on Monday. Its owner denied that the vessel was overloaded.",
    )
    assert "Was the ferry overloaded?" in points


def test_wind_within_limits_says_nothing_of_the_load():
    assert "overloaded" not in told("The wind was within the permitted limits when the cabin left.")
    assert told("The load was within the permitted limits.")["overloaded"] == "no"
    assert told("The boat was within its permitted capacity.")["overloaded"] == "no"


def test_whoever_is_rumoured_to_have_gone_is_not_said_to_have():
    assert "whereabouts" not in told("The owner was rumoured to be across the border.")


def test_he_is_the_one_named_last_even_where_several_tell_of_him():
    first = "The ferry sank. The captain was arrested. Several survivors said he had been among the first to leave it."
    second = "The ferry sank on Monday. The captain stayed on board until the end, a diver said."
    assert asked(first, second)["Did the captain leave before the others were safe?"] == ("disputed", {"yes", "no"})


def closure(*texts):
    case = settled(
        "A lorry crashed on the pass on Monday. " + texts[0], *("The crash on the pass injured two. " + t for t in texts[1:])
    )
    return next(p for p in case.points if p.question == "How long is the road closed?")


def test_those_who_say_how_long_are_compared_by_what_they_say():
    point = closure(
        "The road would stay closed for 38 days.", "The road will be shut for 38 days.", "The road would be closed for six weeks."
    )
    assert {v.text for v in point.values} == {"38 days", "six weeks"}
    assert [r.relation for r in point.relations] == ["conflict"]


def test_how_long_ago_is_no_measure_of_how_long():
    point = closure("The road was closed for three days.", "The road was closed two hours after the crash.")
    assert point.status == "undisputed"


def test_one_measure_in_two_units_is_no_dispute():
    assert closure("The road would stay closed for 14 days.", "The road would stay closed for two weeks.").status == "undisputed"


def test_how_long_is_asked_once_of_all_who_give_a_measure():
    told = (
        "The road would stay closed for 38 days.",
        "The road would not be reopened for 38 days.",
        "The road would be closed for 12 days.",
    )
    case = settled(*(f"The crash on the pass injured two. {text}" for text in told))
    assert [p.question for p in case.points if any("days" in v.text for v in p.values)] == ["How long is the road closed?"]


def test_a_driver_by_name_is_the_one_that_another_account_says_he_is():
    points = asked(
        f"{CRASH} The bus driver, Arno Vell, had got out.",
        f"{CRASH} The lorry lay on its side. Driver Arno Vell stayed at his controls until the end.",
    )
    assert points["Where was the bus driver when it happened?"] == ("disputed", {"elsewhere", "at the post"})
    assert "Where was the lorry driver when it happened?" not in points


def test_he_in_the_words_of_somebody_else_may_be_whoever_speaks():
    points = asked(
        f"{CRASH} The lorry driver was killed.",
        f"{CRASH} The lorry driver drove on, Ada Brenner said. He ran away when he heard the crash, Brenner said.",
    )
    assert "What became of the lorry driver?" not in points


def test_what_was_sent_need_not_have_arrived():
    point = next(
        p
        for p in settled(
            f"{CRASH} A petition with 340 signatures went to the prefecture in February.",
            f"{CRASH} The petition was delivered in February, a baker said.",
            f"{CRASH} The prefect said that no such petition had reached his desk.",
        ).points
        if p.question == "Did the petition, letter or complaint arrive?"
    )
    text = {v.id: v.text for v in point.values}
    assert {frozenset((text[r.left], text[r.right])) for r in point.relations if r.relation != "compatible"} == {
        frozenset(("yes", "no"))
    }


def test_several_who_may_have_been_warned_are_asked_of_in_the_plural():
    dam = "The dam burst on Tuesday and killed nine villagers."
    points = asked(f"{dam} The residents had been warned.", f"{dam} Residents said that nobody had warned them.")
    assert "Were the people warned?" in points


def test_who_received_money_was_not_warned_by_it():
    dam = "The dam burst on Tuesday and killed nine villagers."
    points = asked(f"{dam} Forty families have received money.", f"{dam} There was no siren, residents said.")
    assert not any("warned" in question for question in points)


def test_what_ran_out_beside_a_permit_is_no_permit():
    assert told("The hospital's burn dressings had run out before breakfast.").get("permit") is None
    assert told("The permit had run out in May.").get("permit") == "no"
