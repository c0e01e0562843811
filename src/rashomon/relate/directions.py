"""Two documents that share words in, which of them was first and why out; "undecided" where nothing tells.

In this order: what one says of where it took its story, the days of publication, an agency's own page before those of outlets,
which print agencies, the hours of one day, and what copies lose: whole parts, attributions.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.model import Annotations, Document
from rashomon.relate.renderings import Rendering, Sentence, Wording

UNDECIDED = "undecided"

_MORE, _PART = 2, 0.25  # sentences that a part lacks of its whole, or the share of these
_BESIDE = 24  # characters behind a date in which its hour stands
_CLOCK = re.compile(
    r"(?<![\d.:/-])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?![\d.:/-]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s?(?P<zone>[A-Z]{2,5}\b|[+-]\d))?",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"updat|modif|edit|correct", re.IGNORECASE)
_SURELY = 0.5  # likeness of two sentences at which one surely renders the other


@dataclass(frozen=True, slots=True)
class Direction:
    """The id of the upstream document, None where nothing tells, and the reason in words."""

    upstream: str | None
    why: str = UNDECIDED


def name(document: Document) -> str:
    """What a document is called as an origin: an agency's own page by the agency."""
    return document.outlet or document.agency or document.name


def direction(
    left: Wording,
    right: Wording,
    annotations: Mapping[str, Annotations],
    credits: Mapping[str, Set[str]],
    ours: Sequence[Rendering],
    theirs: Sequence[Rendering],
) -> Direction:
    """Which of two was first. `ours`, `theirs`: for each sentence of the left (right) its rendering in the other."""
    one, other = left.document, right.document
    stated = [d for d, citing in ((one, other), (other, one)) if d.id in credits.get(citing.id, frozenset())]
    if len(stated) == 1:
        citing = other if stated[0] is one else one
        return Direction(stated[0].id, f"{name(citing)} credits {name(stated[0])}")
    a, b = one.published, other.published
    if a.latest and b.earliest and a.latest < b.earliest:
        return Direction(one.id, f"{name(one)} was published first")
    if b.latest and a.earliest and b.latest < a.earliest:
        return Direction(other.id, f"{name(other)} was published first")
    if sent(one) != sent(other):
        wire = one if sent(one) else other
        return Direction(wire.id, f"{name(wire)} is an agency, whose reports outlets print")
    if a.earliest and a.earliest == a.latest == b.earliest == b.latest:
        at, then = clock(one), clock(other)
        if at and then and at != then:
            early = one if at < then else other
            return Direction(early.id, f"{name(early)} was published first, at {min(at, then)}")
    return _part(left, right, ours, theirs) or _lost(left, right, annotations, ours) or Direction(None)


def clock(document: Document) -> str | None:
    """The hour beside the day on which a page says it was published ("06:12"); None without one, or where it is of a zone."""
    for span in document.published.evidence:
        line = document.text[span.start : span.end + _BESIDE].split("\n")[0]
        found = _CLOCK.search(line)
        if found and not found["zone"] and not _CHANGED.search(line[: found.start()]):
            hour = int(found["hour"]) % 12 + 12 * (found["half"].lower() == "p") if found["half"] else int(found["hour"])
            return f"{hour:02d}:{found['minute']}"
    return None


def sent(document: Document) -> bool:
    """Whether a page is an agency's report as it was sent: it names an agency and no outlet that printed it."""
    agency, outlet = (document.agency or "").casefold(), (document.outlet or "").casefold()
    return bool(agency) and (not outlet or (outlet == agency and _is_agency(agency)))


@cache
def _is_agency(name: str) -> bool:
    """Whether a name in small letters is one of a known agency, or calls itself one."""
    known = {n.casefold() for entry in load("agencies")["agency"] for n in (entry["name"], *entry["aliases"])}
    return name in known or name.endswith(tuple(" " + ending for ending in load("mastheads")["agency"]["endings"]))


def _part(left: Wording, right: Wording, ours: Sequence[Rendering], theirs: Sequence[Rendering]) -> Direction | None:
    """The one all of whose sentences stand in the other, which has some more; subheads and captions are each page's own."""
    one, other = left.document, right.document
    ours, theirs = _told(left, ours), _told(right, theirs)
    for model, copy, kept, whole in ((one, other, theirs, ours), (other, one, ours, theirs)):
        more = sum(not score for score, _ in whole)
        if kept and all(score for score, _ in kept) and more >= min(_MORE, _PART * len(whole)):
            return Direction(model.id, f"all of {name(copy)} stands in {name(model)}, which says more")
    return None


def _told(wording: Wording, renderings: Sequence[Rendering]) -> list[Rendering]:
    """The renderings of the sentences of a page that are not its own beside the text."""
    beside = [(b.start, b.end) for b in wording.document.blocks if b.role in ("subhead", "caption")]
    pairs = zip(wording.sentences, renderings, strict=True)
    return [r for s, r in pairs if not any(start <= s.start < end for start, end in beside)]


def _lost(left: Wording, right: Wording, annotations: Mapping[str, Annotations], ours: Sequence[Rendering]) -> Direction | None:
    """The one that says in its own voice what the other credits to somebody, if that goes one way alone."""
    lost: dict[str, str] = {}
    credited = [_credited(annotations[w.document.id]) for w in (left, right)]
    for sentence, (score, other) in zip(left.sentences, ours, strict=True):
        if other is None or score < _SURELY:
            continue
        a, b = _speaker(sentence, credited[0]), _speaker(other, credited[1])
        if a and not b:
            lost[right.document.id] = a
        elif b and not a:
            lost[left.document.id] = b
    if len(lost) != 1:
        return None
    ((copy, speaker),) = lost.items()
    model, taken = (left, right) if copy == right.document.id else (right, left)
    why = f"{name(taken.document)} says in its own voice what {name(model.document)} credits to {speaker}"
    return Direction(model.document.id, why)


def _credited(found: Annotations) -> list[tuple[int, int, str]]:
    """Where somebody is credited with a claim, and who."""
    return [(c.span.start, c.span.end, c.chain[0].name) for c in found.claims if c.attribution and len(c.chain) > 1]


def _speaker(sentence: Sentence, credited: Sequence[tuple[int, int, str]]) -> str | None:
    """Who is credited with something in a sentence."""
    return next((who for start, end, who in credited if start < sentence.end and sentence.start < end), None)
