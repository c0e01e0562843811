"""A name in, the words out that tell its bearer from others: folded, in Latin letters, without titles and company endings."""

import re
import unicodedata
from functools import cache, lru_cache

from rashomon import data
from rashomon.text.romanise import romanise

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_SERVANT = re.compile(r"^abd[aeou](?:([drstzn]|sh)(?=\1)|[lr])(?=\w{3})")  # Abdurrahman, Abdelaziz: "abd" and a name of God
_GROWN_ARTICLE = re.compile(r"^[ae]([dnrstz])(?=\1)")  # Deir Ezzur, Ezzawiya
_OF_THE_FAITH = re.compile(r"^(\w{3,})[aeiou](?:d|l)(d[ei]+n)$")  # Saifuddin, Nureddin


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without case, accents, dots, quotes, possessive and leading article: "the U.S.'s" becomes "us"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['’‘ʼʿ`]s?(?=$|\s*$)", "", plain.strip())
    plain = re.sub(r"[.'’‘ʼʿ`“”\"«»]", "", plain.replace("&", " and "))
    plain = plain.translate(_LETTERS)
    return _ARTICLE.sub("", " ".join(re.findall(r"[^\W_]+", plain)))


_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """A name without the article before it, its case folded."""
    said = name.casefold().split()
    return " ".join(said[1:] if said[:1] == ["the"] else said)


def words(name: str, kind: str) -> tuple[str, ...]:
    """Words that bear a name, without company endings, titles and articles, and in one of several ways to write them."""
    if kind == "person" and name.count(",") == 1 and not re.search(r",\s*(?:[JS]r|I+)\b", name):
        name = " ".join(reversed(name.split(",")))
    words = fold(romanise(name)).split()
    if kind == "person":
        words = [part for word in words for part in _parted(word)]
        while len(words) > 1 and words[0] in _titles():
            words = words[1:]
        words = [w for i, w in enumerate(words) if not (i and w in _generations())] or words
    else:
        if kind == "place":
            words = [_GROWN_ARTICLE.sub("", w) if i or len(w) > 6 else w for i, w in enumerate(words)]
        short = data.load("given_names")["abbreviations"].get(kind, {})
        words = [part for word in words for part in short.get(word, word).split()]
    kept = [w for w in words if w not in _particles()] or words
    if kind != "person":
        kept = [w for w in kept if w not in endings()] or kept
    return tuple(kept)


def _parted(word: str) -> tuple[str, ...]:
    """A word that several names have grown into, as those: "abdurrahman" is "abd rahman", "saifuddin" is "saif din"."""
    if found := _SERVANT.match(word):
        return "abd", word[found.end() :]
    if word in ("abdul", "abdel", "abdal"):
        return ("abd",)
    if found := _OF_THE_FAITH.match(word):
        return found[1], "din"
    return (word,)


def guess(left: str, right: str) -> str:
    """What bears two names, where nobody says so: organisation, by the words bodies are called by, else person."""
    found = {*fold(left).split(), *fold(right).split()}
    return "organisation" if found & (endings() | _bodies()) else "person"


@cache
def _rows() -> dict[str, frozenset[int]]:
    """The rows of given names a form stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(data.load("given_names")["forms"]):
        for form in row:
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def forms(word: str) -> frozenset[int]:
    """The given names a folded word is a form of, by their number in the list."""
    return _rows().get(word, frozenset())


@cache
def _titles() -> frozenset[str]:
    single = (fold(t) for t in data.load("titles")["titles"] if " " not in t)
    return frozenset(single) | frozenset(data.load("given_names")["honorifics"])


@cache
def _generations() -> frozenset[str]:
    return frozenset(data.load("given_names")["generations"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(data.load("titles")["particles"])


@cache
def endings() -> frozenset[str]:
    """Company endings, folded."""
    return frozenset(data.load("titles")["legal_forms"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(data.load("titles")["organisation_words"])
