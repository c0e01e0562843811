"""Claims with resolved times in, a timeline out: what is said to have happened when, and when what was said.

A claim stands under the time that its own clause gives; a date of the speaking ("said on Monday") makes an entry of what
was said. Claims of one day, or of a day within another's month, are one happening when they are alike in words. Entries
that give one event different days are in conflict.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.model import Claim, Document, Happening, Point, Timex
from rashomon.text import days, sentences

_SHOWN = 120  # code points of a claim's words in an entry
_SEEN = 20  # claims of an entry that a further one is compared with
_ALIKE = 0.34  # of the content words of the shorter claim, besides those of time
_SAME = 0.5  # the same for a conflict: the events have to be one


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A claim under one time; `spoken`: the time is that of the speaking."""

    claim: Claim
    time: Timex
    words: frozenset[str]
    spoken: bool = False

    @property
    def place(self) -> tuple[str, str, str]:
        return self.time.earliest or "", self.time.latest or "", self.claim.id


def timeline(
    documents: Sequence[Document], claims: Sequence[Claim], times: Mapping[str, Timex], points: Sequence[Point]
) -> tuple[Happening, ...]:
    """The entries in the order of their days. `times` by id."""
    dated = sorted([*_events(claims, times), *_speeches(documents, claims, times)], key=lambda d: d.place)
    groups = _grouped(dated, points)
    ids = [f"h.{min(d.claim.id for d in g)}{'.said' if g[0].spoken else ''}" for g in groups]
    clashes = _clashes(groups, points)
    entries = [_happening(group, ids[i], tuple(sorted(ids[j] for j in clashes.get(i, ())))) for i, group in enumerate(groups)]
    return tuple(sorted(entries, key=lambda h: (h.earliest or h.latest or "", h.latest or "", h.id)))


def _usable(time: Timex) -> bool:
    """Whether it puts something in time: a date, or a length that reaches from one; "now" and "earlier" do not."""
    if not (time.earliest or time.latest):
        return False
    if time.value == "PAST_REF":
        return " " in time.span.text and "recent" in time.span.text.lower()
    return time.value != "PRESENT_REF" and time.type != "SET" and (time.earliest is not None or time.rule == "event")


def _events(claims: Sequence[Claim], times: Mapping[str, Timex]) -> Iterator[Dated]:
    for claim in claims:
        if claim.negated or claim.polarity == "denied":
            continue
        own = [times[t] for t in claim.times if t in times and _usable(times[t])]
        places = [a.span for a in claim.arguments if a.role == "time"]
        # the time of the claim's own verb comes before one within a relative clause
        own.sort(key=lambda t: (not any(p.overlap(t.span) for p in places), t.span.start))
        if own:
            yield Dated(claim=claim, time=own[0], words=_words(claim, times))


def _speeches(documents: Sequence[Document], claims: Sequence[Claim], times: Mapping[str, Timex]) -> Iterator[Dated]:
    """What is said in a sentence that dates the saying, outside the words said."""
    inside = {t for claim in claims for t in claim.times}
    for document in documents:
        loose = [t for t in times.values() if t.span.document == document.id and t.id not in inside and _usable(t)]
        spoken = [c for c in claims if c.span.document == document.id and len(c.chain) > 1]
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


def _grouped(dated: Sequence[Dated], points: Sequence[Point]) -> list[list[Dated]]:
    """Happenings: a claim joins the first group whose days its own lie in (or the other way) and that it is like, in words
    or as the answer to the same question; what was said on the same days is one entry.
    """
    asked: dict[str, set[str]] = {}
    for point in points:
        for member in point.claims:
            asked.setdefault(member.claim, set()).add(point.id)
    groups: list[list[Dated]] = []
    homes: dict[str, set[int]] = {}
    for one in dated:
        keys = _keys(one, asked)
        near = sorted({i for key in keys for i in homes.get(key, ())})
        home = next((i for i in near if one.spoken or _one_event(groups[i], one, asked)), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        for key in keys:
            homes.setdefault(key, set()).add(home)
    return groups


def _keys(one: Dated, asked: Mapping[str, set[str]]) -> list[str]:
    """Under which its like would stand: its words and questions, in each month that it may fall in."""
    if one.spoken:
        return [f"said {one.place[:2]}"]
    bounds = _bounds(one.time)
    if not bounds or (bounds[1] - bounds[0]).days > 31:
        return []
    months = {bounds[0].isoformat()[:7], bounds[1].isoformat()[:7]}
    return sorted(f"{key} {month}" for key in (*one.words, *asked.get(one.claim.id, ())) for month in months)


def _one_event(group: Sequence[Dated], one: Dated, asked: Mapping[str, set[str]]) -> bool:
    group = group[:_SEEN]
    if not all(_nested(g, one) for g in group):
        return False
    own = asked.get(one.claim.id, set())
    return any(_alike(g, one, _ALIKE) or (own & asked.get(g.claim.id, set()) and g.words & one.words) for g in group)


def _nested(left: Dated, right: Dated) -> bool:
    """Whether one's days lie within the other's, and both are closed; the wider is no longer than a month."""
    a, b = _bounds(left.time), _bounds(right.time)
    if not a or not b:
        return False
    within = (a[0] >= b[0] and a[1] <= b[1]) or (b[0] >= a[0] and b[1] <= a[1])
    return within and max((a[1] - a[0]).days, (b[1] - b[0]).days) <= 31


def _alike(left: Dated, right: Dated, least: float) -> bool:
    shared, size = len(left.words & right.words), min(len(left.words), len(right.words))
    if left.claim.predicate and left.claim.predicate == right.claim.predicate:
        shared += 1
    return shared >= 2 and shared / max(1, size) >= least


def _bounds(time: Timex) -> days.Days | None:
    first, last = days.parsed(time.earliest), days.parsed(time.latest)
    return (first, last) if first and last else None


def _clashes(groups: Sequence[Sequence[Dated]], points: Sequence[Point]) -> dict[int, set[int]]:
    """Pairs of happenings that share a point and are one event by its verb and words, on days that exclude one another."""
    group_of = {d.claim.id: i for i, group in enumerate(groups) for d in group if not d.spoken}
    found: dict[int, set[int]] = {}
    for point in points:
        members = sorted({group_of[m.claim] for m in point.claims if m.claim in group_of})
        for left, right in combinations(members[:100], 2):
            if _disjoint(groups[left], groups[right]):
                found.setdefault(left, set()).add(right)
                found.setdefault(right, set()).add(left)
    return found


def _disjoint(left: Sequence[Dated], right: Sequence[Dated]) -> bool:
    for a in left:
        for b in right:
            x, y = _bounds(a.time), _bounds(b.time)
            same = a.claim.predicate == b.claim.predicate and _alike(a, b, _SAME)
            if x and y and same and days.gap(x, y) > 0:
                return True
    return False


def _happening(group: Sequence[Dated], name: str, conflicts: tuple[str, ...]) -> Happening:
    """One entry, with the closest days that its claims give."""
    first = max((d.time.earliest for d in group if d.time.earliest), default=None)
    last = min((d.time.latest for d in group if d.time.latest), default=None)
    closest = min(group, key=lambda d: (_length(d.time), d.claim.id))
    claim = closest.claim
    text = (
        claim.span.text
        if not closest.spoken
        else ", ".join(dict.fromkeys(d.claim.chain[0].name for d in group)) + f": {claim.span.text}"
    )
    return Happening(
        id=name,
        earliest=first,
        latest=last,
        precision=_precision(closest.time),
        text=_short(text),
        claims=tuple(sorted({d.claim.id for d in group})),
        conflicts=conflicts,
    )


def _length(time: Timex) -> int:
    bounds = _bounds(time)
    return (bounds[1] - bounds[0]).days if bounds else 10**6


def _precision(time: Timex) -> str:
    """minute, part of a day, day, week, month, year, interval or bound."""
    bounds, value = _bounds(time), time.value or ""
    if not bounds:
        return "bound"
    if time.type == "TIME" and time.earliest and value.startswith(time.earliest):
        return "minute" if value[11:13].isdigit() else "part of a day"
    size = (bounds[1] - bounds[0]).days
    if time.type == "DURATION" or not value:
        return "interval"
    return (
        "day"
        if size == 0
        else "days"
        if size < 6
        else "week"
        if size == 6
        else "month"
        if size <= 31
        else "year"
        if size < 366
        else "years"
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
