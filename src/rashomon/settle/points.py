"""Suggested links between claims and between figures, and what people decided, in; points out.

Figures that count the same thing make a point of their own kind (number); claims that share their terms make one of kind
what, or yes-no where one side denies; accounts of one deed that name who, when or where make one of these kinds. A claim may
bear on several points.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.model import Act, Facet, Lineage, Link, Point
from rashomon.settle import (
    acts,
    among,
    bare,
    done,
    hours,
    numbers,
    partaking,
    parties,
    provisions,
    reasons,
    rebuttals,
    topics,
    undone,
    whats,
)
from rashomon.settle.decisions import Ledger
from rashomon.settle.pairs import beside
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare
from rashomon.settle.whats import Terms


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
    "parties", in an agreement by "makers", claims by "claims", what acts differ in by "actors", "times" and "places".
    """
    by_relation: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_relation[link.relation].append(link)
    counted = list(_counted(given, by_relation, copies, comparers["quantities"], lineage, ledger))
    covered = _claims(counted)
    under = {m.quantity: point.question for point in counted for m in point.claims if m.quantity}
    only = rebuttals.rejecting(given)
    same = [link for link in by_relation["same-point"] if only.isdisjoint((link.left, link.right))]
    groups: list[tuple[list[str], Terms]] = [(keys, None) for keys in whats.grouped(given, same, ledger, copies)]
    links_of = beside(same)
    deeds = tuple(deeds)
    roles = [*partaking.points(given, deeds, copies, comparers["parties"], lineage)]
    parts = parties.told(given)
    things = bare.things(given)
    answered = parties.denials(parts) | bare.denials(things, given)
    rejected = rebuttals.rejected(given, answered)
    answered |= {key for one in rejected for key in one.denied}
    not_done, rejected = undone.with_rebuttals(undone.disputed(given, answered), rejected)
    answered |= {key for one in not_done for key in one.denied}
    befallen = [
        *among.points(given, comparers["shares"], lineage, ledger),
        *roles,
        *(p for p in parties.points(parts, given, comparers["parties"], lineage, ledger) if not _held(p, _claims(roles))),
        *bare.points(things, given, comparers["parties"], lineage, ledger),
        *undone.points(not_done, given, comparers["parties"], lineage, ledger),
        *rebuttals.points(rejected, given, same, copies, comparers["parties"], lineage, ledger),
    ]
    befallen += reasons.points(given, comparers, lineage, ledger)
    befallen += provisions.points(given, copies, comparers["wordings"], lineage)
    befallen += acts.points(given, (d for d in deeds if d.role), copies, comparers, lineage)
    covered += _claims(point for point in befallen if point.status != "single")
    asked = [*(([k for k in f.claims if k in given.claims and k not in only], f.terms) for f in facets), *groups]
    others: list[Point] = []
    for keys, terms in _distinct(asked, covered):
        taken = {point.question for point in (*befallen, *others)}
        found = whats.points(given, keys, terms, links_of, copies, comparers, under, answered, taken, lineage)
        others += (p for p in found if p.kind != "what" or not _held(p, covered))
    deeds = [d for d in deeds if not d.role]
    timed = list(hours.points(given, deeds, comparers["times"], lineage))
    timed += done.points(given, deeds, comparers, lineage, {d.verb for d in deeds if d.kind == hours.KIND})
    held = _claims(timed)
    told = [
        *timed,
        *(p for p in acts.points(given, deeds, copies, comparers, lineage) if p.kind != "when" or not _held(p, held)),
    ]
    rank = {"disputed": 0, "undisputed": 1, "single": 2}
    shown = [
        p for p in _told_apart([*counted, *befallen, *others, *told]) if p.status != "single" or _changed(p)
    ]  # one account agreeing with itself answers nobody
    return tuple(
        sorted(
            shown,
            key=lambda p: (rank[p.status], p.kind == "what", topics.vague(p.question), -len(p.origins), -len(p.claims), p.id),
        )
    )


def _counted(
    given: Records, links: Mapping[str, Sequence[Link]], copies: Copies, compare: Compare, lineage: Lineage, ledger: Ledger
) -> Iterator[Point]:
    """The points of figures, but for disputes over figures of which nothing says that they answer one question."""
    figures = numbers.grouped(given, links["same-figure"], links["same-crowd"], ledger)
    larger = numbers.larger(links["part-figure"])
    held = {key for keys in figures for key in keys}
    for keys in [*figures, *([key] for key in larger if key not in held)]:
        point = numbers.point(given, keys, copies, larger, compare, lineage)
        if numbers.asked(given, keys) or not (point.status == "disputed" or _changed(point)):
            yield point


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


def _distinct(asked: Sequence[tuple[list[str], Terms]], covered: Sequence[frozenset[str]]) -> Iterator[tuple[list[str], Terms]]:
    """Those of which no earlier one, and no point of figures, holds all claims."""
    held = list(covered)
    for keys, terms in asked:
        if not any(set(keys) <= claims for claims in held):
            held.append(frozenset(keys))
            yield keys, terms


def _claims(points: Iterable[Point]) -> list[frozenset[str]]:
    """The claims of each point."""
    return [frozenset(m.claim for m in point.claims) for point in points]


def _held(point: Point, groups: Iterable[frozenset[str]]) -> bool:
    """Whether all claims of a point are among those of one group."""
    return any({m.claim for m in point.claims} <= claims for claims in groups)


def _changed(point: Point) -> bool:
    """Whether somebody is said to have changed position on it."""
    return any(relation.relation == "superseded" for relation in point.relations)
