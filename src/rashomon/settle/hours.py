"""Acts of which accounts give the time of the day in, the point of each out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.meaning.hours import Hours, hours, told
from rashomon.model import Act, Answer, Lineage, Point, Timex, Value
from rashomon.settle import assembled
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare

KIND = "hour"
"""The kind of an act that only the time of the day is asked of."""


def points(given: Records, acts: Iterable[Act], compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """A point of kind when for each: a value for each time that is given, the earliest first."""
    for act in acts:
        if act.kind == KIND:
            yield _point(act, given, compare, lineage)


def _point(act: Act, given: Records, compare: Compare, lineage: Lineage) -> Point:
    by_hours: dict[Hours, list[Answer]] = defaultdict(list)
    for one in act.told:
        time = given.times[one.time or ""]
        if when := hours(time, given.claims[one.claim]):
            by_hours[when].append(assembled.answer(given, one.claim, time=time))
    groups = sorted(by_hours.items(), key=lambda g: (g[0].low + g[0].high, g[0].low, g[1][0].claim.id))
    answers = [found for _, found in groups]
    values = [Value(id=f"v{n}", text=_shown(found)) for n, found in enumerate(answers, 1)]
    first = min(a.claim.id for found in answers for a in found)
    point = assembled.point("when", act.of[0], f"{KIND} {act.verb} {first}", values, answers, given, compare, lineage)
    times = {a.claim.id: a.time for found in answers for a in found if a.time}
    return replace(point, claims=tuple(replace(m, why=_why(times[m.claim])) for m in point.claims))


def _shown(answers: Iterable[Answer]) -> str:
    """The briefest words for a time."""
    return min((told(a.time, a.claim) for a in answers if a.time), key=lambda words: (len(words), words))


def _why(time: Timex) -> str:
    return f"puts it at “{' '.join(time.span.text.split()).strip('( ')}”"
