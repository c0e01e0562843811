"""An answer in, the days and the hour at which it was published out; of answers of one day, which were before the others.

The hour is that of the clock in the line by which the page dates itself, the last of them where it was changed on that day: the
page as it is read says what was known then. On a page of posts it is the stamp above. A clock with its zone orders nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.model import Answer, Document, Lineage, Span
from rashomon.settle.retold import akin, retold
from rashomon.text import dates, days

_LONG = 160  # code points of a line that stamps a page
_TOLD = frozenset({"paragraph", "quote", "caption", "dateline"})
_ZONE = re.compile(r"\b(?:GMT|UTC|[A-Z]{1,3}[SD]?T)\b|:\d\d(?:Z| ?[+-]\d\d:?\d\d)\b")
_AGO = re.compile(r"\bago\b", re.I)
_NUMBERS = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}")
_CLOCK = re.compile(
    r"(?<![\d.,:])(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?!\d)(?: ?(?P<half>[ap])\.?m\b)?"
    r"|(?<![\d.,:])(?P<h2>1?\d)(?:\.(?P<m2>[0-5]\d))? ?(?P<half2>[ap])\.?m\b"
    r"|(?:(?<=\d )|(?<=\d, )|(?<=# )|(?<=#, ))(?P<h3>[012]\d)\.(?P<m3>[0-5]\d)(?![\d.])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """The ISO days between which something was published, None where open, and the hour ("15:12") where the page says it."""

    first: str | None
    last: str | None
    hour: str | None = None

    @property
    def at(self) -> str:
        """What sorts the moments of one day, those without an hour behind all others."""
        return self.hour or "~"


def told(answer: Answer, documents: Mapping[str, Document]) -> Moment:
    """When an answer was published."""
    return _moment(documents[answer.document], answer.claim.span.start)


def in_turn(
    early: Sequence[Answer], late: Sequence[Answer], documents: Mapping[str, Document], lineage: Lineage
) -> tuple[str, str] | None:
    """When, on one day, the last of some answers was published, and when the first of others; None where not all pages say the
    hour, or the ones were not before the others. A page that copies says nothing new: its hour may be that of its kin.
    """
    since = [told(a, documents).hour for a in late]
    until = [_anew(a, documents, lineage) for a in early] if since and None not in since else []
    if not until or None in until:
        return None
    last, first = max(filter(None, until)), min(filter(None, since))
    return (last, first) if last < first else None


def _anew(answer: Answer, documents: Mapping[str, Document], lineage: Lineage) -> str | None:
    """The hour of an answer; where its page says none, the first at which one of that day was out that it has to do with."""
    own, known = told(answer, documents), retold(lineage)
    if own.hour:
        return own.hour
    others = ((d, _moment(d, len(d.text))) for d in documents.values() if d.id != answer.document)
    kin = (m.hour for d, m in others if m.hour and m.last == own.last and akin(known, answer.document, d.id))
    return min(kin, default=None)


def _moment(document: Document, at: int) -> Moment:
    """When what stands at an offset of a document was published."""
    published = document.published
    if not published.earliest or published.earliest != published.latest:
        return Moment(published.earliest, published.latest)
    above = [span for span in sorted(published.evidence, reverse=True) if span.start < at]
    stamps = [_read(_day(span.text, published.earliest), line) for span in above if (line := _line(document, span))]
    timed = (s for s in stamps if s.hour and s.first == stamps[0].first)
    return next(timed, stamps[0] if stamps else Moment(published.earliest, published.latest))


def _line(document: Document, span: Span) -> str | None:
    """The line in which some words stand, if it is as short as a stamp."""
    start = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.end)
    line = document.text[start : end if end >= 0 else None]
    role = next((b.role for b in document.blocks if b.start <= span.start < b.end), None)
    return line if len(line) <= _LONG and role not in _TOLD else None


@lru_cache(maxsize=20_000)
def _day(words: str, published: str) -> str:
    """The day that a stamp says, without a year that of publication."""
    told = next((e.value[:10] for e in dates.find(words) if e.value and e.rule.startswith(("date", "partial"))), "")
    day = told.replace("XXXX", published[:4])
    return day if days.parsed(day) else published


@lru_cache(maxsize=20_000)
def _read(day: str, words: str) -> Moment:
    """A day with the last hour that its line says of it."""
    told = [(e.value or "")[:10] for e in dates.find(words) if e.rule.startswith(("date", "partial"))]
    later = any(days.parsed(d) and d > day for d in (t.replace("XXXX", day[:4]) for t in told))
    unknown = later or _ZONE.search(words) or _AGO.search(words)
    return Moment(day, day, None if unknown else max(_hours(words), default=None))


def _hours(words: str) -> Iterator[str]:
    """The clocks of a line ("15:12"), however they are written."""
    for found in _CLOCK.finditer(_NUMBERS.sub("#", words)):
        hour = int(found["h"] or found["h2"] or found["h3"])
        half = (found["half"] or found["half2"] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + 12 * (half == "p")
        if hour < 24:
            yield f"{hour:02d}:{found['m'] or found['m2'] or found['m3'] or '00'}"
