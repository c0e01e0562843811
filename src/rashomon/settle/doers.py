"""Acts of which accounts say who did them in, the point of each out: "Who carried out the strike on the market?".

A value for each doer, and for each of whom it is said that he did not do it; whoever says that it is not known gives none. Two
doers are a conflict only of a deed that one side alone does, where the accounts surely speak of the same one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from rashomon.data import load
from rashomon.meaning import sides
from rashomon.meaning.doerphrases import DID, NOT, OPEN
from rashomon.model import Act, Answer, Comparison, Lineage, Part, Point, Told, Value
from rashomon.settle import assembled
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare

KIND = "doer"
"""The kind of the acts of which it is asked who did them."""

_WHOSE = re.compile(r"^(?:no|its|their|our|his|her|my)\s+", re.IGNORECASE)
_WHOLE = re.compile(r"^the\s|s$|police|people|men$", re.IGNORECASE)
_NOT, _UNKNOWN = "not ", "not known who"
_ROLES = (DID, NOT, OPEN)


def points(given: Records, acts: Iterable[Act], copies: Copies, compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """A point for each deed of which two accounts name doers, or of which one names somebody of whom another says that he did
    not do it.
    """
    for act in acts:
        if act.kind == KIND:
            point = _point(act, given, copies, compare, lineage)
            naming = {given.document_of[t.claim] for t in act.told if t.role == DID}
            if len(naming) > 1 or point.status == "disputed":
                yield point


def single(point: Point) -> bool:
    """Whether a point is only on whether one did it, whom another account clears."""
    named = {v.id for v in point.values if not v.text.startswith(_NOT) and v.text != _UNKNOWN}
    return len(named) == 1 and len(point.values) > 1


def _point(act: Act, given: Records, copies: Copies, compare: Compare, lineage: Lineage) -> Point:
    told = [replace(t, claim=key) for t in act.told for key in (t.claim, *copies.get(t.claim, ())) if key in given.claims]
    by_value: dict[tuple[int, tuple[str, ...]], list[Told]] = defaultdict(list)
    for one in _owned(told):
        by_value[_ROLES.index(one.role or DID), sides.key(one.parts[0]) if one.parts else ()].append(one)
    groups = [by_value[key] for key in sorted(by_value, key=lambda k: (k[0], min(t.claim for t in by_value[k])))]
    values = [Value(id=f"v{n}", text=_shown(held)) for n, held in enumerate(groups, 1)]
    answers = [[_answer(t, given) for t in held] for held in groups]
    firm = frozenset(t.claim for t in told if t.firm)
    key = f"doer {act.verb} {min(t.claim for t in told)}"
    sure = _sure(compare, act, firm)
    point = assembled.point("who", act.of[0], key, values, answers, given, sure, lineage)
    whys = {v.id: held for v, held in zip(values, groups, strict=True)}
    return replace(point, claims=tuple(replace(m, why=_why(whys[m.value], m.claim)) for m in point.claims))


def _answer(told: Told, given: Records) -> Answer:
    answer = assembled.answer(given, told.claim, parts=told.parts)
    return replace(answer, involved={DID: True, NOT: False}.get(told.role or DID), open=told.role == OPEN)


def _owned(told: Sequence[Told]) -> list[Told]:
    """The same, a body by its noun alone as that of whose it is by another account, where only one is named: "the army"."""
    owners: dict[str | None, set[tuple[str | None, str | None]]] = defaultdict(set)
    for part in (p for t in told for p in t.parts):
        if part.side in load("sides")["owned"]["names"] and (part.entity or part.country):
            owners[part.side].add((part.entity, part.country))
    return [replace(t, parts=tuple(_with_owner(p, owners) for p in t.parts)) for t in told]


def _with_owner(part: Part, owners: Mapping[str | None, Set[tuple[str | None, str | None]]]) -> Part:
    known = owners.get(part.side, ())
    if len(known) != 1 or part.entity or part.country:
        return part
    entity, country = next(iter(known))
    return replace(part, entity=entity, country=country, named=entity is not None)


def _sure(compare: Compare, act: Act, firm: frozenset[str]) -> Compare:
    """The same comparer, sure of a conflict only of a deed that one side does, and where both surely speak of this one."""
    sole = bool(load("doings")["deed"][act.verb].get("sole"))

    def compared(left: Answer, right: Answer) -> Iterator[Comparison]:
        for found in compare(left, right):
            if found.outcome == "conflict" and not sole:
                yield Comparison(outcome="compatible", why=f"several may have had a part in it: {found.why}")
            elif found.outcome in ("conflict", "denial") and not firm.issuperset((left.claim.id, right.claim.id)):
                yield Comparison(outcome="compatible", why=f"they may tell of two deeds: {found.why}")
            else:
                yield found

    return compared


def _shown(held: Sequence[Told]) -> str:
    """The briefest words for a doer that name him, and not what he fired or flew."""
    if held[0].role == OPEN:
        return _UNKNOWN
    words = [_plain(p.span.text) for t in held for p in t.parts]
    best = min(words, key=lambda w: (sides.tool(w) is not None, not _WHOLE.search(w), len(w), w))
    part = held[0].parts[0]
    common = best.split()[0].lower() in ("the", "a", "an") or not (part.named or part.entity or part.country)
    best = best[:1].lower() + best[1:] if common else best
    return f"{_NOT}{best}" if held[0].role == NOT else best


def _plain(words: str) -> str:
    """The words for a doer without marks, and without whose he is: "the army's" as "the army"."""
    return re.sub(r"[\"“”]|['’]s$", "", _WHOSE.sub("", " ".join(words.split())))


def _why(held: Sequence[Told], claim: str) -> str:
    """What a claim says of who did it, in a sentence."""
    told = next(t for t in held if t.claim == claim)
    if told.role == OPEN:
        return "says that it is not known, or cannot be said, who did it"
    words = " ".join(told.parts[0].span.text.split())
    return f"names “{words}” as who did it" if told.role == DID else f"says that “{words}” did not do it"
