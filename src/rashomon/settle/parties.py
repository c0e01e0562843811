"""Claims in, points on who had a part in an act out: "Did the army have a part in the strike?"

A denial of a part in an act is set against those who say that this one had it, and against nobody else.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rashomon.meaning import parties
from rashomon.model import Claim, Lineage, Point, Value
from rashomon.settle import assembled, pairs
from rashomon.settle.decisions import Ledger
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare

Told = Mapping[str, bool]
"""For a claim whether by it somebody had a part in an act."""
Parts = Mapping[tuple[str, str], Told]
"""What claims say of the part of one (the id of an entity) in an act."""


def points(found: Parts, given: Records, compare: Compare, lineage: Lineage, ledger: Ledger) -> Iterator[Point]:
    """A point for each one whose part in an act one claim rejects and another reports, in two accounts or more."""
    for (who, act), said in sorted(found.items()):
        claims = _together(said, ledger)
        if len(set(claims.values())) > 1 and len({given.document_of[key] for key in claims}) > 1:
            noun = parties.noun(act, [given.claims[k] for k in claims])
            question = f"Did {_name(who, claims, given)} have a part in the {noun}?"
            yield _point(question, f"part {act} {min(claims)}", claims, given, compare, lineage)


def denials(found: Parts) -> set[str]:
    """The claims that reject somebody's part in an act."""
    return {key for told in found.values() for key, had in told.items() if not had}


def told(given: Records) -> Parts:
    """What all claims say of anybody's part in an act."""
    found: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for key, claim in given.claims.items():
        for part in parties.parts(claim, [given.mentions[m] for m in claim.mentions if m in given.mentions]):
            found[part.who, part.act][key] = part.had
    return found


def _together(told: Told, ledger: Ledger) -> Told:
    """The same without a claim of which somebody decided that it is on no point with an earlier one."""
    _, apart = pairs.decided(ledger, {key: key for key in told})
    order = list(told)
    later = {max(pair, key=order.index) for pair in apart}
    return {key: had for key, had in told.items() if key not in later}


def _name(who: str, told: Told, given: Records) -> str:
    """What the claims call it most briefly, by its name where one has it."""
    mentions = [m for key in told for k in given.claims[key].mentions if (m := given.mentions.get(k)) and m.entity == who]
    hops = [h.name for key in told for h in given.claims[key].chain[:1] if h.entity == who]
    named = [m.span.text for m in mentions if m.form != "descriptor"] or hops or [m.span.text for m in mentions]
    shown = min(named, key=lambda n: (len(n), n))
    return shown if shown[:1].isupper() else f"the {shown}"


def _point(question: str, key: str, told: Told, given: Records, compare: Compare, lineage: Lineage) -> Point:
    groups = [keys for had in (True, False) if (keys := [k for k, h in told.items() if h is had])]
    values = [_value(n, [given.claims[k] for k in keys]) for n, keys in enumerate(groups, 1)]
    answers = [[replace(assembled.answer(given, k), involved=told[k]) for k in keys] for keys in groups]
    return assembled.point("yes-no", question, key, values, answers, given, compare, lineage)


def _value(number: int, claims: list[Claim]) -> Value:
    shown = min(claims, key=lambda c: (len(c.span.text), c.id))
    return Value(id=f"v{number}", text=" ".join(shown.span.text.split()))
