"""A feed in (RSS or Atom, a file or an address that was given), the articles of its entries out.

Nothing is fetched but the addresses that were given: what an entry itself says is its text, the pages it leads to are not read.
"""

import re
import urllib.request
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html

from rashomon.discover.records import Article
from rashomon.errors import InputError

LARGEST = 20_000_000
"""Bytes a feed may have."""
PATIENCE = 30
"""Seconds to wait for an address."""
SUFFIXES = frozenset({".rss", ".atom", ".xml"})

_CONTENT = ("encoded", "content", "description", "summary")
_DATES = ("published", "pubDate", "date", "updated")


def is_address(given: str) -> bool:
    """Whether something is an address to fetch rather than a path."""
    return urlsplit(given).scheme in ("http", "https")


def load(given: str) -> bytes:
    """The bytes of a feed; InputError with one sentence where there are none."""
    try:
        if is_address(given):
            request = urllib.request.Request(given, headers={"User-Agent": "rashomon"})
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                data: bytes = answer.read(LARGEST + 1)
        else:
            data = Path(given).read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(f"{given} cannot be read ({error}).") from error
    if len(data) > LARGEST:
        raise InputError(f"{given} has more than {LARGEST / 1e6:.0f} MB, which is no feed.")
    return data


def entries(data: bytes, name: str) -> Iterator[Article]:
    """The entries of a feed as articles; InputError where it is no feed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{name} is no feed ({error}).") from error
    if root is None or _tag(root) not in ("rss", "feed", "RDF"):
        raise InputError(f"{name} is no feed: neither RSS nor Atom.")
    outlet = next((_words(e) for e in root.iter() if _tag(e) == "title"), "")
    for number, entry in enumerate((e for e in root.iter() if _tag(e) in ("item", "entry")), start=1):
        parts = {_tag(child): child for child in reversed(entry)}
        text = next((said for tag in _CONTENT if (said := _story(parts.get(tag)))), "")
        yield Article(
            title=_words(parts.get("title")),
            text=text,
            outlet=_words(parts.get("source")) or outlet,
            url=_link(entry),
            published=next((day for tag in _DATES if (day := _date(_words(parts.get(tag))))), ""),
            file=name,
            number=number,
        )


def _tag(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _story(element: Any) -> str:
    """The text of an entry, the markup in it taken off, a paragraph a line."""
    if element is None:
        return ""
    said = "".join(element.itertext())
    if "<" in said:
        try:
            tree = lxml_html.fromstring(f"<div>{said}</div>")
        except (etree.LxmlError, ValueError):
            return " ".join(re.sub(r"<[^>]*>", " ", said).split())
        said = "\n".join("".join(p.itertext()) for p in tree.iter("p")) or tree.text_content()
    return "\n".join(line for raw in said.splitlines() if (line := " ".join(raw.split())))


def _link(entry: Any) -> str:
    for child in entry:
        if _tag(child) == "link":
            return str(child.get("href") or _words(child))
    return ""


def _date(said: str) -> str:
    if re.match(r"\d{4}-\d\d-\d\d", said):
        return said
    try:
        return parsedate_to_datetime(said).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""
