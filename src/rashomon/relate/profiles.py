"""Claims of all documents in, what each is about out: weighted terms, rare ones heavy."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Annotations, Claim, Mention

ENTITY = "entity:"
"""What a term begins with that stands for an entity rather than a word."""

_ENTITY_WEIGHT = 2.0  # of an entity against a word of the same rarity
_CONTEXT = 0.2  # of a term of the claims before and after, against one of the claim's own
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A claim with its terms (lemmas, and entities) and their weights; `own` are those of the claim itself."""

    claim: Claim
    document: str
    terms: Mapping[str, float]
    own: frozenset[str]
    total: float


def bag(claim: Claim, mentions: Mapping[str, Mention]) -> list[str]:
    """The terms of one claim: its content words, and the entities it names in the stead of their words."""
    named = [m for key in claim.mentions if (m := mentions.get(key)) and m.entity]
    inside = {word.lower() for m in named if m.form != "descriptor" for word in _WORD.findall(m.span.text)}
    return [w for w in claim.words if w not in inside] + [f"{ENTITY}{m.entity}" for m in named]


def profiles(annotations: Sequence[Annotations]) -> list[Profile]:
    """A profile of each claim, in text order. Weights are log inverse frequencies over the claims of the case."""
    bags = [_bags(found) for found in annotations]
    held = Counter(term for of_document in bags for terms in of_document for term in set(terms))
    count = sum(map(len, bags))
    weight = {t: math.log(1 + count / n) * (_ENTITY_WEIGHT if t.startswith(ENTITY) else 1.0) for t, n in held.items()}
    return [_profile(found, bags[d], i, weight) for d, found in enumerate(annotations) for i in range(len(found.claims))]


def _bags(found: Annotations) -> list[list[str]]:
    mentions = {m.id: m for m in found.mentions}
    return [bag(claim, mentions) for claim in found.claims]


def _profile(found: Annotations, bags: Sequence[Iterable[str]], place: int, weight: Mapping[str, float]) -> Profile:
    """The claim's own terms, and those of its neighbours: half a sentence often leaves unsaid what the other half names."""
    own = set(bags[place])
    terms = {t: weight[t] for t in own}
    for near in (place - 1, place + 1):
        if 0 <= near < len(bags):
            for t in bags[near]:
                terms[t] = max(terms.get(t, 0.0), weight[t] * _CONTEXT)
    terms = dict(sorted(terms.items()))
    return Profile(found.claims[place], found.document, terms, frozenset(own), sum(terms.values()))


def likeness(left: Profile, right: Profile) -> float:
    """The mean of the two shares of each one's weight that the other has too, 0 to 1."""
    if not left.total or not right.total:
        return 0.0
    shared = sum(min(w, right.terms[t]) for t, w in left.terms.items() if t in right.terms)
    return (shared / left.total + shared / right.total) / 2
