"""A stretch of text in, its time expressions out, with what each leaves open left open.

A value is TIMEX3 (ISO-TimeML), with XXXX where the words do not say. `rule` says what has to be known to resolve it:

    date                      nothing: the value is complete
    partial[:dir[:weekday]]   the year
    holiday                   the year; it comes round, so that it dates nothing
    weekday[:dir], weekend    the week
    shift:U:n[:part]          the day of speaking, moved by n units
    from:U:n[:part]           the day last spoken of, moved by n units
    span:U:n                  the day of speaking, from which the length reaches n units
    clock, part               the day
    event                     when something else happened
    open                      which of two numbers is the day
    vague, duration, set      nothing more can be known

where `dir` is -1 (last, past), 1 (next) or 0 (this).
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.text import calendars, deixis, lengths
from rashomon.text.timewords import compiled, groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression: code points, TIMEX3 type and value (None where nothing can be said), `mod` and `rule`."""

    start: int
    end: int
    type: str
    value: str | None
    rule: str
    mod: str | None = None


_RULES = tuple((compiled(pattern), read) for pattern, read in (*calendars.GRAMMAR, *deixis.GRAMMAR, *lengths.GRAMMAR))


def find(text: str) -> list[Expression]:
    """The time expressions of a text, in order, none within another; the longest where several fit."""
    taken: list[tuple[int, int]] = []
    kept: list[Expression] = []
    for expression in sorted(_candidates(text), key=lambda e: (e.start - e.end, e.start)):
        place = bisect_left(taken, (expression.start, expression.end))
        before_free = place == 0 or taken[place - 1][1] <= expression.start
        if before_free and (place == len(taken) or expression.end <= taken[place][0]):
            taken.insert(place, (expression.start, expression.end))
            kept.append(expression)
    return sorted(kept, key=lambda e: e.start)


def _candidates(text: str) -> Iterator[Expression]:
    for pattern, read in _RULES:
        for found in pattern.finditer(text):
            reading = read(groups(found))
            if reading is not None:
                start, end = found.span("x")
                end = start + len(text[start:end].rstrip())
                kind, value, rule, mod = reading
                yield Expression(start=start, end=end, type=kind, value=value, rule=rule, mod=mod)
