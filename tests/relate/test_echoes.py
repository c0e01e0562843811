"""Claims in nearly the same words are found wherever they stand, as setting all against all would find them."""

from itertools import combinations
from random import Random

from rashomon.relate import echoes


def test_the_index_finds_every_pair_that_comparing_all_finds():
    random = Random(7)
    common = [f"word{n}" for n in range(30)]
    worded = {tuple(random.choices(common, weights=range(30, 0, -1), k=random.randint(8, 14))) for _ in range(300)}
    forms = sorted(worded)
    every = {
        frozenset((one, other)) for one, other in combinations(forms, 2) if echoes._likeness(frozenset(one), frozenset(other))
    }
    assert every
    assert {frozenset((one, other)) for one, other, _ in echoes._near(forms)} == every
