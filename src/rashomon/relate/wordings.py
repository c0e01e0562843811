"""Claims of all documents in, one for each wording out, and which others say it in the same words.

Most accounts of a great event print the same sentences. Compared once for all of them, what is said costs what its wordings
cost, not what its copies do.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from rashomon.relate.profiles import Profile

Copies = dict[str, tuple[str, ...]]
"""For the id of a claim those of the others with its wording, in text order."""


def distinct(made: Sequence[Profile], alone: Collection[str]) -> tuple[list[Profile], Copies]:
    """The first claim of each wording, in text order, and its copies; claims in `alone` stand for themselves."""
    groups: dict[object, list[Profile]] = defaultdict(list)
    for profile in made:
        claim = profile.claim
        words = " ".join(claim.span.text.split()).casefold()
        key = claim.id if claim.id in alone else (words, claim.polarity, claim.negated, claim.modality, profile.own)
        groups[key].append(profile)
    copies = {first.claim.id: tuple(p.claim.id for p in rest) for first, *rest in groups.values() if rest}
    return [first for first, *_ in groups.values()], copies
