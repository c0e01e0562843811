"""A figure's place in a parse in, what it counts out: the noun phrase behind it."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.text.parse import Parse

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "DET", "ADV", "PART", "NUM", "SYM", "X"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PREPOSITIONS = frozenset(
    {"to", "toward", "towards", "from", "in", "at", "by", "for", "with", "on", "as", "near", "after", "over", "into", "of"}
)
_NUMERAL_NOUNS = frozenset({"dozen", "hundred", "thousand", "million", "billion", "trillion"})
STATES = frozenset({"dead", "injured", "wounded", "missing", "hurt", "killed"})
_AMOUNTS = frozenset({"number", "series", "range", "variety", "handful", "majority", "couple", "string", "host"})
_IDLE = frozenset({"the", "all", "its", "“", '"', "‘", "’", "-"})
_MARKS = frozenset("-–/“”\"‘’'")
_WHEN = frozenset({"this", "last", "next", "that", "every"})
_DAYPARTS = frozenset({"morning", "afternoon", "evening", "night", "week", "weekend", "month", "year"})
_TODAY = frozenset({"yesterday", "today", "tonight", "tomorrow", "overnight"})
_LIMIT = 14  # tokens: a noun phrase longer than this is a misreading


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a figure counts: code points `start` to `end`, both None where it is only implied, and the head noun's lemma."""

    start: int | None
    end: int | None
    head: str
    token: int | None = None


@cache
def words(table: str) -> frozenset[str]:
    """A word list of `data/counted.toml`."""
    return frozenset(load("counted")[table]["words"])


def phrase(parse: Parse, at: int, stop: int) -> Counted | None:
    """The noun phrase that begins at token `at` ("of the Islamic State terrorists"), read up to token `stop`."""
    begin = at + 1 if at < stop and parse.word(at).lower() == "of" else at
    first, idle = begin, _IDLE | {"a"} if begin > at else _IDLE
    while first < stop and (parse.word(first).lower() in idle or parse.tag[first] == "SP"):
        first += 1
    if begin == at and first < stop and parse.word(first).lower() in ("a", "an"):  # "15 a year"
        return None
    if first > begin > at and first < stop and parse.pos[first] == "NUM":  # "of the 60 divers"
        first += 1
    last = _chunk(parse, first, min(stop, first + _LIMIT)) if first < stop and not _when(parse, first) else None
    if last is None:
        return None
    if parse.word(last).lower() in STATES:
        return Counted(start=parse.start[first], end=parse.end[last], head=parse.word(last).lower(), token=last)
    owner = _owner(parse, at, first, last)
    last = owner if owner is not None else last
    head, lemma = last, parse.lemma[last]
    end = last
    if last + 2 < stop and parse.word(last + 1).lower() == "of":
        inner = _chunk(parse, last + 2, min(stop, last + 2 + _LIMIT))
        if inner is not None and lemma in _AMOUNTS:  # "one of a number of drivers"
            head, lemma = inner, parse.lemma[inner]
        end = inner if inner is not None and not _has_number(parse, last + 2, inner) else last
    elif (
        last + 2 < stop
        and parse.word(last + 1).lower() in ("and", "or")
        and parse.pos[last + 2] == "NOUN"
        and _nominal(parse, last + 2)
    ):
        wider = _chunk(parse, last + 2, min(stop, last + 4))
        end = wider if wider == last + 2 and parse.dep[wider] == "conj" else last
    return Counted(start=parse.start[first], end=parse.end[end], head=lemma, token=head)


def _owner(parse: Parse, at: int, first: int, last: int) -> int | None:
    """The plural owner that a number counts rather than what is owned: "400 farmers' land"."""
    for t in range(first, last):
        if parse.tag[t + 1] == "POS" and at == first and (parse.tag[t] in ("NNS", "NNPS") or parse.lemma[t] == "people"):
            return t
    return None


def hyphened(parse: Parse, at: int, stop: int) -> Counted | None:
    """The noun that a hyphen ties to a number ("a 15-member council"), None for idioms ("two-way")."""
    if at + 1 >= stop or parse.pos[at + 1] not in _NOMINAL or parse.lemma[at + 1] in words("hyphened"):
        return None
    return Counted(start=parse.start[at + 1], end=parse.end[at + 1], head=parse.lemma[at + 1], token=at + 1)


def _has_number(parse: Parse, first: int, last: int) -> bool:
    return any(parse.pos[t] == "NUM" for t in range(first, last + 1))


def _chunk(parse: Parse, first: int, stop: int) -> int | None:
    """The last noun of a run of modifiers and nouns, None where there is none; what stands in brackets is passed over."""
    last, depth = None, 0
    for t in range(first, stop):
        word = parse.word(t)
        if word in "()":
            depth = depth + 1 if word == "(" else depth - 1
            if depth < 0:
                break
        elif depth:
            continue
        elif t > first and (word.lower() in _PREPOSITIONS or (last is not None and word.lower() in STATES) or _when(parse, t)):
            break
        elif _nominal(parse, t):
            led = last is not None and (_leads_on(parse, last) or parse.tag[last + 1] == "HYPH")
            if last is not None and last != t - 1 and not led and not _bridge(parse, t - 1):
                break
            if last == t - 1 and _told_apart(parse, last):  # "1,500 Rebels Walk Out": in headlines verbs look like nouns
                break
            if last is not None and parse.tag[last] == "NNS" and parse.pos[t] == "PROPN" and not _leads_on(parse, last):
                break
            last = t
        elif not _inside(parse, t, first, last):
            break
    if last is not None and parse.dep[last] in ("compound", "nmod", "amod") and 1 < parse.head[last] - last < 5:
        last = parse.head[last] if parse.head[last] < stop and parse.pos[parse.head[last]] == "NOUN" else last
    return last if last is not None else _adjective(parse, first, stop)


def _when(parse: Parse, t: int) -> bool:
    """Whether a token opens words for when: "ten this morning", "40 wounded last night"."""
    word, after = parse.word(t).lower(), parse.lemma[t + 1].lower() if t + 1 < len(parse) else ""
    return word in _TODAY or (word in _WHEN and (after in _DAYPARTS or after.endswith("day")))


def _told_apart(parse: Parse, t: int) -> bool:
    """Whether a capitalised plural of people stands before a capitalised word that is no plural, so that it is no modifier."""
    word, after = parse.word(t), parse.word(t + 1)
    plural = word.endswith("s") and word.lower()[:-1] in words("people")
    return plural and word[:1].isupper() and after[:1].isupper() and not after.endswith("s")


def _nominal(parse: Parse, t: int) -> bool:
    """A noun, or capitals such as IS that taggers take for verbs."""
    word = parse.word(t)
    if parse.lemma[t] in _NUMERAL_NOUNS:
        return False
    return parse.pos[t] in _NOMINAL or (len(word) > 1 and word.isupper() and word.isalpha())


def _leads_on(parse: Parse, noun: int) -> bool:
    return parse.dep[noun] in ("compound", "nmod", "poss", "amod", "nummod")


def _inside(parse: Parse, t: int, first: int, last: int | None) -> bool:
    """Whether a token that is no noun belongs to the run: a modifier before the noun, a mark within it."""
    word, tag, pos = parse.word(t), parse.tag[t], parse.pos[t]
    if pos == "SPACE":
        return "\n" not in word
    if last is not None:
        if parse.tag[t - 1] == "POS" and pos in ("ADV", "ADJ", "NUM"):
            return True
        return _bridge(parse, t) or (parse.head[t] > t and parse.head[t] - t < 4 and parse.dep[t] in ("amod", "compound", "nmod"))
    if word.lower() in (",", "and", "or"):
        return t > first and parse.pos[t - 1] == "ADJ"
    if pos == "NUM" and t == first:
        return False
    return pos in _INSIDE or tag in ("PRP$", "WP$", "VBN", "VBG", "JJ") or word in _MARKS


def _bridge(parse: Parse, t: int) -> bool:
    """A mark that ties what follows to the noun before: a possessive, a hyphen, a slash, a bracket or quotation mark."""
    if parse.word(t) in "-–" and parse.text[parse.end[t] : parse.end[t] + 1].isspace():
        return False
    return parse.tag[t] in ("POS", "HYPH") or parse.word(t) in _MARKS or parse.word(t) == ")"


def _adjective(parse: Parse, first: int, stop: int) -> int | None:
    """An adjective or participle that stands for people ("the wounded", "40 injured", "five dead")."""
    for t in range(first, min(stop, first + 2)):
        if parse.word(t).lower() in STATES or parse.word(t).lower() == "others":
            return t
        if parse.pos[t] not in ("ADJ", "ADV"):
            return None
    return None


def stop_of(parse: Parse, at: int) -> int:
    """The token after the sentence in which a token stands."""
    return parse.sentence(at)[1] if at < len(parse) else len(parse)


def token_at(parse: Parse, position: int) -> int:
    """The first token that begins at or after a code point."""
    return bisect_left(parse.start, position)
