"""A plain-text file in, one document out."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from rashomon.ingest import blocks, decode, published
from rashomon.model import Document


def read(path: Path) -> Iterator[Document]:
    """The file's decoded content unchanged, each line a block."""
    raw = decode.load(path)
    text = decode.decode(raw, path)
    sha = hashlib.sha256(raw).hexdigest()
    made = hashlib.sha256("\x1f".join((path.name, text)).encode("utf-8", "replace")).hexdigest()
    parts = blocks.blocks(text)
    day = published.published("d" + made[:10], text, parts)
    yield Document(id="d" + made[:10], file=path.name, sha256=sha, text=text, blocks=parts, published=day)
