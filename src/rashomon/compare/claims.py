"""Two answers in, whether one denies what the other asserts out."""

import re
from collections.abc import Iterator

from rashomon.data import load
from rashomon.meaning.families import before_it, partly, ruled, spoken
from rashomon.meaning.negation import denies, for_a_time, namesakes, tells
from rashomon.model import Answer, Claim, Comparison

_WORD = re.compile(r"[^\W\d_]+")


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """Denial where one rejects what the other asserts; conflict where both speak of one act, and one says it was not done."""
    ours, theirs = left.claim, right.claim
    if ours.polarity != theirs.polarity:
        denier, other = (ours, theirs) if ours.polarity == "denied" else (theirs, ours)
        if _made_up(denier) and _made_up(other):
            return  # "dismissed the video as staged", "the video was staged"
        if partly(denier):
            yield Comparison(outcome="compatible", why=f"“{_brief(denier)}” rejects a part of it only")
        elif other.negated:
            yield Comparison(outcome="agree", why=f"“{_brief(denier)}” is rejected, “{_brief(other)}” says that it was not so")
        elif tells(other, denier) and not (before_it(denier) and denier.negated):
            yield Comparison(outcome="denial", why=f"“{_brief(denier)}” rejects it")
    elif denies(ours, theirs) or denies(theirs, ours):
        negative = ours if denies(ours, theirs) else theirs
        yield Comparison(outcome="conflict", why=f"“{_brief(negative)}” says that it was not so")
    elif _same_act(ours, theirs) and ours.negated != theirs.negated and "possible" not in (ours.modality, theirs.modality):
        negative, other = (ours, theirs) if ours.negated else (theirs, ours)
        if ruled(negative) and spoken(other, other.predicate or "") != "approval":
            yield Comparison(outcome="compatible", why=f"“{_brief(negative)}” is a rule, which need not have been kept")
        elif not (partly(negative) or for_a_time(negative)):
            yield Comparison(outcome="conflict", why=f"“{_brief(negative)}” says that it was not so")


def _made_up(claim: Claim) -> bool:
    """Whether it calls something made up."""
    words = load("polarity")["denial"]
    return bool({w.lower() for w in _WORD.findall(claim.span.text)} & {*words["nouns"], *words["adjectives"], *words["made"]})


def _same_act(left: Claim, right: Claim) -> bool:
    """One verb, one agent and one patient: less could be two acts."""
    if not left.predicate or left.predicate != right.predicate or namesakes(left, right):
        return False
    ours, theirs = _heads(left), _heads(right)
    return all(ours.get(role) and ours.get(role) == theirs.get(role) for role in ("agent", "patient"))


def _heads(claim: Claim) -> dict[str, str]:
    return {a.role: a.head for a in claim.arguments}


def _brief(claim: Claim) -> str:
    words = claim.span.text.split()
    return " ".join(words[:16]) + (" …" if len(words) > 16 else "")
