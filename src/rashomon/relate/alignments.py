"""Claims of all documents in, suggestions which of them bear on one point out."""

from collections.abc import Iterator, Sequence

from rashomon.model import Annotations, Document, Link


def relate(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Iterator[Link]:
    """Not yet written."""
    yield from ()
