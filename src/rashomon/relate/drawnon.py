"""Documents in, an edge for each agency that a page's byline says it drew on beside its own work out.

"By Dale Corran and wire reports", "(Coastwire/CS)", "From our parliamentary editor; Coastwire". What such a page says in its own
voice may be the agency's: it is no second origin beside the agency, and one of its own where the agency is silent.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from rashomon.model import Document, Entity, Evidence, Origin, Span
from rashomon.relate import outlets
from rashomon.relate.stated import Edge

_LONGEST = 120  # characters: a credit is a line
_UNNAMED = re.compile(
    r"(?:^|[,;/|(]\s*|\b(?:and|with|from)\s+)(?:the )?"
    r"(?:(?:news )?agencies|wires|(?:wire|news) services|(?:news )?(?:wire|agency) (?:reports?|material|copy))\b(?!\s+[a-z])",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W*(?:by|from|with)\b|\b(?:correspondents?|desk|editors?|materials?|reporters?|reporting|staff)\b|\([^()]*/[^()]*\)",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\b(?:camera|drawing|graphic|graphics|image|images|map|photo|photograph|photographs|photos|picture|pictures|video)\b", re.I
)
_PARTS = re.compile(r"[/;,|():.]|\b(?:and|by|from|materials?|reporting|with)\b", re.IGNORECASE)
_ROLES = frozenset({"byline", "dateline", "headline", "other", "paragraph", "signature", "stamp", "subhead"})


def edges(
    documents: Sequence[Document], agencies: Mapping[str, Origin], pages: outlets.Pages, entities: Sequence[Entity]
) -> Iterator[Edge]:
    """One for each page that credits no agency with the whole, and each agency that it draws on."""
    known = _known(documents)
    for document in documents:
        if document.id in agencies:
            continue
        own = outlets.plain(document.outlet or "")
        drawn: dict[str, Span] = {}
        for line in _lines(document):
            for name in _named(line.text, known) or _unnamed(line, document, known):
                if outlets.plain(name) not in (own, outlets.initials(own)):
                    drawn.setdefault(name, line)
        for name, line in drawn.items():
            upstream = pages.of(name, document) or outlets.beyond(name, "agency", entities)
            said = Evidence(kind="stated", spans=(line,), why=f"the page says so: {line.text}")
            yield Edge(upstream=upstream, downstream=document.id, manner="paraphrases", evidence=said)


def _known(documents: Sequence[Document]) -> Mapping[str, str]:
    """The agencies that the pile knows, by plain name, by initials and without "news service": those that pages credit, and
    outlets that call themselves one.
    """
    wires = [d.outlet for d in documents if d.outlet and outlets.wire(d.outlet)]
    found: dict[str, str] = {}
    for name in dict.fromkeys([*(d.agency for d in documents if d.agency), *wires]):
        plain = outlets.plain(name)
        for key in (plain, outlets.initials(plain), outlets.stem(name)):
            if key:
                found.setdefault(key, name)
    return found


def _lines(document: Document) -> Iterator[Span]:
    """The short lines of a page that credit somebody with its text."""
    for block in document.blocks:
        if block.role in _ROLES and block.end - block.start <= _LONGEST:
            text = document.text[block.start : block.end]
            if (_CREDIT.search(text) or _UNNAMED.search(text)) and not _PICTURE.search(text):
                yield document.span(block.start, block.end)


def _named(line: str, known: Mapping[str, str]) -> list[str]:
    parts = [outlets.plain(part) for part in _PARTS.split(line) if part and part.strip()]
    return list(dict.fromkeys(known[part] for part in parts if part in known))


def _unnamed(line: Span, document: Document, known: Mapping[str, str]) -> list[str]:
    """Of "agencies" those that the text names, or the only one that the pile knows."""
    if not _UNNAMED.search(line.text):
        return []
    names = list(dict.fromkeys(known.values()))
    return [name for name in names if re.search(rf"\b{re.escape(name)}\b", document.text)] or (names if len(names) == 1 else [])
