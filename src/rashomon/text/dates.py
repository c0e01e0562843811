"""A stretch of text in, its time expressions out, with what each leaves open left open.

A value is TIMEX3 (ISO-TimeML), with XXXX where the words do not say. `rule` says what has to be known to resolve it:

    date                      nothing: the value is complete
    partial[:dir[:weekday]]   the year
    holiday:dir:feast         the year (see `text.feasts`); it comes round, so that it dates nothing
    monthday[:weekday]        the month
    weekday[:dir], weekend    the week
    shift:U:n[:part]          the day of speaking, moved by n units
    steps:U:n:U:n…            the day of speaking, moved by several lengths
    hours:P:dir               the hour of speaking
    from:U:n[:part]           the day last spoken of, moved by n units (onsteps, fromhours: as above)
    span:U:n                  the day of speaking, from which the length reaches n units
    nth:U:n:count/rule        the units so many within what `rule` resolves to ("the second week of July")
    within:U/rule             the unit that holds what `rule` resolves to ("the week of July 3")
    clock, part               the day
    event                     when something else happened
    open:rule                 which of two numbers is the day
    fiscal[:kind:dir]         whose year it is
    impossible                nothing: there is no such day
    vague, duration, set      nothing more can be known

where `dir` is -1 (last, past), 1 (next) or 0 (this).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from rashomon.text import calendars, clocks, deixis, lengths, nested, periods
from rashomon.text.timewords import NEEDS, Reader, Reading, compiled, groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression: code points, TIMEX3 type and value (None where nothing can be said), `mod` and `rule`.

    `readings` are the values that it may have, where it may have several.
    """

    start: int
    end: int
    type: str
    value: str | None
    rule: str
    mod: str | None = None
    readings: tuple[str, ...] = ()


_BEFORE, _BEHIND = 48, 64  # code points that an expression reaches before and behind its month, unit or figure
_END = re.compile(r"[a-z]{5}[.!?][\"”’')]{0,2}\s+(?=[A-Z\"“‘(])")
_ABOUT = re.compile(r"(?<![\w-])(?:around|about|circa|ca?\.|approximately|roughly|or about|sometime (?:in|around))\s$", re.I)


def find(text: str) -> list[Expression]:
    """The time expressions of a text, in order, none within another; the longest where several fit."""
    taken: list[tuple[int, int]] = []
    kept: list[Expression] = []
    for _, expression in sorted(_candidates(text), key=lambda c: (c[1].start - c[1].end, c[1].start, c[0])):
        place = bisect_left(taken, (expression.start, expression.end))
        before_free = place == 0 or taken[place - 1][1] <= expression.start
        if before_free and (place == len(taken) or expression.end <= taken[place][0]):
            taken.insert(place, (expression.start, expression.end))
            kept.append(expression)
    return list(_apart(_nested(text, e) for e in sorted(kept, key=lambda e: e.start)))


def _candidates(text: str) -> Iterator[tuple[int, Expression]]:
    """What each rule finds around that which it needs, with the rule's place."""
    for low, high in _stretches(text):
        around = {name: ends for name, pattern in NEEDS.items() if (ends := _around(text, pattern, low, high))}
        for place, (needs, pattern, read) in enumerate(_rules()):
            if needs not in around:
                continue
            for found in pattern.finditer(text, *around[needs]):
                reading = read(groups(found))
                if reading is not None:
                    start, end = found.span("x")
                    yield place, _expression(start, start + len(text[start:end].rstrip()), reading)


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    """The rules of all grammars, compiled when the first text is read: whoever only opens a case need not wait for them."""
    grammars = (calendars.GRAMMAR, periods.GRAMMAR, clocks.GRAMMAR, deixis.GRAMMAR, lengths.GRAMMAR)
    return tuple((needs, compiled(pattern), read) for grammar in grammars for needs, pattern, read in grammar)


def _around(text: str, needs: re.Pattern[str], low: int, high: int) -> tuple[int, int] | None:
    """From some way before the first thing that is needed to some way after the last, at blanks."""
    if not needs.pattern:
        return low, high
    places = [m.span() for m in needs.finditer(text, low, high)]
    if not places:
        return None
    first, last = max(low, places[0][0] - _BEFORE), min(high, places[-1][1] + _BEHIND)
    blank = text.find(" ", last, high)
    return first, (blank if blank >= 0 else high) if last < high else high


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The text cut where no expression goes on: at the ends of sentences that end with a long word."""
    low = 0
    for end in _END.finditer(text):
        yield low, end.end()
        low = end.end()
    yield low, len(text)


def _expression(start: int, end: int, reading: Reading) -> Expression:
    return Expression(
        start=start,
        end=end,
        type=reading.type,
        value=reading.value,
        rule=reading.rule,
        mod=reading.mod,
        readings=reading.readings,
    )


def _apart(expressions: Iterable[Expression]) -> Iterator[Expression]:
    """Those that a later one does not take in ("two weeks of" in "the first two weeks of 2021")."""
    held: list[Expression] = []
    for expression in expressions:
        while held and held[-1].end > expression.start:
            held.pop()
        held.append(expression)
    yield from held


def _nested(text: str, expression: Expression) -> Expression:
    """With the words before it that name a part of it, or what holds it."""
    value = expression.value or ""
    day = len(value) == 10 or expression.rule.startswith(("shift:D", "weekday", "holiday", "monthday"))
    if expression.type != "DATE" or expression.readings:
        return expression
    if expression.mod is None and _ABOUT.search(text, max(0, expression.start - 16), expression.start):
        expression = replace(expression, mod="APPROX")
    whole = nested.before(text, expression.start, expression.rule, day)
    if whole is None:
        return expression
    if whole.part is None:
        return replace(expression, start=whole.start, rule=whole.rule, mod=None)
    if expression.rule.startswith("shift:D"):
        return replace(expression, start=whole.start, type="TIME", rule=f"{expression.rule}:{whole.part}", mod=None)
    return replace(expression, start=whole.start, type="TIME", value=f"{value}T{whole.part}") if value else expression
