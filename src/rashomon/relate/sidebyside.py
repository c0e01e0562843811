"""Two documents of which one was copied in, the sentences that correspond out, in the order of the first.

Sentences that are most alike both ways come first. Between two such pairs a copy keeps the order, so that little likeness is
enough there: some words, the speaker, a number.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from rashomon.model import Claim, Span
from rashomon.relate import renderings
from rashomon.relate.renderings import Sentence, Wording

Read = Callable[[Span], Claim | None]
Pair = tuple[int, int]

_ENOUGH = 0.3  # likeness, with who speaks, from which a sentence between two known pairs renders another
_SPEAKER, _NUMBER, _ALONE = (
    0.15,
    0.15,
    0.15,
)  # what one speaker adds, a number in both, and that there is no other sentence between
_MOST = 24  # sentences between two known pairs up to which they are compared
_SHORT = 3  # letters up to which a word is a function word more often than not


def sentences(left: Wording, right: Wording, read: Read) -> Iterator[tuple[Span, Span]]:
    """The pairs, as spans of both documents. `read`: what a sentence says as one claim."""
    known = _mutual(left, right)
    rows = [(-1, -1), *_in_order(known), (len(left.sentences), len(right.sentences))]
    taken = {i for i, _ in known}, {j for _, j in known}
    for (a, b), (c, d) in pairwise(rows):
        ours, theirs = [i for i in range(a + 1, c) if i not in taken[0]], [j for j in range(b + 1, d) if j not in taken[1]]
        if ours and theirs and max(len(ours), len(theirs)) <= _MOST:
            known += _between(ours, theirs, left, right, read)
    for i, j in sorted(known):
        yield _span(left, left.sentences[i]), _span(right, right.sentences[j])


def _span(side: Wording, sentence: Sentence) -> Span:
    return side.document.span(sentence.start, sentence.end)


def _mutual(left: Wording, right: Wording) -> list[Pair]:
    """Pairs of which each renders the other better than any other sentence does."""
    ours, theirs = renderings.both(left, right)
    at_left, at_right = ({s.start: i for i, s in enumerate(side.sentences)} for side in (left, right))
    found = []
    for i, (_, other) in enumerate(ours):
        if other is not None:
            j = at_right[other.start]
            back = theirs[j][1]
            if back is not None and at_left[back.start] == i:
                found.append((i, j))
    return found


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest row of pairs that stand in the same order on both sides; `pairs` are in the order of the left."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int | None] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        ends[at : at + 1], tails[at : at + 1] = [j], [n]
        before.append(tails[at - 1] if at else None)
    row: list[Pair] = []
    last = tails[-1] if tails else None
    while last is not None:
        row.append(pairs[last])
        last = before[last]
    return row[::-1]


def _between(ours: Sequence[int], theirs: Sequence[int], left: Wording, right: Wording, read: Read) -> list[Pair]:
    """Of the sentences between two known pairs those that are alike, the likest first."""
    alone = _ALONE * (len(ours) == len(theirs) == 1)
    scored = sorted(
        (-_alike(left, left.sentences[i], right, right.sentences[j], read) - alone, i, j) for i in ours for j in theirs
    )
    found: list[Pair] = []
    for score, i, j in scored:
        if -score >= _ENOUGH and all(i != a and j != b and (i < a) == (j < b) for a, b in found):
            found.append((i, j))
    return found


def _alike(left: Wording, ours: Sentence, right: Wording, theirs: Sentence, read: Read) -> float:
    """Share of the longer words in common, with what one speaker and one number add."""
    a, b = (frozenset(w for w in s.words if len(w) > _SHORT or w[0].isdigit()) for s in (ours, theirs))
    words = len(a & b) / max(len(a | b), 1)
    if not words:
        return 0.0
    one, other = read(_span(left, ours)), read(_span(right, theirs))
    speakers = [c.chain[0].entity or c.chain[0].name if c and c.attribution and c.chain else None for c in (one, other)]
    number = any(w[0].isdigit() for w in a & b)
    return words + _SPEAKER * (speakers[0] is not None and speakers[0] == speakers[1]) + _NUMBER * number
