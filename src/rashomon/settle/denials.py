"""Claims in, what any of them denies out, and the points on it: each denial is set against what it rejects, once.

A denial may reject that something was so of somebody by name or of a crowd, that somebody had a part in an act, that there was
any such thing, that a deed was done at all, or just what was said before it. What it rejects decides whom it answers; whoever is
answered here is no denial of anything else.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.model import Lineage, Link, Point
from rashomon.settle import bare, parties, rebuttals, standing, undone
from rashomon.settle.covered import Covered
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare


@dataclass(frozen=True, slots=True)
class Denials:
    """What is denied, by what is rejected; `answered` are the ids of the claims that deny it."""

    standing: Mapping[tuple[str, str], standing.Told]
    parts: parties.Parts
    things: Mapping[str, bare.Thing]
    undone: Sequence[undone.Disputed]
    rejected: Sequence[rebuttals.Rejected]
    answered: Set[str]


def denials(given: Records, elsewhere: Set[str]) -> Denials:
    """All that claims deny, but for those who answer a question that is put `elsewhere`."""
    stands = standing.told(given)
    answered = elsewhere | standing.denials(stands, given)
    parts, things = parties.told(given), bare.things(given, answered | standing.harmless(given))
    answered |= parties.denials(parts) | bare.denials(things, given)
    rejected = rebuttals.rejected(given, answered)
    answered |= {key for one in rejected for key in one.denied}
    not_done, rejected = undone.with_rebuttals(undone.disputed(given, answered | standing.harmless(given)), rejected)
    answered |= {key for one in not_done for key in one.denied}
    return Denials(stands, parts, things, not_done, rejected, answered)


def points(
    found: Denials, given: Records, links: Sequence[Link], copies: Copies, compare: Compare, lineage: Lineage
) -> Iterator[Point]:
    """A point for each that is denied. `links` say which claims are alike; `compare` how who says so and who denies it stand."""
    yield from standing.points(found.standing, given, lineage)
    yield from parties.points(found.parts, given, compare, lineage)
    rejected = list(rebuttals.points(found.rejected, given, links, copies, compare, lineage))
    held = Covered(frozenset(m.claim for m in p.claims) for p in rejected)
    things = bare.points(found.things, given, compare, lineage)
    yield from (p for p in things if not held.holds(frozenset(m.claim for m in p.claims)))
    yield from undone.points(found.undone, given, compare, lineage)
    yield from rejected
