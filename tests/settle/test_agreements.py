"""Agreement is counted by the published formulas."""

import pytest

from rashomon.settle import agreements


def test_kappa_is_that_of_a_worked_example() -> None:
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert agreements.kappa(pairs) == pytest.approx(0.4)


def test_alpha_is_that_of_krippendorffs_example() -> None:
    left, right = "0100000000", "1110010100"
    assert agreements.alpha(list(zip(left, right, strict=True))) == pytest.approx(0.095, abs=0.001)


def test_nothing_is_told_from_chance_where_all_answers_are_one() -> None:
    assert agreements.kappa([("yes", "yes")] * 3) is None
    assert agreements.alpha([("yes", "yes")] * 3) is None
    assert agreements.kappa([]) is None
