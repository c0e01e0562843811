"""Deeds that accounts give the day of, or to where they led, in, the point of each out.

Days and places that exclude one another are a conflict only where two claims surely tell of one deed: alike in words, with none
in the one that makes a stage or a part of it, and where neither account gives two answers.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations

from rashomon import data
from rashomon.model import AREA, Act, Answer, Comparison, Lineage, Point, Timex, Value
from rashomon.settle import assembled
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare
from rashomon.text import days

DAY, WHITHER = "day", "whither"
"""The kinds of acts of which the day, and where somebody went, is asked."""

_KINDS = {DAY: "when", WHITHER: "where"}
_COMPARERS = {DAY: "times", WHITHER: "places"}
_NEAR = 14  # days: accounts of one deed differ in its day by few
_ALIKE = 0.5  # share of the shorter claim's words, besides those of the answer, from which on two claims tell of one deed
_AGREED = 2  # accounts whose agreement on a day is nothing to ask where the hour is asked
_SEEN = 20  # answers of one account that are set against one another
_WORD = re.compile(r"[^\W\d_]+")


def points(
    given: Records, acts: Iterable[Act], comparers: Mapping[str, Compare], lineage: Lineage, timed: Set[str]
) -> Iterator[Point]:
    """A point for each: a value for each day that is given, the earliest first, or for each place. Of what is asked the time of
    the day (`timed`, by their verbs), a day on which two agree is no further question.
    """
    for act in acts:
        if act.kind in _KINDS:
            point = _point(act, given, comparers[_COMPARERS[act.kind]], lineage)
            several = len({given.document_of[m.claim] for m in point.claims}) > _AGREED
            if len(point.values) > 1 or act.verb not in timed or several:
                yield point


def _point(act: Act, given: Records, compare: Compare, lineage: Lineage) -> Point:
    by_value: dict[tuple[str, ...], list[Answer]] = defaultdict(list)
    for one in act.told:
        answer = assembled.answer(given, one.claim, parts=one.parts, time=given.times.get(one.time or ""))
        by_value[_key(answer)].append(answer)
    answers = [found for _, found in sorted(by_value.items(), key=lambda g: (g[0], g[1][0].claim.id))]
    values = [Value(id=f"v{n}", text=_shown(found)) for n, found in enumerate(answers, 1)]
    first = min(a.claim.id for found in answers for a in found)
    sure = _of_one_deed(compare, _of_two_minds(answers, compare))
    point = assembled.point(_KINDS[act.kind], act.of[0], f"{act.kind} {act.verb} {first}", values, answers, given, sure, lineage)
    told = {a.claim.id: a for found in answers for a in found}
    return replace(point, claims=tuple(replace(m, why=_why(told[m.claim], act.of[1])) for m in point.claims))


def _key(answer: Answer) -> tuple[str, ...]:
    """What answers must share to be one value."""
    if answer.parts:
        part = answer.parts[0]
        return (
            part.entity or part.head,
            part.kind if part.kind == AREA else "",
            _words(answer).casefold() if part.kind == AREA else "",
        )
    return (answer.time.earliest or "", answer.time.latest or "") if answer.time else ()


def _shown(answers: Iterable[Answer]) -> str:
    """The briefest words for a place, or for a time that name a day rather than an hour."""
    told = ((bool(a.time and not a.parts and a.time.type == "TIME"), len(_words(a)), _words(a)) for a in answers)
    return min(told)[2]


def _words(answer: Answer) -> str:
    spans = [p.span for p in answer.parts] or ([answer.time.span] if answer.time else [])
    return " and ".join(" ".join(s.text.split()) for s in spans)


def _why(answer: Answer, called: str) -> str:
    """What a claim says; of a time also the days that its words come to and from what they are counted."""
    said = f"puts the {called} at “{_words(answer)}”"
    if answer.parts or not answer.time:
        return f"says that they went, or were taken, to “{_words(answer)}”"
    time = answer.time
    bounds = days.between(time.earliest, time.latest)
    told = (days.named(*bounds) or "{} to {}".format(*bounds)) if bounds else ""
    the = "the " if (time.anchor or "").startswith(("publication", "week")) else ""
    return f"{said}: {told}" + (f", counted from {the}{time.anchor}" if time.anchor else "")


def _of_two_minds(answers: Sequence[Sequence[Answer]], compare: Compare) -> frozenset[str]:
    """The documents that give answers which exclude one another: nobody knows which of them another account means."""
    held: dict[str, list[Answer]] = defaultdict(list)
    for answer in (a for found in answers for a in found):
        held[answer.document].append(answer)
    pairs = ((d, x, y) for d, found in held.items() for x, y in combinations(found[:_SEEN], 2))
    return frozenset(d for d, x, y in pairs if any(c.outcome == "conflict" for c in compare(x, y)))


def _of_one_deed(compare: Compare, unsure: frozenset[str]) -> Compare:
    """The same comparer, sure of a conflict only where the claims tell of one deed."""

    def compared(left: Answer, right: Answer) -> Iterator[Comparison]:
        for found in compare(left, right):
            why = _reason(left, right, unsure) if found.outcome == "conflict" else None
            yield Comparison(outcome="compatible", why=f"{why}: {found.why}") if why else found

    return compared


def _reason(left: Answer, right: Answer, unsure: frozenset[str]) -> str | None:
    """Why two answers that exclude one another may both be right; None where they may not."""
    if staged := sorted(_stages(left) ^ _stages(right)):
        return f"one speaks of a part or a stage of it (“{staged[0]}”)"
    if {left.document, right.document} & unsure and left.document != right.document:
        return "one account gives two answers"
    if left.time and right.time and not left.parts and _apart(left.time, right.time) > _NEAR:
        return "they lie far apart, and may be of two deeds"
    ours, theirs = (_beside(a) for a in (left, right))
    if len(ours & theirs) < max(2, _ALIKE * min(len(ours), len(theirs))):
        return "they may tell of two deeds"
    return None


def _stages(answer: Answer) -> frozenset[str]:
    told = {w.casefold() for w in _WORD.findall(_words(answer))}
    words = {w.casefold() for w in _WORD.findall(answer.claim.span.text)} - told
    return frozenset(words & {*data.load("deeds")["stage"]["words"], *data.load("acts")["apart"]})


def _beside(answer: Answer) -> frozenset[str]:
    """The content words of a claim without those of its time, and the words that single one out of several."""
    told = {w.casefold() for w in _words(answer).split()}
    return frozenset(w for w in answer.claim.words if w.casefold() not in told) | _stages(answer)


def _apart(left: Timex, right: Timex) -> int:
    x, y = (days.between(t.earliest, t.latest) for t in (left, right))
    return days.gap(x, y) if x and y else 0
