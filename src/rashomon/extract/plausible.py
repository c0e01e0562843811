"""A figure in its parse in, whether syntax lets it be one out: no pronoun "one", no "two-way", no "Dreamliner 787"."""

import re

from rashomon.extract import counted as counting
from rashomon.text import designations
from rashomon.text.amounts import Figure
from rashomon.text.parse import Parse

_LONG = re.compile(r"\d{10}")  # a serial or telephone number


def sure(parse: Parse, figure: Figure) -> bool:
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
    if figure.vague and parse.pos[first] == "PROPN" and last + 1 < len(parse) and parse.pos[last + 1] == "PROPN":
        return False
    if figure.kind == "fraction" and "/" in parse.text[figure.core[0] : figure.core[1]]:
        return parse.text[figure.end : figure.end + 2].strip()[:1].islower()
    if figure.bare and _LONG.search(parse.text, *figure.core):
        return False
    if figure.kind == "count" and _model(parse, figure, last):
        return False
    if figure.kind == "ordinal":
        return _ranks(parse, last)
    if figure.kind == "count" and not figure.vague and _hyphen_idiom(parse, last):
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
        called = parse.dep[first] == "nsubj" and parse.word(first - 2).lower() in ("the", "a", "an")  # "the Intercity 412 left"
        if called and not _noun_next(parse, last):
            return False
        named = parse.head[first] < first or parse.pos[last] == "PROPN"
        return not (
            named
            and parse.dep[first] in ("nummod", "npadvmod", "appos", "compound", "flat", "nmod")
            and not _noun_next(parse, last)
        )
    return True


def _model(parse: Parse, figure: Figure, last: int) -> bool:
    """Whether figures name a model: "its 777 airliner". What is counted in hundreds is in the plural, or a noun without one."""
    if not figure.bare or figure.hedge or figure.end != figure.core[1] or (figure.written[0] or 0) < 100:
        return False
    at, stop = last + 1, counting.stop_of(parse, last)
    if at >= stop or parse.start[at] != figure.end + 1:
        return False
    found = counting.phrase(parse, at, stop)
    if found is None or found.token is None or found.start != parse.start[at]:
        return False
    return parse.tag[found.token] in ("NN", "NNP") and parse.lemma[found.token] not in counting.words("uncounted")


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
