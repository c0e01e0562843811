"""What a reader has in hand in, one Document out, with an id that stays the same from build to build."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.ingest import facts as pages
from rashomon.ingest.language import language
from rashomon.ingest.outlets import agency_named, host_of, outlet_of
from rashomon.ingest.published import Stated, published
from rashomon.model import Block, Document, Span, Taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is stated beside the text: by a page's metadata or by a record. It goes before what the text itself tells.

    `published` is an ISO date or time that stands; `said` is what a page states of its days; `key` tells records
    of one file apart; `title` may or may not stand in the text.
    """

    key: str = ""
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    said: tuple[Stated, ...] = ()
    language: str | None = None
    taken: tuple[Taken, ...] = ()


def document(file: str, sha256: str, text: str, blocks: Sequence[Block], given: Given | None = None) -> Document:
    """One document. `file` is the input's base name, `sha256` that of its bytes.

    The id is made of the file's name and key, the stated outlet and address, and the text: not of anything found by rule, so
    that a better rule leaves decisions where they are, and not of other files, so that their order does not matter.
    """
    stated = given or Given()
    made = "\x1f".join((file, stated.key, stated.outlet or "", stated.url or "", text))
    id_ = "d" + hashlib.sha256(made.encode("utf-8", "replace")).hexdigest()[:10]
    found = pages.facts(text, blocks)
    host = host_of(stated.url) or found.host
    return Document(
        id=id_,
        file=file,
        sha256=sha256,
        text=text,
        outlet=stated.outlet or outlet_of(host) or found.outlet,
        url=stated.url,
        host=host,
        agency=found.agency or next((agency for name in stated.authors if (agency := agency_named(name))), None),
        title=_title(id_, text, stated.title, found.title),
        authors=stated.authors or found.authors,
        published=published(id_, text, blocks, stated.published, stated.url, stated.said),
        language=stated.language or language(text, blocks),
        blocks=tuple(blocks),
        taken=stated.taken,
    )


def _title(document: str, text: str, stated: str | None, found: tuple[int, int] | None) -> Span | None:
    """The stated title where it stands in the text, else the headline that was found."""
    at = text[: len(stated) + 2000].find(stated) if stated else -1
    start, end = (at, at + len(stated)) if stated and at >= 0 else found or (0, 0)
    return Span(document=document, start=start, end=end, text=text[start:end]) if end > start else None
