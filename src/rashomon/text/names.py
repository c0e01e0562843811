"""Two names in, how likely they are one name written twice out: folding, consonant skeleton, similarity with reasons.

The skeleton undoes what romanisation does to a name: vowels, doubled letters, articles (al-, el-) and the many spellings of
one consonant (q and k, kh and gh, w and v). Two names of one skeleton are spellings of one name more often than not.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from rashomon import data

SAME = 0.80
"""From this score on two names are taken to be one; measured by the bench task `names`."""

_MAYBE = 0.65
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_ARABIC_ARTICLE = re.compile(r"(?<!\w)(?:al|el|ul|ad|ar|as|ash|at|az|ed|er|es|et|ez)[-\s'’ʿʼ]+(?=\w{2})")
_SOUND = {
    "sch": "S", "tch": "S", "dzh": "J", "kh": "K", "gh": "G", "sh": "S", "ch": "S", "dh": "D", "th": "T", "ph": "F",
    "zh": "Z", "ts": "S", "dj": "J", "ck": "K", "q": "K", "k": "K", "c": "K", "x": "KS", "w": "V", "v": "V", "f": "F",
    "g": "G", "j": "J", "z": "Z", "s": "S", "d": "D", "t": "T", "b": "B", "p": "P", "l": "L", "m": "M", "n": "N", "r": "R",
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(_SOUND, key=len, reverse=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """`verdict`: same, maybe, different; `score` from 0 to 1; `reasons` in words."""

    verdict: str
    score: float
    reasons: tuple[str, ...] = ()


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
def skeleton(name: str) -> str:
    """The consonants of a name, spelt one way, without articles: "el-Gharbi" and "Gharby" are GRB."""
    plain = _ARABIC_ARTICLE.sub("", fold(name))
    return " ".join(bones for word in plain.split() if (bones := _bones(word)))


def _bones(word: str) -> str:
    """Consonants of one word, each run of the same one once; a vowel at the beginning counts as one sign."""
    word = re.sub(r"^[ae]([dnrstz])(?=\1)", "", word)  # an article grown into its word: Ezzawiya
    word = re.sub(r"ou(?=[aeiou])", "w", word)  # as in French: Merouane, Oued
    word = re.sub(r"([aeiou])y\b", r"\1", re.sub(r"h\b", "", word))
    sounds = "".join(_SOUND[s] for s in _SPELLING.findall(re.sub(r"(?<=[aeiou])w(?=[^aeiou]|$)", "", word)))
    sounds = re.sub(r"(.)\1+", r"\1", sounds).replace("Z", "S")
    if word[:1] == "h":
        sounds = "H" + sounds
    return ("A" if word[:1] in set("aeiouy") and word[:1] else "") + sounds


def match(left: str, right: str, kind: str | None = None) -> Match:
    """Whether two names may be one. `kind` (person, organisation, place …) decides what an extra word means; None guesses."""
    a, b = _words(left, kind), _words(right, kind)
    if not a or not b:
        return _judged(0.0, "nothing to compare")
    if a == b or "".join(a) == "".join(b):
        return _judged(1.0, "the same once case, accents and marks are left out")
    if sorted(a) == sorted(b):
        return _judged(0.98, "the same words in another order")
    if acronym_of(left, right) or acronym_of(right, left):
        return _judged(0.85, "one is the initials of the other")
    score, reasons = _aligned(a, b, kind or _guess(left, right))
    return _judged(score, *reasons)


def _judged(score: float, *reasons: str) -> Match:
    verdict = "same" if score >= SAME else "maybe" if score >= _MAYBE else "different"
    return Match(verdict=verdict, score=round(score, 3), reasons=reasons)


def _words(name: str, kind: str | None) -> tuple[str, ...]:
    """Words that bear a name, without company endings and titles."""
    words = [w for w in fold(name).split() if w not in _particles()]
    kept = [w for w in words if w not in _endings()] if kind != "person" else words
    return tuple(kept or words or fold(name).split())


def _guess(left: str, right: str) -> str:
    words = {*fold(left).split(), *fold(right).split()}
    return "organisation" if words & (_endings() | _bodies()) else "person"


def _aligned(a: tuple[str, ...], b: tuple[str, ...], kind: str) -> tuple[float, list[str]]:
    """Pairs each word of the shorter name with one of the longer; the worst pair and what is left over decide."""
    short, long = sorted((a, b), key=len)
    rest, pairs = list(long), []
    for word in sorted(short, key=len, reverse=True):
        best = max(rest, key=lambda other: _alike(word, other)[0])
        pairs.append((*_alike(word, best), word, best))
        rest.remove(best)
    worst = min(p[0] for p in pairs)
    mean = sum(p[0] * len(p[2]) for p in pairs) / sum(len(p[2]) for p in pairs)
    score = 0.5 * worst + 0.5 * mean
    reasons = list(dict.fromkeys(why.format(w, o) for _, why, w, o in pairs if why))
    if rest:
        score *= _leftover(short, rest, kind)
        reasons.append(f"only one has {' '.join(rest)}")
    return score, reasons


def _leftover(short: tuple[str, ...], rest: list[str], kind: str) -> float:
    """What an extra word costs: a middle name little, where two names already agree; another word of a company much."""
    if kind == "person":
        return 0.85 if len(short) == 1 else 0.9
    return 0.8 if sum(map(len, rest)) <= 3 else 0.7


@lru_cache(maxsize=65536)
def _alike(left: str, right: str) -> tuple[float, str]:
    """How alike two words are, and in which way."""
    if left == right:
        return 1.0, ""
    if min(len(left), len(right)) == 1 and left[0] == right[0]:
        return 0.9, "{0} may be an initial of {1}" if len(left) == 1 else "{1} may be an initial of {0}"
    if right in _nicknames().get(left, ()) or left in _nicknames().get(right, ()):
        return 0.92, "{0} is short for {1}, or the other way round"
    edits = DamerauLevenshtein.distance(left, right)
    near = 1 - edits / max(len(left), len(right))
    if _bones(left) == _bones(right) and len(_bones(left)) > 1 and near >= 0.5:
        return max(0.92, near), "{0} and {1} are spellings of one name"
    if edits == 1 and len(left) == len(right):
        return (near + 0.1 if len(left) > 3 else near), "{0} and {1} differ in one letter"
    return near, "{0} and {1} differ"


def acronym_of(short: str, long: str) -> bool:
    """Whether capitals are the initials of a longer name, small words counted or not: "WFP", "World Food Programme"."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()):
        return False
    words = re.findall(r"[^\W\d_]+", long.replace("'", "").replace("’", ""))
    if len(words) < 2:
        return False
    initials = "".join(w[0] for w in words).upper()
    capitals = "".join(w[0] for w in words if w[0].isupper())
    return letters in (initials, capitals)


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    return {short: tuple(full) for short, full in data.load("titles")["nicknames"].items()}


@cache
def _particles() -> frozenset[str]:
    return frozenset(data.load("titles")["particles"])


@cache
def _endings() -> frozenset[str]:
    return frozenset(data.load("titles")["legal_forms"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(data.load("titles")["organisation_words"])
