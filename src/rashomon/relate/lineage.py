"""Documents with their claims in, who took what from whom out: stated by the text, or shown by passages in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.model import Annotations, Claim, Derivation, Document, Entity, Evidence, Lineage, Origin, Passage
from rashomon.relate import inheritance, origins, passages

MAINLY = 0.3
"""Share of a document's attributed claims from one origin at which the document retells it rather than cites it."""
COPIED = 0.3
"""Share of a document's claims that recur in another at which one is taken to derive from the other."""

_SHOWN = 3  # spans of evidence for an edge


def trace(documents: Sequence[Document], annotations: Sequence[Annotations], entities: Sequence[Entity]) -> Lineage:
    """Origins, edges and passages, and for each claim the reporting that first carried it."""
    known = {e.id: e for e in entities}
    by_id = {d.id: d for d in documents}
    pages = origins.of_documents(documents)
    of_page = pages.by_document
    agencies = {d.id: origin for d in documents if (origin := origins.agency(d, entities))}
    named = {key: found for a in annotations for key, found in origins.named(a, by_id[a.document], known, pages).items()}
    shared = passages.find(documents, annotations)
    copied = _copies(documents, annotations, shared)
    edges = [*_stated(annotations, named, agencies, by_id), *(_textual(copied, of_page))]
    claim_origin = {
        c.id: named[c.id].origin.id if c.id in named else agencies.get(a.document, of_page[a.document]).id
        for a in annotations
        for c in a.claims
    }
    upstream = {(up.id, down.id): of_page[up.id].id for up, down, _, _ in copied}
    inheritance.settle(claim_origin, annotations, shared, upstream, {o.id for o in (*of_page.values(), *agencies.values())})
    used = {o.id: o for o in (*of_page.values(), *agencies.values(), *(n.origin for n in named.values()))}
    return Lineage(
        origins=tuple(used[key] for key in sorted(used)),
        derivations=tuple(sorted(edges, key=lambda e: e.id)),
        passages=shared,
        origin_of=claim_origin,
    )


def _stated(
    annotations: Sequence[Annotations],
    named: Mapping[str, origins.Named],
    agencies: Mapping[str, Origin],
    documents: Mapping[str, Document],
) -> Iterable[Derivation]:
    """An edge for each origin that a document names, with the words that name it."""
    for found in annotations:
        document = documents[found.document]
        if agency := agencies.get(document.id):
            yield _edge(agency.id, document.id, "syndicates", [_credit(document)])
        by_origin: dict[str, list[Claim]] = defaultdict(list)
        for claim in found.claims:
            if claim.id in named:
                by_origin[named[claim.id].origin.id].append(claim)
        total = sum(map(len, by_origin.values()))
        cues = {a.id: a for a in found.attributions}
        for origin, claims in by_origin.items():
            direct = sum(cues[c.attribution].manner == "direct" for c in claims if c.attribution in cues)
            manner = "paraphrases" if _mainly(len(claims), total) else "quotes" if 2 * direct > len(claims) else "cites"
            spans = [h for c in claims if (h := named[c.id].hop.span)] or [c.span for c in claims]
            why = f"{len(claims)} claims are credited to it" if len(claims) > 1 else "a claim is credited to it"
            yield _edge(
                origin, document.id, manner, [Evidence(kind="stated", spans=tuple(dict.fromkeys(spans))[:_SHOWN], why=why)]
            )


def _mainly(claims: int, total: int) -> bool:
    return claims > 2 and claims >= MAINLY * total


def _edge(upstream: str, downstream: str, manner: str, evidence: list[Evidence], direction: str = "stated") -> Derivation:
    key = f"{downstream}<{upstream}"
    return Derivation(
        id=key, upstream=upstream, downstream=downstream, manner=manner, evidence=tuple(evidence), direction=direction
    )


def _credit(document: Document) -> Evidence:
    """Where the page credits its agency, if it stands in the text."""
    name = document.agency or ""
    at = document.text.find(name)
    spans = (document.span(at, at + len(name)),) if name and at >= 0 else ()
    return Evidence(kind="stated", spans=spans, why=f"the page credits {name}")


def _copies(
    documents: Sequence[Document], annotations: Sequence[Annotations], shared: Sequence[Passage]
) -> list[tuple[Document, Document, list[Passage], str]]:
    """Pairs of documents of which one repeats much of the other: upstream, downstream, the passages, why this way."""
    claims = {a.document: len(a.claims) for a in annotations}
    by_pair: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in shared:
        by_pair[passage.left.document, passage.right.document].append(passage)
    by_id = {d.id: d for d in documents}
    found = []
    for (left, right), both in sorted(by_pair.items()):
        fewer = min(len({p.left for p in both}), len({p.right for p in both}))
        if fewer >= max(2, COPIED * min(claims[left], claims[right])):
            up, down, why = _direction(by_id[left], by_id[right], both)
            found.append((up, down, both, why))
    return found


def _direction(left: Document, right: Document, shared: Sequence[Passage]) -> tuple[Document, Document, str]:
    """Which of two was first, and why: by date, else by whose agency it is; "undecided" where nothing tells."""
    a, b = left.published, right.published
    if a.latest and b.earliest and a.latest < b.earliest:
        return left, right, f"{left.name} was published first"
    if b.latest and a.earliest and b.latest < a.earliest:
        return right, left, f"{right.name} was published first"
    if right.agency and right.agency == left.outlet:
        return left, right, f"{right.name} credits {left.name}"
    if left.agency and left.agency == right.outlet:
        return right, left, f"{left.name} credits {right.name}"
    return left, right, "undecided"


def _textual(
    copied: Iterable[tuple[Document, Document, list[Passage], str]], of_page: Mapping[str, Origin]
) -> Iterable[Derivation]:
    for up, down, both, why in copied:
        kinds = Counter(p.kind for p in both)
        manner = "reprints" if kinds["verbatim"] + kinds["same-quotation"] > kinds["paraphrase"] else "paraphrases"
        spans = [s for p in both[:_SHOWN] for s in (p.left, p.right)]
        evidence = Evidence(kind="textual", spans=tuple(spans), why=f"{len(both)} passages stand in both")
        yield _edge(of_page[up.id].id, down.id, manner, [evidence], why)
