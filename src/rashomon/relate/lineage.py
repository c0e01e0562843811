"""Documents with their claims in, who took what from whom out: stated by the text, or shown by words and figures in common."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

from rashomon.model import (
    Annotations,
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
    changed,
    copies,
    corresponding,
    directions,
    drawnon,
    inheritance,
    origins,
    outlets,
    passages,
    refigured,
    renderings,
    revisions,
    stated,
    told,
    versions,
    wires,
)
from rashomon.relate.copies import Copy
from rashomon.relate.renderings import Wording
from rashomon.relate.stated import Edge

SMALL = 12
"""Documents up to which all pairs are searched for passages."""
REPRINTED = 0.5
"""Share of a copy's own trigrams that stand in its model at which it is a reprint."""

Pair = tuple[str, str]

_BESIDE = 2  # accounts before each one that are searched for passages in a large pile, beside its models
_SHOWN = 3  # spans of evidence for an edge
_RARE = 2  # documents that give a figure, up to which it tells of a common model


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
    full = bodies.in_full([*{n.origin.id: n.origin for n in named.values()}.values()])
    named = {k: replace(n, origin=full.get(n.origin.id, n.origin)) for k, n in named.items()}
    here = {key for a in annotations for key in told.here(a, by_id[a.document], (by_id[a.document].outlet,))}
    heard = {k: found for a in annotations for k, found in origins.heard(a, by_id[a.document], known, names, here).items()}
    claimed = [*stated.credited(documents, agencies, pages, entities), *stated.cited(annotations, {**heard, **named})]
    claimed += stated.updated(documents, worded, pages)
    claimed += drawnon.edges(documents, agencies, pages, entities)
    copied = copies.find(documents, annotations, wordings, stated.said(claimed))
    copied += refigured.copies_of(documents, annotations, wordings, stated.said(claimed), copied)
    decided = {(c.model.id, c.copy.id) for c in copied if c.direction != directions.UNDECIDED}
    taken = {(min(pair), max(pair)) for pair in ({(c.model.id, c.copy.id) for c in copied} | stated.retold(claimed))}
    shared = passages.find(documents, annotations, _pairs(documents, wordings, taken), taken)
    if len(documents) <= SMALL:
        copied += copies.rewritten(annotations, wordings, stated.said(claimed), shared, copied)
        decided = {(c.model.id, c.copy.id) for c in copied if c.direction != directions.UNDECIDED}
    shown = [*_textual(copied, shared, pages, annotations), *wires.unsaid(copied, agencies)]
    ways = decided | stated.retold(claimed)
    upstream = {(c.model.id, c.copy.id) for c in copied} | ways
    origin_of = {
        c.id: named[c.id].origin.id if c.id in named else _voice(c.id in here, pages.by_document[a.document], agencies).id
        for a in annotations
        for c in a.claims
    }
    voices = {o.id for o in (*pages.by_document.values(), *agencies.values())}
    wired = {key for a in annotations for key in told.here(a, by_id[a.document], (by_id[a.document].agency,))}
    credited = {*(key for key, n in named.items() if not n.supposed), *here, *wired}
    rendered = corresponding.find(upstream, worded, annotations)
    inheritance.settle(origin_of, annotations, shared, upstream, ways, credited, voices, rendered)
    first = {pair: one for one, other in sorted(ways) for pair in ((one, other), (other, one))}
    documented = {o.id: key for key, o in pages.by_document.items()}
    edges = revisions.added([*_together([*claimed, *shown])], documented, worded, {a.document: a for a in annotations})
    used = {e.upstream.id: e.upstream for e in (*claimed, *shown)} | {n.origin.id: n.origin for n in named.values()}
    used |= {o.id: o for o in (*pages.by_document.values(), *agencies.values())}  # a credit says what an agency is
    hops: dict[str, list[Hop]] = defaultdict(list)
    for found in named.values():
        hops[found.origin.id].append(found.hop)
    return Lineage(
        origins=tuple(used[key] for key in sorted(used)),
        derivations=tuple(sorted(edges, key=lambda e: e.id)),
        passages=changed.compared(shared, documents, annotations, worded, taken, first),
        origin_of=origin_of,
        same=bodies.same([used[key] for key in sorted(used)], hops, by_id, known),
    )


def _voice(here: bool, page: Origin, agencies: Mapping[str, Origin]) -> Origin:
    """Who speaks where a page names nobody beyond it: the agency whose text it prints, but what somebody told it is its own."""
    return page if here else agencies.get(page.document or "", page)


def _pairs(documents: Sequence[Document], wordings: Sequence[Wording], taken: set[Pair]) -> set[Pair]:
    """The pairs of documents whose passages are worth a line: all of a small pile; of a large one copies with their models, and
    near ones that no copying ties to one another, for two copies of one wire share what each shares with the wire.
    """
    if len(documents) <= SMALL:
        return {(a.id, b.id) for a, b in combinations(sorted(documents, key=lambda d: d.id), 2)}
    family = _families(taken)
    near = {(a.document.id, b.document.id) for a, b in copies.near(wordings, _BESIDE)}
    return taken | {(a, b) for a, b in near if a not in family or b not in family or family[a] != family[b]}


def _families(taken: set[Pair]) -> dict[str, str]:
    """For each document that copied or was copied one of those with which copying ties it, the same for all of them."""
    found: dict[str, str] = {}

    def first(key: str) -> str:
        while found.setdefault(key, key) != key:
            found[key] = key = found[found[key]]
        return key

    for one, other in sorted(taken):
        found[first(other)] = first(one)
    return {key: first(key) for key in found}


def _textual(
    copied: Iterable[Copy], shared: Iterable[Passage], pages: outlets.Pages, annotations: Sequence[Annotations]
) -> Iterator[Edge]:
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
        if copy.why:
            shown = Evidence(kind="value", spans=copy.shown, why=copy.why)
        yield Edge(upstream=upstream, downstream=copy.copy.id, manner=manner, evidence=shown, direction=copy.direction)
        for spans in rare[both]:
            said = ", ".join(dict.fromkeys(" ".join(s.text.split()) for s in spans))
            value = Evidence(kind="value", spans=tuple(spans[: 2 * _SHOWN]), why=f"nobody else gives {said}")
            yield Edge(upstream=upstream, downstream=copy.copy.id, manner=manner, evidence=value, direction=copy.direction)


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


def _together(edges: Sequence[Edge]) -> Iterator[Derivation]:
    """One derivation for each pair: all its evidence, the manner and direction of the strongest reason."""
    by_pair: dict[tuple[str, str], list[Edge]] = defaultdict(list)
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
