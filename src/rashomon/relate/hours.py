"""Claims of all documents that say at what time of the day something happened in, acts that they tell of out.

Of what may happen several times in one event claims must share further words, and where one account gives two
times of a thing in one voice, nobody knows which of them another means.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.data import load
from rashomon.meaning import happened
from rashomon.meaning.background import since
from rashomon.meaning.families import family
from rashomon.meaning.hours import Hours, apart, hours
from rashomon.model import Act, Annotations, Claim, Document, Timex, Told
from rashomon.relate.done import openings, together
from rashomon.relate.profiles import ENTITY, FAMILY, Profile
from rashomon.text import days

KIND = "hour"
"""The kind of an act whose accounts may differ in the time of the day."""

_BOUNDS = frozenset({"beginning", "end"})
_LONGEST = 200  # claims on one thing that are set side by side
_TIMED = re.compile(
    r"\d|^[ap]\.?m\.?$|^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:morning|afternoon|evening|night|dawn|local|time|early)$"
)


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    """A claim with what happened, and when; `terms` are what else it speaks of, `places` the names among them, `began` the
    heads of its subject, with their families.
    """

    claim: Claim
    document: str
    happening: str
    time: Timex
    hours: Hours
    terms: frozenset[str]
    places: frozenset[str]
    began: frozenset[str]


def relate(documents: Sequence[Document], annotations: Sequence[Annotations], made: Sequence[Profile]) -> list[Act]:
    """An act for each thing of which two documents or more say at what time it happened, one of them by the clock."""
    by_happening: dict[str, list[_Frame]] = defaultdict(list)
    profile_of = {p.claim.id: p for p in made}
    first = since(documents)
    texts = {d.id: d.text for d in documents}
    opening = openings(annotations)
    for found in annotations:
        for frame in _frames(found, profile_of, first, texts[found.document]):
            by_happening[frame.happening].append(frame)
    _with_accidents(by_happening)
    together(by_happening, opening, load("deeds")["together"]["kinds"])
    acts = []
    for name, frames in sorted(by_happening.items()):
        several = bool(_of(name).get("several")) and not (name in opening and _of(name).get("accident"))
        alike = _together(frames[:_LONGEST], several)
        if len({f.document for f in alike}) > 1 and any(f.hours.said is not None for f in alike):
            told = tuple(Told(claim=f.claim.id, time=f.time.id) for f in alike)
            acts.append(Act(kind=KIND, verb=name, of=(str(_of(name)["ask"]),), told=told))
    return acts


def _frames(found: Annotations, profile_of: dict[str, Profile], first: str | None, text: str) -> Iterator[_Frame]:
    times = {t.id: t for t in found.times}
    places = {m.entity for m in found.mentions if m.kind == "place" and m.entity}
    taken: set[str] = set()
    for claim in sorted(found.claims, key=lambda c: (c.span.end - c.span.start, c.id)):  # of two claims the inner one
        own = [times[key] for key in claim.times if key in times and key not in taken]
        if not own or not _happened(claim) or (first and any((t.latest or first) < first for t in own)):
            continue
        read = [(t, h) for t in own if t.tense not in ("future", "open") and (h := hours(t, claim))]
        for time, when in sorted(read, key=lambda r: (r[1].zone is not None, r[1].said is None, r[0].span.start))[:1]:
            shown = happened.filmed(text, claim.span.start, claim, time, happened.by_the_hour())
            if name := shown[0].kind if shown else _what(claim, time):
                taken |= {t.id for t in own}
                told = _holding(found.claims, shown[1]) if shown else claim
                profile = profile_of.get(told.id) if told else None
                terms = frozenset(w for w in (profile.own if profile else ()) if not _TIMED.search(w))
                named = frozenset(t for t in terms if t.removeprefix(ENTITY) in places and t.startswith(ENTITY))
                heads = (a.head for a in claim.arguments if a.role == "agent")
                began = frozenset(x for head in heads for x in (head, family(head)) if x)
                yield _Frame(claim, found.document, name, time, when, terms, named, began)


def _holding(claims: Sequence[Claim], place: int) -> Claim | None:
    """The closest claim around a place."""
    around = (c for c in claims if c.span.start <= place < c.span.end)
    return min(around, key=lambda c: (c.span.end - c.span.start, c.id), default=None)


def _happened(claim: Claim) -> bool:
    return not claim.negated and claim.polarity != "denied" and not claim.declines and claim.modality in ("certain", "alleged")


def _what(claim: Claim, time: Timex) -> str | None:
    """What happened at a time, None where the words do not say or say that it is not the first of several."""
    found = happened.what(claim, time, happened.by_the_hour())
    return found.kind if found and not happened.another(claim, found) else None


def _with_accidents(frames: dict[str, list[_Frame]]) -> None:
    """Sets what is called an accident under the one kind of accident that most accounts tell of, where there is one."""
    accidents = frames.pop("accident", [])
    told = {name: len({f.document for f in held}) for name, held in frames.items() if _of(name).get("accident")}
    if told and accidents:
        most = max(told.values())
        names = [name for name, count in told.items() if count == most]
        if len(names) == 1:
            frames[names[0]] += accidents


def _together(frames: Sequence[_Frame], several: bool) -> list[_Frame]:
    """The frames that tell of one thing: those that go with the one with which most go; none where one account tells of two."""
    if any(_two(a, b) for i, a in enumerate(frames) for b in frames[i + 1 :]):
        return []
    goes = {f.claim.id: [g for g in frames if g is f or _one(f, g, several)] for f in frames}
    best = max(
        frames, key=lambda f: (len({g.document for g in goes[f.claim.id]}), len(goes[f.claim.id]), f.claim.id), default=None
    )
    return goes[best.claim.id] if best else []


def _two(left: _Frame, right: _Frame) -> bool:
    """Whether one account gives two times of a thing in one voice."""
    if left.document != right.document:
        return False
    voices = [c.chain[0].entity or c.chain[0].name if c.chain else "" for c in (left.claim, right.claim)]
    return voices[0] == voices[1] and apart(left.hours, right.hours) > 0


def _one(left: _Frame, right: _Frame, several: bool) -> bool:
    """Whether two claims may tell of one thing: not of two days, nor of two places, and what happens often by further words."""
    bounds = [days.between(f.time.earliest, f.time.latest) for f in (left, right)]
    if bounds[0] and bounds[1] and days.gap(bounds[0], bounds[1]):
        return False
    shared = left.terms & right.terms - {f"{FAMILY}{left.happening}"}
    if left.happening in _BOUNDS and left.began.isdisjoint(right.began):
        return False  # the march began at four, the shooting at six
    if several:
        return sum(2 if t.startswith((ENTITY, FAMILY)) else 1 for t in shared) > 1
    return bool(shared) or not (left.places and right.places)


def _of(name: str) -> dict[str, str | bool]:
    told: dict[str, str | bool] = load("hours")["happening"][name]
    return told
