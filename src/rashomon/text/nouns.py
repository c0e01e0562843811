"""A parse in, its noun phrases out: a head noun with the words before it that say which or what kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon import data
from rashomon.text.parse import Parse

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "’s", "'s", "his", "her", "their", "its"})
_DESCRIBES = ("JJ", "NN", "VBN", "VBG", "HYPH", "AFX", "FW", "ADD", ",")  # tags of words that say of what kind a thing is


@dataclass(frozen=True, slots=True)
class Phrase:
    """Token indices: from the first word that describes the head to the head (both included)."""

    first: int
    head: int
    definite: bool


def phrases(parse: Parse) -> Iterator[Phrase]:
    """Every common noun with the adjectives, nouns and participles before it; determiners and numbers are left outside."""
    for head in range(len(parse)):
        if parse.tag[head].startswith("NN") and not _within(parse, head):
            first = _first(parse, head)
            yield Phrase(first, head, first > 0 and parse.word(first - 1).lower() in _DEFINITE)


def _within(parse: Parse, head: int) -> bool:
    """Whether a noun only describes the noun right after it ("evacuation" in "evacuation deal")."""
    after = head + 1
    if after < len(parse) and parse.tag[after] == "HYPH" and parse.end[head] == parse.start[after]:
        return True
    if after == len(parse) or parse.dep[head] not in ("compound", "nmod") or parse.head[head] <= head:
        return False
    return parse.tag[after].startswith(("NN", "HYPH"))


def _first(parse: Parse, head: int) -> int:
    first, floor = head, max(parse.sentence(head)[0], head - 12)
    while first > floor and _belongs(parse, first - 1, head):
        first -= 1
    while first < head and parse.tag[first] in ("HYPH", ","):
        first += 1
    return first


def _belongs(parse: Parse, token: int, head: int) -> bool:
    """Whether the word before a phrase is part of it; a comma only between two adjectives."""
    word, tag = parse.word(token).lower(), parse.tag[token]
    if token + 1 < head and parse.tag[token + 1] == "HYPH" and parse.end[token] == parse.start[token + 1]:
        return True
    if word in _not_describing() or not tag.startswith(_DESCRIBES):
        return False
    if tag == ",":
        joined = parse.tag[token + 2] == "HYPH" if token + 2 < len(parse) else False
        return token > 0 and parse.tag[token - 1].startswith("JJ") and (joined or parse.tag[token + 1].startswith(("JJ", "VB")))
    return tag == "HYPH" or _describes(parse, token, head)


def _describes(parse: Parse, token: int, head: int) -> bool:
    """Whether a word belongs to the phrase of the head: hangs from it, directly or through another word before it."""
    for _ in range(6):
        if parse.head[token] == head:
            return True
        if not token < parse.head[token] <= head:
            return False
        token = parse.head[token]
    return False


@cache
def _not_describing() -> frozenset[str]:
    return frozenset(data.load("roles")["phrases"]["not_describing"])
