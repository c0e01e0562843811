"""Claims of all documents that say who did a deed in, an act for each deed that two documents tell of out.

Claims tell of one deed where it is of one kind, done to one thing, and neither days nor places part them. "The strike", "it" and
a bare accusation are of the deed that their account spoke of last.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.data import load
from rashomon.meaning import doingwords
from rashomon.meaning.doerphrases import DID
from rashomon.model import Act, Annotations, Document, Entity
from rashomon.relate.cliques import cliques
from rashomon.relate.doerframes import Frame, frames
from rashomon.relate.doernames import together
from rashomon.relate.doerparts import Known
from rashomon.relate.doerquestions import asked
from rashomon.relate.wordings import Copies
from rashomon.text import days

KIND = "doer"
"""The kind of an act whose accounts may differ in who did it."""

_LONGEST = 200  # claims on one kind of deed that are set side by side
_NEAR = 1  # days between two times of one deed
_FORCE = frozenset({"attack", "shooting", "killing"})


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
    by_kind: dict[str, list[Frame]] = defaultdict(list)
    loose: dict[str, list[Frame]] = defaultdict(list)
    for found in annotations:
        for frame in _resolved([*frames(found, known)]):
            if frame.claim.id in repeated or not frame.kind:
                continue
            (by_kind if frame.targets else loose)[frame.kind].append(frame)
    near = together(annotations)
    acts = [act for kind, frames in by_kind.items() for act in _acts(kind, frames[:_LONGEST], loose[kind][:_LONGEST], near)]
    return sorted(acts, key=lambda a: (a.told[0].claim, a.verb))


def _resolved(frames: Sequence[Frame]) -> Iterator[Frame]:
    """The frames of one document, those that point back with what they point to."""
    before: list[Frame] = []
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


def _after_another(frame: Frame, before: Sequence[Frame]) -> bool:
    """Whether what a deed came later than was done to something else: "a depot was hit, the market hours later"."""
    return next((f.targets.isdisjoint(frame.targets) for f in reversed(before) if f.own and f.targets), True)


def _pointing(frame: Frame, known: Sequence[Frame]) -> Frame:
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


def _pointed(frame: Frame, earlier: Frame) -> bool:
    """Whether a deed that an account told of before may be the one that a claim speaks of without saying to what."""
    kinds: Mapping[str, Sequence[str]] = load("doings")["alike"]
    alike = frame.kind is None or frame.kind == earlier.kind or earlier.kind in kinds.get(frame.kind, ())
    alike = alike or {frame.kind, earlier.kind} <= doingwords.done_to_people()  # who was taken is who was freed
    if frame.kind is None and frame.noun and earlier.kind not in _FORCE:
        return False  # "the deaths" of those who were killed, and of nothing else
    if earlier.other in ("since", "several"):
        return False
    return alike and not _parted(frame, earlier, frozenset()) and frame.other in ("", earlier.other)


def _acts(kind: str, frames: Sequence[Frame], loose: Sequence[Frame], near: frozenset[frozenset[str]]) -> Iterator[Act]:
    for n, group in enumerate(_groups(frames, near)):
        own = [f for f in loose if not f.other and not any(_parted(f, g, near) for g in group)] if n == 0 else []
        together = [*group, *(replace(f, sure=False) for f in own)]
        told = tuple(replace(t, firm=f.sure) for f in sorted(together, key=lambda f: f.claim.id) for t in f.told)
        saying = {f.document for f in together if f.told}
        if len(saying) > 1 and any(t.role == DID for t in told):
            yield Act(kind=KIND, verb=kind, of=(asked(kind, [(f.claim, f.noun, f.targets) for f in together]),), told=told)


def _groups(frames: Sequence[Frame], near: frozenset[frozenset[str]]) -> list[list[Frame]]:
    """Frames any two of which may tell of one deed, the group of most documents first, and those that go with one of these."""
    groups = [*cliques(frames, lambda left, right: _one(left, right, near))]
    held = {f.claim.id for group in groups for f in group}
    groups += [[f] for f in frames if f.claim.id not in held]
    groups.sort(key=lambda g: (-len({f.document for f in g}), -len(g), g[0].claim.id))
    made: list[list[Frame]] = []
    for group in groups:
        home = next((m for m in made if all(_belongs(f, m, near) for f in group)), None)
        if home is None:
            made.append([*group])
        else:
            home += group
    return made


def _belongs(frame: Frame, group: Sequence[Frame], near: frozenset[frozenset[str]]) -> bool:
    """Whether a claim shares what was done with a group, and is parted from none of it."""
    return any(frame.targets & f.targets for f in group) and not any(
        f.other != frame.other or _parted(frame, f, near) for f in group
    )


def _one(left: Frame, right: Frame, near: frozenset[frozenset[str]]) -> bool:
    """Whether two claims tell of one deed."""
    return bool(left.targets & right.targets) and left.other == right.other and not _parted(left, right, near)


def _shared(left: Frame, right: Frame) -> bool:
    return bool(left.targets & right.targets) or not right.targets


def _parted(left: Frame, right: Frame, near: frozenset[frozenset[str]]) -> bool:
    """Whether days or places say of two deeds that they are two; places that one claim names together part nothing (`near`)."""
    gaps = [days.gap(ours, theirs) for ours in left.times for theirs in right.times]
    if gaps and min(gaps) > _NEAR:
        return True
    if not left.places or not right.places or left.places & right.places:
        return False
    return not any(frozenset((a, b)) in near for a in left.places for b in right.places)
