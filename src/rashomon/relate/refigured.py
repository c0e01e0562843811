"""Accounts in, which of them retells another in words of its own out: told by the figures, in their order, and by what it lacks.

Whoever rewrites an agency's text changes every sentence and keeps what it counts: a dozen figures and hours, of many sorts, said
by the police, the brigade and the operator, follow one another as in the model. Two papers at one press conference share figures,
too, but what one body said there, and each has words that were said to it: an account with a speech or a speaker of its own is no
rewriting, nor is one with many figures of its own.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from rashomon.data import load
from rashomon.model import Annotations, Document, Quantity, Span, Timex
from rashomon.relate import copies, directions, renderings
from rashomon.relate.bodies import RESPELLED
from rashomon.relate.copies import Copy, Said
from rashomon.relate.renderings import Wording
from rashomon.text import shingles

MATCHED, COVERED = 7, 0.6
"""Figures that a rewriting has in the order of its model at least, and their share of all that it gives."""
VOICES = 3
"""Voices of the model at least (whoever is named as saying so, or its own) behind these figures: more than one body tells."""
FEWER, NEARLY = 5, 0.8
"""The same as `MATCHED` and `COVERED` of a brief account, where so many voices give the same figures in both."""
BRIEF = 0.6
"""Figures of an account, as a share of its model's, up to which it is brief beside it."""

_MOST = 40  # documents of a pile up to which each is compared with each
_TELLING = 10  # a bare count up to which many things are as many
_RARE = 4  # figures above it, or with a unit, that have to be among them
_SHOWN = 8  # spans of evidence
_SLIP = 3  # letters by which a misspelled name is longer or shorter, and more than which it has
_NOBODY: frozenset[str] = frozenset()
_WORDS = 3  # of a quotation that is more than a word in marks

_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([SMHDWY])")
_UNITS = {"TS": "second", "TM": "minute", "TH": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}

Key = tuple[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """What one account counts, measures and times, each once, in its order; who speaks in it; and what is quoted."""

    document: Document
    keys: Mapping[Key, Span]
    voices: Mapping[Key, str]
    speakers: frozenset[str]
    quoted: tuple[tuple[str, ...], ...]
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Retelling:
    """One account that retells another: the figures that show it, in both, and why it is thought so."""

    model: str
    copy: str
    spans: tuple[Span, ...]
    why: str
    matched: int


def copies_of(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    wordings: Sequence[Wording],
    said: Said,
    copied: Sequence[Copy],
) -> Iterator[Copy]:
    """The rewritings among accounts that are not known to have copied, unless what both retell from outside explains it, or the
    one with fewer figures was there first.
    """
    known, found = {w.document.id: w for w in wordings}, {a.document: a for a in annotations}
    models: dict[str, set[str]] = defaultdict(set)
    for c in copied:
        models[c.copy.id].add(c.model.id)
    copying = set(models)
    for one in find(documents, annotations):
        if one.copy in copying or said.retold.get(one.copy, _NOBODY) & said.retold.get(one.model, _NOBODY):
            continue
        model, copy = known[one.model], known[one.copy]
        ours, theirs = renderings.both(model, copy)
        way = directions.direction(model, copy, found, said.credits, ours, theirs)
        if way.upstream == one.copy or copies.descends(one.model, one.copy, models):
            continue
        copying.add(one.copy)
        models[one.copy].add(one.model)
        yield Copy(
            model=model.document,
            copy=copy.document,
            share=model.share(copy),
            whole=len(model.trigrams & copy.trigrams) / max(len(copy.trigrams), 1),
            direction=way.why if way.upstream else directions.UNDECIDED,
            why=one.why,
            shown=one.spans[:_SHOWN],
        )


def find(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Iterator[Retelling]:
    """Every way in which one account may retell another, those with most figures first; of as many an agency's own page."""
    if len(documents) > _MOST:
        return
    found = {a.document: a for a in annotations}
    known = [read(d, found[d.id]) for d in sorted(documents, key=lambda d: (not directions.sent(d), d.id))]
    ways = (pair for left, right in combinations(known, 2) for pair in ((left, right), (right, left)))
    yield from sorted(filter(None, (_retelling(*way) for way in ways)), key=lambda one: -one.matched)


def read(document: Document, found: Annotations) -> Figures:
    """The figures of an account, outside what its headline sums up."""
    prose = [(b.start, b.end) for b in document.blocks if b.role in ("paragraph", "quote")]
    placed = [(q.span, key) for q in found.quantities if (key := _counted(q))]
    placed += [(t.span, key) for t in found.times if (key := _timed(t))]
    keys: dict[Key, Span] = {}
    for span, key in sorted(placed, key=lambda p: (p[0].start, p[0].end, p[1])):
        if any(start <= span.start < end for start, end in prose):
            keys.setdefault(key, span)
    said = sorted((c.span.start, c.span.end, c.chain[0].name) for c in found.claims if c.attribution and len(c.chain) > 1)
    named = {h.name for c in found.claims if c.attribution for h in c.chain[:1] if h.kind == "person" and h.name[:1].isupper()}
    quoted = (tuple(shingles.forms(q.content.text)) for q in found.quotations if q.kind == "speech")
    return Figures(
        document,
        keys,
        {key: _voice(span, said) for key, span in keys.items()},
        frozenset(name.split()[-1] for name in named),
        tuple(words for words in quoted if len(words) >= _WORDS),
        f" {' '.join(shingles.forms(document.text))} ",
    )


def _voice(span: Span, said: Sequence[tuple[int, int, str]]) -> str:
    """Who gives a figure, by the last name; "" for the account's own voice."""
    return next((who.split()[-1] for start, end, who in said if who.strip() and start <= span.start < end), "")


def _counted(quantity: Quantity) -> Key | None:
    """A figure by its value in the unit that others can be turned into, so that 1.8 km are 1,800 metres."""
    if quantity.value is None or quantity.kind in ("ordinal", "vague"):
        return None
    factor = load("measures")["base"].get(quantity.kind, {}).get(quantity.unit, 1.0) if quantity.unit else 1.0
    return (quantity.kind, round(quantity.value * factor, 3)) if quantity.value > 2 or quantity.unit else None


def _timed(timex: Timex) -> Key | None:
    """A clock time, a year that is named alone, or a length of time that is no figure ("an hour and a half")."""
    value = timex.value or ""
    if found := _CLOCK.search(value) if timex.rule == "clock" else None:
        return "clock", int(found[1]) + int(found[2]) / 60
    if timex.type == "DATE" and timex.rule == "date" and len(value) == 4 and value.isdigit():
        return "year", float(value)
    if length := _LENGTH.fullmatch(value) if timex.type == "DURATION" else None:
        unit = _UNITS.get(length[1] + length[3], "second")
        return "duration", round(float(length[2]) * load("measures")["base"]["duration"][unit], 3)
    return None


def _retelling(model: Figures, copy: Figures) -> Retelling | None:
    """What shows that one account retells another, if enough does."""
    row = _in_order([key for key in copy.keys if key in model.keys], list(model.keys))
    if len(copy.keys) > len(model.keys) or not _enough(row, model, copy):
        return None
    if len({model.voices[key] for key in row}) < VOICES or not _adds_nobody(model, copy):
        return None
    told = [key for key in row if key[1] > _TELLING or key[0] != "count"] or row
    spans = [span for key in told for span in (model.keys[key], copy.keys[key])]
    one, other = directions.name(model.document), directions.name(copy.document)
    why = f"{len(row)} of the {len(copy.keys)} figures of {other} stand in {one} in the same order, and nobody else speaks in it"
    return Retelling(model=model.document.id, copy=copy.document.id, spans=tuple(spans), why=why, matched=len(row))


def _enough(row: Sequence[Key], model: Figures, copy: Figures) -> bool:
    """Whether a row of figures in common is long enough. A shorter one is where the same voices give them, or where the account
    is brief beside its model and quotes from it.
    """
    told = {model.voices[key] for key in row if model.voices[key] == copy.voices[key]}
    share, rare = len(row) / max(len(copy.keys), 1), sum(key[1] > _TELLING or key[0] != "count" for key in row)
    if len(row) >= MATCHED and share >= COVERED and rare >= _RARE:
        return True
    if len(row) >= FEWER and share >= NEARLY and rare >= _RARE and len(told) >= VOICES:
        return True
    brief = copy.quoted and len(copy.keys) <= BRIEF * len(model.keys)
    return bool(brief and len(row) >= FEWER and sum(key in model.keys for key in copy.keys) >= COVERED * len(copy.keys))


def _adds_nobody(model: Figures, copy: Figures) -> bool:
    """Whether all who are quoted or named as speakers in an account are in its model as well."""
    quotes = all(f" {' '.join(words)} " in model.words for words in copy.quoted)
    return quotes and all(_speaks(name, model) for name in copy.speakers if shingles.forms(name))


def _speaks(name: str, model: Figures) -> bool:
    """Whether a name stands in an account, be it misspelled."""
    word = shingles.forms(name)[0]
    if f" {word} " in model.words:
        return True
    respelled = (w for w in model.words.split() if w[:1] == word[0] and abs(len(w) - len(word)) < _SLIP and len(w) > _SLIP)
    return any(fuzz.ratio(w, word) >= RESPELLED for w in respelled)


def _in_order(ours: Sequence[Key], theirs: Sequence[Key]) -> list[Key]:
    """The longest row of figures of the one that follow one another in the other, too."""
    place = {key: i for i, key in enumerate(theirs)}
    ends: list[int] = []
    rows: list[list[Key]] = []
    for key in ours:
        at = bisect_left(ends, place[key])
        ends[at : at + 1] = [place[key]]
        rows[at : at + 1] = [[*(rows[at - 1] if at else []), key]]
    return rows[-1] if rows else []
