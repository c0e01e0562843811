"""The words around a figure in, what narrows it out: in somebody's care, before his eyes, besides those counted before."""

import re

from rashomon.data import by_word
from rashomon.meaning.populations import known, people, singular, words
from rashomon.model import Claim, Quantity

IN_CARE = "in care"
"""What narrows a count to those who came to one place to be looked after."""

AT_HAND = "as somebody saw or carried them"
"""What narrows a count of bodies to those that were before somebody: "he pulled 23 bodies from the rubble"."""

MORE = "besides those counted before"
"""What narrows a count that adds to another: "two more people"."""

DUE = "as planned"
"""What narrows a count to those to whom something is yet to happen: "are to free 40"."""

PLANNED = (
    r"\b(?:is|are|was|were)(?: due| expected| supposed| meant| scheduled| planned)? to (?!blame\b|be (?:seen|found|heard)\b)[a-z]"
)
"""A pattern for what is told as a plan."""

OF_WANT = "of hunger or for want of care"
"""What narrows a count of the dead to those whom hunger, thirst or the lack of care killed rather than a blow."""

OVER_YEARS = "over the years"
"""What narrows a count to a war or to years of which the event is a part."""

_WANT = re.compile(
    r"\b(?:of|from|for|to|by|through|because of)\s+(?:[^\W\d_]+\s+){0,2}?(?:(?:want|lack|shortages?) of|hunger|starvation|thirst"
    r"|malnutrition|famine|untreated)\b|\b(?:starved to death|starvation deaths|hunger deaths)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"\b(?:war|conflict|insurgency|rebellion|genocide)\b[^.;]{0,60}?"
    r"\b(?:has|have) (?:[^\W\d_]+ ){0,2}?(?:killed|claimed|cost|left)\b"
    r"|\bsince (?:(?:\w+ )?(?:19|20)\d\d|the (?:\w+ )?(?:war|conflict|uprising|insurgency|truce|ceasefire)\b)"
    r"|\bsince (?:the (?:start|beginning|turn) of )?(?:the |this |last )?(?:new )?(?:year|season|century|decade)\b"
    r"|\bsince records began\b|\bsince [^.;,]{0,30}\blast year\b"
    r"|\b(?:over|in|during|within|for) the (?:past|last|previous) (?:[^\s.;,]+ ){0,4}?(?:months|years?|decades?|seasons?)\b"
    r"|\b(?:[Tt]hat|[Ll]ast|[Tt]he same|[Tt]he previous) year\b[^.;]{0,60}?\b(?:deaths|killed|responsible)\b"
    r"|\bin its \w+ year\b|\b(?:so far|already) this (?:year|season|winter|summer)\b|\bthis (?:year|season) alone\b",
    re.IGNORECASE,
)
_RECORD = re.compile(r"\b(?:worst|first|only|most \w+|[a-z]{3,}est)\b[^.;]*$", re.IGNORECASE)  # "the worst fire since 1978"
_CLOSE, _WITHIN = 4, 8  # words before and after a figure of bodies among which a verb may say who had them before him
_SHARED_OUT = re.compile(r"\s+(?:to|in|per|by|on) (?:a|an|each|every)\b|\s+(?:by|at a) (?:two|three|four|time)\b")
_BESIDES = re.compile(r"\bmore\b(?! than\b)|\b(?:another|further|additional)\b", re.IGNORECASE)
_BACK = 30  # code points before a figure
_GROUP = re.compile(r"\b(?:convoy|column|fleet|caravan|motorcade|line|procession|flotilla|train) of\s+\Z", re.IGNORECASE)
_THERE = re.compile(r"\b(?:there (?:were|are|had been)|counted|carried|had)\s+\Z", re.IGNORECASE)
_BY = re.compile(r"\s*of (?:them|whom) by (?:the |an? )?(?:[^\W\d_]+ )?([^\W\d_]+)", re.IGNORECASE)
_WHEN = re.compile(r"^(?:morning|afternoon|evening|night|midnight|noon|dawn|day|week|hour|\w+day|today|tonight)$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:another|a further|an additional)\s+(?:about |some |at least )?$", re.IGNORECASE)


def in_care(text: str, start: int) -> bool:
    """Whether what a text counts is those who came to one place to be looked after."""
    care = by_word("outcomes", "care")
    last = words(text[:start])[-1:]
    moved = {w.lower() for w in words(text[:start])[-_CLOSE:]} & {*by_word("outcomes", "moved")}
    return bool(moved) or any(care.get(w.lower()) == "anywhere" for w in words(text)) or any(w.lower() in care for w in last)


def at_hand(text: str, start: int, end: int) -> bool:
    """Whether somebody saw, found or carried what a figure counts, and so tells of those before him, not of all."""
    handled, remains = by_word("outcomes", "handled"), by_word("outcomes", "remains")
    before = [w.lower() for w in words(text[:start])]
    near = [] if {*before} & {*by_word("outcomes", "authority")} else [*before[-_CLOSE:], *words(text[end:])[:_WITHIN]]
    return any(w.lower() in remains for w in words(text[start:end])) and any(w.lower() in handled for w in near)


def due(text: str) -> bool:
    """Whether a text tells of a plan."""
    return re.search(PLANNED, text, re.IGNORECASE) is not None


def caused(text: str, start: int, end: int) -> set[str]:
    """What narrows a count of the dead by what they died of, or to more than the event, in the words up to the next figure."""
    stop = next((m.start() for m in re.finditer(r"\d|;", text[end:])), len(text)) + end
    years = _YEARS.search(text)
    long = years is not None and not _RECORD.search(text, 0, years.start())
    return ({OF_WANT} if _WANT.search(text, start, stop) else set()) | ({OVER_YEARS} if long else set())


def shared_out(text: str, end: int) -> bool:
    """Whether a figure that ends there says how many go to one: "the bodies lay two to a drawer"."""
    return bool(_SHARED_OUT.match(text, end))


def besides(text: str, start: int, end: int) -> bool:
    """Whether a figure adds to one given before: "two more people", "another five"."""
    return bool(_BESIDES.search(text, start, end) or _BEFORE.search(text, max(0, start - 40), start))


def listed(quantity: Quantity, claim: Claim) -> bool:
    """Whether a claim says how many there were of a thing: "there were 30 life jackets", "the fleet consisted of 12 tugs"."""
    at = max(0, quantity.span.start - claim.span.start)
    before = claim.span.text[max(0, at - _BACK) : at]
    if quantity.kind != "count" or people(known(quantity.head or "") or ""):
        return False
    return bool(_THERE.search(before)) or claim.predicate in by_word("outcomes", "made of")


def of_a_group(quantity: Quantity, claim: Claim) -> bool:
    """Whether a claim says how many of a thing a convoy or a fleet was made of, or that there were so many."""
    start = max(0, quantity.span.start - claim.span.start)
    return listed(quantity, claim) or bool(_GROUP.search(claim.span.text, 0, start))


def rescuer(quantity: Quantity, claim: Claim) -> str | None:
    """Who it is that saved so many, where a claim names one of several who may have: "fishing boats rescued 71 people", "124
    people were rescued, 60 of them by fishing boats".
    """
    if found := _BY.match(claim.span.text, max(0, quantity.span.end - claim.span.start)):
        return singular(found[1])
    agents = (a for a in claim.arguments if a.role == "agent" and a.span.end <= quantity.span.start and not _WHEN.search(a.head))
    return next((a.head for a in agents if a.head not in by_word("outcomes", "anybody")), None)
