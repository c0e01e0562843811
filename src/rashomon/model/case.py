"""What settled links amount to: entities, points, lineage, and the case that holds it all."""

from dataclasses import dataclass, field

from rashomon.model.annotation import Attribution, Claim, Label, Mention, Quantity, Quotation, Timex
from rashomon.model.decision import Decision
from rashomon.model.document import Document
from rashomon.model.span import Span


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Reporting that carried a claim first, in the pile or not. `kind`: document, outlet, agency, work, person, unknown."""

    id: str
    name: str
    kind: str
    document: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why an edge is there. `kind`: stated, textual, value."""

    kind: str
    spans: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What a later version of an account did to a sentence. `kind`: added, removed, changed; `left` is the earlier version's,
    `right` the later's. Where a figure changed: the sentences of copies that give the new one (`carried`), or the old (`kept`).
    """

    kind: str
    left: Span | None
    right: Span | None
    carried: tuple[Span, ...] = ()
    kept: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """`downstream` (a document) took something from `upstream` (an origin).

    `manner`: cites, syndicates, translates, quotes, paraphrases, reprints, updates (a later version of the same account, with
    what it changed in `revisions`). `direction`: why it goes this way, or "undecided".
    """

    id: str
    upstream: str
    downstream: str
    manner: str
    evidence: tuple[Evidence, ...] = ()
    direction: str = "stated"
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that two documents share. `kind`: verbatim, same-quotation, paraphrase; `changes`: what one side changed."""

    left: Span
    right: Span
    kind: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Who took what from whom: origins (documents of the case and works beyond it), edges, shared passages, and the
    origin of each claim by the claim's id. `same`: for an origin the one as which it counts, since they may be one.
    """

    origins: tuple[Origin, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    passages: tuple[Passage, ...] = ()
    origin_of: dict[str, str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncounted:
    """An origin that a count leaves out, for it may be another: as which it counts (`counts_as`), and why, in a sentence.
    `rests`: ids of the derivations and claims that this rests on, in which the words stand.
    """

    origin: str
    counts_as: str
    why: str
    rests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One distinct answer to a point's question, in the words of a claim; `low` and `high` where it is a number.

    `origins` and `sources` are what stands behind this answer alone, after copies are collapsed; `uncounted`: what was.
    """

    id: str
    text: str
    low: float | None = None
    high: float | None = None
    origins: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    derived: str | None = None
    uncounted: tuple[Uncounted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A claim that answers a point's question, with which value, and why it was taken to."""

    claim: str
    value: str
    why: str = ""
    quantity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two values of a point stand to one another, and why.

    `relation`: agree, compatible, refines, conflict, denial, superseded, repeat. `spans`: the words set side by side, those of
    the left value first. `headlines`: the documents of which the headline gives the one value and the text the other alone.
    """

    left: str
    right: str
    relation: str
    why: str
    spans: tuple[Span, ...] = ()
    headlines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A person's own figures on a point, kept on one claim of it: lowest, best and highest, None where none was given."""

    low: float | None
    best: float | None
    high: float | None
    claim: str
    author: str
    decision: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A person's grade on a point, kept on one claim of it. `scale`: admiralty, airwars, ucdp; `means` in its wording."""

    scale: str
    grade: str
    means: str
    claim: str
    author: str
    decision: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A question of fact on which claims align. `kind`: number, yes-no, who, where, when, what.

    `status`: disputed, undisputed, single. `sources`: who is independently behind it; `origins`: the reporting that first
    carried it; both after copies are collapsed. `estimates` and `grades` are those that people gave by hand.
    """

    id: str
    question: str
    kind: str
    values: tuple[Value, ...]
    claims: tuple[Membership, ...]
    relations: tuple[Relation, ...] = ()
    status: str = "undisputed"
    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    grades: tuple[Grade, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()


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
