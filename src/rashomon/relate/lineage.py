"""Documents with their claims in, who took what from whom out."""

from collections.abc import Sequence

from rashomon.model import Annotations, Document, Entity, Lineage, Origin


def trace(documents: Sequence[Document], annotations: Sequence[Annotations], entities: Sequence[Entity]) -> Lineage:
    """Not yet written: every document is its own origin."""
    return Lineage(
        origins=tuple(Origin(id=f"o{d.id}", name=d.name, kind="document", document=d.id) for d in documents),
        origin_of={claim.id: f"o{found.document}" for found in annotations for claim in found.claims},
    )
