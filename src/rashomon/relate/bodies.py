"""Origins with the words that name them in, those that may be one under two names out: each counts as the other, not beside it.

"The coalition" and "the US-led coalition"; "SDF" and its full name; a ministry and its spokesman; two pages of one outlet.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rapidfuzz import fuzz

from rashomon.data import load
from rashomon.model import Document, Entity, Hop, Origin, Span
from rashomon.relate import outlets, spokespeople

RESPELLED = 75
"""Likeness (per cent of letters kept in order) at which two full names with one first name may be one person's."""

_AFTER = 90  # characters after a name in which an apposition says for whom somebody speaks
_BEFORE = 300  # characters before "its director" in which the body stands whose director it is
_TITLE = 4  # words of an office before a name
_ITS = re.compile(r"\bits (?:[\w-]+ ){0,3}?(?P<office>[\w-]+),? ?$", re.IGNORECASE)
_OWN = re.compile(r"its (?:[\w-]+ ){0,3}?(?P<office>[\w-]+)(?:,|$| [A-Z])", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def same(
    origins: Sequence[Origin],
    hops: Mapping[str, Sequence[Hop]],
    documents: Mapping[str, Document],
    entities: Mapping[str, Entity],
) -> dict[str, str]:
    """For an origin's id that of the one as which it counts. `hops`: by origin, where texts name it as a speaker."""
    beyond = [o for o in origins if not o.document]
    pairs = [
        *_spellings(origins),
        *_agencies(beyond),
        *_respelled(beyond),
        *_parts(beyond),
        *_speakers(beyond, hops, documents, entities),
    ]
    return dict(sorted(set(pairs), reverse=True))


def _agencies(beyond: Sequence[Origin]) -> Iterator[tuple[str, str]]:
    """Whoever bears an agency's name and says that it is one, and the agency that a page credits: "the Coastwire agency"."""
    credited = {outlets.stem(o.name): o.id for o in beyond if o.kind == "agency"}
    for origin in beyond:
        agency = credited.get(outlets.stem(origin.name))
        if agency and agency != origin.id and origin.kind != "work":
            yield origin.id, agency


def in_full(origins: Sequence[Origin]) -> Mapping[str, Origin]:
    """For the id of an origin whose name of two words or more is the tail of exactly one longer name, whoever bears that name."""
    known = [(o, _words(o.name)) for o in origins if not o.document and o.kind != "work"]
    ends: dict[tuple[str, ...], list[Origin]] = defaultdict(list)
    for origin, words in known:
        for i in range(1, len(words) - 1):
            ends[words[i:]].append(origin)
    return {o.id: ends[ws][0] for o, ws in known if len(ends[ws]) == 1 and ends[ws][0].kind == o.kind}


def _words(name: str) -> tuple[str, ...]:
    words = tuple(w.casefold() for w in _WORD.findall(name))
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def _spellings(origins: Sequence[Origin]) -> Iterator[tuple[str, str]]:
    """Origins of one name: pages of one outlet, a body that was not known to be one, or that goes by another common noun."""
    first: dict[tuple[str, ...], str] = {}
    for origin in origins:
        words = _words(origin.name)
        words = words if origin.document else _plainly().get(words, words)
        if words and origin.id != first.setdefault(words, origin.id):
            yield origin.id, first[words]


@cache
def _plainly() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """For each of several words for one public body the first of them: "military" is the army."""
    return {_words(name): _words(names[0]) for names in load("credits")["offices"]["alike"] for name in names}


def _respelled(beyond: Sequence[Origin]) -> Iterator[tuple[str, str]]:
    """People of one first name whose last names are nearly one: a translator's spelling, rather than a second witness."""
    by_first: dict[str, list[Origin]] = defaultdict(list)
    for origin in beyond:
        words = _words(origin.name)
        if origin.kind != "person" or len(words) < 2:
            continue
        for other in by_first[words[0]]:
            if fuzz.ratio(" ".join(words), " ".join(_words(other.name))) >= RESPELLED:
                yield origin.id, other.id
                break
        by_first[words[0]].append(origin)


def _parts(beyond: Sequence[Origin]) -> Iterator[tuple[str, str]]:
    """A body by the last words or the initials of its name, somebody by the last name, where one alone fits."""
    known = [(o, _words(o.name)) for o in beyond]
    ends: dict[tuple[str, ...], list[Origin]] = defaultdict(list)
    for origin, words in known:
        for i in range(1, len(words)):
            ends[words[i:]].append(origin)
        if len(words) > 1:
            ends["".join(w[0] for w in words),].append(origin)
    for origin, words in known:
        fitting = [o for o in ends.get(words, ()) if o.id != origin.id]
        longer = {o.id for o in fitting if o.kind == origin.kind or (o.kind == "person" and origin.name[:1].isupper())}
        if len(longer) == 1:
            yield origin.id, longer.pop()


def _speakers(
    beyond: Sequence[Origin], hops: Mapping[str, Sequence[Hop]], documents: Mapping[str, Document], entities: Mapping[str, Entity]
) -> Iterator[tuple[str, str]]:
    """Somebody who is named with a body ("a spokesman for the port authority") or as its minister, and that body, if it is an
    origin too.
    """
    bodies = [(o, names) for o in beyond if o.kind not in ("person", "work") and (names := _names(o, entities))]
    forces = _forces(beyond)
    for origin in beyond:
        if origin.kind != "person":
            continue
        titles = {word for hop in hops.get(origin.id, ()) for word in _title(hop)}
        yield from ((origin.id, force) for noun, force in forces.items() if noun in titles)
        said = _words(
            " ".join(around for hop in hops.get(origin.id, ()) if not spokespeople.past(around := _around(hop, documents)))
        )
        words = f" {' '.join(said)} {' '.join('ministry' if word == 'minister' else word for word in said)} "
        for body, names in bodies:
            if any(f" {' '.join(name)} " in words for name in names):
                yield origin.id, body.id
        for hop in hops.get(origin.id, ()):
            if hop.span and (held := _its(hop.span, documents[hop.span.document].text, bodies)):
                yield origin.id, held
                break


def _forces(beyond: Sequence[Origin]) -> dict[str, str]:
    """For each common noun of a public body ("police") the only origin that it may stand for: "regional police"."""
    found: dict[str, list[Origin]] = defaultdict(list)
    for origin in beyond:
        noun = " ".join(_words(origin.name)[-1:])
        if origin.kind not in ("person", "work") and spokespeople.public(noun):
            found[noun].append(origin)
    longer = {noun: [o for o in known if len(_words(o.name)) > 1] or known for noun, known in found.items()}
    return {noun: known[0].id for noun, known in longer.items() if len(known) == 1}


def _title(hop: Hop) -> tuple[str, ...]:
    """The words right before a speaker's name, which say for whom: "police inspector Jonas Ahl"; none of a former one."""
    said = hop.span.text if hop.span else ""
    before = said.partition(hop.name)[0] if hop.name in said and hop.name != said else ""
    return () if spokespeople.past(before) or len(before.split()) > _TITLE else _words(before)


def _its(span: Span, text: str, bodies: Sequence[tuple[Origin, set[tuple[str, ...]]]]) -> str | None:
    """The body last named in the paragraph before "its director", or before a name that "its director," stands before."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _BEFORE)
    said = _OWN.match(span.text) or _ITS.search(text[start : span.start])
    if said is None or said["office"].lower() not in load("credits")["offices"]["words"]:
        return None
    before = f" {' '.join(_words(text[start : span.start]))} "
    last = [(max(before.rfind(f" {' '.join(name)} ") for name in names), body.id) for body, names in bodies]
    place, key = max(last, default=(-1, ""))
    return key if place >= 0 else None


def _names(origin: Origin, entities: Mapping[str, Entity]) -> set[tuple[str, ...]]:
    """The names of a body that are no common words: with a capital letter, or of two words. A country's envoy is himself."""
    entity = entities.get(origin.entity or "")
    if entity and entity.kind == "place":
        return set()
    texts = {origin.name, *(v.text for v in entity.variants)} if entity else {origin.name}
    return {words for t in texts if (words := _words(t)) and (any(c.isupper() for c in t) or len(words) > 1)}


def _around(hop: Hop, documents: Mapping[str, Document]) -> str:
    """The words that name a speaker, with an apposition that follows them."""
    if hop.span is None:
        return hop.name
    text = documents[hop.span.document].text
    after = text[hop.span.end : hop.span.end + _AFTER].split("\n")[0]
    said = re.match(r",? (?:a|an|the|its|their)? ?[^,.;:“”\"]*,", after) if after[:1] == "," else None
    return hop.span.text + (said.group() if said else "")
