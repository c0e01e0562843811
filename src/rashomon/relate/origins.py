"""Claims with their chains in, the reporting that first carried each out.

The origin of a claim is the medium that gathered it, where its chain names one ("a driver told the BBC": the BBC); else who
is named as having said it; else the page itself, or the agency whose text it prints. An origin need not be in the pile.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.data import load
from rashomon.model import Annotations, Document, Entity, Hop, Origin
from rashomon.relate import directions
from rashomon.text.namewords import bare

_MEDIA = frozenset({"organisation", "document"})
_CARRIERS = _MEDIA | {"group"}  # as what the name of an outlet may be taken
_COMMON = frozenset(
    {
        "agency",
        "daily",
        "news",
        "news agency",
        "newspaper",
        "online",
        "paper",
        "press",
        "radio",
        "service",
        "tv",
        "weekly",
        "world",
    }
)
_BEINGS = frozenset({"person", "group"})
_KINDS = {"person": "person", "organisation": "outlet", "document": "work", "group": "outlet"}


@dataclass(frozen=True, slots=True)
class Named:
    """The origin that a chain names, and the hop that names it."""

    origin: Origin
    hop: Hop


@dataclass(frozen=True, slots=True)
class Pages:
    """Each document as an origin, by its id; the documents of each outlet (or agency), by its plain name; and the plain names
    that each shorter one may stand for.
    """

    by_document: Mapping[str, Origin]
    of_outlet: Mapping[str, tuple[Document, ...]]
    shortened: Mapping[str, frozenset[str]]

    def of(self, name: str, citing: Document, short: bool = True) -> Origin | None:
        """The page in the pile that is meant where another document names an outlet, in full or (if it may be `short`) by its
        last words ("the Gazette"): the last one that could have been read, None where there is none or two outlets fit.
        """
        plain = _plain(name)
        fitting = {plain} if plain in self.of_outlet else self.shortened.get(plain, frozenset()) if short else frozenset()
        if len(fitting) != 1:
            return None
        pages = [d for d in self.of_outlet[next(iter(fitting))] if d.id != citing.id and not _after(d, citing)]
        last = max(pages, key=lambda d: (d.published.earliest or "", d.id), default=None)
        return self.by_document[last.id] if last else None


def of_documents(documents: Sequence[Document]) -> Pages:
    """The origins that are in the pile."""
    by_document = {d.id: Origin(id=f"o:{d.id}", name=directions.name(d), kind="document", document=d.id) for d in documents}
    of_outlet: dict[str, tuple[Document, ...]] = {}
    for document in documents:
        if name := _plain(document.outlet or document.agency or ""):
            of_outlet[name] = (*of_outlet.get(name, ()), document)
    shortened: dict[str, frozenset[str]] = {}
    for name in of_outlet:
        words = name.split()
        for part in {" ".join(ws) for i in range(1, len(words)) for ws in (words[:i], words[i:])} - _COMMON:
            shortened[part] = shortened.get(part, frozenset()) | {name}
    return Pages(by_document, of_outlet, shortened)


def _after(document: Document, citing: Document) -> bool:
    """Whether a document is known to be younger than the one that might cite it."""
    first, last = document.published.earliest, citing.published.latest
    return bool(first and last and first > last)


def _shortened(name: str, full: str) -> bool:
    """Whether a name is short for an outlet's: its first word or its last ones, and no common word of news."""
    words, whole = name.split(), full.split()
    return bool(words) and name not in _COMMON and words in (whole[: len(words)], whole[-len(words) :])


def _plain(name: str) -> str:
    """A name of an outlet for comparison: no article, no edition, no case."""
    return bare(re.sub(r"\([^)]*\)", " ", name))


def by_name(entities: Mapping[str, Entity]) -> dict[str, str]:
    """The id of the entity that bears each name."""
    return {e.name: e.id for e in sorted(entities.values(), key=lambda e: e.id)}


def named(
    found: Annotations, document: Document, entities: Mapping[str, Entity], names: Mapping[str, str], pages: Pages
) -> dict[str, Named]:
    """For each claim whose chain names an origin beyond the page, that origin, by the claim's id.

    `names`: the entity that bears each name. Whoever once spoke to a medium in this document spoke to it throughout; and where
    one medium gathered most of what the document reports, those whom it leaves unnamed are taken to have spoken to that medium.
    """
    chains = {
        c.id: [_linked(h, entities, names) for h in c.chain if h.kind != "outlet" and not _carrier(h, document)]
        for c in found.claims
    }
    spoke_to: dict[str, Hop] = {}
    for hops in chains.values():
        for speaker, medium in ((h, m) for i, h in enumerate(hops) if (m := _medium(hops[i + 1 :], entities)) is not None):
            spoke_to.setdefault(_key(speaker), medium)
    main = _main(chains.values(), entities)
    media = [h for hops in chains.values() for h in hops if h.kind == "organisation" and is_named(h, entities)]
    private = _private([h for hops in chains.values() for h in hops[:1]], entities) if main else frozenset()
    named: dict[str, Named] = {}
    for key, hops in chains.items():
        if not hops:
            continue
        nearest = hops[0]
        hop = (
            _medium(hops[1:], entities)
            or spoke_to.get(_key(nearest))
            or _behind(nearest, media)
            or (main if _key(nearest) in private else None)
            or (nearest if is_named(nearest, entities) and not _only_announced(nearest, document) else main)
        )
        if hop is not None:
            hop = _behind(hop, media) or hop
        if hop is not None and not _itself(hop, document, entities):
            page = next((p for n in _names(hop, entities) if (p := pages.of(n, document, hop.kind in _CARRIERS))), None)
            named[key] = Named(page or _origin(hop, entities), hop)
    return _for_bodies(named, entities)


def _for_bodies(named: dict[str, Named], entities: Mapping[str, Entity]) -> dict[str, Named]:
    """Whoever is named with a body which is itself an origin here ("council spokesman Jan Velis") speaks for that body."""
    bodies = {n.origin.id: n.origin for n in named.values() if n.origin.kind == "outlet"}
    known = {key: e for key, b in bodies.items() if (e := entities.get(b.entity or ""))}
    texts = {key: {v.text for v in e.variants} for key, e in known.items() if e.kind != "place"}  # "the US envoy" is himself
    found = {}
    for key, one in named.items():
        said = one.hop.span.text if one.hop.span and one.origin.kind == "person" else ""
        held = [
            b
            for b, names in texts.items()
            if said and any(re.search(rf"\b{re.escape(n)}\b", said) for n in names if n[:1].isupper())
        ]
        found[key] = Named(bodies[held[0]], one.hop) if len(held) == 1 else one
    return found


def _private(speakers: Sequence[Hop], entities: Mapping[str, Entity]) -> frozenset[str]:
    """People whom one account alone names, and by their bare names: without a title, an office or a body for which they speak,
    they are taken to have spoken to the medium whose work the account retells.
    """
    bare: dict[str, bool] = {}
    for hop in speakers:
        entity = entities.get(hop.entity or "")
        if hop.kind == "person" and entity and entity.kind == "person":
            said = set(hop.span.text.split()) - set(entity.name.split()) - set(hop.name.split()) if hop.span else set()
            alone = len({v.document for v in entity.variants}) == 1
            bare[_key(hop)] = bare.get(_key(hop), True) and alone and not said
    return frozenset(key for key, found in bare.items() if found)


def _only_announced(hop: Hop, document: Document) -> bool:
    """Whether a speaker stands in a headline alone, where every word has a capital letter: the text below says who it is."""
    if hop.span is None or hop.span.document != document.id:
        return False
    inside = next((b for b in document.blocks if b.start <= hop.span.start < b.end), None)
    if inside is None or inside.role not in ("headline", "subhead"):
        return False
    return not any(hop.name in document.text[b.start : b.end] for b in document.blocks if b.role in ("paragraph", "quote"))


def _linked(hop: Hop, entities: Mapping[str, Entity], names: Mapping[str, str]) -> Hop:
    """A hop by whose own name an entity goes is that entity: "BBC", where it was read in "BBC journalists"."""
    entity = entities.get(hop.entity or "")
    return replace(hop, entity=names[hop.name]) if entity and entity.name != hop.name and hop.name in names else hop


def _names(hop: Hop, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """How a hop is named, and how the body is that it is taken for ("a reporter of the Gazette")."""
    entity = entities.get(hop.entity or "")
    return (hop.name, entity.name) if entity and entity.name != hop.name else (hop.name,)


def _itself(hop: Hop, document: Document, entities: Mapping[str, Entity]) -> bool:
    """Whether a page speaks of itself, by its name or the last part of it: "told the Gazette"."""
    own = _plain(document.outlet or document.agency or "")
    given = [_plain(name) for name in _names(hop, entities)]
    return bool(own) and (own in given or (hop.kind in _CARRIERS and any(_shortened(name, own) for name in given)))


def is_named(hop: Hop, entities: Mapping[str, Entity]) -> bool:
    """Whether a reader could look the speaker up: an entity with a name of its own, or a name written as one. "A nurse at
    Saint Elias Hospital" names a hospital and no nurse.
    """
    if hop.kind == "unnamed":
        return False
    if entity := entities.get(hop.entity or ""):
        if hop.kind == "document":
            return entity.name[:1].isupper() or " " in entity.name
        if "group" in (hop.kind, entity.kind) and any(v.text.islower() for v in entity.variants):  # "families", "Relatives"
            return False
        return hop.kind not in _BEINGS or entity.kind in _BEINGS or hop.name[:1].isupper()
    words = hop.name.split()
    if hop.kind == "group" and len(words) == 1:  # a plural that opens a sentence
        return words[0].isupper()
    return bool(words) and words[-1][:1].isupper() and (hop.kind != "document" or len(words) > 1)


def _behind(hop: Hop, media: Sequence[Hop]) -> Hop | None:
    """The medium whose work or people these are, where its name says so: "BBC documentary", "BBC journalists"."""
    words = _key(replace(hop, entity=None)).split()
    if len(words) < 2 or (hop.kind != "document" and words[-1] not in _works()):
        return None
    return next((m for m in media if m.name.casefold() in words[:-1]), None)


@cache
def _works() -> frozenset[str]:
    return frozenset(load("credits")["works"]["words"])


def _medium(hops: Sequence[Hop], entities: Mapping[str, Entity]) -> Hop | None:
    return next((h for h in hops if h.kind in _MEDIA and is_named(h, entities)), None)


def _main(chains: Iterable[Sequence[Hop]], entities: Mapping[str, Entity]) -> Hop | None:
    """The medium through which most of what is relayed in a document came, if there is one."""
    media = [m for hops in chains if (m := _medium(hops[1:], entities))]
    counts = Counter(_key(m) for m in media)
    if not counts:
        return None
    key, count = counts.most_common(1)[0]
    return next(m for m in media if _key(m) == key) if 2 * count > len(media) else None


def _key(hop: Hop) -> str:
    return hop.entity or " ".join(hop.name.casefold().split())


def agency(document: Document, entities: Iterable[Entity], pages: Pages) -> Origin | None:
    """The agency whose text an outlet prints, as an origin: its page in the pile, else a node of its own."""
    if not document.agency or _plain(document.outlet or document.agency) == _plain(document.agency):
        return None
    return pages.of(document.agency, document) or beyond(document.agency, "agency", entities)


def beyond(name: str, kind: str, entities: Iterable[Entity]) -> Origin:
    """An origin that is not in the pile, by its name."""
    known = next((e for e in entities if e.name == name or any(v.text == name for v in e.variants)), None)
    return Origin(
        id=f"o:{known.id if known else f'{kind}:{name.casefold()}'}", name=name, kind=kind, entity=known.id if known else None
    )


def _carrier(hop: Hop, document: Document) -> bool:
    """Whether a hop says nothing about this claim: the agency or an author who carries the whole text."""
    return hop.name in (document.agency, document.outlet, *document.authors)


def _origin(hop: Hop, entities: Mapping[str, Entity]) -> Origin:
    entity = entities.get(hop.entity or "")
    if entity and not any(c.isupper() for c in entity.name):  # "port authority": the same one in another account of the event
        entity = None
    longer = hop.kind == "organisation" and entity and hop.name.endswith(" " + entity.name)  # "the country's Interior Ministry"
    name = entity.name if entity and not longer else hop.name
    key = entity.id if entity else f"{hop.kind}:{' '.join(hop.name.casefold().split())}"
    return Origin(id=f"o:{key}", name=name, kind=_KINDS.get(hop.kind, "unknown"), entity=entity.id if entity else None)
