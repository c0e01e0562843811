"""A document in, its times out."""

from collections.abc import Iterator
from typing import Any

from rashomon.extract import Found
from rashomon.model import Document


def extract(document: Document, found: Found) -> Iterator[Any]:
    """Not yet written."""
    yield from ()
