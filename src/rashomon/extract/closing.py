"""A sentence in, the framings of its parts that close with whoever says them out: "It fell, Velis stresses; nobody knew".

Where such a verb could be a noun ("states", "answers") the language model takes it for one, and what was found or seen for no
speech. The comma, the clause before it and the end of the part tell.
"""

from collections.abc import Iterator, Mapping

from rashomon.extract import stretching
from rashomon.extract.cues import cues
from rashomon.extract.frames import Framing
from rashomon.text.parse import Parse

_FINDING = frozenset(
    {"find", "establish", "remember", "recall", "estimate", "count", "see", "hear", "show", "calculate", "resolve"}
)
"""What somebody who closes a sentence tells by having done so."""

_LISTENERS = frozenset({"us", "me", "newspaper", "reporter", "journalist", "paper"})
_JOINS = frozenset({"and", "but", "although", "though"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def framings(parse: Parse, first: int, last: int, known: Mapping[int, Framing]) -> Iterator[tuple[int, Framing]]:
    """By its cue, who says a part of a sentence, where nobody is known to say it."""
    stops = [t for t in range(first, last) if parse.word(t) == ";"]
    for begin, end in zip([first, *(t + 1 for t in stops)], [*stops, last], strict=True):
        for cue in range(begin + 3, end):
            lemma = _lemma(parse, cue) if end == last or parse.tag[cue] != "NNS" else ""
            found = _closed(parse, begin, cue, end, lemma) if lemma else None
            held = known.get(cue)
            if found is not None and lemma and (held is None or held.source is None or not held.content):
                source, run, content = found
                kind = cues().verbs.get(lemma, "neutral")
                words = ((parse.start[run[0]], parse.end[run[1] - 1]),)
                plain = "neutral" if kind in ("thinking", "wanting", "demanding") and lemma in _FINDING else kind
                own = (cue, cue + 1)
                yield (
                    cue,
                    Framing(cue=own, head=cue, lemma=lemma, form="verb", kind=plain, source=source, words=words, content=content),
                )
                break


def _lemma(parse: Parse, token: int) -> str:
    """The verb of saying or finding that a word is, or would be but for its tag; "" for none."""
    lemma, word, tag = parse.lemma[token], parse.word(token), parse.tag[token]
    if tag in _FINITE:
        return lemma if lemma in cues().speech | _FINDING else ""
    mistaken = tag == "NNS" and word.islower() and word.endswith("s") and lemma in cues().speech | _FINDING
    return lemma if mistaken and lemma not in cues().loud else ""


def _closed(
    parse: Parse, begin: int, cue: int, end: int, lemma: str
) -> tuple[int, stretching.Run, tuple[tuple[int, int], ...]] | None:
    """Who speaks, in which words, and what of the part they say; None where it does not close with them."""
    comma = next((t for t in range(cue - 1, max(begin, cue - stretching.SOURCE - 2), -1) if parse.word(t) == ","), None)
    if comma is None or not stretching.clause(parse, begin, comma):
        return None
    source = stretching.speaker(parse, (comma + 1, cue))
    join = next((t for t in range(cue + 1, end) if parse.word(t) == "," and parse.lemma[t + 1] in _JOINS), None)
    stop = end if join is None else join
    if source is None or not _ends(parse, cue + 1, stop):
        return None
    content = [(parse.start[begin], parse.end[comma - 1])]
    if join is not None:
        rest = next((t for t in range(end - 1, join, -1) if parse.pos[t] not in ("PUNCT", "SPACE")), join)
        if not stretching.stands(parse, join + 2, rest + 1) or stretching.speaks(parse, join + 2, rest + 1):
            return None
        content.append((parse.start[join + 2], parse.end[rest]))
    return source, (comma + 1, cue), tuple(content)


def _ends(parse: Parse, first: int, end: int) -> bool:
    """Whether nothing follows but to whom it was told."""
    rest = [t for t in range(first, end) if parse.pos[t] not in ("PUNCT", "SPACE")]
    return not rest or (len(rest) <= 3 and parse.lemma[rest[-1]].lower() in _LISTENERS | {"we", "I"})
