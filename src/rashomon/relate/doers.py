"""Claims of all documents that say who did a deed in, an act for each deed that two documents tell of out.

Claims tell of one deed where it is of one kind, done to one thing, and neither days nor places part them. "The strike", "it" and
a bare accusation are of the deed that their account spoke of last.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.data import load
from rashomon.meaning import doingwords
from rashomon.meaning.deedtold import Deed, listed
from rashomon.meaning.doerphrases import DID, NOT, OPEN, TOLD, Doing
from rashomon.meaning.doings import doings
from rashomon.model import Act, Annotations, Claim, Document, Entity, Mention, Part, Timex, Told
from rashomon.relate.cliques import cliques
from rashomon.relate.doernames import together
from rashomon.relate.doerparts import Known, doer
from rashomon.relate.doerquestions import asked
from rashomon.relate.wordings import Copies
from rashomon.text import days, gazetteer

KIND = "doer"
"""The kind of an act whose accounts may differ in who did it."""

_LONGEST = 200  # claims on one kind of deed that are set side by side
_NEAR = 1  # days between two times of one deed
_WIDE = 31  # days: a time that leaves more open tells no deed from another
_IN = re.compile(r"\b(?:in|at|on|of|outside|near|inside|to)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_ONE = frozenset({"transport", "permission"})
"""Kinds of deed of which an event has one, whatever words a claim has for those to whom it is done."""
_BODIES = frozenset({"organisation", "group"})
_FORCE = frozenset({"attack", "shooting", "killing"})


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
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


def relate(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    entities: Mapping[str, Entity],
    speaks: Mapping[str, str],
    copies: Copies,
) -> list[Act]:
    """The acts, in the order of their first claim. `speaks`: for the entity of a person that of the body he speaks for."""
    known = Known(entities, speaks, documents, annotations)
    repeated = {key for keys in copies.values() for key in keys}
    by_kind: dict[str, list[_Frame]] = defaultdict(list)
    loose: dict[str, list[_Frame]] = defaultdict(list)
    for found in annotations:
        for frame in _resolved([*_frames(found, known)]):
            if frame.claim.id in repeated or not frame.kind:
                continue
            (by_kind if frame.targets else loose)[frame.kind].append(frame)
    near = together(annotations)
    acts = [act for kind, frames in by_kind.items() for act in _acts(kind, frames[:_LONGEST], loose[kind][:_LONGEST], near)]
    return sorted(acts, key=lambda a: (a.told[0].claim, a.verb))


def _frames(found: Annotations, known: Known) -> Iterator[_Frame]:
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
            yield _Frame(
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


def _resolved(frames: Sequence[_Frame]) -> Iterator[_Frame]:
    """The frames of one document, those that point back with what they point to."""
    before: list[_Frame] = []
    for frame in frames:
        if frame.other == "later" and frame.targets and _after_another(frame, before):
            frame = replace(frame, other="")
        if not frame.targets and frame.other != "several":
            frame = _pointing(frame, [f for f in before if f.targets and _pointed(frame, f)])
        if frame.kind == "killing" and (
            force := next((f.kind for f in reversed(before) if f.kind in _FORCE - {"killing"} and _shared(f, frame)), None)
        ):
            frame = replace(frame, kind=force)
        before.append(frame)
        yield frame


def _after_another(frame: _Frame, before: Sequence[_Frame]) -> bool:
    """Whether what a deed came later than was done to something else: "a depot was hit, the market hours later"."""
    return next((f.targets.isdisjoint(frame.targets) for f in reversed(before) if f.own and f.targets), True)


def _pointing(frame: _Frame, known: Sequence[_Frame]) -> _Frame:
    """A frame with what it points to: what its account tells of first, and of who is only blamed what it spoke of last."""
    if not known:
        return frame
    bare = frame.kind is None and frame.noun is None
    own = [f for f in known if f.own] or known
    chosen, last = known[-1] if bare else own[0], own[-1]
    return replace(
        frame,
        kind=chosen.kind if frame.kind in (None, "killing") else frame.kind,
        targets=chosen.targets,
        other=frame.other or chosen.other,
        places=frame.places or chosen.places,
        times=frame.times or chosen.times,
        sure=bool(chosen.targets & last.targets) and chosen.other == last.other,
        own=False,
    )


def _pointed(frame: _Frame, earlier: _Frame) -> bool:
    """Whether a deed that an account told of before may be the one that a claim speaks of without saying to what."""
    kinds: Mapping[str, Sequence[str]] = load("doings")["alike"]
    alike = frame.kind is None or frame.kind == earlier.kind or earlier.kind in kinds.get(frame.kind, ())
    alike = alike or {frame.kind, earlier.kind} <= doingwords.done_to_people()  # who was taken is who was freed
    if frame.kind is None and frame.noun and earlier.kind not in _FORCE:
        return False  # "the deaths" of those who were killed, and of nothing else
    if earlier.other in ("since", "several"):
        return False
    return alike and not _parted(frame, earlier, frozenset()) and frame.other in ("", earlier.other)


def _acts(kind: str, frames: Sequence[_Frame], loose: Sequence[_Frame], near: frozenset[frozenset[str]]) -> Iterator[Act]:
    for n, group in enumerate(_groups(frames, near)):
        own = [f for f in loose if not f.other and not any(_parted(f, g, near) for g in group)] if n == 0 else []
        together = [*group, *(replace(f, sure=False) for f in own)]
        told = tuple(replace(t, firm=f.sure) for f in sorted(together, key=lambda f: f.claim.id) for t in f.told)
        saying = {f.document for f in together if f.told}
        if len(saying) > 1 and any(t.role == DID for t in told):
            yield Act(kind=KIND, verb=kind, of=(asked(kind, [(f.claim, f.noun, f.targets) for f in together]),), told=told)


def _groups(frames: Sequence[_Frame], near: frozenset[frozenset[str]]) -> list[list[_Frame]]:
    """Frames any two of which may tell of one deed, the group of most documents first, and those that go with one of these."""
    groups = [*cliques(frames, lambda left, right: _one(left, right, near))]
    held = {f.claim.id for group in groups for f in group}
    groups += [[f] for f in frames if f.claim.id not in held]
    groups.sort(key=lambda g: (-len({f.document for f in g}), -len(g), g[0].claim.id))
    made: list[list[_Frame]] = []
    for group in groups:
        home = next((m for m in made if all(_belongs(f, m, near) for f in group)), None)
        if home is None:
            made.append([*group])
        else:
            home += group
    return made


def _belongs(frame: _Frame, group: Sequence[_Frame], near: frozenset[frozenset[str]]) -> bool:
    """Whether a claim shares what was done with a group, and is parted from none of it."""
    return any(frame.targets & f.targets for f in group) and not any(
        f.other != frame.other or _parted(frame, f, near) for f in group
    )


def _one(left: _Frame, right: _Frame, near: frozenset[frozenset[str]]) -> bool:
    """Whether two claims tell of one deed."""
    return bool(left.targets & right.targets) and left.other == right.other and not _parted(left, right, near)


def _shared(left: _Frame, right: _Frame) -> bool:
    return bool(left.targets & right.targets) or not right.targets


def _parted(left: _Frame, right: _Frame, near: frozenset[frozenset[str]]) -> bool:
    """Whether days or places say of two deeds that they are two; places that one claim names together part nothing (`near`)."""
    gaps = [days.gap(ours, theirs) for ours in left.times for theirs in right.times]
    if gaps and min(gaps) > _NEAR:
        return True
    if not left.places or not right.places or left.places & right.places:
        return False
    return not any(frozenset((a, b)) in near for a in left.places for b in right.places)
