"""A document in, its attributions out: who said what, by which cue, and through whom.

Content leaves out the conjunction "that" and the quotation marks around it. Where one attribution stands within the content
of another, it came through that one (`via`); a paper or station that was told, cited or interviewed is a relay: an
attribution of its own, without cue words or content, through which the speaker's came. `cue_class` "wanting" marks
plans, wishes and support, of which the page itself speaks.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract import Found, speakers, speeches
from rashomon.extract.framings import Framing, framings
from rashomon.extract.phrases import bounds, phrase
from rashomon.model import Attribution, Document, Hop, Quotation
from rashomon.model.document import PROSE_ROLES
from rashomon.text.parse import Parse


def extract(document: Document, found: Found) -> Iterator[Attribution]:
    """Every attribution of a document, its speakers resolved within it."""
    blocks = [b for b in document.blocks if b.role in PROSE_ROLES]
    framed = speeches.with_quotations(document, found.parse, blocks, found.quotations, list(framings(found.parse)))
    told = speakers.memory(document, found.parse)
    framed = sorted((f for f in framed if f.content), key=lambda f: f.cue)
    through = _enclosing(document, found.parse, framed)
    for framing in framed:
        yield from _attributed(document, found, told, framing, through.get(framing.head))


def _attributed(
    document: Document, found: Found, told: speakers.Memory, framing: Framing, through: str | None
) -> Iterator[Attribution]:
    """The attribution of one framing, after that of the paper it was said to."""
    parse = found.parse
    cue = document.span(parse.start[framing.cue[0]], parse.end[framing.cue[1] - 1])
    hop, _ = speakers.resolve(told, framing.source) if framing.source is not None else (Hop(name="unnamed", kind="unnamed"), None)
    source = None
    if framing.source is not None:
        first, last = bounds(parse, framing.source)
        source = document.span(parse.start[first], parse.end[last - 1])
    via = through
    if framing.recipient is not None:
        relay = _relay(document, told, framing)
        if relay is not None:
            via = relay.id
            yield relay
    content = tuple(document.span(a, b) for a, b in framing.content)
    yield Attribution(
        id=_id(document, parse, framing),
        manner=_manner(framing, found.quotations),
        source=source,
        cue=cue,
        content=content,
        via=via,
        speaker=hop,
        cue_class=framing.kind,
    )


def _enclosing(document: Document, parse: Parse, framed: Sequence[Framing]) -> dict[int, str]:
    """For each cue that stands within the content of another, the id of the innermost such attribution."""
    ends = sorted((a, -b, _id(document, parse, f), f.head) for f in framed if f.kind != "wanting" for a, b in f.content)
    open_: list[tuple[int, str, int]] = []
    found: dict[int, str] = {}
    at = 0
    for framing in sorted(framed, key=lambda f: f.head):
        place = parse.start[framing.head]
        while at < len(ends) and ends[at][0] <= place:
            open_.append((-ends[at][1], ends[at][2], ends[at][3]))
            at += 1
        open_ = [o for o in open_ if o[0] > place]
        within = [o for o in open_ if o[2] != framing.head]
        if within:
            found[framing.head] = min(within)[1]
    return found


def _id(document: Document, parse: Parse, framing: Framing) -> str:
    return f"{document.id}.a{parse.start[framing.cue[0]]}-{parse.end[framing.cue[1] - 1]}"


def _relay(document: Document, told: speakers.Memory, framing: Framing) -> Attribution | None:
    """The paper or station that was told."""
    assert framing.recipient is not None
    found = phrase(told.parse, framing.recipient)
    if not found.medium:
        return None
    hop, _ = speakers.resolve(told, framing.recipient)
    span = document.span(found.start, found.end)
    return Attribution(id=f"{document.id}.a{span.start}-{span.end}", manner="indirect", source=span, speaker=hop)


def _manner(framing: Framing, quotations: Sequence[Quotation]) -> str:
    """Direct where all of the content stands between marks, indirect where none does, else mixed."""
    total = sum(b - a for a, b in framing.content)
    quoted = sum(max(0, min(b, q.content.end) - max(a, q.content.start)) for a, b in framing.content for q in quotations)
    return "direct" if quoted >= 0.9 * total else "mixed" if quoted else "indirect"
