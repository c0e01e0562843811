"""A document in, what stands in it out. Each module is one extractor:

    extract(document: Document, found: Found) -> Iterable[record]

`found` is what earlier extractors of the recipe found, with the parse they all read. An extractor finds nothing rather
than raise, and each record it yields quotes its words. It goes into the field of `Found` that bears the extractor's name.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from rashomon.model import Annotations, Document
from rashomon.text.conventions import Conventions, named
from rashomon.text.parse import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Annotations):
    """Annotations so far, the parse of the document's prose (made once, never stored), and what vague words are worth."""

    parse: Parse = field(default_factory=lambda: Parse(text=""))
    conventions: Conventions = field(default_factory=named)

    def having(self, name: str, records: tuple[Any, ...]) -> "Found":
        """The same with the records of one more extractor."""
        changes: dict[str, Any] = {name: records}
        return replace(self, **changes)

    def annotations(self) -> Annotations:
        """What was found, without the parse."""
        return Annotations(
            document=self.document,
            mentions=self.mentions,
            quantities=self.quantities,
            times=self.times,
            quotations=self.quotations,
            attributions=self.attributions,
            claims=self.claims,
            labels=self.labels,
            bearings=self.bearings,
        )


class Extractor(Protocol):
    """What a plug-in of the group `rashomon.extractors` is."""

    def __call__(self, document: Document, found: Found, /) -> Any: ...
