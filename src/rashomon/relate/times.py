"""A dated document's time expressions in, the same resolved to days out.

What is counted from the day of speaking is counted from publication, inside a quotation from the day the text says it was
spoken. Publication may be an interval: a value is given when every day of it leads to the same one, else only its bounds.
A text that tells of years long before it was written takes the year of a date without one from the date before it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.model import Annotations, Document, Timex
from rashomon.relate import chained, choices, reckoned, yearless
from rashomon.relate.anchors import NOWHERE, Anchor, Said, event_window, publication
from rashomon.text import days
from rashomon.text.edtf import edtf

_COARSE = ("shift:Y", "shift:DE", "shift:CE", "shift:M", "shift:Q")
_TOLD = 3  # years named in a text that tells of the past


def resolve(document: Document, found: Annotations, others: Sequence[Document]) -> tuple[Timex, ...]:
    """The document's times with value, bounds, anchor and why; `others` are all accounts of the event, themselves dated."""
    published, event = publication(document), event_window(others, document)
    counted = _resolved(document, found, published, event)
    day = published.first or published.last
    day = day if yearless.stands_in(day) else event[0] if event else None
    if day is None or not yearless.stands_in(day):
        return counted
    plain = _resolved(document, found, NOWHERE, None)
    return tuple(yearless.kept(c, p, day) for c, p in zip(counted, plain, strict=True))


def _resolved(document: Document, found: Annotations, published: Anchor, event: days.Days | None) -> tuple[Timex, ...]:
    reading = _Reading(document, found, published, event)
    for timex in sorted(found.times, key=reading.said.quoted):  # the day of speaking stands outside the quotation
        reading.done[timex.id] = reading.resolved(timex, timex.rule)
    done = reading.done
    done.update({t.id: chained.attached(t, found.times, done, document, published) for t in found.times})
    done.update({t.id: chained.ordered(done[t.id], found.times, done, document) for t in found.times})
    done.update({t.id: reading.as_outside(done[t.id]) for t in found.times})
    return tuple(_with_edtf(chained.beside(done[t.id], found.times, done, document)) for t in found.times)


class _Reading:
    """One document while it is read: what its times may be counted from, and those that are done."""

    def __init__(self, document: Document, found: Annotations, published: Anchor, event: days.Days | None) -> None:
        self.document, self.times, self.published, self.event = document, found.times, published, event
        self.said = Said(found)
        self.done: dict[str, Timex] = {}
        self.order = choices.order(found.times)
        self.past = _tells_of_the_past(found.times, published)
        self.year: Anchor = NOWHERE

    def resolved(self, timex: Timex, rule: str) -> Timex:
        """By its rule; of a rule within another, the inner one first."""
        outer, slash, inner = rule.partition("/")
        if slash:
            return chained.part_of(timex, self.resolved(replace(timex, rule=inner), inner), outer)
        name, _, rest = rule.partition(":")
        found = self._by_rule(timex, name, rest.split(":") if rest else [])
        self._remember(found)
        return found

    def _by_rule(self, timex: Timex, name: str, arguments: list[str]) -> Timex:
        published, anchor = self.published, self._anchor(timex)
        if name == "shift" and self._told_on(timex, arguments):
            name = "from"
        if name in ("weekday", "monthday", "weekend", "shift", "steps"):
            return self._counted(timex, name, arguments, self._loose(timex, anchor))
        if name in ("from", "onsteps", "fromhours"):
            return self._chained(timex, name, arguments)
        yearly = published if anchor is NOWHERE else anchor
        plain: Mapping[str, Timex | None] = {
            "date": reckoned.bounded(timex, timex.value, None, "the text gives it whole") if name == "date" else None,
            "impossible": replace(timex, why="there is no such day"),
        }
        if (known := plain.get(name)) is not None:
            return known
        if name == "open":
            return choices.chosen(timex, self.order, yearly)
        if name == "partial":
            return self._partial(timex, arguments, yearly)
        if name == "holiday":
            return reckoned.holiday(timex, arguments, yearly, self.event)
        if name == "fiscal":
            return reckoned.fiscal(timex, arguments, yearly)
        if name == "hours":
            return reckoned.hours(timex, arguments, anchor)
        if name == "span":
            return reckoned.length(timex, arguments, anchor)
        if name == "duration" and timex.tense != "past" and self._after(timex, ("in ", "within ")):
            return reckoned.ahead(timex, anchor)
        return _vague(timex, published) if name == "vague" else timex

    def _told_on(self, timex: Timex, arguments: list[str]) -> bool:
        """Whether "the end of the month" or "next morning" goes on from what was told, in a text that tells of the past."""
        low = timex.span.text.lower()
        if low.startswith("next ") and arguments[0] == "D":
            return timex.tense == "past" and chained.before(timex, self.times, self.done, self.document, self.said) is not None
        return self.past and arguments[1] == "0" and arguments[0] in ("W", "M", "Y") and "this" not in low

    def _anchor(self, timex: Timex) -> Anchor:
        """Publication; inside a quotation the day on which the text says that it was spoken, NOWHERE where it does not."""
        return self.said.anchor(timex, self.done) if self.said.quoted(timex) else self.published

    def _loose(self, timex: Timex, anchor: Anchor) -> Anchor:
        """For a month or a year, a quotation without a date was spoken about when it was published."""
        return self.said.undated(self.published) if anchor is NOWHERE and timex.rule.startswith(_COARSE) else anchor

    def _counted(self, timex: Timex, name: str, arguments: list[str], anchor: Anchor) -> Timex:
        published = self.published
        if name == "weekday":
            return reckoned.weekday(timex, arguments, anchor, published)
        if name == "monthday":
            return reckoned.counted(timex, anchor, published, lambda day: reckoned.month_day(timex, arguments, day))
        if name == "weekend":
            return reckoned.counted(timex, anchor, published, lambda day: reckoned.weekend(timex, day))
        reckon = reckoned.shift if name == "shift" else reckoned.steps
        return reckoned.counted(timex, anchor, published, lambda day: reckon(day, arguments))

    def _chained(self, timex: Timex, name: str, arguments: list[str]) -> Timex:
        base = chained.before(timex, self.times, self.done, self.document, self.said)
        if name == "from":
            return chained.follows(timex, arguments, base, self.published)
        return chained.steps_on(timex, arguments, base) if name == "onsteps" else chained.hours_on(timex, base)

    def _partial(self, timex: Timex, arguments: list[str], anchor: Anchor) -> Timex:
        """In a text that tells of the past, the year is that of the date before."""
        if self.year.first and self.past and not any(arguments):
            value = (timex.value or "").replace("XXXX", f"{self.year.first.year:04d}")
            if days.bounds(value):
                return reckoned.bounded(timex, value, self.year.name, f"the year of {self.year.name}")
        return reckoned.partial(timex, arguments, anchor, self.event)

    def as_outside(self, timex: Timex) -> Timex:
        """A weekday in a quotation of an unknown day is the one of that name that the account dates outside, where it is past."""
        if timex.rule.partition(":")[0] != "weekday" or timex.value or timex.tense != "past" or not self.said.quoted(timex):
            return timex
        named = next((t.value for t in self.times if t.id == timex.id), None) or ""
        same = {
            value: t.span.text
            for t in self.times
            if not self.said.quoted(t) and t.rule == timex.rule and (t.value or "")[:10] == named[:10]
            if (value := (self.done[t.id].value or "")[:10]) and days.bounds(value)
        }
        if len(same) != 1:
            return timex
        ((value, words),) = same.items()
        return reckoned.bounded(timex, value + named[10:], f"{words} (in the text)", "the account dates this weekday elsewhere")

    def _remember(self, timex: Timex) -> None:
        """The year last named, for the dates that follow."""
        first, last = days.parsed(timex.earliest), days.parsed(timex.latest)
        if timex.rule == "date" and first and last and first.year == last.year and not self.said.quoted(timex):
            self.year = Anchor(first=first, last=last, name=f"{timex.span.text} (in the text)")

    def _after(self, timex: Timex, words: tuple[str, ...]) -> bool:
        start = timex.span.start
        return self.document.text[max(0, start - 8) : start].lower().endswith(words)


def _tells_of_the_past(times: Sequence[Timex], published: Anchor) -> bool:
    """Whether most of the years named lie years before it was written; where that is not known, whether it names several."""
    years = [b[0].year for t in times if t.rule == "date" and (b := days.bounds(t.value)) and b[0].year == b[1].year]
    if len(years) < _TOLD:
        return False
    return published.first is None or 3 * sum(y < published.first.year - 1 for y in years) > 2 * len(years)


def _vague(timex: Timex, published: Anchor) -> Timex:
    if timex.value == "PAST_REF" and published.last:
        return replace(timex, latest=published.last.isoformat(), anchor=published.name, why="not after publication")
    if timex.value == "FUTURE_REF" and published.first and published.first == published.last:
        return replace(timex, anchor=published.name)
    return timex


def _with_edtf(timex: Timex) -> Timex:
    if timex.type not in ("DATE", "TIME") or (timex.value or "").endswith("_REF"):
        return timex
    return replace(timex, edtf=edtf(timex.value, timex.mod, timex.earliest, timex.latest, timex.readings))
