"""A claim in, by what class of weapon it says an attack was carried out out: "warplanes bombed", "mortar rounds fell on".

Classes, of which one excludes another, are data (`data/weapons.toml`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.meaning.families import before_it, spoken, spoken_of
from rashomon.meaning.likely import doubtful
from rashomon.model import Claim
from rashomon.text.patterns import either

_NO = re.compile(r"\b(?:no|not any|not a single|never any)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|since) (?:19|20)\d\d\b")
_OTHER = re.compile(
    r"\b(?:(?:claims?|allegations?|assertions?|accusations?|rumou?rs) (?:of|about)|since (?:the|an|last)) "
    r"(?:the |an? )?(?:[\w-]+ ){0,2}$"
    r"|\b(?:rescue|police|passenger|ambulance|hospital|(?:retaliation|revenge|reprisal)s? for|response to) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Means:
    """A class of weapon, by which words; `ruled_out`: that it was not by it; `struck`: families of words for what was struck."""

    weapon: str
    words: str
    ruled_out: bool
    struck: frozenset[str]


def means(claim: Claim) -> Means | None:
    """By what a claim says that an attack was carried out, or was not; none where it names two classes, or tells of no attack."""
    text = claim.span.text
    if claim.declines or claim.modality == "future" or doubtful(claim) or before_it(claim):
        return None
    found = [m for m in _weapons().finditer(text) if not _OTHER.search(text[: m.start()])]
    classes = {_classes()[m[1].lower()] for m in found}
    closely = {name for name in classes if not load("weapons")["class"][name].get("plain")}
    classes = closely or classes
    found = [m for m in found if _classes()[m[1].lower()] in classes]
    if len(classes) != 1 or _YEAR.search(text):
        return None
    ruled_out = any(_out().search(text[: m.start()]) for m in found)
    negative = claim.negated or claim.polarity == "denied"
    none = negative and any(_NO.search(text[: m.start()]) for m in found)
    if not (ruled_out or none or _of_attack(claim, found)):
        return None
    if negative and (not closely or claim.predicate in load("weapons")["sensed"]["words"]):
        return None
    struck = spoken_of(claim) & {*load("weapons")["struck"]["families"]}
    return Means(classes.pop(), found[0][0], negative or ruled_out, frozenset(struck))


def plain(found: Means) -> bool:
    """Whether a weapon is named so that it may be of several classes: "a bomb"."""
    return bool(load("weapons")["class"][found.weapon].get("plain"))


def said(weapon: str, ruled_out: bool) -> str:
    """A class as an answer."""
    words: str = load("weapons")["class"][weapon]["said"]
    return f"not {words}" if ruled_out else words


def _of_attack(claim: Claim, found: Sequence[re.Match[str]]) -> bool:
    """Whether a claim tells of an attack by its verb, or by a word for a weapon that names one: "an air strike"."""
    told = load("weapons")["attack"]
    verb = claim.predicate or ""
    if spoken(claim, verb) in ("ban", "refusal", "warning", "threat"):
        return False
    acts = any(m[1].lower().split()[-1].split("-")[-1].endswith(tuple(told["acts"])) for m in found)
    return acts or verb in told["verbs"] or spoken(claim, verb) in told["families"]


@cache
def _out() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(load('weapons')['none']['words'])})\s+(?:an? |the |any )?$", re.IGNORECASE)


@cache
def _classes() -> dict[str, str]:
    return {word: name for name, told in load("weapons")["class"].items() for word in told["words"]}


@cache
def _weapons() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({either(_classes())})s?(?![\w-])", re.IGNORECASE)
