"""Figures of one document in, those out that count parts of what it counts as a whole ("two of the dead")."""

import re
from collections.abc import Mapping, Sequence

from rashomon.meaning.befallen import forms, outcomes
from rashomon.meaning.counting import graded, sort_of
from rashomon.meaning.populations import named, people
from rashomon.model import Claim, Quantity

_PART = re.compile(r"\b(?:per|each|(?<!all )of (?:the|them|whom|which|those|these|his|her|their|its|our))\b", re.IGNORECASE)

_OWN = re.compile(r"\bof (?:its|their|our|his|her)\b", re.IGNORECASE)
_POSSESSED = re.compile(r"\bof the \w+['’]s?$")  # "60 of the guild's carts"
_SAID_OF = re.compile(
    r"(?:mostly|mainly|all of|most of|many of|among|including|included|along with|together with|as well as|plus)\b", re.IGNORECASE
)
_BODY_OF = re.compile(
    r"\b(?:crew|family|staff|team|squad|party|unit|patrol|household|choir|couple) of (?:about |some )?\Z", re.IGNORECASE
)
_OF_THE = re.compile(r"\b[Oo]f the ([^\W\d_]+),? (?:about |some |at least |around |nearly )?$")
_BEHIND = 60  # code points before a figure in which it may be said of whom it is
_ARE = re.compile(r"\s*of (?:them|whom|these|those),?\s+(?:(?:was|were|are|being)\s+)?(?:an?\s+)?")
_AMONG = re.compile(r"\b(?:among|including) (?:the \w+|them|those)\b[^.;]*$", re.IGNORECASE)
_BY = re.compile(r"\s*of (?:them|whom) by\b")
_FROM = re.compile(r" from (?:the )?[A-Z]")
_TOTAL = re.compile(r"\b(?:toll|number|total|count|tally)\b", re.IGNORECASE)
_LATER = re.compile(
    r"(?:\s+[\w-]+){0,5}?\s+(?:died|die|succumbed)\s+(?:later\b|(?:of|to|from)\s+(?:(?:his|her|their|the)\s+)?(?:injuries|wounds)\b)",
    re.IGNORECASE,
)
"""What follows a count of those who were hurt at first and are some of the dead: "two died of their injuries"."""
_GOES_ON = 120  # code points from a figure of a part to one that goes on counting parts
_FEW = 2  # "two of their sons"


def parts(quantities: Sequence[Quantity], claim_of: Mapping[str, Claim]) -> set[str]:
    """The figures that count parts, and those that go on counting parts without a noun or a fate of their own: "20 of the injured
    were taken to Orlen and 31 to Selby".
    """
    found: set[str] = set()
    last: Quantity | None = None
    for q in sorted(quantities, key=lambda q: (q.span.start, q.span.end)):
        claim = claim_of.get(q.id)
        if claim is None or q.derived:
            last = None if claim is None else last
            found |= {q.id} if claim and _partial(q, claim) else set()
            continue
        goes_on = last is not None and _goes_on(last, q, claim)
        part = _partial(q, claim) and not sort_of(q, claim) and not graded(q, claim)
        if part or (goes_on and not outcomes(claim.span.text[q.span.end - claim.span.start :])):
            found.add(q.id)
            last = q
        else:
            last = None
    return found


def _partial(quantity: Quantity, claim: Claim) -> bool:
    """Whether it counts a part of something the same text counts as a whole ("two of the dead"), or per something; what
    follows from a part and its whole is a count of its own, and "600 of its fighters" are all of the fighters that it tells of.
    """
    if quantity.derived:
        ahead = claim.span.text[: max(0, quantity.span.start - claim.span.start)]
        return quantity.scope == "of them" or bool(_AMONG.search(ahead))
    end = quantity.span.end
    if quantity.of and quantity.of.start > quantity.span.start:
        written = quantity.span.text[: quantity.of.start - quantity.span.start] + quantity.of.text.split()[0]
    else:
        written = quantity.span.text
    after = claim.span.text[max(0, end - claim.span.start) :]
    own = (quantity.low or 0) > _FEW and bool(_OWN.search(written) or _POSSESSED.search(written))
    if quantity.of and _ARE.fullmatch(after[: max(0, quantity.of.start - end)]) and people(named(quantity)):
        return False  # "three of them children" are three children
    if _LATER.match(after):
        return True
    if _BY.match(after):
        return False  # "60 of them by fishing boats" are all that these saved
    if bare(quantity) and _FROM.match(claim.span.text, max(0, end - claim.span.start)):
        return True  # "a crash that killed ten from Norland"
    if bare(quantity) and _BODY_OF.search(claim.span.text, 0, max(0, quantity.span.start - claim.span.start)):
        return True  # "118 passengers and a crew of nine"
    scopes = [part for part in (quantity.scope or "").split("; ") if not _SAID_OF.match(part)]
    before = claim.span.text[: max(0, quantity.span.start - claim.span.start)]
    if (of := _OF_THE.search(before[-_BEHIND:])) and of[1].lower() in forms():
        return True  # "of the dead, 61 were from Orlen"
    return (not own and bool(_PART.search(written))) or any(map(_PART.search, scopes)) or bool(_PART.match(after.lstrip()))


def _goes_on(last: Quantity, quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure close behind that of a part has neither a noun, nor a total, nor a fate of its own before it."""
    before = claim.span.text[max(0, last.span.end - claim.span.start) : max(0, quantity.span.start - claim.span.start)]
    near = bare(quantity) and quantity.span.start - last.span.end < _GOES_ON
    return near and not _TOTAL.search(before) and not (claim.span.start > last.span.end and outcomes(before))


def bare(quantity: Quantity) -> bool:
    """Whether a count has no noun of its own, or one that stands before it."""
    return quantity.kind == "count" and (quantity.of is None or quantity.of.end <= quantity.span.start)
