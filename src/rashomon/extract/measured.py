"""A measure in a parse in, what it measures out: the width of a crater, the distance from a harbour, the speed of the wind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from rashomon.data import by_word
from rashomon.extract import blows
from rashomon.extract import counted as counting
from rashomon.text.parse import Parse

KINDS = frozenset({"length", "speed", "area", "mass", "duration", "magnitude"})
"""Kinds of figures that measure something."""

_NOUNS = frozenset({"NOUN", "PROPN"})
_AWAY = frozenset({"from", "off"})
_SIDES = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"})
_SKIPPED = frozenset({"be", "which", "that", ",", "there", "now", "only", "reportedly", "some", "about"})
_GOES = "vehicle"  # what goes at a speed, by whatever name
_SHOCKS = frozenset({"aftershock", "foreshock"})
_QUAKES = frozenset({"earthquake", "quake", "tremor", "shock"})
_BACK = 80  # code points before a weight in which it may be said that it is allowed
_NEAR = 4  # tokens before a speed or a length in which its verb may stand
_LIMIT = re.compile(r"\b(?:limit|maximum|allowed|permitted)\b[^.;:]{0,40}\Z", re.IGNORECASE)
_CAPACITY = re.compile(
    r"\b(?:(?:licen[cs]ed|certified|registered|permitted|approved|designed|built|rated)\s+(?:for|to (?:hold|carry|store|take))"
    r"|(?:licen[cs]e|capacity|limit|maximum)\s+(?:is|was|of|for))\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)
_ITS = re.compile(r"\bits ([^\W\d_]+) (?:at|was|is|as|to be) (?:\w+ ){0,2}\Z", re.IGNORECASE)
_ZONE = re.compile(r"[ -]?(?:speed )?(?:zone|limit)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """`aspect`: which side of the thing is measured; `head`: the thing's lemma, "" where the text leaves it out; `start` and
    `end` in code points, both None then.
    """

    aspect: str
    head: str = ""
    start: int | None = None
    end: int | None = None


def measured(parse: Parse, kind: str, start: int, end: int) -> Measure | None:
    """What a measure between two code points is of; None where the words around it do not say so in a way that is known."""
    inside = parse.tokens(start, end)
    if kind not in KINDS or not inside:
        return None
    first, last = inside[0], inside[-1]
    begin, stop = parse.sentence(first)
    if kind == "magnitude":
        return _strength(parse, first, last, begin)
    if kind == "duration":
        return _lasting(parse, first, begin) or _gap(parse, first, last, begin, stop) or _delay(parse, first, last, begin, stop)
    if kind == "speed":
        return _speed(parse, first, last, begin, stop, end)
    if kind == "mass":
        allowed = _CAPACITY.search(parse.text[max(parse.start[begin], parse.start[first] - _BACK) : parse.start[first]])
        return Measure("capacity") if allowed else _before_noun(parse, last, stop)
    return (
        _side(parse, first, last, begin, stop)
        or _of(parse, first, begin)
        or _put_at(parse, first, begin)
        or _distance(parse, last, stop)
        or _before_noun(parse, last, stop)
        or _fall(parse, first, begin)
    )


def _strength(parse: Parse, first: int, last: int, begin: int) -> Measure:
    """ "A magnitude-5.2 aftershock" is no "magnitude-6.4 earthquake", nor are "aftershocks, the strongest of magnitude 5.1";
    whatever else is measured so is one.
    """
    after = [parse.lemma[at].lower() for at in range(last + 1, min(last + _NEAR, len(parse.lemma)))]
    before = [parse.lemma[at].lower() for at in range(first - 1, begin - 1, -1)]
    named = next((w for w in before if w in _SHOCKS or w in _QUAKES), "earthquake")
    shock = next((w for w in after if w in _SHOCKS), named if named in _SHOCKS else "earthquake")
    return Measure("magnitude", shock)


def _thing(parse: Parse, token: int, aspect: str) -> Measure:
    return Measure(aspect, parse.lemma[token].lower(), parse.start[token], parse.end[token])


def _side(parse: Parse, first: int, last: int, begin: int, stop: int) -> Measure | None:
    """ "A crater about three metres wide", "the crater, which is 6.5 metres in diameter", "the water there is 70 metres deep"."""
    at = last + 1
    if at < stop and parse.word(at).lower() == "in":
        at += 1
    aspect = by_word("measures", "aspect").get(parse.word(at).lower()) if at < stop else None
    if aspect is None:
        return None
    token = first - 1
    while token >= begin and (parse.lemma[token].lower() in _SKIPPED or parse.pos[token] in ("ADV", "SPACE")):
        token -= 1
    if token < begin or parse.pos[token] not in _NOUNS:
        return None
    if token < first - 1 and (subject := _subject(parse, first, begin)) is not None:
        token = subject
    return _thing(parse, token, aspect)


def _subject(parse: Parse, at: int, begin: int) -> int | None:
    """The noun that is the subject of the verb above a token; of a relative clause, what it is said of."""
    for verb in islice(parse.path(at), 6):
        if verb < begin or parse.pos[verb] not in ("VERB", "AUX"):
            continue
        for child in parse.children[verb]:
            if parse.dep[child] in ("nsubj", "nsubjpass"):
                if parse.pos[child] in _NOUNS:
                    return child
                above = parse.head[verb]
                return above if parse.dep[verb] == "relcl" and parse.pos[above] in _NOUNS else None
    return None


def _of(parse: Parse, first: int, begin: int) -> Measure | None:
    """ "A crater of seven metres", "gusts of 92 km/h"; "at a depth of 64 metres" is of what lies there."""
    if first - 2 < begin or parse.word(first - 1).lower() != "of" or parse.pos[first - 2] not in _NOUNS:
        return None
    noun = parse.lemma[first - 2].lower()
    if aspect := by_word("measures", "aspect").get(noun):
        subject = _subject(parse, first, begin)
        return None if subject is None else _thing(parse, subject, aspect)
    usual = by_word("measures", "usual").get(noun)
    return _thing(parse, first - 2, usual) if usual else None


def _put_at(parse: Parse, first: int, begin: int) -> Measure | None:
    """ "The magnitude of the quake at 6.1 and its depth at 10 km": a side of what the sentence named before."""
    found = _ITS.search(parse.text, max(parse.start[begin], parse.start[first] - _BACK), parse.start[first])
    aspect = by_word("measures", "aspect").get(found[1].lower()) if found else None
    things = by_word("measures", "thing")
    before = (t for t in range(first - 1, begin - 1, -1) if parse.pos[t] in _NOUNS and things.get(parse.lemma[t].lower()))
    at = next(before, None)
    return _thing(parse, at, aspect) if aspect and at is not None else None


def _distance(parse: Parse, last: int, stop: int) -> Measure | None:
    """ "Four kilometres from the harbour", "90 km east of the capital"."""
    at = last + 1
    at += at < stop and parse.word(at).lower() in ("away", "offshore")
    if at >= stop:
        return None
    word = parse.word(at).lower()
    if word in _SIDES and at + 1 < stop and parse.word(at + 1).lower() == "of":
        at += 1
    elif word not in _AWAY:
        return None
    end = counting.phrase(parse, at + 1, stop)
    if end is None or end.start is None or end.end is None:
        return None
    return Measure("distance", end.head.lower(), end.start, end.end)


def _fall(parse: Parse, first: int, begin: int) -> Measure | None:
    """ "The cabin fell about 60 metres"."""
    at = first - 1
    while at >= begin and parse.pos[at] == "ADV":
        at -= 1
    falls = at >= begin and by_word("measures", "verb").get(parse.lemma[at]) == "falling"
    return Measure("fall") if falls else None


def _verbs(parse: Parse, first: int, begin: int) -> Iterator[int]:
    """The verbs close before a token, nearest first."""
    return (t for t in range(first - 1, max(begin, first - _NEAR) - 1, -1) if parse.pos[t] == "VERB")


def _speed(parse: Parse, first: int, last: int, begin: int, stop: int, end: int) -> Measure | None:
    """Of the wind, of what goes; how fast one may go is asked apart."""
    before = parse.text[parse.start[begin] : parse.start[first]]
    if _LIMIT.search(before) or _ZONE.match(parse.text, end):
        return Measure("limit")
    if gusts := _of(parse, first, begin):
        return gusts
    if last + 1 < stop and by_word("measures", "usual").get(parse.lemma[last + 1].lower()) == "speed":
        return _thing(parse, last + 1, "speed")  # "100 km/h winds"
    things = by_word("measures", "thing")
    subject = _subject(parse, first, begin)
    if subject is not None and things.get(parse.lemma[subject].lower()) == "wind":
        return _thing(parse, subject, "speed")
    going = any(by_word("measures", "verb").get(parse.lemma[t]) == "going" for t in _verbs(parse, first, begin))
    if going and subject is not None:
        return replace(_thing(parse, subject, "speed"), head=_GOES)
    return None


def _lasting(parse: Parse, first: int, begin: int) -> Measure | None:
    """ "The talks had lasted nine days"."""
    if held := _held_on(parse, first, begin):
        return held
    at = first - 1 - (first - 1 >= begin and parse.word(first - 1).lower() == "for")
    if at > begin and parse.word(at).lower() == "on" and parse.lemma[at - 1] in ("go", "drag"):
        at -= 1  # "went on for six weeks"
    elif at < begin or parse.lemma[at] not in ("last", "continue") or parse.pos[at] != "VERB":
        return None
    subject = _subject(parse, first, begin)
    if subject is None:
        return None
    found = _thing(parse, subject, "lasting")
    return replace(found, head=by_word("measures", "state").get(found.head, found.head))


def _held_on(parse: Parse, first: int, begin: int) -> Measure | None:
    """ "A siege of 97 days", "under siege for eleven months", "besieged for a year": of what goes on over a town or a works."""
    word = parse.word(first - 1).lower() if first > begin else ""
    if word not in ("of", "for"):
        return None
    states = by_word("measures", "state")
    for t in range(first - 2, max(begin, first - (3 if word == "of" else 6)) - 1, -1):
        if name := states.get(parse.lemma[t].lower()):
            return Measure("lasting", name, parse.start[t], parse.end[t])
        if word == "of" or parse.pos[t] in ("PUNCT", "NUM"):
            return None
    return None


def _gap(parse: Parse, first: int, last: int, begin: int, stop: int) -> Measure | None:
    """How long a second blow came after the first."""
    before = parse.text[parse.start[begin] : parse.start[first]]
    return Measure("gap", "blow") if blows.between(before, parse.text[parse.end[last] : parse.end[stop - 1]]) else None


def _delay(parse: Parse, first: int, last: int, begin: int, stop: int) -> Measure | None:
    """ "The first boat reached the scene 49 minutes after the call", "the engine was there within nine minutes"."""
    behind = last + 1 < stop and parse.word(last + 1).lower() in ("after", "later")
    before = first > begin and parse.word(first - 1).lower() in ("within", "after")
    verb = next((t for t in parse.path(first) if parse.pos[t] in ("VERB", "AUX")), None)
    if not (behind or before) or verb is None or verb < begin or parse.lemma[verb] not in ("reach", "arrive", "come", "get"):
        return None
    subject = next((c for c in parse.children[verb] if parse.dep[c] == "nsubj" and parse.pos[c] in _NOUNS), None)
    return None if subject is None else _thing(parse, subject, "delay")


def _before_noun(parse: Parse, last: int, stop: int) -> Measure | None:
    """ "A 40-metre well", "the 80m-deep well", "a 250-kilogram bomb": of nouns of which it is known what is measured of them."""
    for t in range(last + 1, min(stop, last + 5)):
        if parse.pos[t] in ("PUNCT", "ADP", "VERB", "DET") and parse.word(t) not in "-–‑":
            return None
        usual = by_word("measures", "usual").get(parse.lemma[t].lower())
        if usual:
            said = (by_word("measures", "aspect").get(parse.word(k).lower()) for k in range(last + 1, t))
            return _thing(parse, t, next(filter(None, said), usual))
    return None
