"""Framings in, the same out where the words of a sentence show better than its grammar who said it.

The language model takes whoever stands behind a sentence for one more part of it ("… at the market of Selby, the Harbour
Board said today", "…, three nurses told the Mail") and what follows a speaker for his ("It fell, says Velis; the union counts
97"). Commas, the verb and the end of the sentence tell.
"""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract import closing, stretching
from rashomon.extract.cues import cues
from rashomon.extract.frames import LONGEST, Framing
from rashomon.extract.phrases import phrase
from rashomon.text.parse import Parse

_REST = 8  # tokens of a day, a place or a listener behind a verb of saying
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MARKS = frozenset('"“”„«»')


def mended(parse: Parse, framed: Sequence[Framing]) -> list[Framing]:
    """The framings, those of sentences that end with, or break off for, whoever said them as their commas have it."""
    by_head = {f.head: f for f in framed}
    for first, last in parse.sentences:
        if last - first > LONGEST:
            continue
        by_head.update(closing.framings(parse, first, last, by_head))
        if not any(parse.lemma[t] in cues().speech for t in range(first, last)):
            continue
        for cue in range(first + 3, last):
            if parse.lemma[cue] not in cues().speech or parse.tag[cue] not in _FINITE | {"VBN", "VBG"}:
                continue
            known = by_head.get(cue)
            found = _quoting(parse, first, cue, last) or _behind(parse, first, cue, last, known)
            found = found or _announcing(parse, first, cue, known) or _inverted(parse, first, cue, last, known)
            if found is not None:
                by_head = {h: f for h, f in by_head.items() if found.form != "citing" or f.source != found.recipient}
                by_head[cue] = found
                break
    return [by_head[h] for h in sorted(by_head)]


def _quoting(parse: Parse, first: int, cue: int, last: int) -> Framing | None:
    """ "It fell, the agency quoted divers at the pier as saying", "It fell, the mayor reported, quoting divers": who is quoted
    says what stands before, and who quotes was told.
    """
    if parse.lemma[cue] not in ("quote", "cite"):
        return None
    end = next((t for t in range(cue + 1, last) if parse.word(t) in ',;:.?!"“' or parse.lemma[t] == "as"), last)
    comma = next((t for t in range(cue - 1, max(first, cue - stretching.SOURCE - 1), -1) if parse.word(t) == ","), None)
    source = stretching.speaker(parse, (cue + 1, end))
    if source is None or comma is None:
        return None
    told = stretching.speaker(parse, (comma + 1, cue))
    if parse.tag[cue] == "VBG" and comma == cue - 1:  # "…, the mayor reported, quoting …"
        verb = next((t for t in range(comma - 1, first, -1) if parse.lemma[t] in cues().speech and parse.tag[t] in _FINITE), None)
        begin = next((t for t in range(verb - 1, first, -1) if parse.word(t) == ","), None) if verb is not None else None
        told = stretching.speaker(parse, (begin + 1, verb)) if begin is not None and verb is not None else None
        comma = begin if begin is not None else comma
    elif [parse.lemma[t] for t in range(end, min(last, end + 2))] != ["as", "say"]:
        return None
    if told is None or not phrase(parse, told).medium or not stretching.clause(parse, first, comma):
        return None
    return Framing(
        cue=(cue, cue + 1), head=cue, lemma=parse.lemma[cue], form="citing", kind="neutral", source=source, recipient=told,
        words=((parse.start[cue + 1], parse.end[end - 1]),), content=((parse.start[first], parse.end[comma - 1]),),
    )  # fmt: skip


def _behind(parse: Parse, first: int, cue: int, last: int, known: Framing | None) -> Framing | None:
    """ "It stood empty, three nurses told the Mail on Monday": the clause before the last comma is what they told."""
    comma = cue - 1
    while comma > first and parse.word(comma) != "," and cue - comma <= stretching.SOURCE:
        comma -= 1
    source = stretching.speaker(parse, (comma + 1, cue))
    if source is None or parse.word(comma) != "," or not stretching.clause(parse, first, comma):
        return None
    if not _closes(parse, cue + 1, last):
        return None
    content = (parse.start[first], parse.end[comma - 1])
    if known is not None and known.source is not None and known.content and all(b <= content[1] for _, b in known.content):
        return None
    return _made(parse, cue, known, source, (comma + 1, cue), (content,))


def _announcing(parse: Parse, first: int, cue: int, known: Framing | None) -> Framing | None:
    """ "It never stood there, the mayor, Jan Velis, told us: the house is a school": both are what he told."""
    if known is None or known.source is None or not known.content or known.content[0][0] < parse.end[cue]:
        return None
    if not any(parse.word(t) == ":" for t in range(cue + 1, min(cue + 6, len(parse)))):
        return None
    comma = None
    for t in range(cue - 1, max(first, cue - 2 * stretching.SOURCE - 4), -1):
        if parse.tag[t] in _FINITE or parse.word(t) in _MARKS:
            break
        comma = t if parse.word(t) == "," else comma
    if comma is None or not first < comma < known.source or not stretching.clause(parse, first, comma):
        return None
    return replace(known, content=((parse.start[first], parse.end[comma - 1]), *known.content))


def _inverted(parse: Parse, first: int, cue: int, last: int, known: Framing | None) -> Framing | None:
    """ "It fell, said the Harbour Board, and nobody knew why", "It fell, says Velis; the union denies it"."""
    if parse.word(cue - 1) != "," or parse.lemma[cue] not in cues().inverted or not stretching.clause(parse, first, cue - 1):
        return None
    stop = next((t for t in range(cue + 1, min(last, cue + 2 + stretching.SOURCE)) if parse.word(t) in ",;:.?!"), last)
    source = stretching.speaker(parse, (cue + 1, stop))
    if source is None or stop >= last:
        return None
    content = [(parse.start[first], parse.end[cue - 2])]
    end = next((t for t in range(last - 1, stop, -1) if parse.pos[t] not in ("PUNCT", "SPACE")), stop)
    joins = stop + 1 < last and parse.word(stop) == "," and parse.lemma[stop + 1] in ("and", "but")
    if joins and stretching.stands(parse, stop + 2, end + 1) and not stretching.speaks(parse, stop + 2, end + 1):
        content.append((parse.start[stop + 2], parse.end[end]))
    if known is not None and known.source is not None and len(content) == 1 and not _crosses(parse, known, cue + 1, stop):
        return None
    return _made(parse, cue, known, source, (cue + 1, stop), tuple(content))


def _crosses(parse: Parse, known: Framing, start: int, stop: int) -> bool:
    """Whether what is said takes in who says it, or runs on over a semicolon behind them."""
    into = any(a <= parse.start[start] < b for a, b in known.content)
    return into or (parse.word(stop) == ";" and any(b > parse.end[stop] for _, b in known.content))


def _made(
    parse: Parse, cue: int, known: Framing | None, source: int, run: stretching.Run, content: tuple[tuple[int, int], ...]
) -> Framing:
    words = ((parse.start[run[0]], parse.end[run[1] - 1]),)
    if known is not None:
        own = (cue, cue + 1) if known.cue[0] <= cue < known.cue[1] else known.cue
        return replace(known, form="verb", cue=own, source=source, words=words, content=content)
    kind = cues().verbs.get(parse.lemma[cue], "neutral")
    return Framing(
        cue=(cue, cue + 1), head=cue, lemma=parse.lemma[cue], form="verb", kind=kind, source=source, words=words, content=content
    )


def _closes(parse: Parse, first: int, last: int) -> bool:
    """Whether only a day, a place or a listener follows a verb of saying."""
    rest = [t for t in range(first, last) if parse.pos[t] not in ("PUNCT", "SPACE")]
    verbal = any(parse.tag[t].startswith("VB") or parse.tag[t] == "MD" or parse.lemma[t] == "that" for t in rest)
    return len(rest) <= _REST and not verbal and not any(parse.word(t) in ',;:“"' for t in range(first, last))
