"""A figure with its scope in, what makes it one of a part, of a rest, or of more than it names out."""

import re

from rashomon.meaning.populations import known
from rashomon.model import Quantity
from rashomon.text import numerals
from rashomon.text.patterns import either

_SOME = re.compile(
    rf"(?:\d|(?:an?|at|about|some|several|many|most|dozens|hundreds|up|{either(numerals.BASIC)})\Z)", re.IGNORECASE
)
_WIDENING = frozenset({"the", "their", "his", "her", "its"})
_BESIDES = ("relatives", "families", "combatants")  # people whom one count may take in and another leave out
_APART = (
    "more",
    "another",
    "a further",
    "further",
    "an additional",
    "additional",
    "an extra",
    "extra",
    "new",
    "other",
    "the other",
    "the remaining",
    "alone",
    "only",
)


def narrowing(quantity: Quantity) -> frozenset[str]:
    """What makes a figure one of a part or of a rest: "another", "excluding the wounded", "including their families"."""
    parts = [p.lower() for p in (quantity.scope or "").split("; ")]
    return frozenset(
        p
        for p in parts
        if p in _APART
        or p.endswith(" only")
        or (p.startswith("incl") and not _of_them(p, quantity.head or ""))
        or p.startswith(("excl", "except", "not ", "without", "other than", "apart", "and "))
    )


def _of_them(part: str, head: str) -> bool:
    """Whether what is included is some of those who are counted anyhow ("including nine children"), and widens nothing, as "their
    families" or "the attacker" may do.
    """
    said = part.split()[1:]
    if not said or said[0] in _WIDENING:
        return False
    return bool(_SOME.match(said[0])) or (known(head) == "persons" and known(said[0]) not in (None, *_BESIDES))
