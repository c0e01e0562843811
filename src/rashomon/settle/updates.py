"""Two answers of accounts published one after the other in, what the later makes of the earlier out."""

import re
from collections.abc import Mapping
from functools import lru_cache

from rashomon.meaning.counting import counted
from rashomon.meaning.elsewhen import answered
from rashomon.model import Answer, Comparison, Document
from rashomon.settle.grown import FALLEN, grown, looked_back_on, lower, passing, two_sides

PASSING = frozenset({"missing"})
"""Outcomes that cease: who was missing on one day may be found on the next."""

RISING = frozenset({"death", "injury", "rescue", "detention", "lasting"})
"""Outcomes of which more become known from day to day."""

_BACK = 120  # code points before a claim in which a correction may begin
_VERSION = re.compile(
    r"\b(?:earlier|previous|original|first|prior|initial) versions? of (?:this|the|our|that) [^.\n]{0,60}"
    r"\b(?:said|stated|gave|reported|put|claimed|wrote|had|suggested|misstated)\b[^.\n]{0,30}$",
    re.IGNORECASE,
)


def retracted(answer: Answer, documents: Mapping[str, Document]) -> bool:
    """Whether an account says of an answer that an earlier version of its own gave it, and wrongly."""
    at = answer.claim.span.start
    return _wrongly(documents[answer.document].text[max(0, at - _BACK) : at + 1])


@lru_cache(maxsize=20_000)
def _wrongly(ahead: str) -> bool:
    """Whether the words before a claim are of an earlier version of the account."""
    return bool(_VERSION.search(ahead))


def looked_back(left: Answer, right: Answer, found: Comparison) -> Comparison | None:
    """Compatible, where an account says of one of two counts that it was given before, and the other is none of those."""
    fates = {counted(a.quantity, a.claim).outcome for a in (left, right) if a.quantity}
    if not fates or not fates <= RISING | PASSING or looked_back_on(left) == looked_back_on(right):
        return None
    return Comparison(outcome="compatible", why=f"the one is told as a count that was given before: {found.why}")


def avenged(left: Answer, right: Answer, found: Comparison, documents: Mapping[str, Document]) -> Comparison | None:
    """Compatible, where an account says of one of two figures that somebody took revenge for it, and of the other not."""
    before = [bool(a.quantity and answered(documents[a.document].text, a.quantity.span.start)) for a in (left, right)]
    if before[0] == before[1]:
        return None
    return Comparison(outcome="compatible", why=f"the one is told as what somebody took revenge for: {found.why}")


def updated(left: Answer, right: Answer, found: Comparison, days: str | None, documents: Mapping[str, Document]) -> Comparison:
    """A count of what changes from day to day, or one that the later account says has changed, contradicts no earlier one;
    one of the same outlet takes its stead. `days`: when the two accounts were published, where the one was before the other.
    """
    if not {counted(a.quantity, a.claim).outcome for a in (left, right) if a.quantity} <= RISING | PASSING:
        return found  # a missile that "reached" a height has not risen since another account
    if not days:
        fates = [counted(a.quantity, a.claim).outcome for a in (left, right) if a.quantity]
        falls = len(fates) == 2 and {*fates} <= PASSING
        if falls and left.document != right.document and not two_sides(left, right):
            dated = _dated(left, right, documents)
            if dated and not (passing(left) or passing(right)):
                return found
            when = "both accounts are of one day" if dated else "not both accounts are dated"
            why = f"{found.why} Such counts fall from hour to hour, and {when}."
            return Comparison(outcome="compatible", why=why)
        return _risen(left, right, found, documents)
    early, late = sorted((left, right), key=lambda a: documents[a.document].published.latest or "")
    counts = {counted(a.quantity, a.claim).outcome for a in (early, late) if a.quantity}
    if not early.quantity or not late.quantity:
        return found
    if not (_moved(early, late) or counts <= PASSING):
        return found
    if _of_one_outlet(documents[early.document], documents[late.document]):
        return Comparison(outcome="superseded", why=f"the same outlet later says otherwise ({days}): {found.why}")
    return Comparison(outcome="compatible", why=f"they count what changes from day to day ({days}): {found.why}")


def _dated(left: Answer, right: Answer, documents: Mapping[str, Document]) -> bool:
    """Whether it is known on which day either of two accounts came out."""
    published = [documents[a.document].published for a in (left, right)]
    return all(p.earliest and p.earliest == p.latest for p in published)


def _risen(left: Answer, right: Answer, found: Comparison, documents: Mapping[str, Document]) -> Comparison:
    """Of two accounts of which nobody knows which was first: whether the one says that the count has risen, and gives more, or
    the other that it may yet.
    """
    for early, late in ((left, right), (right, left)):
        if grown(early, late) and not two_sides(early, late):
            if early.document == late.document and not _of_one_voice(early, late):
                return found  # a page sets one speaker's count against another's
            if _of_one_outlet(documents[early.document], documents[late.document]):
                return Comparison(outcome="superseded", why=f"the same outlet says that the count has risen: {found.why}")
            return Comparison(
                outcome="compatible", why=f"the words around them say that the count has risen or may rise: {found.why}"
            )
    return found


def _moved(early: Answer, late: Answer) -> bool:
    """Whether the later of two says that its figure has grown or fallen, and so it has."""
    if early.quantity is None or late.quantity is None:
        return False
    if lower(early, late):
        return grown(early, late)
    return bool(FALLEN.search(late.claim.span.text))


def _of_one_outlet(left: Document, right: Document) -> bool:
    return any(ours and ours == theirs for ours, theirs in ((left.outlet, right.outlet), (left.agency, right.agency)))


def _of_one_voice(left: Answer, right: Answer) -> bool:
    """Whether a page has both from one speaker, or from nobody that it names."""
    ours, theirs = ({a.claim.chain[0].entity or a.claim.chain[0].name} if a.claim.attribution else set() for a in (left, right))
    return ours == theirs
