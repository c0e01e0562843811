"""A document in, its claims out: one for each proposition a reader could check or dispute, with who says so."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rashomon.extract import Found, arguments, declining, headed, modality, polarity, senses
from rashomon.extract.chains import chain
from rashomon.extract.clauses import SUBJECTS, Clause, has, is_fact, lexicon
from rashomon.extract.contents import NONE, tokens
from rashomon.extract.edges import trimmed
from rashomon.extract.gathered import gathered
from rashomon.extract.kernels import kernels
from rashomon.extract.nested import nested
from rashomon.extract.regions import Regions, chart
from rashomon.extract.relays import infer
from rashomon.extract.splitting import split
from rashomon.model import Claim, Document, Hop, Span
from rashomon.text.parse import Parse
from rashomon.text.trees import grow

ASSERTING = frozenset({"headline", "subhead", "paragraph", "quote"})
"""Roles of blocks whose words say something of the event; a caption says it of a picture."""

_HEADS = frozenset({"headline", "subhead"})
_PARTS = frozenset({"relcl", "acl", "amod"})
_NAMING = 3  # words up to which a noun phrase only names something: "the crash"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD", "VBG", "VB"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A document as its claims are read: what was found, whose words are where, and who relayed them."""

    document: Document
    found: Found
    regions: Regions
    relays: Mapping[str, Hop]
    times: Sequence[Span]


def extract(document: Document, found: Found) -> Iterator[Claim]:
    """The claims of a document's headline, subheads, paragraphs and block quotations, in text order."""
    regions = chart(found.parse, found.attributions)
    reading = _Reading(
        document=document,
        found=found,
        regions=regions,
        relays=infer(document, found.parse, found.attributions),
        times=[t.span for t in found.times],
    )
    seen: set[tuple[int, int]] = set()
    for first, last in found.parse.sentences:
        role = _role(document, found.parse.start[first])
        if role not in ASSERTING:
            continue
        for clause in propositions(found.parse, first, last, regions, role):
            span = trimmed(document, found.parse, clause)
            if span is not None and (span.start, span.end) not in seen:
                seen.add((span.start, span.end))
                yield (whole := _claim(reading, clause, span))
                yield from _parts(reading, clause, whole, seen)


def _parts(reading: _Reading, clause: Clause, whole: Claim, seen: set[tuple[int, int]]) -> Iterator[Claim]:
    """The claims within a claim, said by whoever says it; none in what is denied or not so."""
    if whole.negated or whole.polarity != "asserted" or whole.declines:
        return
    parse = reading.found.parse
    for part in (*nested(parse, grow(parse, *parse.sentence(clause.head)), clause), *kernels(parse, clause)):
        span = trimmed(reading.document, parse, part)
        if span is not None and (span.start, span.end) not in seen:
            seen.add((span.start, span.end))
            found = _claim(reading, part, span)
            modality = whole.modality if found.modality == "certain" else found.modality
            yield replace(found, within=whole.id, attribution=whole.attribution, chain=whole.chain, modality=modality)


def propositions(parse: Parse, first: int, last: int, regions: Regions, role: str = "paragraph") -> Iterator[Clause]:
    """The clauses of a sentence that say something to be so, without those that only say who says it."""
    region = regions.region[first:last]
    clauses = split(parse, first, last, region, regions.sources, regions.opening)
    asked = "?" in {parse.word(t) for t in range(max(first, last - 3), last)}
    together = gathered(parse, clauses, region, first)
    for clause in itertools.chain.from_iterable(headed.told(parse, c) for c in together) if role in _HEADS else together:
        held = region[clause.head - first]
        if _attributes(parse, clause, held, regions) or _addresses(parse, clause, held):
            continue
        if (asked or _asks(parse, clause)) and not is_fact(parse, clause.head):
            continue
        if _says(parse, clause, held, role):
            yield clause


def _attributes(parse: Parse, clause: Clause, held: int, regions: Regions) -> bool:
    """Whether a clause is only there to say who says something."""
    if clause.cut and clause.head in regions.cues:
        return not _orders(parse, clause, regions)
    if any(regions.cues.get(t, held) != held for t in clause.tokens):
        return True
    return held == NONE and clause.head in regions.sources


def _orders(parse: Parse, clause: Clause, regions: Regions) -> bool:
    """Whether a clause tells what somebody orders or asks for, though it was taken to say who said the words before it:
    "… “a disgrace”, and ordered checks of all cranes".
    """
    attribution = regions.attributions[regions.cues[clause.head]]
    behind = any(parse.dep[c] == "dobj" and c > clause.head for c in parse.children[clause.head])
    said = all(c.end <= parse.start[clause.tokens[0]] for c in attribution.content)
    return attribution.cue_class == "demanding" and behind and said


def _asks(parse: Parse, clause: Clause) -> bool:
    """Whether a clause ends with a question mark, though its sentence goes on: "Who fired?" the minister asked."""
    end = clause.tokens[-1] + 1
    return any(parse.word(t) == "?" for t in range(max(clause.tokens[0], end - 3), min(end + 1, len(parse))))


def _addresses(parse: Parse, clause: Clause, held: int) -> bool:
    """An imperative to the reader, or a notice on what he may do."""
    if held != NONE:
        return False
    lemmas = f" {' '.join(parse.lemma[t] for t in clause.tokens)} "
    if any(f" {notice} " in lemmas for notice in lexicon("notices")):
        return True
    if has(parse, clause.head, SUBJECTS):
        return False
    opening = next((t for t in clause.tokens if parse.pos[t] not in {"PUNCT", "SPACE", "INTJ", "ADV"}), clause.head)
    bare = parse.tag[opening] == "VB" and parse.dep[opening] == "ROOT"
    return bare or (parse.tag[opening] in {"VB", "VBP"} and parse.lemma[opening] in lexicon("orders"))


def _says(parse: Parse, clause: Clause, held: int, role: str) -> bool:
    """Whether a clause asserts something: it has a verb, or tells a figure or a state as headlines do."""
    words = [t for t in clause.tokens if any(c.isalnum() for c in parse.word(t))]
    if len(words) < 2 or _broken(parse, clause, words[-1]) or _menu(parse, clause):
        return False
    if held != NONE:
        ordered = parse.tag[clause.head] == "VB" and parse.dep[clause.head] == "ROOT" and clause.head == words[0]
        ordered = ordered and parse.sentence(clause.head)[0] >= clause.tokens[0]
        if ordered and not has(parse, clause.head, SUBJECTS | {"aux", "auxpass"}):
            return False  # "Let them come and see"
        told = any(parse.pos[t] in {"VERB", "AUX", "NUM"} for t in words)
        return told or len(words) > (_NAMING if parse.pos[clause.head] in {"NOUN", "PROPN"} else 2)
    if parse.word(words[0]).lower() in lexicon("questions") and role in _HEADS:
        return False
    if parse.pos[clause.head] in {"VERB", "AUX"} and parse.tag[clause.head] in _FINITE:
        return len(words) > 2 or any(parse.tag[t] == "CD" for t in words)
    if clause.cut:
        return True
    verbal = any(parse.pos[t] in {"VERB", "AUX"} and (parse.dep[t] not in _PARTS or parse.tag[t] == "VBD") for t in words)
    stated = role in _HEADS and any(parse.pos[t] in {"NUM", "VERB", "ADJ"} for t in words)
    return len(words) > 3 and (verbal or stated)


def _menu(parse: Parse, clause: Clause) -> bool:
    """Whether words stand between bars or arrows as those of menus and counters do: "Home » News » Fire"."""
    return sum(parse.word(t) in {"»", "›", "|", "•", "·", ">"} for t in clause.tokens[:60]) > 1


def _broken(parse: Parse, clause: Clause, last: int) -> bool:
    """Whether a clause breaks off before what somebody says: "he stopped short of"; not before what somebody calls it, "they
    fled in [what doctors call a panic]".
    """
    below = parse.children[last]
    named = any(parse.dep[c] == "pcomp" and any(parse.tag[t] == "WP" for t in parse.children[c]) for c in below)
    apart = parse.dep[last] == "prep" and bool(below) and not {*below} & {*clause.tokens}
    return apart and not (named and parse.pos[parse.head[last]] == "VERB")


def _role(document: Document, place: int) -> str:
    at = bisect_right(document.blocks, place, key=lambda b: b.start) - 1
    return document.blocks[at].role if at >= 0 else "other"


def _claim(reading: _Reading, clause: Clause, span: Span) -> Claim:
    document, found, parse, regions = reading.document, reading.found, reading.found.parse, reading.regions
    held = _held(parse, regions, clause)
    attribution = regions.attributions[held] if held != NONE else None
    said_by = chain(document, regions, reading.relays, held)
    if declining.clause(parse, clause, attribution):
        said_by = (replace(said_by[0], stance="declines"), *said_by[1:])
    return Claim(
        id=f"{document.id}.c{span.start}-{span.end}",
        span=span,
        attribution=attribution.id if attribution else None,
        chain=said_by,
        polarity=polarity.polarity(parse, clause, attribution),
        modality=modality.modality(parse, clause, attribution),
        predicate=arguments.predicate(parse, clause),
        negated=polarity.negated(parse, clause),
        arguments=arguments.arguments(document, parse, clause, reading.times),
        words=arguments.words(parse, clause),
        senses=senses.senses(parse, clause),
        mentions=_inside(found.mentions, span),
        quantities=_inside(found.quantities, span),
        times=_inside(found.times, span),
    )


def _held(parse: Parse, regions: Regions, clause: Clause) -> int:
    """The attribution by which a clause is claimed: the one whose cue is in it and goes with it, else that around it.

    What is told of a place in the present tense, after words reported in the past, is told by the page: "he said they fled
    to the coast, where thousands are waiting".
    """
    whole = {regions.whole[t] for t in clause.tokens if t in regions.whole}
    if whole:
        return min(whole)
    held = regions.region[clause.head]
    if held != NONE and clause.head in regions.cues and _orders(parse, clause, regions):
        source = tokens(parse, regions.attributions[regions.cues[clause.head]].source)
        return regions.region[source[0]] if source else held
    if held == NONE or regions.attributions[held].manner == "direct" or parse.dep[clause.head] != "relcl" or not clause.cut:
        return held
    cue = tokens(parse, regions.attributions[held].cue)
    past = bool(cue) and any(parse.tag[t] == "VBD" for t in cue)
    verbs = {parse.tag[t] for t in (clause.head, *parse.children[clause.head]) if parse.pos[t] in {"VERB", "AUX"}}
    return regions.outer[held] if past and verbs & {"VBZ", "VBP"} and not verbs & {"VBD", "MD"} else held


def _inside(records: Sequence[Any], span: Span) -> tuple[str, ...]:
    """Ids of the records (in text order) that lie within a span."""
    at = bisect_left(records, span.start, key=lambda r: r.span.start)
    inside = []
    while at < len(records) and records[at].span.start < span.end:
        if records[at].span.end <= span.end:
            inside.append(records[at].id)
        at += 1
    return tuple(inside)
