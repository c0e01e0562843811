"""A document's claims in, a vector for each out, by which those that answer one question are found whatever their words."""

from collections.abc import Iterator

from rashomon.extract import Found
from rashomon.model import Bearing, Document
from rashomon.text import bearings


def extract(document: Document, found: Found) -> Iterator[Bearing]:
    """The bearing of each claim, in text order."""
    texts = [" ".join(claim.span.text.split()) for claim in found.claims]
    for claim, vector in zip(found.claims, bearings.vectors(texts), strict=True):
        yield Bearing(id=claim.id, vector=bearings.packed(vector))
