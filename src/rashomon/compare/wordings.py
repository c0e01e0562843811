"""Two answers in, whether they say the same in other words out: they share enough of what they speak of.

Words of one family ("left", "evacuated") count as one. Answers with figures or days are left to those who compare these.
"""

from collections.abc import Iterator, Set

from rashomon.meaning.families import spoken
from rashomon.model import Answer, Claim, Comparison

ALIKE = 0.5
"""Share of the smaller claim's words that the other has too, from which on both say the same."""

ANSWERED = 0.34
"""The same for brief answers to one question, without the question's words."""

_LEAST = 3  # words in common, without which two claims of a few words say the same by chance


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """Agreement of two claims of one verb, stance and certainty, or nothing."""
    ours, theirs = left.claim, right.claim
    if _stance(ours) != _stance(theirs) or (ours.quantities or theirs.quantities) or (ours.times and theirs.times):
        return
    first, second = (frozenset(spoken(claim, w) or w for w in claim.words) for claim in (ours, theirs))
    shared = sorted(first & second)
    verbs = {spoken(c, c.predicate or "") or c.predicate for c in (ours, theirs)}
    if len(shared) >= _LEAST and len(verbs) == 1 and same(first, second, ALIKE):
        told = [w for w in ours.words if (spoken(ours, w) or w) in shared]
        yield Comparison(
            outcome="agree", why="both say it in much the same words: " + ", ".join(f"“{w}”" for w in dict.fromkeys(told))
        )


def same(left: Set[str], right: Set[str], least: float) -> bool:
    """Whether two answers, as the words or families they hold, share this much of the smaller one."""
    return bool(left and right) and len(left & right) >= least * min(len(left), len(right))


def _stance(claim: Claim) -> tuple[bool, str, str]:
    return claim.negated, claim.polarity, claim.modality
