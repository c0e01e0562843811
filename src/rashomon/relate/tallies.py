"""Figures of all documents in, those that answer a question out, each with what it counts.

What a figure counts does not tell its question where it is a part of something that the same text counts as a whole ("two of the
dead"), dated long before the event, or without a noun: it is said of each figure whether it is one of these.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.meaning.background import of_a_record, since, told_long_ago, year
from rashomon.meaning.befallen import DEPARTURE
from rashomon.meaning.counting import OF_PEOPLE, Counted, counted
from rashomon.meaning.elsewhen import tells_when
from rashomon.meaning.included import included
from rashomon.meaning.measures import system
from rashomon.meaning.populations import people, words
from rashomon.model import Annotations, Claim, Document, Quantity, Spans
from rashomon.relate.parts import bare, parts
from rashomon.relate.profiles import Profile

_PLAIN = frozenset(
    {"count", "money", "length", "mass", "area", "volume", "speed", "temperature", "percent", "duration", "magnitude"}
)
_OF_WHOM = re.compile(r"(?:and )?(?:(?:of|among) (?:whom|them|these|those)|including)\b|\S+ of (?:whom|them)\b", re.IGNORECASE)
_FAR = 160  # code points from a figure to that of some of them, of whom another claim tells
_GIVEN = re.compile(
    r"\b(?:number|figure|count|tally|total)(?: of them)?(?: now| still)? (?:as|at|to be|is|was|stands at|stood at|rose to) "
    r"(?:about |around |some |at least |nearly |more than )?$"
    r"|\b(?:counts|counted|speaks? of|spoke of|spoken of|insists? on|admits?) (?:only |about |some |at least )?$"
)
"""What stands before a figure that is another count of those counted before: "the mayor gives the number as 14"."""
_IS_THE = re.compile(
    r"\s(?:is|was|remains) the (?:final|official|latest|definitive|current|confirmed) (?:figure|toll|count|number|tally)\b"
)
_CONVOY = re.compile(
    r"\b(?:convoys?|column|caravan|motorcade) of (?:[^.;:]{0,30}? )?"
    r"(?:buses|coaches|lorries|trucks|vehicles|cars|boats|ambulances)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\s+who\b")
_PLACED = re.compile(r"(?:\s+[a-z]+){0,3}?\s+(?:at|in|on|near|outside|inside|along|under)\s")
_NARROWER = re.compile(r"\b(?:among|in connection with|in the course of|during|as a (?:direct )?result of|because of|due to)\b")
"""What stands behind a none that is of something narrower than the event."""
_THE = re.compile(r"\b(?:the|the other|those|these|the remaining|the last) $", re.IGNORECASE)
"""What stands before a figure that goes without a noun and points back at some told of before: "the 14 were released"."""
_TALLIED = (*OF_PEOPLE, "release", "departure", "detention", "rescue")
_MOST_TIMES = 20  # what another count of the same may be of the first
_TOLD_BEFORE = 300  # code points behind a figure in which somebody may give another number of the same

_FEW = 10  # who tells of "all four" means them one by one; "all 33 were brought up" counts them
PART, BEFORE = "part", "before"
UNNAMED = "unnamed"  # nobody can say what "7" counts in "Warehouse 7"


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A figure in its claim, with what it counts; what restricts it is without the names in it. `aside`: why what it counts does
    not tell which question it answers, "" where it does; `year`: of what was long before, "" where nothing names it.
    """

    quantity: Quantity
    profile: Profile
    counted: Counted
    aside: str = ""
    year: str = ""

    @property
    def words(self) -> object:
        """What is the same of a figure and its repetition in one document."""
        return self.profile.document, self.quantity.low, self.quantity.high, self.profile.own

    @property
    def key(self) -> tuple[str, str, Counted]:
        """What figures must share to be candidates."""
        return self.quantity.kind, system(self.quantity) if self.quantity.aspect else self.quantity.unit or "", self.counted


def told(documents: Sequence[Document], annotations: Sequence[Annotations], made: Sequence[Profile]) -> list[Figure]:
    """The figures of all claims that answer a question: plain kinds with at least one bound."""
    first = since(documents)
    texts = {d.id: d.text for d in documents}
    profile_of = {p.claim.id: p for p in made}
    found = []
    for of_document in annotations:
        quantities = {q.id: q for q in of_document.quantities}
        text = texts[of_document.document]
        background = told_long_ago(text, of_document.times, first)
        names = Spans([m.span for m in of_document.mentions if m.form != "descriptor"])
        innermost = {key: c for c in sorted(of_document.claims, key=_size) for key in c.quantities}
        held = parts(of_document.quantities, innermost)
        for key, claim in sorted(innermost.items()):
            q = quantities.get(key)
            if not q or claim.id not in profile_of or not _comparable(q) or _pointing_back(q, claim) or tells_when(q, text):
                continue
            what = _counted(q, claim, names, text)
            unnamed = q.kind == "count" and not what.population and not what.outcome and not _another(q, claim)
            aside = (
                PART
                if key in held or _none_of_some(q, claim)
                else BEFORE
                if background.holds(claim, q) or of_a_record(claim, q)
                else UNNAMED
                if unnamed
                else ""
            )
            found.append(Figure(q, profile_of[claim.id], what, aside, year(text, q.span) if aside == BEFORE else ""))
    return _over_places(found)


def _over_places(found: Sequence[Figure]) -> list[Figure]:
    """The same; tolls that a claim gives one after the other, each with a place of its own, are parts: "26 people died at the
    terminal and 22 in the town".
    """
    tolls: dict[tuple[str, str | None], list[Figure]] = defaultdict(list)
    for figure in found:
        if figure.counted.outcome in OF_PEOPLE and not figure.quantity.derived:
            tolls[figure.profile.claim.id, figure.counted.outcome].append(figure)
    placed = {f.quantity.id for of_one in tolls.values() if len(of_one) > 1 and all(map(_placed, of_one)) for f in of_one}
    return [replace(f, aside=f.aside or PART) if f.quantity.id in placed else f for f in found]


def _placed(figure: Figure) -> bool:
    claim, end = figure.profile.claim.span, figure.quantity.span.end
    return bool(_PLACED.match(claim.text, max(0, end - claim.start)))


def _none_of_some(quantity: Quantity, claim: Claim) -> bool:
    """Whether there were none of something narrower: "no fatalities among persons who work for the company"."""
    none = quantity.low == quantity.high == 0
    return none and bool(_NARROWER.search(claim.span.text, max(0, quantity.span.end - claim.span.start)))


def _counted(quantity: Quantity, claim: Claim, names: Spans, text: str) -> Counted:
    """What a figure counts; names restrict no count, for accounts spell them in their own ways."""
    inside = frozenset(w.lower() for i in (names.over(quantity.of) if quantity.of else ()) for w in words(names.spans[i].text))
    what = counted(quantity, claim)
    if what.outcome == "transport" and _on_the_move(text, quantity.span.start):
        what = replace(what, outcome=DEPARTURE)  # who was on board of a convoy left with it
    return replace(what, restriction=what.restriction - inside)


def comparable(found: Sequence[Figure]) -> list[Figure]:
    """Those of which what they count tells which question they answer."""
    return _inherited([figure for figure in found if not figure.aside])


def _on_the_move(text: str, at: int) -> bool:
    """Whether a text tells of a convoy just before a place, and not of what befell one thing that carries people."""
    return bool(_CONVOY.search(text, max(0, at - _TOLD_BEFORE), at))


def _inherited(found: Sequence[Figure]) -> list[Figure]:
    """The same, a figure that only follows from others being of the outcome that these are of (who "were fighters", of all who
    left, left too), and one of those "of whom" a claim goes on to tell being of the outcome of the figure before it.
    """
    outcome = {f.quantity.id: f.counted.outcome for f in found}
    ordered = sorted(found, key=lambda f: (f.quantity.span.document, f.quantity.span.start))
    before = {f.quantity.id: g for g, f in pairwise(ordered) if g.quantity.span.document == f.quantity.span.document}
    told: list[Figure] = []
    for f in ordered:
        if not f.counted.outcome and _another(f.quantity, f.profile.claim):
            if same := next((g for g in reversed(told) if _may_be(f, g)), None):
                told.append(replace(f, counted=same.counted))
        else:
            told.append(replace(f, counted=replace(f.counted, outcome=_of(f, outcome, before.get(f.quantity.id)))))
    by_id = {f.quantity.id: f for f in told}
    return [by_id[f.quantity.id] for f in found if f.quantity.id in by_id]


def _may_be(figure: Figure, before: Figure) -> bool:
    """Whether a figure that goes without a noun may be another number of those that one before it counts."""
    near = figure.quantity.span.start - before.quantity.span.end < _TOLD_BEFORE
    same = before.quantity.span.document == figure.quantity.span.document
    if included(before.profile.claim.span.text, max(0, before.quantity.span.start - before.profile.claim.span.start)):
        return False  # some of those before
    if times(before.quantity, figure.quantity) > _MOST_TIMES:
        return False  # "One officer died. Organisers spoke of 100,000."
    return same and near and before.counted.outcome in _TALLIED and not before.counted.restriction


def times(one: Quantity, other: Quantity) -> float:
    """How many times the one of two figures the other is."""
    few, many = sorted(q.high if q.high is not None else q.low or 0.0 for q in (one, other))
    return many / max(few, 1.0)


def _another(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure without a noun of its own is given as the number of those told of before."""
    at, end = max(0, quantity.span.start - claim.span.start), quantity.span.end - claim.span.start
    return bare(quantity) and bool(_GIVEN.search(claim.span.text[:at]) or _IS_THE.match(claim.span.text, end))


def _pointing_back(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure without a noun of its own means some of those told of before, and so answers no question of its own."""
    return (
        bare(quantity)
        and not quantity.derived
        and not _WHO.match(claim.span.text, max(0, quantity.span.end - claim.span.start))
        and _behind(quantity, claim)
    )


def _behind(quantity: Quantity, claim: Claim) -> bool:
    """Whether the word before a figure is of what was told: "the 14", and of few also "all four"."""
    ahead = claim.span.text[: max(0, quantity.span.start - claim.span.start)]
    return bool(_THE.search(ahead)) or ((quantity.high or _FEW + 1) <= _FEW and ahead.lower().endswith("all "))


def _of(figure: Figure, outcome: Mapping[str, str | None], before: Figure | None) -> str | None:
    known = {o for key in figure.quantity.made_from if (o := outcome.get(key))}
    if figure.counted.outcome or not people(figure.counted.population):
        return figure.counted.outcome
    if figure.quantity.derived:
        return known.pop() if len(known) == 1 else None
    claim = figure.profile.claim.span
    if before and _OF_WHOM.match(claim.text) and (before.quantity.low or 0) > (figure.quantity.low or 0):
        near = 0 < figure.quantity.span.start - before.quantity.span.end < _FAR
        return before.counted.outcome if near and people(before.counted.population, whole=True) else None
    return None


def _size(claim: Claim) -> tuple[int, str]:
    """For claims from the widest to the narrowest."""
    return claim.span.start - claim.span.end, claim.id


def _comparable(quantity: Quantity) -> bool:
    return quantity.kind in _PLAIN and (quantity.low is not None or quantity.high is not None)
