"""Attributions in, the words each of them covers out: which one holds for a token, and which one holds the other.

How each of them is claimed, cut out of its sentence, whole or not at all, is told by `contents`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from rashomon.extract import declining, tails
from rashomon.extract.clauses import FAR
from rashomon.extract.contents import NONE, claimed, declines, musing, tokens
from rashomon.model import Attribution, Span
from rashomon.text.parse import Parse

_PARTS = frozenset({"acl", "relcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Regions:
    """For each token the innermost attribution (its place in `attributions`) whose content covers it, or NONE; for each
    attribution the one around it, or NONE; the tokens of cues, with the attribution they open; the tokens of cues that
    belong to the claim they introduce; the tokens that name sources; of all these cues the tokens that open a proposition;
    the attributions that leave their content open.
    """

    attributions: tuple[Attribution, ...]
    region: tuple[int, ...]
    outer: tuple[int, ...]
    cues: dict[int, int]
    whole: dict[int, int]
    sources: frozenset[int]
    opening: frozenset[int]
    declined: frozenset[int]


def chart(parse: Parse, attributions: Sequence[Attribution]) -> Regions:
    """The regions of a document. Contents that cross rather than nest go to the one that begins later."""
    attributions = [tails.with_tail(parse, _widened(parse, a)) for a in attributions]
    kinds = [claimed(parse, a) for a in attributions]
    quoted, _ = _sweep(parse, attributions, [a.manner == "direct" for a in attributions])
    kinds = ["none" if musing(parse, a, quoted, i) else kinds[i] for i, a in enumerate(attributions)]
    region, around = _sweep(parse, attributions, [k == "cut" for k in kinds])
    cutting = [(i, a) for i, a in enumerate(attributions) if kinds[i] == "cut"]
    own = {i: frozenset(tokens(parse, a.cue)) for i, a in enumerate(attributions) if kinds[i] in ("cut", "whole")}
    return Regions(
        attributions=tuple(attributions),
        region=tuple(region),
        outer=tuple(_outer(parse, i, a, region, around) for i, a in enumerate(attributions)),
        cues={t: i for i, a in cutting for t in tokens(parse, a.cue)},
        whole={t: i for i, a in enumerate(attributions) if kinds[i] == "whole" for t in tokens(parse, a.cue)},
        sources=frozenset(t for _, a in cutting for t in _naming(parse, a.source)),
        opening=frozenset(t for words in own.values() for t in words if parse.dep[t] != "conj" or parse.head[t] not in words),
        declined=frozenset(i for i, a in enumerate(attributions) if declines(parse, a) or declining.cue(parse, a)),
    )


def _naming(parse: Parse, source: Span | None) -> Iterator[int]:
    """The tokens that name a source, without the clauses that tell more of it."""
    inside = tokens(parse, source)
    apart = {t for t in inside if parse.dep[t] in _PARTS and parse.head[t] in inside}
    yield from (t for t in inside if t not in apart and not any(above in apart for above in parse.path(t)))


def _widened(parse: Parse, attribution: Attribution) -> Attribution:
    """Marked words within a clause that is all said by their speaker, with that clause: "it fell “like a stone”, he said"."""
    cue = tokens(parse, attribution.cue)
    if not cue or attribution.manner == "indirect" or not attribution.content:
        return attribution
    first, last = parse.sentence(cue[0])
    inside = {t for c in attribution.content[:4] for t in tokens(parse, c)[:FAR]}
    if not inside or not first <= min(inside) < last or last - first > 4 * FAR:
        return attribution
    away = {*cue, *tokens(parse, attribution.source)}
    told = _told(parse, first, cue, inside)
    if not told & inside or told & away:
        return attribution
    start, end = parse.start[min(told)], parse.end[max(told)]
    span = replace(attribution.content[0], start=start, end=end, text=parse.text[start:end])
    return replace(attribution, content=(*attribution.content, span))


def _told(parse: Parse, first: int, cue: Sequence[int], inside: Set[int]) -> set[int]:
    """The tokens of the clause that hangs on a cue, or that stands before an "according to"."""
    if parse.lemma[cue[0]] == "accord":
        return set(range(first, cue[0])) if max(inside) < cue[0] else set()
    below = [c for t in cue for c in parse.children[t] if parse.dep[c] == "ccomp" and c not in inside and c not in cue]
    return next((set(parse.subtree(c)) for c in below), set())


def _sweep(parse: Parse, attributions: Sequence[Attribution], wanted: Sequence[bool]) -> tuple[list[int], list[int]]:
    """The innermost wanted attribution at each token, and around each attribution, in one pass over contents by start."""
    opened = sorted(_stretches(attributions, wanted))
    region, around = [NONE] * len(parse), [NONE] * len(attributions)
    stack: list[tuple[int, int]] = []
    following = 0
    for token in range(len(parse)):
        place = parse.start[token]
        while following < len(opened) and opened[following][0] <= place:
            end, which = -opened[following][1], opened[following][2]
            following += 1
            while stack and stack[-1][0] <= place:
                stack.pop()
            if stack and stack[-1][1] != which and around[which] == NONE and stack[-1][0] >= end:
                around[which] = stack[-1][1]
            stack.append((end, which))
        while stack and stack[-1][0] <= place:
            stack.pop()
        if stack:
            region[token] = stack[-1][1]
    return region, around


def _stretches(attributions: Sequence[Attribution], wanted: Sequence[bool]) -> Iterator[tuple[int, int, int]]:
    """Where contents begin, minus where they end (the longest first), and whose they are; gaps around a cue inside closed."""
    for which, attribution in enumerate(attributions):
        if wanted[which]:
            yield from ((c.start, -c.end, which) for c in attribution.content)
            yield from _cue_inside(attribution, which)


def _cue_inside(attribution: Attribution, which: int) -> Iterator[tuple[int, int, int]]:
    """An adverb such as "allegedly", with no source, is part of the claim around it."""
    cue = attribution.cue
    if cue is None or attribution.source is not None:
        return
    before = any(c.end <= cue.start for c in attribution.content)
    after = any(c.start >= cue.end for c in attribution.content)
    if before and after:
        yield cue.start, -cue.end, which


def _outer(parse: Parse, which: int, attribution: Attribution, region: Sequence[int], around: Sequence[int]) -> int:
    """The attribution in whose content another one is made: there stands its cue, or all of it where the cue is inside."""
    anchor = attribution.cue or attribution.source
    if anchor is None:
        return around[which]
    token = bisect_left(parse.start, anchor.start)
    held = region[token] if token < len(region) else NONE
    return around[which] if held == which else held
