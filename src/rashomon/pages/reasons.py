"""A point in; out: why its claims stand together, and why an origin behind them is not counted beside another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.model import Point, Uncounted
from rashomon.pages.index import Index
from rashomon.pages.parts import Link, account_link
from rashomon.text.excerpts import cut_between_words

_MOST = 6  # links under one reason; the claims themselves stand in the versions above
_SHOWN = 60  # letters of a claim that a count rests on


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason in words, whose it is, and where the words stand that it rests on; `more` links are left out."""

    says: str
    links: tuple[Link, ...]
    more: int = 0


def memberships(index: Index, point: Point) -> tuple[Reason, ...]:
    """Why each claim was taken to answer the question, claims of one reason together."""
    held: dict[str, list[str]] = defaultdict(list)
    for member in point.claims:
        if member.why and member.claim in index.claims:
            held[member.why].append(member.claim)
    return tuple(_reason(why, [_claim_link(index, key) for key in dict.fromkeys(keys)]) for why, keys in held.items())


def uncounted(index: Index, found: Iterable[Uncounted]) -> tuple[Reason, ...]:
    """Which origins are not counted apart, as which they count instead, and why; those of one reason together."""
    held: dict[str, dict[Link, None]] = defaultdict(dict)
    for left_out in found:
        instead = f"{index.origin(left_out.origin)} counts as {index.origin(left_out.counts_as)}"
        held[f"{instead}: {left_out.why}"].update(dict.fromkeys(_grounds(index, left_out.rests)))
    return tuple(_reason(says, list(links)) for says, links in held.items())


def behind(index: Index, point: Point) -> tuple[Reason, ...]:
    """The same for the count of a whole point, but for what the counts of its versions say already."""
    said = {u.origin for value in point.values for u in value.uncounted}
    return uncounted(index, [u for u in point.uncounted if u.origin not in said])


def _reason(says: str, links: list[Link]) -> Reason:
    return Reason(says=says, links=tuple(links[:_MOST]), more=max(0, len(links) - _MOST))


def _claim_link(index: Index, key: str) -> Link:
    claim = index.claims[key]
    return Link(text=index.account(claim.span.document), href=index.href("c", key))


def _grounds(index: Index, rests: Iterable[str]) -> Iterator[Link]:
    """The edges and claims that a reason rests on, each where its words stand."""
    for key in rests:
        if key in index.claims:
            words = cut_between_words(" ".join(index.claims[key].span.text.split()), _SHOWN)
            yield Link(text=f"“{words}”", href=index.href("c", key))
        elif edge := index.edges.get(key):
            taker = account_link(index, edge.downstream).text
            yield Link(text=f"{taker} {edge.manner} {index.origin(edge.upstream)}", href=index.href("d", key))
