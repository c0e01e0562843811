"""Figures of all documents in, links between those of one sort that are as many, or nearly, out, whatever became of the counted.

Who counts 120 detainees and who counts 120 prisoners to be freed count the same; two loads of one tank need not be alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rashomon.meaning.befallen import DEPARTURE, RELEASE
from rashomon.meaning.counting import STOCK
from rashomon.meaning.measures import LADEN, WEIGHED, nearly
from rashomon.meaning.narrowed import of_a_group
from rashomon.meaning.populations import people, plural
from rashomon.model import Link, Quantity
from rashomon.relate.tallies import Figure

_TOLD_NEAR = 60  # accounts that count a thing once, of which each is set against each
_MORE = 9  # people from which on two counts are alike by more than chance
_LIKELY = 0.5
_TOGETHER = (frozenset({"detention", RELEASE}), frozenset({"transport", DEPARTURE}), frozenset({"rescue", DEPARTURE}))
"""Outcomes of which the same people may come to both: whoever is freed was held."""

_BY_SORT = frozenset({"men", "women", "children"})
_THERE = (None, STOCK, "presence")
_VAGUE = frozenset({"persons", "men", "women", "children", "families", "other", "number"})


def links(figures: Sequence[Figure]) -> Iterator[Link]:
    """Links `same-figure` between figures of two documents, in a fixed order."""
    figures = sorted((f for f in figures if not f.quantity.derived), key=lambda f: f.quantity.id)
    yield from _things(figures)
    yield from _people(figures)
    yield from _loads(figures)


def _things(figures: Iterable[Figure]) -> Iterator[Link]:
    """Figures of one sort of things that are no people, in accounts that count them once each, and nearly as many: "45 buses"
    that people left on, "47 buses" at the gate.
    """
    things: dict[tuple[str, object], list[Figure]] = defaultdict(list)
    for f in figures:
        what = f.counted
        if f.quantity.kind == "count" and what.population not in ("", "persons") and not people(what.population):
            things[what.population, what.restriction].append(f)
            if (q := f.quantity).low == q.high and (q.low or 0) > _MORE:
                things[what.population, q.low].append(f)
    for found in things.values():
        for left, right in combinations(_once(found), 2):
            many = "as many" if _equal(left.quantity, right.quantity) else "nearly as many"
            other = (
                left.counted != right.counted
                or many == "as many"
                or of_a_group(left.quantity, left.profile.claim)
                or of_a_group(right.quantity, right.profile.claim)
            )
            if _may_be_one(left, right) and other and nearly(left.quantity, right.quantity):
                yield _link(left, right, f"two accounts count {left.counted.population}, each of them once, and {many}")


def _people(figures: Iterable[Figure]) -> Iterator[Link]:
    """Figures of one sort of people, and of all who were on board of something, that are as many and more than a few; children,
    men or women, whom many things befall, only of whom nothing is said to have become.
    """
    sorts: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for f in figures:
        q, what = f.quantity, f.counted
        many = q.value if q.kind == "count" and None not in (q.low, q.high) else None
        aboard = what.outcome == "transport"
        if many is None or many <= _MORE or not (people(what.population) or aboard):
            continue
        if aboard or (what.population in _BY_SORT and what.outcome in _THERE and not what.restriction):
            sorts["aboard" if aboard else what.population, many].append(f)
        if what.population not in _VAGUE and q.low == q.high:
            sorts[what.population, many].append(f)
    for (sort, number), found in sorts.items():
        for left, right in combinations(found[:_TOLD_NEAR], 2):
            if left.profile.document != right.profile.document and _may_be_one(left, right):
                who = "people on board" if sort == "aboard" else plural(str(sort))
                yield _link(left, right, f"two accounts count {who}, and both {number:,.0f}")


def _loads(figures: Iterable[Figure]) -> Iterator[Link]:
    """Measures of what something carried or held, and of the same stuff, in accounts that give one each: of one stuff as far as
    they name it.
    """
    loads: dict[tuple[str, str | None], list[Figure]] = defaultdict(list)
    weighed = [f for f in figures if f.quantity.kind in WEIGHED]
    laden = {f.quantity.id for f in weighed if LADEN.search(f.profile.claim.span.text)}
    cargo = {f.counted.population for f in weighed if f.quantity.id in laden} - {""}
    for f in weighed:
        if f.quantity.id in laden or f.counted.population in cargo:
            loads[f.quantity.kind, f.quantity.unit].append(f)
    for found in loads.values():
        stuffs = {f.counted.population for f in found} - {""}
        for left, right in combinations(_once(found) if len(stuffs) < 2 else (), 2):
            if left.counted != right.counted:
                yield _link(left, right, "two accounts tell of a load, each of them of one")


def _once(figures: Iterable[Figure]) -> list[Figure]:
    """The first figure of each document that gives no other of them."""
    told: dict[str, list[Figure]] = defaultdict(list)
    for f in figures:
        told[f.profile.document].append(f)
    return [f[0] for f in told.values() if len({(x.quantity.low, x.quantity.high) for x in f}) == 1][:_TOLD_NEAR]


def _may_be_one(left: Figure, right: Figure) -> bool:
    """Whether what became of the counted of two figures may be one story."""
    fates = {left.counted.outcome, right.counted.outcome} - {None, STOCK}
    return len(fates) < 2 or fates in _TOGETHER


def _equal(left: Quantity, right: Quantity) -> bool:
    """Whether two counts are one number, and no number of a version ("the 5.50 update")."""
    return (left.low, left.high) == (right.low, right.high) and left.low == int(left.low or 0)


def _link(left: Figure, right: Figure, reason: str) -> Link:
    return Link(relation="same-figure", left=left.quantity.id, right=right.quantity.id, score=_LIKELY, reasons=(reason,))
