"""Frozen records, importing nothing: what flows through Rashomon.

Offsets are Unicode code points, half-open, into the text of the document they name; every span quotes its own words.
Records name one another by id. An id is made of what a record is about, so that two builds of the same input agree.
"""

from rashomon.model.act import AREA, NUMBERED, Act, Part, Told
from rashomon.model.annotation import (
    Annotations,
    Argument,
    Attribution,
    Bearing,
    Claim,
    Hop,
    Label,
    Mention,
    Quantity,
    Quotation,
    Sense,
    Timex,
)
from rashomon.model.case import (
    Case,
    Change,
    Facet,
    Happening,
    Link,
    Omission,
    Readings,
    Stray,
)
from rashomon.model.comparison import Answer, Comparison, Share
from rashomon.model.decision import Decision
from rashomon.model.document import Block, Document, Published, Taken
from rashomon.model.entity import Entity, Place, Variant
from rashomon.model.lineage import Derivation, Evidence, Lineage, Origin, Passage, Revision
from rashomon.model.point import Estimate, Grade, Membership, Point, Relation, Uncounted, Value
from rashomon.model.span import Span, Spans

__all__ = [
    "AREA", "NUMBERED", "Act", "Annotations", "Answer", "Argument", "Attribution", "Bearing", "Block", "Case", "Change", "Claim", "Comparison", "Decision", "Derivation", "Document", "Entity",
    "Estimate", "Evidence", "Facet", "Grade", "Happening", "Hop", "Label", "Lineage", "Link", "Membership", "Mention", "Omission", "Origin", "Part", "Passage", "Place",
    "Point", "Published", "Quantity", "Quotation", "Readings", "Relation", "Revision", "Sense", "Share", "Span", "Spans", "Stray", "Taken", "Timex", "Told", "Uncounted", "Value", "Variant",
]  # fmt: skip
