"""Two texts in, their blocks in rows out: what shares words or points stands side by side, in the order of both texts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Span
from rashomon.pages.accounts import AccountView, BlockView
from rashomon.pages.workbench.known import Known

Pairs = Mapping[tuple[int, int], float]
"""What two blocks, by their places in either text, have in common."""

_POINT = 60.0  # code points of a shared passage that one point on which both blocks speak is worth
_PAIRS = 300  # pairs of blocks that are weighed against one another, those with most in common


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Blocks of both texts: `alike` where they share words or points, else those of either text up to the next that do."""

    left: tuple[BlockView, ...]
    right: tuple[BlockView, ...]
    alike: bool


def rows(known: Known, left: AccountView, right: AccountView, ids: tuple[str, str]) -> tuple[Row, ...]:
    """The blocks that belong to the two accounts (`ids`, in the same order), aligned."""
    lefts, rights = (tuple(b for s in view.stretches if s.content for b in s.blocks) for view in (left, right))
    common = _common(known, ids, lefts, rights)
    found, here, there = [], 0, 0
    for i, j in (*chain(common), (len(lefts), len(rights))):
        if lefts[here:i] or rights[there:j]:
            found.append(Row(left=lefts[here:i], right=rights[there:j], alike=False))
        if i < len(lefts):
            found.append(Row(left=lefts[i : i + 1], right=rights[j : j + 1], alike=True))
        here, there = i + 1, j + 1
    return tuple(found)


def chain(common: Pairs) -> list[tuple[int, int]]:
    """Of pairs of places those that follow one another in both texts and have most in common, all in all."""
    some = sorted(sorted(common, key=lambda pair: (-common[pair], pair))[:_PAIRS])
    best: list[tuple[float, int | None]] = []
    for n, (i, j) in enumerate(some):
        before = [(best[m][0], -m) for m in range(n) if some[m][0] < i and some[m][1] < j]
        most, place = max(before, default=(0.0, 1))
        best.append((most + common[i, j], -place if place <= 0 else None))
    at = max(range(len(some)), key=lambda n: (best[n][0], -n), default=None)
    found = []
    while at is not None:
        found.append(some[at])
        at = best[at][1]
    return found[::-1]


def _common(known: Known, ids: tuple[str, str], lefts: Sequence[BlockView], rights: Sequence[BlockView]) -> Pairs:
    common: dict[tuple[int, int], float] = defaultdict(float)
    for passage in known.index.case.passages:
        ends = {passage.left.document: passage.left, passage.right.document: passage.right}
        if set(ends) == set(ids):
            for i, here in _within(lefts, ends[ids[0]]):
                for j, there in _within(rights, ends[ids[1]]):
                    common[i, j] += min(here, there)
    on = [_speaking(known, key, blocks) for key, blocks in zip(ids, (lefts, rights), strict=True)]
    for point in sorted(on[0].keys() & on[1].keys()):
        pairs = [(i, j) for i in on[0][point] for j in on[1][point]]
        for pair in pairs:
            common[pair] += _POINT / len(pairs)
    return common


def _within(blocks: Sequence[BlockView], span: Span) -> list[tuple[int, int]]:
    """The blocks in which a span lies, with the code points of it in each."""
    shared = [(n, min(b.end, span.end) - max(b.start, span.start)) for n, b in enumerate(blocks)]
    return [(n, length) for n, length in shared if length > 0]


def _speaking(known: Known, document: str, blocks: Sequence[BlockView]) -> Mapping[str, Sequence[int]]:
    """By point, the blocks of a text in which claims bear on it."""
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for claim in known.claims_in.get(document, ()):
        place = next((n for n, b in enumerate(blocks) if b.start <= claim.span.start < b.end), None)
        for point in known.index.points_of.get(claim.id, ()) if place is not None else ():
            found[point][place or 0] = None
    return {point: tuple(places) for point, places in found.items()}
