"""A text and its blocks in, what the page says of itself out: title, outlet, host, agency, authors.

Each fact rests on words of the page: nothing is inferred from what the story tells, and what is not said is None.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.ingest import heads, sent
from rashomon.ingest.cues import NAME
from rashomon.ingest.mastheads import byline_agency, closing_agency, dateline_agency, masthead, newspaper
from rashomon.ingest.outlets import agency_named, credited, host_of, outlet_named, outlet_of
from rashomon.model import Block

_BY = re.compile(
    r"^\W*(?:(?:written|reported|posted|published|submitted|words|story|text|report|articles?|news|analysis|opinion|compiled"
    r"|updated|created|uploaded) )?(?:by|authors?|writers?|reporters?|words|text|correspondent|from)(?:\(s\))?\s*:?\s+",
    re.IGNORECASE,
)
_PLACE = re.compile(r" (?:in|at|on|near|aboard|outside|inside|beside|behind|along) ")
_AND = re.compile(r"\s*(?:,| and | & |/|;|\||\bwith\b| - | – | — )\s*")
_WIRE = re.compile(r"\(([^()]{2,40})\)")
_DOMAIN = re.compile(r"^(?:source\s*[:|]\s*)?(?:https?://)?((?:[a-z0-9-]{2,40}\.)+[a-z]{2,10})(?:/\S*)?$", re.IGNORECASE)
_NETWORK = re.compile(r"(?:facebook|fb|twitter|t|x|youtube|youtu|instagram|linkedin|pinterest|whatsapp|tiktok)\.\w+")
_SOURCE = re.compile(r"^(?:source|original source|via|origin|from)\s*[:|]\s*(.{2,60})$", re.IGNORECASE)
_ORGANISATION = rf"(?:The )?{NAME}(?: (?:for|of|on|and|&|in) {NAME}){{0,2}}"
_SHORT = 120  # code points of a line in which a page credits others
_YEARS = r"(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by )?"
_DISCLAIMS = r"(?:will|shall|can|does|is|are|do)(?: not| neither)? (?:be )?(?:held )?(?:responsible|liable|accept|assume|endorse)"
_OWNERS = (
    re.compile(rf"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*{_YEARS}({_ORGANISATION})", re.IGNORECASE),
    re.compile(rf"({_ORGANISATION}) {_DISCLAIMS}"),
    re.compile(rf"(?:views|opinions|position|policy|editorial policy|stance) of ({_ORGANISATION})(?: or |,|\.|$)"),
    re.compile(rf"(?:permission (?:from|of)|property of|not been edited by|published by|operated by) ({_ORGANISATION})"),
    re.compile(rf"({_ORGANISATION}) grants? permission"),
)
_NOBODY = re.compile(
    r"(?:this|all|any|our|your|we|you|it|authors?|website|site|publisher|admin|staff|editors?|agencies|rights|material|no|use|"
    r"terms|privacy|respective|company|owner)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|desk|bureau|team|agenc(?:y|ies)|news|special|online|updated|published|contributor|"
    r"admin|press|associated|columnist|in|at|for|pm|am|\d{2,4})\b",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(rf"^(?:(?:dr|prof|col|gen|mr|mrs|ms|sir)\.? )?{NAME}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says of itself. `title`: code points of the headline."""

    title: tuple[int, int] | None = None
    outlet: str | None = None
    host: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()


def facts(text: str, blocks: Sequence[Block]) -> Facts:
    """All that the blocks of one page state; an agency in the byline is an agency, not an author."""
    bylines = [text[b.start : b.end] for b in blocks if b.role == "byline"]
    named = [name for line in bylines for name in _names(line)]
    host = next(
        (h for b in blocks if b.role in ("signature", "navigation", "other") and (h := _host(text[b.start : b.end]))), None
    )
    owner = _owner(text, blocks)
    sender = agency_named(owner) if owner else None  # "Copyright 2019 The Associated Press": on somebody else's page
    outlet = outlet_of(host) or _sourced(text, blocks) or _opening(text, blocks) or (None if sender else owner)
    outlet = outlet or masthead(text, blocks)
    own = heads.initials(outlet or "")
    agency = next((a for name in named if name != own and (a := credited(name, text) or byline_agency(name))), None)
    agency = agency or _wire(text, blocks, own, outlet) or sender or _credited(text, blocks, own)
    agency = agency or (closing_agency(text, blocks, outlet) if outlet else None) or _beside(text, blocks, own, outlet)
    return Facts(
        title=next(((b.start, b.end) for b in blocks if b.role == "headline"), None),
        outlet=outlet,
        host=host,
        agency=None if agency == outlet else agency,
        authors=tuple(dict.fromkeys(n for n in named if n != agency and _person(n))),
    )


def _names(byline: str) -> Iterator[str]:
    """The names of a byline ("By Jane Doe and John Roe, Reuters"), in order."""
    for name in _AND.split(_BY.sub("", " ".join(byline.split()))):
        if name.strip():
            yield _PLACE.split(name)[0].strip(" .:*|()")  # "Farida Nasr in Port Lisan"


def _person(name: str) -> bool:
    if agency_named(name) or byline_agency(name) or outlet_named(name) or _ROLE.search(name) or not _FULL_NAME.match(name):
        return False
    return len(name.split()) >= 2 or (name[:1].isupper() and not name.isupper())


def _opening(text: str, blocks: Sequence[Block]) -> str | None:
    """The paper or station that the first line of the page names."""
    first = next(iter(blocks), None)
    if first is None or first.role not in ("navigation", "related", "other", "signature"):
        return None
    line = text[first.start : min(first.end, first.start + 200)]
    return heads.own_name(line) or newspaper(" ".join(line[:80].split()), text[first.end :])


def _credited(text: str, blocks: Sequence[Block], own: str) -> str | None:
    """The agency of a credit beside a date or at the foot: "(Coastwire)", "ST/Coastwire"; `own`: the initials of the paper."""
    for block, before, after in zip(blocks, [None, *blocks], [*blocks[1:], None], strict=False):
        line = text[block.start : min(block.end, block.start + 200)].strip(" \n,;:|–—-")
        day = any(near is not None and near.role == "stamp" for near in (before, after))
        if block.role == "signature" and (name := sent.agency(line, text, own, day)):
            return name
    return None


def _beside(text: str, blocks: Sequence[Block], own: str, outlet: str | None) -> str | None:
    """The agency that a page says it also drew on, in a short line of its own or in a byline."""
    for block in blocks:
        line = text[block.start : block.end].strip() if block.end - block.start <= _SHORT else ""
        if line and ((name := sent.helped(line, text, own)) or (outlet and (name := sent.shared(line, outlet)))):
            return agency_named(name) or name
    return None


def _wire(text: str, blocks: Sequence[Block], own: str, outlet: str | None) -> str | None:
    """The agency of a dateline's brackets, of a line that is nothing but its name, or of a credit at the end; where it is the
    initials of the page's own name, that one.
    """
    for block in blocks:
        words = text[block.start : min(block.end, block.start + 200)]
        if block.role == "dateline":
            found = [*_WIRE.findall(words), *re.split(r"[\s,]*(?:--?|–|—)\s*", words)]
        elif block.role in ("signature", "byline", "other"):
            found = [words, *re.split(r"[/,|]| and ", _SOURCE.sub(r"\1", words))]
        else:
            continue
        for name in found:
            if own and block.role == "dateline" and name.strip(" ()") == own:
                return outlet
            if agency := credited(name, text):
                return agency
        if block.role == "dateline" and (unlisted := dateline_agency(words)):
            return unlisted
    return None


def _host(line: str) -> str | None:
    found = _DOMAIN.match(line.strip())
    host = host_of(found.group(1)) if found else None
    return None if host is None or _NETWORK.fullmatch(host) else host


def _sourced(text: str, blocks: Sequence[Block]) -> str | None:
    """The well-known outlet that a line "Source: …" names."""
    lines = (text[b.start : b.end] for b in blocks if b.role in ("signature", "byline", "stamp"))
    named = (found.group(1) for line in lines if (found := _SOURCE.match(line)))
    return next((name for said in named if not agency_named(said) and (name := outlet_named(said))), None)


def _owner(text: str, blocks: Sequence[Block]) -> str | None:
    """Whoever disclaims, permits or holds the copyright in the page's own small print."""
    for block in blocks:
        if block.role != "disclaimer":
            continue
        passage = " ".join(text[block.start : block.end][:4000].split())
        for pattern in _OWNERS:
            for found in pattern.finditer(passage):
                name = re.sub(
                    r"[\s.,]*(?:All Rights Reserved.*|Ltd\.?|Inc\.?|LLC|Limited)?[\s.,]*$", "", found.group(1).split(". ")[0]
                )
                if len(name) > 2 and not _NOBODY.match(name.removeprefix("The ")):
                    return outlet_named(name) or name
    return None
