"""A claim in, what it answers to a question put of any departure under terms, exchange, surrender or siege out.

"The guns fell silent on Wednesday" answers "they were shelled until Friday", and "among ourselves" whoever says that an envoy
chaired the talks: such answers share no words, so that they are told by the ways in which each is put (`data/dealings.toml`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from rashomon.data import load
from rashomon.meaning import dealwords
from rashomon.meaning.families import spoken_of
from rashomon.model import Claim, Mention

_WORDS = re.compile(r"(?<![A-Z])[A-Z]{2,}(?![A-Z])")
_BREAK = re.compile(r"[,;:“”\"(–—]|\b(?:that|and|but|when|after|while|as|because|where|then|which|who)\b", re.I)
OPENING = 8
"""First claims of an account, in which it says what it is about."""
_TELLING = 3  # of these that speak of such a thing, and different words for it, together

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEGATING = re.compile(r"\b(?:not|never|no|nobody|none|neither|nor|without|cannot|hardly)\b|n’t\b", re.I)


@dataclass(frozen=True, slots=True)
class Dealing:
    """An answer (`answer`) to a question (`question`), as `data/dealings.toml` names them, and where the words that give it stand
    (code points from the claim's start); `flipped`: whether these words are denied.
    """

    question: str
    answer: str
    start: int
    end: int
    flipped: bool = False


@dataclass(frozen=True, slots=True)
class Put:
    """A claim's words as answers are looked for in, with "@" for names of places, and where each letter stands in the claim."""

    text: str
    at: tuple[int, ...]


def told_of(openings: Iterable[Iterable[Claim]]) -> bool:
    """Whether half of the accounts open with an event of which these questions are asked. `openings`: the claims of each."""
    asked = load("dealings")["asked"]
    families, words = {*asked["families"]}, {*asked["words"]}

    def tells(claims: Iterable[Claim]) -> bool:
        kin = [bool(spoken_of(claim) & families) for claim in claims]
        said = {w for claim in claims for w in _WORD.findall(claim.span.text.lower())} & words
        return any(kin) and sum(kin) + len(said) >= _TELLING

    told = [tells([*claims]) for claims in openings]
    return 2 * sum(told) >= len(told)


def questions() -> Mapping[str, Mapping[str, Any]]:
    """What is asked, by its name."""
    asked: Mapping[str, Mapping[str, Any]] = load("dealings")["question"]
    return asked


def put(claim: Claim, mentions: Sequence[Mention]) -> Put:
    """A claim's words as answers are looked for in. `mentions` are the claim's."""
    offset, text = claim.span.start, claim.span.text
    places = {m.span.start - offset: m.span.end - offset for m in mentions if m.kind == "place" and m.form == "name"}
    letters: list[str] = []
    at: list[int] = []
    n = 0
    while n < len(text):
        letter, end = ("@", places[n]) if n in places else (_letter(text[n]), n + 1)
        if letter != " " or letters[-1:] != [" "]:
            letters.append(letter)
            at.append(n)
        n = max(end, n + 1)
    return Put("".join(letters), (*at, len(text)))


def _letter(written: str) -> str:
    return " " if written.isspace() or written == "@" else "’" if written == "'" else written


def read(claim: Claim, text: Put, around: str, name: str) -> Dealing | None:
    """What a claim answers to a question. `text`: as `put` gives it; `around`: those of its document about it."""
    row = questions()[name]
    if claim.declines or (claim.modality in ("future", "possible") and not row.get("open")):
        return None
    if "terms" in row and bool(_before("terms").search(text.text)) != row["terms"]:
        return None
    if "apart" in row and re.search(row["apart"], text.text, re.I):
        return None
    if not all(_near(row[key], around) for key in ("near", "way") if key in row):
        return None
    answers = (answer for answer, told in row["answer"].items() if "near" not in told or _near(told["near"], around))
    return next((found for answer in answers if (found := _answer(claim, text, name, answer))), None)


def asked(name: str, claims: Sequence[Claim]) -> str:
    """What is asked, with the noun by which most claims call the agreement."""
    nouns = Counter(m[0].lower().removesuffix("s") for c in claims for m in dealwords.nouns().finditer(c.span.text))
    best = min(nouns, key=lambda n: (-nouns[n], n), default="agreement")
    ask: str = questions()[name]["ask"]
    return ask.replace("{noun}", best)


def opposite(found: Dealing) -> Dealing | None:
    """What is said by who rejects an answer, if that is an answer."""
    other = questions()[found.question]["answer"][found.answer].get("not")
    return replace(found, answer=other, flipped=True) if other else None


def said(name: str, answer: str) -> str:
    """An answer in words."""
    words: str = questions()[name]["answer"][answer]["said"]
    return words


def against(one: Dealing, other: Dealing) -> bool:
    """Whether two answers to a question cannot both be so."""
    pairs = questions()[one.question].get("against", ())
    return [one.answer, other.answer] in pairs or [other.answer, one.answer] in pairs


def _answer(claim: Claim, text: Put, name: str, answer: str) -> Dealing | None:
    row = questions()[name]
    for pattern in _patterns(name, answer):
        for found in pattern.finditer(text.text):
            before = text.text[: found.start()]
            if _barred(before, row):
                continue
            made = Dealing(name, row["answer"][answer].get("as", answer), text.at[found.start()], text.at[found.end()])
            if claim.reversed == bool(_NEGATING.search(_BREAK.split(before)[-1])):
                return made
            if flipped := opposite(made):
                return flipped
    return None


def _barred(before: str, row: Mapping[str, Any]) -> bool:
    """Whether what stands before an answer makes it none: only terms are told with "they could keep"."""
    hoped = _before("near", "[^,;.]{0,30}$").search(before)
    allowed = row.get("terms") and hoped and hoped[0].lower().startswith(("could", "would"))
    return bool((hoped and not allowed) or _before("far").search(before))


def _near(pattern: str, around: str) -> bool:
    """Whether words stand around a claim."""
    return bool(re.search(_compiled(pattern), " ".join(around.replace("'", "’").split()), re.I))


@cache
def _before(name: str, behind: str = "") -> re.Pattern[str]:
    """What makes of an answer none, or a term, with what may stand `behind` it."""
    return re.compile(rf"\b(?:{'|'.join(load('dealings')['before'][name])})\b{behind}", re.I)


@cache
def _patterns(name: str, answer: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_compiled(p), re.I) for p in questions()[name]["answer"][answer]["is"])


@cache
def _compiled(pattern: str) -> str:
    """A pattern of the table as one of expressions."""
    words: Mapping[str, Sequence[str]] = load("dealings")["words"]
    made = _WORDS.sub(lambda m: f"(?:{'|'.join(words[m[0]])})" if m[0] in words else m[0], pattern)
    return _compiled(made) if made != pattern and _WORDS.search(made) and any(w in words for w in _WORDS.findall(made)) else made
