"""Whether an account is akin to any of many: the same as asking them one by one."""

from itertools import product
from types import MappingProxyType

from rashomon.settle.retold import Kin, Retold, akin

ABOVE = {
    "A": {"W": ("e1",)},
    "B": {"A": ("e2",), "W": ("e2", "e1")},
    "C": {"W": ("e3",)},
    "D": {"P": ("e4",)},
    "E": {"P": ("e5",)},
}
KNOWN = Retold(
    names=MappingProxyType({}),
    page={key.lower(): key for key in "ABCDEFW"} | {"a2": "A"},
    speaker=MappingProxyType({}),
    people=frozenset({"P"}),
    wires=frozenset(),
    printing=MappingProxyType({}),
    above=ABOVE,
    same=MappingProxyType({}),
)


def test_an_account_is_akin_to_many_where_it_is_to_one_of_them():
    documents = [*KNOWN.page, "unknown"]
    for one, other, third in product(documents, repeat=3):
        many = Kin(KNOWN)
        many.add(one)
        many.add(other)
        assert many.of(third) == (akin(KNOWN, one, third) or akin(KNOWN, other, third)), (one, other, third)
