"""Two answers in, how their times stand to one another out: days that exclude one another conflict, and so do times of a day."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.data import load
from rashomon.meaning import hours as of_day
from rashomon.meaning.hours import Hours
from rashomon.model import Answer, Comparison, Timex
from rashomon.text import days

_WORD = re.compile(r"[^\W\d_]+")
_DEICTIC = re.compile(r"\b(?:yesterday|today|tonight|overnight|last night|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_BEHIND = 20  # code points by which a word behind a time counts as farther than one before it


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """One comparison where both answers are dated with both ends; nothing where a time is vague or open, or where the one is
    the day of a birth and the other that of a wedding.
    """
    if left.time is None or right.time is None or "DURATION" in (left.time.type, right.time.type):
        return
    if len({_happened(left, left.time), _happened(right, right.time)} - {""}) > 1:
        return
    a, b = _bounds(left.time), _bounds(right.time)
    if a and b and days.gap(a, b):
        yield _of_other_days(left.time, right.time, a, b)
    elif found := _by_hours(left, right):
        yield found
    elif a and b:
        outcome, why = _related(a, b)
        yield Comparison(outcome=outcome, why=why)


def _of_other_days(left: Timex, right: Timex, a: days.Days, b: days.Days) -> Comparison:
    """How two times without a day in common stand: "yesterday" is as far off as the day of its account may be."""
    if _counted_alike(left, right):
        why = f"both say “{left.span.text}”, each counted from its own account's day"
        return Comparison(outcome="compatible", why=why)
    outcome, why = _related(a, b)
    told = next((" ".join(t.span.text.split()) for t in (left, right) if _DEICTIC.search(t.span.text)), None)
    if told and days.gap(a, b) <= 1:
        return Comparison(
            outcome="compatible", why=f"“{told}” is counted from its account's own day, which may be a day off: {why}"
        )
    return Comparison(outcome=outcome, why=why)


def _by_hours(left: Answer, right: Answer) -> Comparison | None:
    """How two times of one day stand; None where the one says no time of day."""
    if left.time is None or right.time is None:
        return None
    ours, theirs = (of_day.hours(a.time, a.claim) for a in (left, right) if a.time)
    if ours is None or theirs is None:
        return None
    first, second = (f"“{of_day.told(a.time, a.claim)}”" for a in (left, right) if a.time)
    if ours == theirs:
        return Comparison(outcome="agree", why=f"both say {first}" if first == second else f"{first} is {second}")
    if of_day.apart(ours, theirs):
        if why := _reconciled(ours, theirs):
            return Comparison(outcome="compatible", why=f"{first} and {second} {why}")
        lie = (
            f"lie {_lasting(far)} apart, more than the words allow" if (far := _between(ours, theirs)) else "exclude one another"
        )
        return Comparison(outcome="conflict", why=f"{first} and {second} {lie}")
    for inner, outer, one, other in ((ours, theirs, first, second), (theirs, ours, second, first)):
        if of_day.within(inner, outer) and (outer.said is None or outer.hedged):
            return Comparison(outcome="refines", why=f"{one} lies within {other}")
    said = "may be one time, rounded" if None not in (ours.said, theirs.said) else "can both hold"
    return Comparison(outcome="compatible", why=f"{first} and {second} {said}")


def _reconciled(left: Hours, right: Hours) -> str | None:
    """Why two times apart need not exclude one another: they are, or may be, of two time zones."""
    if left.zone != right.zone:
        return "are not known to be of one time zone"
    if left.said is not None and right.said is not None and left.zone is None and (left.said - right.said) % 60 == 0:
        return "are whole hours apart, as times in two time zones are"
    return None


def _between(left: Hours, right: Hours) -> int | None:
    """The minutes from the one clock time to the other, as near as they may be; None where a part of the day is given."""
    if left.said is None or right.said is None:
        return None
    return of_day.apart(replace(left, low=left.said, high=left.said), replace(right, low=right.said, high=right.said))


def _lasting(minutes: int) -> str:
    """A number of minutes in words: "25 minutes", "3 hours"."""
    if minutes < 120:
        return "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"{minutes // 60} hours"


def _counted_alike(left: Timex, right: Timex) -> bool:
    """Whether two times are in the same words, and have their days from when the accounts came out."""
    ours, theirs = (t.span.text.casefold().split() for t in (left, right))
    return ours == theirs and bool(left.anchor and right.anchor)


def _happened(answer: Answer, time: Timex) -> str:
    """What happened once at a time, by the word of its claim nearest to it, one before it rather than behind; "" for none."""
    text, at = answer.claim.span.text, time.span.start - answer.claim.span.start
    of = {word: name for name, words in load("acts")["once"].items() for word in words}
    near = [
        (at - m.end() if m.end() <= at else m.start() - at + _BEHIND, of[w])
        for m in _WORD.finditer(text)
        if (w := m[0].lower()) in of
    ]
    return min(near, default=(0, ""))[1]


def _bounds(time: Timex) -> days.Days | None:
    return days.between(time.earliest, time.latest) if time.type in ("DATE", "TIME") else None


def _related(a: days.Days, b: days.Days) -> tuple[str, str]:
    if a == b:
        return "agree", f"both say {_told(a)}"
    if days.gap(a, b):
        return "conflict", f"{_told(a)} and {_told(b)} have no day in common"
    if a[0] >= b[0] and a[1] <= b[1]:
        return "refines", f"{_told(a)} lies within {_told(b)}"
    if b[0] >= a[0] and b[1] <= a[1]:
        return "refines", f"{_told(b)} lies within {_told(a)}"
    return "compatible", f"{_told(a)} and {_told(b)} overlap"


def _told(bounds: days.Days) -> str:
    return days.named(*bounds) or "{} to {}".format(*bounds)
