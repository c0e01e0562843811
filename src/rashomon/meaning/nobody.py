"""A claim in, what it says that was done to nobody, or not so much as once, out: "the crew saved nobody", "used not so much as
water cannon". Whoever tells that it was done, of all that the denial speaks of, contradicts.
"""

import re
from dataclasses import dataclass

from rashomon.data import load
from rashomon.meaning.families import partly, ruled, spoken, terms
from rashomon.meaning.negation import for_a_time
from rashomon.model import Claim

_LEAST = re.compile(r"\b(?:nobody|no[- ]one|nothing|not (?:so much as|a single|one))\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|except|besides|else|other than|more than|wrong|more|apart from|save for|yet)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Never:
    """A verb, what the claim speaks of beside it, and who did not do it, none where nobody did."""

    verb: str
    beside: frozenset[str]
    doers: frozenset[str]


def never(claim: Claim) -> Never | None:
    """What was never done, if a claim says so of one thing or more beside the verb."""
    verb = claim.predicate
    if not verb or not claim.negated or claim.declines or claim.modality in ("possible", "future") or partly(claim):
        return None
    if not _LEAST.search(claim.span.text) or _BUT.search(claim.span.text) or ruled(claim) or for_a_time(claim):
        return None
    if verb in {a.head for a in claim.arguments}:
        return None  # "nobody was in the room"
    if verb in load("absent")["open"]["verbs"] or verb in load("absent")["sensed"]["verbs"]:
        return None
    least = {*load("undone")["nothing"]["words"]}
    beside = terms(claim) - {spoken(claim, verb) or verb} - least
    doers = _doers(claim) - least
    if not ((_object_none(claim) and doers) or "so much as" in claim.span.text):
        return None
    return Never(verb, beside, doers) if beside else None


def rejects(denial: Never, other: Claim) -> bool:
    """Whether a claim tells that it was done, by whom the denial is about where both say."""
    if other.predicate != denial.verb or other.negated or other.declines or other.polarity == "denied":
        return False
    if other.modality in ("possible", "future") or ruled(other) or not denial.beside <= terms(other):
        return False
    doers = _doers(other)
    return not (denial.doers and doers) or bool(denial.doers & doers)


def _doers(claim: Claim) -> frozenset[str]:
    return frozenset(spoken(claim, a.head) or a.head for a in claim.arguments if a.role == "agent")


def _object_none(claim: Claim) -> bool:
    return any(a.role == "patient" and a.head in load("undone")["nothing"]["words"] for a in claim.arguments)
