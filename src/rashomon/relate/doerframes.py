"""The claims of one document in, what each tells of a deed out: its kind, to what it was done, where, when, and by whom."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.data import load
from rashomon.meaning import doingwords
from rashomon.meaning.deedtold import Deed, listed
from rashomon.meaning.doerphrases import DID, NOT, OPEN, TOLD, Doing
from rashomon.meaning.doings import doings
from rashomon.model import Annotations, Claim, Mention, Part, Timex, Told
from rashomon.relate.doerparts import Known, doer
from rashomon.text import days, gazetteer

_WIDE = 31  # days: a time that leaves more open tells no deed from another
_IN = re.compile(r"\b(?:in|at|on|of|outside|near|inside|to)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_ONE = frozenset({"transport", "permission"})
"""Kinds of deed of which an event has one, whatever words a claim has for those to whom it is done."""
_BODIES = frozenset({"organisation", "group"})


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A claim with the deed it tells of (`kind`, to what, where, when) and what it says of doers. `sure`: whether its own words,
    or those right before, tell which deed is meant; `own`: whether they are its own.
    """

    claim: Claim
    document: str
    kind: str | None
    noun: str | None
    targets: frozenset[str]
    other: str
    places: frozenset[str]
    times: tuple[tuple[date, date], ...]
    told: tuple[Told, ...]
    sure: bool = True
    own: bool = True


def frames(found: Annotations, known: Known) -> Iterator[Frame]:
    """For each claim, in text order, what it tells of each deed."""
    mentions = {m.id: m for m in found.mentions}
    times = {t.id: t for t in found.times}
    for claim in sorted(found.claims, key=lambda c: (c.span.start, c.id)):
        inside = [mentions[key] for key in claim.mentions if key in mentions]
        by_kind: dict[str | None, list[Doing]] = defaultdict(list)
        for one in doings(claim):
            by_kind[one.deed.kind].append(one)
        for kind, held in by_kind.items():
            said = [(one, t) for one in held for t in _told(claim, one, inside, known)]
            deed = said[0][0].deed if said else held[0].deed
            told = tuple(t for one, t in said if one.deed.many == deed.many)
            doers = [one.who for one in held if one.who]
            by = frozenset(t for who in doers for t in listed(who.text))
            yield Frame(
                claim=claim,
                document=found.document,
                kind=kind,
                noun=deed.noun,
                targets=_struck(kind, deed.targets - by),
                other=deed.other or _several(deed, told),
                places=frozenset(_places(claim, inside, [p for t in told for p in t.parts])),
                times=() if deed.definite else tuple(_times(claim, times)),
                told=told,
            )


def _struck(kind: str | None, targets: frozenset[str]) -> frozenset[str]:
    """What was done, and that of which it is a part; those who were taken away are taken by one transport."""
    parts: Mapping[str, Sequence[str]] = load("doings")["targets"]["part"]
    wholes = frozenset(whole for whole, row in parts.items() if targets & {*row})
    if kind in doingwords.done_to_people():
        targets -= frozenset(load("doings")["targets"]["things"])
    return targets | wholes | ({kind} if kind in _ONE else frozenset())


def _several(deed: Deed, told: Sequence[Told]) -> str:
    """Of which of several deeds nobody knows: "air strikes", but not "no air strikes"."""
    several = deed.many and not deed.definite and not deed.targets
    return "several" if several and not (told and all(t.role == NOT for t in told)) else ""


def _told(claim: Claim, one: Doing, mentions: Sequence[Mention], known: Known) -> Iterator[Told]:
    if one.role == OPEN:
        yield Told(claim=claim.id, role=OPEN)
    elif one.role != TOLD and (part := doer(claim, one, mentions, known)):
        if one.role == NOT and one.bare and part.side not in load("doings")["accused"]["sides"]:
            return  # whom nobody would accuse clears nobody
        weak = one.role == DID and claim.predicate in load("doings")["weak"]["verbs"]
        armed = part.named and part.kind in _BODIES and doingwords.weapons("attack").search(claim.span.text)
        if part.side or armed or not weak or (part.kind == "person" and one.deed.kind in doingwords.done_to_people()):
            yield Told(claim=claim.id, parts=(part,), role=one.role)


def _times(claim: Claim, times: Mapping[str, Timex]) -> Iterator[tuple[date, date]]:
    """The first and last days of the times of a claim that are of few days."""
    for bounds in (days.between(t.earliest, t.latest) for key in claim.times if (t := times.get(key))):
        if bounds and (bounds[1] - bounds[0]).days < _WIDE:
            yield bounds


def _places(claim: Claim, mentions: Sequence[Mention], doers: Sequence[Part]) -> Iterator[str]:
    """The places that a claim names, and what bears a name among that to which a deed may be done; countries left out."""
    for mention in mentions:
        if not mention.entity or mention.form != "name" or any(p.span.overlap(mention.span) for p in doers):
            continue
        before = claim.span.text[: max(0, mention.span.start - claim.span.start)]
        put = mention.kind == "place" and _IN.search(before)
        if (put or listed(mention.span.text)) and not gazetteer.known(mention.span.text):
            yield mention.entity
