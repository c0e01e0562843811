"""Who took what from whom: origins, edges with their evidence, passages, and what a copy changed."""

from dataclasses import dataclass, field

from rashomon.model.span import Span


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
