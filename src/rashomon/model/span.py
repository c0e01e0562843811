"""A stretch of one document that quotes its own words."""

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
