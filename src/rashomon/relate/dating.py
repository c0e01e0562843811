"""Documents in, the same documents out with the days on which each may have been published.

A day that the page states stands. Where none is, or several are, what the account says narrows it: it is not older than what
it reports as past, nor younger than what it awaits; "last month" is the month before; a report that came "earlier this week"
was also news in a dated account. Each of these is a constraint with its words and its reason, and only together do they
make an interval; constraints that contradict one another are dropped, and what stays open is None.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from rashomon.model import Annotations, Document, Published, Span, Timex
from rashomon.relate import yearless
from rashomon.relate.anchors import Said, event_window
from rashomon.relate.constraints import Constraint, awaited, dateline, lead_of, months, placed_of, reported
from rashomon.text import days

_WORKS = frozenset(
    {
        "report",
        "investigation",
        "documentary",
        "exposé",
        "expose",
        "interview",
        "article",
        "footage",
        "broadcast",
        "programme",
        "study",
    }
)
_REVEALED = frozenset(
    {
        "reveal",
        "report",
        "publish",
        "disclose",
        "expose",
        "broadcast",
        "air",
        "release",
        "uncover",
        "interview",
        "conduct",
        "announce",
    }
)


def date_all(documents: Sequence[Document], annotations: Sequence[Annotations]) -> tuple[Document, ...]:
    """Each document with its publication narrowed as far as the accounts together allow.

    Where none is dated, those whose pages state a day without a year are dated by it, as `yearless` has it.
    """
    narrowed = _all(documents, annotations)
    placed = yearless.placed(documents, narrowed, annotations)
    return yearless.unmixed(_all(placed, annotations)) if placed else narrowed


def _all(documents: Sequence[Document], annotations: Sequence[Annotations]) -> tuple[Document, ...]:
    return tuple(
        _narrowed(document, _constraints(document, found, documents, annotations))
        for document, found in zip(documents, annotations, strict=True)
    )


def _narrowed(document: Document, constraints: Sequence[Constraint]) -> Document:
    published = document.published
    first, last = days.parsed(published.earliest), days.parsed(published.latest)
    if first and first == last:
        return document
    kept: list[Constraint] = []
    for constraint in constraints:
        low = max(filter(None, (first, constraint.first)), default=None)
        high = min(filter(None, (last, constraint.last)), default=None)
        if (low and high and low > high) or (low, high) == (first, last):
            continue
        first, last = low, high
        kept.append(constraint)
    if not kept:
        return document
    reasons = [published.why] if published.earliest or published.latest else []
    return replace(
        document,
        published=Published(
            value=_value(first, last),
            earliest=first.isoformat() if first else None,
            latest=last.isoformat() if last else None,
            evidence=tuple(sorted({*published.evidence, *(s for c in kept for s in c.spans)})),
            why="; ".join([*reasons, *(c.why for c in kept)]),
        ),
    )


def _value(first: date | None, last: date | None) -> str | None:
    """An EDTF value: a day, a month or an interval; None where an end is open."""
    if not first or not last:
        return None
    return days.named(first, last) or f"{first}/{last}"


def _constraints(
    document: Document, found: Annotations, documents: Sequence[Document], annotations: Sequence[Annotations]
) -> list[Constraint]:
    """What narrows a document's date, the surest first."""
    others = [(d, a) for d, a in zip(documents, annotations, strict=True) if d.id != document.id]
    window = event_window(documents, document)
    said = Said(found)
    own = [t for t in found.times if not said.quoted(t)]
    if window and any(
        b[0].year > window[1].year for t in own if t.rule == "date" and t.tense == "past" and (b := days.bounds(t.value))
    ):
        window = None  # it looks back on a later year: not written with the others
    placed = [(t, b) for t in own if (b := placed_of(t, window))]
    return [
        *dateline(document, window),
        *awaited(document, placed),
        *reported(document, placed),
        *months(document, own, placed),
        *_news(document, found, own, others),
    ]


def _news(
    document: Document, found: Annotations, own: Sequence[Timex], others: Sequence[tuple[Document, Annotations]]
) -> Iterator[Constraint]:
    """A report that came "earlier this week" or "on Monday", and that a dated account leads with as its news.

    That account is from the week of the report, or at most three days after it: of an older one it would say so.
    """
    for timex in own:
        if not timex.rule.startswith(("shift:W:0", "shift:D:", "weekday")) or timex.tense != "past":
            continue
        sentence = _sentence(document, timex.span)
        for name in _reporters(document, found, sentence):
            for other, theirs in others:
                told = _leads(other, theirs, name)
                day = days.parsed(other.published.earliest)
                if not told or not day or other.published.latest != other.published.earliest:
                    continue
                first = min(day - timedelta(days=3), day - timedelta(days=day.weekday()))
                yield _within(
                    timex, first, day, (timex.span, told), f"{name}'s report, which {other.name} of {day} has as its news"
                )


def _within(timex: Timex, first: date, last: date, spans: tuple[Span, ...], report: str) -> Constraint:
    """The weeks (or, of a day, the six days after) that the report's days allow."""
    if timex.rule.startswith("shift:W"):
        low, high = first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())
    else:
        low, high = first, last + timedelta(days=6)
    return Constraint(first=low, last=high, spans=spans, why=f'"{timex.span.text}" is when it has {report} ({first} to {last})')


def _sentence(document: Document, span: Span) -> tuple[int, int]:
    """The line around a span, cut at full stops: near enough to a sentence."""
    text = document.text
    start = max(text.rfind("\n", 0, span.start), text.rfind(". ", 0, span.start)) + 1
    ends = [e for e in (text.find("\n", span.end), text.find(". ", span.end)) if e >= 0]
    return start, min(ends, default=len(text))


def _reporters(document: Document, found: Annotations, place: tuple[int, int]) -> list[str]:
    """Organisations named in a stretch that speaks of a report and of revealing."""
    words = {
        w.strip(".,;:\"“”'’()").lower() for w in chain.from_iterable(p.split("-") for p in document.text[slice(*place)].split())
    }
    if not words & _WORKS or not any(_stem(w) for w in words):
        return []
    low, high = (bisect_left(found.mentions, at, key=lambda m: m.span.start) for at in place)
    return sorted({m.span.text for m in found.mentions[low:high] if m.kind == "organisation" and m.form == "name"})


def _stem(word: str) -> bool:
    return any(word in (v, v + "s", v + "d", v + "ed", v.rstrip("e") + "ing") for v in _REVEALED)


def _leads(document: Document, found: Annotations, name: str) -> Span | None:
    """Where an account says, among its first paragraphs, that this organisation reported."""
    lead = lead_of(document)
    for mention in found.mentions:
        leads = mention.span.text == name and any(b.start <= mention.span.start < b.end for b in lead)
        if leads and name in _reporters(document, found, _sentence(document, mention.span)):
            return mention.span
    return None
