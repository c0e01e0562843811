"""A parse in, the words for how many out: "some of the vehicles", "most of whom", "a large number of women", "no casualties"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.data import load
from rashomon.extract import counted as counting
from rashomon.extract.counted import Counted
from rashomon.model import Document, Quantity
from rashomon.text.parse import Parse


@cache
def _pattern() -> re.Pattern[str]:
    table = load("hedges")["quantifiers"]
    simple = sorted([*table["low"], *table["alone"]], key=lambda w: (-len(w), w))
    measured, measures = "|".join(table["measured"]), "|".join(table["measures"])
    return re.compile(
        rf"\b(?:(?:an?|the) (?:(?:{measured}) ){{0,2}}(?:{measures}) of|(?:{measured}) (?:numbers|amounts|quantities|swathes|parts) of"
        rf"|(?:the )?(?:{measures}) of|{'|'.join(map(re.escape, simple))}|no)\b",
        re.IGNORECASE,
    )


def quantifiers(document: Document, parse: Parse, taken: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    """Quantifiers that stand before a noun or for one, outside the figures already `taken` (sorted spans)."""
    taken = sorted(taken)
    earlier: list[Counted] = []
    for begin, stop in parse.sentences:
        start, end = parse.start[begin], parse.end[stop - 1]
        last = start
        for found in _pattern().finditer(document.text, start, end):
            at = bisect_left(taken, (found.end(), 0)) - 1
            if found.start() < last or (at >= 0 and taken[at][1] > found.start()):
                continue
            quantity = _read(document, parse, found, stop, earlier)
            if quantity is not None:
                last = quantity.span.end
                yield quantity


def _read(document: Document, parse: Parse, found: "re.Match[str]", stop: int, earlier: Sequence[Counted]) -> Quantity | None:
    tokens = parse.tokens(found.start(), found.end())
    if not tokens:
        return None
    word = found.group().lower()
    counted, alone = _bearing(parse, word, tokens, stop, earlier)
    if counted is None and not alone:
        return None
    low = load("hedges")["quantifiers"]["low"].get(word.removesuffix(" of") if word == "a number of" else word)
    low = load("hedges")["quantifiers"]["low"].get(word, low)
    zero = word == "no"
    end = found.end()
    if counted is not None and counted.end is not None:
        end = max(end, counted.end)
    of = document.span(counted.start, counted.end) if counted is not None and counted.start is not None and counted.end is not None else None
    return Quantity(
        id=f"{document.id}.q{found.start()}-{end}",
        span=document.span(found.start(), end),
        kind="count" if zero else "vague",
        value=0.0 if zero else None,
        low=0.0 if zero else low,
        high=0.0 if zero else None,
        hedge=word,
        of=of,
        head=counted.head if counted is not None else None,
        convention=f"“{word}” is read as {low} or more" if low else None,
    )


def _bearing(parse: Parse, word: str, tokens: range, stop: int, earlier: Sequence[Counted]) -> tuple[Counted | None, bool]:
    """What a quantifier counts, and whether it may stand alone ("some have vowed")."""
    first, after = tokens[0], tokens[-1] + 1
    before = parse.word(first - 1).lower() if first > 0 else ""
    if after >= stop or before in ("at", "after", "first", "in", "above", "as", "so", "how", "too", "than", "-", "of") and word in ("all", "many", "few", "most", "some"):
        if before not in ("in", "of", "than", "as") or after >= stop:
            return None, False
    if parse.tag[tokens[-1]] in ("RBS", "RB", "RBR") and not word.startswith(("a ", "the ")):
        return None, False
    if word.endswith(" of"):
        at = tokens[-1]
    else:
        at = after
    them = counting.pronoun(parse, at, stop)
    if them is not None:
        where = counting.antecedent(parse, them, earlier)
        head = where.head if where is not None else None
        return Counted(start=None, end=parse.end[them], head=head or "people"), True
    following = parse.word(after).lower()
    if word == "no":
        counted = counting.phrase(parse, after, stop)
        fits = counted is not None and counted.token is not None and counted.token - after < 3 and counted.head in counting.words("none")
        return (counted, False) if fits else (None, False)
    if word == "all" and following in ("the", "this", "that", "day", "along", "about", "but", "right", "over", "too"):
        if following != "the":
            return None, False
    counted = counting.phrase(parse, at, stop)
    if counted is not None and counted.token is not None:
        plural = parse.tag[counted.token] in ("NNS", "NNPS") or counted.head in ("people", "police", "personnel")
        near = counted.token - after < 8
        if near and counted.head not in counting.words("idle") and (plural or word.endswith(" of") or following == "of"):
            return counted, False
        return None, False
    subject = parse.dep[tokens[-1]] in ("nsubj", "nsubjpass") and parse.pos[after] in ("AUX", "VERB")
    return None, subject and word in ("some", "many", "most", "few", "several")
