"""Claims in, points on whether a deed was done at all out: "Did police open fire on the marchers?"

Who says that it was not rejects whatever others tell of it, in other words: they are found by the deed, never by setting all
claims against all.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from rashomon.meaning import nobody, undone
from rashomon.model import Lineage, Point, Value
from rashomon.settle import assembled, questions, topics
from rashomon.settle.rebuttals import Rejected
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare

_ANY = {"nobody": "anybody", "no one": "anyone", "no-one": "anyone", "nothing": "anything"}
_NONE = re.compile(rf"\b(?:{'|'.join(_ANY)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Disputed:
    """The ids of the claims by which a deed was done, and of those by which it was not."""

    told: tuple[str, ...]
    denied: tuple[str, ...]


def disputed(given: Records, answered: Set[str]) -> list[Disputed]:
    """For each deed that some say was not done who says so and who not; claims in `answered` reject something else."""
    denials = {key: found for key, claim in given.of_event() if key not in answered and (found := undone.undone(claim))}
    telling: dict[str | None, list[str]] = defaultdict(list)
    for key, claim in given.of_event():
        telling[undone.deed_of(claim)].append(key)
    told = {
        key: tuple(o for o in telling[found.deed] if undone.rejects(found, given.claims[o])) for key, found in denials.items()
    }
    never = {key: verb for key, verb in _never(given, answered).items() if key not in denials}
    deeds = {key: found.deed for key, found in denials.items()} | {key: f"to {verb}" for key, (verb, _) in never.items()}
    told |= {key: others for key, (_, others) in never.items()}
    return [*_together({key: others for key, others in told.items() if others}, deeds)]


def _never(given: Records, answered: Set[str]) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """For each claim by which something was done to nobody, or not once, the verb, and the claims by which it was."""
    denials = {key: found for key, claim in given.of_event() if key not in answered and (found := nobody.never(claim))}
    telling: dict[str | None, list[str]] = defaultdict(list)
    for key, claim in given.of_event():
        telling[claim.predicate].append(key)
    return {
        key: (found.verb, tuple(o for o in telling[found.verb] if nobody.rejects(found, given.claims[o])))
        for key, found in denials.items()
    }


def _together(told: Mapping[str, tuple[str, ...]], deeds: Mapping[str, str]) -> Iterator[Disputed]:
    """Denials of one deed that reject some of the same claims, with all that they reject."""
    by_deed: dict[str, list[str]] = defaultdict(list)
    for key in told:
        by_deed[deeds[key]].append(key)
    for keys in by_deed.values():
        while keys:
            group = [keys.pop(0)]
            rejected = {*told[group[0]]}
            while joined := [key for key in keys if rejected & {*told[key]}]:
                group += joined
                keys[:] = [key for key in keys if key not in joined]
                rejected |= {other for key in joined for other in told[key]}
            yield Disputed(tuple(sorted(rejected)), tuple(sorted(group)))


def points(found: Sequence[Disputed], given: Records, compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """A point for each deed that was done by some and not by others."""
    for one in found:
        sides = ((one.told, True), (one.denied, False))
        answers = [[replace(assembled.answer(given, key), involved=was) for key in keys] for keys, was in sides]
        values = [Value(id="v1", text="yes"), Value(id="v2", text="no")]
        question = _question(one.told, one.denied, given)
        yield assembled.point("yes-no", question, f"done {min(one.told)}", values, answers, given, compare, lineage)


def with_rebuttals(found: Sequence[Disputed], rejected: Sequence[Rejected]) -> tuple[list[Disputed], list[Rejected]]:
    """The same with those who only reject what is told of a deed, and the rebuttals that are left."""
    joined = {one: [no for r in rejected if r.told in one.told for no in r.denied] for one in found}
    told = {key for one in found for key in one.told}
    return [Disputed(one.told, tuple(sorted({*one.denied, *nos}))) for one, nos in joined.items()], [
        r for r in rejected if r.told not in told
    ]


def _question(told: Sequence[str], denied: Sequence[str], given: Records) -> str:
    """Whether it is so, in the words of a denial, which hold no figure, else of one who says it."""
    outright = [key for key in denied if given.claims[key].negated or given.claims[key].reversed]
    plain = sorted((*outright, *told), key=lambda key: (key in told, bool(given.claims[key].quantities)))
    made = (topics.whether(given.claims[key], given) for key in plain)
    asked = next(filter(None, made), questions.yes_no(given.claims[told[0]]))
    return _NONE.sub(lambda found: _ANY[found[0].lower()], asked)
