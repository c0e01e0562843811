"""Claims with their chains in, the reporting that first carried each out.

The origin of a claim is the medium that gathered it, where its chain names one ("a driver told the BBC": the BBC); else who
is named as having said it; else the page itself, or the agency whose text it prints. An origin need not be in the pile.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from rashomon.data import load
from rashomon.model import Annotations, Document, Entity, Hop, Origin
from rashomon.relate import footage, outlets, speakers, spokespeople, told

_MEDIA = frozenset({"organisation", "document"})
_CARRIERS = _MEDIA | {"group"}  # as what the name of an outlet may be taken
_BEINGS = frozenset({"person", "group"})
_MAINLY = 0.2  # of what a document credits to anybody, from which one medium is taken for the one that gathered it
_KINDS = {"person": "person", "organisation": "outlet", "document": "work", "group": "outlet"}


@dataclass(frozen=True, slots=True)
class Named:
    """The origin that a chain names, and the hop that names it; `supposed`: the chain names nobody, and the medium is the one to
    which people speak throughout the document.
    """

    origin: Origin
    hop: Hop
    supposed: bool = False


def by_name(entities: Mapping[str, Entity]) -> dict[str, str]:
    """The id of the entity that bears each name, as its own or as a spelling that is nobody else's."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in entities.values():
        for variant in entity.variants:
            bearers[variant.text].add(entity.id)
    found = {text: next(iter(ids)) for text, ids in bearers.items() if len(ids) == 1 and " " in text}
    return found | {e.name: e.id for e in sorted(entities.values(), key=lambda e: e.id)}


def named(
    found: Annotations, document: Document, entities: Mapping[str, Entity], names: Mapping[str, str], pages: outlets.Pages
) -> dict[str, Named]:
    """For each claim whose chain names an origin beyond the page, that origin, by the claim's id.

    `names`: the entity that bears each name. Whoever once spoke to a medium in this document spoke to it throughout; and where
    one medium gathered most of what the document reports, those whom it leaves unnamed are taken to have spoken to that medium.
    Whoever spoke to the page itself is no origin beyond it.
    """
    here, to = told.here(found, document, (document.outlet, document.agency)), told.told(found, document)
    chains = {
        c.id: [speakers.known(h, entities, names) for h in c.chain if h.kind != "outlet" and not _carrier(h, document)]
        for c in found.claims
        if c.id not in here
    }
    chains |= {key: [speakers.known(hop, entities, names)] for key, hop in footage.seen(found, document).items() if key in chains}
    spoke_to: dict[str, Hop] = {}
    for hops in chains.values():
        for speaker, medium in ((h, m) for i, h in enumerate(hops) if (m := _medium(hops[i + 1 :], entities)) is not None):
            if not spokespeople.public(speaker.name):  # police officials who told the Gazette are not all that police say
                spoke_to.setdefault(_key(speaker), medium)
    main = _main(chains.values(), entities)
    media = [h for hops in chains.values() for h in hops if h.kind == "organisation" and speakers.is_named(h, entities)]
    private = _private([h for hops in chains.values() for h in hops[:1]], found, entities) if main else frozenset()
    named: dict[str, Named] = {}
    for key, hops in chains.items():
        if not hops:
            continue
        if paper := next((n for h in to.get(key, ()) if (n := _listener(h, document, entities, names, pages))), None):
            named[key] = paper
            continue
        nearest = hops[0]
        if nearest.kind == "unnamed" and (page := pages.of(nearest.name, document, short=False)):
            named[key] = Named(page, nearest)
            continue
        said = (
            _medium(hops[1:], entities)
            or spoke_to.get(_key(nearest))
            or _behind(nearest, media)
            or (main if _key(nearest) in private else None)
            or (nearest if speakers.is_named(nearest, entities) and not _only_announced(nearest, document) else None)
            or next((h for h in hops[1:] if h.kind in _BEINGS and speakers.is_named(h, entities)), None)
        )
        hop = said or main
        if hop is not None:
            hop = _behind(hop, media) or hop
        if hop is not None and not _itself(hop, document, entities):
            page = next((p for n in _names(hop, entities) if (p := pages.of(n, document, hop.kind in _CARRIERS))), None)
            named[key] = Named(page or _origin(hop, entities), hop, supposed=said is None)
    return _for_bodies(named, entities)


def heard(
    found: Annotations, document: Document, entities: Mapping[str, Entity], names: Mapping[str, str], here: Set[str]
) -> dict[str, Named]:
    """For each claim that somebody told the page itself, of those in `here`, who that is, where a reader could look them up."""
    nearest = {c.id: speakers.known(c.chain[0], entities, names) for c in found.claims if c.id in here and c.chain}
    return {
        key: Named(_origin(hop, entities), hop)
        for key, hop in nearest.items()
        if hop.kind in _BEINGS and speakers.is_named(hop, entities) and not _carrier(hop, document)
    }


def _listener(
    hop: Hop, document: Document, entities: Mapping[str, Entity], names: Mapping[str, str], pages: outlets.Pages
) -> Named | None:
    """Who was told, where it is an outlet of the pile or a body that is known from the texts."""
    if page := pages.of(hop.name, document, short=hop.name.isupper()):  # "told CPS", by its initials
        return Named(page, hop)
    entity = entities.get(names.get(hop.name, ""))
    if entity is None or entity.kind != "organisation" or not entity.name[:1].isupper():
        return None
    known = replace(hop, entity=entity.id)
    return None if _itself(known, document, entities) else Named(_origin(known, entities), known)


def _for_bodies(named: dict[str, Named], entities: Mapping[str, Entity]) -> dict[str, Named]:
    """Whoever is named with a body which is itself an origin here ("council spokesman Jan Velis") speaks for that body."""
    bodies = {n.origin.id: n.origin for n in named.values() if n.origin.kind == "outlet"}
    known = {key: e for key, b in bodies.items() if (e := entities.get(b.entity or ""))}
    texts = {key: {v.text for v in e.variants} for key, e in known.items() if e.kind != "place"}  # "the US envoy" is himself
    found = {}
    for key, one in named.items():
        said = one.hop.span.text if one.hop.span and one.origin.kind == "person" else ""
        said = "" if spokespeople.past(said) else said
        held = [
            b
            for b, names in texts.items()
            if said
            and not spokespeople.past(said)
            and any(re.search(rf"\b{re.escape(n)}\b", said) for n in names if n[:1].isupper())
        ]
        found[key] = replace(one, origin=bodies[held[0]]) if len(held) == 1 else one
    return found


def _private(speakers: Sequence[Hop], found: Annotations, entities: Mapping[str, Entity]) -> frozenset[str]:
    """People whom one account alone names, and by their bare names: without a title, an office or a body for which they speak,
    they are taken to have spoken to the medium whose work the account retells.
    """
    apposed = " ".join(a.source.text for a in found.attributions if a.source and "," in a.source.text)
    bare: dict[str, bool] = {}
    for hop in speakers:
        entity = entities.get(hop.entity or "")
        if hop.kind == "person" and entity and entity.kind == "person":
            said = set(hop.span.text.split()) - set(entity.name.split()) - set(hop.name.split()) if hop.span else set()
            alone = len({v.document for v in entity.variants}) == 1
            bare[_key(hop)] = bare.get(_key(hop), True) and alone and not said and f", {hop.name}" not in apposed
    return frozenset(key for key, is_bare in bare.items() if is_bare)


def _only_announced(hop: Hop, document: Document) -> bool:
    """Whether a speaker stands in a headline alone, where every word has a capital letter: the text below says who it is."""
    if hop.span is None or hop.span.document != document.id:
        return False
    inside = next((b for b in document.blocks if b.start <= hop.span.start < b.end), None)
    if inside is None or inside.role not in ("headline", "subhead"):
        return False
    return not any(hop.name in document.text[b.start : b.end] for b in document.blocks if b.role in ("paragraph", "quote"))


def _names(hop: Hop, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """How a hop is named, and how the body is that it is taken for ("a reporter of the Gazette")."""
    entity = entities.get(hop.entity or "")
    return (hop.name, entity.name) if entity and entity.name != hop.name else (hop.name,)


def _itself(hop: Hop, document: Document, entities: Mapping[str, Entity]) -> bool:
    """Whether a page speaks of itself, by its name or the last part of it: "told the Gazette"."""
    own = outlets.plain(document.outlet or document.agency or "")
    given = [outlets.plain(name) for name in _names(hop, entities)]
    return bool(own) and (own in given or (hop.kind in _CARRIERS and any(outlets.shortened(name, own) for name in given)))


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
    return next((h for h in hops if h.kind in _MEDIA and speakers.is_named(h, entities)), None)


def _main(chains: Iterable[Sequence[Hop]], entities: Mapping[str, Entity]) -> Hop | None:
    """The medium through which most of what is relayed in a document came, and a good part of all it credits, if there is one."""
    credited = [hops for hops in chains if hops]
    media = [m for hops in credited if (m := _medium(hops[1:], entities))]
    counts = Counter(_key(m) for m in media)
    if not counts:
        return None
    key, count = counts.most_common(1)[0]
    mainly = 2 * count > len(media) and count >= _MAINLY * len(credited)
    return next(m for m in media if _key(m) == key) if mainly else None


def _key(hop: Hop) -> str:
    return hop.entity or " ".join(hop.name.casefold().split())


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
