"""One published text, with its own facts and with what on its page is not part of it."""

from dataclasses import dataclass

from rashomon.model.span import Span

CONTENT_ROLES = frozenset({"headline", "subhead", "dateline", "byline", "paragraph", "quote", "caption"})
"""Roles of blocks that belong to the account; all others are what surrounds it on the page."""

PROSE_ROLES = frozenset({"headline", "subhead", "paragraph", "quote", "caption"})
"""Roles of blocks that are read as language: claims, names and figures come from these alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text that plays one role on the page, in code points; blocks cover all that is not white space.

    `role`: headline, subhead, dateline, byline, paragraph, quote, caption (content); navigation, related, advert,
    disclaimer, counter, comments, signature, stamp, other (not content).
    """

    start: int
    end: int
    role: str

    @property
    def content(self) -> bool:
        """Whether the block belongs to the account itself."""
        return self.role in CONTENT_ROLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a document was published, as far as anything tells: an EDTF value or None, and the days it allows (ISO dates)."""

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    evidence: tuple[Span, ...] = ()
    why: str = "nothing tells when it was published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A page from which another says in its metadata that it was taken: its outlet's name or its host, its address if given,
    `manner` as of a derivation, and `why`: the statement.
    """

    name: str
    url: str | None
    manner: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One published text, "an account of the event". `sha256` is that of the bytes as they were read.

    The id is made of outlet, url and text: two outlets with the same wire copy are two documents.
    """

    id: str
    file: str
    sha256: str
    text: str
    outlet: str | None = None
    url: str | None = None
    host: str | None = None
    agency: str | None = None
    title: Span | None = None
    authors: tuple[str, ...] = ()
    published: Published = Published()
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    taken: tuple[Taken, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span from `start` to `end` (code points), quoting this text."""
        return Span(document=self.id, start=start, end=end, text=self.text[start:end])

    @property
    def name(self) -> str:
        """What a reader knows it by: its outlet, else its host, else its file."""
        return self.outlet or self.host or self.file
