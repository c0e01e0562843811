"""A settled case is kept in parts and comes back whole; one part that cannot be read leaves no half of a case."""

from rashomon.store import settled
from tests.pages.harbour import case


def _kept() -> list[tuple[str, bytes]]:
    return [(name, record.encode()) for name, record in settled.parts(case)]


def test_a_case_comes_back_as_it_was_kept():
    assert settled.whole(_kept()) == case


def test_the_order_of_parts_means_nothing():
    assert settled.whole(reversed(_kept())) == case


def test_a_part_that_cannot_be_read_leaves_no_half_of_a_case():
    broken = [(name, b"{" if name == "claims" else record) for name, record in _kept()]
    assert settled.whole(broken) is None
    assert settled.whole([("no such kind", b"[]"), *_kept()]) is None
    assert settled.whole([]) is None
