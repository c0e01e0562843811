"""What the parts of discovery promise, one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.discover import digests, families, grouping
from rashomon.discover.digests import Unusable
from rashomon.text import samples, terms
from tests.discover.making import FERRY, article


@given(st.text(), st.text())
def test_terms_and_samples_are_sorted_numbers_of_any_text(headline: str, text: str):
    numbers, weights = terms.terms(headline, text)
    assert len(numbers) == len(weights)
    assert np.all(numbers[1:] > numbers[:-1])
    sample = samples.sample(samples.forms(text))
    assert np.all(sample[1:] > sample[:-1])


@given(st.text(min_size=1, max_size=400), st.text(max_size=40))
def test_a_digest_is_made_of_any_text_or_refused(text: str, title: str):
    try:
        made = digests.digest(article(text * 3, title=title))
    except Unusable:
        return
    assert made.id == digests.digest(article(text * 3, title=title)).id


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officials said 12 people were killed and 30 injured.", (("death", 12.0), ("injury", 30.0))),
        ("The blast killed at least seven soldiers.", (("death", 7.0),)),
        ("It happened in 2019, killed nobody.", ()),
        ("Police arrested 1,200 marchers.", (("detention", 1200.0),)),
        ("Eleven dead. 40 fled.", (("death", 11.0), ("departure", 40.0))),
        ("It cost $12 and nobody was hurt.", ()),
    ],
)
def test_a_figure_is_of_the_outcome_named_beside_it(text: str, found: object):
    assert digests.figures(text) == found


def test_the_credit_of_an_agency_is_found():
    assert digests.credit("ORSENA (Reuters) - The ferry sank.") == "Reuters"
    assert digests.credit("The ferry (Halcyon) - sank.") == ""


def sampled(*texts: str) -> list[samples.Hashes]:
    return [samples.sample(samples.forms(text)) for text in texts]


def test_an_article_is_the_copy_of_the_older_one_it_shares_most_with():
    wire = " ".join(part.format(dead=12) for part in FERRY)
    cut = FERRY[0].format(dead=12) + " Our own words follow here, of no length to speak of."
    other = "Nothing of this stands in any other article of the day at all."
    assert families.models(sampled(wire, cut, other), np.ones(3, bool)) == {1: 0}


def test_a_round_up_does_not_make_one_family_of_two():
    one, two = FERRY[0].format(dead=12), FERRY[1].format(dead=14)
    found = families.models(sampled(one, two, one + " " + two), np.ones(3, bool))
    assert set(found) == {2}


def test_a_chain_is_no_group():
    chain = [(i, i + 1, 0.3) for i in range(6)]
    assert max(map(len, _groups(chain))) == 2


def test_what_was_grouped_stays_together():
    assert grouping.grouped([(2, 5, 0.5)], 0.2, {1: 7, 2: 7, 3: 8})[1] == 1


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0.05, 1)), max_size=30), st.randoms())
def test_pairs_in_any_order_give_the_same_groups(pairs: list[tuple[int, int, float]], rng):
    pairs = list({(min(a, b), max(a, b)): (a, b, round(s, 6)) for a, b, s in pairs}.values())
    shuffled = pairs[:]
    rng.shuffle(shuffled)
    assert _groups(pairs) == _groups(shuffled)
    left, right, alike = (np.array(column) for column in zip(*pairs, strict=True)) if pairs else (np.empty(0, int),) * 3
    parted = grouping.parted(left, right, alike, 0.2, {})
    assert sorted(g for g in parted if len(g) > 1) == sorted(g for g in _groups(pairs) if len(g) > 1)


def _groups(pairs: list[tuple[int, int, float]]) -> list[list[int]]:
    made: dict[int, list[int]] = {}
    for unit, group in sorted(grouping.grouped(pairs, 0.2).items()):
        made.setdefault(group, []).append(unit)
    return list(made.values())
