"""What the parts of discovery promise, one by one."""

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.discover import apart, digests, families, grouping
from rashomon.discover.digests import Unusable
from rashomon.text import fingerprints, terms
from rashomon.text.words import Words
from tests.discover.making import FERRY, article


def read(*texts: tuple[str, str]) -> list[terms.Read]:
    return terms.read(texts, Words())


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_terms_and_samples_are_sorted_numbers_of_any_text(texts: list[tuple[str, str]]):
    for made in read(*texts):
        assert len(made.terms) == len(made.weights)
        assert np.all(made.terms[1:] > made.terms[:-1])
        assert np.all(made.sample[1:] > made.sample[:-1])
        assert np.all(made.signs[1:] > made.signs[:-1])


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=5))
def test_a_text_is_read_the_same_alone_and_among_others(texts: list[tuple[str, str]]):
    for text, made in zip(texts, read(*texts), strict=True):
        (alone,) = read(text)
        assert (made.words, made.headline, made.years) == (alone.words, alone.headline, alone.years)
        for name in ("kinds", "terms", "weights", "sample", "signs"):
            assert np.array_equal(getattr(made, name), getattr(alone, name))


def test_threads_of_one_process_make_the_same_digests():
    def made(name: str) -> list[bytes]:
        words = [f"{name}{''.join(chr(97 + n // 26**k % 26) for k in range(3))}" for n in range(3000)]
        pieces = (article(" ".join(words[at : at + 100]), title=name) for at in range(0, 3000, 100))
        return [digests.digest(piece).terms for piece in pieces]

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            together = list(threads.map(made, "klmn"))
    finally:
        sys.setswitchinterval(before)
    assert together == [made(name) for name in "klmn"]


@given(st.text(min_size=1, max_size=400), st.text(max_size=40))
def test_a_digest_is_made_of_any_text_or_refused(text: str, title: str):
    try:
        made = digests.digest(article(text * 3, title=title))
    except Unusable:
        return
    assert made.id == digests.digest(article(text * 3, title=title)).id


def test_a_headline_with_one_sentence_is_an_article():
    made = digests.digest(article("Divers searched the hull of the Halcyon.", title="Ferry capsizes off Orsena"))
    assert made.title == "Ferry capsizes off Orsena"
    with pytest.raises(Unusable, match="fewer than 10 words"):
        digests.digest(article("Read more below.", title="Sign up"))


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
    (made,) = read(("", text))
    assert digests.figures(made) == found


def test_the_credit_of_an_agency_is_found():
    assert digests.credit("ORSENA (Reuters) - The ferry sank.") == "Reuters"
    assert digests.credit("The ferry (Halcyon) - sank.") == ""


def test_names_are_those_that_stand_inside_sentences():
    (made,) = read(("", "Yesterday the ferry Halcyon left Port Marwan. Divers from Al-Harwa searched, Ilko Brandt said."))
    assert digests.names(made) == ("Al-Harwa", "Halcyon", "Ilko Brandt", "Port Marwan")


def models(*texts: str) -> dict[int, int]:
    samples = [made.sample for made in read(*(("", text) for text in texts))]
    many = len(texts)
    sizes = np.array([len(s) for s in samples])
    return families.models(np.concatenate(samples), sizes, np.zeros(many, int), np.ones(many, bool), 60)


def test_an_article_is_the_copy_of_the_older_one_it_shares_most_with():
    wire = " ".join(part.format(dead=12) for part in FERRY)
    cut = FERRY[0].format(dead=12) + " Our own words follow here, of no length to speak of."
    other = "Nothing of this stands in any other article of the day at all."
    assert models(wire, cut, other) == {1: 0}


def test_a_round_up_does_not_make_one_family_of_two():
    one, two = FERRY[0].format(dead=12), FERRY[1].format(dead=14)
    assert set(models(one, two, one + " " + two)) == {2}


def test_what_is_looked_through_at_a_time_changes_nothing(monkeypatch: pytest.MonkeyPatch):
    texts = [" ".join(part.format(dead=12 + n % 3) for part in FERRY[: 1 + n % 3]) for n in range(20)]
    whole = models(*texts)
    monkeypatch.setattr(families, "TOGETHER", 50)
    assert models(*texts) == whole


def test_a_sample_of_a_part_stands_in_that_of_the_whole():
    numbers = np.arange(200, dtype=np.uint64)
    runs, sizes = fingerprints.sampled(np.concatenate((numbers, numbers[50:100])), np.array([200, 50]))
    assert set(runs[sizes[0] :].tolist()) < set(runs[: sizes[0]].tolist())


def test_a_chain_is_no_group():
    chain = [(i, i + 1, 0.3) for i in range(6)]
    assert max(map(len, _groups(chain))) == 2


def test_what_was_grouped_stays_together():
    assert grouping.grouped([(2, 5, 0.5)], 0.2, {1: 7, 2: 7, 3: 8})[1] == 1


def signs(*texts: str) -> list[np.ndarray]:
    return [made.signs for made in read(*(("", text) for text in texts))]


def arrests(of: str, on: str) -> list[np.ndarray]:
    said = ("police stopped {} of the Port Marwan Herons on {}.", "a car that {} of the Herons drove on {} was stopped.")
    more = ("fans of the Herons wait for {} since {}.", "the Herons let {} play whatever the police in Port Marwan say of {}.")
    return signs(*(text.format(of, on) for text in (*said, *more)))


def test_two_groups_that_head_their_reports_with_other_names_are_two_events():
    assert apart.apart(arrests("Ilko Brandt", "Sunday"), arrests("Omar Vey", "Sunday"), 0.65)
    assert not apart.apart(arrests("Ilko Brandt", "Monday"), arrests("Ilko Brandt", "Sunday"), 0.65)


def test_spellings_of_one_name_are_no_two_events():
    assert not apart.apart(arrests("Mikhail Khorov", "Monday"), arrests("Michail Chorow", "Monday"), 0.4)


def test_what_names_nothing_is_not_told_apart():
    assert not apart.apart(signs(*["nothing is named here"] * 5), signs(*["nor here"] * 5), 0.1)


def test_two_groups_that_are_held_apart_stay_two_unless_more_brings_them_together():
    ring = [(a + s, b + s, 0.9) for s in (0, 3) for a, b in ((0, 1), (0, 2), (1, 2))] + [(2, 3, 0.3), (0, 5, 0.3), (1, 4, 0.3)]
    left, right, alike = (np.array(column) for column in zip(*ring, strict=True))
    assert grouping.parted(left, right, alike, 0.1, {}) == [[0, 1, 2, 3, 4, 5]]
    asked = []

    def told(one, two, ratio):
        asked.append((sorted(one), sorted(two), round(ratio, 3)))
        return True

    assert grouping.parted(left, right, alike, 0.1, {}, told) == [[0, 1, 2], [3, 4, 5]]
    assert asked == [([0, 1, 2], [3, 4, 5], 0.111)]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0.05, 1)), max_size=40), st.integers(0, 4), st.randoms()
)
def test_what_is_held_apart_is_so_in_any_order_of_the_pairs(pairs: list[tuple[int, int, float]], which: int, rng):
    pairs = list({(min(a, b), max(a, b)): (a, b, round(s, 6)) for a, b, s in pairs}.values())
    found = []
    for _ in range(2):
        columns = (np.array(column) for column in zip(*pairs, strict=True)) if pairs else (np.empty(0, int),) * 3
        found.append(grouping.parted(*columns, 0.1, {}, lambda one, two, ratio: (sum(one) + sum(two)) % 5 == which))
        rng.shuffle(pairs)
    assert found[0] == found[1]


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
