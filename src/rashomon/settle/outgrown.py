"""Two counts of what more becomes known of from day to day in, whether the one was given up before the other came up out.

By the days on which the accounts came out that hold each of them, copies left aside: who prints on Wednesday what an agency wrote
on Monday says nothing new.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from functools import cached_property, lru_cache

from rashomon.meaning.counting import counted
from rashomon.meaning.narrowed import IN_CARE
from rashomon.model import Answer, Comparison, Document, Lineage, Quantity
from rashomon.settle.grown import given_before, grown, has_grown, may_grow, side, two_sides
from rashomon.settle.moments import Moment, in_turn, told
from rashomon.settle.retold import Kin, Retold, retold
from rashomon.settle.updates import PASSING, RISING

_DAYS = 30
"""Days from the first account of an event on in which more becomes known of it; who gives another count later corrects it."""

_NEVER = "9999-99-99"
_CAPPED = re.compile(
    r"(?:only|just|merely|no more than|not more than|at most|fewer than|less than|under|up to|a maximum of)\b", re.IGNORECASE
)
_FINAL = re.compile(
    r"\b(?:in all|in total|all told|altogether|a total of|final|definitive|conclusive)\b"
    r"|\bthe (?:true|real|actual) (?:number|figure|toll)\b",
    re.IGNORECASE,
)


class Count:
    """A count that is set against others, with all answers that give it: what is asked of these is worked out once."""

    def __init__(self, answers: Sequence[Answer], documents: Mapping[str, Document], lineage: Lineage) -> None:
        self.answers, self.documents, self.lineage = answers, documents, lineage

    @cached_property
    def fates(self) -> Set[str]:
        """What became of the counted, as its answers say."""
        return {fate for a in self.answers if a.quantity and (fate := counted(a.quantity, a.claim).outcome)}

    @cached_property
    def most(self) -> float:
        """The most that any answer allows."""
        ends = (q.high if q.high is not None else q.low or 0.0 for a in self.answers if (q := a.quantity))
        return max(ends, default=0.0)

    @cached_property
    def holding(self) -> Sequence[Answer]:
        """The answers by which an account itself holds it."""
        return [*_holding(self.answers, self.documents, self.lineage)]

    @cached_property
    def dated(self) -> Sequence[Answer]:
        """Those of accounts that are dated: beside them, those without a date say nothing of when the count was held."""
        known = ((a, self.documents[a.document].published) for a in self.holding)
        return [a for a, published in known if published.earliest and published.latest]

    @cached_property
    def rises_until(self) -> str:
        """The last day on which more becomes known."""
        known = (d.published for d in self.documents.values())
        first = min(p.earliest for p in known if p.earliest and p.latest)
        return (date.fromisoformat(first) + timedelta(days=_DAYS)).isoformat()


def outgrown(ours: Count, theirs: Count, documents: Mapping[str, Document]) -> Comparison | None:
    """Compatible, where the lower of two counts was last said before the higher was first said; conflict, where it was said first
    and is said still, or allows no more, or by the other side; None where nothing can be said of it. `why` goes behind what they
    differ in.
    """
    low, high = sorted((ours, theirs), key=lambda count: count.most)
    fates = low.fates | high.fates
    if fates and fates <= PASSING:
        return _ceased(high, low, documents)
    if fates and not fates <= RISING:
        return None
    below, above = low.dated, high.dated
    until = [told(a, documents).last or "" for a in below]
    since = [told(a, documents).first or "" for a in above]
    if not until or not since or min(until) > min(since):
        return None
    last, first = max(until), min(since)
    first_given = [a for a, day in zip(above, since, strict=True) if day == last]
    last_given = [a for a, day in zip(below, until, strict=True) if day == last]
    hours = in_turn(last_given, first_given, documents, low.lineage)
    rose = hours is not None or _rose(below, first_given)
    if last > low.rises_until or (min(until) == first and not rose):
        return None
    if not fates:
        return _counted_later(low, high, last, first)
    if last > first or (last == first and not rose):
        still = documents[below[until.index(last)].document].name
        return Comparison(
            outcome="conflict", why=f"The lower was published first, and such counts rise; but {still} of {last} still has it."
        )
    days = f"The lower was last published on {last}, the higher first on {first}"
    if hours:
        days = f"On {last} the lower was last published anew at {hours[0]}, the higher first at {hours[1]}"
    elif last == first:
        days = f"Both were published on {last}, and the higher is said to have risen, or is of those in care by then"
    if against := _against(below, above):
        return Comparison(outcome="conflict", why=f"{days}, and such counts rise; but {against}.")
    return Comparison(outcome="compatible", why=f"{days}, and such counts rise.")


def _counted_later(low: Count, high: Count, last: str, first: str) -> Comparison | None:
    """Compatible, where the lower of two counts of which nothing says what became of the counted was last said before the higher
    was first said: of what happens more is counted with time.
    """
    counts = all(a.quantity and a.quantity.kind == "count" for a in (*low.answers, *high.answers))
    if last >= first or not counts:
        return None
    why = f"The lower was last published on {last}, the higher first on {first}, and more may have been counted by then."
    return Comparison(outcome="compatible", why=why)


def _ceased(high: Count, low: Count, documents: Mapping[str, Document]) -> Comparison | None:
    """Compatible, where the higher of two counts of what ceases was last said before the lower was first said."""
    above, below = high.holding, low.holding
    until = [told(a, documents).last or "" for a in above]
    since = [told(a, documents).first or "" for a in below]
    if not all(until) or not all(since) or not until or not since or max(until) >= min(since):
        return None
    days = f"The higher was last published on {max(until)}, the lower first on {min(since)}"
    return Comparison(outcome="compatible", why=f"{days}, and such counts fall.")


def _holding(answers: Sequence[Answer], documents: Mapping[str, Document], lineage: Lineage) -> Iterator[Answer]:
    """Those by which an account itself holds a count: no copies of accounts that hold it, and none that says it was given before;
    a later version of an account says again what it keeps.
    """
    known, given = retold(lineage), [a for a in answers if a.quantity and not a.declines and not given_before(a)]
    revised = {d.downstream for d in lineage.derivations if d.manner == "updates"}
    of_one: dict[str | None, dict[str, Moment]] = defaultdict(dict)
    for a in given:
        of_one[lineage.origin_of.get(a.claim.id)][a.document] = told(a, documents)
    copies = {origin: _copies(published, known) for origin, published in of_one.items()}
    yield from (a for a in given if a.document in revised or a.document not in copies[lineage.origin_of.get(a.claim.id)])


def _copies(published: Mapping[str, Moment], known: Retold) -> Set[str]:
    """Those of some documents that are akin to one that was out before: those without an hour are the last of their day, those
    without a date the last of all.
    """
    out = sorted((p.last + p.at, key) for key, p in published.items() if p.last is not None)
    before, found, n = Kin(known), set(), 0
    for since, key in sorted(((p.first or _NEVER) + p.at, key) for key, p in published.items()):
        while n < len(out) and out[n][0] < since:
            before.add(out[n][1])
            n += 1
        if before.of(key):
            found.add(key)
    return found


def _rose(below: Sequence[Answer], above: Sequence[Answer]) -> bool:
    """Whether any of the lower is told as one that others may come after, or any of the higher as one that others went before; or
    the higher is of those who came to be looked after: where they are more than all, more were hurt by then.
    """
    if above and all(a.quantity and IN_CARE in counted(a.quantity, a.claim).restriction for a in above):
        return True
    return any(grown(a, b) for a in _each(below, _as_told) for b in _each(above, _as_told))


def _as_told(answer: Answer) -> Hashable:
    """What of a count bears on whether others came after it or went before."""
    q = answer.quantity
    return (q.low, q.high) if q else None, may_grow(answer), has_grown(answer)


def _against(below: Sequence[Answer], above: Sequence[Answer]) -> str | None:
    """Why the higher of two counts, though later, contradicts the lower, as the first two answers tell that tell it."""
    few, many = _each(below, _as_held), _each(above, _as_held)
    return next((why for a in few for b in many if (why := _contradicts(a, b))), None)


def _as_held(answer: Answer) -> Hashable:
    """What of a count bears on whether another contradicts it: what it allows, who gives it, and whether for good."""
    capped = answer.quantity is not None and _capped(answer.quantity)
    return capped, answer.speaker, _final(answer.claim.span.text), side(answer)


def _each(answers: Iterable[Answer], known: Callable[[Answer], Hashable]) -> Iterable[Answer]:
    """The first of the answers of which the same is known: what holds of two counts is asked for each sort of them once."""
    first: dict[Hashable, Answer] = {}
    for answer in answers:
        first.setdefault(known(answer), answer)
    return first.values()


def _contradicts(low: Answer, high: Answer) -> str | None:
    """Why the higher of two counts, though later, contradicts the lower."""
    if low.quantity and _capped(low.quantity):
        return f"“{' '.join(low.quantity.span.text.split())}” allows no more"
    if low.speaker is None or high.speaker is None or low.speaker == high.speaker:
        return None
    if all(_final(a.claim.span.text) for a in (low, high)):
        return "both speak of all there were"
    if two_sides(low, high):
        return f"{low.claim.chain[0].name} and {high.claim.chain[0].name} are of two sides"
    return None


def _capped(quantity: Quantity) -> bool:
    """Whether a count allows no more."""
    return bool(_CAPPED.match(quantity.hedge or quantity.span.text))


@lru_cache(maxsize=20_000)
def _final(text: str) -> bool:
    """Whether some words are of all there were."""
    return bool(_FINAL.search(text))
