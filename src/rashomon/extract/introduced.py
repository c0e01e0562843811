"""A quotation in, the verb of saying it belongs to out: behind it, else before it, else of the speech it goes on with."""

import re
from collections.abc import Iterator, Sequence

from rashomon.extract.cues import cues
from rashomon.extract.frames import Framing
from rashomon.model import Block, Document, Quotation
from rashomon.text.parse import Parse

WINDOW = 40
"""How many tokens behind a quotation its verb of saying may stand."""

Stretch = tuple[int, int]


def behind(document: Document, parse: Parse, quotation: Quotation, end: int) -> int | None:
    """The verb of saying behind a quotation, in the sentence that goes on after it."""
    text, content = document.text, quotation.content.text
    rest = text[quotation.span.end : quotation.span.end + 3].lstrip()
    goes_on = content[-1:] in ",-–—" or rest[:1] in (",", "–", "—", "-") or rest[:1].islower() or content[-1:] in "?!…"
    if not goes_on:
        return None
    tokens = parse.tokens(quotation.span.end, end)[:WINDOW]
    verbs = 0
    for token in tokens:
        word = parse.word(token)
        if word in '“"«„' or (word in ".!?" and not rest.startswith(word)):
            return None
        if parse.tag[token].startswith("VB") and parse.lemma[token] in cues().speech and parse.tag[token] != "VB":
            if (
                parse.tag[token] == "VBN"
                and verbs == 0
                and not any(parse.dep[c] in ("auxpass", "aux") for c in parse.children[token])
            ):
                continue
            if parse.lemma[token] == "quote":
                continue
            return token
        if (
            parse.lemma[token] in cues().verbs
            and parse.pos[token] == "NOUN"
            and parse.text[parse.end[token] : end][:1] in (".", "")
        ):
            return token
        if parse.pos[token] == "VERB" and parse.dep[token] not in ("relcl", "acl", "amod") and parse.lemma[token] != "quote":
            verbs += 1
            if verbs > 1:
                return None
        if parse.word(token).lower() == "according":
            return token
    return None


def before(document: Document, parse: Parse, quotation: Quotation, start: int) -> int | None:
    """The verb of saying before a quotation that it opens with a colon, a comma, "that" or nothing between."""
    text = document.text
    lead = text[max(start, quotation.span.start - 3) : quotation.span.start].rstrip()
    tokens = parse.tokens(start, quotation.span.start)[-WINDOW:]
    colon = lead.endswith(":")
    if not colon and not lead.endswith(",") and len(quotation.content.text.split()) < 4:
        return None
    for seen, token in enumerate(reversed(tokens), 1):
        if parse.word(token) in ".!?" and seen > 1:
            return None
        verb = parse.tag[token].startswith("VB") and parse.lemma[token] in cues().speech
        if verb and (colon or seen <= (14 if lead.endswith(",") else 4)):
            return token
    return None


def framed(by_head: dict[int, Framing], content: Stretch, parse: Parse, quotation: Quotation) -> bool:
    """Whether grammar has already given a quotation to a cue of its own sentence."""
    inside = parse.tokens(quotation.span.start, quotation.span.end)
    if not len(inside):
        return False
    first = parse.sentence(inside[0])
    return any(
        a < content[1] and content[0] < b
        for token in range(*first)
        if token in by_head and not quotation.span.start <= parse.start[token] < quotation.span.end
        for a, b in by_head[token].content
    )


def reported(
    document: Document,
    parse: Parse,
    by_head: dict[int, Framing],
    quotation: Quotation,
    last: tuple[int, int, int] | None,
    place: int,
) -> int | None:
    """The cue of somebody else who is reported to speak between a quotation and the last one of its paragraph, right before."""
    if last is None or last[1] != place or not _starts(document, quotation):
        return None
    between = parse.tokens(last[2], quotation.span.start)
    if not between:
        return None
    first, end = parse.sentence(between[-1])
    told = [by_head[t] for t in range(max(first, between[0]), end) if t in by_head and t in between]
    spoke = [f for f in told if f.lemma in cues().speech and f.source is not None and f.form in ("verb", "according", "apposed")]
    known = [f for f in spoke if f.kind != "wanting" and f.content]
    return known[0].head if len(known) == 1 == len(told) else None


def carried(
    document: Document, parse: Parse, blocks: Sequence[Block], place: int, quotation: Quotation, last: tuple[int, int, int] | None
) -> int | None:
    """The cue of the speech that a quotation without one goes on with: of its paragraph, or of the one before."""
    block = blocks[place]
    opens = not document.text[block.start : quotation.span.start].strip()
    if last is not None and last[1] == place and _starts(document, quotation):
        return last[0]
    if not opens:
        return None
    if place and document.text.startswith(":", blocks[place - 1].end - 1):
        return _last_cue(parse, blocks[place - 1])
    whole = not document.text[quotation.span.end : block.end].strip(" .")
    if last is not None and last[1] == place - 1 and (whole or not quotation.closed):
        between = document.text[last[2] : blocks[place - 1].end]
        return last[0] if len(between.split()) < 40 else None
    return None


def _starts(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation begins a sentence of its own."""
    before = document.text[max(0, quotation.span.start - 4) : quotation.span.start].rstrip()
    return not before or (before[-1] in '.!?”",' and quotation.content.text[:1].isupper())


def announced(parse: Parse, blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Paragraphs without marks that the one before announces with a verb of saying and a colon; all in a row of quotes."""
    cue: int | None = None
    for place, block in enumerate(blocks):
        if cue is not None and (block.role == "quote" or blocks[place - 1].role != "quote"):
            if not re.match(r"[\"“„«‘]", parse.text[block.start : block.start + 1]) and block.role in ("quote", "paragraph"):
                yield cue, block
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            if block.role != "quote" or following is None or following.role != "quote":
                cue = None
            continue
        cue = _last_cue(parse, block) if parse.text.startswith(":", block.end - 1) else None


def _last_cue(parse: Parse, block: Block) -> int | None:
    """The last verb of saying of a paragraph that ends with a colon."""
    tokens = parse.tokens(block.start, block.end)
    for token in reversed(tokens[-WINDOW:]):
        if parse.tag[token].startswith("VB") and parse.lemma[token] in cues().speech:
            return token
    return None
