"""A parse in, the words for how many out: "some of the vehicles", "most of whom", "a large number of women", "no casualties"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.data import load
from rashomon.extract import antecedents
from rashomon.extract import counted as counting
from rashomon.extract.counted import Counted
from rashomon.model import Document, Quantity
from rashomon.text.conventions import Conventions
from rashomon.text.parse import Parse
from rashomon.text.patterns import any_of

_IDIOM = {
    "all": {"at", "after", "first", "above", "of", "in", "for", "once"},
    "most": {"at", "the"},
    "many": {"as", "so", "how", "too"},
    "few": {"as", "so", "how", "too", "very", "the", "next", "last", "past"},
    "some": set(),
}
_PLURALS = frozenset({"people", "police", "personnel", "staff", "crew"})


@cache
def _pattern(by: Conventions) -> re.Pattern[str]:
    table = load("hedges")["quantifiers"]
    simple = any_of([*(word for word, _ in by.least), *table["alone"]])
    measured, measures, shares = any_of(table["measured"]), any_of(table["measures"]), any_of(table["shares"])
    return re.compile(
        rf"\b(?:(?:an?|the) (?:(?:{measured}) ){{1,2}}(?:{measures}|{shares}|part) of"
        rf"|(?:{measured}) (?:numbers|amounts|quantities) of"
        rf"|an? (?:{measures}) of|the (?:{shares}) of|(?:{any_of(table['plenty'])}) of|{simple}|no)\b",
        re.IGNORECASE,
    )


def quantifiers(document: Document, parse: Parse, taken: Sequence[tuple[int, int]], by: Conventions) -> Iterator[Quantity]:
    """Quantifiers that stand before a noun or for one, outside the figures already `taken` (spans)."""
    taken, pattern = sorted(taken), _pattern(by)
    for begin, stop in parse.sentences:
        last = parse.start[begin]
        for found in pattern.finditer(document.text, last, parse.end[stop - 1]):
            at = bisect_left(taken, (found.end(), 0)) - 1
            if document.text[found.end() : found.end() + 1] == "-":  # "all-options-on-the-table"
                continue
            if found.start() < last or (at >= 0 and taken[at][1] > found.start()):
                continue
            bearing = _bearing(parse, found, stop)
            if bearing is not None:
                last = max(found.end(), bearing.end or 0)
                yield _quantity(document, found, bearing, last, by)


_NOBODY = re.compile(
    r"\b(?:nobody|no one|no-one|none)\b(?= (?:is|are|was|were|remains?|remained)(?: now| still)? (?:missing|unaccounted)\b)",
    re.IGNORECASE,
)


def nobody(document: Document, parse: Parse) -> Iterator[Quantity]:
    """That nobody is missing, as the figure that it is."""
    for begin, stop in parse.sentences:
        for found in _NOBODY.finditer(document.text, parse.start[begin], parse.end[stop - 1]):
            yield Quantity(
                id=f"{document.id}.q{found.start()}-{found.end()}",
                span=document.span(found.start(), found.end()),
                kind="count",
                value=0.0,
                low=0.0,
                high=0.0,
                hedge="no",
                head="person",
            )


def _quantity(document: Document, found: "re.Match[str]", counted: Counted, end: int, by: Conventions) -> Quantity:
    word = found.group().lower()
    low = dict(by.least).get(word)
    none = word == "no"
    return Quantity(
        id=f"{document.id}.q{found.start()}-{end}",
        span=document.span(found.start(), end),
        kind="count" if none else "vague",
        value=0.0 if none else None,
        low=0.0 if none else low,
        high=0.0 if none else None,
        hedge=word,
        of=document.span(counted.start, counted.end) if counted.start is not None and counted.end is not None else None,
        head=counted.head or None,
        convention=f"“{word}” is read as {low:g} or more" if low else None,
    )


def _bearing(parse: Parse, found: "re.Match[str]", stop: int) -> Counted | None:
    """What a quantifier counts, None where it bears on no number of things; head "" where it stands alone ("some have vowed")."""
    tokens = parse.tokens(found.start(), found.end())
    if not tokens or tokens[-1] + 1 >= stop:
        return None
    word, after = found.group().lower(), tokens[-1] + 1
    partitive = word.endswith(" of") or parse.word(after).lower() == "of"
    before = parse.word(tokens[0] - 1).lower() if tokens[0] > 0 else ""
    if before == "-" or (before in _IDIOM.get(word, ()) and not (partitive and before in ("of", "in", "for", "at"))):
        return None
    if parse.tag[tokens[-1]] in ("RBS", "RB", "RBR") and " " not in word:
        return None
    at = tokens[-1] if word.endswith(" of") else after
    if (them := antecedents.pronoun(parse, at, stop)) is not None:
        who = antecedents.antecedent(parse, them, ())
        return Counted(start=None, end=parse.end[them], head=who.head if who is not None else "")
    counted = counting.phrase(parse, at, stop)
    if counted is None or counted.token is None:
        return _alone(parse, word, tokens[-1], after)
    if word == "no":
        return counted if counted.token - after < 3 and counted.head in counting.words("none") else None
    plural = parse.tag[counted.token] in ("NNS", "NNPS") or counted.head in _PLURALS
    bears = plural or (partitive and not word.startswith(("all", "some", "the rest", "the remainder")))
    if not counted.head[:1].isalpha():
        return None
    return counted if bears and counted.token - after < 8 and counted.head not in counting.words("idle") else None


def _alone(parse: Parse, word: str, token: int, after: int) -> Counted | None:
    """A quantifier that is itself the subject: "some have sworn to stay"."""
    subject = parse.dep[token] in ("nsubj", "nsubjpass") and parse.pos[after] in ("AUX", "VERB")
    return Counted(start=None, end=None, head="") if subject and word in ("some", "many", "most", "few") else None
