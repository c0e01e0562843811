"""A document's claims in, the outlets to which their speakers are said to have spoken out: "told the Gazette"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from rashomon.model import Annotations, Document, Hop
from rashomon.relate import outlets

_REACH = 80  # characters from a cue within which the one stands who was told
_OURS = re.compile(r"(?:this|our)\s", re.IGNORECASE)  # "told this newspaper"
_ENDS = re.compile(r"\n|[.!?][”\"’']?\s")
_TOLD = re.compile(
    r"\b(?:told|to|with|of|by)\s(?:(?:a|the|its|our)\s(?:reporter|correspondent|journalist)s?\s(?:of|for|from|with)\s)?"
    r"(?:the\s)?(?P<name>[A-Z][\w.'’-]*(?:\s(?:(?:of|de|la|le|al)\s)?[A-Z][\w.'’-]*){0,4})"
)


def told(found: Annotations, document: Document) -> Mapping[str, tuple[Hop, ...]]:
    """For each claim that somebody is credited with, the names of those who were told, as relaying hops."""
    cues = {a.id: a.cue for a in found.attributions}
    made = {}
    for claim in found.claims:
        cue = cues.get(claim.attribution or "")
        if cue is not None and len(claim.chain) > 1:
            end = claim.span.start if cue.start < claim.span.start < cue.end + _REACH else cue.end + _REACH
            hops = tuple(_hops(document, cue.start, end))
            if hops:
                made[claim.id] = hops
    return made


def _hops(document: Document, start: int, end: int) -> Iterator[Hop]:
    line = _ENDS.split(document.text[start:end])[0]
    for found in _TOLD.finditer(line):
        span = document.span(start + found.start("name"), start + found.end("name"))
        yield Hop(name=found["name"], kind="organisation", span=span, stance="relays")


def here(found: Annotations, document: Document, names: Iterable[str | None]) -> frozenset[str]:
    """The claims by somebody who says something to this very page, in it or in what it prints of its agency: whoever told an
    outlet of these names. Whoever once spoke to it spoke to it throughout.
    """
    own = [outlets.plain(name) for name in names if name]
    heard = {key: hops for key, hops in told(found, document).items() if any(_is(h.name, own) for h in hops)}
    said = {c.id for c in found.claims if any(h.span and (_is(h.name, own) or _OURS.match(h.span.text)) for h in c.chain[1:])}
    said |= heard.keys()
    speaking = {c.chain[0].entity for c in found.claims if c.id in said and c.chain[0].kind == "person"} - {None}
    return frozenset(said | {c.id for c in found.claims if c.chain and c.chain[0].entity in speaking})


def _is(name: str, own: Iterable[str]) -> bool:
    """Whether a name is one of these, in full or by a part of it: "told the Courier"."""
    given = outlets.plain(name)
    return any(given == full or outlets.shortened(given, full) for full in own)
