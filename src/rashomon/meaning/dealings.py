"""A claim in, what it answers to a question put of any departure under terms, exchange, surrender or siege out.

"The guns fell silent on Wednesday" answers "they were shelled until Friday", and "among ourselves" whoever says that an envoy
chaired the talks: such answers share no words, so that they are told by the ways in which each is put (`data/dealings.toml`).
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.data import load
from rashomon.meaning import dealwords
from rashomon.model import Claim, Mention

_WORDS = re.compile(r"(?<![A-Z])[A-Z]{2,}(?![A-Z])")
_BREAK = re.compile(r"[,;:“”\"(–—]|\b(?:that|and|but|when|after|while|as|because|where|then|which|who)\b", re.I)
_NEGATING = re.compile(r"\b(?:not|never|no|nobody|none|neither|nor|without|cannot|hardly)\b|n’t\b", re.I)


@dataclass(frozen=True, slots=True)
class Dealing:
    """An answer (`answer`) to a question (`question`), as `data/dealings.toml` names them, and by which words it is given;
    `flipped`: whether these words are denied.
    """

    question: str
    answer: str
    words: str
    flipped: bool = False


def questions() -> Mapping[str, Mapping[str, Any]]:
    """What is asked, by its name."""
    asked: Mapping[str, Mapping[str, Any]] = load("dealings")["question"]
    return asked


def put(claim: Claim, mentions: Sequence[Mention]) -> str:
    """A claim's words as its answers are looked for in: with "@" for the names of places. `mentions` are the claim's."""
    text, offset = claim.span.text.replace("@", " "), claim.span.start
    places = [m.span for m in mentions if m.kind == "place" and m.form == "name"]
    for span in sorted(places, key=lambda s: -s.start):
        text = f"{text[: span.start - offset]}@{text[span.end - offset :]}"
    return _plain(text)


def read(claim: Claim, text: str, around: str, name: str) -> Dealing | None:
    """What a claim answers to a question. `text`: its words as `put` gives them; `around`: those of its document about it."""
    row = questions()[name]
    if claim.declines or (claim.modality in ("future", "possible") and not row.get("open")):
        return None
    if "terms" in row and bool(_before("terms").search(text)) != row["terms"]:
        return None
    if "apart" in row and re.search(row["apart"], text, re.I):
        return None
    if not all(re.search(_compiled(row[key]), _plain(around), re.I) for key in ("near", "way") if key in row):
        return None
    return next((found for answer, told in row["answer"].items() if (found := _answer(claim, text, name, answer, told))), None)


def asked(name: str, claims: Sequence[Claim]) -> str:
    """What is asked, with the noun by which most claims call the agreement."""
    nouns = Counter(m[0].lower().removesuffix("s") for c in claims for m in dealwords.nouns().finditer(c.span.text))
    best = min(nouns, key=lambda n: (-nouns[n], n), default="agreement")
    ask: str = questions()[name]["ask"]
    return ask.replace("{noun}", best)


def opposite(found: Dealing) -> Dealing | None:
    """What is said by who rejects an answer, if that is an answer."""
    other = questions()[found.question]["answer"][found.answer].get("not")
    return Dealing(found.question, other, found.words, True) if other else None


def said(name: str, answer: str) -> str:
    """An answer in words."""
    words: str = questions()[name]["answer"][answer]["said"]
    return words


def against(one: Dealing, other: Dealing) -> bool:
    """Whether two answers to a question cannot both be so."""
    pairs = questions()[one.question].get("against", ())
    return [one.answer, other.answer] in pairs or [other.answer, one.answer] in pairs


def _answer(claim: Claim, text: str, name: str, answer: str, told: Mapping[str, Any]) -> Dealing | None:
    for pattern in _patterns(name, answer):
        for found in pattern.finditer(text):
            before = text[: found.start()]
            if _before("near", "[^,;.]{0,30}$").search(before) or _before("far").search(before):
                continue
            made = Dealing(name, answer, found[0].strip())
            if claim.reversed == bool(_NEGATING.search(_BREAK.split(before)[-1])):
                return made
            if flipped := opposite(made):
                return flipped
    return None


def _plain(text: str) -> str:
    return " ".join(text.replace("'", "’").split())


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
