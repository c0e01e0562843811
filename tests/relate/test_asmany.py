"""Figures of one sort that are as many are of the same, whatever became of the counted; so are loads, each told once."""

from tests.relate.test_figures import linked


def test_as_many_of_one_sort_of_people_are_the_same_though_one_account_only_plans_for_them():
    assert linked("The rebels are to free 45 sailors.", "All 45 sailors stood at the quay in the rain.") == {
        frozenset({"45 sailors"})
    }


def test_a_few_people_are_not():
    assert not linked("The rebels are to free three sailors.", "Three sailors stood at the quay in the rain.")


def test_as_many_who_came_to_two_things_are_not():
    assert not linked("Twelve sailors were killed.", "Twelve sailors were wounded.")


def test_all_on_board_are_the_same_by_whatever_they_are_called():
    assert linked("The coach had 47 pensioners aboard.", "The coach carried 47 passengers.") == {
        frozenset(("47 pensioners", "47 passengers"))
    }


def test_convoys_that_are_nearly_as_long_are_one():
    assert linked("The convoy of 38 buses waited at the bridge.", "There were 41 buses, a guard said.") == {
        frozenset(("38 buses", "41 buses"))
    }


def test_loads_that_accounts_tell_once_are_of_one_tank():
    assert linked("The tanker was carrying 24,000 litres of oil.", "His lorry held barely 16,000 litres, the haulier said.") == {
        frozenset(("24,000 litres", "barely 16,000 litres"))
    }


def test_loads_of_two_stuffs_are_not():
    assert not linked("The barge was carrying 90 tonnes of gravel.", "The wagons were loaded with 30 tonnes of flour.")


def test_what_became_of_a_load_is_told_of_the_load():
    assert linked("The tanker was carrying 24,000 litres of oil.", "23,000 litres of oil went up in flames.") == {
        frozenset(("24,000 litres", "23,000 litres"))
    }


def test_as_many_children_of_whom_nothing_is_said_to_have_become_are_the_same():
    assert linked("About 60 children were in the hall at noon.", "Some 60 pupils were singing when the roof fell.") == {
        frozenset(("About 60 children", "Some 60 pupils"))
    }
    assert not linked("About 60 children were in the hall at noon.", "Some 60 children fled to the river.")


def test_civilians_who_are_as_many_as_all_the_dead_are_these():
    found = linked("The shells killed 56 civilians.", "Fifty-six people were killed.", "Nine people were killed.")
    assert frozenset(("56 civilians", "Fifty-six people")) in found
