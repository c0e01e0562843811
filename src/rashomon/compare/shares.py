"""Two answers how many of those whom something befell were of a sort in, how they stand to one another out."""

from collections.abc import Iterator

from rashomon.meaning.shares import ALL, FEW, MANY, NONE, named
from rashomon.model import Answer, Comparison, Share


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """Conflict where one says that there was none and the other that there were some, or one that there were few and the other
    many; denial where the first rejects what somebody says. What was agreed need not have been kept, but is one thing.
    """
    ours, theirs = left.share, right.share
    if ours is None or theirs is None:
        return
    if ours.share == theirs.share and ours.ruled == theirs.ruled:
        yield Comparison(outcome="agree", why=f"both say: {named(ours.share)}")
        return
    why = f"“{ours.words}” says {named(ours.share)}, “{theirs.words}” says {named(theirs.share)}"
    if NONE not in (ours.share, theirs.share):
        apart = FEW in (ours.share, theirs.share) and (MANY in (ours.share, theirs.share) or ALL in (ours.share, theirs.share))
        apart = (apart or _fewer(ours, theirs) or _fewer(theirs, ours)) and not (ours.ruled or theirs.ruled)
        yield Comparison(outcome="conflict" if apart else "compatible", why=why)
        return
    if (ours.ruled or theirs.ruled) and not (ours.ruled and ours.agreed and theirs.ruled and theirs.agreed):
        yield Comparison(outcome="compatible", why=f"{why}; what was agreed or planned need not have been kept")
        return
    none = left.claim if ours.share == NONE else right.claim
    yield Comparison(outcome="denial" if none.polarity == "denied" and not none.negated else "conflict", why=why)


def _fewer(few: Share, many: Share) -> bool:
    """Whether there were few by the one, and by the other more. Figures that are no more than figures are compared as such."""
    return few.share == FEW and few.high is not None and many.low is not None and few.high < many.low
