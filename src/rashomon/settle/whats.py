"""Links between claims and what people decided in; groups of claims that share their terms, and their points out.

What is denied and those who assert it make a point of kind yes-no, the rest one of kind what.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from rashomon.meaning.families import terms
from rashomon.meaning.negation import bears, denies
from rashomon.model import Claim, Lineage, Link, Point
from rashomon.settle import assembled, pairs, questions, topics, wordings
from rashomon.settle.decisions import Ledger
from rashomon.settle.groups import group
from rashomon.settle.pairs import Beside, Pair
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare

SAME_POINT = 0.26
"""Mean likeness of its claims at which claims make a point."""
CLASH = 0.5
"""Likeness two claims need for one to contradict the other: below it they rarely speak of the same act."""
Terms = tuple[str, ...] | None
"""What claims speak of together, in words, where they were found by that."""


def grouped(given: Records, links: Sequence[Link], ledger: Ledger, copies: Copies) -> list[list[str]]:
    """Groups of claims, and claims that stand alone but for copies."""
    joined, apart = pairs.decided(ledger, {key: key for key in given.claims})
    alike = {copy for same in copies.values() for copy in same}
    joined += [pair for pair in _repeated(given, alike) if pair not in apart]
    scores = {pairs.pair(link): link.score for link in links}
    items = {k for pair in (*scores, *joined) for k in pair}
    found = group([k for k in given.claims if k in items], scores, SAME_POINT, joined, apart)
    held = {key for keys in found for key in keys}
    return [*found, *([key] for key in given.claims if key in copies and key not in held)]


def _repeated(given: Records, alike: Set[str]) -> Iterator[Pair]:
    """Pairs of claims by which one speaker denies the same twice, be it of "the ship" or of "it"; `alike` are copies."""
    said: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    for key, claim in given.claims.items():
        if claim.reversed and claim.chain[0].entity and key not in alike:
            said[claim.chain[0].entity, claim.predicate].append(key)
    for keys in said.values():
        fullest = max(keys, key=lambda key: (len(terms(given.claims[key])), key))
        whole = terms(given.claims[fullest])
        yield from (pairs.ordered(fullest, key) for key in keys if key != fullest and terms(given.claims[key]) <= whole)


def points(
    given: Records,
    keys: Sequence[str],
    terms: Terms,
    beside: Beside,
    copies: Copies,
    comparers: Mapping[str, Compare],
    asked: Mapping[str, str],
    answered: Set[str],
    taken: Set[str],
    lineage: Lineage,
) -> list[Point]:
    """The points of claims that share their terms: whether it is so, for what is denied and those who assert it; what is
    said, for the rest. Near claims are compared by "claims", those that give one figure each by "quantities", others by
    "wordings"; `asked`: the question under which a figure is compared with others. Denials in `answered` are set against the
    right ones elsewhere; `taken` are the questions of other points.
    """
    compare = comparers["claims"]
    members = set(keys)
    inside = {(key, other): link for key in keys for other, link in beside.get(key, {}).items() if other in members}
    near = {
        pair for pair, link in inside.items() if link.score >= CLASH and answered.isdisjoint(pair) and _of_one_deed(pair, given)
    }
    opposite = {(no, yes) for no, yes in _opposite(keys, given) if answered.isdisjoint((no, yes))}
    near |= {pairs.ordered(no, yes) for no, yes in opposite}
    denied = {no for no, _ in opposite} | (
        {key for key in keys if given.claims[key].polarity == "denied"} | _negative(given, near, compare)
    ) - answered
    denied |= _agreeing(given, near, denied, compare)
    asserted = {
        other
        for a, b in near
        for one, other in ((a, b), (b, a))
        if one in denied and other not in denied and ((one, other) in opposite or _against(given, one, other, compare))
    }
    asserted = {key for key in asserted if not given.claims[key].negated}  # "no terms were announced" asserts no deal
    compared = wordings.compared(comparers, near, asked, given)
    found = []
    if asserted:
        parts = [*_by_rejection(asserted, denied, near, inside, given), *wordings.answers(sorted(denied), inside, given)]
        nearness = _nearness(denied, inside)
        nearest = sorted(asserted, key=lambda k: (-nearness.get(k, 0.0), k))
        question = _whether([*nearest, *(key for key in sorted(denied) if not _called_false(given.claims[key]))], given)
        about = terms or questions.shared([link for pair, link in inside.items() if pair in near])
        if question not in taken:
            found.append(wordings.point("yes-no", question, wordings.with_copies(parts, copies), given, compared, lineage, about))
    rest = [key for key in keys if key not in answered and key not in (asserted | denied if asserted else ())]
    if said := _said(rest, terms, inside, copies, taken, given):
        question, parts, words = said
        found.append(wordings.point("what", question, parts, given, compared, lineage, words))
    return found


def _said(
    keys: Sequence[str], terms: Terms, inside: Mapping[Pair, Link], copies: Copies, taken: Set[str], given: Records
) -> tuple[str, list[list[str]], Sequence[str]] | None:
    """What is asked of claims of several accounts that speak of the same things, the claims of each answer with their copies, and
    the words that they share; None where nothing is asked of them.
    """
    if not _several([keys], copies, given) or all(given.claims[key].declines for key in keys):
        return None
    chosen = set(keys)
    words = terms or questions.shared([link for pair, link in inside.items() if chosen.issuperset(pair)])
    said = [[key for key in keys if given.claims[key].negated == negated] for negated in (False, True)]
    parts = sorted(part for some in said for part in wordings.answers(some, inside, given))
    alone = (whole, keys) if len(parts) == 1 and (whole := _once(keys, given)) else None  # one wording, in copies
    asking = topics.question(keys, words, _nearness_across(keys, inside, given), given, taken) or alone
    if asking is None:
        return None
    question, speaking = asking
    kept = [left for part in parts if (left := [key for key in part if key in speaking])]
    return (question, wordings.with_copies(kept, copies), words) if _several(kept, copies, given) else None


def _several(parts: Sequence[Sequence[str]], copies: Copies, given: Records) -> bool:
    """Whether several accounts have the claims or copies of them."""
    return len({given.document_of[key] for part in wordings.with_copies(parts, copies) for key in part}) > 1


def _once(keys: Sequence[str], given: Records) -> str | None:
    """What is asked of one wording that several accounts have: whether it is so, else whether its speaker said it; of words that
    are nobody's and make no question, nothing.
    """
    claims = [given.claims[key] for key in keys]
    return next(filter(None, (ask(c) for ask in (lambda c: topics.whether(c, given), questions.said) for c in claims)), None)


def _whether(keys: Sequence[str], given: Records) -> str:
    """Whether it is so, in the words of the first of these claims whose words make a question."""
    made = (topics.whether(given.claims[key], given) for key in keys)
    return next(filter(None, made), questions.yes_no(given.claims[keys[0]]))


def _of_one_deed(pair: Pair, given: Records) -> bool:
    """Whether of two claims the one denies a deed that the other tells of, where it denies any."""
    ours, theirs = (given.claims[key] for key in pair)
    if ours.polarity == theirs.polarity:
        return True
    return bears(ours, theirs) if ours.polarity == "denied" else bears(theirs, ours)


def _called_false(claim: Claim) -> bool:
    """Whether a claim says of others' words that they are false: these words are no question."""
    return claim.polarity == "denied" and not (claim.reversed or claim.negated)


def _opposite(keys: Sequence[str], given: Records) -> set[Pair]:
    """Pairs of claims of which the first says no more than that what the second tells was not so."""
    claims = [given.claims[key] for key in keys]
    negative = [claim for claim in claims if claim.negated or "without" in claim.span.text]
    return {(one.id, other.id) for one in negative for other in claims if denies(one, other)}


def _negative(given: Records, near: set[Pair], compare: Compare) -> set[str]:
    """Claims that say of an act that it was not done of which a near one says that it was."""
    found = set()
    for pair in near:
        negative = [key for key in pair if given.claims[key].negated]
        if len(negative) == 1 and any(c.outcome == "conflict" for c in compare(*(assembled.answer(given, key) for key in pair))):
            found.add(negative[0])
    return found


def _against(given: Records, no: str, yes: str, compare: Compare) -> bool:
    """Whether of two near claims the one says anything about what the other tells: "no accident before" is not about this one."""
    return any(True for _ in compare(assembled.answer(given, no), assembled.answer(given, yes)))


def _agreeing(given: Records, near: set[Pair], denied: set[str], compare: Compare) -> set[str]:
    """Claims that say themselves that it was not so, near to one that is denied."""
    return {
        other
        for pair in near
        for one, other in (pair, pair[::-1])
        if one in denied and given.claims[other].negated
        if any(c.outcome == "agree" for c in compare(assembled.answer(given, one), assembled.answer(given, other)))
    }


def _by_rejection(
    asserted: set[str], denied: set[str], near: set[Pair], links: Mapping[Pair, Link], given: Records
) -> list[list[str]]:
    """What is asserted, by which denials reject it, so that no claim is set against a denial for its neighbour's sake."""
    by: dict[str, set[str]] = defaultdict(set)
    for left, right in near:
        for one, other in ((left, right), (right, left)):
            if one in denied:
                by[other].add(one)
    rejected: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(asserted):
        rejected[tuple(sorted(by.get(key, ())))].append(key)
    return sorted(part for keys in rejected.values() for part in wordings.answers(keys, links, given))


def _nearness(others: set[str], links: Mapping[Pair, Link]) -> Mapping[str, float]:
    """For each claim that is linked with one of the others how alike the nearest of them is."""
    found: dict[str, float] = {}
    for pair, link in links.items():
        if not others.isdisjoint(pair):
            for key in pair:
                found[key] = max(found.get(key, 0.0), link.score)
    return found


def _nearness_across(keys: Sequence[str], links: Mapping[Pair, Link], given: Records) -> float:
    """The mean likeness of those of the claims that stand in two accounts and are linked."""
    chosen, document = set(keys), given.document_of
    scores = [k.score for pair, k in links.items() if chosen.issuperset(pair) and document[pair[0]] != document[pair[1]]]
    return sum(scores) / len(scores) if scores else 0.0
