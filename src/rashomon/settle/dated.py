"""Claims with resolved times in, each under the time that its clause gives out; and what was said, under that of the saying."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.meaning import happened
from rashomon.model import Claim, Document, Timex
from rashomon.text import days, sentences

_AND = 6  # code points of " and " between two claims with one subject
_JOINED = re.compile(r"\s?(?:to|and|until|till|through|[-–—])\s?(?:the\s)?")
_NOW = re.compile(r"\b(?:is|are)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A claim under one time; `spoken`: the time is that of the speaking; `unit`: the claim whose time it shares, else itself."""

    claim: Claim
    time: Timex
    words: frozenset[str]
    spoken: bool = False
    unit: str = ""

    @property
    def place(self) -> tuple[str, str, str]:
        return self.time.earliest or "", self.time.latest or "", self.claim.id


def _usable(time: Timex) -> bool:
    """Whether it puts something in time: a date, or a length that reaches from one; "now" and "earlier" do not."""
    if not (time.earliest or time.latest):
        return False
    if time.value == "PAST_REF":
        return " " in time.span.text and "recent" in time.span.text.lower()
    return time.value != "PRESENT_REF" and time.type != "SET" and (time.earliest is not None or time.rule == "event")


def events(claims: Sequence[Claim], times: Mapping[str, Timex]) -> Iterator[Dated]:
    """What is said to have happened, each claim under the time of its own verb before one within a relative clause."""
    shared = _shared(claims, times)
    for claim in claims:
        if claim.negated or claim.polarity == "denied":
            continue
        own = [times[t] for t in claim.times if t in times and _usable(times[t])]
        places = [a.span for a in claim.arguments if a.role == "time"]
        # the time of the claim's own verb comes before one within a relative clause
        own.sort(key=lambda t: (not any(p.overlap(t.span) for p in places), t.span.start))
        if own:
            first = _reach(claim, own)
            yield Dated(claim=claim, time=first, words=_words(claim, times), unit=claim.id)
            for time in _further(claim, first, own):
                yield Dated(claim=claim, time=time, words=_words(claim, times), unit=f"{claim.id} {time.id}")
        elif claim.id in shared:
            time, unit = shared[claim.id]
            yield Dated(claim=claim, time=time, words=_words(claim, times), unit=unit)


def _further(claim: Claim, first: Timex, own: Sequence[Timex]) -> Iterator[Timex]:
    """Times of something else that a claim tells of by the way: "revealed details of the deal that was made in May"."""
    of = happened.by_the_day()
    told = happened.what(claim, first, of)
    for time in own:
        deed = happened.what(claim, time, of) if time.id != first.id and _excludes(first, time) else None
        if deed and not deed.bare and (told is None or told.bare or deed.kind != told.kind):
            yield time


def _excludes(left: Timex, right: Timex) -> bool:
    x, y = (days.between(t.earliest, t.latest) for t in (left, right))
    return x is not None and y is not None and days.gap(x, y) > 0


def _reach(claim: Claim, own: Sequence[Timex]) -> Timex:
    """The claim's time, or with the one that it is joined to ("from … to …") the interval from the one to the other."""
    first = own[0]
    for second in own[1:]:
        low, high = (first, second) if first.span.start < second.span.start else (second, first)
        between = claim.span.text[low.span.end - claim.span.start : high.span.start - claim.span.start]
        before = claim.span.text[: low.span.start - claim.span.start].lower().rstrip()
        joined = _JOINED.fullmatch(between) and (between.strip() != "and" or before.endswith("between"))
        if joined and low.earliest and high.latest and low.earliest <= high.latest and "DURATION" not in (low.type, high.type):
            return replace(low, type="DATE", value=f"{low.earliest}/{high.latest}", latest=high.latest)
    return first


def _shared(claims: Sequence[Claim], times: Mapping[str, Timex]) -> dict[str, tuple[Timex, str]]:
    """The time at the end of "they took the town and declared a state in 2014" is that of both claims, by id.

    What is so now is not of the past.
    """
    ordered = sorted(claims, key=lambda c: (c.span.document, c.span.start, c.span.end, c.id))
    found: dict[str, tuple[Timex, str]] = {}
    for left, right in pairwise(ordered):
        near = left.span.document == right.span.document and 0 < right.span.start - left.span.end <= _AND
        last = [times[t] for t in right.times if t in times and times[t].span.end == right.span.end and _usable(times[t])]
        subject = any(a.role == "agent" and a.span.start >= right.span.start for a in right.arguments)
        alone = not left.times and not subject and left.chain == right.chain
        if near and last and alone and not _NOW.search(left.span.text) and not left.span.text.endswith("."):
            found[left.id] = last[0], right.id
    return found


def speeches(documents: Sequence[Document], claims: Sequence[Claim], times: Mapping[str, Timex]) -> Iterator[Dated]:
    """What is said in a sentence that dates the saying, outside the words said."""
    inside = {t for claim in claims for t in claim.times}
    outside: dict[str, list[Timex]] = defaultdict(list)
    for time in times.values():
        if time.id not in inside and _usable(time):
            outside[time.span.document].append(time)
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if len(claim.chain) > 1:
            said[claim.span.document].append(claim)
    for document in documents:
        loose, spoken = outside.get(document.id), said.get(document.id)
        if not loose or not spoken:
            continue
        starts = [start for block in document.blocks for start, _ in sentences.split(document.text, block.start, block.end)]
        by_sentence: dict[int, list[Claim]] = {}
        for claim in spoken:
            by_sentence.setdefault(bisect_right(starts, claim.span.start), []).append(claim)
        for time in loose:
            for claim in by_sentence.get(bisect_right(starts, time.span.start), []):
                yield Dated(claim=claim, time=time, words=_words(claim, times), spoken=True)


def _words(claim: Claim, times: Mapping[str, Timex]) -> frozenset[str]:
    timed = {w for t in claim.times if t in times for w in times[t].span.text.lower().split()}
    return frozenset(claim.words) - timed
