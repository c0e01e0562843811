"""Documents with their claims in, who they say they took something from out: credits, notices, metadata, who is cited."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Annotations, Claim, Document, Entity, Evidence, Origin
from rashomon.relate import copies, credits, origins, outlets, versions
from rashomon.relate.renderings import Wording

MAINLY = 0.3
"""Share of a document's attributed claims from one origin at which the document retells it rather than cites it."""

_SHOWN = 3  # spans of evidence for an edge
_RETELLING = ("paraphrases", "syndicates", "reprints", "translates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One reason for an edge, before those of one pair are put together."""

    upstream: Origin
    downstream: str
    manner: str
    evidence: Evidence
    direction: str = "stated"
    noticed: bool = False  # whether a notice of the page itself says so


def credited(
    documents: Sequence[Document], agencies: Mapping[str, Origin], pages: outlets.Pages, entities: Sequence[Entity]
) -> Iterator[Edge]:
    """An edge for each agency or outlet that a page credits beside its story."""
    for document in documents:
        if agency := agencies.get(document.id):
            yield Edge(upstream=agency, downstream=document.id, manner="syndicates", evidence=line(document))
        yield from _from_metadata(document, pages, entities)
        for credit in credits.credits(document):
            upstream = pages.of(credit.name, document) or outlets.beyond(credit.name, "outlet", entities)
            if upstream.document != document.id and credit.name not in (document.outlet, document.agency, document.host):
                said = Evidence(kind="stated", spans=(credit.span,), why=f"the page says so: {credit.span.text}")
                yield Edge(upstream=upstream, downstream=document.id, manner=credit.manner, evidence=said, noticed=True)


def updated(documents: Sequence[Document], wordings: Mapping[str, Wording], pages: outlets.Pages) -> Iterator[Edge]:
    """An edge for each page that says it corrects or updates an earlier one of its outlet."""
    for earlier, later, notice in versions.corrected(documents, wordings):
        said = Evidence(kind="stated", spans=(notice,), why=f"the page says so: {notice.text}")
        yield Edge(upstream=pages.by_document[earlier.id], downstream=later.id, manner="updates", evidence=said)


def _from_metadata(document: Document, pages: outlets.Pages, entities: Sequence[Entity]) -> Iterator[Edge]:
    """An edge for each page from which a page says, out of a reader's sight, that it was taken."""
    for taken in document.taken:
        upstream = pages.at(taken.url, document) or pages.of(taken.name, document, short=False)
        upstream = upstream or outlets.beyond(taken.name, "outlet", entities)
        if upstream.document != document.id and taken.name not in (document.outlet, document.host):
            said = Evidence(kind="stated", spans=(), why=taken.why)
            yield Edge(upstream=upstream, downstream=document.id, manner=taken.manner, evidence=said, noticed=True)


def line(document: Document) -> Evidence:
    """Where the page credits its agency, if it stands in the text."""
    name = document.agency or ""
    at = document.text.find(name)
    spans = (document.span(at, at + len(name)),) if name and at >= 0 else ()
    return Evidence(kind="stated", spans=spans, why=f"the page credits {name}")


def cited(annotations: Sequence[Annotations], named: Mapping[str, origins.Named]) -> Iterator[Edge]:
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
            whom = "them" if named[claims[0].id].origin.kind == "person" else "it"
            why = f"{count} claims are credited to {whom}" if (count := len(claims)) > 1 else f"a claim is credited to {whom}"
            said = Evidence(kind="stated", spans=tuple(dict.fromkeys(spans))[:_SHOWN], why=why)
            yield Edge(upstream=named[claims[0].id].origin, downstream=found.document, manner=manner, evidence=said)


def _mainly(claims: int, total: int) -> bool:
    return claims > 2 and claims >= MAINLY * total


def said(found: Sequence[Edge]) -> copies.Said:
    """What the documents say of where they took something, for those who look for copies."""
    inside: dict[str, set[str]] = defaultdict(set)
    noticed: dict[str, set[str]] = defaultdict(set)
    outside: dict[str, set[str]] = defaultdict(set)
    for edge in found:
        if edge.upstream.document:
            inside[edge.downstream].add(edge.upstream.document)
            if edge.noticed:
                noticed[edge.downstream].add(edge.upstream.document)
        elif edge.manner in _RETELLING and edge.upstream.kind != "person":
            outside[edge.downstream].add(edge.upstream.id)
    return copies.Said(inside, noticed, outside)


def retold(found: Iterable[Edge]) -> set[tuple[str, str]]:
    """The pairs of documents, model and copy, of which one says that it retells the other."""
    return {(e.upstream.document, e.downstream) for e in found if e.manner in _RETELLING and e.upstream.document}
