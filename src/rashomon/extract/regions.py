"""Attributions in, the words each of them covers out: which one holds for a token, and which one holds the other."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Attribution, Span
from rashomon.text.parse import Parse

NONE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Regions:
    """For each token the innermost attribution (its place in `attributions`) whose content covers it, or NONE; for each
    attribution the one around it, or NONE; the tokens of cues, with the attribution they open; those that name sources.
    """

    attributions: tuple[Attribution, ...]
    region: tuple[int, ...]
    outer: tuple[int, ...]
    cues: dict[int, int]
    sources: frozenset[int]


def chart(parse: Parse, attributions: Sequence[Attribution]) -> Regions:
    """The regions of a document. Contents that cross rather than nest go to the later one."""
    region, around = _sweep(parse, attributions)
    cues = {t: i for i, a in enumerate(attributions) for t in tokens(parse, a.cue)}
    sources = frozenset(t for a in attributions for t in tokens(parse, a.source))
    return Regions(
        attributions=tuple(attributions),
        region=tuple(region),
        outer=tuple(_outer(parse, i, a, region, around) for i, a in enumerate(attributions)),
        cues=cues,
        sources=sources,
    )


def tokens(parse: Parse, span: Span | None) -> range:
    """The tokens of a span, none where there is none."""
    return parse.tokens(span.start, span.end) if span else range(0)


def _sweep(parse: Parse, attributions: Sequence[Attribution]) -> tuple[list[int], list[int]]:
    """The innermost attribution at each token, and around each attribution, in one pass over contents by their start."""
    opened = sorted((c.start, -c.end, i) for i, a in enumerate(attributions) for c in a.content)
    region, around = [NONE] * len(parse), [NONE] * len(attributions)
    stack: list[tuple[int, int]] = []
    following = 0
    for token in range(len(parse)):
        place = parse.start[token]
        while following < len(opened) and opened[following][0] <= place:
            end, which = -opened[following][1], opened[following][2]
            following += 1
            while stack and stack[-1][0] <= parse.start[token]:
                stack.pop()
            if stack and stack[-1][1] != which and around[which] == NONE and stack[-1][0] >= end:
                around[which] = stack[-1][1]
            stack.append((end, which))
        while stack and stack[-1][0] <= place:
            stack.pop()
        if stack:
            region[token] = stack[-1][1]
    return region, around


def _outer(parse: Parse, which: int, attribution: Attribution, region: Sequence[int], around: Sequence[int]) -> int:
    """The attribution in whose content another one is made: there stands its cue, or all of it where the cue is inside."""
    anchor = attribution.cue or attribution.source
    if anchor is None:
        return around[which]
    token = bisect_left(parse.start, anchor.start)
    held = region[token] if token < len(region) else NONE
    return around[which] if held == which else held
