"""Acts that several accounts tell of in, the points who did them, when and where, out.

Days and places that exclude one another are a conflict only where two claims tell of one deed for sure: alike in all that they
leave beside, and near in time. Else they may be two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rashomon import data
from rashomon.model import NUMBERED, Act, Answer, Comparison, Lineage, Part, Point, Timex, Told, Value
from rashomon.settle import assembled, questions
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare

_ALIKE = 0.5  # share of the shorter claim's words, besides those of the answer, from which on two claims tell of one deed
_NEAR = 14  # days: accounts of one deed differ in its day by few; deeds that are done again lie farther apart

COMPARERS = {"who": "actors", "when": "times", "where": "places"}
"""For each kind of point the comparer of its answers."""

MAKERS = "makers"
"""The comparer of those who had a role in an agreement."""


def points(
    given: Records, acts: Iterable[Act], copies: Copies, comparers: Mapping[str, Compare], lineage: Lineage
) -> Iterator[Point]:
    """A point for each act that is told in two ways at least, where comparers say how any two of these stand."""
    for act in (a for a in acts if a.kind in COMPARERS):
        told = [t for one in act.told if one.claim in given.claims for t in _with_copies(one, copies, given)]
        values = _values(told, given, act.role is None)
        if len(values) > 1 or (act.role and told):
            yield _point(act, values, given, comparers[MAKERS if act.role else COMPARERS[act.kind]], lineage)


def _with_copies(told: Told, copies: Copies, given: Records) -> Iterator[Told]:
    yield told
    yield from (replace(told, claim=key) for key in copies.get(told.claim, ()) if key in given.claims)


def _values(told: Iterable[Told], given: Records, loosely: bool) -> list[list[Told]]:
    """What is told by what it answers; a name and a fuller form of it are one answer, where that is taken `loosely`."""
    by_value: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for one in told:
        by_value[_value_key(one, given)].append(one)
    values: list[list[Told]] = []
    for group in by_value.values():
        same = next((v for v in values if loosely and _one_name(v[0], group[0])), None)
        if same is None:
            values.append([*group])
        else:
            same += group
    return values


def _one_name(left: Told, right: Told) -> bool:
    """Whether one of two names holds the other's words: "the Cubs", "the Chicago Cubs"."""
    if len(left.parts) != 1 or len(right.parts) != 1 or NUMBERED in (left.parts[0].kind, right.parts[0].kind):
        return False
    ours, theirs = ({w for w in told.parts[0].span.text.split() if w[:1].isupper() and w != "The"} for told in (left, right))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours) and left.parts[0].named == right.parts[0].named


def _value_key(told: Told, given: Records) -> tuple[str, ...]:
    if told.time:
        time = given.times[told.time]
        return time.earliest or "", time.latest or "", (time.value or "").partition("T")[2]
    return tuple(sorted(_part_key(p) for p in told.parts))


def _part_key(part: Part) -> str:
    return part.entity or f"{part.country or ''} {part.head}"


def _point(act: Act, groups: Sequence[Sequence[Told]], given: Records, compare: Compare, lineage: Lineage) -> Point:
    groups = sorted(groups, key=lambda told: min((given.times[t.time].earliest or "") if t.time else t.claim for t in told))
    answers = [
        [
            replace(assembled.answer(given, t.claim, parts=t.parts, time=given.times.get(t.time or "")), others=t.others)
            for t in told
        ]
        for told in groups
    ]
    values = [_value(n, part) for n, part in enumerate(answers, 1)]
    question = questions.dealt(act) if act.role else questions.act(act.kind, [a for part in answers for a in part])
    key = f"{act.kind} {act.verb} {min(t.claim for told in groups for t in told)}"
    firm = act.kind != "who" or all(t.firm for told in groups for t in told)
    sure = compare if act.role else _of_one_deed(compare, firm)
    shared = (act.verb, *act.of)
    point = assembled.point(act.kind, question, key, values, answers, given, sure, lineage, shared, findings=bool(act.role))
    return _telling(point, act, {a.claim.id: a for part in answers for a in part}) if act.role else point


def _telling(point: Point, act: Act, answers: Mapping[str, Answer]) -> Point:
    """The same, each claim with whom it names as having had a role in an agreement."""
    role = data.load("deals")["said"][act.role]
    whys = ((m, f"names “{_words(answers[m.claim])}” as {role} the {act.of[0]}") for m in point.claims)
    return replace(point, claims=tuple(replace(m, why=why) for m, why in whys))


def _value(number: int, answers: Sequence[Answer]) -> Value:
    words = [_words(a) for a in answers]
    return Value(id=f"v{number}", text=min(words, key=lambda w: (len(w), w)))


def _words(answer: Answer) -> str:
    spans = [p.span for p in answer.parts] or ([answer.time.span] if answer.time else [answer.claim.span])
    return " and ".join(" ".join(s.text.split()) for s in spans)


def _of_one_deed(compare: Compare, firm: bool) -> Compare:
    """The same comparer, sure of a conflict only where the claims tell of one deed."""

    def compared(left: Answer, right: Answer) -> Iterator[Comparison]:
        for found in compare(left, right):
            if found.outcome == "conflict" and not (firm and _one_deed(left, right)):
                yield Comparison(outcome="compatible", why=f"they may tell of two deeds: {found.why}")
            else:
                yield found

    return compared


def _one_deed(left: Answer, right: Answer) -> bool:
    ours, theirs = (_beside(a) for a in (left, right))
    if (ours ^ theirs) & frozenset(data.load("acts")["apart"]):
        return False
    near = not (left.time and right.time) or _days_between(left.time, right.time) <= _NEAR
    return near and len(ours & theirs) >= max(2, _ALIKE * min(len(ours), len(theirs)))


def _beside(answer: Answer) -> frozenset[str]:
    """The content words of a claim without those of its answer."""
    spans = [p.span for p in answer.parts] + ([answer.time.span] if answer.time else [])
    told = {w.casefold() for span in spans for w in span.text.split()} | {p.head.casefold() for p in answer.parts}
    words = {w.strip(".,;:").casefold() for w in answer.claim.span.text.split()} & frozenset(data.load("acts")["apart"])
    return frozenset(w for w in (*answer.claim.words, *words) if w.casefold() not in told)


def _days_between(left: Timex, right: Timex) -> int:
    """Days from the end of the earlier to the start of the later; none where either is open."""
    if not (left.earliest and left.latest and right.earliest and right.latest):
        return 0
    first, second = sorted((left, right), key=lambda t: t.earliest or "")
    return (date.fromisoformat((second.earliest or "")[:10]) - date.fromisoformat((first.latest or "")[:10])).days
