"""Claims in, points on who had a part in an act out: "Did the army have a part in the strike?"

A denial of a part in an act is set against those who say that this one had it, and against nobody else.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rashomon.meaning import parties
from rashomon.meaning.parties import Part
from rashomon.model import Lineage, Point, Value
from rashomon.settle import assembled, topics
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare

Told = Mapping[str, Part]
"""For a claim what it says of a part in an act."""
Parts = Mapping[tuple[str, str], Told]
"""What claims say of the part of one (the id of an entity) in an act."""


def points(found: Parts, given: Records, compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """A point for each whose part in an act one account rejects and another reports, or in a deed of it, be it one account; and
    for each that rejects it in several, though nobody reports it.
    """
    for (who, act), told in sorted(found.items()):
        if not any(p.had for p in told.values()) and len({given.document_of[key] for key in told}) > 1:
            yield _point(_question(who, act, None, told, given), f"part {act} {min(told)}", told, given, compare, lineage)
        for deed, claims in _by_deed(told, given):
            several = deed is not None or len({given.document_of[key] for key in claims}) > 1
            if len({p.had for p in claims.values()}) > 1 and several:
                question = _question(who, act, deed, claims, given)
                yield _point(question, f"part {act} {min(claims)}", claims, given, compare, lineage)


def denials(found: Parts) -> set[str]:
    """The claims that reject somebody's part in an act."""
    return {key for told in found.values() for key, part in told.items() if not part.had}


def told(given: Records) -> Parts:
    """What all claims say of anybody's part in an act."""
    found: dict[tuple[str, str], dict[str, Part]] = defaultdict(dict)
    for key, claim in given.of_event():
        for part in parties.parts(claim, [given.mentions[m] for m in claim.mentions if m in given.mentions]):
            found[part.who, part.act][key] = part
    return found


def _by_deed(told: Told, given: Records) -> Iterator[tuple[Part | None, Told]]:
    """The claims on the act as a whole, and for each deed that somebody denies those who speak of it."""
    had = {key: part for key, part in told.items() if part.had}
    yield None, {**had, **{key: part for key, part in told.items() if not (part.had or part.deed)}}
    objects = {part.deed[1].head: part for part in told.values() if part.deed}
    for head, denied in sorted(objects.items()):
        rejecting = {key: p for key, p in told.items() if p.deed and p.deed[1].head == head}
        yield denied, {**{key: p for key, p in had.items() if head in given.claims[key].words}, **rejecting}


def _question(who: str, act: str, denied: Part | None, claims: Told, given: Records) -> str:
    name = _name(who, claims, given)
    if denied is not None and denied.deed:
        own = (topics.whether(given.claims[key], given) for key, part in claims.items() if part.deed == denied.deed)
        if asked := next(filter(None, own), None):
            return asked
        return f"Did {name} {denied.deed[0]} {' '.join(denied.deed[1].span.text.split())}?"
    return f"Did {name} have a part in the {parties.noun(act, [given.claims[key] for key in claims])}?"


def _name(who: str, told: Told, given: Records) -> str:
    """What the claims call it most briefly, by its name where one has it."""
    mentions = [m for key in told for k in given.claims[key].mentions if (m := given.mentions.get(k)) and m.entity == who]
    hops = [h.name for key in told for h in given.claims[key].chain[:1] if h.entity == who]
    named = [m.span.text for m in mentions if m.form != "descriptor"] or hops or [m.span.text for m in mentions]
    shown = min(named, key=lambda n: (len(n), n[:1].isupper() and n.lower() in named, n))  # "Army" heads a headline
    return shown if shown[:1].isupper() else f"the {shown}"


def _point(question: str, key: str, told: Told, given: Records, compare: Compare, lineage: Lineage) -> Point:
    parts = [("yes", [k for k, part in told.items() if part.had]), ("no", [k for k, part in told.items() if not part.had])]
    sides = [(text, keys) for text, keys in parts if keys]
    values = [Value(id=f"v{n}", text=text) for n, (text, _) in enumerate(sides, 1)]
    answers = [[replace(assembled.answer(given, k), involved=told[k].had) for k in keys] for _, keys in sides]
    return assembled.point("yes-no", question, key, values, answers, given, compare, lineage)
