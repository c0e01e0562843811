"""Claims in, points on what brought the accident or disaster about that they are about out: "What caused the collapse?"

Each names another cause, or says that it was none of these, in words that share nothing; several causes may have worked
together, so that two contradict one another only where the one is ruled out or offered as the only one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rashomon.meaning import causes
from rashomon.meaning.causes import MAYBE, OPEN, OUT, SO, Cause
from rashomon.model import Answer, Comparison, Lineage, Point, Value
from rashomon.settle import assembled
from rashomon.settle.records import Records, openings
from rashomon.settle.relations import Compare

_OPENING = 6  # first claims of an account, in which it says what it is about
_ORDER = (SO, MAYBE, "minor", OUT)


def points(given: Records, lineage: Lineage) -> Iterator[tuple[str, Point]]:
    """A point for each happening of which two accounts speak of the cause, with what happened."""
    opening = [[claim.span.text for claim in claims] for claims in openings(given, _OPENING)]
    taken: set[str] = set()
    for n, name in enumerate(causes.happening(opening)):
        told = _told(given, name, n == 0, taken)
        if len({given.document_of[key] for key in told}) > 1 and any(c.kind != OPEN for c in told.values()):
            taken |= told.keys()
            yield name, _point(name, told, given, lineage)


def _told(given: Records, name: str, main: bool, taken: set[str]) -> Mapping[str, Cause]:
    """What claims say first of the cause of a happening; `taken` speak of that of another."""
    return {key: found[0] for key, claim in given.of_event() if key not in taken and (found := causes.causes(claim, name, main))}


def _point(name: str, told: Mapping[str, Cause], given: Records, lineage: Lineage) -> Point:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, cause in told.items():
        groups[cause.kind, cause.stance].append(key)
    order = sorted(groups, key=lambda g: (g[0] == OPEN, _ORDER.index(g[1]), -len(groups[g]), g))
    values = [Value(id=f"v{n}", text=causes.said(*group)) for n, group in enumerate(order, 1)]
    answers = [[assembled.answer(given, key) for key in groups[group]] for group in order]
    key = f"cause {name} {min(told)}"
    point = assembled.point("what", causes.question(name), key, values, answers, given, _comparer(told), lineage)
    whys = {key: f"says of the cause “{cause.words}”" for key, cause in told.items()}
    return replace(point, claims=tuple(replace(m, why=whys[m.claim]) for m in point.claims))


def _comparer(told: Mapping[str, Cause]) -> Compare:
    """How two answers stand: what one names and another rules out is denied."""

    def compared(left: Answer, right: Answer) -> Iterator[Comparison]:
        ours, theirs = told[left.claim.id], told[right.claim.id]
        mine, yours = f"“{ours.words}”", f"“{theirs.words}”"
        stances = {ours.stance, theirs.stance}
        if OPEN in (ours.kind, theirs.kind):
            yield Comparison(outcome="compatible", why=f"{mine} and {yours} can both hold: the one leaves it open.")
        elif ours.kind == theirs.kind and stances == {SO, OUT}:
            out, so = (yours, mine) if theirs.stance == OUT else (mine, yours)
            yield Comparison(outcome="denial", why=f"{so} names what {out} rules out.")
        elif ours.kind == theirs.kind and len(stances) == 1:
            yield Comparison(outcome="agree", why=f"{mine} and {yours} name one kind of cause.")
        elif ours.kind != theirs.kind and stances == {SO} and (ours.sole or theirs.sole):
            only, other = (mine, yours) if ours.sole else (yours, mine)
            yield Comparison(outcome="conflict", why=f"{only} has it that it was that alone, {other} names another cause.")
        else:
            yield Comparison(outcome="compatible", why=f"{mine} and {yours} can both hold.")

    return compared
