"""Paragraphs in, framings of those that name their speaker with a colon out: "Minister: dam was safe", "Dam was safe: report".

So headlines and transcripts do. The name before the colon has to be capitalised words that the parse knows for somebody, a role
or a paper; the one behind it a noun for people, papers or offices.
"""

import re
from collections.abc import Iterator, Sequence

from rashomon.extract.called import label_of
from rashomon.extract.cues import cues
from rashomon.extract.frames import Framing
from rashomon.model import Block
from rashomon.text.parse import Parse

_NAME = r"(?:[A-Z][\w.’'-]*|of|the|for)"
_LEADING = re.compile(rf"(?:The (?:[a-z][\w’'-]* ){{0,2}}[a-z][\w’'-]*|{_NAME}(?: {_NAME}){{0,5}}):\s+(?=\S)")
_TRAILING = re.compile(r":\s+(?:[\w.’'-]+ ){0,3}[\w.’'-]+$")
_LONGEST_HEADLINE = 160


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


def _led(parse: Parse, block: Block, start: int) -> Framing | None:
    tokens = parse.tokens(block.start, start)
    if len(tokens) < 2 or parse.word(tokens[-1]) != ":":
        return None
    source = tokens[-2]
    if parse.word(source).lower() in cues().labels:
        return None
    shouted = parse.word(source).isupper() and len(parse.word(source)) > 3
    role = parse.lemma[source] in cues().person | cues().vague | cues().medium
    if not (shouted or role or label_of(parse, source) in ("PERSON", "ORG")):
        return None
    return _framing(tokens[-1], source, (start, block.end))


def _trailed(parse: Parse, block: Block, colon: int) -> Framing | None:
    tokens = parse.tokens(colon, block.end)
    if len(tokens) < 2:
        return None
    source = tokens[-1]
    if parse.lemma[source].lower() not in cues().person | cues().vague | cues().document | cues().group | cues().medium:
        return None
    return _framing(tokens[0], source, (block.start, colon))


def _framing(colon: int, source: int, content: tuple[int, int]) -> Framing:
    return Framing(cue=(colon, colon + 1), head=colon, lemma=":", form="colon", kind="neutral", source=source, content=(content,))
