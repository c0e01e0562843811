"""Claims in, pairs of two accounts that say a thing in nearly the same words out, wherever in a pile they stand.

Found by an index over the rarest words of each wording (the prefix filter of Chaudhuri et al. 2006), so that of a
thousand accounts no two are compared in full.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from rashomon.model import Claim
from rashomon.text import shingles

SHORT = 5
"""Words of two claims from which, in a page that is known to copy somebody, the very same ones tell that one was copied."""
LONG, WORDED = 8, 0.7
"""The same of two claims that share this much of their words."""
MOSTLY, LOOSELY, LONGER = 0.8, 0.6, 10
"""Share of the shorter one's words, and of all, that two claims of so many words have in common to be alike as well."""

Echo = tuple[Claim, Claim, float]
"""Two claims of two accounts, and the share of their words that both have."""

_OF_BOTH = LOOSELY / (1 + LOOSELY) - 1e-9  # share of the words of both, added up, that two alike have in common at least
_EACH = 4  # claims of one wording that stand for all of it: those that speak for different origins


def find(claims: Sequence[Claim], origin_of: Mapping[str, str]) -> Iterator[Echo]:
    """The pairs of claims of at least `LONG` words that are nearly the same, and those of at least `SHORT` in the very same ones.
    Of many claims in the very same words, by one origin each, the first stands for the rest.
    """
    worded: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        forms = shingles.forms(claim.span.text)
        if len(forms) >= SHORT:
            worded[forms].append(claim)
    told = {forms: _telling(found, origin_of) for forms, found in worded.items()}
    for forms, found in worded.items():
        yield from ((model, claim, 1.0) for model in told[forms] for claim in found if _apart(model, claim))
    for ours, theirs, share in _near([forms for forms in worded if len(forms) >= LONG]):
        for one, other in ((ours, theirs), (theirs, ours)):
            yield from ((model, claim, share) for model in told[one] for claim in worded[other] if _apart(model, claim))


def _apart(left: Claim, right: Claim) -> bool:
    return left.span.document != right.span.document


def _telling(found: Sequence[Claim], origin_of: Mapping[str, str]) -> list[Claim]:
    """The first claim of each origin that stands behind one wording, those behind most of it first."""
    first: dict[str, Claim] = {}
    for claim in found:
        first.setdefault(origin_of[claim.id], claim)
    often = Counter(origin_of[c.id] for c in found)
    return sorted(first.values(), key=lambda c: (-often[origin_of[c.id]], c.id))[:_EACH]


def _near(worded: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], float]]:
    """The pairs of wordings that are nearly the same: of two such, the rarest few words of one stand in the other, and where the
    first of these stands leaves room for enough in common (the place filter of Xiao et al. 2008).
    """
    held = Counter(word for forms in worded for word in set(forms))
    sets = [frozenset(forms) for forms in worded]
    index: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, ours in enumerate(sets):
        rarest = sorted(ours, key=lambda w: (held[w], w))[: len(ours) - ceil(LOOSELY * len(ours)) + 1]
        room: dict[int, bool] = {}
        for place, word in enumerate(rarest):
            for j, there in index[word]:
                if j not in room:
                    size = len(sets[j])
                    room[j] = min(len(ours) - place, size - there) >= _OF_BOTH * (len(ours) + size)
        for j in sorted(j for j, enough in room.items() if enough):
            if share := _likeness(ours, sets[j]):
                yield worded[j], worded[i], share
        for place, word in enumerate(rarest):
            index[word].append((i, place))


def _likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Share of the words of two wordings that both have, where it is enough; else 0."""
    common, shorter = len(ours & theirs), min(len(ours), len(theirs))
    share = common / (len(ours) + len(theirs) - common)
    mostly = shorter >= LONGER and common >= MOSTLY * shorter and share >= LOOSELY
    return share if share >= WORDED or mostly else 0.0
