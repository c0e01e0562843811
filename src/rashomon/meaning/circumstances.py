"""A claim in, the questions put of any accident or attack that it answers, and how, out (`data/circumstances.toml`).

Each answer is told by its own words: who "had both hands on the wheel" answers whoever saw him "on the telephone".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.data import load
from rashomon.meaning.families import spoken_of
from rashomon.meaning.subjects import vehicles
from rashomon.model import Claim

_BEGUN = (3, 4)  # letters by which a word begins
_WORD = re.compile(r"[a-z]{3,}")
_LONG = 600  # code points of a claim that are read
_BREAK = re.compile(
    r"[;:“”\"(–—]|,\s+(?:and|but|which|who|when|while|as|because)\b|\b(?:that|but|when|after|while|because|where|then)\b"
)
_NEGATING = re.compile(
    r"\b(?:not|never|no|nobody|no[ -]one|none|neither|nor|without|cannot|hardly|nothing)\b|n['’]t\b", re.IGNORECASE
)
_OPEN = re.compile(r"^(?:if|unless|whether)\b|\b(?:if|unless|whether)\b[^:“”]{0,60}$|\?\s*$", re.IGNORECASE)
_TALK = re.compile(
    r"\b(?:talk|rumou?rs?|claims?|allegations?|reports?|suggestions?|accusations?|stor(?:y|ies)|tales?|charges?|idea|notion)\b"
    r"(?:[^.;]{0,40} that\b[^.;]*| (?:of|about)\b[^.;]{0,40})$",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:insult|false|untrue|lies?|nonsense|baseless|unfounded|absurd|wrong|invented|inventions?|slander|myth|fairy[- ]?tales?"
    r"|fantas(?:y|ies)|fabrications?|fabricated|rubbish|ridiculous|propaganda|groundless"
    r"|(?:a|an|just|mere) (?:[\w-]+ )?stor(?:y|ies))\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\bon that occasion\b|\byears? (?:ago|earlier|before)\b|\bin (?:\w+ )?(?:19|20)\d\d\b|\bsince (?:19|20)\d\d\b"
    r"|\bfor (?:months|years)\b",
    re.IGNORECASE,
)
_SUSPECTED = re.compile(r"\b(?:suspected|accused) of\b|\b(?:rumou?red|alleged) to\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:would|could|should|might|may|must)(?: have| be)* $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer to a question (`matter`), and by which words, at which code points of the claim."""

    matter: str
    answer: str
    words: str
    start: int
    end: int
    weak: bool = False


def matter(name: str) -> Mapping[str, Any]:
    """What is known of a question."""
    row: Mapping[str, Any] = load("circumstances")["matter"][name]
    return row


def of_event(openings: Sequence[Sequence[Claim]], families: Sequence[str] = ()) -> bool:
    """Whether half of the accounts are about an accident, a disaster or an attack, by the claims with which each opens; or a
    third about one of these families of words: a crash may be told as a fire.
    """
    sought = {*(families or load("circumstances")["event"]["families"])}
    about = sum(any(spoken_of(c) & sought for c in claims) for claims in openings)
    return (3 if families else 2) * about >= len(openings)


def told(claim: Claim) -> Iterator[Told]:
    """All that a claim answers, one answer to each question; by weak words only what nothing else answers."""
    text = claim.span.text[:_LONG]
    begun = {w[:n] for w in _WORD.findall(text.lower()) for n in _BEGUN}
    for name, row in load("circumstances")["matter"].items():
        if begun.isdisjoint(_beginnings(name)) or (claim.modality == "future" and not row.get("future")):
            continue
        if not row.get("past") and _OTHER_TIME.search(text):
            continue
        if found := _answer(claim, name, row, text):
            yield found


def _answer(claim: Claim, name: str, row: Mapping[str, Any], text: str) -> Told | None:
    for weak in (False, True):
        for answer in row["weak" if weak else "answers"] if not weak or "weak" in row else ():
            for found in _pattern(name, answer, weak).finditer(text):
                if _OPEN.search(text[: found.start()]) or (_MODAL.search(text[: found.start()]) and not row.get("future")):
                    continue
                read = _turned(claim, row, answer, text, found)
                if read is not None and row.get("by"):
                    read = next(iter([*vehicles(text[: found.start()])][-1:]), None)
                if read is not None:
                    return Told(name, read, " ".join(found[0].split()), found.start(), found.end(), weak)
    return None


def _turned(claim: Claim, row: Mapping[str, Any], answer: str, text: str, found: re.Match[str]) -> str | None:
    """The answer, turned round by a "not" before or in it, or by whoever denies the whole; None where it is none."""
    if claim.declines and answer != "not said":
        return None
    turned: Mapping[str, str] = row.get("turned", {})
    left_open: str | None = row.get("open")
    before = _BREAK.split(text[: found.start()])[-1]
    negative = answer not in (
        "no",
        "not said",
        "not",
        "missing",
        "unhurt",
        "elsewhere",
        "stays",
        "clean",
        "closed",
        "blocked",
        "calm",
        "poor",
    )
    flip = claim.reversed != bool(negative and _NEGATING.search(before + found[0]))
    if _TALK.search(text[: found.start()]):
        if not _FALSE.search(text[found.end() :]):
            return None
        flip = not flip
    if not flip:
        suspected = claim.modality == "possible" or _SUSPECTED.search(text[: found.start()])
        if suspected and not row.get("future"):
            return left_open
        return answer
    return turned.get(answer)


@cache
def _beginnings(name: str) -> frozenset[str]:
    """How the words begin of which an answer holds at least one: most claims hold none, and need no closer look."""
    row = matter(name)
    patterns = (_compiled(p) for answers in (row["answers"], row.get("weak", {})) for found in answers.values() for p in found)
    words = {w for p in patterns for w in _WORD.findall(re.sub(r"\\[a-z]", " ", p).lower())}
    return frozenset(w[: _BEGUN[-1]] for w in words - {*load("circumstances")["common"]["words"]})


@cache
def _pattern(name: str, answer: str, weak: bool) -> re.Pattern[str]:
    made = (_compiled(p) for p in matter(name)["weak" if weak else "answers"][answer])
    return re.compile("|".join(rf"(?<![\w-])(?:{p})(?![\w-])" for p in made), re.IGNORECASE)


@cache
def _compiled(pattern: str) -> str:
    """A pattern of the table as one of expressions."""
    words = {name: f"(?:{'|'.join(forms)})" for name, forms in load("circumstances")["words"].items()}
    words |= {"ANY": r"(?:[\w’'-]+ ?){0,4}?", "FEW": r"(?:[\w’'-]+ ?){0,2}?"}
    return re.sub(r"\b(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")\b", lambda m: words[m[0]], pattern)
