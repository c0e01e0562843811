"""A case in, its records by id out: looked up once, read by every page."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.model import Case, Claim, Derivation, Document, Entity, Origin, Point, Quantity, Span

_ORDER = {"disputed": 0, "undisputed": 1, "single": 2}
_LOOSE = "What is said of "  # so settling asks where claims only lie near one another
_TITLE = 60  # characters of a title that stands for an outlet
_NOT_IN_ANCHORS = re.compile(r"[^A-Za-z0-9.-]")


def _one_page(kind: str, key: str) -> str:
    """All stands on one page, that of the report."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """A case and its records by id. `points` are in the order of the report, `number` counts them from 1.

    `page` gives the address of the page on which something stands, by the letter of its kind (a account, p point, e entity,
    d derivation, t entry of the timeline, k a claim by itself) and its id; "" where all stands on one page. `also`: where else
    a passage stands.
    """

    case: Case
    documents: Mapping[str, Document]
    names: Mapping[str, str]
    accounts: Mapping[str, int]
    claims: Mapping[str, Claim]
    quantities: Mapping[str, Quantity]
    entities: Mapping[str, Entity]
    origins: Mapping[str, Origin]
    edges: Mapping[str, Derivation]
    points: tuple[Point, ...]
    number: Mapping[str, int]
    points_of: Mapping[str, tuple[str, ...]]
    also: Mapping[Span, tuple[Span, ...]] = field(default_factory=dict)
    page: Callable[[str, str], str] = _one_page

    def href(self, kind: str, key: str) -> str:
        """The address of an account, a point, an entity, a derivation, an entry of the timeline or a claim in its account."""
        of = self.claims[key].span.document if kind == "c" and key in self.claims else key
        return f"{self.page('a' if kind == 'c' else kind, of)}#{anchor(kind, key)}"

    def span_href(self, span: Span) -> str:
        """The address of a span in the text of its account."""
        return f"{self.page('a', span.document)}#{span_anchor(span)}"

    def account(self, document: str) -> str:
        """What an account is called, with its number where two go by one name."""
        return self.names.get(document, document)

    def under(self, document: Document) -> str:
        """What a list says under an account's name: its title, or its file where the title is the name."""
        if not (document.outlet or document.host):
            return document.file if _title(document) else ""
        return document.title.text if document.title else ""

    def origin(self, key: str) -> str:
        """What an origin is called."""
        found = self.origins.get(key)
        return self.names.get(found.document or "", found.name) if found else key


def index(case: Case, page: Callable[[str, str], str] = _one_page) -> Index:
    """The index of a case."""
    claims = {c.id: c for c in case.claims}
    points = tuple(sorted(case.points, key=lambda p: _rank(p, claims)))
    number = {p.id: n for n, p in enumerate(points, 1)}
    points_of: dict[str, dict[str, None]] = defaultdict(dict)
    for point in points:
        for member in point.claims:
            points_of[member.claim][point.id] = None
    return Index(
        case=case,
        documents={d.id: d for d in case.documents},
        names=_names(case.documents),
        accounts={d.id: n for n, d in enumerate(case.documents, 1)},
        claims=claims,
        quantities={q.id: q for q in case.quantities},
        entities={e.id: e for e in case.entities},
        origins={o.id: o for o in case.origins},
        edges={d.id: d for d in case.derivations},
        points=points,
        number=number,
        points_of={claim: tuple(found) for claim, found in points_of.items()},
        also=_also(case),
        page=page,
    )


def _also(case: Case) -> Mapping[Span, tuple[Span, ...]]:
    """For each side of a passage the other sides, each account once, in the order of the accounts."""
    found: dict[Span, dict[str, Span]] = defaultdict(dict)
    for passage in case.passages:
        found[passage.left].setdefault(passage.right.document, passage.right)
        found[passage.right].setdefault(passage.left.document, passage.left)
    order = {d.id: n for n, d in enumerate(case.documents)}
    return {key: tuple(sorted(others.values(), key=lambda s: order.get(s.document, 0))) for key, others in found.items()}


def _names(documents: Sequence[Document]) -> Mapping[str, str]:
    """What each account goes by: its outlet or host, else its title, else its file; with its number where two go by one name."""
    bare = {d.id: d.outlet or d.host or _title(d) or d.file for d in documents}
    often = Counter(bare.values())
    return {d.id: f"{bare[d.id]} ({n})" if often[bare[d.id]] > 1 else bare[d.id] for n, d in enumerate(documents, 1)}


def _title(document: Document) -> str:
    """The title in marks, cut between words where it is long."""
    title = " ".join(document.title.text.split()) if document.title else ""
    if len(title) > _TITLE:
        title = title[: _TITLE + 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
    return f"“{title}”" if title else ""


def loose(point: Point) -> bool:
    """Whether no plain question was found for a point, so that it is asked what is said of something."""
    return point.question.startswith(_LOOSE)


def _rank(point: Point, claims: Mapping[str, Claim]) -> tuple[int, bool, int, int, str]:
    """Disputed first, plain questions before loose ones, then what most accounts and most claims bear on."""
    documents = {claims[m.claim].span.document for m in point.claims if m.claim in claims}
    return _ORDER.get(point.status, 1), loose(point), -len(documents), -len(point.claims), point.id


def anchor(kind: str, key: str) -> str:
    """The id of an element, safe in an address: a letter for its kind and the record's id."""
    return f"{kind}-" + _NOT_IN_ANCHORS.sub(lambda m: f"_{ord(m[0]):x}", key)


def span_anchor(span: Span) -> str:
    """The id under which a span stands in the text of its account."""
    return anchor("s", f"{span.document}-{span.start}-{span.end}")
