"""Documents with their claims in, who took what from whom out: stated by the text, or shown by words and figures in common."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from rashomon.model import (
    Annotations,
    Claim,
    Derivation,
    Document,
    Entity,
    Evidence,
    Hop,
    Lineage,
    Origin,
    Passage,
    Quantity,
    Span,
)
from rashomon.relate import (
    bodies,
    copies,
    credits,
    directions,
    inheritance,
    origins,
    outlets,
    passages,
    renderings,
    revisions,
    told,
    versions,
)
from rashomon.relate.copies import Copy
from rashomon.relate.renderings import Wording

SMALL = 12
"""Documents up to which all pairs are searched for passages."""
MAINLY = 0.3
"""Share of a document's attributed claims from one origin at which the document retells it rather than cites it."""
REPRINTED = 0.5
"""Share of a copy's own trigrams that stand in its model at which it is a reprint."""

_BESIDE = 2  # accounts before each one that are searched for passages in a large pile, beside its models
_SHOWN = 3  # spans of evidence for an edge
_RARE = 2  # documents that give a figure, up to which it tells of a common model


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    """One reason for an edge, before those of one pair are put together."""

    upstream: Origin
    downstream: str
    manner: str
    evidence: Evidence
    direction: str = "stated"
    noticed: bool = False  # whether a notice of the page itself says so


def trace(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    entities: Sequence[Entity],
    placed: Mapping[str, str] = MappingProxyType({}),
) -> Lineage:
    """Origins, edges and passages, and for each claim the reporting that first carried it. `placed`: the names of origins in
    whose place people put a document, by the document's id.
    """
    known, by_id = {e.id: e for e in entities}, {d.id: d for d in documents}
    wordings = [renderings.wording(by_id[a.document], a) for a in annotations]
    worded = {w.document.id: w for w in wordings}
    pages = outlets.of_documents(documents, placed, {key: w.trigrams for key, w in worded.items()})
    agencies = {d.id: origin for d in documents if (origin := outlets.agency(d, entities, pages))}
    names = origins.by_name(known)
    named = {k: found for a in annotations for k, found in origins.named(a, by_id[a.document], known, names, pages).items()}
    stated = [*_credited(documents, agencies, pages, entities), *_cited(annotations, named)]
    stated += _updated(documents, worded, pages)
    copied = copies.find(documents, annotations, wordings, _said(stated))
    taken = {(min(c.model.id, c.copy.id), max(c.model.id, c.copy.id)) for c in copied}
    shared = passages.find(documents, annotations, _pairs(documents, wordings, taken), taken)
    shown = [*_textual(copied, shared, pages, annotations)]
    upstream = {(c.model.id, c.copy.id): pages.by_document[c.model.id].id for c in copied}
    origin_of = {
        c.id: named[c.id].origin.id if c.id in named else agencies.get(a.document, pages.by_document[a.document]).id
        for a in annotations
        for c in a.claims
    }
    voices = {o.id for o in (*pages.by_document.values(), *agencies.values())}
    decided = {(c.model.id, c.copy.id) for c in copied if c.direction != directions.UNDECIDED}
    credited = {*named, *(key for a in annotations for key in told.here(a, by_id[a.document]))}
    inheritance.settle(origin_of, annotations, shared, upstream, decided, credited, voices)
    first = {pair: c.model.id for c in copied if c.direction != directions.UNDECIDED for pair in _both(c)}
    documented = {o.id: key for key, o in pages.by_document.items()}
    edges = revisions.added([*_together([*stated, *shown])], documented, worded, {a.document: a for a in annotations})
    used = {o.id: o for o in (*pages.by_document.values(), *agencies.values(), *(e.upstream for e in (*stated, *shown)))}
    used |= {n.origin.id: n.origin for n in named.values()}
    hops: dict[str, list[Hop]] = defaultdict(list)
    for found in named.values():
        hops[found.origin.id].append(found.hop)
    return Lineage(
        origins=tuple(used[key] for key in sorted(used)),
        derivations=tuple(sorted(edges, key=lambda e: e.id)),
        passages=passages.compared(shared, annotations, first),
        origin_of=origin_of,
        same=bodies.same([used[key] for key in sorted(used)], hops, by_id, known),
    )


def _pairs(documents: Sequence[Document], wordings: Sequence[Wording], taken: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs of documents whose passages are worth a line: all of a small pile; of a large one copies and near ones."""
    if len(documents) <= SMALL:
        return {(a.id, b.id) for a, b in combinations(sorted(documents, key=lambda d: d.id), 2)}
    near = {(a.document.id, b.document.id) for a, b in copies.near(wordings, _BESIDE)}
    return near | taken


def _both(copy: Copy) -> tuple[tuple[str, str], tuple[str, str]]:
    return (copy.model.id, copy.copy.id), (copy.copy.id, copy.model.id)


def _credited(
    documents: Sequence[Document], agencies: Mapping[str, Origin], pages: outlets.Pages, entities: Sequence[Entity]
) -> Iterator[_Edge]:
    """An edge for each agency or outlet that a page credits beside its story."""
    for document in documents:
        if agency := agencies.get(document.id):
            yield _Edge(upstream=agency, downstream=document.id, manner="syndicates", evidence=_line(document))
        yield from _from_metadata(document, pages, entities)
        for credit in credits.credits(document):
            upstream = pages.of(credit.name, document) or outlets.beyond(credit.name, "outlet", entities)
            if upstream.document != document.id and credit.name not in (document.outlet, document.agency, document.host):
                said = Evidence(kind="stated", spans=(credit.span,), why=f"the page says so: {credit.span.text}")
                yield _Edge(upstream=upstream, downstream=document.id, manner=credit.manner, evidence=said, noticed=True)


def _updated(documents: Sequence[Document], wordings: Mapping[str, Wording], pages: outlets.Pages) -> Iterator[_Edge]:
    """An edge for each page that says it corrects or updates an earlier one of its outlet."""
    for earlier, later, notice in versions.corrected(documents, wordings):
        said = Evidence(kind="stated", spans=(notice,), why=f"the page says so: {notice.text}")
        yield _Edge(upstream=pages.by_document[earlier.id], downstream=later.id, manner="updates", evidence=said)


def _from_metadata(document: Document, pages: outlets.Pages, entities: Sequence[Entity]) -> Iterator[_Edge]:
    """An edge for each page from which a page says, out of a reader's sight, that it was taken."""
    for taken in document.taken:
        upstream = pages.at(taken.url, document) or pages.of(taken.name, document, short=False)
        upstream = upstream or outlets.beyond(taken.name, "outlet", entities)
        if upstream.document != document.id and taken.name not in (document.outlet, document.host):
            said = Evidence(kind="stated", spans=(), why=taken.why)
            yield _Edge(upstream=upstream, downstream=document.id, manner=taken.manner, evidence=said, noticed=True)


def _line(document: Document) -> Evidence:
    """Where the page credits its agency, if it stands in the text."""
    name = document.agency or ""
    at = document.text.find(name)
    spans = (document.span(at, at + len(name)),) if name and at >= 0 else ()
    return Evidence(kind="stated", spans=spans, why=f"the page credits {name}")


def _cited(annotations: Sequence[Annotations], named: Mapping[str, origins.Named]) -> Iterator[_Edge]:
    """An edge for each origin to which a document credits claims, with the words that name it."""
    for found in annotations:
        by_origin: dict[str, list[Claim]] = defaultdict(list)
        for claim in found.claims:
            if claim.id in named:
                by_origin[named[claim.id].origin.id].append(claim)
        total = sum(map(len, by_origin.values()))
        cues = {a.id: a for a in found.attributions}
        for claims in by_origin.values():
            direct = sum(cues[c.attribution].manner == "direct" for c in claims if c.attribution in cues)
            manner = "paraphrases" if _mainly(len(claims), total) else "quotes" if 2 * direct > len(claims) else "cites"
            spans = [h for c in claims if (h := named[c.id].hop.span)] or [c.span for c in claims]
            why = f"{len(claims)} claims are credited to it" if len(claims) > 1 else "a claim is credited to it"
            said = Evidence(kind="stated", spans=tuple(dict.fromkeys(spans))[:_SHOWN], why=why)
            yield _Edge(upstream=named[claims[0].id].origin, downstream=found.document, manner=manner, evidence=said)


def _mainly(claims: int, total: int) -> bool:
    return claims > 2 and claims >= MAINLY * total


def _said(stated: Sequence[_Edge]) -> copies.Said:
    """What the documents say of where they took something, for those who look for copies."""
    inside: dict[str, set[str]] = defaultdict(set)
    noticed: dict[str, set[str]] = defaultdict(set)
    outside: dict[str, set[str]] = defaultdict(set)
    for edge in stated:
        if edge.upstream.document:
            inside[edge.downstream].add(edge.upstream.document)
            if edge.noticed:
                noticed[edge.downstream].add(edge.upstream.document)
        elif edge.manner in ("paraphrases", "syndicates", "reprints", "translates") and edge.upstream.kind != "person":
            outside[edge.downstream].add(edge.upstream.id)
    return copies.Said(inside, noticed, outside)


def _textual(
    copied: Iterable[Copy], shared: Iterable[Passage], pages: outlets.Pages, annotations: Sequence[Annotations]
) -> Iterator[_Edge]:
    """An edge for each copy: the passages in common, and the figures that only these documents give."""
    rare: dict[frozenset[str], list[list[Span]]] = defaultdict(list)
    for spans in _rare(annotations).values():
        rare[frozenset(s.document for s in spans)].append(spans)
    common: dict[frozenset[str], list[Passage]] = defaultdict(list)
    for passage in shared:
        common[frozenset((passage.left.document, passage.right.document))].append(passage)
    for copy in copied:
        upstream = pages.by_document[copy.model.id]
        manner = versions.manner(copy) or ("reprints" if copy.whole >= REPRINTED else "paraphrases")
        both = frozenset((copy.model.id, copy.copy.id))
        spans = [s for p in common[both][:_SHOWN] for s in (p.left, p.right)]
        many = "a passage stands" if len(common[both]) == 1 else f"{len(common[both])} passages stand"
        why = f"{many} in both, {round(100 * copy.share)} % of the shorter text"
        shown = Evidence(kind="textual", spans=tuple(spans), why=why)
        yield _Edge(upstream=upstream, downstream=copy.copy.id, manner=manner, evidence=shown, direction=copy.direction)
        for spans in rare[both]:
            said = ", ".join(dict.fromkeys(" ".join(s.text.split()) for s in spans))
            value = Evidence(kind="value", spans=tuple(spans[: 2 * _SHOWN]), why=f"nobody else gives {said}")
            yield _Edge(upstream=upstream, downstream=copy.copy.id, manner=manner, evidence=value, direction=copy.direction)


def _rare(annotations: Sequence[Annotations]) -> dict[tuple[object, ...], list[Span]]:
    """Figures of some precision that at most a few documents give, with where they stand."""
    held: dict[tuple[object, ...], list[Quantity]] = defaultdict(list)
    for found in annotations:
        for quantity in found.quantities:
            if quantity.value is not None and quantity.value > 2 and quantity.kind != "ordinal" and quantity.head:
                held[quantity.value, quantity.unit, quantity.head].append(quantity)
    if len(annotations) <= _RARE:
        return {}
    return {key: [q.span for q in held[key]] for key in held if len({q.span.document for q in held[key]}) <= _RARE}


def _together(edges: Sequence[_Edge]) -> Iterator[Derivation]:
    """One derivation for each pair: all its evidence, the manner and direction of the strongest reason."""
    by_pair: dict[tuple[str, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        by_pair[edge.downstream, edge.upstream.id].append(edge)
    for (downstream, upstream), reasons in by_pair.items():
        first = min(reasons, key=lambda e: _STRONGER.index(e.manner))
        direction = next((e.direction for e in reasons if e.direction == "stated"), first.direction)
        yield Derivation(
            id=f"{downstream}<{upstream}",
            upstream=upstream,
            downstream=downstream,
            manner=first.manner,
            evidence=tuple(dict.fromkeys(e.evidence for e in reasons)),
            direction=direction,
        )


_STRONGER = ("updates", "translates", "syndicates", "reprints", "paraphrases", "quotes", "cites")
