"""Measures in, what they measure and what they come to in one unit out."""

import re
from dataclasses import replace

from rashomon.data import by_word, load
from rashomon.meaning.remembered import remembered
from rashomon.model import Claim, Quantity

FATELESS = ("length", "speed", "area", "volume", "temperature", "magnitude")
"""Kinds of quantities that nothing becomes of: a crater three metres wide is none of the dead."""

WEIGHED = ("mass", "volume")
"""Kinds of quantities that are of some stuff."""

LADEN = re.compile(r"\b(?:carry|carri|hold|held|laden|loaded|load|contain|tank|cargo|cistern)", re.IGNORECASE)
"""What tells of something that carries or holds what is weighed or measured out."""

_COMPOUND = re.compile(r"\s+of\s+(?:the\s+)?(?:[^\W\d_]+\s+){0,2}?([^\W\d_]+)(?=[,.;:!?)]|\s*\Z)")
_OF = re.compile(r"\s+of\s+(?:the\s+)?([^\W\d_]+)")
_FEW, _NEARLY = 5, 1.25  # so many things are counted rather than told of; share by which two counts of the same may differ
_ROUNDED = 0.03  # share by which a measure may be off that was turned from one unit into another and rounded


WIND = "wind"
"""What blows at one speed over a place, whoever measures it."""


def thing(quantity: Quantity) -> str:
    """What is measured: things of which one measure tells the other go by one name."""
    head = quantity.head or ""
    if quantity.aspect == "delay":
        return head  # one boat is no other vehicle
    return by_word("measures", "thing").get(head, head)


def question(quantity: Quantity) -> str | None:
    """What is asked of a measure: "How wide was the crater?"."""
    form: str | None = load("measures")["question"].get(quantity.aspect or "")
    if not form or ("{thing}" in form and not quantity.head):
        return None
    end = quantity.of.text if quantity.of and quantity.aspect == "distance" else thing(quantity)
    return form.replace("the {thing}", end if end[:1].isupper() else f"the {end}")


def system(quantity: Quantity) -> str:
    """The unit that a measure can be turned into, else its own."""
    units = load("measures")["base"].get(quantity.kind, {})
    return next(iter(units)) if quantity.unit in units else quantity.unit or ""


@remembered
def turned(quantity: Quantity) -> Quantity:
    """The same in the unit that it can be turned into, with what rounding leaves open."""
    factor = load("measures")["base"].get(quantity.kind, {}).get(quantity.unit)
    if factor is None:
        return quantity
    low = None if quantity.low is None else quantity.low * factor * (1 - _ROUNDED)
    high = None if quantity.high is None else quantity.high * factor * (1 + _ROUNDED)
    return replace(quantity, low=low, high=high, unit=system(quantity))


def stuff(quantity: Quantity, claim: Claim) -> str:
    """What is weighed or measured out: "gravel" in "30 tonnes of gravel"; "" where the words behind the figure do not say."""
    if quantity.kind not in WEIGHED:
        return ""
    end = quantity.span.end
    found = _OF.match(claim.span.text, max(0, end - claim.span.start))
    whole = next((a.span for a in claim.arguments if a.span.start <= quantity.span.start and end < a.span.end), None)
    if found is None:
        return ""
    rest = whole.text[end - whole.start :] if whole else claim.span.text[end - claim.span.start :]
    named = _COMPOUND.fullmatch(rest) if whole else _COMPOUND.match(rest)
    return (named[1] if named else found[1]).lower()  # "24,000 litres of heating oil" are of oil


def nearly(left: Quantity, right: Quantity) -> bool:
    """Whether two counts of more than a few are so near to one another that they may well be of the same."""
    few, many = sorted((left.low or 0.0, right.low or 0.0))
    exact = left.low == left.high and right.low == right.high
    return exact and few > _FEW and many <= few * _NEARLY
