"""A figure in its claim in, what it counts out: who or what, in which state, restricted to which of them.

Two figures answer one question where all three agree: 40 injured are no answer to 12 dead, foreign fighters none to fighters.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon import data
from rashomon.model import Claim, Quantity

_LITTLE = frozenset({"the", "a", "an", "of", "and", "their", "his", "her", "its", "our", "more", "other", "least", "some"})
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Counted:
    """`population` is "" where the text leaves it open; `outcome` is what happened to them, or None."""

    population: str
    outcome: str | None
    restriction: frozenset[str]


def counted(quantity: Quantity, claim: Claim) -> Counted:
    """What a figure counts, by its noun and by the words of its claim around it."""
    return Counted(_population(quantity), _outcome(quantity, claim), _restriction(quantity))


def words(text: str) -> list[str]:
    """The words of a phrase, without digits."""
    return _WORD.findall(text)


@cache
def _populations() -> Mapping[str, str]:
    table: dict[str, list[str]] = data.load("populations")["population"]
    return {noun: name for name, nouns in table.items() for noun in nouns}


@cache
def _outcomes() -> tuple[re.Pattern[str], Mapping[str, str]]:
    table: dict[str, list[str]] = data.load("outcomes")["outcome"]
    forms = {form: name for name, forms in table.items() for form in forms}
    return re.compile(r"\b(?:" + "|".join(sorted(forms)) + r")\b|\d", re.IGNORECASE), forms


def _population(quantity: Quantity) -> str:
    head = quantity.head or ""
    last = words(quantity.of.text)[-1:] if quantity.of else []
    if any(word.lower() in _outcomes()[1] for word in (head, *last)):  # "40 injured", "14 bodies": people, in that state
        return "persons"
    return _populations().get(head, head)


def _restriction(quantity: Quantity) -> frozenset[str]:
    """Words that narrow what is counted: all of it but its head, little words, states and capitalised names."""
    found = [w for w in words(quantity.of.text) if w.lower() not in _LITTLE] if quantity.of else []
    return frozenset(w.lower() for w in found[:-1] if w.islower() and w not in _outcomes()[1])


def _outcome(quantity: Quantity, claim: Claim) -> str | None:
    """The outcome named nearest to the figure within its claim, first after it (up to the next figure), then before."""
    pattern, outcomes = _outcomes()
    start, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
    text = claim.span.text
    for found in pattern.finditer(text, max(start, 0)):
        if not found.group().isdigit():
            return outcomes[found.group().lower()]
        if found.start() >= end:
            break
    before = [f.group().lower() for f in pattern.finditer(text, 0, max(start, 0))]
    return outcomes.get(before[-1]) if before else None
