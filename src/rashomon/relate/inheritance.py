"""The origin of each claim as its chain names it, and the passages in common, in; copies given the origin of their model out.

A claim in a page's own voice that renders another account's passage adds no origin: it has that passage's origin where the
other names one, and the other page's own where the page is known to derive from it. Origins go on from claim to claim, the
surest rendering first: of a page that says much the same twice, once as its own and once by somebody, one of the two is copied.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from heapq import heappop, heappush
from typing import NamedTuple

from rashomon.model import Annotations, Claim, Passage, Span, Spans
from rashomon.relate import echoes
from rashomon.relate.corresponding import Rendered, alike
from rashomon.relate.echoes import LONG, WORDED
from rashomon.text import numbers, shingles

_SAME = 0.5  # of the words of either claim: within one run of copied words, the claims that correspond

_KNOWN = 0.3  # of likeness, that a page is known to have taken from another's


_Way = tuple[Claim, Claim, float, bool]
"""A claim, one that may render it, how alike they are, and whether their words alone tell."""


class _Link(NamedTuple):
    """That one claim may render another: how alike they are; `derived`: its page is known to have taken from the other's;
    `surely`: its words tell without that.
    """

    alike: float
    model: str
    copy: str
    derived: bool
    surely: bool


def settle(
    origin_of: dict[str, str],
    annotations: Sequence[Annotations],
    shared: Sequence[Passage],
    upstream: Set[tuple[str, str]],
    decided: Set[tuple[str, str]],
    stated: Set[str],
    pages: Set[str],
    rendered: Iterable[Rendered] = (),
) -> None:
    """Moves origins in place, claim id to origin id. `upstream`: the pairs of documents (upstream, downstream) of which
    one derives from the other, those in `decided` surely in this direction; `stated`: the claims that name their
    origin themselves, which stays; `pages`: the origins that are the voice of a page or of the agency it prints; `rendered`:
    claims of these pairs that correspond, since their sentences do.
    """
    links = [link for link in _links(annotations, shared, upstream, decided, origin_of, rendered) if link.copy not in stated]
    voices = {c.id for a in annotations for c in a.claims if c.id not in stated or origin_of[c.id] in pages}
    out: dict[str, list[_Link]] = defaultdict(list)
    into: dict[str, list[_Link]] = defaultdict(list)
    for link in links:
        if link.model not in voices or link.derived or link.surely:
            out[link.model].append(link)
            into[link.copy].append(link)
    _spread(origin_of, [key for key in sorted(origin_of) if key not in into], out, into)


def _spread(
    origin_of: dict[str, str], roots: Iterable[str], out: Mapping[str, Sequence[_Link]], into: dict[str, list[_Link]]
) -> None:
    """Gives each claim the origin of what it surest renders, from the claims on that render nothing; where these run in circles,
    from one that no page is known to have copied, or from the first.
    """
    waiting: list[tuple[float, str, str]] = []
    for key in roots:
        _on(key, out, waiting)
    open_ = sorted(into, key=lambda key: (any(link.derived for link in into[key]), origin_of[key], key))
    for key in open_:
        while waiting:
            _, copy, model = heappop(waiting)
            if into.pop(copy, None):
                origin_of[copy] = origin_of[model]
                _on(copy, out, waiting)
        if into.pop(key, None):
            _on(key, out, waiting)


def _on(key: str, out: Mapping[str, Sequence[_Link]], waiting: list[tuple[float, str, str]]) -> None:
    for link in out.get(key, ()):
        heappush(waiting, (-link.alike - _KNOWN * link.derived, link.copy, link.model))


def _links(
    annotations: Sequence[Annotations],
    shared: Sequence[Passage],
    upstream: Set[tuple[str, str]],
    decided: Set[tuple[str, str]],
    origin_of: Mapping[str, str],
    rendered: Iterable[Rendered],
) -> Iterator[_Link]:
    """Every way in which one claim may render another, not against the known way between their pages."""
    near = {pair for one, other in upstream for pair in ((one, other), (other, one))}
    found = [(a, b, alike(a, b), _surely(a, b)) for a, b in _pairs(annotations, shared)]
    found = [pair for pair in found if _documents(*pair[:2]) in near or pair[3]]
    found += [(a, b, share, _surely(a, b)) for a, b, share in rendered]
    both = [way for a, b, share, surely in found for way in ((a, b, share, surely), (b, a, share, surely))]
    claims = [c for a in annotations for c in a.claims]
    above = _above(upstream)
    ways = _likest(both)
    told = {b.id for a, b, *_ in ways if a.span.document in above[b.span.document]}
    for a, b, share in echoes.find(claims, origin_of):
        if above[b.span.document] and (len(shingles.forms(b.span.text)) >= LONG or b.id not in told):
            ways.append((a, b, share, True))
    for model, copy, share, surely in _likest(ways):
        there, here = _documents(model, copy)
        if (here, there) not in decided:
            yield _Link(share, model.id, copy.id, there in above[here], surely and here not in above[there])


def _likest(ways: Sequence[_Way]) -> list[_Way]:
    """Those by which a claim renders what it is most like in the other account; of claims that share little, only those of which
    that is most like it, too.
    """
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for model, copy, share, _ in ways:
        for one, other in ((copy, model), (model, copy)):
            of_one, there = best[one.id], other.span.document
            if of_one.get(there, -1.0) < share:
                of_one[there] = share
    return [
        way
        for way in ways
        if way[2] >= best[way[1].id][way[0].span.document]
        and (way[2] >= _SAME or way[2] >= best[way[0].id][way[1].span.document])
    ]


def _above(edges: Iterable[tuple[str, str]]) -> Mapping[str, Set[str]]:
    """For each document all from which it took something, at any remove."""
    nearest: dict[str, list[str]] = defaultdict(list)
    for model, copy in edges:
        nearest[copy].append(model)
    found: dict[str, Set[str]] = defaultdict(set)
    for copy in nearest:
        seen: set[str] = set()
        waiting = list(nearest[copy])
        while waiting:
            model = waiting.pop()
            if model not in seen:
                seen.add(model)
                waiting += nearest.get(model, ())
        found[copy] = seen
    return found


def _documents(left: Claim, right: Claim) -> tuple[str, str]:
    return left.span.document, right.span.document


def _surely(left: Claim, right: Claim) -> bool:
    """Whether one of two claims surely renders the other's words: nearly all of them, or a run of them with two figures."""
    ours, theirs = (shingles.forms(c.span.text) for c in (left, right))
    return min(len(ours), len(theirs)) >= LONG and (alike(left, right) >= WORDED or _runs(ours, theirs))


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
                if left.span == passage.left or alike(left, right) >= _SAME or _surely(left, right):
                    yield left, right


def _inside(claims: Sequence[Claim], spans: Spans, side: Span) -> list[Claim]:
    near = [claims[i] for i in spans.over(side)]
    return [c for c in near if 2 * c.span.overlap(side) >= c.span.end - c.span.start or c.span.covers(side)]
