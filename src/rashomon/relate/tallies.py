"""Figures of all documents in, those that can be compared out, each with what it counts.

Left out: what nobody can compare, a part of something that the same text counts as a whole ("two of the dead"), and what is dated
long before the event.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.meaning.background import since, told_long_ago
from rashomon.meaning.befallen import DEPARTURE, forms, outcomes
from rashomon.meaning.counting import OF_PEOPLE, Counted, counted, graded, sort_of
from rashomon.meaning.elsewhen import tells_when
from rashomon.meaning.included import included
from rashomon.meaning.measures import system
from rashomon.meaning.populations import named, people, words
from rashomon.model import Annotations, Claim, Document, Quantity, Spans
from rashomon.relate.profiles import Profile

_PLAIN = frozenset(
    {"count", "money", "length", "mass", "area", "volume", "speed", "temperature", "percent", "duration", "magnitude"}
)
_PART = re.compile(r"\b(?:per|each|(?<!all )of (?:the|them|whom|which|those|these|his|her|their|its|our))\b", re.IGNORECASE)

_OWN = re.compile(r"\bof (?:its|their|our|his|her)\b", re.IGNORECASE)
_POSSESSED = re.compile(r"\bof the \w+['’]s?$")  # "60 of the guild's carts"
_SAID_OF = re.compile(
    r"(?:mostly|mainly|all of|most of|many of|among|including|included|along with|together with|as well as|plus)\b", re.IGNORECASE
)
_OF_WHOM = re.compile(r"(?:and )?(?:(?:of|among) (?:whom|them|these|those)|including)\b|\S+ of (?:whom|them)\b", re.IGNORECASE)
_BODY_OF = re.compile(
    r"\b(?:crew|family|staff|team|squad|party|unit|patrol|household|choir|couple) of (?:about |some )?\Z", re.IGNORECASE
)
_OF_THE = re.compile(r"\b[Oo]f the ([^\W\d_]+),? (?:about |some |at least |around |nearly )?$")
_BEHIND = 60  # code points before a figure in which it may be said of whom it is
_ARE = re.compile(r"\s*of (?:them|whom|these|those),?\s+(?:(?:was|were|are|being)\s+)?(?:an?\s+)?")
_BY = re.compile(r"\s*of (?:them|whom) by\b")
_FROM = re.compile(r" from (?:the )?[A-Z]")
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
_TOTAL = re.compile(r"\b(?:toll|number|total|count|tally)\b", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|the other|those|these|the remaining|the last) $", re.IGNORECASE)
"""What stands before a figure that goes without a noun and points back at some told of before: "the 14 were released"."""
_TALLIED = (*OF_PEOPLE, "release", "departure", "detention", "rescue")
_TOLD_BEFORE = 300  # code points behind a figure in which somebody may give another number of the same
_GOES_ON = 120  # code points from a figure of a part to one that goes on counting parts
_FEW = 2  # "two of their sons"


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A figure in its claim, with what it counts; what restricts it is without the names in it."""

    quantity: Quantity
    profile: Profile
    counted: Counted

    @property
    def words(self) -> object:
        """What is the same of a figure and its repetition in one document."""
        return self.profile.document, self.quantity.low, self.quantity.high, self.profile.own

    @property
    def key(self) -> tuple[str, str, Counted]:
        """What figures must share to be candidates."""
        return self.quantity.kind, system(self.quantity) if self.quantity.aspect else self.quantity.unit or "", self.counted


def comparable(documents: Sequence[Document], annotations: Sequence[Annotations], made: Sequence[Profile]) -> list[Figure]:
    """The figures of all claims that can be compared: plain kinds with at least one bound, of the time of the event."""
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
        parts = _parts(of_document.quantities, innermost)
        for key, claim in sorted(innermost.items()):
            q = quantities.get(key)
            told = q and claim.id in profile_of and _comparable(q) and key not in parts
            if q and told and not (background.holds(claim, q) or _pointing_back(q, claim) or tells_when(q, text)):
                inside = frozenset(w.lower() for i in (names.over(q.of) if q.of else ()) for w in words(names.spans[i].text))
                what = counted(q, claim)
                if q.kind == "count" and not what.population and not what.outcome and not _another(q, claim):
                    continue  # nobody can say what "7" counts in "Warehouse 7"
                if what.outcome == "transport" and _on_the_move(text, q.span.start):
                    what = replace(what, outcome=DEPARTURE)  # who was on board of a convoy left with it
                what = replace(what, restriction=what.restriction - inside)
                found.append(Figure(q, profile_of[claim.id], what))
    return _inherited(found)


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
    return same and near and before.counted.outcome in _TALLIED and not before.counted.restriction


def _another(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure without a noun of its own is given as the number of those told of before."""
    at, end = max(0, quantity.span.start - claim.span.start), quantity.span.end - claim.span.start
    return _bare(quantity) and bool(_GIVEN.search(claim.span.text[:at]) or _IS_THE.match(claim.span.text, end))


def _pointing_back(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure without a noun of its own means some of those told of before, and so answers no question of its own."""
    return (
        _bare(quantity)
        and not quantity.derived
        and not _WHO.match(claim.span.text, max(0, quantity.span.end - claim.span.start))
        and bool(_THE.search(claim.span.text[: max(0, quantity.span.start - claim.span.start)]))
    )


def _bare(quantity: Quantity) -> bool:
    return quantity.kind == "count" and (quantity.of is None or quantity.of.end <= quantity.span.start)


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


def _partial(quantity: Quantity, claim: Claim) -> bool:
    """Whether it counts a part of something the same text counts as a whole ("two of the dead"), or per something; what
    follows from a part and its whole is a count of its own, and "600 of its fighters" are all of the fighters that it tells of.
    """
    if quantity.derived:
        return quantity.scope == "of them"
    end = quantity.span.end
    if quantity.of and quantity.of.start > quantity.span.start:
        written = quantity.span.text[: quantity.of.start - quantity.span.start] + quantity.of.text.split()[0]
    else:
        written = quantity.span.text
    after = claim.span.text[max(0, end - claim.span.start) :]
    own = (quantity.low or 0) > _FEW and bool(_OWN.search(written) or _POSSESSED.search(written))
    if quantity.of and _ARE.fullmatch(after[: max(0, quantity.of.start - end)]) and people(named(quantity)):
        return False  # "three of them children" are three children
    if _BY.match(after):
        return False  # "60 of them by fishing boats" are all that these saved
    if _bare(quantity) and _FROM.match(claim.span.text, max(0, end - claim.span.start)):
        return True  # "a crash that killed ten from Norland"
    if _bare(quantity) and _BODY_OF.search(claim.span.text, 0, max(0, quantity.span.start - claim.span.start)):
        return True  # "118 passengers and a crew of nine"
    scopes = [part for part in (quantity.scope or "").split("; ") if not _SAID_OF.match(part)]
    before = claim.span.text[: max(0, quantity.span.start - claim.span.start)]
    if (of := _OF_THE.search(before[-_BEHIND:])) and of[1].lower() in forms():
        return True  # "of the dead, 61 were from Orlen"
    return (not own and bool(_PART.search(written))) or any(map(_PART.search, scopes)) or bool(_PART.match(after.lstrip()))


def _parts(quantities: Sequence[Quantity], claim_of: Mapping[str, Claim]) -> set[str]:
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


def _goes_on(last: Quantity, quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure close behind that of a part has neither a noun, nor a total, nor a fate of its own before it."""
    before = claim.span.text[max(0, last.span.end - claim.span.start) : max(0, quantity.span.start - claim.span.start)]
    near = _bare(quantity) and quantity.span.start - last.span.end < _GOES_ON
    return near and not _TOTAL.search(before) and not (claim.span.start > last.span.end and outcomes(before))
