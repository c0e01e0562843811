"""The origin of each claim as its chain names it, and the passages in common, in; copies given the origin of their model out.

A claim in a page's own voice that renders another account's passage adds no origin: it has that passage's origin where the
other names one, and the other page's own where the page is known to derive from it.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from rashomon.model import Annotations, Claim, Passage, Span, Spans
from rashomon.text import numbers, shingles

LONG, WORDED = 8, 0.7
"""Words of two claims, and the share of them in common, from which nobody wrote the second without the first: they have one
origin, whether or not the rest of their pages is alike.
"""

_SAME = 0.5  # of the words of either claim: within one run of copied words, the claims that correspond


def settle(
    origin_of: dict[str, str],
    annotations: Sequence[Annotations],
    shared: Sequence[Passage],
    upstream: Mapping[tuple[str, str], str],
    decided: Set[tuple[str, str]],
    stated: Set[str],
    pages: Set[str],
) -> None:
    """Moves origins in place, claim id to origin id. `upstream`: the origin of a page that another derives from, by the pair
    of documents (upstream, downstream), those in `decided` surely in this direction; `stated`: the claims that name their
    origin themselves, which stays; `pages`: the origins that are the voice of a page or of the agency it prints.
    """
    near = {pair for one, other in upstream for pair in ((one, other), (other, one))}
    pairs = [p for p in _pairs(annotations, shared) if _documents(*p) in near or _surely(*p)]
    ways = [
        way for a, b in pairs for way in ((a, b), (b, a)) if way[1].id not in stated and _documents(*way)[::-1] not in decided
    ]
    for model, copy in ways:
        if _documents(model, copy) in upstream and origin_of[copy.id] in pages and origin_of[model.id] in pages:
            origin_of[copy.id] = origin_of[model.id]
    worded = [(a, b) for a, b in pairs if _surely(a, b) and stated.isdisjoint((a.id, b.id))]
    moved = True
    while moved:  # a copy of a copy: origins only move from pages to who is named, or to the first of pages, so that this ends
        moved = False
        for model, copy in ways:
            if origin_of[copy.id] in pages and origin_of[model.id] not in pages:
                origin_of[copy.id] = origin_of[model.id]
                moved = True
        for left, right in worded:
            first, second = sorted((origin_of[left.id], origin_of[right.id]))
            if first != second and first in pages and second in pages:
                origin_of[left.id] = origin_of[right.id] = first
                moved = True


def _documents(left: Claim, right: Claim) -> tuple[str, str]:
    return left.span.document, right.span.document


def _surely(left: Claim, right: Claim) -> bool:
    """Whether one of two claims surely renders the other's words: nearly all of them, or a run of them with two figures."""
    ours, theirs = (shingles.forms(c.span.text) for c in (left, right))
    return min(len(ours), len(theirs)) >= LONG and (_alike(left, right) >= WORDED or _runs(ours, theirs))


def _runs(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two claims share a run of words in which two figures stand: "six people, including two members of staff"."""
    runs = [ours[i : i + shingles.RUN] for i in range(len(ours) - shingles.RUN + 1)]
    there = {theirs[i : i + shingles.RUN] for i in range(len(theirs) - shingles.RUN + 1)}
    return any(run in there and len(list(numbers.read(" ".join(run)))) > 1 for run in runs)


def _pairs(annotations: Sequence[Annotations], shared: Sequence[Passage]) -> Iterator[tuple[Claim, Claim]]:
    """The claims on both sides of each passage that correspond to one another."""
    claims = {found.document: (found.claims, Spans([c.span for c in found.claims])) for found in annotations}
    for passage in shared:
        ours, theirs = (
            _inside(*claims[passage.left.document], passage.left),
            _inside(*claims[passage.right.document], passage.right),
        )
        for left in ours:
            for right in theirs:
                if left.span == passage.left or _alike(left, right) >= _SAME or _surely(left, right):
                    yield left, right


def _inside(claims: Sequence[Claim], spans: Spans, side: Span) -> list[Claim]:
    near = [claims[i] for i in spans.over(side)]
    return [c for c in near if 2 * c.span.overlap(side) >= c.span.end - c.span.start or c.span.covers(side)]


def _alike(left: Claim, right: Claim) -> float:
    ours, theirs = (set(shingles.forms(c.span.text)) for c in (left, right))
    return len(ours & theirs) / max(len(ours | theirs), 1)
