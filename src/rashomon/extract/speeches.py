"""Quotations and framings in, framings with their quotations out: whose words stand between the marks.

A quotation belongs to the verb of saying right behind it, else to the one before it, else it goes on with the speech before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract import beside, introduced, verbs
from rashomon.extract.cues import cues
from rashomon.extract.frames import Framing
from rashomon.extract.phrases import phrase
from rashomon.model import Block, Document, Quotation
from rashomon.text.parse import Parse

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
            cue = introduced.behind(document, parse, quotation, block.end) or introduced.before(
                document, parse, quotation, before
            )
        content = (quotation.content.start, quotation.content.end)
        if cue is None and quotation.kind == "speech" and not introduced.framed(by_head, content, parse, quotation):
            cue = introduced.reported(document, parse, by_head, quotation, last, place)
            cue = cue if cue is not None else introduced.carried(document, parse, blocks, place, quotation, last)
        if cue is not None:
            said.setdefault(cue, []).extend(_awaited(document, waiting, blocks, place, quotation))
            said[cue].append(content)
            last = (cue, place, quotation.span.end)
        elif not quotation.closed:
            waiting.append((place, content))
        held = quotation.span.end
    for cue, block in introduced.announced(parse, blocks):
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
    return _turned(parse, replace(made, source=source, content=tuple(sorted({*spans, *clear}))))


def _turned(parse: Parse, framing: Framing) -> Framing:
    """The same by whom a station "said", right before a colon: clumsy translations turn speaker and hearer round."""
    if framing.lemma != "say" or framing.source is None or not phrase(parse, framing.source).medium:
        return framing
    said = next((c for c in parse.children[framing.head] if parse.dep[c] == "dobj" and c > framing.head), None)
    if said is None or parse.lemma[said] not in cues().person or parse.word(min(said + 1, len(parse) - 1)) != ":":
        return framing
    return replace(framing, source=said, recipient=framing.source, words=())
