"""Two counts of what more becomes known of from day to day in, whether the one was given up before the other came up out.

By the days on which the accounts came out that hold each of them, copies left aside: who prints on Wednesday what an agency wrote
on Monday says nothing new.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from rashomon.meaning.counting import counted
from rashomon.model import Answer, Comparison, Document, Lineage
from rashomon.settle.grown import given_before, grown, two_sides
from rashomon.settle.retold import akin, retold
from rashomon.settle.updates import PASSING, RISING

_DAYS = 30
"""Days from the first account of an event on in which more becomes known of it; who gives another count later corrects it."""

_CAPPED = re.compile(
    r"(?:only|just|merely|no more than|not more than|at most|fewer than|less than|under|up to|a maximum of)\b", re.IGNORECASE
)
_FINAL = re.compile(
    r"\b(?:in all|in total|all told|altogether|a total of|final|definitive|conclusive)\b"
    r"|\bthe (?:true|real|actual) (?:number|figure|toll)\b",
    re.IGNORECASE,
)


def outgrown(
    ours: Sequence[Answer], theirs: Sequence[Answer], documents: Mapping[str, Document], lineage: Lineage
) -> Comparison | None:
    """Compatible, where the lower of two counts was last said before the higher was first said; conflict, where it was said first
    and is said still, or allows no more, or by the other side; None where nothing can be said of it. Of two values all answers
    each; `why` goes behind what they differ in.
    """
    low, high = sorted((ours, theirs), key=_most)
    fates = {counted(a.quantity, a.claim).outcome for a in (*low, *high) if a.quantity} - {None}
    if fates and fates <= PASSING:
        return _ceased(high, low, documents, lineage)
    if not fates or not fates <= RISING:
        return None
    below, above = ([*_dated(_holding(part, documents, lineage), documents)] for part in (low, high))
    until = [documents[a.document].published.latest or "" for a in below]
    since = [documents[a.document].published.earliest or "" for a in above]
    if not until or not since or min(until) > min(since):
        return None
    last, first = max(until), min(since)
    told = [a for a, day in zip(above, since, strict=True) if day == last]
    rose = any(grown(a, b) for a in below for b in told)
    if last > _while(documents) or (min(until) == first and not rose):
        return None
    if last > first or (last == first and not rose):
        still = documents[below[until.index(last)].document].name
        return Comparison(
            outcome="conflict", why=f"The lower was published first, and such counts rise; but {still} of {last} still has it."
        )
    days = f"The lower was last published on {last}, the higher first on {first}"
    if last == first:
        days = f"Both were published on {last}, and the higher is said to have risen"
    if against := next((why for a in below for b in above if (why := _against(a, b))), None):
        return Comparison(outcome="conflict", why=f"{days}, and such counts rise; but {against}.")
    return Comparison(outcome="compatible", why=f"{days}, and such counts rise.")


def _dated(answers: Iterable[Answer], documents: Mapping[str, Document]) -> Iterator[Answer]:
    """Those of accounts that are dated: where one such holds a count, those without a date say nothing of when it was held."""
    return (a for a in answers if documents[a.document].published.earliest and documents[a.document].published.latest)


def _most(answers: Sequence[Answer]) -> float:
    ends = (q.high if q.high is not None else q.low or 0.0 for a in answers if (q := a.quantity))
    return max(ends, default=0.0)


def _ceased(
    high: Sequence[Answer], low: Sequence[Answer], documents: Mapping[str, Document], lineage: Lineage
) -> Comparison | None:
    """Compatible, where the higher of two counts of what ceases was last said before the lower was first said."""
    above, below = ([*_holding(part, documents, lineage)] for part in (high, low))
    until = [documents[a.document].published.latest or "" for a in above]
    since = [documents[a.document].published.earliest or "" for a in below]
    if not all(until) or not all(since) or not until or not since or max(until) >= min(since):
        return None
    days = f"The higher was last published on {max(until)}, the lower first on {min(since)}"
    return Comparison(outcome="compatible", why=f"{days}, and such counts fall.")


def _while(documents: Mapping[str, Document]) -> str:
    """The last day on which more becomes known."""
    first = min(d.published.earliest for d in documents.values() if d.published.earliest and d.published.latest)
    return (date.fromisoformat(first) + timedelta(days=_DAYS)).isoformat()


def _holding(answers: Sequence[Answer], documents: Mapping[str, Document], lineage: Lineage) -> Iterator[Answer]:
    """Those by which an account itself holds a count: no copies of accounts that hold it, and none that says it was given before;
    a later version of an account says again what it keeps.
    """
    told = [a for a in answers if a.quantity and not a.declines and not given_before(a)]
    known = retold(lineage)
    revised = {d.downstream for d in lineage.derivations if d.manner == "updates"}
    for a in told:
        models = (
            b
            for b in told
            if _earlier(documents[b.document], documents[a.document])
            and lineage.origin_of.get(a.claim.id) == lineage.origin_of.get(b.claim.id)
            and akin(known, a.document, b.document)
        )
        if a.document in revised or not any(True for _ in models):
            yield a


def _earlier(left: Document, right: Document) -> bool:
    """Whether one of two accounts is dated, and out before the other, or the other has no date."""
    until, since = left.published.latest, right.published.earliest
    return until is not None and (since is None or until < since)


def _against(low: Answer, high: Answer) -> str | None:
    """Why the higher of two counts, though later, contradicts the lower."""
    if low.quantity and _CAPPED.match(low.quantity.hedge or low.quantity.span.text):
        return f"“{' '.join(low.quantity.span.text.split())}” allows no more"
    if low.speaker is None or high.speaker is None or low.speaker == high.speaker:
        return None
    if all(_FINAL.search(a.claim.span.text) for a in (low, high)):
        return "both speak of all there were"
    if two_sides(low, high):
        return f"{low.claim.chain[0].name} and {high.claim.chain[0].name} are of two sides"
    return None
