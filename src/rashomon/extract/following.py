"""Sentences between marks that no verb of saying brings in, whose they are out: his, whom the sentence before them is on."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from rashomon.extract.called import label_of
from rashomon.extract.cues import cues
from rashomon.extract.frames import SUBJECTS, Framing
from rashomon.extract.phrases import PRONOUNS
from rashomon.extract.sightings import acting
from rashomon.model import Block, Document, Quotation
from rashomon.text.parse import Parse

_WORDS = 3  # of a quotation that stands alone
_HE = frozenset({"he", "she"})


def apart(parse: Parse, framed: Sequence[Framing]) -> Iterator[Framing]:
    """The framings, those that deny something without what is quoted in the sentences behind: that is said, not denied."""
    for framing in framed:
        end = parse.end[parse.sentence(framing.head)[1] - 1]
        behind = tuple(s for s in framing.content if s[0] >= end)
        rest = tuple(s for s in framing.content if s[0] < end)
        source = framing.source
        if framing.kind != "denying" or not behind or not rest or source is None:
            yield framing
            continue
        yield replace(framing, content=rest)
        yield replace(
            framing, cue=(source, source + 1), head=source, lemma="say", form="following", kind="neutral", content=behind
        )


def following(
    document: Document, parse: Parse, blocks: Sequence[Block], framed: Sequence[Framing], quotations: Sequence[Quotation]
) -> Iterator[Framing]:
    """Whole sentences between marks that nobody is said to speak, of whoever the sentence right before them is on."""
    said = [c for f in framed for c in f.content]
    heads = {f.head: f for f in framed}
    acts = {*acting(parse)}
    for quotation in quotations:
        text, (start, end) = quotation.content.text, (quotation.content.start, quotation.content.end)
        if quotation.kind != "speech" or len(text.split()) < _WORDS or not (text[0].isupper() and text[-1:] in ".!?…,"):
            continue
        if any(a < end and start < b for a, b in said):
            continue
        block = next((b for b in blocks if b.start <= quotation.span.start < b.end), None)
        before = document.text[block.start : quotation.span.start].rstrip() if block is not None else ""
        if block is None or before[-1:] not in (".", "!", "?", ":"):
            continue
        whose = _of_whom(parse, parse.tokens(block.start, block.start + len(before)), heads, quotations, acts)
        if whose is not None and whose not in heads:
            place = (whose, whose + 1)
            yield Framing(
                cue=place, head=whose, lemma="say", form="following", kind="neutral", source=whose, content=((start, end),)
            )


def _of_whom(
    parse: Parse, tokens: range, heads: dict[int, Framing], quotations: Sequence[Quotation], acts: Set[int]
) -> int | None:
    """Who the last sentence of these tokens is on: the one who speaks in it, else the person who is its subject."""
    if not tokens:
        return None
    first, _ = parse.sentence(tokens[-1])
    inside = range(max(first, tokens[0]), tokens[-1] + 1)
    if any(q.span.start < parse.end[t] and parse.start[t] < q.span.end for q in quotations for t in (inside[0], inside[-1])):
        return None
    spoke = {heads[t].source for t in inside if t in heads and heads[t].form in ("verb", "apposed", "according")}
    if len(spoke) == 1 and (source := spoke.pop()) is not None and source in inside and _is_person(parse, source, acts):
        return source
    root = next(
        (t for t in inside if parse.pos[t] in ("VERB", "AUX") and (parse.head[t] == t or parse.head[t] not in inside)), None
    )
    main = [root, *(c for c in parse.children[root] if parse.dep[c] == "conj")] if root is not None else []
    subjects = [c for v in main for c in parse.children[v] if parse.dep[c] in SUBJECTS and c in inside]
    if len(subjects) != 1 or spoke or not _is_person(parse, subjects[0], acts):
        return None
    others = (t for t in inside if label_of(parse, t) == "PERSON" and parse.dep[t] in ("dobj", "pobj", "dative", "conj"))
    return None if any(t != subjects[0] for t in others) else subjects[0]  # "Kos met Dorn": it may be either


def _is_person(parse: Parse, token: int, acts: Set[int]) -> bool:
    if parse.word(token).lower() in PRONOUNS:
        return parse.word(token).lower() in _HE
    one = parse.tag[token] in ("NN", "NNP") and not any(parse.dep[c] == "conj" for c in parse.children[token])
    named = label_of(parse, token) == "PERSON" or token in acts or parse.word(token) in _last_names(parse)
    named = named or (
        parse.tag[token] == "NNP" and any(parse.dep[c] == "appos" and _tells_who(parse, c) for c in parse.children[token])
    )
    return one and (named or parse.lemma[token].lower() in cues().person)


def _last_names(parse: Parse) -> set[str]:
    """The last names of people named in full."""
    return {parse.word(last - 1) for first, last, label in parse.entities if label == "PERSON" and last - first > 1}


def _tells_who(parse: Parse, token: int) -> bool:
    """Whether an apposition is what only people are: "Velis, a student"."""
    return parse.tag[token] == "NN" and parse.lemma[token] in cues().person
