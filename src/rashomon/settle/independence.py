"""A point's claims and the lineage in, the independent origins and sources behind it out, and why others are not counted.

Counted cautiously, for a copy taken for corroboration is the worst error: where two origins may be one, they are one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from rashomon.model import Claim, Lineage, Uncounted
from rashomon.settle import ties
from rashomon.settle.retold import Retold, retold

Count = tuple[tuple[str, ...], tuple[Uncounted, ...]]
"""Ids of the origins that are counted, sorted; and those that are not, each with the one as which it counts, and why."""


_NOTHING: Mapping[str, Claim] = {}


def origins(
    claims: Sequence[Claim], lineage: Lineage, below: Mapping[str, Claim] = _NOTHING, stances: ties.Stances = ties.AT_ONE
) -> Count:
    """The origins that stand behind one answer, which these claims give, copies collapsed.

    A page that retells an upstream adds nothing to an answer that the upstream gives, in its own voice or another's, nor does its
    own voice to one for which it names somebody: it may only be repeating them, unless it says the contrary (`stances`). Two
    pages that retell one outlet or work are that one. `below`: for a claim of a headline, by its id, the claim of its text that
    it sums up.
    """
    known = retold(lineage)
    found = {lineage.origin_of[c.id] for c in claims if c.id in lineage.origin_of}
    summing = [*ties.summed_up([c for c in claims if c.id in below], below, lineage, known)]
    found |= {tie.other for tie in summing}
    repeating = [*summing, *ties.repeated(claims, lineage, known, stances), *ties.carried(found, claims, lineage, known, stances)]
    repeating += ties.from_one_wire(found, claims, lineage, known)
    return _collapsed(found, claims, lineage, known, repeating)


def together(answers: Sequence[tuple[Sequence[str], Sequence[Claim]]], claims: Sequence[Claim], lineage: Lineage) -> Count:
    """The origins behind a point: those behind any of its answers. For each answer: these, and the claims that give it or one
    that agrees with it; a page that retells another adds nothing in its own voice to whomever that page names for these.
    """
    known = retold(lineage)
    found = {origin for origins, _ in answers for origin in origins}
    carried = [[t for t in ties.carried(set(origins), near, lineage, known) if t.other in found] for origins, near in answers]
    tied = [{t.one for t in repeating} for repeating in carried]
    alone = {origin for (origins, _), ones in zip(answers, tied, strict=True) for origin in origins if origin not in ones}
    repeating = [t for repeating in carried for t in repeating if t.one not in alone]
    return _collapsed(found, claims, lineage, known, [*repeating, *ties.from_one_wire(found, claims, lineage, known)])


def sources(claims: Sequence[Claim], lineage: Lineage) -> tuple[str, ...]:
    """Who speaks in these claims, nearest speaker each: entity ids, or names for the unnamed, copies collapsed, sorted."""
    return tuple(sorted({c.chain[0].entity or c.chain[0].name for c in claims if c.chain}))


def _collapsed(found: Set[str], claims: Sequence[Claim], lineage: Lineage, known: Retold, repeating: Sequence[ties.Tie]) -> Count:
    """The origins found without those that may be another of them: under another name, or because a voice repeats it.

    Names are equal both ways; a voice that may repeat two others does not make these one.
    """
    equal = [*ties.channels(claims, lineage, known), *ties.commonly(found, known)]
    one = _Classes(known.same, equal)
    into: dict[str, ties.Tie] = {}
    for tie in (*repeating, *ties.retellings(found, known)):
        left, right = one.root(tie.one), one.root(tie.other)
        while right in into:
            right = one.root(into[right].other)
        if tie.one in found and tie.other in found and left != right and left not in into:
            into[left] = tie
    shown: dict[str, str] = {}
    for key in sorted(found):
        root = one.root(key)
        if root not in into:
            shown[root] = root if root in found else min(shown.get(root, key), key)
    counted = tuple(sorted(shown.values()))
    if len(counted) == len(found):
        return counted, ()
    return counted, tuple(_left_out(sorted(found - set(counted)), one, into, shown, known, equal))


def _left_out(
    keys: Sequence[str],
    one: "_Classes",
    into: Mapping[str, ties.Tie],
    shown: Mapping[str, str],
    known: Retold,
    equal: Sequence[ties.Tie],
) -> Iterator[Uncounted]:
    """For each origin that is not counted the one as which it counts, and the tie that says why."""
    why_of: dict[str, ties.Tie] = {}
    for tie in reversed(equal):
        why_of[tie.one] = why_of[tie.other] = tie
    for key in keys:
        root = end = one.root(key)
        while end in into:
            end = one.root(into[end].other)
        reason = into.get(root) or why_of.get(key)
        why = (
            reason.why
            if reason
            else f"“{ties.name(known, key)}” and “{ties.name(known, root)}” may be one, or the one speak for the other"
        )
        yield Uncounted(origin=key, counts_as=shown[end], why=why, rests=reason.rests if reason else ())


class _Classes:
    """Origins that are one, each class under the last of its names that was said to be the main one."""

    def __init__(self, same: Mapping[str, str], ties: Iterable[ties.Tie]) -> None:
        self.same = same
        self.into: dict[str, str] = {}
        for tie in ties:
            left, right = self.root(tie.one), self.root(tie.other)
            if left != right:
                self.into[left] = right

    def root(self, key: str) -> str:
        """The main name of an origin."""
        key = self.same.get(key, key)
        while key in self.into:
            key = self.into[key]
        return key
