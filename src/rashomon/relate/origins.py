"""Claims with their chains in, the reporting that first carried each out.

The origin of a claim is the medium that gathered it, where its chain names one ("a driver told the BBC": the BBC); else who
is named as having said it; else the page itself, or the agency whose text it prints. An origin need not be in the pile.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Annotations, Document, Entity, Hop, Origin

_MEDIA = frozenset({"organisation", "document"})
_KINDS = {"person": "person", "organisation": "outlet", "document": "work", "group": "outlet"}


@dataclass(frozen=True, slots=True)
class Named:
    """The origin that a chain names, and the hop that names it."""

    origin: Origin
    hop: Hop


@dataclass(frozen=True, slots=True)
class Pages:
    """Each document as an origin, by its id and, where one document alone is of an outlet, by that outlet's name."""

    by_document: Mapping[str, Origin]
    by_outlet: Mapping[str, Origin]


def of_documents(documents: Sequence[Document]) -> Pages:
    """The origins that are in the pile."""
    by_document = {d.id: Origin(id=f"o:{d.id}", name=d.name, kind="document", document=d.id) for d in documents}
    count = Counter(_plain(d.outlet) for d in documents if d.outlet)
    return Pages(
        by_document, {_plain(d.outlet): by_document[d.id] for d in documents if d.outlet and count[_plain(d.outlet)] == 1}
    )


def _plain(name: str) -> str:
    """A name of an outlet for comparison: no article, no edition, no case."""
    words = re.sub(r"\([^)]*\)", " ", name).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def named(found: Annotations, document: Document, entities: Mapping[str, Entity], pages: Pages) -> dict[str, Named]:
    """For each claim whose chain names an origin beyond the page, that origin, by the claim's id.

    Whoever once spoke to a medium in this document spoke to it throughout; and where one medium gathered most of what the
    document reports, those whom it leaves unnamed are taken to have spoken to that medium.
    """
    chains = {c.id: [h for h in c.chain if h.kind != "outlet" and not _carrier(h, document)] for c in found.claims}
    spoke_to: dict[str, Hop] = {}
    for hops in chains.values():
        for speaker, medium in ((h, m) for i, h in enumerate(hops) if (m := _medium(hops[i + 1 :])) is not None):
            spoke_to.setdefault(_key(speaker), medium)
    main = _main(chains.values())
    media = [h for hops in chains.values() for h in hops if h.kind == "organisation" and is_named(h)]
    named = {}
    for key, hops in chains.items():
        if not hops:
            continue
        nearest = hops[0]
        hop = (
            _medium(hops[1:])
            or spoke_to.get(_key(nearest))
            or _behind(nearest, media)
            or (nearest if is_named(nearest) else main)
        )
        if hop is not None and not _itself(hop, document):
            named[key] = Named(pages.by_outlet.get(_plain(hop.name)) or _origin(hop, entities), hop)
    return named


def _itself(hop: Hop, document: Document) -> bool:
    """Whether a page speaks of itself, by its name or the last part of it: "told the Gazette"."""
    own, given = _plain(document.outlet or ""), _plain(hop.name)
    return hop.kind in _MEDIA and bool(own and given) and (own == given or own.endswith(" " + given))


def is_named(hop: Hop) -> bool:
    """Whether a reader could look the speaker up: an entity with a name of its own, or a name written as one."""
    if hop.kind == "unnamed":
        return False
    if hop.entity:
        return True
    words = hop.name.split()
    return bool(words) and words[-1][:1].isupper() and (hop.kind != "document" or len(words) > 1)


def _behind(hop: Hop, media: Sequence[Hop]) -> Hop | None:
    """The medium whose work this is, where the work bears its name: "BBC documentary"."""
    if hop.kind != "document":
        return None
    words = _key(replace(hop, entity=None)).split()
    return next((m for m in media if m.name.casefold() in words), None)


def _medium(hops: Sequence[Hop]) -> Hop | None:
    return next((h for h in hops if h.kind in _MEDIA and is_named(h)), None)


def _main(chains: Iterable[Sequence[Hop]]) -> Hop | None:
    """The medium through which most of what is relayed in a document came, if there is one."""
    media = [m for hops in chains if (m := _medium(hops[1:]))]
    counts = Counter(_key(m) for m in media)
    if not counts:
        return None
    key, count = counts.most_common(1)[0]
    return next(m for m in media if _key(m) == key) if 2 * count > len(media) else None


def _key(hop: Hop) -> str:
    return hop.entity or " ".join(hop.name.casefold().split())


def agency(document: Document, entities: Iterable[Entity]) -> Origin | None:
    """The agency whose text a document prints, as an origin."""
    if not document.agency:
        return None
    known = next((e for e in entities if e.name == document.agency or any(v.text == document.agency for v in e.variants)), None)
    key = known.id if known else f"agency:{document.agency.casefold()}"
    return Origin(id=f"o:{key}", name=document.agency, kind="agency", entity=known.id if known else None)


def _carrier(hop: Hop, document: Document) -> bool:
    """Whether a hop says nothing about this claim: the agency or an author who carries the whole text."""
    return hop.name in (document.agency, document.outlet, *document.authors)


def _origin(hop: Hop, entities: Mapping[str, Entity]) -> Origin:
    entity = entities.get(hop.entity or "")
    if entity and not any(c.isupper() for c in entity.name):  # "port authority": the same one in another account of the event
        entity = None
    name = entity.name if entity else hop.name
    key = entity.id if entity else f"{hop.kind}:{' '.join(hop.name.casefold().split())}"
    return Origin(id=f"o:{key}", name=name, kind=_KINDS.get(hop.kind, "unknown"), entity=entity.id if entity else None)
