"""A document in, its quantities out: figures with what they count, and words for how many."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract import Found, antecedents
from rashomon.extract import counted as counting
from rashomon.extract.counted import Counted
from rashomon.extract.derived import ALL_BUT, derive
from rashomon.extract.measured import measured
from rashomon.extract.plausible import sure
from rashomon.extract.quantifiers import nobody, quantifiers
from rashomon.extract.scopes import scope
from rashomon.model import Document, Quantity, Timex
from rashomon.model.document import PROSE_ROLES
from rashomon.text import designations, figures, units
from rashomon.text.amounts import Figure
from rashomon.text.parse import Parse

_APART = re.compile(r"\d|\b(?:were|was|are|is|been|be|them|whom)\b")  # between a figure and what it counts: two phrases, not one
_MODEL = re.compile(r"(?<=[ \u00a0])(\d{3})(?![\d.,]\d|[\d%])")
_MEASURES = frozenset({"duration", "money", "length", "mass", "area", "volume"})
_COUNTS = frozenset({"count", "convention", "fraction", "percent"})
_BACK = 400  # code points from one speed to the next of the same thing
_GIRL_OF = re.compile(r"\b(?:girl|boy|man|woman|child|son|daughter|student|teenager|mother|father|baby|lad|youth) of \Z")
_WITHIN = re.compile(r"\bwithin (?:about |some )?\Z", re.IGNORECASE)
_CLOSES = re.compile(r"\W|\Z")
_OWN = frozenset({"age", "money", "percent"})  # what a figure is even where a date is told by it
_IN_ALL = frozenset({"in all", "in total", "altogether"})


def extract(document: Document, found: Found) -> Iterator[Quantity]:
    """Every figure of the prose that is no date and no name, and every quantifier that bears on a number of things."""
    parse = found.parse
    taken: list[tuple[int, int]] = []
    earlier: list[Counted] = []
    models = {match.group(1) for match in _MODEL.finditer(document.text) if designations.named(document.text, match.start(1), 0)}
    pages = designations.counters(document.text)
    times = sorted((t.span.start, t.span.end) for t in found.times if t.type in ("DATE", "TIME") and not _measures(t))
    made: list[Quantity] = []
    for block in document.blocks:
        if block.role not in PROSE_ROLES:
            continue
        for figure in figures.read(document.text, block.start, block.end, found.conventions):
            said = document.text[slice(*figure.core)]
            dated = _inside(times, figure) and figure.kind not in _OWN
            if dated or _inside(pages, figure) or (figure.bare and said in models) or not sure(parse, figure):
                continue
            quantity, counted = _quantity(document, parse, figure, earlier)
            quantity = _of_the_same(quantity, made)
            made.append(quantity)
            taken.append((quantity.span.start, quantity.span.end))
            if counted is not None and quantity.kind in ("count", "vague"):
                earlier.append(counted)
    yield from made
    yield from derive(document, parse, made)
    yield from quantifiers(document, parse, taken, found.conventions)
    yield from nobody(document, parse)


def _of_the_same(quantity: Quantity, earlier: Sequence[Quantity]) -> Quantity:
    """A speed of which the text does not say what goes at it, as that of what went at the speed before."""
    if quantity.kind != "speed" or quantity.aspect:
        return quantity
    last = next((q for q in reversed(earlier) if q.kind == "speed"), None)
    if last is None or last.aspect != "speed" or quantity.span.start - last.span.end > _BACK:
        return quantity
    return replace(quantity, of=last.of, head=last.head, aspect=last.aspect)


def _measures(time: Timex) -> bool:
    """Whether a date is told by a length of time ("four years ago"), which is a figure too."""
    return bool(re.search(r"\b(?:ago|later|earlier|before|after|next|past(?! [\w-]+$)|last|within)\b", time.span.text))


def _inside(places: Sequence[tuple[int, int]], figure: Figure) -> bool:
    """Whether a figure is part of one of these places."""
    at = bisect_right(places, (figure.core[0], 1 << 62)) - 1
    return at >= 0 and figure.core[0] < places[at][1]


def _quantity(document: Document, parse: Parse, figure: Figure, earlier: Sequence[Counted]) -> tuple[Quantity, Counted | None]:
    """The record of a figure, and what it counts."""
    text = document.text
    aged = _age(parse, figure)
    counted = _counted(parse, figure, earlier) if figure.kind in _COUNTS and not aged else None
    end = figure.end
    if counted is not None and counted.end is not None and counted.start is not None and figure.kind != "percent":
        between = text[figure.end : counted.start] if figure.end <= counted.start <= figure.end + 40 else "1"
        end = counted.end if not _APART.search(between) else end
    of = (
        document.span(counted.start, counted.end)
        if counted is not None and counted.start is not None and counted.end is not None
        else None
    )
    kind, unit, figure_of = _measured(figure, counted)
    of, head = (of, counted.head if counted is not None else None) if figure_of else (None, None)
    measure = measured(parse, kind, figure.start, end) if of is None else None
    if measure and measure.start is not None and measure.end is not None:
        of, head = document.span(measure.start, measure.end), measure.head
    elif measure and measure.head:
        head = measure.head
    low, high = _whole(figure.low, figure.high) if kind == "count" else (figure.low, figure.high)
    if measure and measure.aspect in ("gap", "delay") and _WITHIN.search(text, max(0, figure.start - 12), figure.start):
        low = None  # "within a quarter of an hour" is at most that
    quantity = Quantity(
        id=f"{document.id}.q{figure.start}-{end}",
        span=document.span(figure.start, end),
        kind="age" if aged else kind,
        value=figure.value,
        low=low,
        high=high,
        hedge=figure.hedge,
        unit="year" if aged else unit,
        of=of,
        head=head,
        aspect=measure.aspect if measure else None,
        scope=scope(text, figure, end, named=of is not None and of.start >= figure.end) if kind != "magnitude" else None,
        convention=figure.convention,
    )
    return quantity, counted


def _whole(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """The whole numbers that lie between two bounds: "about a dozen people" leaves 11 to 13, not 10.8 to 13.2."""
    inner = None if low is None else math.ceil(low), None if high is None else math.floor(high)
    fractional = (low is not None and high is not None and high - low < 1) or any(
        b is not None and abs(b) < 2 for b in (low, high)
    )
    return (low, high) if fractional else inner


def _counted(parse: Parse, figure: Figure, earlier: Sequence[Counted]) -> Counted | None:
    at = counting.token_at(parse, figure.end)
    inside = parse.tokens(*figure.core)
    if not inside:
        return None
    begin, stop = parse.sentence(inside[-1])
    if at >= stop:
        return antecedents.implied(parse, inside[-1], begin, earlier)
    if figure.hedge in _IN_ALL and (apposed := antecedents.apposed(parse, inside[0], begin)) is not None:
        return apposed
    if figure.kind == "percent" and parse.word(at).lower() != "of":
        return None
    if parse.text[figure.end : parse.start[at]].strip():
        return None
    if parse.text[figure.end : figure.end + 1] in ("-", "‑", "–") and parse.start[at] == figure.end:
        return counting.hyphened(parse, at, stop)
    while at < stop and (parse.word(at) in ("more", "additional", "further", "new") or parse.pos[at] == "SPACE"):
        at += 1
    if (them := antecedents.pronoun(parse, at, stop)) is not None:
        return antecedents.predicated(parse, them + 1, stop) or antecedents.antecedent(parse, them, earlier)
    found = counting.phrase(parse, at, stop) if at < stop else None
    but = ALL_BUT.search(parse.text, max(0, figure.start - 12), figure.start)
    if found is None and at < stop and parse.lemma[at] == "be" and not but:
        found = antecedents.predicated(parse, at, stop)
    return found or antecedents.implied(parse, inside[-1], begin, earlier)


def _measured(figure: Figure, counted: Counted | None) -> tuple[str, str | None, bool]:
    """Kind and unit, and whether something is counted: "eight successful years" is time, "thousands of dollars" money."""
    said = counted is not None and (figure.kind == "count" or (figure.kind == "fraction" and counted.head in ("hour", "minute")))
    unit = units.after(f" {counted.head}", 0, len(counted.head) + 1) if counted is not None and said else None
    return (unit.kind, unit.name, False) if unit is not None and unit.kind in _MEASURES else (figure.kind, figure.unit, True)


def _age(parse: Parse, figure: Figure) -> bool:
    """Whether bare figures between commas after a person's name are an age: "Anna Berg, 42, said"."""
    if not figure.bare or figure.kind != "count" or figure.value is None or not 1 <= figure.value <= 115:
        return False
    if _GIRL_OF.search(parse.text, max(0, figure.start - 30), figure.start) and _CLOSES.match(parse.text, figure.end):
        return True
    around = parse.text[figure.start - 2 : figure.start] == ", " and re.match(
        r"[,.;)]|$| who| of ", parse.text[figure.end : figure.end + 4]
    )
    tokens = parse.tokens(*figure.core)
    return bool(around) and bool(tokens) and tokens[0] >= 2 and parse.pos[tokens[0] - 2] == "PROPN"
