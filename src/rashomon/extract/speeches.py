"""Quotations and framings in, framings with their quotations out: whose words stand between the marks.

A quotation belongs to the verb of saying right behind it, else to the one before it, else it goes on with the speech before.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rashomon.extract import framings as grammar
from rashomon.extract.cues import cues
from rashomon.extract.framings import Framing
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
            said.setdefault(cue, []).append(content)
            last = (cue, place, quotation.span.end)
        held = quotation.span.end
    for cue, block in _announced(parse, blocks):
        if not any(block.start <= a < block.end for spans in said.values() for a, _ in spans[-3:]):
            said.setdefault(cue, []).append((block.start, block.end))
            for head in [h for h in by_head if block.start <= parse.start[h] < block.end]:
                del by_head[head]
    for framing in _aside(parse, by_head, speech):
        by_head[framing.head] = framing
    for cue, spans in said.items():
        by_head[cue] = _joined(parse, cue, by_head.get(cue), spans)
    found = {head: _sourced(parse, framing) for head, framing in sorted(by_head.items())}
    return [_shared(parse, f, found, said) for f in found.values()]


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


def _aside(parse: Parse, by_head: dict[int, Framing], speech: Sequence[Quotation]) -> Iterator[Framing]:
    """Framings that grammar missed because the cue stands aside: "The bridge, he said, was safe", "..., she says." """
    quoted = iter(sorted((q.content.start, q.content.end) for q in speech))
    current = next(quoted, None)
    for first, last in parse.sentences:
        if last - first > grammar.LONGEST:
            continue
        for token in range(first + 1, last):
            while current is not None and current[1] <= parse.start[token]:
                current = next(quoted, None)
            if token in by_head or parse.lemma[token] not in cues().speech or parse.tag[token] not in ("VBD", "VBZ", "VBP"):
                continue
            if current is not None and current[0] <= parse.start[token]:
                continue
            framing = _set_off(parse, token, first, last)
            if framing is not None:
                yield framing


def _set_off(parse: Parse, token: int, first: int, last: int) -> Framing | None:
    """A verb of saying and its subject between commas, or behind the last one; what is said is the rest of the sentence."""
    source = next((c for c in parse.children[token] if parse.dep[c] == "nsubj" and c < token), None)
    if source is None or parse.word(source).lower() in ("i", "we", "you", "who", "which", "that", "what"):
        return None
    opening = parse.tokens(*parse.extent(source))[0] - 1
    closing = next((t for t in range(token + 1, min(last, token + 7)) if parse.word(t) in ",.!?"), None)
    if (
        closing is None
        or parse.word(opening) != ","
        or opening - first < 2
        or (parse.word(closing) != "," and closing != last - 1)
    ):
        return None
    before = (parse.start[first], parse.end[opening - 1])
    after = (parse.start[closing + 1], parse.end[last - 2]) if closing + 2 < last else None
    if any(parse.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(first, opening)) or after:
        found = grammar.verb(parse, token)
        stretches = (before, after) if after else (before,)
        return replace(found, content=stretches, source=source) if found is not None else None
    return None


# -- what it says --------------------------------------------------------------------------------------------------


def _joined(parse: Parse, cue: int, known: Framing | None, spans: list[Stretch]) -> Framing:
    """The framing of a cue with these quotations as its content, and what grammar found beside them."""
    made = known or grammar.verb(parse, cue)
    if made is None:
        made = Framing(
            cue=grammar.cue_words(parse, cue),
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
        source = _beside(parse, cue, spans)
    clear = [s for s in made.content if not any(s[0] < b and a < s[1] for a, b in spans)]
    clear = [s for s in clear if source is None or not s[0] <= parse.start[source] < s[1]]
    clear = [
        s
        for s in clear
        if parse.start[cue] < s[0] and made.form != "noun" and parse.text[parse.end[cue] : s[0]].strip(" ,") in ("", "that")
    ]
    return replace(made, source=source, content=tuple(sorted({*spans, *clear})))


def _shared(parse: Parse, framing: Framing, found: dict[int, Framing], said: dict[int, list[Stretch]]) -> Framing:
    """The same with the source of the cue it hangs on, where its own was sought among that cue's quoted words."""
    above = next((t for t in parse.path(framing.head) if t in said and t != framing.head), None)
    if above is None or framing.source is None:
        return framing
    if not any(a <= parse.start[framing.source] < b for a, b in said[above]):
        return framing
    return replace(framing, source=found[above].source)


def _sourced(parse: Parse, framing: Framing) -> Framing:
    """The same with the noun before its verb as source, where a finite verb has no subject by grammar."""
    if framing.source is not None or framing.form != "verb" or parse.tag[framing.head] not in ("VBD", "VBZ", "VBP"):
        return framing
    if framing.lemma not in cues().speech:
        return framing
    return replace(framing, source=_beside(parse, framing.head, framing.content))


def _beside(parse: Parse, cue: int, spans: Sequence[Stretch]) -> int | None:
    """Who speaks, where grammar fails: the noun nearest to the cue in its sentence, outside the quotation."""
    first, last = parse.sentence(cue)

    def outside(token: int) -> bool:
        return parse.pos[token] in ("NOUN", "PROPN", "PRON") and not any(a <= parse.start[token] < b for a, b in spans)

    behind = next((t for t in range(cue + 1, min(last, cue + 8)) if outside(t) or parse.word(t) in ",.;:"), None)
    inverted = any(0 <= parse.start[cue] - b <= 4 for _, b in spans)
    if inverted and behind is not None and outside(behind):
        return _phrase_head(parse, behind, last)
    before = next((t for t in range(cue - 1, max(first, cue - 12) - 1, -1) if outside(t)), None)
    if before is not None:
        return _phrase_top(parse, before, first, outside)
    return _phrase_head(parse, behind, last) if behind is not None and outside(behind) else None


def _phrase_top(parse: Parse, token: int, first: int, outside: Callable[[int], bool]) -> int:
    """The noun that a noun before a cue only adds to: "a spokesman for the fleet" rather than "the fleet"."""
    top = token
    for above in parse.path(token):
        if not first <= above < token or parse.pos[above] in ("VERB", "AUX"):
            break
        top = above if outside(above) else top
    return top


def _phrase_head(parse: Parse, token: int, last: int) -> int:
    """The last word of the noun phrase that a word begins."""
    while token + 1 < last and parse.dep[token] in ("compound", "amod", "poss", "nmod", "det") and parse.head[token] > token:
        token = parse.head[token]
    return token
