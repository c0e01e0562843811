"""What the tagger sees in, the words that are said and who says them out, as framings hold them."""

from collections.abc import Mapping

from rashomon.extract import verbs
from rashomon.extract.frames import Framing
from rashomon.extract.tagger import Run, Tagged
from rashomon.model import Quotation
from rashomon.text.parse import Parse

OPENING, _CLOSING = frozenset("\"“„«‘'`") | {"``"}, frozenset("\"”“»’'") | {"''"}
_EMPTY = frozenset({"it", "there"})
_STOPS = frozenset(",.;:–—-!?…")

Stretch = tuple[int, int]


def contents(parse: Parse, tag: Tagged, marks: Mapping[int, Quotation]) -> tuple[Stretch, ...]:
    """The words that are said (code points), without those to whom they are told; `marks` are quotations by where they start."""
    hearer = _hearer(parse, tag.head)
    runs = [run for run in tag.content if hearer is None or not run[0] <= hearer < run[1] or run[1] > tag.head]
    found = [s for run in runs or tag.content if (s := _said(parse, run, marks)) is not None]
    return tuple(s for s in found if parse.text[slice(*s)].lower() not in _EMPTY or len(found) == 1)


def _hearer(parse: Parse, cue: int) -> int | None:
    """Who was told something: the subject of "was told that", no part of what was said."""
    told = parse.lemma[cue] in verbs.TELLING and any(parse.dep[c] == "ccomp" for c in parse.children[cue])
    return next((c for c in parse.children[cue] if parse.dep[c] == "nsubjpass"), None) if told else None


def words(parse: Parse, tag: Tagged) -> tuple[Stretch, ...]:
    """The words that name the source (code points)."""
    return tuple((parse.start[a], parse.end[b - 1]) for a, b in tag.source)


def source(parse: Parse, tag: Tagged, known: Framing | None) -> int | None:
    """The head word of the source."""
    for first, last in tag.source:
        if parse.word(min(last, tag.head)) == ":" and last < tag.head:
            continue  # "Port Selby: council calls for inquiry"
        if known is not None and known.source is not None and first <= known.source < last:
            return known.source
        tops = [t for t in range(first, last) if not first <= parse.head[t] < last or parse.head[t] == t]
        named = [t for t in tops if parse.pos[t] in ("NOUN", "PROPN", "PRON")]
        return (named or tops or [last - 1])[-1]
    return None


def _said(parse: Parse, run: Run, marks: Mapping[int, Quotation]) -> Stretch | None:
    """The words of a run without "that", the marks around them and the stop behind; marked words whole."""
    first, last = run
    while first < last and (parse.word(first) in _STOPS or (parse.word(first).lower() == "that" and parse.tag[first] == "IN")):
        first += 1
    if first >= last:
        return None
    start, end = parse.start[first], parse.end[last - 1]
    whole = marks.get(start)
    if whole is not None and -2 <= whole.span.end - end <= 2:
        return whole.content.start, whole.content.end
    inner = _innermost(parse, first, last, marks)
    if inner is not None and inner.span.end > end:
        return (inner.content.start if inner.span.start == start else start), inner.content.end
    while last > first and (parse.word(last - 1) in _STOPS or (parse.word(last - 1) in _CLOSING and inner is None)):
        last -= 1
    if inner is None and last > first and parse.word(first) in OPENING:
        first += 1
    return (parse.start[first], max(parse.end[last - 1], inner.span.end if inner else 0)) if last > first else None


def _innermost(parse: Parse, first: int, last: int, marks: Mapping[int, Quotation]) -> Quotation | None:
    """The last quotation that begins within a run."""
    return next((marks[parse.start[t]] for t in range(last - 1, first - 1, -1) if parse.start[t] in marks), None)
