"""Pages that date themselves without a year in, the same with their days out, where no account of the pile is dated.

The year is given where the texts leave one alone: one in which all those days fall on the days of the week that stand with them,
not before what is told as past nor after what is awaited. Else the days stand in a year of their own, far ahead and of the same
calendar, that nobody writes of: in it they are ordered and counted from like any other, and `masked` takes it out of what was
settled ("XXXX-10-16"). What would need the year itself ("last year") stays open.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

from rashomon.model import Annotations, Document, Published, Timex
from rashomon.relate.ownday import Day, numbered, stated
from rashomon.text import days

_SPREAD = 120  # days over which accounts of one event come out
_NEAR = 60  # a whole date so near to those days may be of the event itself, and would be set against them
_SINCE = 60  # days from the last of those days to that on which a page says that it was changed
_COUNTED, _KNOWN, _END = 8001, 9001, 9900  # years that stand in; from the second on, the days of the week are those of the year
_STANDING = re.compile(r"(?<!\d)[89]\d{3}(?!\d)")
_OPEN = ("weekday", "weekend", "shift:W")  # rules that need the days of the week
_MARCH = "-03-01"  # across it, days are counted otherwise in a leap year


_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True)
class _Pile:
    """The pages' own days, by document id, and what bounds the year."""

    pages: Mapping[str, Sequence[Day]]
    low: date | None
    high: date | None

    def fits(self, year: int) -> list[date]:
        """All days in a year, in order; none where one does not fall on its day of the week."""
        found = [day.in_year(year) for told in self.pages.values() for day in told]
        return sorted(d for d in found if d) if all(found) else []


def placed(
    documents: Sequence[Document], narrowed: Sequence[Document], annotations: Sequence[Annotations]
) -> tuple[Document, ...] | None:
    """The documents with the days that their pages state; None where one is dated, none is so or nothing fits. `narrowed`: as far
    as their texts date them.
    """
    if any(d.published.earliest and d.published.latest for d in narrowed):
        return None
    pages = {d.id: told for d in documents if (told := stated(d))}
    lows = [day for d in narrowed if (day := days.parsed(d.published.earliest))]
    highs = [day for d in narrowed if (day := days.parsed(d.published.latest))]
    pile = _Pile(pages, max(lows, default=None), min(highs, default=None))
    if not any(not day.changed for told in pages.values() for day in told):
        return None
    written = {year for d in documents for year in numbered(d)}
    sure = _sure(pile, [day for d in documents if (day := days.parsed(d.published.latest))], written)
    if written and not sure:
        return None
    year = sure[0] if sure else _standing(pile, documents, annotations)
    if year is None:
        return None
    why = sure[1] if sure else "no page says the year"
    return tuple(replace(d, published=_published(pages[d.id], year, why)) if d.id in pages else d for d in documents)


def _sure(pile: _Pile, changes: Sequence[date], written: Set[int]) -> tuple[int, str] | None:
    """The only year that the texts allow, and why. `changes`: days on which pages were changed; `written`: years of stamps. Of
    years that are not written only the days of the week can tell.
    """
    if len(written) == 1 and pile.fits(year := min(written)):
        return year, "the year is that of another page's stamp"
    if not any(day.weekday for told in pile.pages.values() for day in told):
        return None
    if changes:
        last = min(changes)
        near = [y for y in (last.year - 1, last.year) if (fit := pile.fits(y)) and 0 <= (last - fit[-1]).days <= _SINCE]
        if len(near) == 1:
            return near[0], f"the year is that of {last}, on which a page says that it was changed"
    if not pile.low or not pile.high:
        return None
    years = [
        y
        for y in range(pile.low.year, pile.high.year + 1)
        if (fit := pile.fits(y)) and fit[-1] >= pile.low and fit[0] <= pile.high and (fit[-1] - fit[0]).days <= _SPREAD
    ]
    if len(years) != 1:
        return None
    return years[0], f"of the years that the accounts allow ({pile.low} to {pile.high}) only this one has the days of the week so"


def _standing(pile: _Pile, documents: Sequence[Document], annotations: Sequence[Annotations]) -> int | None:
    """A year that stands in, which nobody names; None where the days lie too far apart, or a text gives such a day its year."""
    known = any(day.weekday for told in pile.pages.values() for day in told)
    texts = [words for d in documents for words in (d.text, d.file, d.url or "")]
    for year in range(_KNOWN if known else _COUNTED, _END):
        fit = pile.fits(year)
        if fit and not any(str(year) in text for text in texts):
            apart = (fit[-1] - fit[0]).days > _SPREAD
            return None if apart or any(_told(pile, fit, found) for found in annotations) else year
    return None


def _told(pile: _Pile, fit: Sequence[date], found: Annotations) -> bool:
    """Whether a text has a day or month with its year that lies about those days, in a year that may be theirs."""
    for timex in found.times:
        whole = days.bounds(timex.value) if timex.rule == "date" else None
        if not whole or (whole[1] - whole[0]).days > 31 or (pile.low and whole[1].year < pile.low.year - 1):
            continue
        for year in (fit[0].year - 1, fit[0].year, fit[0].year + 1):
            start = days.moved(whole[0], "Y", year - whole[0].year)
            if start and days.gap((start, start + (whole[1] - whole[0])), (fit[0], fit[-1])) <= _NEAR:
                return True
    return False


def _published(told: Sequence[Day], year: int, why: str) -> Published:
    day = told[0].in_year(year)
    assert day is not None, "the year fits all days"
    words = f'its {told[0].role} says "{told[0].span.text}"'
    evidence = tuple(sorted({span for d in told for span in d.posts or (d.span,)}))
    if told[0].changed:
        return Published(latest=day.isoformat(), evidence=evidence, why=f"{words}, a change, so it is no later; {why}")
    last = told[0].last(day)
    value = f"{day}" if last == day else f"{day}/{last}"
    return Published(value=value, earliest=f"{day}", latest=f"{last}", evidence=evidence, why=f"{words}; {why}")


def _year(documents: Iterable[Document]) -> int | None:
    """The year that stands in, by the accounts of which the day is known."""
    both = (days.between(d.published.earliest, d.published.latest) for d in documents)
    return next((known[0].year for known in both if known and stands_in(known[0])), None)


def stands_in(day: date | None) -> bool:
    """Whether the year of a day is one that stands in for one that nobody says."""
    return day is not None and _COUNTED <= day.year < _END


def unmixed(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Where the pages' days stand in such a year, no account lies before or behind them all by a year that its text names."""
    year = _year(documents)
    return tuple(documents) if year is None else tuple(replace(d, published=_unmixed(d.published, year)) for d in documents)


def _unmixed(published: Published, year: int) -> Published:
    """With the ends that lie in the year; where none does, with the first day that its text allows."""
    first, last = days.parsed(published.earliest), days.parsed(published.latest)
    low, high = (end.isoformat() if end and end.year == year else None for end in (first, last))
    if low and high:
        return published
    if not low and not high and first and not stands_in(first):
        low = published.earliest
    return replace(published, value=None, earliest=low, latest=high) if low or high else Published()


def kept(counted: Timex, plain: Timex, day: date) -> Timex:
    """A time as counted from a day in such a year, where no other year shows in it and any has the same days; else as without."""
    if counted.rule.startswith(_OPEN) and day.year < _KNOWN:
        return plain
    shown = [s for s in (counted.value, counted.earliest, counted.latest, *counted.readings) if s]
    years = {int(y) for s in shown for y in _STANDING.findall(s)}
    if not years:
        return counted
    if years != {day.year} or not re.match(r"\d{4}-\d\d(?!\d)", counted.value or f"{day}") or "holiday" in counted.rule:
        return plain
    march = f"{day.year}{_MARCH}"
    across = {s[:10] < march for s in (*shown, day.isoformat()) if s.startswith(str(day.year)) and len(s) > 9}
    return counted if counted.rule.startswith("partial") or len(across) == 1 else plain


def masked(record: _Record, documents: Iterable[Document]) -> _Record:
    """A record, and all within it, without the year that stands in for one that nobody says."""
    year = _year(documents)
    if year is None:
        return record
    return cast(_Record, _masked(record, re.compile(rf"(?<!\w){year}(?=-\d\d)")))


def _masked(value: Any, year: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return year.sub("XXXX", value)
    if isinstance(value, tuple):
        return tuple(_masked(v, year) for v in value)
    if isinstance(value, dict):
        return {key: _masked(v, year) for key, v in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return replace(value, **dict(_changes(value, year)))
    return value


def _changes(record: Any, year: re.Pattern[str]) -> Iterator[tuple[str, Any]]:
    """The fields of a record that hold the year, without it."""
    for field in dataclasses.fields(record):
        was = getattr(record, field.name)
        now = _masked(was, year)
        if now != was:
            yield field.name, now
