"""Figures of all documents in, suggestions which of them count the same thing out.

Two figures count the same thing when kind, unit, population, restriction and outcome agree. What restricts a count ("foreign
fighters") makes it another count: 112 people in one lorry and 4,000 in all are no two answers to one question.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon import data
from rashomon.model import Annotations, Claim, Document, Link, Quantity
from rashomon.relate.profiles import Profile, likeness, profiles

LEAST = 0.25
"""Likeness of two claims below which their figures are not aligned where no outcome ties them together."""

_PLAIN = frozenset({"count", "money", "length", "mass", "area", "volume", "speed", "temperature", "percent", "duration"})
_LITTLE = frozenset({"the", "a", "an", "of", "and", "their", "his", "her", "its", "our", "more", "other", "least", "some"})
_PART = re.compile(r"\b(?:per|each|of (?:the|them|whom|which|those|these|his|her|their|its|our))\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A figure in its claim: the population it counts, what restricts it, and the outcome it is a figure of."""

    quantity: Quantity
    profile: Profile
    population: str
    restriction: frozenset[str]
    outcome: str | None

    @property
    def key(self) -> tuple[str, str, str]:
        """What figures must share to be candidates."""
        return self.quantity.kind, self.quantity.unit or "", self.population


def relate(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Iterator[Link]:
    """Links `same-figure` between quantities."""
    by_key: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures(annotations):
        by_key[figure.key].append(figure)
    for alike in by_key.values():
        for i, left in enumerate(alike):
            for right in alike[i + 1 :]:
                if left.profile.claim.id != right.profile.claim.id and (link := _link(left, right)):
                    yield link


def figures(annotations: Sequence[Annotations]) -> list[Figure]:
    """The figures of all claims that can be compared: plain kinds with at least one bound."""
    made = {p.claim.id: p for p in profiles(annotations)}
    found = []
    for of_document in annotations:
        quantities = {q.id: q for q in of_document.quantities}
        names = [m.span for m in of_document.mentions if m.form != "descriptor"]
        for claim in of_document.claims:
            for key in claim.quantities:
                q = quantities.get(key)
                if q and q.kind in _PLAIN and (q.low is not None or q.high is not None) and not _partial(q):
                    inside = frozenset(w.lower() for s in names if q.of and q.of.overlap(s) for w in _WORD.findall(s.text))
                    found.append(Figure(q, made[claim.id], _population(q), _restriction(q) - inside, _outcome(q, claim)))
    return found


def _link(left: Figure, right: Figure) -> Link | None:
    if left.restriction != right.restriction or left.outcome != right.outcome:
        return None
    alike = likeness(left.profile, right.profile)
    counted = left.quantity.of.text if left.quantity.of else left.quantity.unit or left.quantity.kind
    if left.outcome:
        score, reason = (1 + alike) / 2, f"both count {left.population} and speak of {left.outcome}"
    elif alike >= LEAST:
        score, reason = alike, f"both give a figure for “{counted}” in claims that share their words"
    else:
        return None
    return Link(relation="same-figure", left=left.quantity.id, right=right.quantity.id, score=round(score, 4), reasons=(reason,))


def _partial(quantity: Quantity) -> bool:
    """Whether it counts a part of something the same text counts as a whole ("two of the dead"), or per something."""
    return bool(_PART.search(quantity.span.text) or (quantity.scope and _PART.search(quantity.scope)))


@cache
def _populations() -> Mapping[str, str]:
    table: dict[str, list[str]] = data.load("populations")["population"]
    return {noun: name for name, nouns in table.items() for noun in nouns}


def _population(quantity: Quantity) -> str:
    head = quantity.head or ""
    last = _WORD.findall(quantity.of.text)[-1:] if quantity.of else []
    if any(word.lower() in _outcomes()[1] for word in (head, *last)):  # "40 injured", "14 bodies": people, in that state
        return "persons"
    return _populations().get(head, head)


def _restriction(quantity: Quantity) -> frozenset[str]:
    """Words that narrow what is counted: all of it but its head, little words and capitalised names."""
    if not quantity.of:
        return frozenset()
    words = [w for w in _WORD.findall(quantity.of.text) if w.lower() not in _LITTLE]
    return frozenset(w.lower() for w in words[:-1] if w.islower() and w not in _outcomes()[1])


@cache
def _outcomes() -> tuple[re.Pattern[str], Mapping[str, str]]:
    table: dict[str, list[str]] = data.load("outcomes")["outcome"]
    forms = {form: name for name, forms in table.items() for form in forms}
    return re.compile(r"\b(?:" + "|".join(sorted(forms)) + r")\b|\d", re.IGNORECASE), forms


def _outcome(quantity: Quantity, claim: Claim) -> str | None:
    """The outcome named nearest to the figure within its claim, first after it (up to the next figure), then before."""
    pattern, outcomes = _outcomes()
    start, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
    text = claim.span.text
    for found in pattern.finditer(text[max(start, 0) :]):
        at = max(start, 0) + found.start()
        if found.group().isdigit():
            if at >= end:
                break
            continue
        return outcomes[found.group().lower()]
    before = [f.group().lower() for f in pattern.finditer(text[: max(start, 0)])]
    return outcomes.get(before[-1]) if before else None
