"""A figure in its claim in, what it counts out: who or what, in which state, restricted to which of them.

Two figures answer one question where all three agree: 40 injured are no answer to 12 dead, foreign fighters none to fighters.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon import data
from rashomon.model import Claim, Quantity
from rashomon.text import numerals
from rashomon.text.patterns import either

_LITTLE = frozenset({"the", "a", "an", "of", "and", "their", "his", "her", "its", "our", "more", "other", "least", "some"})
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

_FIGURE = either({*numerals.BASIC, *numerals.SCALES, "dozens", "hundreds", "thousands"})
_PART = "(?<!all )of (?:which|whom|those|these|them)"
_NEAR = 9  # words before a figure among which its outcome may be named: "the toll of the fire in the harbour rose to 13"

OF_PEOPLE = ("death", "injury", "missing")
"""Outcomes that people alone come to."""

ASKED_ALIKE = (*OF_PEOPLE, "transport")
"""Outcomes that are asked for in one way, whatever words a claim goes on with."""

_SET = re.compile(r"([^\W\d_]+)\s+(?:at|to|at about|at around|to about)\s+$")
_ALIVE = re.compile(r"\balive\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\s+[^\W\d_]+){0,3}\s+and\s+")

WEIGHED = ("mass", "volume")
"""Kinds of quantities that are of some stuff."""

_THEN_DIED = re.compile(
    r"\s+(?:(?:people|men|women|children|patients|later|have|had|has|since|also|then|subsequently)\s+){0,3}"
    r"(?:die[ds]?|succumb(?:ed|s)?)\b"
)

_OF = re.compile(r"\s+of\s+(?:the\s+)?([^\W\d_]+)")

IN_CARE = "in care"
"""What narrows a count to those who came to one place to be looked after."""

SEVERAL = "several outcomes together"


@dataclass(frozen=True, slots=True)
class Counted:
    """`population` is "" where the text leaves it open; `outcome` is what happened to them, or None."""

    population: str
    outcome: str | None
    restriction: frozenset[str]


def counted(quantity: Quantity, claim: Claim) -> Counted:
    """What a figure counts, by its noun and by the words of its claim around it."""
    outcome, degree = _outcome(quantity, claim)
    return Counted(_population(quantity, outcome) or _stuff(quantity, claim), outcome, _restriction(quantity) | degree)


def people(population: str) -> bool:
    """Whether a population is a part of the persons."""
    return population in data.load("populations")["people"]["names"]


def plural(population: str) -> str:
    """How a population is called in a sentence."""
    named: str = data.load("populations")["plural"].get(population, population)
    return named


def words(text: str) -> list[str]:
    """The words of a phrase, without digits."""
    return _WORD.findall(text)


def _table(name: str) -> Mapping[str, str]:
    """One of the tables of outcomes: for each word the line it stands in."""
    return data.by_word("outcomes", name)


def outcomes(text: str) -> list[tuple[int, str]]:
    """The outcomes that are named in a text, with where (code points), in text order."""
    return [(at, _outcomes()[1][form]) for at, form in _said(text, 0) if form]


@cache
def _outcomes() -> tuple[re.Pattern[str], Mapping[str, str]]:
    forms = _table("outcome")
    return re.compile(rf"\b(?:{either(forms)}|{_FIGURE}|{_PART})\b|\d", re.IGNORECASE), forms


def _population(quantity: Quantity, outcome: str | None) -> str:
    head, known = quantity.head or "", data.by_word("populations", "population")
    last = words(quantity.of.text)[-1:] if quantity.of else []
    if any(word.lower() in _outcomes()[1] for word in (head, *last)):  # "40 injured", "14 bodies": people, in that state
        return "persons"
    if outcome in OF_PEOPLE and not head and quantity.of is None:
        return "persons"  # "the strike kills 14"
    if outcome in OF_PEOPLE and head not in known and quantity.of and quantity.of.start < quantity.span.start:
        return "persons"  # "the toll of the sinking rose to 59"
    return known.get(head, head)


def _stuff(quantity: Quantity, claim: Claim) -> str:
    """What is weighed or measured out: "gravel" in "30 tonnes of gravel"; "" where the words behind the figure do not say."""
    if quantity.kind not in WEIGHED:
        return ""
    found = _OF.match(claim.span.text, max(0, quantity.span.end - claim.span.start))
    return found[1].lower() if found else ""


def _restriction(quantity: Quantity) -> frozenset[str]:
    """Words that narrow what is counted: all of it but its head, little words, states and capitalised names."""
    found = [w for w in words(quantity.of.text) if w.lower() not in _LITTLE] if quantity.of else []
    return frozenset(_table("degree").get(w, w) for w in found[:-1] if w.islower() and w not in _outcomes()[1])


def _outcome(quantity: Quantity, claim: Claim) -> tuple[str | None, frozenset[str]]:
    """The outcome of a figure in its claim, and what narrows it. A sum of figures of several outcomes is a figure of none."""
    if quantity.derived and len({name for _, name in outcomes(quantity.span.text)}) > 1:
        return SEVERAL, frozenset()
    start, end = max(0, quantity.span.start - claim.span.start), quantity.span.end - claim.span.start
    outcome, degree = _outcome_at(claim.span.text, start, end)
    if outcome is None and people(_population(quantity, None)):
        outcome = _held(claim.span.text, start)
    if outcome is None and quantity.of is not None and quantity.of.end <= quantity.span.start:
        outcome = next((name for _, name in outcomes(quantity.of.text)), None)  # "the death toll of the long … has risen to 14"
    return outcome, degree


@lru_cache(maxsize=20_000)  # asked for every two figures that are set side by side
def _outcome_at(text: str, start: int, end: int) -> tuple[str | None, frozenset[str]]:
    """The outcome named nearest to the figure within its claim, and what narrows it.

    First a verb right before it ("killed nine"), then what follows up to the next figure, then what goes before.
    """
    if (hurt := _of_the_hurt(text, start, end)) is not None:
        return "death", frozenset({hurt})
    form, at = _right_before(text, start) or _put_at(text, start) or _after(text, start, end) or _before(text, start) or ("", 0)
    if _outcomes()[1].get(form) == "death" and _ALIVE.search(text):
        return None, frozenset()  # "eight who had been counted as dead were found alive"
    near = words(text[:at])[-1:]
    degree = {_table("degree")[w.lower()] for w in near if w.lower() in _table("degree")}
    return _outcomes()[1].get(form), frozenset(
        degree | ({IN_CARE} if _outcomes()[1].get(form) == "injury" and _in_care(text, start) else set())
    )


def _of_the_hurt(text: str, start: int, end: int) -> str | None:
    """What those were of whom a figure says that they died: "three of the injured died" tells how many more are dead."""
    named = [form for _, form in _said(text, start, end) if form]
    return named[0] if named and _THEN_DIED.match(text, end) and _outcomes()[1][named[0]] != "death" else None


def _in_care(text: str, start: int) -> bool:
    """Whether what a text counts is those who came to one place to be looked after."""
    care = _table("care")
    last = words(text[:start])[-1:]
    return any(care.get(w.lower()) == "anywhere" for w in words(text)) or any(w.lower() in care for w in last)


def _right_before(text: str, start: int) -> tuple[str, int] | None:
    """A verb with the figure as its object, and where it stands."""
    found = re.search(r"([^\W\d_]+)\s+$", text[max(0, start - 20) : start])
    form = found[1].lower() if found else ""
    return (form, start - len(found[0])) if found and form in _table("taking") else None


def _put_at(text: str, start: int) -> tuple[str, int] | None:
    """An outcome that a figure is set for: "put the dead at 38 and the wounded at 112"."""
    found = _SET.search(text[max(0, start - 30) : start])
    form = found[1].lower() if found else ""
    return (form, start - len(found[0])) if found and form in _outcomes()[1] else None


def _after(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The first outcome from the figure on, before another figure; none of a verb that takes what follows it."""
    taking = _table("taking")
    for at, form in _said(text, start):
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
    near = [*_WORD.finditer(text, 0, start)][-_NEAR:]
    said = [(form, at) for at, form in _said(text, near[0].start() if near else 0, start)]
    return said[-1] if said and said[-1][0] else None


def _said(text: str, start: int, end: int | None = None) -> Iterator[tuple[int, str]]:
    """Where outcomes are named, each by its form in lower case; "" where another figure stands, or a part of one begins."""
    for found in _outcomes()[0].finditer(text, start, len(text) if end is None else end):
        form = found.group().lower()
        yield found.start(), form if form in _outcomes()[1] else ""
