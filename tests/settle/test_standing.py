"""Questions that are put of any event, and answered with yes or no, hold together who answers them in whatever words."""

import pytest

import rashomon
from rashomon import pipeline
from rashomon.model import Point
from tests.factory import document


def points(*texts: str, days: tuple[str, ...] = ()) -> dict[str, Point]:
    """The points of accounts that are answered with yes or no, by their question."""
    dated = days or ("2023-04-04",) * len(texts)
    documents = [
        document(text, file=f"{n}.txt", outlet=f"Paper {n}", published=d)
        for n, (text, d) in enumerate(zip(texts, dated, strict=True))
    ]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    return {p.question: p for p in case.points if p.kind == "yes-no"}


def disputed(*texts: str, days: tuple[str, ...] = ()) -> set[str]:
    return {question for question, point in points(*texts, days=days).items() if point.status == "disputed"}


ABOARD = "A ferry sank off Hollum on Monday. The mayor, Pieter Voss, was on board, a councillor said."


def test_who_is_named_among_the_passengers_is_disputed_by_who_missed_the_boat():
    found = points(
        ABOARD, "Mayor Pieter Voss was not among the passengers, city hall said. Mr Voss had missed the ferry by minutes."
    )
    point = found["Was Pieter Voss on board?"]
    assert point.status == "disputed"
    assert [len([m for m in point.claims if m.value == v.id]) for v in point.values] == [1, 2]


def test_every_answer_and_every_conflict_says_why_in_the_words_of_its_claim():
    point = points(ABOARD, "Mayor Pieter Voss was not on board, city hall said.")["Was Pieter Voss on board?"]
    assert all(" says that Pieter Voss was " in m.why for m in point.claims)
    (relation,) = point.relations
    assert "“Mayor Pieter Voss was not on board”" in relation.why
    assert len(relation.spans) == 2


def test_a_relative_on_board_does_not_make_the_mayor_a_passenger():
    assert not disputed(
        "The wife of Pieter Voss was on board, a councillor said.", "Mayor Pieter Voss was not on board, city hall said."
    )


def test_of_two_people_of_one_family_name_each_is_asked_about_alone():
    assert not disputed("Clara Voss was on board, a councillor said.", "Mayor Pieter Voss was not on board, city hall said.")


@pytest.mark.parametrize(
    "alive",
    [
        "Captain Ivo Brandt survived, a hospital said.",
        "Captain Ivo Brandt is alive, his lawyer said.",
        "Captain Ivo Brandt escaped unhurt, the coast guard said.",
        "Captain Ivo Brandt appeared on state television on Tuesday.",
        "“I am alive and well,” Captain Ivo Brandt said.",
    ],
)
def test_who_was_killed_by_one_account_and_lives_by_another_is_disputed(alive):
    assert disputed("The captain, Ivo Brandt, was killed in the explosion, the ministry said.", alive) == {"Did Ivo Brandt die?"}


@pytest.mark.parametrize(
    "other",
    [
        "Captain Ivo Brandt said that nobody else survived.",
        "Captain Ivo Brandt could have survived, a doctor said.",
        "The brother of Captain Ivo Brandt survived, a doctor said.",
        "The man who rescued Captain Ivo Brandt is alive, a doctor said.",
        "It is not known whether Captain Ivo Brandt survived.",
    ],
)
def test_what_does_not_say_that_he_lives_disputes_no_death(other):
    assert not disputed("The captain, Ivo Brandt, was killed in the explosion, the ministry said.", other)


def test_who_lived_when_the_first_account_came_out_may_have_died_since():
    first = "Captain Ivo Brandt survived and is in hospital, the coast guard said."
    then = "Captain Ivo Brandt died in hospital of his burns, the coast guard said."
    assert not disputed(first, then, days=("2023-04-04", "2023-04-07"))


def test_who_was_arrested_by_one_account_and_never_by_another_is_disputed():
    told = "The student leader Ana Mirko was arrested at her home on Sunday, her lawyer said."
    assert disputed(told, "Ana Mirko has never been arrested, the police said.") == {"Was Ana Mirko arrested?"}
    assert not disputed("Ana Mirko has not been arrested, police said.", told, days=("2023-04-01", "2023-04-04"))
    assert not disputed(
        "The deputy Erik Lund was briefly detained on Sunday, police said.", "Erik Lund was not arrested, his lawyer said."
    )


def test_who_left_with_his_men_by_one_account_was_on_no_bus_by_another():
    assert disputed(
        "The fighters left Orlen on Monday. Their commander, Sami Drahn, was among those who left, the army said.",
        "Commander Sami Drahn was not on the buses, residents of Orlen said.",
    ) == {"Was Sami Drahn among those who left?"}


@pytest.mark.parametrize(
    "yes", ["Police said the demonstrators carried knives and petrol bombs.", "Armed protesters stormed the bank."]
)
@pytest.mark.parametrize("no", ["The marchers were unarmed, witnesses said.", "The crowd had no weapons, a priest said."])
def test_a_crowd_that_is_armed_by_one_account_and_unarmed_by_another_is_disputed(yes, no):
    assert disputed(yes, no) == {"Were the protesters armed?"}


@pytest.mark.parametrize(
    "other",
    [
        "Two unarmed marchers were shot, witnesses said.",
        "The police officers were unarmed, witnesses said.",
        "The villagers were unarmed, witnesses said.",
        "Some of the marchers were unarmed, witnesses said.",
    ],
)
def test_a_part_of_a_crowd_and_another_crowd_dispute_nothing(other):
    assert not disputed("Police said the demonstrators carried knives and petrol bombs.", other)


def test_fighters_who_kept_their_rifles_by_one_account_had_laid_them_down_by_another():
    kept = "The fighters left the town with their rifles on Monday, residents said."
    assert disputed(kept, "The fighters had laid down their arms, the general said.") == {"Were the fighters armed?"}
    assert not disputed("Armed fighters attacked the town in May.", "The fighters had laid down their arms, the general said.")


NONE_HARMED = "The army shelled Orlen. No civilian was harmed, the army said."


def test_that_no_civilian_was_harmed_is_rejected_by_who_counts_them():
    found = disputed(NONE_HARMED, "Four residents were wounded and two children died in the shelling of Orlen, doctors said.")
    assert found == {"Were any civilians killed or injured?"}


@pytest.mark.parametrize(
    "other",
    [
        "Three soldiers were wounded in the shelling of Orlen, doctors said.",
        "Twelve people were killed in the shelling of Orlen, doctors said.",
        "In 2019, 40 civilians were killed in the shelling of Orlen, doctors said.",
    ],
)
def test_soldiers_and_people_of_whom_no_more_is_known_are_no_civilians(other):
    assert not disputed(NONE_HARMED, other)


def test_that_nobody_was_hurt_is_rejected_by_any_count_but_not_by_a_later_one():
    no, yes = "Nobody was hurt in the fire, the mayor said.", "Two workers were killed in the fire, doctors said."
    assert disputed(no, yes) == {"Were any people killed or injured?"}
    assert not disputed(no, yes, days=("2023-04-04", "2023-04-06"))
    assert not disputed("There were no immediate reports of casualties.", yes)
    assert not disputed("Nobody was hurt in the second warehouse, the mayor said.", yes)
    assert not disputed("The fire reached the school. Nobody was hurt there, the mayor said.", yes)


@pytest.mark.parametrize(
    ("yes", "no", "question"),
    [
        ("The villagers had been warned, the army said.", "No warning was given, residents said.", "Was there any warning?"),
        (
            "Police fired after repeated warnings, the ministry said.",
            "Police fired without warning, a docker said.",
            "Was there any warning?",
        ),
        (
            "The weather service issued a storm warning at noon.",
            "The crew received no warning, the company said.",
            "Was there any warning?",
        ),
        (
            "Permission for the march had been granted, city hall said.",
            "The march was held without permission, police said.",
            "Had it been permitted?",
        ),
        (
            "The ministry has opened an investigation.",
            "There is no investigation, a spokesman said.",
            "Is it being investigated?",
        ),
        (
            "The captain ordered passengers to abandon ship.",
            "No order to abandon ship was given, survivors said.",
            "Were people told to get out?",
        ),
    ],
)
def test_whether_there_was_a_warning_or_the_like_is_one_question(yes, no, question):
    assert disputed(yes, no) == {question}


@pytest.mark.parametrize(
    "other",
    [
        "Staff had warned the management about the pumps, an engineer said.",
        "The minister warned against panic.",
        "Passengers had been warned, the company said.",
    ],
)
def test_a_warning_of_something_else_or_to_others_is_another(other):
    assert not disputed(other, "The crew received no storm warning, the company said.")


def test_who_says_that_neither_was_warned_does_not_say_that_they_were():
    assert not disputed("Neither driver had been warned, their lawyer said.", "No warning was given, residents said.")


def test_buses_that_all_arrived_by_one_account_and_in_part_by_another_are_disputed():
    all_came = "All the buses arrived in Orlen on Monday, the army said."
    assert disputed(all_came, "Five of the buses never arrived in Orlen, relatives said.") == {"Did the buses arrive?"}
    assert disputed(all_came, "The buses are still stuck at the bridge, a reporter saw.") == {"Did the buses arrive?"}
    some = "Some buses arrived in Orlen on Monday, the army said."
    assert not disputed(some, "Five of the buses never arrived in Orlen, relatives said.")


@pytest.mark.parametrize(
    ("yes", "no", "question"),
    [
        ("The video is authentic, the commission said.", "The ministry dismissed the video as staged.", "Is the video genuine?"),
        ("The ambassador said the UN report was accurate.", "The general called the UN report a lie.", "Is the UN report true?"),
    ],
)
def test_who_calls_a_whole_report_made_up_is_set_against_who_vouches_for_it(yes, no, question):
    assert disputed(yes, no) == {question}


def test_who_calls_a_report_made_up_rejects_no_other_report():
    assert not disputed("The ambassador said the UN report was accurate.", "The general called the ministry's report a lie.")
    assert not disputed("The ministry dismissed the video as staged.", "The video was staged, the minister said.")


def test_a_report_of_looting_that_is_false_is_a_denial_of_looting():
    assert disputed("Shops were looted in Orlen, residents said.", "Reports of looting are false, the mayor said.")


def test_whose_account_somebody_rejects_is_not_the_one_he_gives():
    assert not disputed("Rights Forum said that the marchers carried no flags. It called the government's account a lie.")


def test_who_knew_of_no_warning_does_not_say_that_there_was_none():
    assert not disputed("The ship had been warned of the storm, a judge said.", "The captain said he knew of no warning.")


FIRE = "Four people were killed on Monday when the mill at Hollum burned down."


@pytest.mark.parametrize(
    "earlier",
    [
        "The mill had burned once before, in 2003; no one was killed then.",
        "One earlier fire is on record, in 2003, when nobody was killed.",
        "In an earlier fire a shed was lost. Nobody was killed in that fire.",
    ],
)
def test_what_befell_nobody_in_another_accident_denies_nothing_of_this_one(earlier):
    assert not disputed(FIRE, f"The mill at Hollum burned down on Monday. {earlier}")


def test_a_sentence_on_both_accidents_is_of_this_one():
    assert disputed(FIRE, "In the fire at Hollum on Monday, unlike the one of 2003, no one was killed.")


@pytest.mark.parametrize(
    ("warned", "is_disputed"),
    [
        ("The mayor had been warned by a geologist in spring.", False),
        ("The villagers had been warned by the police on Sunday.", True),
    ],
)
def test_what_the_mayor_alone_was_told_is_no_warning_to_all(warned, is_disputed):
    told = "A slide hit Hollum on Monday."
    assert bool(disputed(f"{told} {warned}", f"{told} There was no warning, Ada Brenner said.")) == is_disputed


@pytest.mark.parametrize(
    ("none", "is_disputed"),
    [
        ("No fatalities occurred in connection with the move of the archive.", False),
        ("No deaths resulted from the closure of the bridge.", False),
        ("No fatalities occurred in connection with the earthquake.", True),
        ("The ministry gave no casualty toll.", False),
        ("There were no casualties.", True),
    ],
)
def test_who_gives_no_toll_or_speaks_of_something_narrower_says_not_that_nobody_died(none, is_disputed):
    quake = "An earthquake shook Hollum on Monday."
    found = disputed(f"{quake} At least nine people were killed.", f"{quake} {none}")
    assert any("killed" in question for question in found) == is_disputed
