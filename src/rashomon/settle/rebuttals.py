"""Claims in text order in, links between those that only reject what was just said and what they reject out.

"The company denies it", "the allegation is a lie": the words say nothing of the matter, so that no likeness would find it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.data import load
from rashomon.model import Claim, Link
from rashomon.settle.pairs import pair
from rashomon.settle.records import Records

_BACK = 4  # claims before it among which the rejected one is looked for
_FAR = 400  # code points


def links(given: Records, found: Iterable[Link], near: float) -> list[Link]:
    """The same links, without those of claims that only reject, but with these to what they reject and to all that is at least so
    near to it.
    """
    answers, only = dict(_answers(given)), rejecting(given)
    kept = [link for link in found if only.isdisjoint((link.left, link.right))]
    beside: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for link in kept:
        if link.score >= near:
            left, right = pair(link)
            beside[left].append((right, link.score))
            beside[right].append((left, link.score))
    return [*kept, *(link for no, yes in answers.items() for link in _against(no, yes, beside, given))]


def rejecting(given: Records) -> set[str]:
    """The claims that only reject what stands before them."""
    return {key for key, claim in given.claims.items() if _rejected(claim)}


def _against(no: str, yes: str, beside: Mapping[str, Sequence[tuple[str, float]]], given: Records) -> Iterator[Link]:
    said = " ".join(given.claims[yes].span.text.split())
    reason = f"it rejects what stands before it: “{said}”"
    for other, score in ((yes, 1.0), *beside.get(yes, ())):
        yield Link(relation="same-point", left=no, right=other, score=score, reasons=(reason,))


def _answers(given: Records) -> Iterator[tuple[str, str]]:
    """For each claim that only rejects, the one it rejects, where there is one."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for key, claim in given.claims.items():
        by_document[given.document_of[key]].append(claim)
    for claims in by_document.values():
        for place, claim in enumerate(claims):
            before = claims[max(0, place - _BACK) : place]
            if (what := _rejected(claim)) and (found := _antecedent(claim, before, what)):
                yield claim.id, found.id


def _rejected(claim: Claim) -> str | None:
    """By which word a claim points at what it rejects; none where it says more than that."""
    if claim.polarity != "denied":
        return None
    words = load("polarity")["rebuttal"]
    heads = [a.head for a in claim.arguments if a.role in ("agent", "patient")]
    told = claim.chain and claim.chain[0].stance == "denies" and not claim.reversed
    called = {*claim.words, *(a.head for a in claim.arguments)} & {*words["called"]}
    near = heads[1:] if told else heads[:1]
    pointed = [h for h in near if h in words["pronouns"] or h in words["nouns"]]
    return pointed[0] if pointed and (told or called) and not _of_its_own(claim, pointed[0]) else None


def _of_its_own(claim: Claim, noun: str) -> bool:
    """Whether a claim says what it rejects: "her claims about the journey"; and who made "no such claim" rejects none."""
    return bool(re.search(rf"\bno such\b|\b{noun}s? (?:of|about|that)\b", claim.span.text, re.IGNORECASE))


def _antecedent(claim: Claim, before: Sequence[Claim], what: str) -> Claim | None:
    """What "it" or "the allegation" is: the last claim of somebody else, or the one thing that somebody else is said to allege;
    none where several might be meant.
    """
    near = [c for c in before if claim.span.start - c.span.end <= _FAR and _speaker(c) != _speaker(claim)]
    near = [c for c in near if not (c.declines or c.polarity == "denied")]
    if what in load("polarity")["rebuttal"]["pronouns"]:
        return near[-1] if near else None
    alleged = [c for c in near if c.attribution is not None and not c.negated]
    return alleged[0] if len({c.attribution for c in alleged}) == 1 else None


def _speaker(claim: Claim) -> str:
    return (claim.chain[0].entity or claim.chain[0].name) if claim.chain else ""
