"""Two accounts in, whether the one took words from the other, or both from a third, out.

People who work alone and heard the same officials write some sentences alike, in any order; whoever copies keeps the order too,
or whole sentences, or most of the words.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set

from rashomon.relate.renderings import Rendering, Wording

MOSTLY = 0.4
"""Share of the shorter text's telling trigrams that stand in the other, outside quotations, at which words alone tell."""
PARTLY = 0.2
"""The same where at least `_ORDERED` sentences are rendered in the same order."""
HARDLY = 0.08
"""The same where whole sentences are the same, or many are rendered in the same order."""
FIRMLY = 0.3
"""The least where both retell one outside medium, which explains some words in common."""

_LEAST = 8  # trigrams in common
_ORDERED, _LONG_ORDERED = 4, 5  # sentences rendered in the same order
_WHOLE, _WHOLE_WITH_RUN = 3, 2  # sentences that are the same word for word, and as many where one of them is long


def kin(
    left: Wording, right: Wording, ours: Sequence[Rendering], theirs: Sequence[Rendering], retold: Mapping[str, Set[str]]
) -> bool:
    """Whether two accounts share words as only copies do. `ours`, `theirs`: for each sentence of the left (right) its rendering
    in the other.
    """
    share = left.share(right)
    if retold.get(left.document.id, frozenset()) & retold.get(right.document.id, frozenset()) and share < FIRMLY:
        return False
    if share >= MOSTLY:
        return True
    ordered, whole = min(_ordered(ours), _ordered(theirs)), min(_whole(ours), _whole(theirs))
    if share >= PARTLY and ordered >= _ORDERED:
        return True
    long = not left.runs.isdisjoint(right.runs)
    return share >= HARDLY and (ordered >= _LONG_ORDERED or whole >= (_WHOLE_WITH_RUN if long else _WHOLE))


def possible(left: Wording, right: Wording) -> bool:
    """Whether two accounts share so many words that they are worth comparing sentence by sentence."""
    return len(left.trigrams & right.trigrams) >= _LEAST and left.share(right) >= HARDLY


def _whole(renderings: Sequence[Rendering]) -> int:
    """Sentences that stand in the other account word for word."""
    return sum(score == 1.0 for score, _ in renderings)


def _ordered(renderings: Sequence[Rendering]) -> int:
    """The longest row of sentences that the other account renders in the same order."""
    ends: list[int] = []  # for each length the place at which a row of it ends earliest
    for _, other in renderings:
        if other is not None:
            at = bisect_left(ends, other.start)
            ends[at : at + 1] = [other.start]
    return len(ends)
