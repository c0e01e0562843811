"""A document in, the days that its times are counted from out: publication, the other accounts, the day something was spoken."""

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rashomon.model import Annotations, Document, Timex
from rashomon.text import days

LOOK = 20  # how many records back something is looked for
_CUE = 40  # code points from a cue to the date of speaking
_BESIDE = 15  # code points from a cue to a time that goes with it and not with what was said


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The days from which something is counted, None where open, and what they are in words."""

    first: date | None = None
    last: date | None = None
    name: str | None = None


NOWHERE = Anchor()
PUBLISHED = "publication date of this account"
QUOTED = "week before this account was published, when this was said"
_WEEK = timedelta(days=6)


def publication(document: Document) -> Anchor:
    """When the document was published, as an anchor."""
    first, last = days.parsed(document.published.earliest), days.parsed(document.published.latest)
    return Anchor(first=first, last=last, name=PUBLISHED) if first or last else NOWHERE


def event_window(documents: Sequence[Document], without: Document) -> days.Days | None:
    """The days in which the dated accounts of the event, but for one, came out; None where they lie over half a year apart."""
    firsts, lasts = _ends(_Same(documents))
    first = next((day for day, key in firsts if key != without.id), None)
    last = next((day for day, key in lasts if key != without.id), None)
    return (first, last) if first and last and (last - first).days <= 183 else None


class _Same:
    """Documents by identity: asked for each of them, they are gone through once."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents

    def __hash__(self) -> int:
        return id(self.documents)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.documents is other.documents


Ends = list[tuple[date, str]]


@lru_cache(maxsize=2)
def _ends(same: _Same) -> tuple[Ends, Ends]:
    """The two earliest first days and the two latest last days of dated accounts, each with the account's id."""
    known = {(a.first, a.last, d.id) for d in same.documents if (a := publication(d)).first and a.last}
    firsts = heapq.nsmallest(2, ((first, key) for first, _, key in known if first))
    return firsts, heapq.nlargest(2, ((last, key) for _, last, key in known if last))


def in_event(value: str, mod: str | None, window: days.Days) -> str | None:
    """A value without a year, in the year nearest the accounts of the event; None when only the future would have it."""
    middle = window[0] + (window[1] - window[0]) / 2
    nearest = days.nearest_occurrence(value, middle)
    bounds = days.bounds(nearest, mod)
    return nearest if bounds and bounds[0] <= window[1] else None


class Said:
    """The quotations of a document, and on which day each was spoken as far as its sentence says."""

    def __init__(self, found: Annotations) -> None:
        self.times = found.times
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in sorted(q.span for q in found.quotations if q.kind in ("speech", "block")):
            if self.ends and span.start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], span.end)
            else:
                self.starts.append(span.start)
                self.ends.append(span.end)
        spoken = [(c, a.cue, a.content) for a in found.attributions if a.cue and a.manner != "indirect" for c in a.content]
        self.contents = sorted(spoken, key=lambda s: (s[0], s[1]))
        self.cued = {(a.cue.start, a.cue.end): (a.cue, a.content) for a in found.attributions if a.cue}
        self.cues = sorted(self.cued)
        self.begins = [content.start for content, _, _ in self.contents]

    def quoted(self, timex: Timex) -> bool:
        place = bisect_right(self.starts, timex.span.start) - 1
        return place >= 0 and timex.span.end <= self.ends[place]

    def together(self, left: Timex, right: Timex) -> bool:
        """Whether two times stand in one quotation."""
        place = bisect_right(self.starts, left.span.start) - 1
        return place >= 0 and self.starts[place] <= right.span.start and right.span.end <= self.ends[place]

    def speaking(self, timex: Timex) -> bool:
        """Whether it dates a saying ("said on Monday"): it stands by a cue, outside what was said."""
        low, high = (bisect_left(self.cues, (timex.span.start + by, 0)) for by in (-_CUE, _CUE))
        for at, end in self.cues[low:high]:
            cue, contents = self.cued[at, end]
            gap = max(timex.span.start - cue.end, cue.start - timex.span.end)
            if gap <= _BESIDE and not any(c.overlap(timex.span) for c in contents):
                return True
        return False

    def undated(self, published: Anchor) -> Anchor:
        """When a quotation was spoken that has no date: at the latest when it was published, and not long before."""
        if not published.first or not published.last:
            return NOWHERE
        return Anchor(first=published.first - _WEEK, last=published.last, name=QUOTED)

    def anchor(self, timex: Timex, done: dict[str, Timex]) -> Anchor:
        place = bisect_right(self.begins, timex.span.start)
        for content, cue, contents in reversed(self.contents[max(0, place - LOOK) : place]):
            if not content.overlap(timex.span):
                continue
            for other in near(self.times, cue.end, _CUE):
                known = done.get(other.id)
                outside = not any(c.overlap(other.span) for c in contents)
                if outside and known and known.earliest and known.earliest == known.latest:
                    day = days.parsed(known.earliest)
                    return Anchor(first=day, last=day, name=f"{other.span.text} ({known.earliest}), when it was said")
        return NOWHERE


def near(times: Sequence[Timex], place: int, distance: int) -> list[Timex]:
    """The times that begin within so many code points of a place, nearest first; `times` in text order."""
    low = bisect_left(times, place - distance, key=lambda t: t.span.start)
    high = bisect_right(times, place + distance, key=lambda t: t.span.start)
    return sorted(times[low:high], key=lambda t: (abs(t.span.start - place), t.span.start))
