"""A clause in, its words out: without joining words, marks, stops and credits at either end."""

from collections.abc import Sequence

from rashomon.extract.clauses import Clause, lexicon
from rashomon.model import Document, Span
from rashomon.text.parse import Parse

_PAIRS = {"”": "“", "’": "‘", ")": "(", "]": "[", "»": "«"}


def trimmed(document: Document, parse: Parse, clause: Clause) -> Span | None:
    """The words of a clause without joining words, marks and stops at either end."""
    tokens = [t for t in clause.tokens if parse.word(t).strip()]
    low, high = _after_credit(parse, tokens), len(tokens)
    while low < high and (_mark(parse, tokens[low]) or _joins(parse, clause, tokens[low])):
        low += 1
    while low < high and (_mark(parse, tokens[high - 1]) or _hangs(parse, clause, tokens[high - 1])):
        high -= 1
    if low >= high:
        return None
    start, end = parse.start[tokens[low]], parse.end[tokens[high - 1]]
    return document.span(*_closed(document.text, start, end))


def _after_credit(parse: Parse, tokens: Sequence[int]) -> int:
    """How many tokens at the beginning are a credit in brackets: "(Reuters) …"."""
    if not tokens or parse.word(tokens[0]) != "(":
        return 0
    return next((i + 1 for i, t in enumerate(tokens[:6]) if parse.word(t) == ")"), 0)


def _joins(parse: Parse, clause: Clause, token: int) -> bool:
    """Whether a token only joins the clause to its neighbour."""
    if token == clause.head:
        return parse.lemma[token] == "with"
    if parse.word(token) == "how" and parse.word(min(token + 1, len(parse) - 1)).lower() not in lexicon("degrees"):
        return True  # "how barrels were rolled on to boats", not "how many"
    loose = parse.dep[token] in {"cc", "preconj"} or (parse.dep[token] in {"mark", "advmod"} and parse.head[token] == clause.head)
    return loose and parse.word(token).lower() in lexicon("leading")


def _hangs(parse: Parse, clause: Clause, token: int) -> bool:
    """Whether a token at the end only joins the clause to what is no part of it: "and", "in [what doctors call a panic]"."""
    if parse.dep[token] in {"cc", "preconj"}:
        return True
    below = parse.children[token]
    return parse.dep[token] == "prep" and any(parse.dep[c] == "pcomp" for c in below) and not {*below} & {*clause.tokens}


def _mark(parse: Parse, token: int) -> bool:
    """Whether a token is a mark alone."""
    return not any(c.isalnum() or c in "%$€£¥" for c in parse.word(token))


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch with the marks that close, or open, what stands within it."""
    piece = text[start:end]
    for i in range(end, min(end + 3, len(text))):
        mark = text[i]
        opened = piece.count(_PAIRS[mark]) - piece.count(mark) if mark in _PAIRS else piece.count('"') % 2 if mark == '"' else 0
        if opened > 0:
            return start, i + 1
        if mark.isalnum() or mark.isspace():
            break
    if start and text[start - 1] == '"' and piece.count('"') % 2:
        return start - 1, end
    if start and (mark := text[start - 1]) in {*_PAIRS.values()}:
        closing = next(c for c, o in _PAIRS.items() if o == mark)
        if piece.count(closing) > piece.count(mark):
            return start - 1, end
    return start, end
