"""Links between claims and what people decided in; groups of claims that share their terms, and their points out.

What is denied and those who assert it make a point of kind yes-no, the rest one of kind what.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from rashomon.meaning.families import rejects
from rashomon.model import Answer, Claim, Comparison, Lineage, Link, Point, Value
from rashomon.settle import assembled, pairs, questions
from rashomon.settle.decisions import Ledger
from rashomon.settle.groups import group
from rashomon.settle.pairs import Beside, Pair
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare

SAME_POINT = 0.26
"""Mean likeness of its claims at which claims make a point."""
CLASH = 0.5
"""Likeness two claims need for one to contradict the other: below it they rarely speak of the same act."""
SAME_ANSWER = 0.5
"""Mean likeness at which claims of one stance give the same answer."""

Terms = tuple[str, ...] | None
"""What claims speak of together, in words, where they were found by that."""


def grouped(given: Records, links: Sequence[Link], ledger: Ledger, copies: Copies) -> list[list[str]]:
    """Groups of claims, and claims that stand alone but for copies."""
    joined, apart = pairs.decided(ledger, {key: key for key in given.claims})
    scores = {pairs.pair(link): link.score for link in links}
    items = {k for pair in (*scores, *joined) for k in pair}
    found = group([k for k in given.claims if k in items], scores, SAME_POINT, joined, apart)
    held = {key for keys in found for key in keys}
    return [*found, *([key] for key in given.claims if key in copies and key not in held)]


def points(
    given: Records,
    keys: Sequence[str],
    terms: Terms,
    beside: Beside,
    copies: Copies,
    compare: Compare,
    lineage: Lineage,
    answered: Set[str],
) -> list[Point]:
    """The points of claims that share their terms: whether it is so, for what is denied and those who assert it; what is
    said, for the rest. Denials in `answered` are set against the right ones elsewhere.
    """
    members = set(keys)
    inside = {(key, other): link for key in keys for other, link in beside.get(key, {}).items() if other in members}
    near = {pair for pair, link in inside.items() if link.score >= CLASH and answered.isdisjoint(pair)}
    denied = ({key for key in keys if given.claims[key].polarity == "denied"} | _negative(given, near, compare)) - answered
    near |= {pairs.ordered(d, k) for d in denied for k in keys if rejects(given.claims[d], given.claims[k])}
    asserted = {other for a, b in near for one, other in ((a, b), (b, a)) if one in denied and other not in denied}
    compared = _between_near(compare, near)
    found = []
    if asserted:
        parts = [*_by_rejection(asserted, denied, near, inside), *_answers(sorted(denied), inside)]
        question = questions.yes_no(given.claims[max(sorted(asserted), key=lambda k: _nearness(k, denied, inside))])
        found.append(_claimed("yes-no", question, _all(parts, copies), given, compared, lineage))
    rest = [key for key in keys if key not in (asserted | denied if asserted else ())]
    if len({given.document_of[key] for part in _all([rest], copies) for key in part}) > 1:
        chosen = set(rest)
        words = terms or questions.shared([link for pair, link in inside.items() if chosen.issuperset(pair)])
        question = questions.what(words) if words else questions.said(given.claims[rest[0]])
        said = [[key for key in rest if given.claims[key].negated == negated] for negated in (False, True)]
        parts = sorted(part for keys in said for part in _answers(keys, inside))
        found.append(_claimed("what", question, _all(parts, copies), given, compared, lineage))
    return found


def _all(parts: Sequence[Sequence[str]], copies: Copies) -> list[list[str]]:
    """The same with the copies of their claims."""
    return [[c for key in part for c in (key, *copies.get(key, ()))] for part in parts]


def _negative(given: Records, near: set[Pair], compare: Compare) -> set[str]:
    """Claims that say of an act that it was not done of which a near one says that it was."""
    found = set()
    for pair in near:
        negative = [key for key in pair if given.claims[key].negated]
        if len(negative) == 1 and any(c.outcome == "conflict" for c in compare(*(assembled.answer(given, key) for key in pair))):
            found.add(negative[0])
    return found


def _by_rejection(asserted: set[str], denied: set[str], near: set[Pair], links: Mapping[Pair, Link]) -> list[list[str]]:
    """What is asserted, by which denials reject it, so that no claim is set against a denial for its neighbour's sake."""
    rejected: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(asserted):
        rejected[tuple(sorted(d for d in denied if pairs.ordered(d, key) in near))].append(key)
    return sorted(part for keys in rejected.values() for part in _answers(keys, links))


def _nearness(key: str, others: set[str], links: Mapping[Pair, Link]) -> float:
    return max((link.score for pair, link in links.items() if key in pair and set(pair) & others), default=0.0)


def _claimed(
    kind: str, question: str, parts: Sequence[Sequence[str]], given: Records, compare: Compare, lineage: Lineage
) -> Point:
    """A point whose values are the wordings of claims, a value for each part."""
    answers = [[assembled.answer(given, key) for key in part] for part in parts]
    values = [_claim_value(n, [given.claims[k] for k in part]) for n, part in enumerate(parts, 1)]
    return assembled.point(
        kind, question, kind[0] + min(k for part in parts for k in part), values, answers, given, compare, lineage
    )


def _between_near(compare: Compare, near: set[Pair]) -> Compare:
    """The same comparer, silent about claims that are not near enough to contradict one another."""

    def compared(left: Answer, right: Answer) -> Iterable[Comparison]:
        pair = (left.claim.id, right.claim.id)
        return compare(left, right) if pair in near or pair[::-1] in near else ()

    return compared


def _answers(keys: Sequence[str], links: Mapping[Pair, Link]) -> list[list[str]]:
    """Claims of one stance by what they answer: those of nearly the same words together, each other alone."""
    chosen = set(keys)
    together = group(keys, {pair: k.score for pair, k in links.items() if chosen.issuperset(pair)}, SAME_ANSWER, (), ())
    held = {key for part in together for key in part}
    alone = [[key] for key in keys if key not in held]
    return sorted([*together, *alone])


def _claim_value(number: int, claims: Sequence[Claim]) -> Value:
    shown = min(claims, key=lambda c: (len(c.span.text), c.id))
    return Value(id=f"v{number}", text=" ".join(shown.span.text.split()))
