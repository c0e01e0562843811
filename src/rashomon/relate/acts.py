"""Claims of all documents in, acts out: one verb and what it is done to, told by several accounts, with who, when or where.

Found by an index of verb and thing, never by setting all claims against all. A claim that denies, plans or only thinks possible
tells of no act.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from rashomon import data
from rashomon.meaning.families import spoken
from rashomon.model import NUMBERED, Act, Annotations, Argument, Claim, Entity, Mention, Part, Timex, Told
from rashomon.relate.wordings import Copies
from rashomon.text import gazetteer

_DOERS = frozenset({"person", "organisation", "group", "place"})
_AT = frozenset({"in", "at", "near", "inside", "outside"})
_NUMBERED = re.compile(rf"(?<!not )\b(?:{'|'.join(sorted(_AT))})\s+([A-Z][a-z]+\s+\d{{1,3}}[A-Z]?)\b(?!\s*[,:.]?\d)")
_LONGEST = 40  # claims of one act: of more, verb and thing are what the whole event is about

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """A claim as an act: who, to what, where, when; `words` are its other content lemmas."""

    claim: Claim
    document: str
    subjects: tuple[Part, ...]
    doers: tuple[Part, ...]
    things: tuple[Part, ...]
    places: tuple[Part, ...]
    time: str | None
    words: frozenset[str]
    firm: bool


def relate(annotations: Sequence[Annotations], entities: Sequence[Entity], copies: Copies) -> list[Act]:
    """The acts, each told by two documents or more and in two ways at least, in the order of their first claim."""
    known = {e.id: e for e in entities}
    repeated = {key for keys in copies.values() for key in keys}
    frames = [f for found in annotations for f in _frames(found, known) if f.claim.id not in repeated]
    acts = [*_who(frames), *_whenwhere(frames)]
    return sorted(acts, key=lambda a: (a.told[0].claim, a.kind, a.verb, a.of))


def _frames(found: Annotations, entities: Mapping[str, Entity]) -> Iterator[_Frame]:
    mentions = {m.id: m for m in found.mentions}
    times = {t.id: t for t in found.times}
    light = frozenset(data.load("acts")["light"])
    for claim in found.claims:
        if not _happened(claim) or not claim.predicate or claim.predicate in light:
            continue
        inside = [mentions[key] for key in claim.mentions if key in mentions]
        doers, things = (tuple(_parts(claim, role, inside, entities)) for role in ("agent", "patient"))
        places = tuple(_places(claim, inside, entities))
        taken = {claim.predicate, *(p.head for p in (*doers, *things, *places))}
        yield _Frame(
            claim=claim,
            document=found.document,
            subjects=doers,
            doers=tuple(p for p in doers if p.kind in _DOERS or p.country),
            things=things,
            places=places,
            time=_dated(claim, times),
            words=frozenset(claim.words) - taken,
            firm=bool(places) or (bool(things) and all(_anchored(p, inside) for p in things)),
        )


def _happened(claim: Claim) -> bool:
    return not claim.negated and claim.polarity != "denied" and claim.modality in ("certain", "alleged")


def _dated(claim: Claim, times: Mapping[str, Timex]) -> str | None:
    """The one time of the claim, where it is a day or few."""
    own = [times[key] for key in claim.times if key in times]
    told = [a.span for a in claim.arguments if a.role == "time"]
    if len(own) != 1 or not own[0].earliest or not own[0].latest or own[0].type not in ("DATE", "TIME"):
        return None
    return own[0].id if any(span.overlap(own[0].span) for span in told) else None


def _parts(claim: Claim, role: str, mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> Iterator[Part]:
    for argument in claim.arguments:
        if (
            argument.role != role
            or argument.head.lower() in frozenset(data.load("acts")["general"])
            or not argument.head[:1].isalpha()
        ):
            continue
        yield part(argument, mentions, entities)


def _places(claim: Claim, mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> Iterator[Part]:
    """The places by name in or at which it was, whatever they hang on."""
    for mention in mentions:
        before = claim.span.text[: max(0, mention.span.start - claim.span.start)].split() or [""]
        if mention.kind == "place" and mention.form == "name" and before[-1].lower() in _AT:
            words = mention.span.text.split()
            made = part(Argument(role="place", head=words[-1], span=mention.span), [mention], entities)
            yield replace(made, within=tuple(_within(claim, mention, mentions)))
    for found in _NUMBERED.finditer(claim.span.text):
        start = claim.span.start + found.start(1)
        span = replace(claim.span, start=start, end=start + len(found[1]), text=found[1])
        yield Part(span=span, head=" ".join(found[1].split()).casefold(), kind=NUMBERED, named=True)


def _within(claim: Claim, place: Mention, mentions: Sequence[Mention]) -> Iterator[str]:
    """The entities that a text says, each right behind the one before, a place lies in."""
    here = place
    for mention in sorted(mentions, key=lambda m: m.span.start):
        between = claim.span.text[here.span.end - claim.span.start : mention.span.start - claim.span.start]
        if mention.kind == "place" and mention.entity and mention.span.start > here.span.start and between.strip() == ",":
            yield mention.entity
            here = mention


def part(argument: Argument, mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> Part:
    """An argument with the entity that its head names, a name before a description."""
    head = argument.head.casefold()
    heads = [m for m in mentions if m.span.overlap(argument.span) and _names(m, head)]
    found = min(heads, key=lambda m: (m.form == "descriptor", m.span.start), default=None)
    entity = entities.get(found.entity or "") if found else None
    named = found is not None and found.form != "descriptor"
    words = found.span.text if named and found else argument.span.text
    return Part(
        span=argument.span,
        head=argument.head,
        entity=entity.id if entity else None,
        kind=found.kind if found else None,
        named=named,
        country=_country(words, named),
        place=entity.place if entity else None,
    )


def _names(mention: Mention, head: str) -> bool:
    words = [w.casefold().strip(".,’'") for w in mention.span.text.split()]
    return mention.head == head or head.strip(".") in words or (mention.head or "").casefold() == head


def _country(words: str, named: bool) -> str | None:
    """The country that a name is, or that a description puts before its noun."""
    if named and (what := gazetteer.known(words)):
        return what.country
    return next((code for word in words.split() if (code := gazetteer.nationality(word) or _initials(word))), None)


def _initials(word: str) -> str | None:
    """The country whose initials a word is: "a UK official"."""
    what = gazetteer.known(word) if word.isupper() else None
    return what.country if what and what.key.startswith("country:") else None


def _who(frames: Sequence[_Frame]) -> Iterator[Act]:
    """One verb and one thing, and several doers."""
    by_key: dict[Key, list[_Frame]] = defaultdict(list)
    for frame in frames:
        if frame.doers and not any(spoken(frame.claim, thing.head) == "agreement" for thing in frame.things):  # see `deals`
            for thing in frame.things:
                by_key[frame.claim.predicate or "", *_key(thing)].append(frame)
    for (verb, *_), held in by_key.items():
        for together in _alike(held):
            if len({_keys(f.doers) for f in together}) > 1:
                told = tuple(Told(claim=f.claim.id, parts=f.doers, firm=f.firm) for f in together)
                yield Act(kind="who", verb=verb, of=_thing(together), told=told)


def _whenwhere(frames: Sequence[_Frame]) -> Iterator[Act]:
    """One verb, one doer and one thing, as far as it takes both, and days or places."""
    by_key: dict[Key, list[_Frame]] = defaultdict(list)
    for frame in frames:
        if (frame.subjects or frame.things) and (frame.time or frame.places):
            whose = *_keys(frame.subjects), "to", *_keys(frame.things)
            by_key[frame.claim.predicate or "", *whose].append(frame)
    for (verb, *_), held in by_key.items():
        for together in _alike(held):
            dated = tuple(Told(claim=f.claim.id, time=f.time, firm=f.firm) for f in together if f.time)
            placed = tuple(Told(claim=f.claim.id, parts=f.places, firm=f.firm) for f in together if f.places)
            for kind, told in (("when", dated), ("where", placed)):
                documents = {f.document for f in together for t in told if t.claim == f.claim.id}
                if len(documents) > 1:
                    yield Act(kind=kind, verb=verb, of=_thing(together), told=told)


def _anchored(thing: Part, mentions: Sequence[Mention]) -> bool:
    """Whether the words for a thing name somebody, some body or some place: "the mayor of Orlen"."""
    return any(m.span.overlap(thing.span) for m in mentions)


def _key(part: Part) -> Key:
    return ("named", part.entity) if part.entity and part.named else ("called", part.country or "", part.head)


def _keys(parts: Iterable[Part]) -> Key:
    return tuple(chain.from_iterable(sorted(_key(p) for p in parts)))


def _thing(frames: Sequence[_Frame]) -> tuple[str, ...]:
    """The briefest words for what the act was done to, else for who did it."""
    parts = [p for f in frames for p in (f.things or f.subjects)]
    return (min((" ".join(p.span.text.split()) for p in parts), key=lambda t: (len(t), t)),) if parts else ()


def _alike(held: Sequence[_Frame]) -> Iterator[list[_Frame]]:
    """Frames that are tied to one another by a further word that both hold; those of two documents or more."""
    frames = list({f.claim.id: f for f in held}.values())
    if not 1 < len(frames) <= _LONGEST:
        return
    left = sorted(frames, key=lambda f: f.claim.id)
    while left:
        group, open_ = [], [left.pop(0)]
        while open_:
            one = open_.pop(0)
            group.append(one)
            near = [f for f in left if f.words & one.words]
            left = [f for f in left if not f.words & one.words]
            open_ += near
        if len({f.document for f in group}) > 1:
            yield group
