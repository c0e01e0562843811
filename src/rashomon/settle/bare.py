"""Claims in, points on whether there was any such thing out: "There was no explosion", "no such offer was made".

A bare denial rejects whatever others tell of the thing, in any words: it is set against all of them, as one answer.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from rashomon.meaning.families import bare, rejects, terms
from rashomon.model import Lineage, Point, Value
from rashomon.settle import assembled, questions
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare


@dataclass(frozen=True, slots=True)
class Thing:
    """The ids of the claims that deny a thing, and of those that speak of it."""

    denied: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def things(given: Records, answered: Set[str]) -> Mapping[str, Thing]:
    """For each family of words (`data/families.toml`) of which a claim says that there was none, who says so and who not; claims
    in `answered` reject something else.
    """
    found: dict[str, Thing] = defaultdict(Thing)
    for key, claim in given.of_event():
        if key not in answered and (name := bare(claim)):
            found[name].denied.append(key)
    for key, claim in given.of_event():
        for name in terms(claim) & found.keys():
            if any(rejects(given.claims[d], claim) for d in found[name].denied):
                found[name].told.append(key)
    return found


def denials(found: Mapping[str, Thing], given: Records) -> set[str]:
    """The claims that say that there was none of what others tell, here and there."""
    return {
        key for thing in found.values() if thing.told and _several(given, (*thing.told, *thing.denied)) for key in thing.denied
    }


def _several(given: Records, keys: Sequence[str]) -> bool:
    return len({given.document_of[key] for key in keys}) > 1


def points(found: Mapping[str, Thing], given: Records, compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """A point for each thing that is denied in one account or more and told in another."""
    for name, thing in sorted(found.items()):
        if thing.told and _several(given, (*thing.told, *thing.denied)):
            question = questions.any_such([given.claims[key] for key in thing.denied])
            sides = ((thing.told, True), (thing.denied, False))
            answers = [[replace(assembled.answer(given, key), involved=was) for key in keys] for keys, was in sides]
            values = [Value(id="v1", text="yes"), Value(id="v2", text="no")]
            yield assembled.point("yes-no", question, f"any {min(thing.told)}", values, answers, given, compare, lineage, (name,))
