"""Documents made by hand, for tests."""

import hashlib
import re

from rashomon import pipeline
from rashomon.extract import Found
from rashomon.model import Annotations, Block, Document, Published


def document(
    text: str, *, file: str = "made.txt", outlet: str | None = None, published: str | None = None, **facts: object
) -> Document:
    """A document of this text, each line a paragraph, published on this ISO day."""
    sha = hashlib.sha256(text.encode()).hexdigest()
    blocks = tuple(Block(start=m.start(), end=m.end(), role="paragraph") for m in re.finditer(r"\S[^\n]*", text))
    day = Published(value=published, earliest=published, latest=published, why="as made") if published else Published()
    made = {
        "id": "d" + sha[:10],
        "file": file,
        "sha256": sha,
        "outlet": outlet,
        "published": day,
        "blocks": blocks,
        "language": "en",
    }
    return Document(**{**made, **facts, "text": text})  # type: ignore[arg-type]


def annotated(text: str, **facts: object) -> Annotations:
    """All that the recipe finds in this text."""
    return pipeline.annotate(document(text, **facts))  # type: ignore[arg-type]


def found(document: Document, *extractors: str) -> Found:
    """What these extractors find in a document, with its parse; all earlier ones of the recipe have to be named."""
    return pipeline.find(document, extractors)
