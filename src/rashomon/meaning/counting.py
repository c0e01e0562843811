"""A figure in its claim in, what it counts out: who or what, in which state, restricted to which of them.

Two figures answer one question where all three agree: 40 injured are no answer to 12 dead, foreign fighters none to fighters.
"""

import re
from dataclasses import dataclass

from rashomon.meaning import measures
from rashomon.meaning.befallen import CLAUSE, DEPARTURE, RELEASE, STAYING, forms, outcomes, table
from rashomon.meaning.carried import aboard, borne, held, taken
from rashomon.meaning.fates import outcome_at
from rashomon.meaning.included import figure_before, included
from rashomon.meaning.narrowed import DUE, MORE, besides, caused, due, listed, rescuer, shared_out
from rashomon.meaning.populations import known, named, narrowing, people, words
from rashomon.meaning.remembered import remembered
from rashomon.model import Claim, Quantity

_TOTAL_OF = re.compile(r"\b(?:number|count|total|tally) of (?:the )?(?:[^\W\d_]+ )?[^\W\d_]+\Z", re.IGNORECASE)
_SAID_SINCE = re.compile(
    r"(?:\s+(?:known|confirmed|believed|feared|reported|who|that|to|have|had|has|been|were|are|be))*\s+([^\W\d_]+)"
)
_BACK = 40  # code points from the words that say that it is a total to whom it is of
_GRADED = re.compile(
    r"\S+ of (?:the (?:injured|wounded|hurt|patients)|them|whom)(?: (?:are|were|is|was|being|remained|remain|said|to|be|still))*"
    r"(?: in| with)?(?: an?)? ([a-z-]+)\b"
)
_TALLY = 20  # code points before what a total is of: "the death toll of the "

OF_PEOPLE = ("death", "injury", "missing")
"""Outcomes that people alone come to."""

ASKED_ALIKE = (*OF_PEOPLE, "transport")
"""Outcomes that are asked for in one way, whatever words a claim goes on with."""


_OF_STUFF = frozenset({"destruction", "missing", "release"})
"""Outcomes that stuff comes to: where tonnes of snow "gathered", nobody took part."""


_FITTING = {"money": ("cost",), "duration": ("closure", "detention", "missing")}
"""What a sum or a length of time may be of, and of nothing else: "stuck on board for eight hours" counts nobody."""

STOCK = "what was there"
"""The outcome of things that are only told to have been there."""

_OF_A_PLACE = ("departure", STAYING)  # of which all people of a place are told, be they called its people or its residents

_KIN = re.compile(
    r"and their (?:\w+ )?(?:families|relatives|kin|wives|children|dependants|dependents|loved ones)\b", re.IGNORECASE
)

_WERE = re.compile(r"\s+(?:are|were|was)\s+(?:also\s+|all\s+)?([^\W\d_]+)(?=\W|$)")
_OWN_MEN = re.compile(r"\b(?:our|his|their|my|its) (?:own )?men\b", re.IGNORECASE)
_LEADS = frozenset({"commander", "warlord", "militia", "militias"})
_GIVEN_UP = re.compile(r"\b(?:delivered|given|returned|passed|turned over)(?: back| up)? to (?:the|a|an|their|its)\b")
_LET_GO = re.compile(r"\b(?:let go|allowed to go|walk(?:ed|s|ing)? free)\b", re.IGNORECASE)

_AT = re.compile(r"\bat (?:about |around |exactly )?\Z")
_GIVEN = re.compile(
    r"\b(?:put\w*|st(?:an|oo)d\w*|remain\w*|set|estimat\w+|giv\w+|reckon\w*|toll|tally|count\w*|number\w*|total\w*|figures?)\b",
    re.IGNORECASE,
)
"""What says before "at" and a bare figure that so many are counted; else it is the hour: "a mass for the dead at six"."""

SEVERAL = "several outcomes together"

SEIZURE = "seizure"
"""The outcome of things that are taken from somebody or given up by him."""


@dataclass(frozen=True, slots=True)
class Counted:
    """`population` is "" where the text leaves it open; `outcome` is what happened to them, or None."""

    population: str
    outcome: str | None
    restriction: frozenset[str]


@remembered  # asked for every two figures that are set side by side
def counted(quantity: Quantity, claim: Claim) -> Counted:
    """What a figure counts, by its noun and by the words of its claim around it."""
    if quantity.aspect:
        return Counted(measures.thing(quantity), quantity.aspect, frozenset())
    if sort := sort_of(quantity, claim):
        return Counted(*sort, frozenset())
    if grade := graded(quantity, claim):
        return Counted("persons", "injury", frozenset({grade}))
    if quantity.kind in measures.FATELESS:
        return Counted(measures.stuff(quantity, claim), None, frozenset())
    outcome, degree = _outcome(quantity, claim)
    if outcome not in _FITTING.get(quantity.kind, (outcome,)):
        return Counted(named(quantity), None, frozenset())
    if outcome == DEPARTURE and _LET_GO.search(claim.span.text) and _population(quantity, None) in ("prisoners", "soldiers"):
        outcome = RELEASE
    if (
        outcome is None
        and quantity.head
        and known(quantity.head) in ("prisoners", "soldiers")
        and _GIVEN_UP.search(claim.span.text)
    ):
        outcome = RELEASE
    if outcome == RELEASE and due(claim.span.text):
        degree |= {DUE}
    if outcome in ("detention", RELEASE, SEIZURE):
        goods = _population(quantity, None) in table("goods")
        outcome = SEIZURE if goods else None if outcome == SEIZURE else outcome
    if quantity.kind in measures.WEIGHED and outcome not in _OF_STUFF:
        outcome = None
    if outcome == "destruction" and people(_population(quantity, None), whole=True):
        outcome = None
    tallied = quantity.of is not None and quantity.of.end <= quantity.span.start and not known(quantity.head or "")
    narrows = [] if tallied or _of_a_place(quantity, outcome) else narrowing(quantity, frozenset(forms()))
    narrowed = {table("degree").get(w, w) for w in narrows}
    if outcome is None and narrowed and listed(quantity, claim):
        outcome = STOCK
    if outcome == "rescue" and (by := rescuer(quantity, claim)):
        narrowed = narrowed | {f"by {by}"}
    population = _population(quantity, outcome, claim) or measures.stuff(quantity, claim)
    if outcome == "capacity" and not population and "to carry" in claim.span.text:
        population = "passengers"
    if population == "persons" and (sorts := {w: name for w in narrowed if (name := known(w)) and people(name)}):
        population, narrowed = min(sorts.values()), narrowed - {*sorts}  # "212 civilian dead" are dead civilians
    return Counted(population, outcome, degree | narrowed)


def sort_of(quantity: Quantity, claim: Claim) -> tuple[str, str] | None:
    """Of whom it counts, and what happened to them, where some of all to whom that happened were of one sort: "four of the dead
    were children".
    """
    said = quantity.span.text if quantity.kind == "count" and " of the " in quantity.span.text else ""
    found = _WERE.match(claim.span.text, max(0, quantity.span.end - claim.span.start)) if said else None
    sort = known(found[1]) if found else None
    state = next((name for _, name in outcomes(said)), None)
    return (sort, state) if sort and people(sort) and state in OF_PEOPLE else None


def graded(quantity: Quantity, claim: Claim) -> str | None:
    """How badly some of the injured were hurt whom a figure counts: "nine of the injured were in a serious condition", "40 people
    were hurt, nine of them seriously".
    """
    if quantity.kind != "count":
        return None
    text, start = claim.span.text, max(0, quantity.span.start - claim.span.start)
    found = _GRADED.match(text, start)
    grade = table("degree").get(found[1].lower()) if found else None
    return grade if grade and any(name == "injury" for _, name in outcomes(text)) else None


def _of_people(quantity: Quantity, claim: Claim) -> bool:
    """Whether a claim goes on to tell which people are among those that a figure without a noun counts."""
    end = max(0, quantity.span.end - claim.span.start)
    inner = included(claim.span.text, end, behind=True)
    near = inner is not None and inner[0] - end < _BACK
    return near and inner is not None and any(people(known(w) or "") for w in words(claim.span.text[slice(*inner)]))


def _population(quantity: Quantity, outcome: str | None, claim: Claim | None = None) -> str:
    head = quantity.head or ""
    last = words(quantity.of.text)[-1:] if quantity.of else []
    if any(word.lower() in forms() for word in (head, *last)):  # "40 injured", "14 bodies": people, in that state
        return "persons"
    if outcome in (*OF_PEOPLE, "rescue", "transport") and not head and quantity.of is None:
        return "persons"  # "the strike kills 14"
    if outcome in OF_PEOPLE and not known(head) and quantity.of and quantity.of.start < quantity.span.start:
        return "persons"  # "the toll of the sinking rose to 59"
    population = named(quantity)
    if population == "men" and (quantity.of is not None) and claim is not None and _OWN_MEN.search(quantity.span.text):
        said = f"{claim.span.text} {claim.chain[0].name if claim.chain else ''}"
        return "combatants" if any(known(w) == "combatants" or w.lower() in _LEADS for w in words(said)) else population
    if not population and quantity.of is None and claim is not None and _of_people(quantity, claim):
        return "persons"  # "there were about 300, including 40 guards"
    if population == "citizen" and not any(w[:1].isupper() for w in words(quantity.of.text if quantity.of else "")[:-1]):
        return "persons"  # in some outlets' words; "Norland citizens" are some of them
    if population == "member" and _KIN.match(quantity.scope or ""):
        return "persons"
    if _of_a_place(quantity, outcome):
        return "persons"
    return "prisoners" if outcome == RELEASE and population in ("", "persons") else population


def _of_a_place(quantity: Quantity, outcome: str | None) -> bool:
    """Whether it counts all people of a place: "1,000 residents of the old district were moved out"."""
    share = quantity.of is not None and any(c.isdigit() for c in quantity.of.text)  # "40,000 of the city's 95,000 inhabitants"
    return outcome in _OF_A_PLACE and known(quantity.head or "") == "residents" and not share


def _outcome(quantity: Quantity, claim: Claim) -> tuple[str | None, frozenset[str]]:
    """The outcome of a figure in its claim, and what narrows it. A sum of figures of several outcomes is a figure of none."""
    if quantity.derived and len({name for _, name in outcomes(quantity.span.text)}) > 1:
        return SEVERAL, frozenset()
    text = claim.span.text
    start, end = max(0, quantity.span.start - claim.span.start), quantity.span.end - claim.span.start
    if quantity.head is None and (shared_out(text, end) or (_AT.search(text, 0, start) and not _GIVEN.search(text, 0, start))):
        return None, frozenset()
    outcome, degree = outcome_at(text, start, end)
    if quantity.of is not None and (tallied := _of_a_total(text, quantity.of.end - claim.span.start, start)):
        outcome, degree = tallied
    if outcome == "death" and besides(text, start, end):  # "another 12 injured" are more than the dead
        degree |= {MORE}
    if quantity.head in table("bare") and outcome and (cut := CLAUSE.search(text, end)):
        outcome, degree = outcome_at(text[: cut.start()], start, end)  # "the number rose as some hurt died"
    if outcome is None and ((who := _population(quantity, None)) == "persons" or people(who)):
        outcome = _carried(text, start, end)
        if outcome is None and (inner := included(text, start)) and (whole := figure_before(text, inner[0])):
            outcome = _carried(text, *whole)
    if outcome is None and quantity.of is not None and quantity.of.end <= quantity.span.start:
        tally = text[max(0, quantity.of.start - claim.span.start - _TALLY) : quantity.of.end - claim.span.start]
        outcome = next((name for _, name in outcomes(tally)), None)  # "the death toll of the long … has risen to 14"
    return outcome, degree


def _of_a_total(text: str, of: int, start: int) -> tuple[str, frozenset[str]] | None:
    """What is said of those whose total a figure far behind gives: "the number of people known to have died rose to ten"."""
    if of >= start or not _TOTAL_OF.search(text[max(0, of - _BACK) : of]) or not (said := _SAID_SINCE.match(text, of, start)):
        return None
    form = said[1].lower()
    return (forms()[form], frozenset(caused(text, of, of))) if form in forms() else None


def _carried(text: str, start: int, end: int) -> str | None:
    """What a text says of people by what took them, or by what they were on."""
    away = taken(text, start, end) or borne(text, end)
    return DEPARTURE if away else held(text, start) or aboard(text, start, end)
