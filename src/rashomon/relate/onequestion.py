"""Figures of all documents in, links between those that likely answer one question out, each with what speaks for it.

How likely is learnt (logistic regression; `scripts/train_figurepairs.py`, card `data/figurepairs.md`) from what is measured of
two figures (`figurepairs.py`), so that those meet whose nouns and verbs no table knows: "52 buses passed the bridge" and "in 48
buses".
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon import data
from rashomon.meaning.counting import OF_PEOPLE
from rashomon.meaning.measures import WEIGHED
from rashomon.meaning.narrowed import AT_HAND, DUE, IN_CARE, MORE
from rashomon.meaning.populations import people, plural
from rashomon.model import Annotations, Document, Link
from rashomon.relate.figurepairs import FEATURES, pairs
from rashomon.relate.tallies import BEFORE, PART, Figure, times

Rows = NDArray[np.float64]

LIKELY = 0.5
"""Likelihood from which on two figures are linked."""

_NOUN = re.compile(r"[a-z]{2}")
_FOR = re.compile(r"\bfor (?:(?:about|some|perhaps|around|up to|at least|nearly|more than|an estimated) )?$", re.IGNORECASE)
_BOTH = 2  # of a pair
_TIMES = 3  # what a figure may be of one of which nothing says what it counts
_SHOWN = 3  # things that speak for a link that its reason names
_NARROWER = frozenset({AT_HAND, IN_CARE, DUE, MORE})
_SORTED = frozenset({"combatants", "relatives", "families", "children", "women"})
"""People of whom accounts tell how many there were among all."""
_SAYS = {
    "claims": "their claims lie near one another",
    "clauses": "the words around them lie near one another",
    "before": "what is said before them lies near",
    "nearest": "hardly any figure of the other account lies nearer",
    "sizes": "they are of like size",
    "same outcome": "both speak of {}",
    "same sort": "both count {}",
}
"""What is said of a feature that speaks for a link."""


def links(figures: Sequence[Figure], documents: Sequence[Document], annotations: Sequence[Annotations]) -> Iterator[Link]:
    """Links `likely-figure`, in a fixed order; the score is how likely both answer one question."""
    vectors = {b.id: b.vector for a in annotations for b in a.bearings}
    weights, usual = _weights()
    for lefts, rights, features in pairs(figures, {d.id: d.text for d in documents}, vectors):
        likely, speaks = likelihood(features), (features - usual) * weights
        for n in np.flatnonzero(likely >= LIKELY):
            left, right = sorted((figures[lefts[n]], figures[rights[n]]), key=lambda f: f.quantity.id)
            if not _told_apart(left, right):
                yield Link(
                    relation="likely-figure",
                    left=left.quantity.id,
                    right=right.quantity.id,
                    score=round(float(likely[n]), 4),
                    reasons=(_reason(left, dict(zip(FEATURES, speaks[n].tolist(), strict=True))),),
                )


def likelihood(features: Rows) -> Rows:
    """How likely two figures answer one question, 0 to 1, for each row of features in the order of `FEATURES`."""
    weights, usual = _weights()
    sums: Rows = data.load("figurepairs")["all"]["bias"] + ((features - usual) * weights).sum(axis=1)
    return 1 / (1 + np.exp(-sums))


def _weights() -> tuple[Rows, Rows]:
    """For each feature what it weighs, and what it is on the whole."""
    table = data.load("figurepairs")["feature"]
    return np.array([table[name]["weight"] for name in FEATURES]), np.array([table[name]["usual"] for name in FEATURES])


def _told_apart(left: Figure, right: Figure) -> bool:
    """Whether what two figures count is known to be another thing, or so little of it is known that likeness tells nothing."""
    ours, theirs = left.counted, right.counted
    nameless = _nameless(left) + _nameless(right)
    if nameless == _BOTH or (nameless and times(left.quantity, right.quantity) > _TIMES):
        return True
    if left.aside != right.aside and {left.aside, right.aside} & {PART, BEFORE}:
        return True
    if left.aside == BEFORE and (left.year != right.year or not left.year):
        return True  # two of the things that were before
    if left.quantity.kind != "count" and not (ours.outcome or theirs.outcome):
        return True  # any two sums, or lengths of time
    if left.quantity.kind in WEIGHED and left.quantity.unit != right.quantity.unit:
        return True  # of tons there are several
    if ours.outcome and theirs.outcome and ours.outcome != theirs.outcome:
        return True
    narrower = ours.restriction ^ theirs.restriction
    if ours.outcome == theirs.outcome is not None and (narrower & _NARROWER or (narrower and ours.outcome in OF_PEOPLE)):
        return True  # whoever was looked after, or lay before one person, is one of those whom it befell
    if _provided_for(left) != _provided_for(right):
        return True
    sorts = {ours.population, theirs.population}
    if len(sorts) == 1 or not all(people(sort, whole=True) for sort in sorts):
        return False
    return ours.outcome == theirs.outcome is not None or bool(sorts & _SORTED)


def _provided_for(figure: Figure) -> bool:
    """Whether so many are those for whom there is something: "tents for 6,000 people"."""
    claim, start = figure.profile.claim.span, figure.quantity.span.start
    return bool(_FOR.search(claim.text[: max(0, start - claim.start)]))


def _nameless(figure: Figure) -> bool:
    """Whether nothing is said of what a count counts, nor of what became of it: the hour in "at 7.35 P. rang" looks like one."""
    noun = figure.quantity.of.text if figure.quantity.of else ""
    return figure.quantity.kind == "count" and not figure.counted.outcome and not _NOUN.search(noun)


def _reason(figure: Figure, speaks: Mapping[str, float]) -> str:
    """What speaks for a link: what both are known to count first, then what weighs most."""
    told = {"same sort": plural(figure.counted.population), "same outcome": figure.counted.outcome or ""}
    said = sorted((name for name in _SAYS if speaks[name] > 0), key=lambda name: (name not in told, -speaks[name]))
    return "; ".join(_SAYS[name].format(told.get(name, "")) for name in said[:_SHOWN])
