"""How the answers of one account stand to one another: its headline and its text, one speaker on two days."""

from dataclasses import replace

import rashomon
from rashomon import pipeline
from rashomon.model import Block, Case, Document, Point
from tests.factory import document


def account(headline: str, text: str, outlet: str = "Valley Post", published: str = "2024-06-05") -> Document:
    made = document(f"{headline}\n\n{text}", file=f"{outlet}.txt", outlet=outlet, published=published)
    return replace(made, blocks=(Block(start=0, end=len(headline), role="headline"), *made.blocks[1:]))


def settled(*documents: Document) -> Case:
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)


def only(case: Case) -> Point:
    (point,) = case.points
    return point


FORTY = "Ferry sinking off Orlen kills 40"
FOURTEEN = "A ferry sank off Orlen on Saturday. The coastguard said 14 people had died when the ferry sank."


def test_a_headline_whose_figure_its_text_does_not_give_is_set_against_it():
    case = settled(account(FORTY, FOURTEEN))
    (relation,) = only(case).relations
    assert relation.relation == "conflict"
    assert relation.headlines == (case.documents[0].id,)
    assert relation.why.startswith("Valley Post: its headline says “40”, its text “14 people”.")
    assert {span.text for span in relation.spans} == {"40", "14 people"}


def test_a_headline_whose_figure_its_text_gives_as_well_is_not():
    case = settled(account(FORTY, f"{FOURTEEN} The mayor said that 40 people had died when the ferry sank."))
    assert not any(r.headlines for p in case.points for r in p.relations)


def test_a_headline_that_its_text_rounds_or_refines_is_not():
    case = settled(
        account("Dozens killed as ferry sinks", "At least 43 people were killed when a ferry sank, the coastguard said.")
    )
    assert not any(r.relation == "conflict" for p in case.points for r in p.relations)


def test_headline_and_text_in_one_voice_are_no_two_renderings():
    case = settled(account("Thousands of fighters left Orlen", "About 250 fighters left Orlen on Sunday."))
    (relation,) = only(case).relations
    assert (relation.relation, bool(relation.headlines)) == ("conflict", True)


def test_a_headline_is_set_against_a_text_that_says_it_was_not_so():
    told = "The defence minister did not approve the strike on the hospital, his spokesman said on Monday."
    (relation,) = only(settled(account("Minister approved the strike on the hospital", told))).relations
    assert (relation.relation, bool(relation.headlines)) == ("conflict", True)


def test_two_accounts_that_differ_are_named_before_a_headline_that_does():
    other = account("Fire brigade at work", "The fire brigade said that 40 people were killed when the ferry sank.", "Orlen Echo")
    point = next(p for p in settled(account(FORTY, FOURTEEN), other).points if p.kind == "number")
    assert point.relations[0].headlines
    assert "headline" not in point.relations[0].why


def test_one_speaker_on_two_days_in_one_account_has_changed_position():
    first = "Mayor Ada Brenner said on Sunday that 12 people were killed in the fire."
    told = f"{first} On Wednesday, Brenner said that 15 people were killed in the fire."
    (relation,) = only(settled(account("Fire in Orlen", told))).relations
    assert relation.relation == "superseded"
    assert "said on 2024-06-02 and on 2024-06-05" in relation.why


def test_two_figures_of_one_account_in_its_own_voice_answer_two_questions():
    told = "Twelve people were killed in the fire at the mill. Nineteen people were killed in the fire at the market."
    assert not settled(account("Fires in Orlen", told)).points


def test_whoever_declines_or_cannot_confirm_stands_behind_nothing():
    doctor = account("Hospital hit", "The army shelled the hospital in Orlen, a doctor said.", "Hill Times")
    nurse = account("Hospital hit", "The army shelled the hospital in Orlen, a nurse said.", "Orlen Echo")
    for told in (
        "declined to say whether it had shelled the hospital in Orlen.",
        "could not confirm that it had shelled the hospital.",
    ):
        case = settled(doctor, nurse, account("No word", f"The army {told}"))
        stances = {c.id: c.chain[0].stance for c in case.claims}
        for point in case.points:
            held = [{stances[m.claim] == "declines" for m in point.claims if m.value == v.id} for v in point.values]
            assert all(len(kinds) == 1 for kinds in held)
            assert point.status != "disputed"


FLOOD = (
    "The river burst its banks above Orlen on Sunday night and took the lower town by surprise. The homes of {} families had to "
    "be cleared before dawn. Boats from the rowing club went from door to door in the dark. The bridge to the station was closed."
)


def test_two_figures_in_one_sentence_that_a_copy_changed_are_no_dispute():
    first = account("Flood in Orlen", FLOOD.format(142))
    copy = account("Flood in Orlen", FLOOD.format(124) + "\n\nSource: Valley Post", "Hill Times", "2024-06-06")
    point = next(p for p in settled(first, copy).points if p.kind == "number")
    assert [r.relation for r in point.relations] == ["repeat"]
    assert "two copies of one sentence" in point.relations[0].why


def test_two_figures_in_like_sentences_of_accounts_that_worked_alone_are():
    first = account("Flood in Orlen", "The homes of 142 families had to be cleared before dawn.")
    other = account("High water", "The homes of 124 families had to be cleared before noon.", "Hill Times", "2024-06-06")
    point = next(p for p in settled(first, other).points if p.kind == "number")
    assert [r.relation for r in point.relations] == ["conflict"]


TWELVE = "Twelve people died in the mill fire at Orlen, the coroner said."


def test_an_outlet_that_later_gives_a_higher_toll_has_changed_its_position():
    later = "The death toll of the mill fire at Orlen has risen to 15, the mayor said."
    case = settled(
        document(TWELVE, file="1.txt", outlet="Echo", published="2024-06-05"),
        document(later, file="2.txt", outlet="Echo", published="2024-06-06"),
    )
    assert {r.relation for p in case.points for r in p.relations if p.kind == "number"} == {"superseded"}


def test_another_outlet_that_later_says_a_toll_has_risen_contradicts_nobody():
    later = "The death toll of the mill fire at Orlen has risen to 15, the mayor said."
    case = settled(
        document(TWELVE, file="1.txt", outlet="Echo", published="2024-06-05"),
        document(later, file="2.txt", outlet="Post", published="2024-06-06"),
    )
    assert {r.relation for p in case.points for r in p.relations if p.kind == "number"} == {"compatible"}


def test_two_tolls_of_which_neither_says_that_it_rose_are_in_conflict():
    case = settled(
        document(TWELVE, file="1.txt", outlet="Echo", published="2024-06-05"),
        document(
            "Fifteen people died in the mill fire at Orlen, the mayor said.", file="2.txt", outlet="Post", published="2024-06-06"
        ),
    )
    assert {r.relation for p in case.points for r in p.relations if p.kind == "number"} == {"conflict"}


def test_the_missing_of_two_days_are_no_contradiction():
    case = settled(
        document("Thirty people were missing, the coroner said.", file="1.txt", outlet="Echo", published="2024-06-05"),
        document("Eighteen people were missing, the mayor said.", file="2.txt", outlet="Post", published="2024-06-06"),
    )
    assert {r.relation for p in case.points for r in p.relations if p.kind == "number"} == {"compatible"}


def test_a_toll_of_the_same_day_that_is_said_to_have_risen_contradicts_no_lower_one():
    case = settled(
        document(TWELVE, file="1.txt", outlet="Echo", published="2024-06-05"),
        document("The death toll of the mill fire at Orlen rose to 15, the mayor said.", file="2.txt", outlet="Post"),
    )
    assert {r.relation for p in case.points for r in p.relations if p.kind == "number"} == {"compatible"}


def test_a_measure_that_something_reached_has_not_risen_since_another_account():
    case = settled(
        document("The crater is three metres wide, the mayor said.", file="1.txt", outlet="Echo"),
        document("The crater, which reached the road, is seven metres wide, a clerk said.", file="2.txt", outlet="Post"),
    )
    assert {r.relation for p in case.points for r in p.relations if p.kind == "number"} == {"conflict"}


def test_one_question_is_asked_once_where_a_page_gives_the_counts_of_several():
    case = settled(
        document("The minister said three people were killed in the march on Orlen.", file="1.txt", outlet="Echo"),
        document(
            "The hospital had confirmed 17 dead after the march on Orlen. The party claims more than 30 dead. "
            "The march began at noon.",
            file="2.txt",
            outlet="Hill Times",
        ),
    )
    (point,) = [p for p in case.points if p.kind == "number"]
    assert [v.text for v in point.values] == ["three people", "17 dead", "more than 30 dead"]


def test_a_count_that_an_outlet_sets_against_another_speakers_takes_nothing_back():
    told = "The minister has put the toll of the march at three. Doctors spoke of 17 dead."
    case = settled(account("Death toll rises to 19 as doctors contradict minister", told))
    assert "superseded" not in {r.relation for p in case.points for r in p.relations if "three" in r.why}


def test_a_headline_is_not_set_against_a_text_in_which_several_speakers_give_figures():
    told = "The minister said three people were killed in the march. A doctor said 17 people were killed in the march."
    case = settled(account("Death toll of the march rises to 19", told))
    assert not any(r.headlines for p in case.points for r in p.relations)
