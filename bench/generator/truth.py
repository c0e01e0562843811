"""Accounts as they were written in, the truth about them out: who derives from whom, what changed, what is said on each point."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.generator import descents, relations
from bench.generator import world as worlds
from bench.generator.layout import Placed, Written
from bench.generator.records import Name, World

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
        disputed = any(relations.relation(a, b) in ("conflict", "denial") for a in _distinct(members) for b in _distinct(members))
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
