"""Deeds that accounts give the day of in, the point of each out.

Days that exclude one another are a conflict only where two claims tell of one deed for sure: of one size, with no word in the one
that makes a stage or a part of it, and where neither account tells of two days.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from rashomon import data
from rashomon.model import Act, Answer, Comparison, Lineage, Point, Timex, Value
from rashomon.settle import assembled
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare
from rashomon.text import days

KIND = "day"
"""The kind of an act that the day is asked of."""

_NEAR = 14  # days: accounts of one deed differ in its day by few
_ALIKE = 0.5  # share of the shorter claim's words, besides those of the answer, from which on two claims tell of one deed
_WORD = re.compile(r"[^\W\d_]+")


def points(given: Records, acts: Iterable[Act], compare: Compare, lineage: Lineage, timed: Set[str]) -> Iterator[Point]:
    """A point of kind when for each: a value for each day that is given, the earliest first. Of what is asked the time of the day
    (`timed`, by their verbs), a day on which all agree is no further question.
    """
    for act in acts:
        if act.kind == KIND:
            point = _point(act, given, compare, lineage)
            if len(point.values) > 1 or act.verb not in timed:
                yield point


def _point(act: Act, given: Records, compare: Compare, lineage: Lineage) -> Point:
    by_days: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for one in act.told:
        time = given.times[one.time or ""]
        by_days[time.earliest or "", time.latest or ""].append(assembled.answer(given, one.claim, time=time))
    answers = [found for _, found in sorted(by_days.items(), key=lambda g: (g[0], g[1][0].claim.id))]
    values = [Value(id=f"v{n}", text=_shown(found)) for n, found in enumerate(answers, 1)]
    first = min(a.claim.id for found in answers for a in found)
    sure = _of_one_deed(compare, _of_two_days(answers), act.told[0].firm)
    point = assembled.point("when", act.of[0], f"{KIND} {act.verb} {first}", values, answers, given, sure, lineage)
    times = {a.claim.id: a.time for found in answers for a in found if a.time}
    return replace(point, claims=tuple(replace(m, why=_why(times[m.claim], act.of[1])) for m in point.claims))


def _shown(answers: Iterable[Answer]) -> str:
    """The briefest words for a time that name a day rather than an hour."""
    told = ((a.time.type == "TIME", " ".join(a.time.span.text.split())) for a in answers if a.time)
    return min(told, key=lambda t: (t[0], len(t[1]), t[1]))[1]


def _why(time: Timex, called: str) -> str:
    """What a claim says, with the days that its words come to and from what they are counted."""
    bounds = days.between(time.earliest, time.latest)
    told = (days.named(*bounds) or "{} to {}".format(*bounds)) if bounds else ""
    the = "the " if (time.anchor or "").startswith(("publication", "week")) else ""
    counted = f", counted from {the}{time.anchor}" if time.anchor else ""
    return f"puts the {called} at “{' '.join(time.span.text.split())}”: {told}{counted}"


def _of_two_days(answers: Sequence[Sequence[Answer]]) -> frozenset[str]:
    """The documents that give days of it which exclude one another: nobody knows which of them another account means."""
    held: dict[str, list[days.Days]] = defaultdict(list)
    for a in (a for found in answers for a in found):
        if a.time and (bounds := days.between(a.time.earliest, a.time.latest)):
            held[a.document].append(bounds)
    return frozenset(d for d, found in held.items() if any(days.gap(x, y) > 0 for x in found for y in found))


def _of_one_deed(compare: Compare, unsure: frozenset[str], main: bool) -> Compare:
    """The same comparer, sure of a conflict only where the claims tell of one deed."""

    def compared(left: Answer, right: Answer) -> Iterator[Comparison]:
        for found in compare(left, right):
            why = _reason(left, right, unsure, main) if found.outcome == "conflict" else None
            yield Comparison(outcome="compatible", why=f"{why}: {found.why}") if why else found

    return compared


def _reason(left: Answer, right: Answer, unsure: frozenset[str], main: bool) -> str | None:
    """Why two days that exclude one another may both be right; None where they may not."""
    if staged := sorted(_stages(left) ^ _stages(right)):
        return f"one speaks of a part or a stage of it (“{staged[0]}”)"
    if {left.document, right.document} & unsure and left.document != right.document:
        return "one account tells of two days"
    if left.time and right.time and _apart(left.time, right.time) > _NEAR:
        return "they lie far apart, and may be of two deeds"
    ours, theirs = (_beside(a) for a in (left, right))
    if len(ours & theirs) < max(2, _ALIKE * min(len(ours), len(theirs))):
        return "they may tell of two deeds"
    return None


def _stages(answer: Answer) -> frozenset[str]:
    told = {w.casefold() for w in _WORD.findall(answer.time.span.text)} if answer.time else set[str]()
    words = {w.casefold() for w in _WORD.findall(answer.claim.span.text)} - told
    return frozenset(words & {*data.load("deeds")["stage"]["words"], *data.load("acts")["apart"]})


def _beside(answer: Answer) -> frozenset[str]:
    """The content words of a claim without those of its time, and the words that single one out of several."""
    told = {w.casefold() for w in answer.time.span.text.split()} if answer.time else set[str]()
    return frozenset(w for w in answer.claim.words if w.casefold() not in told) | _stages(answer)


def _apart(left: Timex, right: Timex) -> int:
    x, y = (days.between(t.earliest, t.latest) for t in (left, right))
    return days.gap(x, y) if x and y else 0
