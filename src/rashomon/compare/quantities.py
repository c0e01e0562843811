"""Two answers in, how their quantities stand to one another out.

Figures are compared as intervals. They conflict only where they count the same thing, in the same scope and unit, and no
number satisfies both. Bounds by convention ("dozens") are said wherever they decide.
"""

import math
from collections.abc import Iterator

from rashomon.compare.rounding import ends, softer
from rashomon.data import load
from rashomon.meaning import measures
from rashomon.meaning.counting import Counted, counted
from rashomon.meaning.hours import hours
from rashomon.meaning.narrowed import AT_HAND, IN_CARE
from rashomon.meaning.scopes import narrowing
from rashomon.model import Answer, Comparison, Quantity

_COUNTS = frozenset({"count", "vague"})


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """At most one comparison: agree, refines, compatible or conflict; none where the figures are not of one kind."""
    mine, theirs = left.quantity, right.quantity
    if mine is None or theirs is None or not _of_one_kind(mine, theirs):
        return
    first, second = _named(mine), _named(theirs)
    if mine.unit != theirs.unit:
        mine, theirs = measures.turned(mine), measures.turned(theirs)
    counts, other = counted(mine, left.claim), counted(theirs, right.claim)
    if not (left.aligned and right.aligned) and not _same_thing(counts, other, bool(mine.derived or theirs.derived)):
        if _none_of(mine, theirs, other.outcome) or _none_of(theirs, mine, counts.outcome):
            yield Comparison(outcome="conflict", why=f"{first} and {second} cannot both hold: one says there were none.")
        else:
            yield Comparison(
                outcome="compatible", why=f"{first} and {second} count different things: {_things(counts)}, {_things(other)}."
            )
        return
    if mine.low is mine.high is None or theirs.low is theirs.high is None:
        vague = first if mine.low is mine.high is None else second
        yield Comparison(
            outcome="compatible", why=f"{vague} names no number that {second if vague is first else first} could contradict."
        )
        return
    measured = mine.aspect == "speed" or mine.kind == "temperature"
    if measured and _at_other_hours(left, right):
        yield Comparison(outcome="compatible", why=f"{first} and {second} were measured at different hours.")
        return
    nearby = bool(counts.restriction & other.restriction & {AT_HAND, IN_CARE})
    ours, yours = (IN_CARE in what.restriction for what in (counts, other))
    some = ours != yours and not (_more(mine, theirs) if ours else _more(theirs, mine))
    yield _intervals(mine, theirs, first, second, nearby, some)


def _named(quantity: Quantity) -> str:
    """A figure in the words of its text; one that only follows from others, with the formula it follows by."""
    said = f"“{' '.join(quantity.span.text.split())}”"
    return f"{said} (derived: {quantity.derived})" if quantity.derived else said


def _of_one_kind(left: Quantity, right: Quantity) -> bool:
    """Whether two figures may be set side by side: counts with counts, and measures of one unit."""
    if left.kind in _COUNTS and right.kind in _COUNTS:
        return _per(left) == _per(right)
    units = {left.unit, right.unit}
    dollars = units == {"dollar", "US dollar"} or units == {"pound", "pound sterling"}
    alike = len({measures.system(left), measures.system(right)}) == 1 or dollars
    return left.kind == right.kind and left.kind != "ordinal" and alike and _per(left) == _per(right)


def _per(quantity: Quantity) -> str | None:
    """ "per person", "each", "a day": a rate is no total."""
    parts = (quantity.scope or "").split("; ")
    rates = ("per ", "for each", "for every", "every ", "a ", "an ")
    return next((p for p in parts if p.startswith(rates) or p in ("each", "apiece")), None)


def _things(what: Counted) -> str:
    return " and ".join(filter(None, (what.population, what.outcome))) or "unnamed things"


def _same_thing(left: Counted, right: Counted, derived: bool) -> bool:
    """One population, as far as both say, in one state; what only follows from figures leaves its state to these."""
    known = {left.population, right.population} - {""}
    return len(known) < 2 and (left.outcome == right.outcome or (derived and None in (left.outcome, right.outcome)))


def _none_of(left: Quantity, right: Quantity, state: str | None) -> bool:
    """Whether the left says that there were none of what the right counts: "no casualties" against "12 dead"."""
    covers = load("counted")["covers"].get(left.head or "", ())
    return left.low == left.high == 0 and state in covers and right.low is not None and right.low > 0


def _more(left: Quantity, right: Quantity) -> bool:
    """Whether a count is more than another can be: some are no more than all."""
    return ends(left)[0] > ends(right)[1]


def _intervals(left: Quantity, right: Quantity, first: str, second: str, nearby: bool, some: bool) -> Comparison:
    """Two intervals of the same thing: equal, one within the other, overlapping, or apart. `some`: the one is of some of those
    whom the other is of, who have room among them.
    """
    mine, theirs = ends(left), ends(right)
    said = dict.fromkeys(q.convention for q in (left, right) if q.convention)
    custom = "".join(f" {words[0].upper()}{words[1:]}." for words in said)
    if mine == theirs:
        if narrowing(left) != narrowing(right):
            return Comparison(outcome="compatible", why=f"{first} and {second} do not take in the same: {_scopes(left, right)}.")
        return Comparison(outcome="agree", why=f"{first} and {second} allow the same numbers: {_reach(mine)}.{custom}")
    if mine[0] <= theirs[1] and theirs[0] <= mine[1]:
        for inner, outer, narrow, wide in ((first, second, mine, theirs), (second, first, theirs, mine)):
            if wide[0] <= narrow[0] and narrow[1] <= wide[1]:
                return Comparison(outcome="refines", why=f"{inner} lies within {outer}, which allows {_reach(wide)}.{custom}")
        return Comparison(
            outcome="compatible", why=f"{first} allows {_reach(mine)}, {second} {_reach(theirs)}: both can hold.{custom}"
        )
    if narrowing(left) != narrowing(right):
        return Comparison(
            outcome="compatible", why=f"{first} and {second} differ, but do not take in the same: {_scopes(left, right)}."
        )
    if some:
        return Comparison(
            outcome="compatible", why=f"{first} and {second}: the one is of those who came to be looked after, the other is not."
        )
    if nearby:
        return Comparison(
            outcome="compatible", why=f"{first} and {second} may be of those who came before two people, or to two places."
        )
    if _of_gusts(left, right) or _of_gusts(right, left):
        return Comparison(outcome="compatible", why=f"{first} and {second}: gusts are faster than the wind is on the whole.")
    if loosely := softer(left, right, first, second):
        return Comparison(outcome="compatible", why=loosely)
    return Comparison(
        outcome="conflict", why=f"{first} and {second} cannot both hold: {_reach(mine)} against {_reach(theirs)}.{custom}"
    )


def _at_other_hours(left: Answer, right: Answer) -> bool:
    """Whether both claims say at what time of day it was, and no minute is both."""
    ours, theirs = (hours(a.time, a.claim) if a.time else None for a in (left, right))
    return ours is not None and theirs is not None and (ours.high < theirs.low or theirs.high < ours.low)


def _of_gusts(gusts: Quantity, wind: Quantity) -> bool:
    """Whether the one is of gusts and the other of the wind on the whole, rather than of its most."""
    return gusts.head == "gust" and wind.head == "wind" and wind.low is not None and (gusts.low or 0) > wind.low


def _scopes(left: Quantity, right: Quantity) -> str:
    """What two figures take in or leave out, in the words of their texts."""
    said = [f"“{q.scope}”" for q in (left, right) if q.scope]
    return " with one, ".join(said) + (" with the other" if len(said) > 1 else " is said with one of them alone")


def _reach(ends: tuple[float, float]) -> str:
    low, high = ends
    if low == high:
        return _said(low)
    if high == math.inf:
        return f"{_said(low)} or more"
    return f"at most {_said(high)}" if low <= 0 else f"{_said(low)} to {_said(high)}"


def _said(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"
