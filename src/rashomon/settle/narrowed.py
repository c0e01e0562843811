"""Claims, some within others, in; whole ones and their parts told apart out, and points on the tightest that answers.

Claims are set side by side whole, since their words tell what each part is about: a part beside its whole would be a second
account of itself. What a point lists is the part that has the words that answer: "about 600 of them fighters" of the sentence.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.model import Annotations, Case, Claim, Membership, Stray
from rashomon.settle.decisions import Ledger

Parts = Mapping[str, Sequence[Claim]]
"""For a claim those within it."""


def whole(found: Annotations) -> Annotations:
    """The same without claims that stand within others."""
    parts = {claim.id for claims in parts_of((found,)).values() for claim in claims}
    return replace(found, claims=tuple(c for c in found.claims if c.id not in parts)) if parts else found


def parts_of(annotations: Iterable[Annotations]) -> Parts:
    """The claims that stand within others which are still there."""
    parts: dict[str, list[Claim]] = defaultdict(list)
    for found in annotations:
        there = {c.id for c in found.claims}
        for claim in found.claims:
            if claim.within in there:
                parts[claim.within or ""].append(claim)
    return parts


def decided(ledger: Ledger, parts: Parts) -> Ledger:
    """The same with what people decided about a part kept on its whole, which is what is set side by side; what they decided
    about two parts of one whole cannot be kept so, and is a stray.
    """
    whole_of = {c.id: key for key, claims in parts.items() for c in claims}
    answers, strays = {}, [*ledger.strays]
    for (question, subject), decision in ledger.answers.items():
        here = tuple(sorted(whole_of.get(s, s) for s in subject))
        if len({*here}) == len({*subject}):
            answers[question, here] = replace(decision, subject=here) if here != subject else decision
        else:
            strays.append(Stray(decision=decision.id, why="both stand in one claim, which is set beside others whole"))
    return Ledger(answers, tuple(strays))


def told(case: Case, parts: Parts) -> Case:
    """The case with the claims within its claims, of the same origin, and its points on the tightest that hold the words that
    answer.
    """
    if not parts:
        return case
    rank = {d.id: i for i, d in enumerate(case.documents)}
    within = (replace(part, origin=claim.origin) for claim in case.claims for part in parts.get(claim.id, ()))
    claims = sorted((*case.claims, *within), key=lambda c: (rank[c.span.document], c.span.start, -c.span.end, c.id))
    points = (replace(p, claims=tuple(_narrowed(m, parts) for m in p.claims)) for p in case.points)
    return replace(case, claims=tuple(claims), points=tuple(points))


def _narrowed(member: Membership, parts: Parts) -> Membership:
    words = member.words
    if words is None:
        return member
    holding = [c for c in parts.get(member.claim, ()) if c.span.start <= words.start and words.end <= c.span.end]
    tightest = min(holding, key=lambda c: (c.span.end - c.span.start, c.id), default=None)
    return replace(member, claim=tightest.id) if tightest else member
