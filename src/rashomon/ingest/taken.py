"""A page's tree in, the pages that its metadata names as those it was taken from out: `isBasedOn`, a canonical address on
another site, `syndication-source`, `original-source`.

None of these stand in the text that a reader sees, and newsrooms fill them in all the same: search engines ask for them.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.ingest.outlets import host_of, outlet_of
from rashomon.model import Taken

_METAS = {
    "syndication-source": "syndicates",
    "original-source": "cites",
    "dc.source": "paraphrases",
    "dcterms.source": "paraphrases",
}
_ADDRESS = ("http://", "https://", "//")


def taken(tree: Any, meta: Mapping[str, str], story: Mapping[str, Any], own: str | None) -> Iterator[Taken]:
    """Each page that is named, once. `meta`: content of meta elements by name; `story`: schema.org's article; `own`: the host
    of the page itself, as far as it is known.
    """
    found: dict[str, Taken] = {}
    for manner, label, said in _stated(tree, meta, story, own):
        host = host_of(said) if said.startswith(_ADDRESS) else None
        if said.startswith(_ADDRESS) and (host is None or host == own):
            continue
        name = (outlet_of(host) or host) if host else said
        if name:
            url = said if host else None
            found.setdefault(name, Taken(name=name, url=url, manner=manner, why=f"the page's metadata say so: {label} {said}"))
    yield from found.values()


def _stated(tree: Any, meta: Mapping[str, str], story: Mapping[str, Any], own: str | None) -> Iterator[tuple[str, str, str]]:
    """Manner, label and what is said, in the order in which they are believed."""
    for key in ("isBasedOn", "isBasedOnUrl"):
        yield from (("paraphrases", key, said) for said in _values(story.get(key)))
    for name, manner in _METAS.items():
        if said := meta.get(name):
            yield manner, name, said
    for rel in ("syndication-source", "original-source"):
        yield from ((_METAS[rel], rel, str(href)) for href in tree.xpath(f"//link[@rel='{rel}']/@href")[:3])
    for href in tree.xpath("//link[@rel='canonical']/@href")[:1]:
        if own and host_of(str(href)) != own:
            yield "reprints", "canonical", str(href)


def _values(value: Any) -> Iterator[str]:
    """The addresses, else the names, in a value of schema.org."""
    for item in value[:5] if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("url") or item.get("@id") or item.get("name")
        if isinstance(item, str) and item.strip():
            yield " ".join(item.split())
