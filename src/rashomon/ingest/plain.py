"""A plain-text file in, one document out: its decoded content unchanged, with the role of every line."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from rashomon.ingest import decode
from rashomon.ingest.blocks import blocks
from rashomon.ingest.documents import document
from rashomon.model import Document


def read(path: Path) -> Iterator[Document]:
    """The one document of a text file. A byte order mark is no part of the text; line ends stay as they are."""
    raw = decode.load(path)
    text = decode.decode(raw, path)
    yield document(path.name, hashlib.sha256(raw).hexdigest(), text, blocks(text))
