"""Framings and quotations in, what grammar missed out: cues that stand aside, and sources beside their cue."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rashomon.extract.cues import cues
from rashomon.extract.frames import LONGEST, Framing
from rashomon.extract.verbs import verb
from rashomon.model import Quotation
from rashomon.text.parse import Parse

Stretch = tuple[int, int]


def asides(parse: Parse, by_head: dict[int, Framing], speech: Sequence[Quotation]) -> Iterator[Framing]:
    """Framings that grammar missed because the cue stands aside: "The bridge, he said, was safe", "..., she says." """
    quoted = iter(sorted((q.content.start, q.content.end) for q in speech))
    current = next(quoted, None)
    for first, last in parse.sentences:
        if last - first > LONGEST:
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
    source = max((c for c in parse.children[token] if parse.dep[c] == "nsubj" and c < token), default=None)
    if source is None or parse.word(source).lower() in ("i", "we", "you", "who", "which", "that", "what"):
        return None
    opening = parse.tokens(*parse.extent(source))[0] - 1
    closing = next((t for t in range(token + 1, min(last, token + 10)) if parse.word(t) in ",.!?"), None)
    if (
        closing is not None
        and closing > token + 6
        and any(
            parse.tag[t] in ("VBD", "VBZ", "VBP", "MD", "IN") and parse.lemma[t] not in ("in", "at", "on", "by")
            for t in range(token + 1, closing)
        )
    ):
        return None
    if (
        closing is None
        or parse.word(opening) != ","
        or opening - first < 1
        or (parse.word(closing) != "," and closing != last - 1)
    ):
        return None
    before = (parse.start[first], parse.end[opening - 1])
    after = (parse.start[closing + 1], parse.end[last - 2]) if closing + 2 < last else None
    if any(parse.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(first, opening)) or after:
        found = verb(parse, token)
        stretches = (before, after) if after else (before,)
        return replace(found, content=stretches, source=source) if found is not None else None
    return None


def shared(parse: Parse, framing: Framing, found: dict[int, Framing], said: dict[int, list[Stretch]]) -> Framing:
    """The same with the source of the cue it hangs on, where its own was sought among that cue's quoted words."""
    above = next((t for t in parse.path(framing.head) if t in said and t != framing.head), None)
    if above is None or framing.source is None:
        return framing
    if not any(a <= parse.start[framing.source] < b for a, b in said[above]):
        return framing
    return replace(framing, source=found[above].source)


def sourced(parse: Parse, framing: Framing) -> Framing:
    """The same with the noun before its verb as source, where a finite verb has no subject by grammar."""
    if framing.source is not None or framing.form != "verb" or parse.tag[framing.head] not in ("VBD", "VBZ", "VBP"):
        return framing
    if framing.lemma not in cues().speech:
        return framing
    return _inverted(parse, framing) or replace(framing, source=source_beside(parse, framing.head, framing.content))


def _inverted(parse: Parse, framing: Framing) -> Framing | None:
    """The same where the speaker stands between verb and semicolon: "It fell, said its keeper, Jan Velis; six died"."""
    _, last = parse.sentence(framing.head)
    before = tuple(s for s in framing.content if s[1] <= parse.start[framing.head])
    near = range(framing.head + 1, min(last, framing.head + 14))
    stop = next((t for t in near if parse.word(t) == ";"), None)
    if stop is None or not before or parse.word(framing.head - 1) != ",":
        return None
    nouns = [t for t in range(framing.head + 1, stop) if parse.pos[t] in ("NOUN", "PROPN")]
    verbal = any(parse.tag[t].startswith("VB") for t in range(framing.head + 1, stop))
    return replace(framing, source=_phrase_head(parse, nouns[0], stop), content=before) if nouns and not verbal else None


def source_beside(parse: Parse, cue: int, spans: Sequence[Stretch]) -> int | None:
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
        top = _phrase_top(parse, before, first, outside)
        placed = parse.dep[top] == "pobj" and parse.lemma[parse.head[top]] in (
            "in",
            "at",
            "on",
            "during",
            "after",
            "before",
            "since",
        )
        return None if placed else top  # "In the same vein described ...": that is where, not who
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
