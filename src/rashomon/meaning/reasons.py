"""A claim in, of which deed it says why it was done, or what brought it about, out.

Told by its words: purpose and cause clauses ("in order to", "because", "to avert"), aims ("the reason was to"), what somebody
blames or what caused something (`data/reasons.toml`). The deed stands beside the reason, or in the sentence before.
"""

import re
from collections.abc import Sequence
from functools import cache

from rashomon.data import load
from rashomon.meaning.families import spoken
from rashomon.model import Claim
from rashomon.text.patterns import either

_ABOUT = re.compile(r"\b(?:was|is|were|are) (?:\w+ )?about (?:\w+ly )?\w+ing\b", re.IGNORECASE)
_TO_BLAME = re.compile(r"\bto blame\b(?: for (.+))?|\bthe cause\b(?: of (.+))?|\bblamed? .+ for (.+)", re.IGNORECASE)
_SOME = re.compile(r"(?:an?|another|some|any)\b", re.IGNORECASE)
_POINTING = re.compile(r"\W*(?:the|it|this|that|its|their)?\W*$", re.IGNORECASE)  # what only points at a deed
_STEM = 4  # letters by which a lemma is found in the words of its claim
_WORD = re.compile(r"[^\W\d_]+")


def reason(claim: Claim, before: Sequence[Claim]) -> str | None:
    """The family of the deed that a claim gives a reason for; `before` are the claims before it, the nearest last."""
    if claim.declines or claim.span.text.rstrip().endswith("?") or _unknown(claim):
        return None
    for told, stated in (
        (_aim(claim), True),
        (_answered(claim), True),
        (_beside(claim), _is_done(claim)),
        (_brought_about(claim), True),
    ):
        if told is not None:
            near = before[-1:] if told == "" else before
            deed = _deed(claim, told) if stated else _deed(claim, claim.predicate or "")
            return deed or (_before(near) if _POINTING.match(told) else None)
    return None


def _unknown(claim: Claim) -> bool:
    """Whether a claim says that nobody knows why, or that somebody looks into it."""
    sought = any(spoken(claim, w) == "investigation" for w in (claim.predicate or "", *claim.words))
    return sought or claim.negated or claim.predicate in load("polarity")["possible"]["predicates"][2:]


def _is_done(claim: Claim) -> bool:
    """Whether a claim's verb says of a deed that it was done: "the deal was made", but not "became a burden"."""
    return claim.predicate in {*load("involvement")["part"]["doing"], "do", "take", "happen", "occur"}


def question(family: str, claims: Sequence[Claim]) -> str:
    """How it is asked why: "What caused the crash?", in the word that most claims have for the deed."""
    asked: str = load("reasons")["why"][family]
    said = [w for c in claims for w in dict.fromkeys(c.words) if spoken(c, w) == family and f"the {w}" in c.span.text.lower()]
    noun = (
        max(sorted(set(said)), key=lambda w: (said.count(w), w == family))
        if said
        else load("reasons")["noun"].get(family, family)
    )
    return asked.replace("{noun}", noun)


def _beside(claim: Claim) -> str | None:
    """What stands before a clause that says why; of one that opens the sentence what stands behind it."""
    text = claim.span.text
    found = _clause().search(text)
    if found is None:
        return None
    opens = not _WORD.search(text[: found.start()])
    return text[found.end() :].partition(",")[2] if opens else text[: found.start()]


def _aim(claim: Claim) -> str | None:
    """What stands before "was", where this tells of an aim or what it was about."""
    text = claim.span.text
    found = _aims().search(text)
    if found is not None:
        return found[1]
    about = _ABOUT.search(text)
    return text[: about.start()] if about else None


def _answered(claim: Claim) -> str | None:
    """What stands before a word for an answer to what others did: "the raid was in retaliation for"."""
    words = either(load("reasons")["clauses"]["responses"])
    found = re.search(rf"^(.*?)\b(?:{words})\b\W* (?:for|to|against)\b", claim.span.text, re.IGNORECASE | re.DOTALL)
    return found[1] if found else None


def _brought_about(claim: Claim) -> str | None:
    """What somebody says was caused, or what something is to blame for."""
    if claim.predicate in load("reasons")["aims"]["causes"]:
        whom = next((a.span.text for a in claim.arguments if a.role == "patient"), "a")
        return None if _SOME.match(whom) else whom  # "caused a crash" years ago
    found = _TO_BLAME.search(claim.span.text)
    return (found[1] or found[2] or found[3] or "it") if found else None


def _deed(claim: Claim, told: str) -> str | None:
    """The family of a deed among these words of a claim, that of its verb first."""
    said = [w.lower() for w in _WORD.findall(told)]
    heads = [claim.predicate or "", *(a.head for a in claim.arguments), *(w for w in claim.words if f"the {w}" in told.lower())]
    words = [w for w in heads if w and any(form.startswith(w[:_STEM].lower()) for form in said)]
    return next((name for w in words if (name := spoken(claim, w)) in load("reasons")["why"]), None)


def _before(before: Sequence[Claim]) -> str | None:
    """The family of the deed that was told of last."""
    for claim in reversed(before):
        for word in (claim.predicate or "", *claim.words):
            if (name := spoken(claim, word)) in load("reasons")["why"]:
                return name
    return None


@cache
def _clause() -> re.Pattern[str]:
    words = load("reasons")["clauses"]
    plain = rf"\b(?:{either(words['after'])})\b"
    open_ = rf", as (?:{either(words['subjects'])})\b"
    taking = "".join(rf"(?<!\b{re.escape(word)} )" for word in words["taking"])
    purpose = rf"{taking}\bto (?:{either(words['purposes'])})\b"
    return re.compile(rf"{plain}|{open_}|{purpose}", re.IGNORECASE)


@cache
def _aims() -> re.Pattern[str]:
    nouns = either(load("reasons")["aims"]["nouns"])
    return re.compile(rf"(?<!no )\b(?:{nouns})s?\b(.{{0,80}}?)\b(?:was|is|were|had been)\b", re.IGNORECASE)
