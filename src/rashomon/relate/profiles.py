"""Claims of all documents in, what each is about out: weighted terms, rare ones heavy.

A term is an entity, a family of words by which news speaks of one thing (`data/families.toml`), or any other content lemma.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.meaning import families
from rashomon.meaning.families import family
from rashomon.meaning.remembered import remembered
from rashomon.model import Annotations, Claim, Mention

ENTITY = "entity:"
"""What a term begins with that stands for an entity rather than a word."""

FAMILY = "about:"
"""What a term begins with that stands for a family of words."""

PLAIN = 2.0
"""What an entity or a family weighs against a word of the same rarity."""

_OPENING = 2.0  # how much more a family weighs that all accounts open with: it is what the event is about
_CONTEXT = 0.2  # of a term of the claims before and after, against one of the claim's own
_FORMS = ("name", "modifier", "descriptor")
_OFTEN = 1 / 3  # of the uses of a thing's commonest name: what is used less is no usual name
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
    """The terms of one claim: its content words or their families, and the entities it names in the stead of their words."""
    named = [m for key in claim.mentions if (m := mentions.get(key)) and m.entity]
    inside = {word.lower() for m in named if m.form != "descriptor" for word in _WORD.findall(m.span.text)}
    words = [(w, families.spoken(claim, w)) for w in claim.words if w not in inside]
    return [f"{FAMILY}{name}" if name else w for w, name in words] + [f"{ENTITY}{m.entity}" for m in named]


def terms(lemmas: Iterable[str]) -> list[str]:
    """Each lemma's family, or the lemma itself."""
    return [f"{FAMILY}{name}" if (name := family(w)) else w for w in lemmas]


def profiles(annotations: Sequence[Annotations]) -> list[Profile]:
    """A profile of each claim, in text order. Weights are log inverse frequencies over the claims of the case; families that
    several accounts open with weigh more.
    """
    bags = [_bags(found) for found in annotations]
    weight = _weights(bags)
    return [_profile(found, bags[d], i, weight) for d, found in enumerate(annotations) for i in range(len(found.claims))]


def _weights(bags: Sequence[Sequence[Sequence[str]]]) -> dict[str, float]:
    held = Counter(term for of_document in bags for terms in of_document for term in set(terms))
    opened = Counter(term for of_document in bags for term in set(of_document[0] if of_document else ()))
    count, others = sum(map(len, bags)), max(1, len(bags) - 1)
    return {t: math.log(1 + count / n) * _emphasis(t, max(0, opened[t] - 1) / others) for t, n in held.items()}


def _emphasis(term: str, opening: float) -> float:
    """How much a term weighs against a word of the same rarity; `opening`: the share of other accounts that open with it too."""
    if term.startswith(FAMILY):
        return PLAIN * (1 + _OPENING * opening)
    return PLAIN if term.startswith(ENTITY) else 1.0


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
    both = sorted(left.terms.keys() & right.terms.keys())  # in the order of both, for a sum depends on it
    shared = sum(min(left.terms[term], right.terms[term]) for term in both)
    return (shared / left.total + shared / right.total) / 2


def named(annotations: Sequence[Annotations]) -> dict[str, str]:
    """For each entity's term what it is called: by a name where it has one, else by the description that most use. Of names that
    are used about as often the longest, which says most.
    """
    used: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for mention in (m for one in annotations for m in one.mentions if m.entity):
        used[f"{ENTITY}{mention.entity}"][mention.form][" ".join(mention.span.text.split())] += 1
    return {term: _usual(next(forms[f] for f in _FORMS if f in forms)) for term, forms in used.items()}


def _usual(names: Counter[str]) -> str:
    often = _OFTEN * max(names.values())
    return min((n for n in names if names[n] >= often), key=lambda n: (-len(n), n))


def spoken(term: str, claims: Iterable[Claim]) -> str:
    """How a term is put in words: a family by the word of it that most of these claims hold, and not by its own name, which
    may stand in none of them.
    """
    if not term.startswith(FAMILY):
        return term
    name = term.removeprefix(FAMILY)
    said = Counter(word for claim in claims for word in _of_family(claim).get(name, ()))
    return min(said, key=lambda w: (-said[w], w), default=name)


@remembered  # asked for every two claims that share one
def _of_family(claim: Claim) -> Mapping[str, frozenset[str]]:
    """For each family that a claim's words belong to where they stand these words."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in claim.words:
        if name := families.spoken(claim, word):
            found[name].add(word)
    return {name: frozenset(words) for name, words in found.items()}
