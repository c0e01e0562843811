"""Suggestions of who had a part in an agreement in, the points on what part it was out: "What part did Norland have in it?".

To have made it, to have approved it and to have had some part do not exclude one another; to have had none excludes them all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.data import load
from rashomon.model import Act, Answer, Comparison, Lineage, Point, Told, Value
from rashomon.settle import assembled, questions
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare

_HAD: dict[str | None, bool | None] = {"partial": False, "none": False, "aware": None}
"""For each role that is no part in it whether it is said that there was none: who only knew of it has said neither."""


def points(given: Records, acts: Iterable[Act], copies: Copies, compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """A point for each act of kind part; `compare` says how who had one and who had none stand to one another."""
    for act in acts:
        if act.kind == "part" and act.of[1]:
            yield _point(act, given, copies, compare, lineage)


def _point(act: Act, given: Records, copies: Copies, compare: Compare, lineage: Lineage) -> Point:
    said: dict[str, str] = load("deals")["part"]
    told = [one for one in act.told if one.claim in given.claims]
    roles = [role for role in said if any(t.role == role for t in told)]
    answers = [[a for t in told if t.role == role for a in _answers(t, given, copies)] for role in roles]
    values = [Value(id=f"v{n}", text=said[role]) for n, role in enumerate(roles, 1)]
    key = f"part {act.of[1]} {min(t.claim for t in told)}"
    compared = _between_roles(compare)
    point = assembled.point("what", questions.part(act), key, values, answers, given, compared, lineage, findings=True)
    noun, name = act.of
    whys = {v.id: f"says that {name} {v.text.replace(' it', f' the {noun}')}" for v in values}
    return replace(point, claims=tuple(replace(m, why=whys[m.value]) for m in point.claims))


def _answers(told: Told, given: Records, copies: Copies) -> Iterator[Answer]:
    for key in (told.claim, *(c for c in copies.get(told.claim, ()) if c in given.claims)):
        yield replace(assembled.answer(given, key), involved=_HAD.get(told.role, True))


def _between_roles(compare: Compare) -> Compare:
    """The same comparer, for which two parts in one agreement are not the same, and may both be had."""

    def compared(left: Answer, right: Answer) -> Iterator[Comparison]:
        if left.involved is None or right.involved is None:
            yield Comparison(outcome="compatible", why="to have known of it is not to have had a part in it")
        elif left.involved and right.involved:
            yield Comparison(outcome="compatible", why="who had the one part may have had the other too")
        else:
            yield from compare(left, right)

    return compared
