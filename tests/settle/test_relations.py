"""How the answers of one account stand to one another: its headline and its text, one speaker on two days."""

from dataclasses import replace

import pytest

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


FIFTEEN = "Fifteen people died in the mill fire at Orlen, the mayor said."


def tolls(*told: tuple[str, str, str | None]) -> dict[str, str]:
    """How the tolls of accounts (text, outlet, day) stand to one another: the relation and why."""
    documents = [document(text, file=f"{outlet}.txt", outlet=outlet, published=day) for text, outlet, day in told]
    return {r.relation: r.why for p in settled(*documents).points for r in p.relations if p.kind == "number"}


def test_a_toll_that_was_last_given_before_a_higher_one_is_not_contradicted_by_it():
    (why,) = [tolls((TWELVE, "Echo", "2024-06-05"), (FIFTEEN, "Post", "2024-06-06")).get("compatible", "")]
    assert why.endswith("The lower was last published on 2024-06-05, the higher first on 2024-06-06, and such counts rise.")


def test_a_toll_that_an_account_of_the_higher_ones_day_still_gives_is_in_conflict_with_it():
    late = "The mill fire at Orlen has cost 12 lives, according to a nurse who works there."
    found = tolls((TWELVE, "Echo", "2024-06-05"), (FIFTEEN, "Post", "2024-06-06"), (late, "Hill Times", "2024-06-07"))
    assert "Hill Times of 2024-06-07 still has it" in found["conflict"]


def test_a_copy_printed_late_does_not_hold_a_toll_that_its_model_gave():
    wire = TWELVE + " The fire broke out in the drying room at noon and burned until dusk, and nobody knows why."
    copy = wire + "\n\nSource: Echo"
    found = tolls((wire, "Echo", "2024-06-05"), (FIFTEEN, "Post", "2024-06-06"), (copy, "Hill Times", "2024-06-07"))
    assert {*found} == {"compatible"}


def test_an_earlier_toll_that_an_account_looks_back_on_is_not_held_by_it():
    later = "The mayor, who had first spoken of 12 people who died in the mill fire at Orlen, did not answer questions."
    found = tolls((TWELVE, "Echo", "2024-06-05"), (FIFTEEN, "Post", "2024-06-06"), (later, "Hill Times", "2024-06-07"))
    assert "conflict" not in found


def test_a_lower_toll_that_allows_no_more_is_in_conflict_with_a_later_one():
    only = "Only twelve people died in the mill fire at Orlen, the coroner said."
    assert "allows no more" in tolls((only, "Echo", "2024-06-05"), (FIFTEEN, "Post", "2024-06-06"))["conflict"]


def test_two_tolls_of_all_there_were_are_in_conflict_whichever_was_first():
    low = "In all, twelve people died in the mill fire at Orlen, the coroner said."
    high = "In all, fifteen people died in the mill fire at Orlen, the mayor said."
    assert "both speak of all" in tolls((low, "Echo", "2024-06-05"), (high, "Post", "2024-06-06"))["conflict"]


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("By nightfall 41 people had been rescued from the mill at Orlen.", "Sixty people were rescued from the mill at Orlen."),
        ("The mill fire at Orlen killed 12 people.", "The toll of the mill fire at Orlen leapt to 15."),
        ("In the mill fire at Orlen 12 deaths have been confirmed.", "The mill fire at Orlen killed 15 people."),
    ],
)
def test_a_count_of_one_hour_and_one_that_leapt_since_contradict_nobody(low, high):
    assert "conflict" not in {*tolls((low, "Echo", "2024-06-05"), (high, "Post", "2024-06-05"))}


def test_tolls_of_two_sides_are_in_conflict_whichever_was_first():
    low = "Three people were killed in the march on Orlen, the interior ministry said."
    high = "Seventeen people were killed in the march on Orlen, the opposition said."
    assert "two sides" in tolls((low, "Echo", "2024-06-05"), (high, "Post", "2024-06-06"))["conflict"]


def test_tolls_are_in_conflict_where_no_date_tells_which_was_first_or_the_lower_came_later_or_long_after():
    assert {*tolls((TWELVE, "Echo", None), (FIFTEEN, "Post", "2024-06-06"))} == {"conflict"}
    assert {*tolls((TWELVE, "Echo", "2024-06-07"), (FIFTEEN, "Post", "2024-06-06"))} == {"conflict"}
    fire = "A mill at Orlen burned down. Nobody knows why."
    late = tolls((fire, "Voice", "2024-03-05"), (TWELVE, "Echo", "2024-06-05"), (FIFTEEN, "Post", "2024-06-06"))
    assert {*late} == {"conflict"}


def test_the_number_that_somebody_gives_is_of_those_told_of_before():
    told = "Fifteen people died in the mill fire at Orlen, the mayor said. The coroner still gives the number as 14."
    found = tolls((told, "Echo", "2024-06-05"))
    assert {*found} == {"conflict"}


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


def test_a_toll_that_counts_up_to_now_is_not_contradicted_by_a_higher_one_whichever_day_it_is_of():
    early = "Twelve dead have been brought out of the mill at Orlen by now, the coroner said."
    assert {*tolls((early, "Echo", None), (FIFTEEN, "Post", "2024-06-06"))} == {"compatible"}
    assert {*tolls((TWELVE, "Echo", None), ("Fifteen people died at Orlen in the end, the mayor said.", "Post", None))} == {
        "compatible"
    }


def test_what_an_agency_wrote_before_is_not_set_against_the_headline_of_whoever_looks_back_on_it():
    told = "Workers died in the mill fire at Orlen. In an earlier dispatch the agency had spoken of nine deaths."
    nine = document("Nine people died in the mill fire at Orlen, the coroner said.", file="2.txt", outlet="Echo")
    case = settled(account("Death toll of mill fire climbs to ten", told), nine)
    assert {r.relation for p in case.points for r in p.relations if p.kind == "number"} == {"compatible"}
    assert not any(r.headlines for p in case.points for r in p.relations)


def test_what_somebody_says_that_he_had_counted_is_no_count_given_before():
    low = "Porter Jan Velis said that he had counted 12 dead after the mill fire at Orlen."
    assert {*tolls((low, "Echo", None), (FIFTEEN, "Post", None))} <= {"conflict"}
    left = "Some 400 miners were taken out of Orlen on 45 buses."
    seen = "A guard said that he had counted 47 buses at the gate of Orlen."
    assert {*tolls((left, "Echo", None), (seen, "Post", None))} == {"conflict"}


def test_tolls_of_two_sides_are_in_conflict_though_the_one_says_so_far():
    low = "Nine people have been killed in the march on Orlen so far, the police said."
    high = "Forty people were killed in the march on Orlen, the opposition said."
    assert {*tolls((low, "Echo", None), (high, "Post", None))} == {"conflict"}


def test_an_account_without_a_date_holds_no_toll_longer_than_those_with_one_do():
    undated = "The mill fire at Orlen has cost 12 lives, according to a nurse who works there."
    found = tolls((TWELVE, "Echo", "2024-06-05"), (undated, "Hill Times", None), (FIFTEEN, "Post", "2024-06-06"))
    assert {*found} == {"compatible"}


def test_the_missing_of_one_day_are_no_contradiction_unless_two_sides_count_them():
    many, few = "Six people were missing, the coroner said.", "Two people remain missing, the mayor said."
    assert {*tolls((many, "Echo", "2024-06-05"), (few, "Post", "2024-06-05"))} == {"compatible"}
    few, many = "Two people are missing, the police said.", "Sixty people are missing, the opposition said."
    assert {*tolls((many, "Echo", "2024-06-05"), (few, "Post", "2024-06-05"))} == {"conflict"}


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


def test_the_missing_of_whom_a_later_account_tells_less_are_no_contradiction_though_a_copy_repeats_the_many():
    wire = (
        "Seventeen people were missing after the bridge at Orlen fell, the coroner said. The bridge was closed to lorries in "
        "spring, and nobody knows why it was opened again in June, before the harvest began."
    )
    later = "Seven people were missing at Orlen, the mayor said."
    found = tolls(
        (wire, "Echo", "2024-06-05"), (later, "Post", "2024-06-06"), (wire + "\n\nSource: Echo", "Hill Times", "2024-06-06")
    )
    assert {*found} == {"compatible"}


def test_what_an_account_takes_back_as_an_error_of_an_earlier_version_is_superseded():
    told = (
        "The fire at Orlen killed 24 people, the mayor said.\n\n"
        "Correction: An earlier version of this article said that 26 people had been killed at Orlen."
    )
    found = tolls((told, "Echo", "2024-06-05"))
    assert {*found} == {"superseded"}
    assert "it was corrected" in found["superseded"]


SUNK = "A ferry sank off Orlen on Saturday. The mayor, {}, said that {} people had died when the ferry sank."


def test_one_speaker_in_a_translators_spelling_does_not_contradict_himself():
    case = settled(
        account("Ferry sinks", SUNK.format("Amina Moravec", 40), published="2024-06-05"),
        account("Ferry lost", SUNK.format("Amina Morawetz", 41), outlet="Lake Gazette", published="2024-06-05"),
    )
    assert [r.relation for p in case.points for r in p.relations] == ["repeat"]


def test_two_speakers_of_one_last_name_may_contradict_one_another():
    case = settled(
        account("Ferry sinks", SUNK.format("Amina Moravec", 40), published="2024-06-05"),
        account("Ferry lost", SUNK.format("Jonas Moravec", 41), outlet="Lake Gazette", published="2024-06-05"),
    )
    assert [r.relation for p in case.points for r in p.relations] == ["conflict"]


def stamped(text: str, outlet: str, stamp: str, role: str = "stamp") -> Document:
    """An account of 5 June 2024 whose page is dated by this line."""
    made = document(f"{stamp}\n{text}", file=f"{outlet}.txt", outlet=outlet, published="2024-06-05")
    told = replace(made.published, evidence=(made.span(0, 10),))
    return replace(made, published=told, blocks=(replace(made.blocks[0], role=role), *made.blocks[1:]))


@pytest.mark.parametrize(
    ("early", "late", "relation"),
    [
        ("5 June 2024, 11:20", "5 June 2024 at 3:12 p.m.", "compatible"),
        ("5 June 2024 - 11:20", "5 June 2024, 07.55 (updated 18:40)", "compatible"),
        ("5 June 2024, 16:05", "5 June 2024 at 3:12 p.m.", "conflict"),
        ("05-06-2024  11:20", "05-06-2024  15:12", "compatible"),
        ("5 June 2024, 11:20", "5 June 2024", "conflict"),
        ("5 June 2024 11:20+02:00", "5 June 2024 at 3:12 p.m.", "conflict"),
        ("5 June 2024, 11:20 GMT", "5 June 2024 at 3:12 p.m.", "conflict"),
        ("5 June 2024, 11:20, updated 3 hours ago", "5 June 2024 at 3:12 p.m.", "conflict"),
    ],
)
def test_on_one_day_tolls_are_ordered_by_the_hours_of_the_stamps(early, late, relation):
    case = settled(stamped(TWELVE, "Echo", early), stamped(FIFTEEN, "Post", late))
    ((found, why),) = {(r.relation, r.why) for p in case.points for r in p.relations if p.kind == "number"}
    assert found == relation
    assert ("anew at 11:20, the higher first at " in why) == (relation == "compatible")


def test_an_hour_in_the_prose_orders_no_tolls():
    case = settled(
        stamped(TWELVE, "Echo", "5 June 2024 was its last day, at 11:20.", role="paragraph"),
        stamped(FIFTEEN, "Post", "5 June 2024, 15:12"),
    )
    assert {r.relation for p in case.points for r in p.relations if p.kind == "number"} == {"conflict"}


def test_a_headline_leaves_open_what_its_text_leaves_open():
    below = account("Fourteen die as ferry sinks off Orlen", "At least 14 people died when a ferry sank off Orlen on Saturday.")
    case = settled(below, account(FORTY, FORTY, outlet="Echo"))
    assert {r.relation for p in case.points for r in p.relations} <= {"refines", "compatible", "agree"}
