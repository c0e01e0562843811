"""A claim in, which deed it says was not done at all out: "not a single crown has been paid", "fired only into the air".

Unlike a bare denial it may say of whom, or by what, it was not done, and then rejects only what is told of these.
"""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.meaning.families import partly, ruled, spoken, terms
from rashomon.meaning.negation import for_a_time
from rashomon.model import Claim
from rashomon.text.patterns import either

_NOT_ONE = re.compile(r"\b(?:not (?:one|a|a single)|no|never any|any)\s+(?:single\s+)?(?:live\s+)?([a-z-]+)", re.IGNORECASE)
_OF_THOSE = re.compile(r"\b(?:any|one|none|all) of (?:those|these|them|the)\b", re.IGNORECASE)  # of some that were named before
_NOT_YET = re.compile(r"\bbefore (?:even )?(?:a|any|the first)(?: single)? (?:shot|round|blow|bullet|shell)\b", re.IGNORECASE)
_STEM = 4  # letters by which a lemma is found in the words of its claim


@dataclass(frozen=True, slots=True)
class Undone:
    """A family of words (`data/families.toml`) for a deed, and what a claim speaks of beside it; `of` is what it was not done to,
    for or by, None where only a milder way of doing it is admitted, which rejects that it was done to people. `doers`: those who
    did not do it, none where nobody did.
    """

    deed: str
    beside: frozenset[str]
    of: frozenset[str] | None
    doers: frozenset[str]


def undone(claim: Claim) -> Undone | None:
    """The deed that was not done, if a claim says so outright."""
    if claim.declines or claim.modality in ("possible", "future") or ruled(claim) or for_a_time(claim):
        return None
    if not (claim.negated or claim.reversed):
        return _milder(claim)
    deed = deed_of(claim)
    if deed is None or partly(claim) or claim.span.text[:6].lower() == "there " or _OF_THOSE.search(claim.span.text):
        return None
    beside = terms(claim) - {deed, *load("undone")["nothing"]["words"], *load("acts")["light"]}
    return Undone(deed, beside, beside - _measures(claim) - {claim.predicate or ""}, _doers(claim) - _measures(claim))


def rejects(denial: Undone, other: Claim) -> bool:
    """Whether a claim tells of the deed, and of all that the denial speaks of; of something more than the deed in any case."""
    open_ = other.negated or other.declines or other.polarity == "denied" or other.modality in ("possible", "future")
    said = terms(other)
    if open_ or deed_of(other) != denial.deed or not denial.beside & said or _milder(other):
        return False
    if denial.doers and (doers := _doers(other)) and not denial.doers & doers:
        return False  # that the army fired no rocket says nothing of a rocket that hit
    if denial.of is None:
        return bool(said & {*load("families")["people"]["names"], "protest", "death"} - {"police", "troops"})
    return denial.of <= said - _only_doers(other) and not _NOT_YET.search(other.span.text)


def _only_doers(claim: Claim) -> frozenset[str]:
    """The families of those who did it, where it befell none of their sort: that police fired says of no officer shot."""
    by_role = [
        {spoken(claim, a.head) or a.head for a in claim.arguments if (a.role == "agent") is doing} for doing in (True, False)
    ]
    return frozenset(by_role[0] - by_role[1])


def deed_of(claim: Claim) -> str | None:
    """The family of the deed that a claim tells of: by its verb, or by what this takes, where it says no more: "opened fire"."""
    light = {*load("involvement")["part"]["doing"], *load("undone")["deeds"]["doing"]}
    taken = [a.head for a in claim.arguments if a.role == "patient" and claim.predicate in light]
    deeds = load("undone")["deeds"]
    deed = next((name for w in (claim.predicate or "", *taken) if (name := spoken(claim, w)) in deeds["families"]), None)
    patients = {a.head for a in claim.arguments if a.role == "patient"}
    return None if deed and patients & {*deeds["other"].get(deed, ())} else deed


def _doers(claim: Claim) -> frozenset[str]:
    """Who did it, or did not, where the claim's verb tells of a deed of which it matters: anybody may have paid."""
    nobody, deed = load("undone")["nothing"]["words"], deed_of(claim)
    if deed is None or deed not in {f for act in load("involvement")["act"].values() for f in act["families"]}:
        return frozenset()
    return frozenset(spoken(claim, a.head) or a.head for a in claim.arguments if a.role == "agent" and a.head not in nobody)


def _milder(claim: Claim) -> Undone | None:
    """Of "fired only into the air" that nobody was fired at."""
    for deed in load("undone")["milder"]:
        if deed in terms(claim) and not claim.negated and _admitted(deed).search(claim.span.text):
            return Undone(deed, terms(claim) - {deed}, None, _doers(claim))
    return None


def _measures(claim: Claim) -> set[str]:
    """The words for the least of it: "not a single crown", "not one live round"."""
    after = {w.lower()[:_STEM] for w in _NOT_ONE.findall(claim.span.text)}
    people = load("families")["people"]["names"]
    return {w for w in claim.words if w[:_STEM] in after and spoken(claim, w) not in people}


@cache
def _admitted(deed: str) -> re.Pattern[str]:
    ways = either(load("undone")["milder"][deed])
    return re.compile(
        rf"\b(?:only|just|nothing but)\b.{{0,40}}\b(?:{ways})|\b(?:{ways})\b.{{0,20}}\b(?:only|alone)\b", re.IGNORECASE
    )
