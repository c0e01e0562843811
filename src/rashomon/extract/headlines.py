"""Paragraphs in, framings of those that name their speaker as headlines do out: "Minister: dam was safe", "Dam was safe: report",
"Twelve dead in dam failure, officials say".

The name before the colon has to be capitalised words that the parse knows for somebody, a role or a paper; the one behind it,
or behind the comma, a noun for people, papers or offices, or a name. Headlines leave out verbs, so that grammar misses them.
"""

import re
from collections.abc import Iterator, Sequence

from rashomon.extract.called import label_of
from rashomon.extract.cues import cues
from rashomon.extract.frames import Framing
from rashomon.extract.phrases import phrase
from rashomon.model import Block
from rashomon.text import gazetteer
from rashomon.text.parse import Parse

_NAME = r"(?:[A-Z][\w.’'-]*|of|the|for)"
_LEADING = re.compile(rf"(?:The (?:[a-z][\w’'-]* ){{0,2}}[a-z][\w’'-]*|{_NAME}(?: {_NAME}){{0,5}}):\s+(?=\S)")
_TRAILING = re.compile(r":\s+(?:[\w.’'-]+ ){0,3}[\w.’'-]+$")
_DASHED = re.compile(r"(?<=\s)[–—-]\s(?:[\w.’'-]+ ){0,3}[\w.’'-]+$")
_CLOSING = re.compile(r",\s+((?:[\w.’'&-]+ ){1,6})([\w’'-]+)$")
_LONGEST_HEADLINE = 160
_NAMED = ("PERSON", "ORG", "NORP", "GPE")
_SAYING = ("neutral", "claiming", "denying", "conceding", "confirming")


def framings(parse: Parse, blocks: Sequence[Block]) -> Iterator[Framing]:
    """The framings that a colon makes at the start or end of a block."""
    for block in blocks:
        text = parse.text[block.start : min(block.end, block.start + 400)]
        leading = _LEADING.match(text)
        if leading is not None and (found := _led(parse, block, block.start + leading.end())) is not None:
            yield found
            continue
        short = block.end - block.start <= _LONGEST_HEADLINE and text[-1:] not in '.!?”"'
        trailing = _TRAILING.search(text) if short and block.role in ("headline", "subhead", "paragraph") else None
        if trailing is not None and (found := _trailed(parse, block, block.start + trailing.start())) is not None:
            yield found
        dashed = _DASHED.search(text) if short else None
        if dashed is not None and (found := _trailed(parse, block, block.start + dashed.start())) is not None:
            yield found
        closing = _CLOSING.search(text) if short else None
        if closing is not None and (found := _closed(parse, block, block.start + closing.start())) is not None:
            yield found


def _closed(parse: Parse, block: Block, comma: int) -> Framing | None:
    """What "..., officials say" frames at the end of a line without a full stop."""
    tokens = parse.tokens(comma, block.end)
    if len(tokens) < 3 or parse.word(tokens[0]) != ",":
        return None
    source, cue = tokens[-2], tokens[-1]
    kind = cues().verbs.get(_plain(parse.word(cue)))
    if kind not in _SAYING or not (_speaks(parse, source) or label_of(parse, source) in _NAMED):
        return None
    return Framing(
        cue=(cue, cue + 1),
        head=cue,
        lemma=_plain(parse.word(cue)),
        form="colon",
        kind=kind,
        source=source,
        content=((block.start, comma),),
    )


def _plain(word: str) -> str:
    """The lemma of a verb in the present, as headlines have it: "says", "deny", "denies"."""
    word = word.lower()
    known = cues().verbs
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word), cues().irregular.get(word, word))
    return next((form for form in forms if form in known), word)


def _speaks(parse: Parse, token: int) -> bool:
    """Whether a word is a noun for somebody, a paper or an office."""
    nouns = (cues().person, cues().vague, cues().document, cues().group, cues().medium)
    return any(parse.lemma[token].lower() in known for known in nouns)


def _led(parse: Parse, block: Block, start: int) -> Framing | None:
    tokens = parse.tokens(block.start, start)
    if len(tokens) < 2 or parse.word(tokens[-1]) != ":":
        return None
    source = tokens[-2]
    if parse.word(source).lower() in cues().labels or re.match(r"(?i)\s*(?:what|how|why|who|when|where) ", parse.text[start:]):
        return None
    shouted = parse.word(source).isupper() and len(parse.word(source)) > 3 and _named_below(parse, block, tokens[:-1])
    role = parse.lemma[source] in cues().person | cues().vague | cues().medium
    if not (shouted or role or label_of(parse, source) in ("PERSON", "ORG")):
        return None
    if not role and _lived_in(parse, tokens[:-1]):
        return None
    return _framing(tokens[-1], source, (start, block.end))


def _named_below(parse: Parse, block: Block, name: Sequence[int]) -> bool:
    """Whether words in capitals end a name that stands in the text below: "VELIS: DAM SAFE", not "HELL TRAIN: 20 DIE"."""
    shouted = parse.word(name[-1])
    return any(
        word.group()[0].isupper() and not word.group().isupper()
        for word in re.finditer(rf"\b{re.escape(shouted)}\b", parse.text[block.end :], re.IGNORECASE)
    )


def _lived_in(parse: Parse, name: Sequence[int]) -> bool:
    """Whether a name is one of a place: listed, or by what the page says to happen "in" it."""
    words = parse.text[parse.start[name[0]] : parse.end[name[-1]]]
    if label_of(parse, name[-1]) != "PERSON" and gazetteer.towns(words):
        return True
    said = rf"\b(?:in|near|outside|(?:town|city|village|port|island|province|district|suburb) of) {re.escape(words)}\b(?!['’]s)"
    return re.search(said, parse.text) is not None


def _trailed(parse: Parse, block: Block, colon: int) -> Framing | None:
    tokens = parse.tokens(colon, block.end)
    if len(tokens) < 2:
        return None
    source = tokens[-1]
    told = (phrase(parse, source).medium, parse.lemma[source] in cues().document | cues().labels)
    site = parse.word(tokens[0]) != ":" and any(told)
    if not _speaks(parse, source) or site:  # "Dam bursts – The Herald" is a page's own name
        return None
    return _framing(tokens[0], source, (block.start, colon))


def _framing(colon: int, source: int, content: tuple[int, int]) -> Framing:
    return Framing(cue=(colon, colon + 1), head=colon, lemma=":", form="colon", kind="neutral", source=source, content=(content,))
