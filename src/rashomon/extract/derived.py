"""A document's quantities in, the few that follow from them out: a total less a part, parts side by side, a rate times a count.

Only one account's own words are put together, and only where they say that the figures belong together ("all but", "the rest",
"40% of the 500", "each of the 12"). What follows is marked as derived, with its formula and the quantities it is made from; it
is never stated.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.extract import counted as counting
from rashomon.extract.counted import Counted
from rashomon.model import Document, Quantity, Span
from rashomon.text.parse import Parse

OF_THEM = "of them"
"""The scope of a sum of those who are some of those counted before it."""

ALL_BUT = re.compile(r"\ball but\W{1,2}\Z", re.IGNORECASE)
_WERE = re.compile(r"(?: of (?:them|whom|these|those))?[ \u00a0](?:were|are|was|is|have been|had been)[ \u00a0]")
_REST = re.compile(
    r"\b(?:the rest|the others|the remainder|the remaining ones)[ \u00a0](?:were|are|was|is)[ \u00a0]", re.IGNORECASE
)
_AMONG = re.compile(
    r"\b(?:among (?:them|those|whom|the dead|the victims)|includ(?:ing|ed|es)|of (?:them|whom|these|those))(?: were)? ?\Z",
    re.IGNORECASE,
)
_BESIDE = re.compile(r",? (?:and|as well as|along with|plus) |, ")
_OF_THEM = re.compile(r",? of (?:them|whom|these|those|which)\b")
_OF_THE = re.compile(r"[ \u00a0](?:out )?of (?:the |its |their |these |those |all )*(?:[^\W\d_]+(?:['’]s?)? ){0,2}\Z")
_OF_ALL = re.compile(r"(?:^|[.\n“\"]\s*)Of (?:the |its |their |these |those |all )*\Z")
_EACH_OF = re.compile(r"\beach of (?:the|its|their|these|those)[ \u00a0]\Z", re.IGNORECASE)
_BREAK = re.compile(r"[\d.,;:!?()\n]| and | or | but ")
_EACH = frozenset({"each", "apiece"})
_A_HEAD = frozenset({"per person", "per head", "a head", "a person", "each person"})
_NEAR = 400  # code points within which a part may look back for its total
_CLOSE = 48  # code points between two figures of one phrase


def derive(document: Document, parse: Parse, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """What follows from a document's quantities, which are in text order; no two have the same span."""
    exact = [q for q in quantities if q.value is not None and q.kind in ("count", "money", "percent", "fraction")]
    counts = [q for q in exact if q.kind == "count"]
    taken = {q.span for q in quantities}
    for made in (*_remainders(document, parse, counts), *_products(document, exact), *_sums(document, counts)):
        if made.span not in taken:
            taken.add(made.span)
            yield made


def _remainders(document: Document, parse: Parse, counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "All but 500 were sailors", "all but 500 of the 3,000 sailors", "the rest were sailors"."""
    text = document.text
    for at, part in enumerate(counts):
        if not (but := ALL_BUT.search(text, max(0, part.span.start - 12), part.span.start)):
            continue
        whole = counts[at + 1] if at + 1 < len(counts) else None
        were = _WERE.match(text, part.span.end)
        if whole is not None and _between(text, part, whole, _OF_THE) and whole.of is not None:
            yield from _less(document, whole, part, (but.start(), whole.span.end), _of(whole))
        elif were and (total := _total(counts[max(0, at - 6) : at], part, text)):
            yield from _named(document, parse, total, part, were.start() + 1, were.end())
    ends = [q.span.end for q in counts]
    for found in _REST.finditer(text) if counts else ():
        after = bisect_right(ends, found.start())
        if after < 2 or found.start() - ends[after - 1] > _NEAR:
            continue
        total, part = counts[after - 2 : after]
        if _total([total], part, text):
            yield from _named(document, parse, total, part, found.start(), found.end())


def _total(earlier: Sequence[Quantity], part: Quantity, text: str) -> Quantity | None:
    """The count before a part that it can be a part of: the nearest larger one, of people or of the same, in its paragraph."""
    for total in reversed(earlier):
        if part.span.start - total.span.end > _NEAR or "\n" in text[total.span.end : part.span.start]:
            return None
        alike = total.head == part.head or part.head is None or total.head in counting.words("people")
        if alike and total.value is not None and part.value is not None and total.value > part.value and total.head is not None:
            return total
    return None


def _named(document: Document, parse: Parse, total: Quantity, part: Quantity, start: int, at: int) -> Iterator[Quantity]:
    """A total less a part, on the words that say what the remainder is ("were fighters")."""
    token = counting.token_at(parse, at)
    if token >= len(parse) or parse.start[token] - at > 2:
        return
    named = counting.phrase(parse, token, counting.stop_of(parse, token))
    if named is None or named.token is None or parse.tag[named.token] not in ("NNS", "NNPS") or named.end is None:
        return
    yield from _less(document, total, part, (start, named.end), named)


def _less(document: Document, total: Quantity, part: Quantity, span: tuple[int, int], named: Counted) -> Iterator[Quantity]:
    """A total less a part; nothing where a bound is open or the part could be the larger."""
    if total.low is None or total.high is None or part.low is None or part.high is None or total.low < part.high:
        return
    value = (total.value or 0) - (part.value or 0)
    formula = f"{_said(total)} less {_said(part)}: {total.value:,.0f} − {part.value:,.0f} = {value:,.0f}"
    yield _made(document, span, named, (total.low - part.high, value, total.high - part.low), formula, (total, part))


def _products(document: Document, exact: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "40% of the 500 sailors", "each of the 12 buses carried 40 people", "12 buses with 40 people each", "250 paid $9 each"."""
    text = document.text
    for left, right in pairwise(exact):
        if left.kind in ("percent", "fraction"):
            share = right.kind == "count" and right.of is not None and _between(text, left, right, _OF_THE, whole=True)
            if share and left.unit in (None, "percent") and (left.value or 0) <= (100 if left.kind == "percent" else 1):
                yield _product(document, left, right, by=100.0 if left.kind == "percent" else 1.0)
        elif left.kind == "count" and left.of is not None and right.kind in ("count", "money") and _apart(text, left, right):
            scopes = set((right.scope or "").split("; "))
            heads = right.kind == "money" and left.head in counting.words("people") and not scopes.isdisjoint(_A_HEAD)
            each = _EACH_OF.search(text, max(0, left.span.start - 16), left.span.start)
            if not scopes.isdisjoint(_EACH) or heads or (each and right.kind == "count" and right.of is not None):
                yield _product(document, left, right, by=1.0)


def _between(text: str, left: Quantity, right: Quantity, pattern: "re.Pattern[str]", *, whole: bool = False) -> bool:
    """Whether these words lead from one figure to the next; of the `whole`, the first may reach to the next one's words."""
    start = left.span.start if whole else left.span.end
    near = 0 < right.span.start - start <= _CLOSE + 24
    return near and pattern.search(text, start, right.span.start) is not None and "," not in text[start : right.span.start]


def _apart(text: str, left: Quantity, right: Quantity) -> bool:
    gap = text[left.span.end : right.span.start]
    return 0 < len(gap) <= _CLOSE and not _BREAK.search(gap)


def _product(document: Document, left: Quantity, right: Quantity, *, by: float) -> Quantity:
    """One figure times another: of what the right one counts or costs."""
    value = (left.value or 0) * (right.value or 0) / by
    low, high = _times(left.low, right.low, by), _times(left.high, right.high, by)
    if left.kind != "count" and left.high is None:
        high = right.high  # a share of a whole is at most the whole
    if right.kind == "count":
        low, high = None if low is None else float(math.floor(low)), None if high is None else float(math.ceil(high))
        value = float(round(value))
    rate = f"{left.value:g}%" if by == 100.0 else f"{left.value:,.6g}"
    formula = f"{_said(left)} times {_said(right)}: {rate} × {right.value:,.6g} = {value:,.10g}"
    span = (left.span.start, right.span.end)
    return _made(document, span, _of(right), (low, value, high), formula, (left, right), kind=right.kind, unit=right.unit)


def _times(left: float | None, right: float | None, by: float) -> float | None:
    return None if left is None or right is None else round(left * right / by, 6)


def _sums(document: Document, counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "20 guards and 300 guests": 320 people."""
    for left, right in pairwise(counts):
        if _parts(document.text, left, right):
            low, high = (left.low or 0) + (right.low or 0), (left.high or 0) + (right.high or 0)
            value = (left.value or 0) + (right.value or 0)
            formula = f"{_said(left)} and {_said(right)}: {left.value:,.0f} + {right.value:,.0f} = {value:,.0f}"
            people = Counted(start=None, end=None, head="people")
            made = _made(document, (left.span.start, right.span.end), people, (low, value, high), formula, (left, right))
            part = _AMONG.search(document.text, max(0, left.span.start - 30), left.span.start)
            yield replace(made, scope=OF_THEM) if part else made


def _parts(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether two counts of people, in other words, stand side by side as parts of one group; the dead and the hurt do not."""
    people = counting.words("people") - counting.STATES - {"people"}
    if left.head == right.head or left.head not in people or right.head not in people or left.scope or right.scope:
        return False
    if None in (left.low, left.high, right.low, right.high) or _OF_THEM.match(text, right.span.end):
        return False
    if _OF_ALL.search(text, max(0, left.span.start - 20), left.span.start):
        return False  # "of 300 passengers, 40 children died"
    beside = _BESIDE.fullmatch(text, left.span.end, right.span.start)
    return left.of is not None and right.of is not None and right.of.end <= right.span.end and beside is not None


def _of(quantity: Quantity) -> Counted:
    of = quantity.of
    return Counted(start=of.start if of else None, end=of.end if of else None, head=quantity.head or "")


def _made(
    document: Document,
    span: tuple[int, int],
    counted: Counted,
    bounds: tuple[float | None, float, float | None],
    formula: str,
    parts: tuple[Quantity, Quantity],
    *,
    kind: str = "count",
    unit: str | None = None,
) -> Quantity:
    low, value, high = bounds
    of: Span | None = None
    if counted.start is not None and counted.end is not None:
        of = document.span(counted.start, counted.end)
    return Quantity(
        id=f"{document.id}.q{span[0]}-{span[1]}",
        span=document.span(*span),
        kind=kind,
        value=value,
        low=low,
        high=high,
        unit=unit,
        of=of,
        head=counted.head or None,
        convention="; ".join(dict.fromkeys(p.convention for p in parts if p.convention)) or None,
        derived=formula,
        made_from=tuple(p.id for p in parts),
    )


def _said(quantity: Quantity) -> str:
    return f"“{' '.join(quantity.span.text.split())}”"
