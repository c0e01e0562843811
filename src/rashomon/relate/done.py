"""Claims of all documents that say on what day something was done in, acts that they tell of out.

What was done is the word for it nearest to the time (`data/deeds.toml`). Claims tell of one deed where it is what most accounts
open with, or where they share further words; they may not name other places, nor others to whom it befell, nor lie a month apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from rashomon.data import load
from rashomon.meaning import happened
from rashomon.meaning.background import since
from rashomon.meaning.deeds import asked, deed, movers, told
from rashomon.meaning.happened import Happened
from rashomon.model import Act, Annotations, Argument, Claim, Document, Entity, Mention, Timex, Told
from rashomon.relate import doernames
from rashomon.relate.cliques import cliques
from rashomon.relate.profiles import ENTITY, FAMILY, Profile
from rashomon.relate.wordings import Copies
from rashomon.text import days, gazetteer

KIND = "day"
"""The kind of an act whose accounts may differ in the day."""

_LONGEST = 200  # claims on one kind of deed that are set side by side
_WIDE = 31  # days: a time that leaves more open says of no deed when it was
_NEAR = 31  # days between two times of one deed
_OPENING = 4  # first claims of an account, in which it says what it is about
_MOST = 0.5  # of the accounts that open with a kind of deed, for it to be what the event is
_BOUND = re.compile(
    r"\b(?:by|until|till|since|before|after|from|between)\s+(?:about\s+|around\s+|early\s+|late\s+|the\s+)*$", re.I
)
_TO = re.compile(r"\b(?:to|towards?|for|into)\s+(?:[\w-]+\s+){0,3}$", re.I)
_AT = re.compile(r"\b(?:in|at|near|from|of|outside|around|to|reached|left|fled|quit)\s+(?:the\s+|\w+ed\s+)*$", re.I)
_LONE = re.compile(r"\b(?:he|she|I)\s+(?:(?:had|was|has|been|also|then)\s+)*$")
_THE = re.compile(r"\b(?:the|this|that)\s+(?:[\w-]+\s+){0,2}$", re.I)
_BOUND_FAR = 25  # code points before a time in which such a word stands


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    """A claim with what was done, and when; `movers` are whom it befell by head and family, `places` where, countries left out;
    `terms` what else it speaks of.
    """

    claim: Claim
    document: str
    deed: Happened
    time: Timex
    who: tuple[Argument, ...]
    movers: frozenset[str]
    places: frozenset[str]
    terms: frozenset[str]


def relate(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    entities: Sequence[Entity],
    made: Sequence[Profile],
    copies: Copies,
) -> list[Act]:
    """An act for each deed of which two documents or more say on what day it was done."""
    repeated = {key for keys in copies.values() for key in keys}
    profile_of = {p.claim.id: p for p in made}
    first = since(documents)
    names = {e.id: e.name for e in entities}
    by_kind: dict[str, list[_Frame]] = defaultdict(list)
    for found in annotations:
        for frame in _frames(found, profile_of, first):
            if frame.claim.id not in repeated:
                by_kind[frame.deed.kind].append(frame)
    opening = openings(annotations)
    _with_accidents(by_kind, opening)
    together(by_kind, opening, [*load("deeds")["together"]["kinds"], *load("deeds")["together"]["days"]])
    near = doernames.together(annotations)
    return [
        act for kind, frames in sorted(by_kind.items()) for act in _acts(kind, frames[:_LONGEST], kind in opening, names, near)
    ]


def _acts(
    kind: str, frames: Sequence[_Frame], main: bool, names: Mapping[str, str], near: frozenset[frozenset[str]]
) -> Iterator[Act]:
    for alike in cliques(frames, lambda left, right: _one(left, right, kind, main, near)):
        if question := _question(kind, alike, names):
            answers = tuple(Told(claim=f.claim.id, time=f.time.id, firm=main) for f in alike)
            yield Act(kind=KIND, verb=kind, of=(question, kind), told=answers)


def _frames(found: Annotations, profile_of: Mapping[str, Profile], first: str | None) -> Iterator[_Frame]:
    times = {t.id: t for t in found.times}
    mentions = {m.id: m for m in found.mentions if m.entity and m.form == "name"}
    taken: set[str] = set()
    for claim in sorted(found.claims, key=lambda c: (c.span.end - c.span.start, c.id)):  # of two claims the inner one
        if not told(claim):
            continue
        own = [times[key] for key in claim.times if key in times and key not in taken]
        for time in sorted((t for t in own if _closed(t, first) and not _bound(t, claim)), key=lambda t: t.span.start):
            if done := _deed(claim, time):
                taken |= {t.id for t in own}
                profile = profile_of.get(claim.id)
                terms = profile.own if profile else frozenset[str]()
                who = tuple(_who(claim, done))
                yield _Frame(
                    claim=claim,
                    document=found.document,
                    deed=done,
                    time=time,
                    who=who,
                    movers=frozenset(m for a in who for m in movers(a)),
                    places=frozenset(_places(claim, done, [mentions[k] for k in claim.mentions if k in mentions])),
                    terms=terms,
                )
                break


def _closed(time: Timex, first: str | None) -> bool:
    """Whether a time is of few days, of the event and not long before."""
    bounds = days.between(time.earliest, time.latest)
    if time.type not in ("DATE", "TIME") or time.tense in ("future", "open") or not bounds:
        return False
    if (time.value or "").endswith("_REF") or time.rule.startswith("fromhours") or (first and (time.latest or "") < first):
        return False
    return (bounds[1] - bounds[0]).days < _WIDE


def _bound(time: Timex, claim: Claim) -> bool:
    """Whether a day is only that by which, or from which on, something was so: "by Friday 124 had been rescued"."""
    at = time.span.start - claim.span.start
    return bool(_BOUND.search(claim.span.text[max(0, at - _BOUND_FAR) : max(0, at)]))


def _deed(claim: Claim, time: Timex) -> Happened | None:
    """What was done then; not what a noun alone names that something else was done to."""
    deed = happened.what(claim, time, happened.by_the_day())
    if deed is None or (deed.word == "came" and not _comes(claim, deed)):
        return None
    if deed.kind in ("departure", "arrival") and _LONE.search(claim.span.text[: deed.start]):
        return None  # of one person, and not of those whom the accounts are about
    if deed.kind == "capture" and {w.strip(".,").lower() for w in claim.span.text.split()} & {
        *load("deeds")["pictured"]["words"]
    }:
        return None
    if deed.kind == "accident" and not _THE.search(claim.span.text[: deed.start]):
        return None  # "an incident" is another one
    making = load("deeds")["making"]
    if deed.bare and claim.predicate not in making["verbs"]:
        before = claim.span.text[: deed.start].lower().split()[-4:]
        headed = not claim.attribution and (deed.start == 0 or claim.predicate == deed.word)
        if not headed and not set(before) & set(making["before"]):
            return None
    return deed


def _comes(claim: Claim, deed: Happened) -> bool:
    """Whether "came" says that somebody arrived, and not that something happened."""
    return any(a.head in load("deeds")["comers"]["words"] for a in _who(claim, deed))


def _who(claim: Claim, deed: Happened) -> Iterator[Argument]:
    """Who did it or whom it befell: the claim's parts before the word for it, of the role of the last."""
    at = claim.span.start + deed.start
    before = [a for a in claim.arguments if a.role in ("agent", "patient") and a.span.end <= at]
    last = max(before, key=lambda a: a.span.start, default=None)
    return (a for a in before if last and a.role == last.role)


def _places(claim: Claim, deed: Happened, mentions: Sequence[Mention]) -> Iterator[str]:
    """The places, no countries, that the clause of a deed names; of a departure not those to which it went. What stands behind
    "in" is a place, whatever else it is taken for.
    """
    for mention in mentions:
        at, far = mention.span.start - claim.span.start, mention.span.end - claim.span.start
        between = claim.span.text[deed.start : at] if at > deed.start else claim.span.text[far : deed.start]
        before = claim.span.text[max(0, at - _BOUND_FAR) : at]
        if mention.kind != "place" and not _AT.search(before):
            continue
        gone = deed.kind == "departure" and _TO.search(before)
        if mention.entity and not gone and not happened.BREAK.search(between) and not gazetteer.known(mention.span.text):
            yield mention.entity


def openings(annotations: Sequence[Annotations]) -> frozenset[str]:
    """The kinds of deed that most accounts open with."""
    of = happened.by_the_day()
    held: Counter[str] = Counter()
    for found in annotations:
        opening = " ".join(c.span.text for c in found.claims[:_OPENING])
        held.update({of.names[w] for m in of.pattern.finditer(opening) if (w := m[0].casefold()) in of.names})
    return frozenset(k for k, n in held.items() if n > 1 and n >= _MOST * len(annotations))


def _with_accidents(frames: dict[str, list[_Frame]], opening: frozenset[str]) -> None:
    """Sets what is called an accident under the one kind of accident that most accounts open with, where there is one."""
    accidents = frames.pop("accident", [])
    happening = load("hours")["happening"]
    kinds = [k for k in sorted(opening) if k in frames and happening.get(k, {}).get("accident")]
    if len(kinds) == 1:
        frames[kinds[0]] += accidents


def together(frames: dict[str, list[Any]], opening: Set[str], alike: Sequence[Sequence[str]]) -> None:
    """Sets what may be told by the words for another kind of deed ("the crane fell", "the collapse") under the one kind that most
    accounts open with; `alike` are the kinds that are told so.
    """
    for kinds in alike:
        held = [k for k in kinds if k in opening and k in frames]
        main = max(held, key=lambda k: len({f.document for f in frames[k]}), default="")
        for kind in kinds if main else ():
            if kind != main and kind in frames:
                frames[main] += frames.pop(kind)


def _one(left: _Frame, right: _Frame, kind: str, main: bool, near: frozenset[frozenset[str]]) -> bool:
    """Whether two claims may tell of one deed; of what most accounts open with, places that one claim names together part
    nothing (`near`).
    """
    bounds = [days.between(f.time.earliest, f.time.latest) for f in (left, right)]
    if not bounds[0] or not bounds[1] or days.gap(bounds[0], bounds[1]) > _NEAR:
        return False
    apart = left.places and right.places and left.places.isdisjoint(right.places)
    if apart and not (main and any(frozenset((a, b)) in near for a in left.places for b in right.places)):
        return False
    if deed(kind).get("moved") and not _same_mover(left, right, main):
        return False
    if main or not deed(kind).get("several"):
        return True
    shared = left.terms & right.terms - {f"{FAMILY}{kind}"}
    return bool(left.movers & right.movers) or sum(2 if t.startswith((ENTITY, FAMILY)) else 1 for t in shared) > 2


def _same_mover(left: _Frame, right: _Frame, main: bool) -> bool:
    """Whether it may have befallen the same: of what is told in passing both must say whom, and alike."""
    return bool(left.movers & right.movers) or (main and not (left.movers and right.movers))


def _question(kind: str, frames: Sequence[_Frame], names: Mapping[str, str]) -> str | None:
    """When it was, with where where most of the claims that name a place name one."""
    held = Counter(p for f in frames for p in f.places if p in names)
    place = min((p for p, n in held.items() if n > 1), key=lambda p: (-held[p], p), default=None)
    return asked(kind, [f.claim for f in frames], [a for f in frames for a in f.who], names.get(place or ""))
