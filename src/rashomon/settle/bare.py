"""Claims in, points on whether there was any such thing out: "There was no explosion", "no such offer was made".

A bare denial rejects whatever others tell of the thing, in any words: it is set against all of them, as one answer.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from rashomon.meaning.absent import Absent, absent, told
from rashomon.meaning.families import bare, rejects, terms
from rashomon.model import Lineage, Point, Timex, Value
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
    for name, thing in _absent(given, answered).items():
        found[name].denied.extend(thing.denied)
        found[name].told.extend(key for key in thing.told if key not in found[name].told)
    return found


def _absent(given: Records, answered: Set[str]) -> Mapping[str, Thing]:
    """The same for things by their own word."""
    denied: dict[str, dict[str, Absent]] = defaultdict(dict)
    for key, claim in given.of_event():
        if key not in answered and (thing := absent(claim)):
            denied[thing.noun][key] = thing
    found = {noun: Thing(denied=[*nos]) for noun, nos in denied.items()}
    for key, claim in given.of_event() if denied else ():
        for noun, nos in denied.items():
            if any(told(thing, claim) and not _apart(no, key, given) for no, thing in nos.items()):
                found[noun].told.append(key)
    return found


def _apart(no: str, yes: str, given: Records) -> bool:
    """Whether two claims are of days that exclude one another, or name two places."""
    ours, theirs = ([t for k in given.claims[key].times if (t := given.times.get(k))] for key in (no, yes))
    here, there = (
        {m.entity for k in given.claims[key].mentions if (m := given.mentions.get(k)) and m.kind == "place"} for key in (no, yes)
    )
    days = any(_before(o, t) or _before(t, o) for o in ours for t in theirs)
    return days or bool(here and there and not here & there)


def _before(one: Timex, other: Timex) -> bool:
    return bool(one.latest and other.earliest and one.latest < other.earliest)


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
