"""Two documents that share words in, which of them was first and why out; "undecided" where nothing tells.

In this order: what one says of where it took its story, the days of publication, a correction, and what copies lose: whole
parts, attributions, hedges, exact figures.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from rashomon.model import Annotations, Document

UNDECIDED = "undecided"

_PART = 0.75  # of the trigrams of the shorter text, at which it is a part of the other
_MUCH = 0.75  # of the length of the longer, up to which the shorter lacks something that matters


@dataclass(frozen=True, slots=True)
class Direction:
    """The id of the upstream document, None where nothing tells, and the reason in words."""

    upstream: str | None
    why: str = UNDECIDED


def name(document: Document) -> str:
    """What a document is called as an origin: an agency's own page by the agency."""
    return document.outlet or document.agency or document.name


def direction(
    left: Document,
    right: Document,
    annotations: Mapping[str, Annotations],
    credits: Mapping[str, Set[str]],
    share: float,
) -> Direction:
    """Which of two was first. `share`: of the shorter one's trigrams that stand in the other."""
    stated = [d for d, other in ((left, right), (right, left)) if d.id in credits.get(other.id, frozenset())]
    if len(stated) == 1:
        other = right if stated[0] is left else left
        return Direction(stated[0].id, f"{name(other)} credits {name(stated[0])}")
    a, b = left.published, right.published
    if a.latest and b.earliest and a.latest < b.earliest:
        return Direction(left.id, f"{name(left)} was published first")
    if b.latest and a.earliest and b.latest < a.earliest:
        return Direction(right.id, f"{name(right)} was published first")
    return _lost(left, right, annotations, share)


def _lost(left: Document, right: Document, annotations: Mapping[str, Annotations], share: float) -> Direction:
    """The one that is a part of the other and names nobody whom the other does not name is the copy."""
    for model, copy in ((left, right), (right, left)):
        sources, kept = (_sources(annotations[d.id]) for d in (model, copy))
        part = share >= _PART and _length(annotations[copy.id]) <= _MUCH * _length(annotations[model.id])
        if kept < sources and part:
            return Direction(model.id, f"{name(copy)} is a part of {name(model)} and names fewer sources")
        if part:
            return Direction(model.id, f"all of {name(copy)} stands in {name(model)}, which says more")
        if kept < sources and len(sources - kept) >= 1 and not kept and sources:
            return Direction(model.id, f"{name(copy)} says in its own voice what {name(model)} attributes")
    return Direction(None)


def _sources(found: Annotations) -> set[str]:
    """Those whom a document names as having said something."""
    return {
        " ".join(c.chain[0].name.split()[-1:]).casefold()
        for c in found.claims
        if len(c.chain) > 1 and c.chain[0].kind != "unnamed"
    }


def _length(found: Annotations) -> int:
    return sum(c.span.end - c.span.start for c in found.claims)
