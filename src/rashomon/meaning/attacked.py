"""A claim in, what it says to have been there or not when something was attacked out: an aircraft, an arms depot, a warning.

What accounts of an attack call these things is data (`data/attacked.toml`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.data import load
from rashomon.meaning.families import before_it, spoken
from rashomon.meaning.likely import doubtful
from rashomon.model import Claim
from rashomon.text.patterns import either

HERE, NONE, UNSEEN = "here", "none", "unseen"
"""What a claim says of a thing: that it was there, that it was not, that somebody did not see or hear it."""

_NO = re.compile(
    r"\b(?:no|not (?:an?|any|one)|never an?|any|without|neither)\s+"
    r"(?:(?:evidence|sign|trace|proof|indication)s? of (?:an?\s+|any\s+)?)?(?:[\w'’-]+\s+)?$",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:not|n['’]t|never|nobody|no one)\b.{0,30}\b(?:disput|doubt|den|contest|question)\w*", re.IGNORECASE)


_STEM = 2  # letters of a word, from which on it tells which is meant


@dataclass(frozen=True, slots=True)
class Presence:
    """A thing of `data/attacked.toml`, by which words, and whether it was there."""

    thing: str
    words: str
    was: str


def present(claim: Claim) -> Iterator[Presence]:
    """What a claim says of each thing; nothing of what is planned, only possible, or told of another time."""
    text = claim.span.text
    if claim.declines or claim.modality == "future" or doubtful(claim) or (claim.negated and before_it(claim)):
        return
    for thing, row in load("attacked")["thing"].items():
        found = [m for m in _words(thing).finditer(text) if not _elsewhere().search(text, 0, m.start())]
        was = _was(claim, found) if found else None
        if was and (was != HERE or _there(claim, row, found)):
            yield Presence(thing, found[0][0], was)


def _denied(claim: Claim, found: re.Match[str]) -> bool:
    """Whether a word is what a negated verb is of: itself, its subject or its object."""
    words = found[0].lower().split()
    heads = {claim.predicate or "", *(a.head.lower() for a in claim.arguments)}
    return any(w.startswith(h) or h.startswith(w) for h in heads if len(h) > _STEM for w in words)


def _there(claim: Claim, row: Mapping[str, Any], found: Sequence[re.Match[str]]) -> bool:
    """Whether the verb of a claim says that a thing was there; "it has been a command post" has none."""
    verb = claim.predicate or ""
    named = any(verb in m[0].lower().split() for m in found)
    return named or (verb not in row.get("away", ()) and verb in row.get("verbs", (verb,)))


def _was(claim: Claim, found: Sequence[re.Match[str]]) -> str | None:
    """Whether a thing was there; None where it is forbidden, or its denial denied."""
    text = claim.span.text
    if spoken(claim, claim.predicate or "") in ("ban", "refusal", "threat"):
        return None
    if _AGREED.search(text):
        return HERE
    none = any(_NO.search(text[: m.start()]) for m in found)
    if not (claim.negated or claim.polarity == "denied" or none):
        return HERE
    if not (none or any(_denied(claim, m) for m in found)):
        return None
    return UNSEEN if _sensed().search(text, 0, found[0].start()) else NONE


def asked(thing: str, site: str | None) -> str:
    """Whether a thing was there, in plain words."""
    ask: str = load("attacked")["thing"][thing]["ask"]
    return ask.replace("{site}", site or "place")


def sited(thing: str) -> bool:
    """Whether a thing is asked of what was struck, and not of the attack."""
    return bool(load("attacked")["thing"][thing].get("sited"))


@cache
def _words(thing: str) -> re.Pattern[str]:
    after = r"(?![\w-])(?!\s+(?:sirens?|shelters?|alerts?|shows?))"
    return re.compile(rf"(?<![\w-])(?:{either(load('attacked')['thing'][thing]['words'])})s?{after}", re.IGNORECASE)


@cache
def _sensed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(load('attacked')['sensed']['words'])})\b", re.IGNORECASE)


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\babout (?:the |an? )?$|\b(?:{either(load('attacked')['not']['words'])})\s+(?:\w+\s+)?$", re.IGNORECASE)
