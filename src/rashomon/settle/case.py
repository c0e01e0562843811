"""All that is settled in, one case out."""

from collections.abc import Iterable, Sequence
from typing import Any

from rashomon.model import Annotations, Case, Decision, Document, Entity, Lineage, Link
from rashomon.settle.decisions import Ledger


def settle(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    entities: Sequence[Entity],
    traced: Lineage,
    links: Iterable[Link],
    comparers: Sequence[Any],
    ledger: Ledger,
    decisions: tuple[Decision, ...],
    recipe: tuple[str, ...],
    version: str,
) -> Case:
    """The case, its records in text order."""
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
        claims=tuple(c for a in annotations for c in a.claims),
        origins=traced.origins,
        derivations=traced.derivations,
        passages=traced.passages,
        labels=tuple(x for a in annotations for x in a.labels),
        decisions=decisions,
        strays=ledger.strays,
    )
