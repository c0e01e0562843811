"""Places that hold the words that were asked for in, the search page out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from rashomon.pages.parts import Link, account_link
from rashomon.pages.workbench.known import Known
from rashomon.pages.workbench.paging import SIZE, Paging, paged


class Place(Protocol):
    """A block of a text, or a claim, its words in turn with whether they were asked for."""

    @property
    def document(self) -> str: ...
    @property
    def claim(self) -> str | None: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    """One place."""

    account: Link
    kind: str
    href: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was asked and what was found."""

    words: str
    within: str
    hits: tuple[HitView, ...]
    paging: Paging


def wanted(query: Mapping[str, str]) -> tuple[str, str, int]:
    """What is looked for, where (text, claim or both), and how many places are on the pages before."""
    page = query.get("page", "")
    skip = (int(page) - 1) * SIZE if page.isascii() and page.isdigit() and 0 < len(page) < 6 else 0
    return query.get("q", "")[:500], query.get("in", ""), max(0, skip)


def view(known: Known, query: Mapping[str, str], total: int, places: Sequence[Place]) -> SearchPage:
    """The context of the search page: `places` are those of the page that is asked for, of `total`."""
    _, paging = paged(range(total), query.get("page", ""), "/search", query)
    hits = tuple(_hit(known, p) for p in places if p.document in known.index.documents)
    return SearchPage(words=query.get("q", ""), within=query.get("in", ""), hits=hits, paging=paging)


def _hit(known: Known, place: Place) -> HitView:
    index = known.index
    address = f"{index.page('a', place.document)}?{urlencode({'find': f'{place.start}-{place.end}'})}#here"
    return HitView(
        account=account_link(index, place.document),
        kind="claim" if place.claim else "text",
        href=index.href("c", place.claim) if place.claim and place.claim in index.claims else address,
        pieces=place.pieces,
    )
