"""Quotations and framings in, framings with their quotations out: whose words stand between the marks.

A quotation belongs to the verb of saying right behind it, else to the one before it, else it goes on with the speech before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract import beside, verbs
from rashomon.extract.cues import cues
from rashomon.extract.frames import Framing
from rashomon.model import Block, Document, Quotation
from rashomon.text.parse import Parse

WINDOW = 40
"""How many tokens behind a quotation its verb of saying may stand."""

Stretch = tuple[int, int]


def with_quotations(
    document: Document, parse: Parse, blocks: Sequence[Block], quotations: Sequence[Quotation], known: Sequence[Framing]
) -> list[Framing]:
    """The framings of a document once every quotation that is speech has found its cue, in text order."""
    speech = _outermost(quotations)
    by_head = {f.head: f for f in _outside(parse, known, speech)}
    said: dict[int, list[Stretch]] = {}
    last: tuple[int, int, int] | None = None  # cue, block, end of what it said last
    held = 0
    waiting: list[tuple[int, Stretch]] = []  # block and words of quotations left open whose speaker a later paragraph names
    places = _places(blocks, speech)
    for quotation, place in zip(speech, places, strict=True):
        block = blocks[place]
        before = max(block.start, held if held <= quotation.span.start else block.start)
        cue = None
        if quotation.kind == "speech":
            cue = _behind(document, parse, quotation, block.end) or _before(document, parse, quotation, before)
        content = (quotation.content.start, quotation.content.end)
        if cue is None and quotation.kind == "speech" and not _framed(by_head, content, parse, quotation):
            cue = _carried(document, parse, blocks, place, quotation, last)
        if cue is not None:
            said.setdefault(cue, []).extend(_awaited(document, waiting, blocks, place, quotation))
            said[cue].append(content)
            last = (cue, place, quotation.span.end)
        elif not quotation.closed:
            waiting.append((place, content))
        held = quotation.span.end
    for cue, block in _announced(parse, blocks):
        if not any(block.start <= a < block.end for spans in said.values() for a, _ in spans[-3:]):
            said.setdefault(cue, []).append((block.start, block.end))
            for head in [h for h in by_head if block.start <= parse.start[h] < block.end]:
                del by_head[head]
    for framing in beside.asides(parse, by_head, speech):
        by_head[framing.head] = framing
    for cue, spans in said.items():
        by_head[cue] = _joined(parse, cue, by_head.get(cue), spans)
    found = {head: beside.sourced(parse, framing) for head, framing in sorted(by_head.items())}
    return [beside.shared(parse, f, found, said) for f in found.values()]


def _awaited(
    document: Document, waiting: list[tuple[int, Stretch]], blocks: Sequence[Block], place: int, quotation: Quotation
) -> list[Stretch]:
    """The paragraphs right before one that opens with a quotation which themselves were left open; none wait any longer."""
    opens = not document.text[blocks[place].start : quotation.span.start].strip()
    found: list[Stretch] = []
    while opens and waiting and waiting[-1][0] == place - 1 - len(found):
        found.append(waiting.pop()[1])
    waiting.clear()
    return found[::-1]


def _outside(parse: Parse, known: Sequence[Framing], quotations: Sequence[Quotation]) -> Iterator[Framing]:
    """Framings of the page's own words: who is quoted is answerable for all between the marks, whomever they mention."""
    at = 0
    for framing in sorted(known, key=lambda f: f.head):
        place = parse.start[framing.head]
        while at < len(quotations) and quotations[at].content.end <= place:
            at += 1
        inside = at < len(quotations) and quotations[at].content.start <= place
        own = framing.source is not None and parse.word(framing.source).lower() in ("i", "we", "you")
        if not inside and not own:
            yield framing


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for quotation in sorted(quotations, key=lambda q: (q.span.start, -q.span.end)):
        if not kept or quotation.span.start >= kept[-1].span.end:
            kept.append(quotation)
    return kept


def _places(blocks: Sequence[Block], quotations: Sequence[Quotation]) -> list[int]:
    found, place = [], 0
    for quotation in quotations:
        while place + 1 < len(blocks) and blocks[place].end <= quotation.span.start:
            place += 1
        found.append(place)
    return found


# -- which cue -----------------------------------------------------------------------------------------------------


def _behind(document: Document, parse: Parse, quotation: Quotation, end: int) -> int | None:
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


def _before(document: Document, parse: Parse, quotation: Quotation, start: int) -> int | None:
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


def _framed(by_head: dict[int, Framing], content: Stretch, parse: Parse, quotation: Quotation) -> bool:
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


def _carried(
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


def _announced(parse: Parse, blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
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


# -- what it says --------------------------------------------------------------------------------------------------


def _joined(parse: Parse, cue: int, known: Framing | None, spans: list[Stretch]) -> Framing:
    """The framing of a cue with these quotations as its content, and what grammar found beside them."""
    made = known or verbs.verb(parse, cue)
    if made is None:
        made = Framing(
            cue=verbs.cue_words(parse, cue),
            head=cue,
            lemma=parse.lemma[cue],
            form="verb",
            kind=cues().verbs.get(parse.lemma[cue], "neutral"),
        )
    if made.form == "according":
        return replace(made, content=tuple(spans))
    source = made.source
    if source is not None and any(a <= parse.start[source] < b for a, b in spans):
        source = None
    if source is None:
        source = beside.source_beside(parse, cue, spans)
    clear = [s for s in made.content if not any(s[0] < b and a < s[1] for a, b in spans)]
    clear = [s for s in clear if source is None or not s[0] <= parse.start[source] < s[1]]
    clear = [
        s
        for s in clear
        if parse.start[cue] < s[0] and made.form != "noun" and parse.text[parse.end[cue] : s[0]].strip(" ,") in ("", "that")
    ]
    return replace(made, source=source, content=tuple(sorted({*spans, *clear})))
