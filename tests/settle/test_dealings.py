"""What is asked of any departure under terms, exchange, surrender or siege is answered in words that share nothing."""

import pytest

import rashomon
from rashomon import pipeline
from rashomon.meaning import dealings
from tests.factory import document

LEFT = "The rebels left the besieged town of Orlen on Monday aboard buses."


def settled(*texts, published=None):
    opened = [f"{LEFT} {text}" for text in texts]
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate(opened)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)


def asked(question, *texts):
    """What is answered to a question, with its status."""
    found = next((p for p in settled(*texts).points if p.question == question), None)
    return found and (found.status, {v.text for v in found.values})


def answers(text):
    """What a text answers to which question, read by itself."""
    found = pipeline.annotate(document(text))
    mentions = {m.id: m for m in found.mentions}
    return {
        (one.question, one.answer)
        for claim in found.claims
        for name in dealings.questions()
        if (one := dealings.read(claim, dealings.put(claim, [mentions[m] for m in claim.mentions]), text, name))
    }


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("The garrison signed a pact with the elders.", "agreed", "made"),
        ("There was no pact, the colonel said.", "agreed", "none"),
        ("The colonel denied that there was any agreement.", "agreed", "none"),
        ("It was a surrender, the colonel said.", "agreed", "surrender"),
        ("An envoy of the bishop carried letters between the lines.", "abroad", "yes"),
        ("The elders settled it among themselves.", "abroad", "no"),
        ("The minister denied that any foreign power had a hand in it.", "abroad", "no"),
        ("The gunmen kept their rifles.", "taken", "small"),
        ("The gunmen handed in every weapon before they left.", "taken", "given_up"),
        ("The trucks were loaded with mortars and ammunition.", "taken", "heavy"),
        ("They carried pistols only.", "taken", "only_small"),
        ("Each gunman may keep one rifle.", "terms", "keep_small"),
        ("Their mortars must be handed over.", "terms", "leave_heavy"),
        ("The last fighters left Orlen at noon.", "over", "left"),
        ("The villagers were driven from their homes.", "forced", "forced"),
        ("Nobody was forced to go, the mayor said.", "forced", "free"),
        ("Not a single sack of flour reached the town.", "food", "none"),
        ("The army denied that it had kept food out.", "food", "open"),
        ("Flour went in every week.", "food", "came"),
        ("The governor dismissed talk of a siege.", "siege", "none"),
        ("The guns fell silent on Monday.", "truce", "held"),
        ("The coaches rolled out and not a bullet was fired.", "shots", "none"),
        ("The evacuation went off without one shot, the mayor said.", "shots", "none"),
        ("Snipers opened fire on the trucks.", "shots", "fired"),
        ("A guard at the checkpoint fired a burst in the air.", "shots", "air"),
        ("No passengers were hurt on the road.", "hurt", "none"),
        ("A bullet came through the coach, injuring two women.", "hurt", "hurt"),
        ("Every lorry was searched.", "searched", "yes"),
        ("Nobody checked the trucks, a guard waved them through.", "searched", "no"),
        ("There were no foreign fighters aboard the buses.", "outsiders", "no"),
        ("Most of the evacuees were children and pensioners.", "mostly", "families"),
        ("The evacuees were mostly men of military age.", "mostly", "men"),
        ("Nobody has crossed the border.", "crossed", "no"),
        ("The president was kept informed throughout.", "knew", "yes"),
        ("The prime minister was never consulted about it.", "knew", "no"),
        ("An earlier truce collapsed in May.", "earlier", "failed"),
        ("Those who remain will not be prosecuted.", "spared", "yes"),
        ("Nobody who stayed has been arrested.", "punished", "no"),
        ("The video is old footage, the army said.", "footage", "old"),
        ("The clip was filmed the same evening.", "footage", "new"),
        ("The rebels laid down their arms.", "agreed", "gave_up"),
        ("They could keep one rifle each.", "terms", "keep_small"),
        ("Eight hostages have come home.", "handed", "some"),
        ("Bread had run out by March.", "food", "short"),
        ("The harbour was shelled until Friday.", "truce", "broken"),
        ("The army promised the release of 30 prisoners.", "exchange", "promised"),
        ("No such promise was made, the army said.", "exchange", "none"),
        ("They were pardoned as an act of mercy.", "exchange", "mercy"),
        ("None of the prisoners has been released.", "released", "none"),
        ("Only 12 of the 30 sailors were handed over.", "handed", "back"),
        ("All 30 sailors had been freed.", "handed", "all"),
        ("The families may return whenever they like.", "return", "may"),
        ("The families will never be allowed to return.", "return", "may_not"),
        ("Some 200 villagers have stayed.", "stayed", "stayed"),
        ("The quarter is empty.", "stayed", "empty"),
        ("The terms have not been published.", "published", "no"),
        ("The two sides came to terms at midnight.", "agreed", "made"),
        ("The villagers left of their own accord.", "forced", "free"),
        ("The Red Cross was not allowed in.", "food", "none"),
        ("The villagers ate grass.", "food", "none"),
        ("Troops ringed the town for nine weeks.", "siege", "besieged"),
        ("About a fifth of the inhabitants refused to leave.", "stayed", "stayed"),
        ("The buses waited because the pilots had not arrived.", "halted", "back"),
        ("Some 90 pupils are still in captivity.", "released", "others"),
    ],
)
def test_an_answer_is_known_by_the_ways_in_which_it_is_put(text, question, answer):
    assert (question, answer) in answers(text)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The rebels hope to reach a deal.", "agreed"),
        ("Troops were sent to deal with the gunmen.", "agreed"),
        ("The gunmen could be allowed to keep their rifles.", "taken"),
        ("A mortar shell killed four people at the gate.", "taken"),
        ("The army tried to capture Orlen.", "fell"),
        ("The bakery sold flour at a loss.", "food"),
        ("The deal was struck on Friday.", "truce"),
        ("No foreign fighters were to leave Orlen.", "over"),
        ("It was signed before an adviser of the foreign mission, whom he refused to name.", "foreign"),
        ("No foreigners were among those on the bus.", "foreign"),
        ("The name of the driver has not been released.", "published"),
        ("The council approved money for new settlements.", "agreed"),
        ("Passengers were trapped in the wreck.", "siege"),
        ("The guns were silent because they had nothing left to shoot at.", "agreed"),
        ("The rebels had blown up their own ammunition.", "taken"),
        ("The names of the dead will be released soon.", "exchange"),
    ],
)
def test_what_is_hoped_for_or_of_something_else_is_no_answer(text, question):
    assert question not in {name for name, _ in answers(text)}


def test_answers_of_two_accounts_stand_side_by_side_though_they_share_no_word():
    left = "Not a single sack of flour crossed the lines, said a baker."
    right = "Aid trucks came in every week, the governor said."
    assert asked("Was food let in?", left, right) == ("disputed", {"none was", "it was"})


def test_fire_after_the_day_since_which_it_is_said_to_have_been_held_breaks_the_truce():
    held = "The army has held its fire since 4 May 2021, it said."
    question = "Was the fire held after the truce?"
    assert asked(question, held, "The harbour was shelled until 6 May 2021, said a baker.")[0] == "disputed"
    assert asked(question, held, "The harbour was shelled until 2 May 2021, said a baker.")[0] == "undisputed"


def test_what_the_terms_allowed_is_not_set_against_what_was_done():
    found = asked("What was agreed about weapons?", "The gunmen may keep one rifle each.", "The gunmen carried machine guns.")
    assert found is None


def test_whoever_wished_to_go_says_not_that_nobody_was_forced():
    question = "Were people forced to leave?"
    assert (
        asked(question, "Families were driven from their homes.", "“I begged to be taken along,” said a widow.")[0]
        == "undisputed"
    )


def test_foreigners_are_asked_for_where_somebody_says_that_there_never_were_any():
    question = "Were there foreigners among the fighters?"
    barred = "Some 30 foreign fighters were pulled off the buses, the army said."
    assert asked(question, barred, "“We never had foreigners in our ranks,” the commander said.")[0] == "disputed"
    assert asked(question, barred, "The army held nine foreign fighters.") is None


def test_the_words_that_answer_are_shown_where_they_are_not_all_of_a_claim():
    case = settled("Under a pact signed on Sunday, 90 villagers are to be moved.", "There was no pact, the colonel said.")
    (point,) = (p for p in case.points if p.question == "Was there any pact?")
    assert {m.words.text for m in point.claims} == {"pact signed", "no pact"}


def test_an_event_of_another_kind_is_not_asked():
    first, second = ("The studio and the players’ union signed a deal.", "There was no deal, the studio said.")
    documents = [document(text, file=f"{n}.txt", outlet=f"Paper {n}") for n, text in enumerate((first, second))]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    assert not any(p.values[0].text == "there was none" for p in case.points)
