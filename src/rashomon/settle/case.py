"""All that is settled in, one case out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.model import Act, Annotations, Case, Decision, Document, Entity, Facet, Lineage, Link, Omission, Point
from rashomon.settle import corrections
from rashomon.settle import points as settle_points
from rashomon.settle import records as settle_records
from rashomon.settle.decisions import Ledger
from rashomon.settle.judged import judged
from rashomon.settle.relations import Compare
from rashomon.settle.timeline import timeline


def settle(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    entities: Sequence[Entity],
    lineage: Lineage,
    links: Iterable[Link],
    facets: Iterable[Facet],
    deeds: Iterable[Act],
    copies: Mapping[str, Sequence[str]],
    comparers: Mapping[str, Compare],
    ledger: Ledger,
    decisions: tuple[Decision, ...],
    recipe: tuple[str, ...],
    version: str,
) -> Case:
    """The case, its records in text order."""
    given = settle_records.records(documents, annotations, ledger)
    points = corrections.correct_relations(
        settle_points.settle(given, links, facets, deeds, copies, comparers, lineage, ledger), ledger
    )
    points = judged(points, ledger)
    claims = tuple(replace(c, origin=lineage.origin_of.get(c.id)) for c in given.claims.values())
    return Case(
        format="rashomon-case/1",
        version=version,
        recipe=recipe,
        documents=tuple(documents),
        mentions=tuple(m for a in annotations for m in a.mentions),
        entities=tuple(entities),
        quantities=tuple(q for a in annotations for q in a.quantities),
        times=tuple(t for a in annotations for t in a.times),
        quotations=tuple(q for a in annotations for q in a.quotations),
        attributions=tuple(x for a in annotations for x in a.attributions),
        claims=claims,
        points=points,
        origins=lineage.origins,
        derivations=lineage.derivations,
        passages=lineage.passages,
        timeline=timeline(documents, claims, given.times, points),
        labels=tuple(x for a in annotations for x in a.labels),
        omissions=tuple(_omissions(documents, points, given)),
        decisions=decisions,
        strays=ledger.strays,
    )


_KNOWN = 20  # one account in so many at least must speak to a point for others to leave it out


def _omissions(documents: Sequence[Document], points: Sequence[Point], given: settle_records.Records) -> Iterable[Omission]:
    """The points of several accounts on which a document says nothing, or could not: it was out before any of them."""
    for point in points:
        speaking = {given.document_of[m.claim] for m in point.claims}
        if len(speaking) < max(2, len(documents) / _KNOWN):
            continue
        first = min((d.published.earliest for d in documents if d.id in speaking and d.published.earliest), default=None)
        for document in documents:
            if document.id not in speaking:
                latest = document.published.latest
                early = bool(latest and first and latest < first)
                yield Omission(point=point.id, document=document.id, kind="could not know yet" if early else "silent")
