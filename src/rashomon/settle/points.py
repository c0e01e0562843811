"""Suggested links between claims and between figures, and what people decided, in; points out.

Figures that count the same thing make a point of their own kind (number); claims that share their terms make one of kind
what, or yes-no where one side denies; accounts of one deed that name who, when or where make one of these kinds. A claim may
bear on several points.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from rashomon.model import Act, Facet, Lineage, Link, Point
from rashomon.settle import (
    acts,
    among,
    attacked,
    bearings,
    circumstances,
    counts,
    dealings,
    denials,
    doers,
    done,
    hours,
    partaking,
    provisions,
    reasons,
    rebuttals,
    standing,
    topics,
    weapons,
    whats,
    working,
)
from rashomon.settle.covered import Covered
from rashomon.settle.decisions import Ledger
from rashomon.settle.denials import Denials
from rashomon.settle.joined import joined
from rashomon.settle.pairs import beside
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare
from rashomon.settle.whats import Terms
from rashomon.settle.widened import widened


def settle(
    given: Records,
    links: Iterable[Link],
    facets: Iterable[Facet],
    deeds: Iterable[Act],
    copies: Copies,
    comparers: Mapping[str, Compare],
    lineage: Lineage,
    ledger: Ledger,
) -> tuple[Point, ...]:
    """The points of a case: disputed ones first, of these those with a sharper question than what is said, then those with most
    origins. `comparers` by name: figures are compared by "quantities", how many were of a sort by "shares", who had a part by
    "parties", in an agreement by "makers", whether a device worked by "working", weapons by "weapons", claims by "claims",
    what acts differ in by "actors", "times" and "places", who did a deed by "doers".
    """
    by_relation: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_relation[link.relation].append(link)
    deeds = tuple(deeds)
    by = _Means(given, copies, comparers, lineage, ledger)
    dealt = dealings.told(given)
    denied = denials.denials(given, dealings.denials(dealt))
    counted = list(counts.points(given, by_relation, copies, comparers["quantities"], lineage, ledger))
    only = rebuttals.rejecting(given)
    same = [link for link in by_relation["same-point"] if only.isdisjoint((link.left, link.right))]
    befallen = list(dealings.points(dealt, denied.rejected, given, lineage))
    put = {point.question for point in befallen}
    befallen += (point for point in _befallen(by, deeds, denied, same, counted) if point.question not in put)
    measured = Covered(_claims(p for p in befallen if p.kind == "what" and any(v.low is not None for v in p.values)))
    counted = [point for point in counted if not measured.holds(_of(point))]
    groups: list[tuple[list[str], Terms]] = [(keys, None) for keys in whats.grouped(given, same, ledger, copies)]
    asked = [*(([k for k in f.claims if k in given.claims and k not in only], f.terms) for f in facets), *groups]
    others = _others(by, asked, counted, befallen, same, denied.answered)
    sharp = [p for p in others if _sharp(p)]
    near = bearings.grouped(given, by_relation["same-question"], ledger)
    borne = list(bearings.points(given, near, same, copies, comparers, lineage))
    plain = list(_untold((p for p, asked_ in borne if asked_), [*counted, *befallen, *sharp]))
    told_by = Covered(_claims(plain))
    others = [*sharp, *plain, *(p for p in others if not _sharp(p) and not told_by.holds(_of(p)))]
    others += _untold((p for p, asked_ in borne if not asked_), [*counted, *befallen, *others])
    told = [*_when_and_where(by, [d for d in deeds if not d.role], Covered(_claims(p for p in befallen if p.kind == "who")))]
    found = widened(list(_told_apart([*counted, *befallen, *others, *told])), near, given, lineage)
    shown = (p for p in found if p.status != "single" or counts.changed(p))
    return tuple(sorted(joined(sorted(shown, key=_place), given, lineage, ledger), key=_place))


@dataclass(frozen=True, slots=True)
class _Means:
    """By what points are made: the records, claims of the same words, comparers by name, the lineage, and what people decided."""

    given: Records
    copies: Copies
    comparers: Mapping[str, Compare]
    lineage: Lineage
    ledger: Ledger


def _place(point: Point) -> tuple[int, bool, bool, int, int, str]:
    """Where a point stands among others."""
    rank = {"disputed": 0, "undisputed": 1, "single": 2}
    return (
        rank[point.status],
        point.kind == "what",
        topics.vague(point.question),
        -len(point.origins),
        -len(point.claims),
        point.id,
    )


def _befallen(
    by: _Means, deeds: Sequence[Act], denied: Denials, same: Sequence[Link], counted: Sequence[Point]
) -> Iterator[Point]:
    """The points on who was among whom, on parts in agreements, on what is denied, and on reasons and terms."""
    given, copies, comparers, lineage = by.given, by.copies, by.comparers, by.lineage
    yield from among.points(given, standing.harmless(given), comparers["shares"], lineage)
    roles = list(partaking.points(given, deeds, copies, comparers["parties"], lineage))
    devices = list(working.points(given, denied.rejected, comparers["working"], lineage))
    there = list(attacked.points(given, comparers["parties"], lineage))
    told = Covered(_claims(there))
    asked = [p for p in circumstances.points(given, comparers, lineage, counted) if not told.holds(_of(p))]
    devices += [p for p in asked if p.kind != "what"]
    done_by = list(doers.points(given, deeds, copies, comparers["doers"], lineage))
    several = [p for p in done_by if not doers.single(p)]
    yield from [*roles, *devices, *weapons.points(given, comparers["weapons"], lineage), *several, *there]
    held = Covered(_claims([*roles, *devices, *several, *there]))
    found = denials.points(denied, given, same, copies, comparers["parties"], lineage)
    gone = {m.claim for p in there for v in p.values if v.text != "yes" for m in p.claims if m.value == v.id}
    cleared = [p for p in found if not held.holds(_of(p)) and not gone >= _against(p)]
    yield from cleared
    denied_ = Covered(_claims(cleared))
    yield from (p for p in asked if p.kind == "what" and not denied_.holds(_of(p)))
    answered = {m.claim for p in cleared for m in p.claims}
    yield from (p for p in done_by if doers.single(p) and answered.isdisjoint(_of(p)))
    yield from reasons.points(given, comparers, lineage)
    yield from provisions.points(given, copies, comparers["wordings"], lineage)
    yield from acts.points(given, (d for d in deeds if d.role), copies, comparers, lineage)


def _others(
    by: _Means,
    asked: Sequence[tuple[list[str], Terms]],
    counted: Sequence[Point],
    befallen: Sequence[Point],
    same: Sequence[Link],
    answered: Set[str],
) -> list[Point]:
    """The points on what is said, of claims that speak of the same things and that no other point holds together."""
    covered = _claims([*counted, *(point for point in befallen if point.status != "single")])
    under = {m.quantity: point.question for point in counted for m in point.claims if m.quantity}
    held = Covered(covered)
    taken = {point.question for point in befallen}
    links_of = beside(same)
    others: list[Point] = []
    for keys, terms in _distinct(asked, covered):
        made = whats.points(by.given, keys, terms, links_of, by.copies, by.comparers, under, answered, taken, by.lineage)
        found = [p for p in made if p.kind != "what" or not held.holds(_of(p))]
        taken |= {point.question for point in found}
        others += found
    return others


def _untold(borne: Iterable[Point], found: Sequence[Point]) -> Iterator[Point]:
    """The points of claims that lie near one another of which no other point holds most."""
    held = Covered(_claims(point for point in found if point.status != "single"))
    taken = {point.question for point in found}
    for point in borne:
        if point.question not in taken and not held.holding_most(_of(point)):
            taken.add(point.question)
            yield point


def _when_and_where(by: _Means, deeds: Sequence[Act], done_by: Covered) -> Iterator[Point]:
    """The points on who did a deed, when and where; of who did it, those whose claims no such point holds (`done_by`)."""
    timed = list(hours.points(by.given, deeds, by.comparers["times"], by.lineage))
    timed += done.points(by.given, deeds, by.comparers, by.lineage, {d.verb for d in deeds if d.kind == hours.KIND})
    yield from timed
    held = Covered(_claims(timed))
    found = acts.points(by.given, deeds, by.copies, by.comparers, by.lineage)
    over = {"when": held, "who": done_by}
    yield from (p for p in found if p.kind not in over or not over[p.kind].holds(_of(p)))


def _told_apart(points: Iterable[Point]) -> Iterator[Point]:
    """The points, each under an id of its own: where several begin with one claim, the one with most claims keeps it."""
    same: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        same[point.id].append(point)
    for key, found in same.items():
        first, *others = sorted(found, key=lambda p: (-len(p.claims), [m.claim for m in p.claims]))
        yield first
        for other in others:
            claims = " ".join(sorted(m.claim for m in other.claims))
            yield replace(other, id="p" + hashlib.sha256(f"{key} {claims}".encode()).hexdigest()[:10])


def _distinct(asked: Sequence[tuple[list[str], Terms]], groups: Iterable[frozenset[str]]) -> Iterator[tuple[list[str], Terms]]:
    """Those of which no earlier one, and none of the groups, holds all claims."""
    held = Covered(groups)
    for keys, terms in asked:
        if not held.holds(group := frozenset(keys)):
            held.add(group)
            yield keys, terms


def _claims(points: Iterable[Point]) -> list[frozenset[str]]:
    """The claims of each point."""
    return [_of(point) for point in points]


def _of(point: Point) -> frozenset[str]:
    return frozenset(m.claim for m in point.claims)


def _against(point: Point) -> frozenset[str]:
    """The claims by which something was not so; of a question that is not asked so, all of them."""
    no = {v.id for v in point.values if v.text == "no"}
    return frozenset(m.claim for m in point.claims if m.value in no) or _of(point)


def _sharp(point: Point) -> bool:
    """Whether a point says how answers stand, rather than only that they speak of the same things."""
    return point.kind != "what" or bool(point.relations)
