"""Two names in, how likely they are one name written twice out: word by word, with reasons.

Names are folded (case, accents, marks), read into Latin letters, and freed of what does not tell one bearer from another:
titles, company endings. Each word of the shorter name then looks for its like in the longer: the same word, an initial, a form
of the same given name, one consonant skeleton (see `skeletons`), few edits. The worst pair decides as much as all together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from rashomon import data
from rashomon.text.namewords import endings, fold, forms, guess, words
from rashomon.text.romanise import romanise, written_in
from rashomon.text.skeletons import bones, loose, mandarin, of_two_genders, one_sound

__all__ = ["SAME", "Match", "acronym_of", "fold", "judged", "match", "skeleton"]

SAME = 0.80
"""From this score on two names are taken to be one; measured by the bench task `names`."""

_MAYBE = 0.65
_APART = 0.70  # two words less alike than this are two words, whatever stands beside them
_LONGEST = 300  # of a name, in code points, are compared
_UNVOICED = str.maketrans("gdb", "ktp")  # Korean has one letter for both
_ARABIC_ARTICLE = re.compile(r"(?<!\w)(?:al|el|ul|ad|ar|as|ash|at|az|ed|er|es|et|ez)[-\s'’ʿʼ]+(?=\w{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """`verdict`: same, maybe, different; `score` from 0 to 1; `reasons` in words."""

    verdict: str
    score: float
    reasons: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name, spelt one way, without articles: "el-Gharbi" and "Gharby" are GRB."""
    plain = _ARABIC_ARTICLE.sub("", fold(name))
    return " ".join(found for word in plain.split() if (found := bones(word)))


def match(left: str, right: str, kind: str | None = None) -> Match:
    """Whether two names may be one. `kind` (person, organisation, place …) decides what an extra word means; None guesses."""
    left, right = left[:_LONGEST], right[:_LONGEST]
    kind = kind or guess(left, right)
    a, b = words(left, kind), words(right, kind)
    if not a or not b:
        return judged(0.0, "nothing to compare")
    if kind == "person" and (why := _told_apart(left, right, a, b)):
        return judged(0.6, why)
    scripts = {written_in(left), written_in(right)}
    if "syllables" in scripts and len(scripts) > 1:
        a, b = (tuple(word.translate(_UNVOICED) for word in words) for words in (a, b))
    if a == b or "".join(a) == "".join(b):
        if scripts == {"syllables"} and fold(left) != fold(right):
            return judged(0.82, "other characters that sound the same in Mandarin")
        return judged(1.0, "the same once case, accents and marks are left out")
    if kind != "person" and _numbers(a) != _numbers(b):
        return judged(0.5, "their numbers differ")
    if sorted(a) == sorted(b):
        return judged(0.98 if kind == "person" else 0.9, "the same words in another order")
    if acronym_of(left, right) or acronym_of(right, left):
        return judged(0.85, "one is the initials of the other")
    if _one_mandarin(a, b):
        return judged(0.9, "the same syllables in Pinyin and Wade-Giles")
    if scripts == {"syllables"}:
        return judged(0.6, "other characters")
    score, reasons = _aligned(*_rejoined(a, b), kind, vowelless="consonants" in scripts and len(scripts) > 1)
    return judged(score, *reasons)


def judged(score: float, *reasons: str) -> Match:
    """A score with the verdict that goes with it."""
    verdict = "same" if score >= SAME else "maybe" if score >= _MAYBE else "different"
    return Match(verdict=verdict, score=round(score, 3), reasons=reasons)


def _numbers(words: Sequence[str]) -> list[str]:
    """What of a name is a number: "Unit 8200", "Fund III"; a letter alone is none."""
    return sorted(w for i, w in enumerate(words) if w.isdigit() or (i and len(w) > 1 and re.fullmatch(r"[ivx]+", w)))


def _told_apart(left: str, right: str, a: Sequence[str], b: Sequence[str]) -> str | None:
    """Why two people of like names are two: father and son, or "Omar bin Ali" and "Ali bin Omar"; None where nothing says so."""
    one, other = ([*fold(romanise(name)).split()] for name in (left, right))
    table = data.load("given_names")
    if all({*table["child_of"]} & {*words} for words in (one, other)) and a != b and sorted(a) == sorted(b):
        return "whose child is whose is the other way round"
    elder, younger = ({table["generations"].get(w) for w in words[1:]} - {None} for words in (one, other))
    return "one is the elder, one the younger" if elder and younger and elder != younger else None


def _one_mandarin(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether all words are Mandarin syllables and the same ones, three of them at least."""
    one, other = ([mandarin(word) for word in words] for words in (a, b))
    if None in one or None in other:
        return False
    left, right = (" ".join(w for w in words if w).split() for words in (one, other))
    return left == right and len(left) > 2


def _rejoined(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both names with two words of one run together where the other has them in one: "Jong Un", "Jongun"."""
    return _joined(a, b), _joined(b, a)


def _joined(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    for i in range(len(words) - 1):
        both = words[i] + words[i + 1]
        if (
            len(both) > 4
            and words[i] not in others
            and words[i + 1] not in others
            and any(_alike(both, o)[0] > 0.9 for o in others)
        ):
            return (*words[:i], both, *words[i + 2 :])
    return words


def _aligned(a: tuple[str, ...], b: tuple[str, ...], kind: str, vowelless: bool) -> tuple[float, list[str]]:
    """Pairs each word of the shorter name with one of the longer; the worst pair and what is left over decide."""
    short, long = sorted((a, b), key=lambda words: (len(words), words))
    rest, pairs = list(long), []
    for word in sorted(short, key=lambda w: (-len(w), w)):
        best = max(rest, key=lambda other: (_likeness(word, other, kind, vowelless)[0], other))
        pairs.append((*_likeness(word, best, kind, vowelless), word, best))
        rest.remove(best)
    worst = min(p[0] for p in pairs)
    length = [len(w) + len(o) for _, _, w, o in pairs]
    mean = sum(p[0] * n for p, n in zip(pairs, length, strict=True)) / sum(length)
    score = 0.5 * worst + 0.5 * mean
    reasons = list(dict.fromkeys(why.format(w, o) for _, why, w, o in pairs if why))
    if worst < _APART:
        score = min(score, SAME - 0.02)
    if all(min(len(w), len(o)) == 1 for _, _, w, o in pairs):
        score = min(score, 0.7)
    if kind == "person" and any(len(w) == 1 for w in short) and any(len(w) == 1 for w in rest):
        score = min(score, SAME - 0.02)  # "George W." is not "George H. W."
    if rest:
        score *= _leftover(short, rest, kind)
        reasons.append(f"only one has {' '.join(rest)}")
    return score, reasons


def _leftover(short: tuple[str, ...], rest: list[str], kind: str) -> float:
    """What an extra word costs: a middle name little, where two names already agree; another word of a company much."""
    if kind == "person":
        alone = len(short) == 1 or (len(short) == 2 and (short[0] == "abd" or short[1] == "din"))
        return 0.78 if alone or len(rest) > len(short) + 1 else 0.9
    weak = frozenset(data.load("given_names")["weak"].get("place" if kind == "place" else "organisation", ()))
    if set(rest) <= weak:
        return 0.88
    return 0.8 if sum(map(len, rest)) <= 3 and kind != "place" else 0.7


def _likeness(left: str, right: str, kind: str, vowelless: bool) -> tuple[float, str]:
    """How alike two words are, and in which way; initials and given names only in people's names."""
    if left != right and min(len(left), len(right)) == 1:
        if kind == "person" and left[0] == right[0]:
            return 0.9, "{0} may be an initial of {1}" if len(left) == 1 else "{1} may be an initial of {0}"
        return 0.0, "{0} and {1} differ"
    if kind == "person" and left != right and forms(left) & forms(right):
        return 0.92, "{0} and {1} are forms of one given name"
    if vowelless and (found := _consonants_alone(left, right)):
        return found, "{0} and {1} have the same consonants"
    return _alike(left, right)


def _consonants_alone(left: str, right: str) -> float:
    """Where one name comes from a script without vowels: how alike its bare consonants are to the other's."""
    a, b = (re.sub(r"^A|(?<!^)[VH]", "", bones(w)) for w in (left, right))
    return (0.9 if len(a) > 1 else 0.85) if a and a == b else 0.0


@lru_cache(maxsize=65536)
def _alike(left: str, right: str) -> tuple[float, str]:
    """How alike two words are, and in which way."""
    if left == right:
        return 1.0, ""
    edits = DamerauLevenshtein.distance(left, right)
    near = 1 - edits / max(len(left), len(right))
    if loose(left) == loose(right) or (near >= 0.4 and one_sound(left, right) >= (2 if near >= 0.5 else 4)):
        return max(0.92, near), "{0} and {1} are spellings of one name"
    if of_two_genders(left, right):
        return min(near, 0.6), "{0} and {1} are a man's and a woman's name"
    if edits == 1:  # a slip of the pen: a letter left out, two changed places, or one taken for another, not the first
        slip = len(left) == len(right) > 3 and left[0] == right[0]
        return near + 0.1 * slip, "{0} and {1} differ in one letter"
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
    own = "".join(w[0] for w in words if w[0].isupper() and w.casefold() not in endings())
    return letters in (initials, capitals, own)


def spelled_out(short: str, text: str, beside: bool = False) -> list[str]:
    """What capitals stand for in a text's own words, each once: "Northern News Agency" for "NNA"; with `beside` only where one
    stands in brackets right behind the other, as "Northern News Agency (NNA)".
    """
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()):
        return []
    long = r"(?:[ \u00a0-](?:of|for|the|and|in|on|&)){0,2}[ \u00a0-]".join(rf"{c}[\w’']+" for c in letters)
    marks = "[\"“”']?"
    pattern = rf"\b({long})\b"
    if beside:
        pattern = rf"\b({long})\b{marks},? ?\((?:or )?(?:the )?{marks}{letters}\b|\b{letters} \((?:the )?{marks}({long})\b"
    found = (next(g for g in match.groups() if g) for match in re.finditer(pattern, text))
    return list(dict.fromkeys(re.sub(r"['’]s?$", "", " ".join(name.split())) for name in found))
