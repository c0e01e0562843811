"""Annotations of many documents in, suggestions about pairs of them out.

`dating` and `times` settle when documents were published and resolve time expressions; `entities` suggests which mentions
mean the same one; `lineage` traces who took what from whom; `alignments` suggests which claims bear on one point.
The suggestions are Links (or Derivations): people decide, `settle` makes one case of both.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from rashomon.model import Annotations, Document, Link


class Relater(Protocol):
    """What suggests links: all documents with their annotations, in the same order."""

    def __call__(self, documents: Sequence[Document], annotations: Sequence[Annotations], /) -> Iterable[Link]: ...
