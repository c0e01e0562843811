"""A stretch of one document that quotes its own words."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Code points `start` to `end` (half-open) of a document's text, and the words that stand there."""

    document: str
    start: int
    end: int
    text: str

    def overlap(self, other: "Span") -> int:
        """How many code points both cover; 0 when they are of different documents."""
        if self.document != other.document:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: "Span") -> bool:
        """Whether all of the other lies within this one."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end


class Spans:
    """Spans of one document, to be asked which of them overlap another, in time that does not grow with their number."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.order = sorted(range(len(spans)), key=lambda i: (spans[i].start, i))
        self.starts = [spans[i].start for i in self.order]
        self.longest = max((s.end - s.start for s in spans), default=0)
        self.spans = spans

    def over(self, span: Span) -> list[int]:
        """The places, in the sequence given, of those that share a code point with it, ascending."""
        near = self.order[bisect_left(self.starts, span.start - self.longest) : bisect_left(self.starts, span.end)]
        return sorted(i for i in near if self.spans[i].overlap(span))
