"""A long list in, one page of it out, with the way to the pages beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

T = TypeVar("T")

SIZE = 50
"""Records on a page of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where one is in a list: pages are counted from 1; `before` and `after` are addresses, "" at an end."""

    page: int
    pages: int
    total: int
    before: str = ""
    after: str = ""


def paged(
    items: Sequence[T], wanted: str, address: str, query: Mapping[str, str], size: int = SIZE, name: str = "page"
) -> tuple[Sequence[T], Paging]:
    """The records of the page that is asked for (as written in an address; the nearest there is), and where that is. `name`:
    what the page is called in the address, where there are two lists on one page.
    """
    pages = max(1, -(-len(items) // size))
    page = min(max(int(wanted), 1), pages) if wanted.isascii() and wanted.isdigit() and len(wanted) < 9 else 1

    def to(number: int) -> str:
        return f"{address}?{urlencode({**{k: v for k, v in query.items() if v and k not in (name, 'at')}, name: number})}"

    paging = Paging(
        page=page,
        pages=pages,
        total=len(items),
        before=to(page - 1) if page > 1 else "",
        after=to(page + 1) if page < pages else "",
    )
    return items[(page - 1) * size : page * size], paging


def page_of(keys: Sequence[str], key: str, size: int = SIZE) -> str:
    """The page on which a record stands, as written in an address."""
    return str(keys.index(key) // size + 1) if key in keys else "1"
