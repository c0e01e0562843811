"""Claims that speak to one question in, its point out, with a value for each wording and how these stand to one another."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.model import Answer, Claim, Comparison, Lineage, Link, Point, Quantity, Value
from rashomon.settle import assembled, pairs
from rashomon.settle.groups import group
from rashomon.settle.pairs import Pair
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare

SAME_ANSWER = 0.5
"""Mean likeness at which claims of one stance give the same answer."""

_GIVEN = frozenset(
    {"count", "vague", "money", "length", "mass", "area", "volume", "speed", "temperature", "percent", "duration", "magnitude"}
)


def point(
    kind: str,
    question: str,
    parts: Sequence[Sequence[str]],
    given: Records,
    compare: Compare,
    lineage: Lineage,
    shared: Sequence[str],
) -> Point:
    """A point whose values are the wordings of claims, a value for each part."""
    told = [[assembled.answer(given, key) for key in part] for part in parts]
    values = [value(n, [given.claims[k] for k in part]) for n, part in enumerate(parts, 1)]
    return assembled.point(
        kind, question, kind[0] + min(k for part in parts for k in part), values, told, given, compare, lineage, shared
    )


def answers(keys: Sequence[str], links: Mapping[Pair, Link], given: Records) -> list[list[str]]:
    """Claims of one stance by what they answer: those of the same figures and nearly the same words together, whoever declines to
    say so apart.
    """
    by_figures: dict[Hashable, list[str]] = defaultdict(list)
    for key in keys:
        told = frozenset((q.kind, q.unit, q.low, q.high) for q in figures(given, key))
        by_figures[told, assembled.answer(given, key).declines].append(key)
    of = {key: place for place, same in enumerate(by_figures.values()) for key in same}
    scores: dict[int | None, dict[Pair, float]] = defaultdict(dict)
    for (left, right), link in links.items():
        if of.get(left) == of.get(right):
            scores[of.get(left)][left, right] = link.score
    found = []
    for place, same in enumerate(by_figures.values()):
        together = group(same, scores[place], SAME_ANSWER, (), ())
        held = {key for part in together for key in part}
        found += [*together, *([key] for key in same if key not in held)]
    return sorted(found)


def compared(comparers: Mapping[str, Compare], near: set[Pair], asked: Mapping[str, str], given: Records) -> Compare:
    """How claims stand: near ones as the comparer of claims says; of others, or where it says nothing, by the figure that each
    gives, else by their words. Those that are not near agree or say nothing of one another.
    """
    of_near = _between_near(comparers["claims"], near)

    def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
        found = [*of_near(left, right)]
        ours, theirs = (figures(given, a.claim.id) for a in (left, right))
        if not found and len(ours) == len(theirs) == 1:
            by_figures = comparers["quantities"](replace(left, quantity=ours[0]), replace(right, quantity=theirs[0]))
            close = pairs.ordered(left.claim.id, right.claim.id) in near
            found = [_open(c, ours[0], theirs[0], asked) for c in by_figures if close or c.outcome == "agree"]
        yield from found or comparers["wordings"](left, right)

    return compare


def with_copies(parts: Sequence[Sequence[str]], copies: Copies) -> list[list[str]]:
    """The same with the copies of their claims."""
    return [[c for key in part for c in (key, *copies.get(key, ()))] for part in parts]


def _between_near(compare: Compare, near: set[Pair]) -> Compare:
    """The same comparer, silent about claims that are not near enough to contradict one another."""

    def between(left: Answer, right: Answer) -> Iterable[Comparison]:
        pair = (left.claim.id, right.claim.id)
        return compare(left, right) if pair in near or pair[::-1] in near else ()

    return between


def figures(given: Records, key: str) -> list[Quantity]:
    """The figures of a claim that give an answer: with a bound, and stated."""
    own = (given.quantities[q] for q in given.claims[key].quantities if q in given.quantities)
    return [q for q in own if q.kind in _GIVEN and not q.derived and (q.low is not None or q.high is not None)]


def _open(found: Comparison, left: Quantity, right: Quantity, asked: Mapping[str, str]) -> Comparison:
    """What figures make of each other, a clash left open: those that answer one question have a point of their own."""
    if found.outcome != "conflict":
        return found
    question = asked.get(left.id)
    same = question is not None and question == asked.get(right.id)
    rest = f"they are compared under “{question}”" if same else "nothing says that they answer one question"
    return Comparison(outcome="compatible", why=f"“{left.span.text}” and “{right.span.text}” differ; {rest}")


def value(number: int, claims: Sequence[Claim]) -> Value:
    """The briefest wording; of what somebody denies, or leaves open, in words that assert it, that he does."""
    shown = min(claims, key=lambda c: (c.reversed or c.withheld, len(c.span.text), c.id))
    words = " ".join(shown.span.text.split())
    stance = "denied: " if shown.reversed else "neither confirmed nor denied: " if shown.withheld else ""
    return Value(id=f"v{number}", text=stance + words)
