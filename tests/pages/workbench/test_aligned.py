"""Two texts stand in rows: in their own order, nothing lost, what has most in common side by side."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pages.workbench import account, aligned
from rashomon.pages.workbench.known import know
from tests.pages.harbour import case

_pairs = st.dictionaries(st.tuples(st.integers(0, 30), st.integers(0, 30)), st.floats(0.1, 100), max_size=60)


@given(_pairs)
def test_what_is_aligned_follows_one_another_in_both_texts(common: dict[tuple[int, int], float]) -> None:
    found = aligned.chain(common)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(found))
    assert sum(common[p] for p in found) >= max(common.values(), default=0)


def test_the_best_chain_is_taken_not_the_first() -> None:
    assert aligned.chain({(0, 3): 5.0, (1, 0): 3.0, (2, 1): 3.0}) == [(1, 0), (2, 1)]


def test_every_block_of_both_accounts_stands_in_one_row() -> None:
    known = know(case)
    left, right = case.documents[:2]
    views = account.text(known, left, "plain"), account.text(known, right, "plain")
    rows = aligned.rows(known, *views, (left.id, right.id))
    for side, view in zip(("left", "right"), views, strict=True):
        blocks = [b for s in view.stretches if s.content for b in s.blocks]
        assert [b for row in rows for b in getattr(row, side)] == blocks
    assert any(row.alike for row in rows)
