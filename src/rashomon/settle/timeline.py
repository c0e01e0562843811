"""Claims with resolved times in, a timeline out: what is said to have happened when, and when what was said.

A claim stands under the time that its own clause gives; a date of the speaking ("said on Monday") makes an entry of what was
said. "From 3 May to 9 May" is an interval. Claims of one day, or of a day within another's month, are one happening when they
are alike in words. Entries that give one event different days are in conflict; what an account dates by another event ("three
days later") comes after that.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import combinations

from rashomon.meaning.families import deeds, terms
from rashomon.model import Claim, Document, Happening, Point, Published, Timex
from rashomon.settle.dated import Dated, events, speeches
from rashomon.text import days
from rashomon.text.excerpts import cut_between_words

_SHOWN = 120  # code points of a claim's words in an entry
_SEEN = 20  # claims of an entry that a further one is compared with
_ALIKE = 0.34  # of the content words of the shorter claim, besides those of time
_WHEN = "when "  # before the id of a point that asks when something was
_WITHIN = " (in the text)"
_OF_ONE = 2  # families of words and other words that two claims share which tell of one deed
_SAME = 0.5  # the same for a conflict: the events have to be one


def timeline(
    documents: Sequence[Document], claims: Sequence[Claim], times: Mapping[str, Timex], points: Sequence[Point]
) -> tuple[Happening, ...]:
    """The entries in the order of their days. `times` by id."""
    # the closest first: a month lies with one of its days, and two of its days not with each other by way of it
    dated = sorted([*events(claims, times), *speeches(documents, claims, times)], key=lambda d: (_length(d.time), d.place))
    groups = _grouped(dated, points)
    ids = [_name(group) for group in groups]
    clashes = _clashes(groups, points)
    later = _after(groups, times)
    days_of = {d.id: d.published for d in documents}
    entries = [
        _happening(
            group,
            ids[i],
            conflicts=tuple(sorted(ids[j] for j in clashes.get(i, ()))),
            after=tuple(sorted(ids[j] for j in later.get(i, ()))),
            published=[days_of[d.claim.span.document] for d in group if d.claim.span.document in days_of],
        )
        for i, group in enumerate(groups)
    ]
    return tuple(sorted(entries, key=lambda h: (h.earliest or h.latest or "", h.latest or "", h.id)))


def _name(group: Sequence[Dated]) -> str:
    """An id made of that of the first claim; of what a claim tells by the way, also of that of its time."""
    first = min(group, key=lambda d: (d.claim.id, d.unit))
    by_the_way = f".{first.time.id.rpartition('.')[2]}" if first.unit.startswith(f"{first.claim.id} ") else ""
    return f"h.{first.claim.id}{by_the_way}{'.said' if first.spoken else ''}"


def _grouped(dated: Sequence[Dated], points: Sequence[Point]) -> list[list[Dated]]:
    """Happenings: a claim joins the first group whose days its own lie in (or the other way) and that it is like, in words, as
    the answer to the same question, or by a deed of one kind; what was said on the same days is one entry.
    """
    asked: dict[str, set[str]] = {}
    for point in points:
        for member in point.claims:
            asked.setdefault(member.claim, set()).add(f"{_WHEN}{point.id}" if point.kind == "when" else point.id)
    groups: list[list[Dated]] = []
    homes: dict[str, set[int]] = {}
    for one in dated:
        keys = _keys(one, asked)
        near = sorted({i for key in keys for i in homes.get(key, ())})
        home = next((i for i in near if one.spoken or _of_one(groups[i], one) or _one_event(groups[i], one, asked)), None)
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
        return [f"with {one.unit}"]
    months = {bounds[0].isoformat()[:7], bounds[1].isoformat()[:7]}
    asking = (*one.words, *asked.get(one.claim.id, ()), *deeds(one.claim))
    return [f"with {one.unit}", *sorted(f"{key} {month}" for key in asking for month in months)]


def _of_one(group: Sequence[Dated], one: Dated) -> bool:
    """Whether it shares the time of a claim of the group; none of them may be of other days."""
    near = [g for g in group[:_SEEN] if not g.spoken]
    return any(g.unit == one.unit for g in near) and not any(_excluded(g, one) for g in near)


def _excluded(left: Dated, right: Dated) -> bool:
    x, y = _bounds(left.time), _bounds(right.time)
    return x is not None and y is not None and days.gap(x, y) > 0


def _one_event(group: Sequence[Dated], one: Dated, asked: Mapping[str, set[str]]) -> bool:
    group = group[:_SEEN]
    if not all(_nested(g, one) for g in group):
        return False
    own = asked.get(one.claim.id, set())
    shared = [(g, own & asked.get(g.claim.id, set())) for g in group]
    return any(
        _alike(g, one, _ALIKE) or any(k.startswith(_WHEN) for k in keys) or (keys and g.words & one.words) or _one_deed(g, one)
        for g, keys in shared
    )


def _one_deed(left: Dated, right: Dated) -> bool:
    """Whether two claims tell of a deed of one kind, and of one thing or place: "evacuated from Orlen", "left Orlen by bus"."""
    shared = terms(left.claim) & terms(right.claim)
    return len(shared) >= _OF_ONE and bool(deeds(left.claim) & deeds(right.claim))


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


def _after(groups: Sequence[Sequence[Dated]], times: Mapping[str, Timex]) -> dict[int, set[int]]:
    """Which entries an account puts before another: those with the time that "three days later" was counted from."""
    by_time: dict[str, set[int]] = {}
    for i, group in enumerate(groups):
        for one in group:
            by_time.setdefault(one.time.id, set()).add(i)
    by_document: dict[str, list[Timex]] = {}
    for time in sorted(times.values(), key=lambda t: t.span):
        by_document.setdefault(time.span.document, []).append(time)
    found: dict[int, set[int]] = {}
    for i, group in enumerate(groups):
        for time in {d.time.id: d.time for d in group}.values():
            base = _base(time, by_document.get(time.span.document, []))
            found.setdefault(i, set()).update(by_time.get(base.id, set()) - {i} if base else ())
    return found


def _base(time: Timex, others: Sequence[Timex]) -> Timex | None:
    """The time that a later one was counted from."""
    words = (time.anchor or "").removesuffix(_WITHIN)
    if not (time.anchor or "").endswith(_WITHIN) or not time.rule.startswith(("from:", "onsteps:", "fromhours:")):
        return None
    if not time.rule.startswith("fromhours") and int(time.rule.split(":")[2]) < 1:
        return None
    place = bisect_right(others, time.span.start, key=lambda t: t.span.start)
    return next((t for t in reversed(others[max(0, place - _SEEN) : place]) if t.id != time.id and t.span.text == words), None)


def _happening(
    group: Sequence[Dated], name: str, conflicts: tuple[str, ...], after: tuple[str, ...], published: Sequence[Published]
) -> Happening:
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
        text=cut_between_words(text, _SHOWN),
        claims=tuple(sorted({d.claim.id for d in group})),
        conflicts=conflicts,
        kind="speech" if closest.spoken else "event",
        reported=min(((p.earliest, p.value) for p in published if p.earliest and p.value), default=(None, None))[1],
        after=tuple(key for key in after if key not in conflicts),
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


def _bounds(time: Timex) -> days.Days | None:
    return days.between(time.earliest, time.latest)
