"""A saved web page in, one document out: the text that trafilatura takes from it, each paragraph on a line of its own.

The text begins with the page's title. What surrounds the story is left out of the text; the original bytes stay in the case
file, and so does all of the page. Metadata is believed before the text: the site's name, the author, the canonical address, the
days of publication and of change, told apart.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from rashomon.errors import InputError
from rashomon.ingest import decode
from rashomon.ingest.documents import Given, document
from rashomon.ingest.lines import Line
from rashomon.ingest.metadata import Metadata, metadata
from rashomon.ingest.pieces import piece, taken_apart
from rashomon.model import Block, Document

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
_KEPT = {"head": "subhead", "quote": "quote", "p": None, "item": None, "cell": None, "code": None, "ab": None}


def read(path: Path) -> Iterator[Document]:
    """The one document of a page. InputError where no story is found on it."""
    yield page(decode.load(path), path)


def page(raw: bytes, path: Path, url: str | None = None) -> Document:
    """The document of a page in memory; `url`: where it was fetched, for a page that does not say."""
    source = _decoded(raw, path)
    facts = metadata(_tree(source), url)
    title, parts = _extracted(source, facts)
    if not parts:
        raise InputError(f"{path} shows no story (a menu, a form, or a page made by script); save the page's text as .txt.")
    text, blocks = _laid_out(title, parts)
    given = Given(
        title=title,
        outlet=facts.outlet,
        url=facts.url or url,
        authors=facts.authors,
        said=facts.said,
        language=facts.language,
        taken=facts.taken,
    )
    return document(path.name, hashlib.sha256(raw).hexdigest(), text, blocks, given)


def _decoded(raw: bytes, path: Path) -> str:
    """The page's source: in the encoding that it declares, where that fits, else as any text."""
    declared = _DECLARED.search(raw[:4096])
    if declared and not raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return raw.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode.decode(raw, path)


def _tree(source: str) -> Any:
    """The page as a tree, None where nothing can be made of it."""
    try:
        return lxml_html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    except (etree.ParserError, etree.LxmlError, ValueError, RecursionError):
        return None


def _extracted(source: str, facts: Metadata) -> tuple[str | None, list[tuple[str, str | None]]]:
    """The title, and the story's paragraphs with the role that their element gives them, None for running text."""
    try:
        found = trafilatura.bare_extraction(
            source, include_comments=False, include_tables=True, with_metadata=True, url=facts.url
        )
    except Exception:  # whatever a broken page does to the parsers below, it is one page that shows no story
        return facts.title, []
    if found is None or isinstance(found, dict):
        return facts.title, []
    title = facts.title or _line(found.title or "") or None
    parts = list(_paragraphs(found.body)) if found.body is not None else []
    if not parts and found.text:
        parts = [(said, None) for line in found.text.splitlines() if (said := _line(line))]
    return title, parts


def _paragraphs(body: Any) -> Iterator[tuple[str, str | None]]:
    for element in body.iter():
        inside = [a.tag for a in element.iterancestors()]
        if element.tag not in _KEPT or any(tag in ("p", "item", "cell", "code", "head") for tag in inside):
            continue
        if element.tag == "quote" and any(child.tag == "p" for child in element):
            continue
        role = "quote" if "quote" in inside else _KEPT[element.tag]
        if said := _line("".join(element.itertext())):
            yield said, role


def _line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())


def _laid_out(title: str | None, parts: list[tuple[str, str | None]]) -> tuple[str, list[Block]]:
    """One line for the title and one for each paragraph; a paragraph that gives itself away as something else is that."""
    if parts and title and parts[0][0] in title:
        title, parts = parts[0][0], parts[1:]
    lines: list[tuple[str, str | None]] = [(title, "headline")] if title else []
    lines += [part for part in parts if part[0] != title]
    text = ""
    blocks: list[Block] = []
    for said, role in lines:
        line = Line(len(text), len(text) + len(said), said)
        found = [piece(line).having(role)] if role in ("headline", "quote") else list(taken_apart(line, len(blocks)))
        blocks += [Block(start=p.line.start, end=p.line.end, role=p.role or role or "paragraph") for p in found]
        text += said + "\n"
    return text, blocks
