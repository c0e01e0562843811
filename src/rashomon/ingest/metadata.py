"""A page's tree in, what its metadata states out: Open Graph, Dublin Core, JSON-LD (schema.org), canonical address.; its days
are read in `ingest.dated`.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.ingest.dated import stated
from rashomon.ingest.outlets import host_of, outlet_named, outlet_of
from rashomon.ingest.published import Stated
from rashomon.ingest.taken import taken
from rashomon.model import Taken

_STORY = re.compile(r"(?:News|Blog|Report|Opinion|Analysis|Review|Background|Live|Satirical|Tech)?\w*(?:Article|Posting)$")
_ELSEWHERE = "elsewhere.invalid"  # the site of a page of which only another outlet's address is known
_BY = re.compile(r"^by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page states of itself. `said` are its days; `url` its own address; `taken` the pages it was taken from."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    said: tuple[Stated, ...] = ()
    language: str | None = None
    taken: tuple[Taken, ...] = ()


def metadata(tree: Any, fetched: str | None = None) -> Metadata:
    """The statements of one page, schema.org before meta elements; nothing where there is no tree. `fetched`: where it was."""
    if tree is None:
        return Metadata()
    meta = _meta(tree)
    story = next(_stories(tree), {})
    outlet = _name(story.get("publisher")) or meta.get("og:site_name") or meta.get("application-name")
    canonical, shared = _address(_first(tree, "//link[@rel='canonical']/@href")), _address(meta.get("og:url"))
    own = host_of(fetched or shared or _address(_text(story.get("url"))) or _site(canonical, outlet))
    url = canonical if own is None or host_of(canonical) == own else shared or fetched
    return Metadata(
        title=_text(story.get("headline")) or meta.get("og:title") or meta.get("twitter:title") or _heading(tree),
        outlet=outlet,
        url=url,
        authors=_authors(story.get("author")) or _authors(meta.get("author") or meta.get("article:author")),
        said=stated(tree, meta, story),
        language=_language(_first(tree, "/html/@lang") or meta.get("og:locale")),
        taken=tuple(taken(tree, meta, story, own)),
    )


def _address(value: str | None) -> str | None:
    return value if value and re.match(r"https?://[^/\s]+\.", value) else None


def _site(canonical: str | None, outlet: str | None) -> str | None:
    """The site of a page that states no address but a canonical one: that, unless it is another well-known outlet's."""
    known = outlet_of(host_of(canonical))
    return canonical if known is None or outlet is None or known == (outlet_named(outlet) or outlet) else _ELSEWHERE


def _meta(tree: Any) -> dict[str, str]:
    """Content by name, property or itemprop, in lower case; the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _text(element.get("content"))
        for key in ("property", "name", "itemprop"):
            if content and (name := element.get(key)):
                found.setdefault(name.lower(), content)
    return found


def _stories(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            whole = json.loads(script.text_content())
        except (ValueError, RecursionError):
            continue
        yield from _articles(whole, 0)


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(isinstance(k, str) and _STORY.match(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(value.get(key), depth + 1)


def _text(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("url") or value.get("@id")
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The name of a publisher; an address is none."""
    name = _text(value)
    return None if name is None or name.startswith("http") else name


def _authors(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    names = (_BY.sub("", name) for item in values if (name := _name(item)))
    return tuple(dict.fromkeys(part.strip() for name in names for part in re.split(r",| and ", name) if part.strip()))


def _language(value: str | None) -> str | None:
    found = re.match(r"[a-z]{2,3}\b", (value or "").strip().lower().replace("_", "-"))
    return found.group() if found else None


def _first(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return _text(str(found[0])) if found else None


def _heading(tree: Any) -> str | None:
    found = [said for h in tree.iter("h1") if (said := " ".join(h.text_content().split()))]
    return found[0] if len(found) == 1 else None
