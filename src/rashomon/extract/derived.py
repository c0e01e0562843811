"""A document's quantities in, the few that follow from them out: a total less a part, and the sum of parts named side by side.

Only one account's own words are put together, and only where they say that parts and total belong together ("all but",
"the rest"). What follows is marked as derived, with its formula and the quantities it is made from; it is never stated.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.extract import counted as counting
from rashomon.extract.counted import Counted
from rashomon.model import Document, Quantity
from rashomon.text.parse import Parse

_ALL_BUT = re.compile(r"\ball but\W{1,2}\Z", re.IGNORECASE)
_WERE = re.compile(r"(?: of (?:them|whom|these|those))?[ \u00a0](?:were|are|was|is|have been|had been)[ \u00a0]")
_REST = re.compile(
    r"\b(?:the rest|the others|the remainder|the remaining ones)[ \u00a0](?:were|are|was|is)[ \u00a0]", re.IGNORECASE
)
_BESIDE = re.compile(r",? (?:and|as well as|along with|plus) ")
_NEAR = 400  # code points within which a part may look back for its total


def derive(document: Document, parse: Parse, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """What follows from a document's quantities, which are in text order."""
    exact = [q for q in quantities if q.kind == "count" and q.value is not None and not q.convention]
    for at, part in enumerate(exact):
        before = _ALL_BUT.search(document.text[max(0, part.span.start - 12) : part.span.start])
        were = _WERE.match(document.text, part.span.end)
        if before and were and (total := _total(exact[max(0, at - 6) : at], part, document.text)):
            yield from _less(document, parse, total, part, were.start() + 1, were.end())
    ends = [q.span.end for q in exact]
    for found in _REST.finditer(document.text) if exact else ():
        after = bisect_right(ends, found.start())
        if after < 2 or found.start() - ends[after - 1] > _NEAR:
            continue
        total, part = exact[after - 2 : after]
        if _total([total], part, document.text):
            yield from _less(document, parse, total, part, found.start(), found.end())
    for left, right in pairwise(exact):
        if _parts(document.text, left, right):
            yield _sum(document, left, right)


def _total(earlier: Sequence[Quantity], part: Quantity, text: str) -> Quantity | None:
    """The count before a part that it can be a part of: the nearest larger one, of people or of the same, in its paragraph."""
    for total in reversed(earlier):
        if part.span.start - total.span.end > _NEAR or "\n" in text[total.span.end : part.span.start]:
            return None
        alike = total.head == part.head or part.head is None or total.head in counting.words("people")
        if alike and total.value is not None and part.value is not None and total.value > part.value and total.head is not None:
            return total
    return None


def _less(document: Document, parse: Parse, total: Quantity, part: Quantity, start: int, at: int) -> Iterator[Quantity]:
    """A total less a part, on the words that say what the remainder is ("were fighters"); nothing where bounds are open."""
    token = counting.token_at(parse, at)
    if token >= len(parse) or parse.start[token] - at > 2 or None in (total.low, total.high, part.low, part.high):
        return
    named = counting.phrase(parse, token, counting.stop_of(parse, token))
    if named is None or named.token is None or parse.tag[named.token] not in ("NNS", "NNPS") or named.end is None:
        return
    low, high = (total.low or 0) - (part.high or 0), (total.high or 0) - (part.low or 0)
    value = (total.value or 0) - (part.value or 0)
    formula = f"“{_flat(total)}” less “{_flat(part)}”: {total.value:,.0f} − {part.value:,.0f} = {value:,.0f}"
    if low >= 0:
        yield _made(document, (start, named.end), named, (low, value, high), formula, (total, part))


def _parts(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether two counts of people, of different words, stand side by side as parts of one group ("20 guards and 300 guests")."""
    people = counting.words("people")
    if left.head == right.head or left.head not in people or right.head not in people or left.scope or right.scope:
        return False
    if "people" in (left.head, right.head) or None in (left.low, left.high, right.low, right.high):
        return False
    gap = text[left.span.end : right.span.start]
    return left.of is not None and right.of is not None and bool(_BESIDE.fullmatch(gap) or gap == ", ")


def _sum(document: Document, left: Quantity, right: Quantity) -> Quantity:
    bounds = ((left.low or 0) + (right.low or 0), (left.value or 0) + (right.value or 0), (left.high or 0) + (right.high or 0))
    formula = f"“{_flat(left)}” and “{_flat(right)}”: {left.value:,.0f} + {right.value:,.0f} = {bounds[1]:,.0f}"
    people = Counted(start=None, end=None, head="people")
    return _made(document, (left.span.start, right.span.end), people, bounds, formula, (left, right))


def _made(
    document: Document,
    span: tuple[int, int],
    counted: Counted,
    bounds: tuple[float, float, float],
    formula: str,
    parts: tuple[Quantity, Quantity],
) -> Quantity:
    low, value, high = bounds
    return Quantity(
        id=f"{document.id}.q{span[0]}-{span[1]}",
        span=document.span(*span),
        kind="count",
        value=value,
        low=low,
        high=high,
        of=document.span(counted.start, counted.end) if counted.start is not None and counted.end is not None else None,
        head=counted.head,
        derived=formula,
        made_from=tuple(p.id for p in parts),
    )


def _flat(quantity: Quantity) -> str:
    return " ".join(quantity.span.text.split())
