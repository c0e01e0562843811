"""Suggestions between records, and the case that holds all that settling makes of them."""

from dataclasses import dataclass

from rashomon.model.annotation import Attribution, Claim, Label, Mention, Quantity, Quotation, Timex
from rashomon.model.decision import Decision
from rashomon.model.document import Document
from rashomon.model.entity import Entity
from rashomon.model.lineage import Derivation, Origin, Passage
from rashomon.model.point import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A suggestion about a pair. `relation`: same-entity, same-point. `score` (0 to 1) orders suggestions.

    `reasons` say in words why it is suggested.
    """

    relation: str
    left: str
    right: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Two things, in words, that claims of several accounts speak of together: a suggestion that these bear on one point."""

    terms: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A dated entry of the timeline: an event, or a speech (`kind`), with the days on which it may have been.

    `reported` is when it was first carried by an account of the case, by that account's day of publication (EDTF), None where
    none has one. `conflicts` are ids of entries that give the same event another date, `after` of those that an account puts
    before it ("three days later").
    """

    id: str
    earliest: str | None
    latest: str | None
    precision: str
    text: str
    claims: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    kind: str = "event"
    reported: str | None = None
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """A point on which a document says nothing. `kind`: silent, could not know yet."""

    point: str
    document: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """A decision whose subject is no longer there, and why."""

    decision: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that the latest addition changed, in a sentence. `kind`: account, origin, edge, point, value, origins, dispute;
    `subject`: the id of the point or document it is about, where there is one.
    """

    kind: str
    words: str
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """The conventions by which vague words ("dozens", "about") were read: their name, title and source, and in `words` a
    sentence for each word that was read by them.
    """

    name: str
    title: str
    source: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The documents on one event and all that is made of them, as pages and exporters see it: the form `rashomon-case/1`."""

    format: str
    version: str
    recipe: tuple[str, ...]
    documents: tuple[Document, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Timex, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    points: tuple[Point, ...] = ()
    origins: tuple[Origin, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    passages: tuple[Passage, ...] = ()
    timeline: tuple[Happening, ...] = ()
    labels: tuple[Label, ...] = ()
    omissions: tuple[Omission, ...] = ()
    decisions: tuple[Decision, ...] = ()
    strays: tuple[Stray, ...] = ()
    conventions: Readings | None = None
    changes: tuple[Change, ...] = ()

    @property
    def speaking(self) -> frozenset[str]:
        """The origins that speak in it: those behind its points, where there are none those behind its claims. Its `origins`
        are more: the ones that accounts only name are among them.
        """
        return frozenset(o for p in self.points for o in p.origins) or frozenset(c.origin for c in self.claims if c.origin)
