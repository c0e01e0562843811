"""Claims of all documents that say where those who moved went or were taken in, acts that they tell of out.

Who moved is the subject, or what the verb takes ("brought the families to Orlen"); claims belong together where they say so of
the same people, or, of what most accounts open with, do not say of whom.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.data import load
from rashomon.meaning.deeds import movers, who
from rashomon.meaning.happened import BREAK
from rashomon.model import AREA, Act, Annotations, Argument, Claim, Entity, Mention, Part, Told
from rashomon.relate.acts import part
from rashomon.relate.cliques import cliques
from rashomon.relate.done import openings
from rashomon.relate.wordings import Copies
from rashomon.text.patterns import either

KIND = "whither"
"""The kind of an act whose accounts may differ in where somebody went."""

_MOVES = frozenset({"departure", "arrival", "rescue"})
_LONGEST = 200  # claims that are set side by side
_FAR = 60  # code points from the verb to "to", and from there to a name
_BESIDE = 25  # code points between two names of one place
_STOP = re.compile(r"[,;:.()“”\"]|\b(?:where|who|which|that|when|while|after|before|because|with|by|aboard|on|from)\b")
_TAIL = re.compile(r"\s+(?:near|along|close to|at|on|around|between)\s+the\s+[\w-]+\s+(?:border|frontier|river|coast)\b")
_NAMED_ON = re.compile(r"['’]s(?:\s+[A-Z][\w-]+)+")  # "Orlen Children's Hospital", of which the name was cut at the apostrophe
_PLAN = re.compile(r"\b(?:to be|would be|will be|should be|could be|wants?|wanted|not)\s+$", re.I)
_LONE = re.compile(r"\b(?:[Hh]e|[Ss]he|I|[Ww]e|[Yy]ou)\s+(?:(?:had|was|has|been|also|then)\s+)*$")
_RELATIVE = re.compile(r"\b(?:who|which|that)\s+(?:(?:had|have|has|were|was|been|also|later|then)\s+)*$", re.I)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|got)\s+(?:\w+ly\s+)?$", re.I)
_AT = re.compile(r"\b(?:to|towards?|for|in|around|near|at|of)\s+(?:the\s+)?$", re.I)
_ABOUT = re.compile(r"\b(?:around|near|outside|(?:north|south|east|west)[a-z-]*\s+of)\s+$", re.I)
_PERSON = "person:"


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    """A claim with where somebody went, or was taken, and who it was by head and family."""

    claim: Claim
    document: str
    place: Part
    who: tuple[Argument, ...]
    taken: bool
    moved: frozenset[str]


def relate(annotations: Sequence[Annotations], entities: Sequence[Entity], copies: Copies) -> list[Act]:
    """An act for those of whom two documents or more say where they went."""
    repeated = {key for keys in copies.values() for key in keys}
    known = {e.id: e for e in entities}
    divisions = dict(_divisions(entities))
    frames = [_set_within(f, divisions) for a in annotations for f in _frames(a, known) if f.claim.id not in repeated][:_LONGEST]
    main = bool(openings(annotations) & _MOVES)
    return [_act(together, main) for together in cliques(frames, lambda left, right: _same(left, right, main))]


def _act(frames: Sequence[_Frame], main: bool) -> Act:
    told = tuple(Told(claim=f.claim.id, parts=(f.place,), firm=main) for f in frames)
    return Act(kind=KIND, verb="go", of=(_question(frames), "going"), told=told)


def _set_within(frame: _Frame, divisions: Mapping[str, tuple[str, ...]]) -> _Frame:
    """The same, its place within the province that is called by it."""
    within = divisions.get(frame.place.entity or "", ())
    return replace(frame, place=replace(frame.place, within=(*frame.place.within, *within)))


def _divisions(entities: Sequence[Entity]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each town the provinces called by it: "Orlen" lies in "Orlen province"."""
    words = {w.casefold() for w in load("deeds")["division"]["words"]}
    called: dict[str, list[str]] = defaultdict(list)
    for entity in (e for e in entities if e.kind == "place"):
        for variant in entity.variants:
            name = [w for w in variant.text.casefold().split() if w not in ("the", "of")]
            if len(name) > 1 and (name[-1] in words or name[0] in words):
                called[" ".join(w for w in name if w not in words)].append(entity.id)
    for entity in (e for e in entities if e.kind == "place"):
        found = {d for v in entity.variants for d in called.get(v.text.casefold(), ()) if d != entity.id}
        if found:
            yield entity.id, tuple(sorted(found))


def _frames(found: Annotations, entities: Mapping[str, Entity]) -> Iterator[_Frame]:
    mentions = {m.id: m for m in found.mentions if m.form == "name"}
    people = [m for m in found.mentions if m.kind == "person" and m.form == "name"]
    for claim in found.claims:
        if claim.negated or claim.polarity == "denied" or claim.declines or claim.modality == "future":
            continue
        named = (mentions[k] for k in claim.mentions if k in mentions)
        inside = sorted((m for m in named if _is_place(m, claim)), key=lambda m: m.span.start)
        if went := _went(claim, inside):
            verb, first, last = went
            moved = [*_parts(claim, verb, first)]
            if not _LONE.search(claim.span.text[:verb]):
                yield _Frame(
                    claim=claim,
                    document=found.document,
                    place=_place(claim, first, last, inside, entities),
                    who=tuple(a for a in moved if [*movers(a)]),
                    taken=bool(_PASSIVE.search(claim.span.text[:verb])),
                    moved=frozenset(m for a in moved for m in _moved(a, people)),
                )


def _is_place(mention: Mention, claim: Claim) -> bool:
    """Whether a name is that of a place; behind "around" it is, whatever else it is taken for."""
    at, end = mention.span.start - claim.span.start, mention.span.end - claim.span.start
    before = _ABOUT if mention.kind == "person" else _AT
    return mention.kind == "place" or bool(before.search(claim.span.text[:at]) and claim.span.text[end : end + 1] != "-")


def _went(claim: Claim, mentions: Sequence[Mention]) -> tuple[int, int, int] | None:
    """Where in a claim the verb stands, and the words for the place to which it leads begin and end."""
    text = claim.span.text
    for verb in _pattern().finditer(text):
        start = verb.end()
        if _PLAN.search(text[: verb.start()]):
            continue
        named = [m for m in mentions if start <= m.span.start - claim.span.start <= start + _FAR]
        if not named or _STOP.search(text[start : named[0].span.start - claim.span.start]):
            continue
        if not _begins(text[start : start + _FAR]):
            continue
        end = named[0].span.end - claim.span.start
        for mention in [m for m in mentions if m.span.start > named[0].span.start]:
            between = text[end : mention.span.start - claim.span.start]
            if len(between) > _BESIDE or _STOP.search(between) or BREAK.search(between.replace(" and ", " ")):
                break
            end = mention.span.end - claim.span.start
        tail = _TAIL.match(text, end) or _NAMED_ON.match(text, end)
        return verb.start(), start, tail.end() if tail else end
    return None


@cache
def _pattern() -> re.Pattern[str]:
    """A verb of moving, at most a few words, and "to"."""
    told = load("deeds")["taken"]
    verbs, to = either(told["words"]), either(told["before"])
    other = rf"\b(?:to|for|and(?!\s(?:the|their|his|her|its|\d))|who|that|until|while|when|after|before|{verbs})\b"
    moved = rf"(?:{verbs})\b(?:(?!{other})[^,;:.()]){{0,{_FAR}}}?\s+(?:{to})"
    return re.compile(rf"(?<![\w-])(?:{moved}|{either(told['reached'])})\s+", re.I)


def _begins(words: str) -> bool:
    """Whether words begin as those for a place do."""
    first = words.split()[0] if words.split() else ""
    told = load("deeds")
    plain = first.lower() in (*told["taken"]["begins"], *told["about"]["words"])
    return plain or first[:1].isupper() or "-" in first or (first.endswith("s") and not first.endswith("ss"))


def _parts(claim: Claim, verb: int, place: int) -> Iterator[Argument]:
    """What the verb takes before the place, else its subject; behind "who" whom this stands for."""
    at, far = claim.span.start + verb, claim.span.start + place
    parts = [
        a for a in claim.arguments if a.role in ("agent", "patient") and a.head.lower() not in load("deeds")["about"]["words"]
    ]
    word = claim.span.text[verb:].split()[0].lower()
    taken = [a for a in parts if a.role == "patient" and at < a.span.start and a.span.end <= far]
    if taken and word not in load("deeds")["taken"]["goes"]:
        return iter(taken)
    before = claim.span.text[:verb]
    if (found := _RELATIVE.search(before)) and found.start() > 0:
        whom = [a for a in claim.arguments if a.span.end <= claim.span.start + found.start()]
        return iter(sorted(whom, key=lambda a: a.span.start)[-1:])
    role = "patient" if _PASSIVE.search(before) else "agent"
    if role == "agent" and word in load("deeds")["taken"]["takes"]:
        return iter(())  # those who brought them are not they
    return (a for a in parts if a.role == role and a.span.start < at)


def _moved(one: Argument, people: Sequence[Mention]) -> Iterator[str]:
    """Who moved; one person, by name or by office, apart from any others."""
    words = one.span.text.split()
    if named := next((m for m in people if m.span.overlap(one.span) and m.span.text.split()[-1] == words[-1]), None):
        yield f"{_PERSON}{named.entity or named.span.text}"
    elif (heads := [*movers(one)]) and heads[0] in (w.lower() for w in words):
        yield f"{_PERSON}{heads[0]}"
    else:
        yield from heads


def _place(claim: Claim, first: int, last: int, mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> Part:
    """The words for a place, as the place that they name first; what lies about it is an area."""
    span = claim.span
    words = replace(span, start=span.start + first, end=span.start + last, text=span.text[first:last])
    inside = [m for m in mentions if m.span.overlap(words)]
    made = part(Argument(role="place", head=inside[0].span.text.split()[-1], span=inside[0].span), inside[:1], entities)
    beside = {w.strip("-").lower() for w in re.findall(r"[\w-]+", words.text)}
    return replace(made, span=words, kind=AREA if beside & set(load("deeds")["about"]["words"]) else made.kind)


def _same(left: _Frame, right: _Frame, main: bool) -> bool:
    """Whether the same may have moved: of what is told in passing both must say who, and alike."""
    alone = any(m.startswith(_PERSON) for m in left.moved | right.moved)
    return bool(left.moved & right.moved) or (main and not alone and not (left.moved and right.moved))


def _question(frames: Sequence[_Frame]) -> str:
    """Where they went, by the word by which most claims name them."""
    whom = who([a for f in frames for a in f.who])
    whom = "they" if whom == "it" else whom
    several = whom == "they" or whom.endswith("s")
    if all(f.taken for f in frames):
        return f"Where {'were' if several else 'was'} {whom} taken?"
    if not any(f.taken for f in frames):
        return f"Where did {whom} go?"
    return f"Where did {whom} go, or where {'were they' if several else 'was it'} taken?"
