"""What mentions are joined to: one person, body or place behind its spellings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One spelling of an entity in one document, and how often it stands there."""

    text: str
    document: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a town lies: its centre in degrees (WGS 84), right to `precision_km` kilometres; the town itself reaches further.

    `name` and `country` (ISO 3166 code) are those of the list it was found in (`source`); `why`: how it was told from others.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    precision_km: float
    source: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation, place … behind its spellings; `known_as` says why the variants are one.

    `place`: where it lies, for a town that is known and told from others of its name.
    """

    id: str
    kind: str
    name: str
    variants: tuple[Variant, ...] = ()
    known_as: tuple[str, ...] = ()
    place: Place | None = None
