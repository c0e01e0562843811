"""Words without their endings: one for the forms of one word, and never nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.stems import stem


@pytest.mark.parametrize("forms", [("trap", "traps", "trapped", "trapping"), ("lorry", "lorries"), ("load", "loaded", "loads")])
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(form) for form in forms}) == 1


@given(st.text(min_size=1))
def test_something_is_left_of_every_word(word):
    assert stem(word)
