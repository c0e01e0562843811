"""Claims of all documents in, the facets of the event out: two things that claims of several accounts speak of together.

A pile about one event comes back to few things: an agreement and who approved it, a departure and who was among those who left.
Whoever speaks of the same two speaks to the same question, in whatever words, and a claim may speak to several. Found with an
inverted index, never by setting all claims against all.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.meaning.families import family
from rashomon.model import Annotations, Facet
from rashomon.relate.profiles import FAMILY, PLAIN, Profile, named, spoken
from rashomon.relate.wordings import Copies
from rashomon.text import numerals

HEAVY = 1.4
"""Weight two terms need together, in units of a family that four claims hold: of claims that share such a pair two in five
bear on one point (development data)."""

ALONE = 1.2
"""Weight of a family that makes a facet by itself: several accounts open with it, and not all of their claims hold it."""

_LEAST = 3  # claims of a facet
_SAME = 0.6  # share of their claims at which two terms are one thing said twice, or two facets one
_MOST = 40  # claims of one facet: what more of them speak of is the event, not a question about it
_TERMS = 12  # the heaviest terms of a claim that make pairs, so that a sentence of lists stays cheap


def relate(annotations: Sequence[Annotations], made: Sequence[Profile], copies: Copies) -> list[Facet]:
    """The facets, largest first; each holds claims of two documents or more, none lies mostly within a larger one."""
    holders: dict[str, set[int]] = defaultdict(set)
    for i, profile in enumerate(made):
        for term in profile.own:
            holders[term].add(i)
    kept: list[tuple[tuple[str, ...], set[int]]] = []
    of_claim: dict[int, list[int]] = defaultdict(list)
    names = named(annotations)
    for terms, members in _pairs(made, holders, copies):
        if _twice(terms, names):
            continue
        near = {k for i in members for k in of_claim[i]}
        if not any(len(members & kept[k][1]) >= _SAME * len(members) for k in near):
            for i in members:
                of_claim[i].append(len(kept))
            kept.append((terms, members))
    return [
        Facet(
            terms=tuple(names.get(t) or spoken(t, (made[i].claim for i in sorted(held))) for t in terms),
            claims=tuple(made[i].claim.id for i in sorted(held)),
        )
        for terms, held in kept
    ]


def _pairs(
    made: Sequence[Profile], holders: Mapping[str, set[int]], copies: Copies
) -> Iterator[tuple[tuple[str, ...], set[int]]]:
    """Pairs of terms heavy enough, one of them a family, with the claims that hold both; those with most claims first."""
    unit = PLAIN * math.log(1 + len(made) / 4)
    together: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for i, profile in enumerate(made):
        heaviest = sorted(profile.own, key=lambda t: (-profile.terms[t], t))[:_TERMS]
        for left, right in combinations(sorted(heaviest), 2):
            if (
                FAMILY in (left[: len(FAMILY)], right[: len(FAMILY)])
                and profile.terms[left] + profile.terms[right] >= HEAVY * unit
            ):
                together[left, right].add(i)
    weight = {t: w for profile in made for t, w in profile.terms.items() if t in profile.own}
    alone: dict[tuple[str, ...], set[int]] = {
        (t,): members for t, members in holders.items() if t.startswith(FAMILY) and weight[t] >= ALONE * unit
    }
    apart = {terms: members for terms, members in together.items() if _alike(*(holders[t] for t in terms)) < _SAME}
    found = [
        (-len(members), -sum(weight[t] for t in terms), terms, members)
        for terms, members in {**alone, **apart}.items()
        if len({d for i in members for d in _documents(made[i], copies)}) > 1 and _LEAST <= len(members) <= _MOST
    ]
    for _, _, terms, members in sorted(found, key=lambda f: f[:3]):
        yield terms, members


def _documents(profile: Profile, copies: Copies) -> set[str]:
    """The documents that have a claim, or one in the same words."""
    return {profile.document, *(key.partition(".")[0] for key in copies.get(profile.claim.id, ()))}


def _twice(terms: tuple[str, ...], names: Mapping[str, str]) -> bool:
    """Whether an entity is called by a word of the family beside it ("the evacuation" and departure), or a term is a number."""
    if any(t in numerals.BASIC or t in numerals.SCALES for t in terms):
        return True
    called = {
        f"{FAMILY}{family(stem)}" for t in terms if t in names for w in names[t].lower().split() for stem in (w, w.rstrip("s"))
    }
    return bool(called & set(terms))


def _alike(left: set[int], right: set[int]) -> float:
    """The share of the smaller that the larger holds too."""
    return len(left & right) / min(len(left), len(right))
