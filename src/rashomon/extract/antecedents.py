"""A figure without a noun behind it in, what it counts out: whom "them" means, what it is said to be, what was counted before."""

import re
from collections.abc import Sequence
from itertools import islice

from rashomon.extract.counted import STATES, Counted, phrase, words
from rashomon.text.parse import Parse

_NOMINAL = frozenset({"NOUN", "PROPN"})
_SETTING = frozenset({"put", "give", "set", "estimate", "place"})
_PLURAL = ("NNS", "NNPS")
_THEM = frozenset({"them", "whom", "which", "these", "those"})
_INCLUDED = re.compile(r"[,(–—-] ?(?:including|among (?:them|whom)|\S+ of (?:them|whom))\b[^,;:()–—]*\Z", re.IGNORECASE)
_GATHERED = frozenset({"family", "group", "crew", "party", "team", "household", "panel", "squad", "gang", "couple"})


def pronoun(parse: Parse, at: int, stop: int) -> int | None:
    """The token of "them" in "of them", "of whom"; None where a noun follows."""
    if at + 1 < stop and parse.word(at).lower() == "of" and parse.word(at + 1).lower() in _THEM:
        following = parse.pos[at + 2] if at + 2 < stop else ""
        return (
            at + 1
            if parse.word(at + 1).lower() not in ("these", "those", "which") or following not in _NOMINAL | {"ADJ"}
            else None
        )
    return None


def antecedent(parse: Parse, at: int, earlier: Sequence[Counted]) -> Counted | None:
    """Who "them" and "whom" are: the noun a relative clause hangs on, else what was counted last, else the last plural."""
    begin, last = parse.sentence(at)
    if parse.word(at).lower() == "those" and at + 1 < last and parse.tag[at + 1] in ("VBN", "JJ", "VBG"):
        return Counted(start=parse.start[at], end=parse.end[at + 1], head="people")  # "of those killed"
    if parse.word(at).lower() in ("whom", "which"):
        for above in islice(parse.path(at), 12):
            if parse.dep[above] == "relcl" and parse.pos[parse.head[above]] in _NOMINAL:
                return _noun(parse, parse.head[above])
    people = [c for c in earlier[-3:] if c.start is not None]
    if people:
        return people[-1]
    for t in range(at - 1, max(begin - 40, -1), -1):
        if parse.tag[t] in ("NNS", "NNPS"):
            return _noun(parse, t)
    return None


def predicated(parse: Parse, at: int, stop: int) -> Counted | None:
    """What a figure is said to be, right after it: "250 were fighters", "12 of them children", "one of them a child"; None where
    no noun says so.
    """
    be = at < stop and parse.lemma[at] == "be"
    first = at + 1 if be else at
    while first < stop and parse.pos[first] == "ADV":
        first += 1
    one = first < stop and parse.word(first).lower() in ("a", "an") and parse.word(at - 1).lower() in _THEM
    named = phrase(parse, first + one, stop) if first < stop and parse.word(first).lower() != "of" else None
    if named is None or named.token is None:
        return None
    if parse.tag[named.token] != "NN" or named.head not in words("people") if one else parse.tag[named.token] not in _PLURAL:
        return None
    if be:
        return named if parse.dep[named.token] in ("attr", "nsubj", "ROOT", "conj") else None
    after = named.token + 1
    closed = after >= stop or parse.pos[after] == "PUNCT" or parse.word(after).lower() in ("and", "of", "from", "aged")
    return named if closed else None


def apposed(parse: Parse, at: int, begin: int) -> Counted | None:
    """The plural that a figure between commas counts up: "foreigners, 12 in all"."""
    if at - 2 < begin or parse.word(at - 1) not in (",", "(", "–", "—") or parse.tag[at - 2] not in ("NNS", "NNPS"):
        return None
    return _noun(parse, at - 2)


def _noun(parse: Parse, t: int) -> Counted:
    first = min([c for c in parse.children[t] if c < t and parse.dep[c] in ("compound", "amod", "poss", "nmod")] or [t])
    return Counted(start=parse.start[first], end=parse.end[t], head=parse.lemma[t], token=t)


def implied(parse: Parse, at: int, begin: int, earlier: Sequence[Counted]) -> Counted | None:
    """What a bare figure at token `at` counts: the total it is said of, what the sentence counted before, or people."""
    if at + 1 < len(parse) and parse.word(at + 1).lower() == "who":
        return Counted(start=None, end=None, head="people")
    if at - 2 >= begin and parse.word(at - 1).lower() == "of" and parse.lemma[at - 2] in _GATHERED:
        return Counted(start=None, end=None, head="people")
    before = _numbered(parse, at, begin) or _total(parse, at, begin) or _of_which(parse, at, begin)
    if before is not None:
        return before
    here = [c for c in earlier[-4:] if c.token is not None and c.token >= begin and not _among(parse, c, begin)]
    said = [c for c in here if c.head in words("people")]
    if any(parse.lemma[t] in words("verbs") for t in _verbs(parse, at, begin)):
        return said[-1] if said and parse.dep[at] not in ("dobj", "obj") else Counted(start=None, end=None, head="people")
    if here and _repeats(parse, at, begin):
        return here[-1]
    return said[-1] if said and parse.dep[at] in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr") else None


def _among(parse: Parse, counted: Counted, begin: int) -> bool:
    """Whether it counts some of those counted before: "12 died, among them three children, and 30 were hurt"."""
    before = parse.text[parse.start[begin] : counted.start if counted.start is not None else parse.start[begin]]
    return bool(_INCLUDED.search(before))


def _numbered(parse: Parse, at: int, begin: int) -> Counted | None:
    """The plural that a bare figure is said to be the number of: "the fighters who left were 900", "marchers numbered 40"."""
    verb = parse.head[at]
    if (
        not begin <= verb < at
        or parse.lemma[verb] not in ("be", "number")
        or parse.dep[at] not in ("attr", "dobj", "obj", "acomp")
    ):
        return None
    subjects = (c for c in parse.children[verb] if parse.dep[c] == "nsubj" and parse.tag[c] == "NNS")
    subject = next(subjects, None)
    return _noun(parse, subject) if subject is not None and parse.lemma[subject] not in words("totals") else None


def _repeats(parse: Parse, at: int, begin: int) -> bool:
    """Whether a bare figure answers the same question again: "up from 98", "organisers 25,000"."""
    before = [parse.word(t).lower() for t in range(max(begin, at - 2), at)]
    closes = at + 1 >= len(parse) or parse.pos[at + 1] == "PUNCT"
    return before[-1:] == ["from"] or (closes and at > begin and parse.tag[at - 1] in ("NNS", "NNP", "NNPS"))


def _verbs(parse: Parse, at: int, begin: int) -> list[int]:
    """The verb a figure hangs on, and, where it is the subject of "were", what follows it."""
    above = [t for t in islice(parse.path(at), 2) if t >= begin]
    return [*above, *(c for t in above for c in parse.children[t] if parse.dep[c] in ("acomp", "xcomp", "conj"))]


def _total(parse: Parse, at: int, begin: int) -> Counted | None:
    """ "The death toll rose to 40", "the number of wounded stands at 12": the noun before, within eight tokens, or the
    subject of the verb, however far.
    """
    if (put := _put(parse, at, begin)) is not None:
        return _tally(parse, put, at)
    for t in range(at - 1, max(begin, at - 9) - 1, -1):
        if parse.pos[t] == "NUM" or parse.word(t) in (";", "."):
            return None
        if parse.lemma[t] in words("totals") and parse.pos[t] not in ("VERB", "AUX"):
            return _tally(parse, t, at)
        if parse.word(t).lower() in STATES and parse.word(t + 1).lower() == "at":  # "puts the dead at 38"
            return Counted(start=parse.start[t], end=parse.end[t], head=parse.word(t).lower(), token=t)
    subjects = [c for v in islice(parse.path(at), 3) for c in parse.children[v] if parse.dep[c] == "nsubj" and begin <= c < at]
    return next((_tally(parse, t, at) for t in subjects if parse.lemma[t] in words("totals")), None)


def _put(parse: Parse, at: int, begin: int) -> int | None:
    """The total that a figure is set for, however far: "puts the number of those killed since May, when it began, at 212"."""
    if at - 1 < begin or parse.word(at - 1).lower() not in ("at", "as", "about", "around", "over"):
        return None
    totals = (t for t in range(begin, at) if parse.lemma[t] in words("totals") and parse.word(t + 1).lower() == "of")
    found = next(totals, None)
    verbs = range(max(begin, found - 3), found) if found is not None else ()
    return found if any(parse.lemma[t] in _SETTING for t in verbs) else None


def _of_which(parse: Parse, at: int, begin: int) -> Counted | None:
    """What a sentence begins with that a bare figure is a part of: "Of the miners who came up, the doctors kept 12"."""
    while begin < at and (parse.pos[begin] in ("SPACE", "PUNCT") or parse.word(begin).lower() in ("but", "and", "yet")):
        begin += 1
    if parse.word(begin).lower() != "of" or parse.head[begin] == at:
        return None
    named = phrase(parse, begin, at)
    return named if named and named.token is not None and parse.tag[named.token] in ("NNS", "NNPS") else None


def _tally(parse: Parse, t: int, at: int) -> Counted | None:
    """What a total at token `t` is of: "wounded" of "the number of wounded", else itself, "death toll"."""
    if t + 1 < at and parse.word(t + 1).lower() == "of":
        return phrase(parse, t + 1, at)
    first = min([c for c in parse.children[t] if c < t and parse.dep[c] in ("compound", "amod")] or [t])
    return Counted(start=parse.start[first], end=parse.end[t], head=parse.lemma[first if first < t else t], token=t)
