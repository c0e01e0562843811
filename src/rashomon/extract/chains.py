"""An attribution in, the chain from whoever spoke to the page out: nearest speaker first, the outlet last."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rashomon.extract.contents import NONE
from rashomon.extract.regions import Regions
from rashomon.model import Document, Hop

_STANCES = {"denying": "denies", "distancing": "distances"}


def chain(document: Document, regions: Regions, relays: Mapping[str, Hop], which: int) -> tuple[Hop, ...]:
    """The hops of the attribution at this place of `regions`, or of the outlet's own voice where it is NONE.

    After the speaker come those it came through, then the speakers of the attributions around it (or the relay that is
    inferred, by attribution id, where none is stated), then the document's agency, last its outlet.
    """
    by_id = {a.id: i for i, a in enumerate(regions.attributions)} if which != NONE else {}
    hops = [*_spoken(regions, relays, which, by_id), *_carriers(document)]
    hops = [h for i, h in enumerate(hops) if not (i and h.kind == "organisation" and _itself(h, document))]
    return tuple(h for i, h in enumerate(hops) if i == 0 or not _same(h, hops[i - 1]))


def _spoken(regions: Regions, relays: Mapping[str, Hop], which: int, by_id: Mapping[str, int]) -> Iterator[Hop]:
    seen: set[int] = set()
    relayed = False
    while which != NONE and which not in seen:
        seen.add(this := which)
        attribution = regions.attributions[which]
        through = by_id.get(attribution.via or "", NONE)
        which = through if through != NONE else regions.outer[which]
        speaker = attribution.speaker
        unnamed = attribution.source is None and which != NONE and speaker is not None and not speaker.inferred
        if speaker is not None and not unnamed:
            own = attribution.manner == "direct"  # who contradicts others in words of his own asserts these
            plain = _STANCES.get(attribution.cue_class if not own else "", "relays" if relayed else "asserts")
            yield replace(speaker, stance="declines" if this in regions.declined else plain)
            relayed = True
        if which == NONE and attribution.id in relays:
            yield relays[attribution.id]


def _carriers(document: Document) -> Iterator[Hop]:
    if document.agency:
        yield Hop(name=document.agency, kind="organisation", stance="relays")
    yield Hop(name=document.name, kind="outlet", stance="relays")


def _itself(hop: Hop, document: Document) -> bool:
    """Whether somebody spoke to the page's own outlet, which it calls by its last word: "told the Gazette"."""
    words, whole = hop.name.casefold().split(), (document.outlet or "").casefold().split()
    return hop.span is not None and 0 < len(words) < len(whole) and whole[-len(words) :] == words


def _same(left: Hop, right: Hop) -> bool:
    return left.name.casefold() == right.name.casefold()
