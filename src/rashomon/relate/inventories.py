"""Figures of all documents in, links between those of like lists out: "30 lorries, 11 vans and more than 60 carts" twice told.

A convoy, a fleet, a force sent to help, what a flood destroyed: accounts list them by what they are made of. Two lists that have
two things in common, one of them as many times, are one list, and each thing in both is counted in both.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.meaning.counting import STOCK
from rashomon.meaning.included import included
from rashomon.meaning.populations import plural
from rashomon.model import Link
from rashomon.relate.tallies import Figure

_GOES_ON = re.compile(
    r"(?:\s+[^\W\d_]+){0,4}\W?(?:,\s+(?:and\s+)?|,?\s+(?:and|along with|as well as|together with|plus)\s+)"
    r"(?:(?:an?|about|around|some|nearly|almost|more than|at least|up to)\s+)*",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"^own$|['’]s?$")  # words that tell whose things are
_FEW = 2  # of what there are one or two, many lists tell
_COMPARED = 60  # lists with two things in common, of which each is set against each
_LIKELY = 0.6

Things = Mapping[str, Figure]
"""What one list counts: for each sort of thing its figure."""


def links(figures: Sequence[Figure]) -> Iterator[Link]:
    """Links `same-figure` between figures for one thing in two lists of two documents."""
    lists = [*_lists(figures)]
    by_two: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, things in enumerate(lists):
        for two in combinations(sorted(things), 2):
            by_two[two].append(number)
    asked = {pair for numbers in by_two.values() for pair in combinations(numbers[:_COMPARED], 2)}
    for i, j in sorted(asked):
        yield from _linked(lists[i], lists[j])


def _lists(figures: Sequence[Figure]) -> Iterator[Things]:
    """The lists of two things or more, in text order; a sort of thing that stands in one twice tells nothing."""
    by_claim: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.quantity.kind == "count" and not figure.quantity.derived and figure.counted.population:
            by_claim[figure.profile.claim.id].append(figure)
    for _, told in sorted(by_claim.items()):
        told.sort(key=lambda f: (f.quantity.span.start, f.quantity.span.end))
        for run in (*_runs(told), *_with_some(told)):
            named = [f.counted.population for f in run]
            things = {f.counted.population: f for f in run if named.count(f.counted.population) == 1}
            if len(things) > 1:
                yield things


def _runs(told: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Figures of one claim, those together that stand side by side in it."""
    run: list[Figure] = []
    for figure in told:
        claim = figure.profile.claim.span
        end = run[-1].quantity.span.end - claim.start if run else -1
        if run and not _GOES_ON.fullmatch(claim.text, max(0, end), max(0, figure.quantity.span.start - claim.start)):
            yield run
            run = []
        run.append(figure)
    if run:
        yield run


def _with_some(told: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Figures of one claim, each with those of some of the counted: "300 people were on board, 40 of them guards"."""
    for whole in told:
        claim, end = whole.profile.claim.span, whole.quantity.span.end - whole.profile.claim.span.start
        inner = included(claim.text, max(0, end), behind=True)
        some = [f for f in told if inner and inner[0] <= f.quantity.span.start - claim.start < inner[1]]
        if some and some[0] is not whole:
            yield [whole, *some]


def _linked(left: Things, right: Things) -> Iterator[Link]:
    one, other = next(iter(left.values())), next(iter(right.values()))
    both = [thing for thing in left if thing in right and _may_agree(left[thing], right[thing])]
    if one.profile.document == other.profile.document or len(both) < 2:
        return
    alike = next((thing for thing in both if _as_many(left[thing], right[thing])), None)
    if alike is None:
        return
    reason = f"two lists count {' and '.join(plural(thing) for thing in both)}, and as many {plural(alike)}"
    for thing in both:
        a, b = left[thing].quantity.id, right[thing].quantity.id
        yield Link(relation="same-figure", left=a, right=b, score=_LIKELY, reasons=(reason,))


def _may_agree(left: Figure, right: Figure) -> bool:
    """Whether two figures may be of one thing: of no other fate, and of no other sort ("fire crews", "ambulance crews"); of one
    that either leaves open only where they are as many.
    """
    fates = {left.counted.outcome, right.counted.outcome} - {None, STOCK}
    ours, theirs = (frozenset(w for w in f.counted.restriction if not _WHOSE.search(w)) for f in (left, right))
    sort = ours == theirs or ((ours <= theirs or theirs <= ours) and _as_many(left, right))
    return len(fates) < 2 and sort


def _as_many(left: Figure, right: Figure) -> bool:
    """Whether two figures allow one number of more than a few."""
    ours, theirs = left.quantity, right.quantity
    if ours.low is None or theirs.low is None or max(ours.low, theirs.low) <= _FEW:
        return False
    if ours.high is None or theirs.high is None:
        return ours.low == theirs.low
    return ours.low <= theirs.high and theirs.low <= ours.high
