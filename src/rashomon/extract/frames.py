"""The head words of what is said in, the framing record and the stretches of text it covers out.

A framing is an attribution before anybody asks who "he" is: a cue, the head word of its source, the recipient, and the
stretches of its content.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.cues import cues
from rashomon.text.parse import Parse

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})

LONGEST = 1000

"""Sentences of more tokens than this hold no grammar worth reading (lists, tables, hostile input)."""
_EDGE = frozenset("\"“”„«»‘’'`,.;:!?…–—-()[] ``''")

_CONTRAST = frozenset({"while", "though", "although", "whereas"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """A cue by first and after-last token, its verb or noun, and what hangs on it. Token indexes, except `content`.

    `content` are code points, as are `words`, those of the source where they are known. `form`: verb, passive, noun, according,
    opinion, adverb, citing, colon.
    """

    cue: tuple[int, int]
    head: int
    lemma: str
    form: str
    kind: str
    source: int | None = None
    recipient: int | None = None
    words: tuple[tuple[int, int], ...] = ()
    content: tuple[tuple[int, int], ...] = ()
    negated: bool = False


def stretches(parse: Parse, heads: Sequence[int], without: int) -> tuple[tuple[int, int], ...]:
    """The words under some heads, as stretches of code points; what hangs on `without`, and what it frames anew, left out."""
    out = set(parse.subtree(without)) if parse.head[without] != without and _below(parse, without, heads) else {without}
    inside = sorted({t for h in heads for t in _kept(parse, h, out)})
    found: list[tuple[int, int]] = []
    run: list[int] = []
    for token in [*inside, None]:
        if run and (token is None or any(parse.word(t) not in _EDGE for t in range(run[-1] + 1, token))):
            found.extend(_trimmed(parse, run))
            run = []
        if token is not None:
            run.append(token)
    return tuple(found)


def _below(parse: Parse, token: int, heads: Sequence[int]) -> bool:
    wanted = set(heads)
    return any(above in wanted for above in parse.path(token))


def _kept(parse: Parse, head: int, out: set[int]) -> Iterator[int]:
    """A head and what hangs on it, without a participle that says more of the same speaker ("..., adding that ...")."""
    open_ = [head]
    while open_:
        token = open_.pop()
        if token in out:
            continue
        yield token
        open_.extend(c for c in parse.children[token] if not _adds(parse, c))


def _adds(parse: Parse, token: int) -> bool:
    """Whether a clause hung on what is said goes on from there: another cue of the same speaker, or "while others said"."""
    dep, below = parse.dep[token], parse.children[token]
    if parse.word(token - 1) == "," and parse.tag[token] == "VBG" and dep == "advcl" and parse.lemma[token] in cues().speech:
        return any(parse.dep[c] == "ccomp" for c in below)
    if dep == "advcl" and token > parse.head[token]:
        mark = next((c for c in below if parse.dep[c] == "mark" and parse.lemma[c] in _CONTRAST), None)
        return mark is not None and parse.word(mark - 1) == ","
    if dep == "conj" and parse.lemma[token] in cues().speech and parse.tag[token] in ("VBD", "VBZ", "VBP", "VB"):
        return any(parse.dep[c] == "ccomp" for c in below) and not any(parse.dep[c] in SUBJECTS for c in below)
    return False


def _trimmed(parse: Parse, run: list[int]) -> Iterator[tuple[int, int]]:
    while run and (parse.word(run[0]) in _EDGE or not parse.word(run[0]).strip()):
        run = run[1:]
    while run and (parse.word(run[-1]) in _EDGE or not parse.word(run[-1]).strip()):
        run = run[:-1]
    if run and parse.word(run[0]).lower() == "that" and (parse.dep[run[0]] == "mark" or conjoins(parse, run[0])):
        run = run[1:]
    if run:
        yield parse.start[run[0]], parse.end[run[-1]]


def conjoins(parse: Parse, that: int) -> bool:
    """Whether a "that" stands for nothing in its clause, which has another subject, or object, of its own: "in a letter to the
    council that engineers found cracks".
    """
    parts = (SUBJECTS, {"dobj"})
    beside = [c for c in parse.children[parse.head[that]] if c > that]
    return any(parse.dep[that] in part and any(parse.dep[c] in part for c in beside) for part in parts)


def clause_of(parse: Parse, token: int) -> int | None:
    """The verb of the clause that a word stands in."""
    for above in parse.path(token):
        clausal = parse.head[above] == above or parse.dep[above] in (
            "ccomp",
            "relcl",
            "advcl",
            "conj",
            "parataxis",
            "acl",
            "xcomp",
            "pcomp",
        )
        if parse.pos[above] in ("VERB", "AUX") and clausal and parse.dep[above] != "xcomp":
            return above
        if parse.head[above] == above:
            return above
    return None
