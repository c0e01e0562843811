"""Documents in, the same documents out with the days on which each may have been published."""

from collections.abc import Sequence

from rashomon.model import Annotations, Document


def date(documents: Sequence[Document], annotations: Sequence[Annotations]) -> tuple[Document, ...]:
    """Not yet written: what ingest found stands."""
    return tuple(documents)
