"""Accounts as they were written in, the truth about them out: who derives from whom, what changed, what is said on each point."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.generator import descents
from bench.generator import world as worlds
from bench.generator.layout import Placed, Written
from bench.generator.records import Name, World

_BOTH_HOLD = frozenset({"agree", "compatible"})
_WEEK, _TEN = 7, 10
_WEIGHTS = ("tonnes", "tons")
_LASTING = re.compile(r"\b(?:still|remained)\b")
"""What says of a count that it is of its hour."""


def truth(world: World, written: Sequence[Written]) -> dict[str, Any]:
    """All of it, as JSON has it. Spans are code points, half-open, into the record's `text`."""
    pile = descents.pile(written)
    return {
        "event": world.id,
        "kind": world.kind,
        "accounts": [_account(w) for w in written],
        "outside": sorted({o[2:] for w in written for p in w.placed if (o := p.sentence.origin).startswith("x:")}),
        "witnesses": [{"id": x.id, "name": x.name.plain, "role": x.role} for x in world.witnesses],
        "people": sorted({spelled for w in written for n in _people(world, w) for spelled in (n.plain, n.foreign)}),
        "edges": [edge for w in written for edge in descents.edges(w, pile)],
        "mutations": [m for w in written for m in descents.mutations(w, pile)],
        "carried": sorted({(w.account.id, x) for w in written for x in _carried(w, written)}),
        "sentences": [_sentence(w, p) for w in written for p in w.placed],
        "points": _points(world, written),
    }


def labels(world: World, written: Sequence[Written]) -> Iterator[dict[str, Any]]:
    """For each account its story and its family (the account from which most of it descends)."""
    for w in written:
        yield {"id": w.account.id, "story": world.id, "kind": world.kind, "family": w.account.family}


def relation(left: Mapping[str, Any], right: Mapping[str, Any]) -> str:
    """How two members of one point stand to one another: agree, compatible, conflict, denial, superseded or repeat.

    Two causes may both have been at work. Figures of parts ("doctors treated 40", "the army sent 300") may both hold. So may a
    count of the dead or the injured that was last given before a higher one first was, for more become known from day to day,
    and counts of the missing of two days.
    """
    if left["answer"] is not None:
        clash = "agree" if left["answer"] == right["answer"] else "compatible"
    elif left["stance"] is not None:
        clash = (
            "agree"
            if left["stance"] == right["stance"]
            else "denial"
            if "denies" in (left["frame"], right["frame"])
            else "conflict"
        )
    else:
        clash = _intervals(left, right)
    if clash not in ("conflict", "denial"):
        return clash
    if left["utterance"] == right["utterance"]:
        return "repeat"
    if left["speaker"] and left["speaker"] == right["speaker"]:
        return "superseded" if left["day"] != right["day"] else "repeat"
    return "compatible" if _of_others(left, right) or _outgrown(left, right) or _passed(left, right) else clash


def undecided(left: Mapping[str, Any], right: Mapping[str, Any]) -> frozenset[str]:
    """Which relations texts do not tell apart for two members; none where they tell. Whether one cause, or one warning, in other
    details ("a gas bottle in a kitchen", "a gas cylinder in a snack bar") is the same one; nor whether a part and a whole that
    are as many agree, or those whom some doctors treated and those whom others did. Nor whether "40 tonnes" is 42, rounded; nor
    on what day people were missing by an account without a date, or at what hour they "remained" so.
    """
    if left["answer"] is not None or left["stance"] is not None:
        return frozenset() if left["utterance"] == right["utterance"] else _BOTH_HOLD
    if _rounded(left, right):
        return _BOTH_HOLD | {"conflict", "repeat", "superseded"}
    if left.get("passing") and any(m["lasting"] or not m["published"] for m in (left, right)):
        return frozenset({"compatible", "conflict"})
    return _BOTH_HOLD if left["part"] != right["part"] or _of_others(left, right) else frozenset()


def _intervals(left: Mapping[str, Any], right: Mapping[str, Any]) -> str:
    """Who is included in a figure is a part of it; who is not counted makes it another. Figures of two parts may both hold; a
    part is at most the whole.
    """
    if _unit(left) != _unit(right) or _without(left) != _without(right):
        return "compatible"
    (a, b), (c, d) = _bounds(left), _bounds(right)
    if (a, b) == (c, d):
        return "agree"
    if left["part"] != right["part"]:
        return "conflict" if (not right["part"] and a > d) or (not left["part"] and c > b) else "compatible"
    return "compatible" if a <= d and c <= b else "conflict"


def _unit(member: Mapping[str, Any]) -> str | None:
    """The unit of a figure, by which it is compared: weeks are days."""
    return "days" if member["unit"] == "weeks" else member["unit"]


def _bounds(member: Mapping[str, Any]) -> tuple[float, float]:
    times = _WEEK if member["unit"] == "weeks" else 1
    return member["low"] * times, math.inf if member["high"] is None else member["high"] * times


def _rounded(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether of two weights the one is in tens, and the other may be meant by it."""
    if left["unit"] not in _WEIGHTS or left["unit"] != right["unit"]:
        return False
    return (left["value"] % _TEN == 0) != (right["value"] % _TEN == 0) and abs(left["value"] - right["value"]) <= _TEN / 2


def _of_others(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether two figures are of one part of which there may be several: whom these doctors treated, and whom those did."""
    return bool(left.get("several")) and left["part"] == right["part"]


def _outgrown(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether the lower of two counts was last given before the higher first was, copies left aside; not where no date tells."""
    if left.get("passing") or not left.get("since") or not right.get("since"):
        return False
    low, high = sorted((left, right), key=lambda m: (m["low"], m["high"] or math.inf))
    return bool(low["until"] < high["since"])


def _passed(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether two counts of what is other on the next day are of two: so are their accounts, or the one was last given, copies
    left aside, before the other first was; not where no date tells.
    """
    if not left.get("passing") or not left["published"] or not right["published"]:
        return False
    if left["published"] != right["published"]:
        return True
    apart = left["since"] and right["since"] and (left["until"] < right["since"] or right["until"] < left["since"])
    return bool(apart)


def _without(member: Mapping[str, Any]) -> str:
    """Who is left out of a figure."""
    return str(member["scope"]) if member["scope"].startswith("not counting") else ""


def _account(w: Written) -> dict[str, Any]:
    a = w.account
    made = {"id": a.id, "outlet": a.outlet, "role": a.role, "day": a.day, "published": w.published, "family": a.family}
    return made | {"agency": a.agency[0] if a.agency else None, "notice": a.notice, "models": [d.model for d in a.models]}


def _people(world: World, w: Written) -> Iterator[Name]:
    """Everybody who is named in an account or could be."""
    yield from (x.name for x in (*world.witnesses, *w.account.people))
    yield from (p.sentence.resident for p in w.placed if p.sentence.resident)


def _carried(w: Written, written: Sequence[Written]) -> Iterator[str]:
    """Accounts that this one names though it may have got their words at second hand: the agency of a copied wire, the paper to
    which somebody spoke.
    """
    named = {p.sentence.medium for p in w.placed} | ({w.account.agency[0]} if w.account.agency else set())
    yield from (x.account.id for x in written if x.account.outlet in named and x is not w)


def _sentence(w: Written, p: Placed) -> dict[str, Any]:
    s = p.sentence
    return {
        "account": w.account.id, "start": p.start, "end": p.end, "utterance": s.utterance, "kind": s.kind, "fact": s.fact,
        "origin": s.origin,
    }  # fmt: skip


def _points(world: World, written: Sequence[Written]) -> list[dict[str, Any]]:
    by_fact: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for w in written:
        for p in w.placed:
            if p.sentence.fact:
                by_fact[p.sentence.fact].append(_member(w, p))
    points = []
    for fact, members in by_fact.items():
        known = worlds.facts()[fact]
        _date(members, known.get("rises", False) or known.get("passes", False))
        kind = "yes-no" if "yes" in known else "what" if fact == "cause" else "number"
        disputed = any(relation(a, b) in ("conflict", "denial") for a in _distinct(members) for b in _distinct(members))
        points.append(
            {
                "id": f"{world.id}.{fact}",
                "kind": kind,
                "question": known["question"],
                "disputed": disputed,
                "origins": sorted({m["origin"] for m in members}),
                "sources": sorted({m["speaker"] or m["origin"] for m in members}),
                "members": members,
            }
        )
    return points


def _date(members: Sequence[dict[str, Any]], changes: bool) -> None:
    """Puts into each member since and until when its figure was given, None where it does not change or no date tells."""
    given: dict[tuple[Any, ...], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for member in members:
        days = given[member["low"], member["high"], member["unit"]][member["utterance"]]
        if member["published"]:
            days.append(member["published"])
    for member in members:
        told = [min(days, default="") for days in given[member["low"], member["high"], member["unit"]].values()]
        dated = changes and all(told)
        member |= {"since": min(told) if dated else None, "until": max(told) if dated else None}


def _distinct(members: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One member for each thing said, so that two thousand accounts are compared in no time."""
    keys = ("low", "high", "unit", "scope", "part", "stance", "answer", "frame", "speaker")
    found = {(*(m[k] for k in keys), m["passing"] and m["published"]): m for m in members}
    return list(found.values())


def _member(w: Written, p: Placed) -> dict[str, Any]:
    s = p.sentence
    low, high = s.figure.bounds if s.figure else (None, None)
    known = worlds.facts()[s.fact] if s.fact else {}
    part = _partial(known, p.text)
    return {
        "account": w.account.id,
        "start": p.start,
        "end": p.end,
        "figure": p.figure,
        "value": s.figure.value if s.figure else None,
        "low": low,
        "high": None if high == math.inf else high,
        "unit": s.figure.unit if s.figure else None,
        "scope": s.figure.scope if s.figure else "",
        "part": part,
        "several": part in known.get("several", ()),
        "passing": known.get("passes", False),
        "lasting": bool(_LASTING.search(p.text)),
        "stance": s.stance,
        "answer": s.answer,
        "frame": s.frame,
        "speaker": s.speaker,
        "origin": s.origin,
        "utterance": s.utterance,
        "day": w.account.day,
        "published": w.published,
    }


def _partial(fact: Mapping[str, Any], text: str) -> str:
    """Of which part a sentence gives its figure only, "" where it gives the whole."""
    return next((part for part, words in fact.get("part", {}).items() if any(word in text.casefold() for word in words)), "")
