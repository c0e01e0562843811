"""A figure in its claim in, what it counts out: who or what, in which state, restricted to which of them.

Two figures answer one question where all three agree: 40 injured are no answer to 12 dead, foreign fighters none to fighters.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon import data
from rashomon.meaning import measures
from rashomon.meaning.included import FIGURE, figure_before, included, without
from rashomon.meaning.narrowed import AT_HAND, IN_CARE, MORE, at_hand, besides, in_care, listed, rescuer, shared_out
from rashomon.meaning.populations import known, named, narrowing, people, words
from rashomon.model import Claim, Quantity
from rashomon.text.patterns import either

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

_PART = "(?<!all )of (?:which|whom|those|these|them)"
_DEGREE = 3  # words before an outcome: "serious or life-threatening injuries"
_TALLY = 20  # code points before what a total is of: "the death toll of the "
_NEAR = 9  # words before a figure among which its outcome may be named: "the toll of the fire in the harbour rose to 13"

OF_PEOPLE = ("death", "injury", "missing")
"""Outcomes that people alone come to."""

ASKED_ALIKE = (*OF_PEOPLE, "transport")
"""Outcomes that are asked for in one way, whatever words a claim goes on with."""

_CLAUSE = re.compile(r"\b(?:after|when|while|as|before|because|since)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"(?<!one )\b[Oo]f (?:the |its |their |those )?$")  # "of the 40 who were taken, 12 died": 12, and not 40
_SET = re.compile(r"([^\W\d_]+)\s+(?:at|to|at about|at around|to about)\s+$")
_STUCK = re.compile(r"\b(?:trapped|stuck|pinned|wreckage|rubble)\b", re.IGNORECASE)
_ALIVE = re.compile(r"\balive\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\s+[^\W\d_]+){0,3}\s+and\s+(?:about |around |some |nearly |almost |more than |at least |up to )?")

_OF_STUFF = frozenset({"destruction", "missing", "release"})
"""Outcomes that stuff comes to: where tonnes of snow "gathered", nobody took part."""

_LISTED = re.compile(
    r"\S+(?:\s+[^\W\d_]+){1,4}\s?(?:,|,? and)\s+(?:about |around |some |nearly |almost |more than |at least |up to )?"
)

_THEN_DIED = re.compile(
    r"\s+(?:(?:people|men|women|children|patients|later|have|had|has|since|also|then|subsequently)\s+){0,3}"
    r"(?:die[ds]?|succumb(?:ed|s)?)\b"
)

RELEASE = "release"
"""The outcome of prisoners and of whoever else is let go."""

STOCK = "what was there"
"""The outcome of things that are only told to have been there."""

STAYING = "staying"
"""The outcome of those who did not leave."""

_OF_A_PLACE = ("departure", STAYING)  # of which all people of a place are told, be they called its people or its residents

SEVERAL = "several outcomes together"


@dataclass(frozen=True, slots=True)
class Counted:
    """`population` is "" where the text leaves it open; `outcome` is what happened to them, or None."""

    population: str
    outcome: str | None
    restriction: frozenset[str]


def counted(quantity: Quantity, claim: Claim) -> Counted:
    """What a figure counts, by its noun and by the words of its claim around it."""
    if quantity.aspect:
        return Counted(measures.thing(quantity), quantity.aspect, frozenset())
    if quantity.kind in measures.FATELESS:
        return Counted(measures.stuff(quantity, claim), None, frozenset())
    outcome, degree = _outcome(quantity, claim)
    if quantity.kind in measures.WEIGHED and outcome not in _OF_STUFF:
        outcome = None
    tallied = quantity.of is not None and quantity.of.end <= quantity.span.start and not known(quantity.head or "")
    narrows = [] if tallied or _of_a_place(quantity, outcome) else narrowing(quantity, frozenset(_outcomes()[1]))
    narrowed = {_table("degree").get(w, w) for w in narrows}
    if outcome is None and narrowed and listed(quantity, claim):
        outcome = STOCK
    if outcome == "rescue" and (by := rescuer(quantity, claim)):
        narrowed = narrowed | {f"by {by}"}
    return Counted(_population(quantity, outcome) or measures.stuff(quantity, claim), outcome, degree | narrowed)


def _table(name: str) -> Mapping[str, str]:
    """One of the tables of outcomes: for each word the line it stands in."""
    return data.by_word("outcomes", name)


def outcomes(text: str) -> list[tuple[int, str]]:
    """The outcomes that are named in a text, with where (code points), in text order."""
    return [(at, _outcomes()[1][form]) for at, form in _said(text, 0) if form]


@cache
def _outcomes() -> tuple[re.Pattern[str], Mapping[str, str]]:
    forms = _table("outcome")
    return re.compile(rf"\b(?:{either(forms)}|{FIGURE}|{_PART})\b|\d", re.IGNORECASE), forms


def _population(quantity: Quantity, outcome: str | None) -> str:
    head = quantity.head or ""
    last = words(quantity.of.text)[-1:] if quantity.of else []
    if any(word.lower() in _outcomes()[1] for word in (head, *last)):  # "40 injured", "14 bodies": people, in that state
        return "persons"
    if outcome in OF_PEOPLE and not head and quantity.of is None:
        return "persons"  # "the strike kills 14"
    if outcome in OF_PEOPLE and not known(head) and quantity.of and quantity.of.start < quantity.span.start:
        return "persons"  # "the toll of the sinking rose to 59"
    population = named(quantity)
    if _of_a_place(quantity, outcome):
        return "persons"
    return "prisoners" if outcome == RELEASE and population in ("", "persons") else population


def _of_a_place(quantity: Quantity, outcome: str | None) -> bool:
    """Whether it counts all people of a place: "1,000 residents of the old district were moved out"."""
    return outcome in _OF_A_PLACE and known(quantity.head or "") == "residents"


def _outcome(quantity: Quantity, claim: Claim) -> tuple[str | None, frozenset[str]]:
    """The outcome of a figure in its claim, and what narrows it. A sum of figures of several outcomes is a figure of none."""
    if quantity.derived and len({name for _, name in outcomes(quantity.span.text)}) > 1:
        return SEVERAL, frozenset()
    start, end = max(0, quantity.span.start - claim.span.start), quantity.span.end - claim.span.start
    if quantity.head is None and shared_out(claim.span.text, end):
        return None, frozenset()
    outcome, degree = _outcome_at(claim.span.text, start, end)
    if besides(claim.span.text, start, end):
        degree |= {MORE}
    if quantity.head in _table("bare") and outcome and (cut := _CLAUSE.search(claim.span.text, end)):
        outcome, degree = _outcome_at(claim.span.text[: cut.start()], start, end)  # "the number rose as some hurt died"
    if outcome is None and ((who := _population(quantity, None)) == "persons" or people(who)):
        outcome = _held(claim.span.text, start)
    if outcome is None and quantity.of is not None and quantity.of.end <= quantity.span.start:
        tally = claim.span.text[max(0, quantity.of.start - claim.span.start - _TALLY) : quantity.of.end - claim.span.start]
        outcome = next((name for _, name in outcomes(tally)), None)  # "the death toll of the long … has risen to 14"
    return outcome, degree


@lru_cache(maxsize=20_000)  # asked for every two figures that are set side by side
def _outcome_at(text: str, start: int, end: int) -> tuple[str | None, frozenset[str]]:
    """The outcome named nearest to the figure within its claim, and what narrows it.

    First a verb right before it ("killed nine"), then what follows up to the next figure, then what goes before. Those who are
    included in another figure came to what that one came to.
    """
    if within := included(text, start):
        return _outcome_at(without(text, *within), *whole) if (whole := figure_before(text, within[0])) else (None, frozenset())
    if inner := included(text, end, behind=True):
        text = without(text, *inner)
    if (hurt := _of_the_hurt(text, start, end)) is not None:
        return "death", frozenset({hurt})
    form, at = _right_before(text, start) or _put_at(text, start) or _after(text, start, end) or _before(text, start) or ("", 0)
    if _outcomes()[1].get(form) == "death" and _ALIVE.search(text):
        return None, frozenset()  # "eight who had been counted as dead were found alive"
    if at < start and (held := _held(text, start)) and _CLAUSE.search(text, at, start):
        return held, frozenset()  # "37 were missing after a ferry carrying 170 people sank"
    near = words(text[:at])[-_DEGREE:]
    degree = {_table("degree")[w.lower()] for w in near if w.lower() in _table("degree")}
    outcome = _outcomes()[1].get(form)
    if outcome == RELEASE and _STUCK.search(text):
        return None, frozenset()  # "to free two people still trapped"
    if outcome == "injury" and in_care(text, start):
        degree.add(IN_CARE)
    if outcome == "death" and at_hand(text, start, end):
        degree.add(AT_HAND)
    return outcome, frozenset(degree)


def _of_the_hurt(text: str, start: int, end: int) -> str | None:
    """What those were of whom a figure says that they died: "three of the injured died" tells how many more are dead."""
    named = [form for _, form in _said(text, start, end) if form]
    return named[0] if named and _THEN_DIED.match(text, end) and _outcomes()[1][named[0]] != "death" else None


def _right_before(text: str, start: int) -> tuple[str, int] | None:
    """A verb with the figure as its object, and where it stands."""
    found = re.search(r"(?:([^\W\d_]+)\s+)?([^\W\d_]+)\s+$", text[max(0, start - 30) : start])
    if not found:
        return None
    forms = {f"{found[1]} {found[2]}".lower(): found.start(), found[2].lower(): found.start(2)}
    return next(((form, max(0, start - 30) + at) for form, at in forms.items() if form in _table("taking")), None)


def _put_at(text: str, start: int) -> tuple[str, int] | None:
    """An outcome that a figure is set for: "put the dead at 38 and the wounded at 112"."""
    found = _SET.search(text[max(0, start - 30) : start])
    form = found[1].lower() if found else ""
    return (form, start - len(found[0])) if found and form in _outcomes()[1] else None


def _after(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The first outcome from the figure on, before another figure; none of a verb that takes what follows it."""
    taking = _table("taking")
    stop = text.find(",", end) if _OF_ALL.search(text[max(0, start - 12) : start]) else -1
    for at, form in _said(text, start, stop if stop > 0 else None):
        if not form and at >= end:
            if not _JOINED.fullmatch(text, end, at):
                return None
            end = len(text)  # "250 fighters and 3,500 relatives left": what is joined shares its verb
        if form and taking.get(form) != "only" and not (taking.get(form) and _figure_at(text, at + len(form))):
            return form, at
    return None


def _held(text: str, start: int) -> str | None:
    """What a verb with the figure as its object says of it, a hedge of up to three words between: "carrying more than 300"."""
    near = [w.lower() for w in words(text[max(0, start - 60) : start])[-4:]]
    return next((_table("holding")[w] for w in reversed(near) if w in _table("holding")), None)


def _figure_at(text: str, at: int) -> bool:
    """Whether the next word is a figure."""
    return next((not form and not text[at:there].strip() for there, form in _said(text, at)), False)


def _before(text: str, start: int) -> tuple[str, int] | None:
    """The last outcome before a figure, not before another one unless both stand in one list ("left with 250 fighters, 3,500
    relatives").
    """
    near = [*_WORD.finditer(text, 0, start)][-_NEAR:]
    said = [(form, at) for at, form in _said(text, near[0].start() if near else 0, start) if form not in _table("near")]
    end = start
    while said and not said[-1][0] and _LISTED.fullmatch(text, said[-1][1], end):
        end = said.pop()[1]
        while said and not said[-1][0] and text[said[-1][1] : end].strip("0123456789.,") == "":
            end = said.pop()[1]  # the digits of one figure
    return said[-1] if said and said[-1][0] else None


def _said(text: str, start: int, end: int | None = None) -> Iterator[tuple[int, str]]:
    """Where outcomes are named, each by its form in lower case; "" where another figure stands, or a part of one begins."""
    for found in _outcomes()[0].finditer(text, start, len(text) if end is None else end):
        form = found.group().lower()
        if _outcomes()[1].get(form) == STAYING and _lasting().match(text, found.end()):
            continue
        yield found.start(), form if form in _outcomes()[1] else ""


@cache
def _lasting() -> re.Pattern[str]:
    """What follows a word for staying where nobody stays anywhere."""
    return re.compile(rf"\s+(?:still\s+)?(?:{either(_table('lasting'))})\b", re.IGNORECASE)
