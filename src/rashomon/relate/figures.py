"""Figures of all documents in, suggestions which of them count the same thing out.

Two figures count the same thing when kind, unit, population, restriction and outcome agree. What restricts a count ("foreign
fighters") makes it another count: 112 people in one lorry and 4,000 in all are no two answers to one question.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.counting import Counted, counted, words
from rashomon.model import Annotations, Document, Link, Quantity
from rashomon.relate.profiles import Profile, likeness, profiles

LEAST = 0.25
"""Likeness of two claims below which their figures are not aligned where no outcome ties them together."""

_PLAIN = frozenset({"count", "money", "length", "mass", "area", "volume", "speed", "temperature", "percent", "duration"})
_PART = re.compile(r"\b(?:per|each|of (?:the|them|whom|which|those|these|his|her|their|its|our))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A figure in its claim, with what it counts; what restricts it is without the names in it."""

    quantity: Quantity
    profile: Profile
    counted: Counted

    @property
    def key(self) -> tuple[str, str, Counted]:
        """What figures must share to be candidates."""
        return self.quantity.kind, self.quantity.unit or "", self.counted


def relate(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Iterator[Link]:
    """Links `same-figure` between quantities."""
    by_key: dict[tuple[str, str, Counted], list[Figure]] = defaultdict(list)
    for figure in figures(annotations):
        by_key[figure.key].append(figure)
    for alike in by_key.values():
        for i, left in enumerate(alike):
            for right in alike[i + 1 :]:
                if _apart(left, right) and (link := _link(left, right)):
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
                    inside = frozenset(w.lower() for s in names if q.of and q.of.overlap(s) for w in words(s.text))
                    what = counted(q, claim)
                    what = replace(what, restriction=what.restriction - inside)
                    found.append(Figure(q, made[claim.id], what))
    return found


def _apart(left: Figure, right: Figure) -> bool:
    """Two figures of two claims: a claim within another one shares its figures."""
    return left.quantity.id != right.quantity.id and left.profile.claim.id != right.profile.claim.id


def _link(left: Figure, right: Figure) -> Link | None:
    alike = likeness(left.profile, right.profile)
    what = left.counted
    if what.outcome:
        score, reason = (1 + alike) / 2, f"both count {what.population} and speak of {what.outcome}"
    elif alike >= LEAST:
        noun = left.quantity.of.text if left.quantity.of else left.quantity.unit or left.quantity.kind
        score, reason = alike, f"both give a figure for “{noun}” in claims that share their words"
    else:
        return None
    return Link(relation="same-figure", left=left.quantity.id, right=right.quantity.id, score=round(score, 4), reasons=(reason,))


def _partial(quantity: Quantity) -> bool:
    """Whether it counts a part of something the same text counts as a whole ("two of the dead"), or per something."""
    return bool(_PART.search(quantity.span.text) or (quantity.scope and _PART.search(quantity.scope)))
