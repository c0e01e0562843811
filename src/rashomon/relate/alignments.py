"""Claims of all documents in, suggestions which of them bear on one point out.

Candidates come from an inverted index over the terms of the claims, never from all pairs; their likeness is that of
weighted terms (`profiles.py`). Two claims of one document are paired like those of two.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model import Annotations, Link
from rashomon.relate.profiles import ENTITY, FAMILY, Profile, likeness, named, spoken

LEAST = 0.12
"""Likeness below which no link is suggested: of such pairs on development data less than one in six bears on one point."""

_COMMON = 200  # claims; a term that more of them hold finds no candidates, so that cost stays near-linear
_LONE = 0.6  # of the likeness of two claims that share one family or entity alone: a short claim shares half its weight by that


def relate(annotations: Sequence[Annotations], made: Sequence[Profile]) -> Iterator[Link]:
    """Links `same-point` between claims, with the terms that both share as their reason."""
    names = named(annotations)
    given: dict[tuple[str, ...], tuple[str, ...]] = {}  # many links have one reason, of which one is kept
    for left, right in _candidates(made):
        score = likeness(left, right) * (1 if len(left.own & right.own) > 1 else _LONE)
        if score >= LEAST:
            words = _words(left, right, names)
            if words not in given:
                given[words] = ("both speak of " + ", ".join(f"“{word}”" for word in words),)
            yield Link(
                relation="same-point", left=left.claim.id, right=right.claim.id, score=round(score, 4), reasons=given[words]
            )


def _candidates(made: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs that share a family, an entity or two words, each once, in text order: one word in common is no question."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, profile in enumerate(made):
        for term in profile.own:
            holders[term].append(i)
    for i, profile in enumerate(made):
        near, once = set[int](), set[int]()
        for term in profile.own:
            if len(held := holders[term]) <= _COMMON:
                later = held[bisect_right(held, i) :]
                near.update(later if term.startswith((FAMILY, ENTITY)) else once.intersection(later))
                once.update(later)
        for j in sorted(near):
            yield profile, made[j]


def _words(left: Profile, right: Profile, names: dict[str, str]) -> tuple[str, ...]:
    """What both speak of, in their words."""
    shared = sorted(left.own & right.own, key=lambda t: (-left.terms[t], t))[:4]
    return tuple(names.get(t) or spoken(t, (left.claim, right.claim)) for t in shared)
