"""Entities in, their spellings out: which account writes whom how, and why the spellings are one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Entity, Place, Variant
from rashomon.pages.index import Index, anchor
from rashomon.pages.parts import Link, account_link

_SHOWN = 8  # accounts named beside a spelling; the rest are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One spelling: how often it stands, and in which accounts."""

    text: str
    count: int
    accounts: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """One entity behind its spellings."""

    anchor: str
    href: str
    name: str
    kind: str
    spellings: tuple[Spelling, ...]
    known_as: tuple[str, ...]
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesView:
    """Entities that are spelled in more than one way, and those that are not."""

    varied: tuple[NameView, ...]
    constant: tuple[NameView, ...]


def ordered(index: Index) -> list[Entity]:
    """The entities, those named most first."""
    return sorted(index.case.entities, key=lambda e: (-sum(v.count for v in e.variants), e.name, e.id))


def view(index: Index, shown: Sequence[Entity] | None = None) -> NamesView:
    """The context of the names section, what is named most first: of all entities, or those that are given."""
    views = [_name(index, entity) for entity in (ordered(index) if shown is None else shown)]
    return NamesView(
        varied=tuple(v for v in views if len(v.spellings) > 1),
        constant=tuple(v for v in views if len(v.spellings) < 2),
    )


def _name(index: Index, entity: Entity) -> NameView:
    by_text: dict[str, list[Variant]] = defaultdict(list)
    for variant in entity.variants:
        by_text[variant.text].append(variant)
    spellings = [_spelling(index, text, found) for text, found in by_text.items()]
    return NameView(
        anchor=anchor("e", entity.id),
        href=index.page("e", entity.id),
        name=entity.name,
        kind=entity.kind,
        spellings=tuple(sorted(spellings, key=lambda s: (-s.count, s.text))),
        known_as=entity.known_as,
        place=where(entity.place) if entity.place else None,
    )


def where(place: Place) -> str:
    """A place in words: "35.95° N, 39.01° E to about 1 km (GeoNames, CC BY 4.0: Raqqa, SY)"."""
    north = f"{abs(place.latitude):.2f}° {'N' if place.latitude >= 0 else 'S'}"
    east = f"{abs(place.longitude):.2f}° {'E' if place.longitude >= 0 else 'W'}"
    return f"{north}, {east}, its centre to about {place.precision_km:g} km ({place.source}: {place.name}, {place.country})"


def _spelling(index: Index, text: str, found: Sequence[Variant]) -> Spelling:
    documents = sorted({v.document for v in found}, key=lambda d: index.accounts.get(d, 0))
    return Spelling(
        text=text,
        count=sum(v.count for v in found),
        accounts=tuple(account_link(index, d) for d in documents[:_SHOWN]),
        more=max(0, len(documents) - _SHOWN),
    )
