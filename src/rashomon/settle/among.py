"""Claims in, points on who was among those whom something befell out: "Were there civilians among those killed?"

What ties such claims together is not their words: "all of them locals" answers whether there were foreigners. They are found by
the sort of people and the outcome they speak of, never by setting all claims against all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from rashomon.meaning import peoples, shares
from rashomon.meaning.befallen import outcomes
from rashomon.meaning.shares import ALL, FEW, MANY, NONE, SOME
from rashomon.model import Answer, Claim, Lineage, Point, Share, Value
from rashomon.settle import assembled
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare

_ORDER = (NONE, FEW, SOME, MANY, ALL)
_MANY = ("combatants",)
_BACK = 3  # claims before one in which it may be said what "them" were part of


def points(given: Records, answered: Set[str], compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """A point for each sort and outcome of which one account says that there was none, and two accounts speak; claims in
    `answered` say so to a question that is put elsewhere, of some of these outcomes together.
    """
    for (sort, outcome), told in sorted(_told(given).items()):
        none = [key for key, s in told.items() if s.share == NONE]
        if none and all(key in answered for key in none):
            continue
        if all(told[key].ruled for key in none):
            told = {k: s for k, s in told.items() if _outright(given.claims[k], s)} if sort not in _MANY else {}
        if len({given.document_of[key] for key in told}) > 1:
            yield _point(shares.question(sort, outcome), told, given, compare, lineage)


def _outright(claim: Claim, share: Share) -> bool:
    """Whether a claim counts some of a sort, or says that they were among others."""
    return share.low is not None or bool(peoples.among().search(claim.span.text))


def _told(given: Records) -> Mapping[tuple[str, str], dict[str, Share]]:
    """For each sort and outcome what each claim says, by the claim's id."""
    found: dict[tuple[str, str], dict[str, Share]] = defaultdict(dict)
    before: dict[str, list[str]] = defaultdict(list)
    agreed = shares.agreed(given.claims.values())
    for key, claim in given.claims.items():
        earlier = before[given.document_of[key]]
        quantities = [given.quantities[q] for q in claim.quantities if q in given.quantities]
        for share in shares.shares(claim, quantities, [given.claims[k] for k in earlier[-_BACK:]], agreed):
            found[share.sort, share.outcome][key] = share
        earlier.append(key)
    return {of: _narrowest(told, given) for of, told in found.items()}


def _narrowest(told: dict[str, Share], given: Records) -> dict[str, Share]:
    """The same without claims that another says as well: of two, one within the other, the one that also names the outcome."""
    claims = [given.claims[key] for key in told]
    twice = set()
    for claim in claims:
        inner = [c for c in claims if c is not claim and claim.span.document == c.span.document and _within(c, claim)]
        if inner:
            twice |= {claim.id} if any(outcomes(c.span.text) for c in inner) else {c.id for c in inner}
    return {key: share for key, share in told.items() if key not in twice}


def _within(inner: Claim, outer: Claim) -> bool:
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def _point(question: str, told: Mapping[str, Share], given: Records, compare: Compare, lineage: Lineage) -> Point:
    by_share = {(s, r): [k for k, t in told.items() if (t.share, t.ruled) == (s, r)] for r in (False, True) for s in _ORDER}
    groups = [(share, keys) for share, keys in by_share.items() if keys]
    values = [_value(n, *share) for n, (share, _) in enumerate(groups, 1)]
    answers = [[_answer(given, key, told[key]) for key in keys] for _, keys in groups]
    return assembled.point("yes-no", question, "among" + question + min(told), values, answers, given, compare, lineage)


def _value(number: int, share: str, ruled: bool) -> Value:
    """None is a figure; what was only to be is told apart."""
    bound = 0.0 if share == NONE and not ruled else None
    return Value(id=f"v{number}", text=shares.named(share) + (", as planned or agreed" if ruled else ""), low=bound, high=bound)


def _answer(given: Records, key: str, share: Share) -> Answer:
    return replace(assembled.answer(given, key), share=share)
