"""Figures are set side by side only where they count the same thing of the same event."""

import time
from dataclasses import replace

from rashomon.relate import figures, profiles, times
from rashomon.settle import narrowed
from tests import factory


def linked(*texts, relations=("same-figure", "part-figure")):
    documents = [factory.document(text, file=f"{i}.txt", published="2024-06-02") for i, text in enumerate(texts)]
    annotations = [factory.pipeline.annotate(d) for d in documents]
    annotations = [replace(a, times=times.resolve(d, a, documents)) for d, a in zip(documents, annotations, strict=True)]
    annotations = [narrowed.whole(a) for a in annotations]
    quantities = {q.id: q.span.text for a in annotations for q in a.quantities}
    return {
        frozenset((quantities[link.left], quantities[link.right]))
        for link in figures.relate(documents, annotations, profiles.profiles(annotations), {})
        if link.relation in relations
    }


def test_the_seriously_injured_are_not_set_against_all_the_injured():
    assert not linked("The tram crash seriously injured 14 people.", "The tram crash injured 33 people.")


def test_a_part_of_the_dead_is_not_set_against_all_of_them():
    assert not linked("Nine people died in the fire.", "Two of the dead were found in the cellar.")


def test_a_figure_of_an_earlier_event_is_not_set_against_one_of_this():
    assert not linked("Nine people were killed in the fire.", "In a fire in 2004 seven people were killed in the same street.")


def test_figures_of_other_events_that_a_page_lists_are_not_those_of_this_one():
    listed = "Some of the worst fires of the past 30 years:\n\nMill Street: seven killed\nSeven people died in May."
    assert not linked("Nine people were killed in the fire.", listed)


def test_figures_of_one_outcome_are_set_side_by_side():
    assert linked("Nine people were killed in the fire.", "The fire killed 12 people.") == {
        frozenset(("Nine people", "12 people"))
    }


def test_a_figure_in_two_nested_claims_is_not_set_against_itself():
    found = linked(
        "Ada Brenner said the council knew that nine people were killed.", "Nine people were killed, Ada Brenner said."
    )
    assert all(len(pair) == 2 for pair in found)


def test_fighters_of_ones_own_are_all_those_that_an_account_tells_of():
    assert linked("The brigade said that 600 of its fighters had left.", "Some 400 gunmen left, the army said.") == {
        frozenset(("600 of its fighters", "Some 400 gunmen"))
    }


def test_a_toll_of_whom_most_were_something_is_no_part():
    assert linked("Nine people died, most of them guards.", "Twelve people died.") == {
        frozenset(("Nine people", "Twelve people"))
    }


def test_bodies_that_somebody_saw_are_some_of_the_dead_and_no_toll():
    texts = "A reporter counted eleven bodies in the yard.", "Eighteen people were killed."
    assert not linked(*texts, relations=("same-figure",))
    assert linked(*texts, relations=("part-figure",)) == {frozenset(("eleven bodies", "Eighteen people"))}


def test_those_looked_after_are_some_of_the_injured():
    texts = "29 are being treated in the town's two hospitals.", "The crash injured 33 people."
    assert not linked(*texts, relations=("same-figure",))
    assert linked(*texts, relations=("part-figure",)) == {frozenset(("29", "33 people"))}


def test_a_figure_after_those_of_a_part_has_a_fate_of_its_own():
    texts = "Three of the wounded have died and the toll now stands at 43.", "Fifty people were killed."
    assert linked(*texts) == {frozenset(("43", "Fifty people"))}


def test_what_was_so_since_long_ago_dates_no_figure():
    texts = "The 19 soldiers whom they had held since 2022 were freed on Friday.", "On Friday 23 soldiers were freed."
    assert linked(*texts) == {frozenset(("19 soldiers", "23 soldiers"))}
    assert not linked("It was the worst fire since 2004, when seven people died.", "Nine people were killed in the fire.")


def test_those_included_are_no_total():
    found = linked("Forty-seven people, among them 11 children and 20 women, died.", "Forty people died.")
    assert found == {frozenset(("Forty-seven people", "Forty people"))}


def test_of_whom_some_were_passengers_came_to_what_all_came_to():
    found = linked("196 people were on board, of whom 183 were passengers.", "142 passengers were on board.")
    assert frozenset(("183", "142 passengers")) in found


def test_measures_of_one_side_of_one_thing_are_set_side_by_side_in_any_unit():
    found = linked("The tram was travelling at around 45mph.", "The tram was doing 70 km/h when it left the rails.")
    assert found == {frozenset(("around 45mph", "70 km/h"))}


def test_two_sides_of_one_thing_are_not():
    assert not linked("The crater is three metres wide.", "The crater is two metres deep.")


def test_those_whom_one_party_saved_are_not_set_against_all_who_were():
    assert not linked("Fishing boats rescued 71 people.", "In all, 124 people were rescued.")


def test_a_figure_that_goes_on_counting_parts_is_a_part():
    found = linked("The clinic said 58 of the injured were in Orlen; 13 had been flown out.", "Some 90 people were injured.")
    assert not found


def test_things_that_two_accounts_count_once_and_nearly_alike_are_set_side_by_side():
    found = linked("Some families left on 45 buses.", "A driver counted 47 buses at the gate.")
    assert frozenset(("45 buses", "47 buses")) in found


def test_things_of_which_the_one_counts_many_more_are_not():
    assert not linked("Some families left on 45 buses.", "A driver counted 470 buses in the depot.")


def test_the_year_in_which_a_thing_was_made_does_not_date_what_is_told_of_it():
    assert linked("The tram, built in 1986, was certified for 150 passengers.", "The tram was certified for 150 passengers.")


def test_of_the_parts_that_one_claim_tells_only_the_greatest_is_set_against_the_whole():
    found = linked("Two people were killed on Monday.", "A shell killed five civilians on Monday, among them three children.")
    assert found == {frozenset(("Two people", "five civilians"))}


def test_children_told_behind_a_speaker_are_of_those_killed():
    found = linked(
        "Forty people were killed, the mayor said, three of them children.", "Five children were killed, the police said."
    )
    assert frozenset(("three", "Five children")) in found


def test_how_soon_one_thing_came_is_not_set_against_how_soon_another_did():
    boat = "The first patrol boat had reached the scene within 20 minutes."
    assert linked(boat, "The first patrol boat reached the wreck 49 minutes after the call.")
    assert not linked(boat, "A boat came for the divers two hours later.")


def test_a_part_that_its_own_account_has_room_for_disputes_no_whole():
    told = "Four people were killed in the march, the minister said."
    assert linked(told, "Nine men were killed in the march.")
    whole = "Fourteen people were killed in the march. Nine men were killed by shots."
    assert not any("Nine men" in pair for pair in linked(told, whole))


def test_a_long_line_of_words_for_other_events_takes_no_time():
    before = time.monotonic()
    linked("Nine people were killed.", "recent major past history past years " * 400)
    assert time.monotonic() - before < 20


def test_the_crew_is_not_set_against_all_on_board():
    assert not linked("The ferry had 118 passengers and a crew of nine on board.", "On the ferry were 127 people.")


def test_citizens_of_one_country_are_not_set_against_all_the_dead():
    assert not linked("The crash killed 12 people.", "Ten Norland citizens were killed in the crash.")
    assert linked("The raid killed 40 people.", "Eleven citizens were killed in the raid.")


def test_who_was_taken_from_school_did_not_leave():
    assert not linked("As many as 57 girls escaped.", "More than 270 girls were taken from their school at Orlen.")


def test_all_who_did_what_is_told_are_a_total_though_the_text_points_at_them():
    texts = "About 4,000 people escaped from the town.", "There were foreigners among the 3,000 who escaped from the town."
    assert linked(*texts) == {frozenset(("About 4,000 people", "3,000"))}


def test_whoever_was_on_board_of_a_convoy_left_with_it():
    found = linked(
        "A convoy of 20 coaches crossed the river. About 900 people were on board, some 120 of them guerrillas.",
        "The commander said: “We brought out 300 of our men.”",
    )
    assert frozenset(("some 120", "300 of our men")) in found


def test_a_figure_without_a_noun_counts_people_where_some_of_them_are_told():
    found = linked(
        "A convoy of 20 coaches crossed the river. About 900 people were on board, some 120 of them guerrillas.",
        "There were about 900, including some 120 guerrillas, he said.",
        "The rebels said that 300 guerrillas had left.",
    )
    assert {frozenset(("About 900 people", "about 900")), frozenset(("some 120 guerrillas", "300 guerrillas"))} <= found


def test_those_from_one_country_are_not_set_against_all_the_dead():
    assert not linked("The crash killed 12 people.", "The crash killed ten from Norland.")


def test_tolls_of_one_place_after_the_other_are_no_tolls_of_all():
    assert not linked("Twenty-six people died at the terminal and 22 in the town, a list said.", "The quake killed 58 people.")


def test_none_among_some_is_not_set_against_the_toll():
    assert not linked("There were no fatalities among the staff, the company said.", "The fire killed seven people.")
    assert not linked("No fatalities occurred in connection with the move, the ministry said.", "The quake killed 12 people.")


def test_some_among_the_dead_are_not_all_of_them_though_they_are_added_up():
    assert not linked("Among the dead are four women and two children, a doctor said.", "At least seven people were killed.")


def test_who_succumbed_to_injuries_is_one_of_the_dead_and_not_injured():
    assert not linked("Two people succumbed to their injuries.", "Seven people were killed.")
    assert not linked("The toll rose after two people died of their injuries.", "Seven people were killed.")
    assert not linked("Two people succumbed to their injuries.", "Four people were injured.")


def test_the_age_of_a_schoolboy_counts_nobody():
    assert not linked("A schoolboy of 15 died of a wound.", "Nine people died of their wounds.")


def test_the_strongest_of_the_aftershocks_is_not_the_earthquake():
    shocks = "Aftershocks were continuing, the strongest of magnitude 5.1."
    assert not linked(shocks, "An earthquake of magnitude 6.8 occurred south of Harn.")


def test_what_somebody_is_wanted_for_is_not_the_toll():
    assert not linked("The chief, who is wanted for the murder of eleven policemen, fled.", "The raid killed 14 people.")


def test_bodies_that_were_reached_are_some_of_the_dead():
    found = linked("The truck was cut up to reach two bodies.", "At least 17 people were killed.", relations=("same-figure",))
    assert not found


def test_another_figure_of_the_same_is_not_many_times_the_first():
    crowd = linked("One officer was killed. Organisers spoke of 100,000.", "Two officers were killed.")
    assert not any("100,000" in pair for pair in crowd)
