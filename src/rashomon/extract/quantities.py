"""A document in, its quantities out: figures with what they count, and words for how many."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rashomon.extract import Found
from rashomon.extract import counted as counting
from rashomon.extract.counted import Counted
from rashomon.extract.derived import derive
from rashomon.extract.quantifiers import quantifiers
from rashomon.model import Document, Quantity, Timex
from rashomon.model.document import PROSE_ROLES
from rashomon.text import designations, figures, units
from rashomon.text.figures import Figure
from rashomon.text.parse import Parse

_SCOPE = re.compile(
    r"[ \u00a0]?[,(–—-]?[ \u00a0]?((?:including|included|excluding|not including|not counting|without counting|other than"
    r"|among them|apart from|along with|together with|plus|as well as|mostly|mainly|all of them|most of them"
    r"|many of them)[ \u00a0]"
    r"[^.;:!?()\n]{2,90}?)(?=[,.;:!?()\n”\"]|$)"
)
_AND_THEIRS = re.compile(r"[ \u00a0](and (?:their|his|her|its) (?:[^\W\d_]+ ){0,2}[^\W\d_]+)")
_MORE = re.compile(r"[ \u00a0](more|additional|further|extra|new|other|others)\b(?! than)")
_FURTHER = re.compile(r"\b(another|a further|an additional|an extra|the other|the remaining)\b", re.IGNORECASE)
_MEASURES = frozenset({"duration", "money", "length", "mass", "area", "volume"})
_COUNTS = frozenset({"count", "convention", "fraction"})


def extract(document: Document, found: Found) -> Iterator[Quantity]:
    """Every figure of the prose that is no date and no name, and every quantifier that bears on a number of things."""
    parse = found.parse
    taken: list[tuple[int, int]] = []
    earlier: list[Counted] = []
    times = sorted((t.span.start, t.span.end) for t in found.times if t.type in ("DATE", "TIME") and not _measures(t))
    made: list[Quantity] = []
    for block in document.blocks:
        if block.role not in PROSE_ROLES:
            continue
        for figure in figures.read(document.text, block.start, block.end):
            if _within(times, figure) or not _sure(parse, figure):
                continue
            quantity, counted = _quantity(document, parse, figure, earlier)
            made.append(quantity)
            taken.append((quantity.span.start, quantity.span.end))
            if counted is not None and quantity.kind in ("count", "vague"):
                earlier.append(counted)
    yield from made
    yield from derive(document, parse, made)
    yield from quantifiers(document, parse, taken)


def _measures(time: Timex) -> bool:
    """Whether a date is told by a length of time ("four years ago"), which is a figure too."""
    return bool(re.search(r"\b(?:ago|later|earlier|before|after|next|past|last|within)\b", time.span.text))


def _within(times: Sequence[tuple[int, int]], figure: Figure) -> bool:
    at = bisect_right(times, (figure.core[0], 1 << 62)) - 1
    return at >= 0 and figure.core[0] < times[at][1] and figure.kind not in ("age", "money", "percent")


def _sure(parse: Parse, figure: Figure) -> bool:
    """Whether syntax lets the figure be one: no pronoun "one", no name such as "Dreamliner 787", no mere "first"."""
    tokens = parse.tokens(*figure.core)
    if not tokens:
        return True
    first, last = tokens[0], tokens[-1]
    word = parse.word(first).lower()
    if figure.kind == "fraction" and "-" in (
        parse.text[figure.core[0] - 1 : figure.core[0]],
        parse.text[figure.end : figure.end + 1],
    ):
        return False
    if figure.kind == "fraction" and parse.text[max(0, figure.start - 6) : figure.core[0]].lower().rstrip("a ").endswith("and"):
        return False
    if figure.kind == "duration" and parse.text[figure.start : figure.end].lower() in ("one day", "one night"):
        return False
    titled = len(tokens) == 1 and parse.word(first).istitle() and first > parse.sentence(first)[0]
    if titled and figure.kind == "count" and parse.pos[first - 1] == "PROPN" and not _noun_next(parse, last):
        return False
    if figure.convention and parse.pos[first] == "PROPN" and last + 1 < len(parse) and parse.pos[last + 1] == "PROPN":
        return False
    if figure.kind == "fraction" and "/" in parse.text[figure.core[0] : figure.core[1]]:
        return parse.text[figure.end : figure.end + 2].strip()[:1].islower()
    if figure.bare and figure.core[1] - figure.core[0] > 9:
        return False
    if figure.kind == "ordinal":
        return _ranks(parse, last)
    if figure.kind == "count" and not figure.convention and _hyphen_idiom(parse, last):
        return False
    if word == "one" and len(tokens) == 1 and figure.kind == "count":
        return _counts_one(parse, first)
    if (
        figure.bare
        and figure.kind == "count"
        and first > 0
        and parse.pos[first - 1] == "PROPN"
        and parse.sentence(first)[0] < first
    ):
        named = parse.head[first] < first or parse.pos[last] == "PROPN"
        return not (
            named
            and parse.dep[first] in ("nummod", "npadvmod", "appos", "compound", "flat", "nmod")
            and not _noun_next(parse, last)
        )
    return True


def _hyphen_idiom(parse: Parse, last: int) -> bool:
    """Whether the number belongs to a word such as "two-way" or "mother-of-four"."""
    text, start, end = parse.text, parse.start[last], parse.end[last]
    if text[start - 1 : start] == "-" and text[max(0, start - 4) : start].lower() in ("-of-", "-to-"):
        return True
    if text[end : end + 1] != "-" or last + 2 >= len(parse) or parse.start[last + 1] != end:
        return False
    return parse.lemma[last + 2] in counting.words("hyphened") or parse.pos[last + 2] not in ("NOUN", "PROPN", "ADJ", "VERB")


def _noun_next(parse: Parse, last: int) -> bool:
    return last + 1 < len(parse) and parse.tag[last + 1] in ("NNS", "NNPS", "JJ", "PRP$", "IN")


def _ranks(parse: Parse, t: int) -> bool:
    """An ordinal that ranks a thing: "the first big city to fall"; not "at first", "First Lady", "for the first time"."""
    begin, stop = parse.sentence(t)
    if t == begin or parse.word(t)[:1].isupper() or parse.word(t - 1).lower() not in ("the", "a", "an"):
        return False
    if t + 1 < stop and parse.pos[t + 1] == "NUM":
        return False
    if parse.pos[t] not in ("ADJ", "NUM") or t + 1 >= stop or parse.dep[t] != "amod" or parse.head[t] <= t:
        return False
    head = parse.head[t]
    return parse.pos[head] == "NOUN" and not {parse.lemma[head], parse.word(head).lower()} & designations.words("ordinal_skip")


def _counts_one(parse: Parse, t: int) -> bool:
    """ "one man", "one of the drivers"; not "no one", "the one who", "one day", "one another"."""
    stop = counting.stop_of(parse, t)
    before = parse.word(t - 1).lower() if t > 0 else ""
    after = parse.word(t + 1).lower() if t + 1 < stop else ""
    if t > parse.sentence(t)[0] and parse.word(t)[:1].isupper() and parse.pos[t - 1] == "PROPN":
        return False
    if before in ("no", "this", "that", "which", "every", "each", "any", "another", "the", "or", "number", "-") or after in (
        "another",
        "-",
        "’s",
        "'s",
    ):
        return False
    if t > 0 and parse.pos[t - 1] == "ADJ":
        return False
    if after == "of":
        return not any(parse.lemma[c] in counting.words("idle") for c in range(t + 2, min(t + 5, stop)))
    if parse.pos[parse.head[t]] == "PROPN":
        return False
    return parse.dep[t] == "nummod" and parse.pos[t] == "NUM" and parse.lemma[parse.head[t]] not in counting.words("idle")


def _quantity(document: Document, parse: Parse, figure: Figure, earlier: Sequence[Counted]) -> tuple[Quantity, Counted | None]:
    """The record of a figure, and what it counts."""
    text = document.text
    aged = _age(parse, figure)
    counted = _counted(parse, figure, earlier) if figure.kind in _COUNTS and not aged else None
    end = figure.end
    if counted is not None and counted.end is not None and counted.start is not None and 0 <= counted.start - figure.end <= 40:
        end = counted.end
    of = (
        document.span(counted.start, counted.end)
        if counted is not None and counted.start is not None and counted.end is not None
        else None
    )
    kind, unit, figure_of = _measured(figure, counted)
    of, head = (of, counted.head if counted is not None else None) if figure_of else (None, None)
    low, high = _whole(figure.low, figure.high) if kind == "count" else (figure.low, figure.high)
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
        scope=_scope(text, figure, end),
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
        return counting.implied(parse, inside[-1], begin, earlier)
    if parse.text[figure.end : parse.start[at]].strip():
        return None
    if parse.text[figure.end : figure.end + 1] in ("-", "‑", "–") and parse.start[at] == figure.end:
        return counting.hyphened(parse, at, stop)
    while at < stop and (parse.word(at) in ("more", "additional", "further", "new") or parse.pos[at] == "SPACE"):
        at += 1
    if (them := counting.pronoun(parse, at, stop)) is not None:
        return counting.antecedent(parse, them, earlier)
    found = counting.phrase(parse, at, stop) if at < stop else None
    return found or counting.implied(parse, inside[-1], begin, earlier)


def _measured(figure: Figure, counted: Counted | None) -> tuple[str, str | None, bool]:
    """Kind and unit, and whether something is counted: "eight successful years" is time, "thousands of dollars" money."""
    unit = units.after(f" {counted.head}", 0, len(counted.head) + 1) if counted is not None and figure.kind == "count" else None
    return (unit.kind, unit.name, False) if unit is not None and unit.kind in _MEASURES else (figure.kind, figure.unit, True)


def _age(parse: Parse, figure: Figure) -> bool:
    """Whether bare figures between commas after a person's name are an age: "Anna Berg, 42, said"."""
    if not figure.bare or figure.kind != "count" or figure.value is None or not 1 <= figure.value <= 115:
        return False
    around = parse.text[figure.start - 2 : figure.start] == ", " and re.match(
        r"[,.;)]|$| who| of ", parse.text[figure.end : figure.end + 4]
    )
    tokens = parse.tokens(*figure.core)
    return bool(around) and bool(tokens) and tokens[0] >= 2 and parse.pos[tokens[0] - 2] == "PROPN"


def _scope(text: str, figure: Figure, end: int) -> str | None:
    """What is said to be in or out of the figure, in the words of the text; None where nothing is."""
    parts = [figure.per] if figure.per else []
    if found := _MORE.match(text, figure.end):
        parts.append(found.group(1))
    if found := _FURTHER.search(text[max(0, figure.start - 16) : figure.core[0]]):
        parts.append(found.group(1).lower())
    theirs = _AND_THEIRS.match(text, end)
    if theirs:
        parts.append(theirs.group(1))
    if found := _SCOPE.match(text, theirs.end() if theirs else end):
        parts.append(found.group(1).strip())
    return "; ".join(parts) or None
