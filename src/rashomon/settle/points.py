"""Suggested links between claims and between figures, and what people decided, in; points out.

Figures that count the same thing make a point of their own kind (number); claims that share their terms make one of kind
what, or yes-no where one side denies. A claim may bear on several points.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.counting import counted
from rashomon.families import rejects
from rashomon.model import (
    Annotations,
    Answer,
    Claim,
    Comparison,
    Document,
    Facet,
    Lineage,
    Link,
    Membership,
    Point,
    Quantity,
    Relation,
    Timex,
    Value,
)
from rashomon.settle import independence, questions
from rashomon.settle.decisions import Ledger
from rashomon.settle.groups import group
from rashomon.settle.relations import Compare, relate

SAME_FIGURE = 0.3
"""Mean score of its links at which figures make a point."""
SAME_POINT = 0.26
"""Mean likeness of its claims at which claims make a point."""
CLASH = 0.5
"""Likeness two claims need for one to contradict the other: below it they rarely speak of the same act."""
SAME_ANSWER = 0.5
"""Mean likeness at which claims of one stance give the same answer."""


Copies = Mapping[str, Sequence[str]]
"""For a claim the others that say it in the same words."""
Beside = Mapping[str, Mapping[str, Link]]
Terms = tuple[str, ...] | None
"""What claims speak of together, in words, where they were found by that."""


@dataclass(frozen=True, slots=True)
class Records:
    """All that points are made of, by id; claims in text order."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    document_of: Mapping[str, str]
    quantities: Mapping[str, Quantity]
    times: Mapping[str, Timex]
    claim_of: Mapping[str, str]


def records(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Records:
    """The records of a case, and which claim each figure stands in: of two, one within the other, the inner."""
    claim_of: dict[str, str] = {}
    for found in annotations:
        for claim in sorted(found.claims, key=lambda c: (c.span.start - c.span.end, c.id)):
            claim_of.update((key, claim.id) for key in claim.quantities)
    return Records(
        documents={d.id: d for d in documents},
        claims={c.id: c for a in annotations for c in a.claims},
        document_of={c.id: a.document for a in annotations for c in a.claims},
        quantities={q.id: q for a in annotations for q in a.quantities},
        times={t.id: t for a in annotations for t in a.times},
        claim_of=claim_of,
    )


def settle(
    given: Records,
    links: Iterable[Link],
    facets: Iterable[Facet],
    copies: Copies,
    comparers: Mapping[str, Compare],
    lineage: Lineage,
    ledger: Ledger,
) -> tuple[Point, ...]:
    """The points of a case, disputed ones first, then those with most origins. `comparers` by name: figures are compared by
    "quantities", other claims by "claims".
    """
    by_relation: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_relation[link.relation].append(link)
    figures = _figures(given, by_relation["same-figure"], by_relation["same-crowd"], ledger)
    found = [(keys, _number(given, _repeated(given, keys, copies), comparers["quantities"], lineage)) for keys in figures]
    numbers = [point for keys, point in found if point.status != "disputed" or _asked(given, keys)]
    covered = [frozenset(m.claim for m in point.claims) for point in numbers]
    same = by_relation["same-point"]
    groups: list[tuple[list[str], Terms]] = [(keys, None) for keys in _claims(given, same, ledger, copies)]
    beside = _beside(same)
    asked = [*(([k for k in f.claims if k in given.claims], f.terms) for f in facets), *groups]
    others = [
        point
        for keys, terms in _distinct(asked, covered)
        for point in _whats(given, keys, terms, beside, copies, comparers["claims"], lineage)
    ]
    rank = {"disputed": 0, "undisputed": 1, "single": 2}
    shown = [p for p in (*numbers, *others) if p.status != "single"]  # one account agreeing with itself answers nobody
    return tuple(sorted(shown, key=lambda p: (rank[p.status], -len(p.origins), -len(p.claims), p.id)))


def _distinct(asked: Sequence[tuple[list[str], Terms]], covered: Sequence[frozenset[str]]) -> Iterator[tuple[list[str], Terms]]:
    """Those of which no earlier one, and no point of figures, holds all claims."""
    held = list(covered)
    for keys, terms in asked:
        if not any(set(keys) <= claims for claims in held):
            held.append(frozenset(keys))
            yield keys, terms


def _beside(links: Iterable[Link]) -> Beside:
    """For each claim its links with later ones."""
    found: dict[str, dict[str, Link]] = defaultdict(dict)
    for link in links:
        left, right = _pair(link)
        found[left][right] = link
    return found


def _repeated(given: Records, keys: Sequence[str], copies: Copies) -> list[str]:
    """Figures with those that stand at the same place in claims of the same words."""
    found = list(keys)
    for key in keys:
        claim = given.claims[given.claim_of[key]]
        place = given.quantities[key].span.start - claim.span.start
        for other in (given.claims[c] for c in copies.get(claim.id, ())):
            found += [q for q in other.quantities if given.quantities[q].span.start - other.span.start == place][:1]
    return list(dict.fromkeys(found))


def _figures(given: Records, links: Sequence[Link], crowds: Sequence[Link], ledger: Ledger) -> list[list[str]]:
    """Groups of figures that stand in two or more claims."""
    links = [*links, *crowds]
    scores = {_pair(link): link.score for link in links if link.left in given.claim_of and link.right in given.claim_of}
    items = sorted({key for pair in scores for key in pair})
    scores = {pair: score for pair, score in scores.items() if not _in_one_breath(given, *pair)}
    joined, apart = _decided(ledger, {given.claim_of[key]: key for key in reversed(items)})
    joined = [*joined, *(pair for pair in map(_pair, crowds) if pair in scores)]
    by_document: dict[str, list[str]] = defaultdict(list)
    for key in items:
        by_document[given.quantities[key].span.document].append(key)
    breath = [pair for keys in by_document.values() for pair in combinations(keys, 2) if _in_one_breath(given, *pair)]
    grouped = group(items, scores, SAME_FIGURE, joined, [*apart, *breath])
    held = {key for keys in grouped for key in keys}
    return [*grouped, *([link.left] for link in links if link.left == link.right and link.left not in held)]


def _asked(given: Records, keys: Iterable[str]) -> bool:
    """Whether the words around figures say what became of the counted. Where none do, figures that differ ("340 miles", "2,300
    miles") most often answer two questions (docs/explanation/what-did-not-help.md).
    """
    return any(counted(given.quantities[key], given.claims[given.claim_of[key]]).outcome for key in keys)


def _in_one_breath(given: Records, left: str, right: str) -> bool:
    """Whether one speaker gives both figures in one account, and they cannot be one: then they answer two questions."""
    claims = [given.claims[given.claim_of[key]] for key in (left, right)]
    if claims[0].span.document != claims[1].span.document or None in (claims[0].attribution, claims[1].attribution):
        return False
    speakers = {c.chain[0].entity or c.chain[0].name for c in claims if c.chain}
    a, b = given.quantities[left], given.quantities[right]
    apart = (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )
    return len(speakers) == 1 and apart


def _claims(given: Records, links: Sequence[Link], ledger: Ledger, copies: Copies) -> list[list[str]]:
    """Groups of claims, and claims that stand alone but for copies."""
    joined, apart = _decided(ledger, {key: key for key in given.claims})
    scores = {_pair(link): link.score for link in links}
    items = {k for pair in (*scores, *joined) for k in pair}
    grouped = group([k for k in given.claims if k in items], scores, SAME_POINT, joined, apart)
    held = {key for keys in grouped for key in keys}
    return [*grouped, *([key] for key in given.claims if key in copies and key not in held)]


def _pair(link: Link) -> tuple[str, str]:
    return _ordered(link.left, link.right)


def _ordered(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left < right else (right, left)


def _decided(ledger: Ledger, items: Mapping[str, str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What people decided about pairs of claims, as pairs of the items to be grouped."""
    joined: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for decision in ledger.on("same-point"):
        if len(decision.subject) == 2 and all(key in items for key in decision.subject):
            left, right = sorted(items[key] for key in decision.subject)
            (joined if decision.answer == "yes" else apart).append((left, right))
    return joined, apart


def _number(given: Records, keys: Sequence[str], compare: Compare, lineage: Lineage) -> Point:
    """The point of figures that count one thing: a value for each interval, and one of its own for what only follows."""
    by_interval: dict[tuple[float | None, float | None, bool], list[Quantity]] = defaultdict(list)
    for key in keys:
        q = given.quantities[key]
        by_interval[q.low, q.high, q.derived is not None].append(q)
    groups = sorted(by_interval.values(), key=lambda qs: (_middle(qs[0]), qs[0].id))
    answers = [[_answer(given, given.claim_of[q.id], q) for q in qs] for qs in groups]
    values = [_figure_value(n, qs) for n, qs in enumerate(groups, 1)]
    question = questions.number([(q, given.claims[given.claim_of[q.id]]) for qs in groups for q in qs])
    return _point("number", question, "n" + keys[0], values, answers, given, compare, lineage)


def _middle(quantity: Quantity) -> float:
    ends = [x for x in (quantity.low, quantity.high) if x is not None]
    return sum(ends) / len(ends)


def _figure_value(number: int, quantities: Sequence[Quantity]) -> Value:
    shown = min(quantities, key=lambda q: (len(q.span.text), q.id))
    return Value(id=f"v{number}", text=" ".join(shown.span.text.split()), low=shown.low, high=shown.high, derived=shown.derived)


def _whats(
    given: Records, keys: Sequence[str], terms: Terms, beside: Beside, copies: Copies, compare: Compare, lineage: Lineage
) -> list[Point]:
    """The points of claims that share their terms: whether it is so, for what is denied and those who assert it; what is
    said, for the rest.
    """
    members = set(keys)
    inside = {(key, other): link for key in keys for other, link in beside.get(key, {}).items() if other in members}
    near = {pair for pair, link in inside.items() if link.score >= CLASH}
    denied = {key for key in keys if given.claims[key].polarity == "denied"} | _negative(given, near, compare)
    near |= {_ordered(d, k) for d in denied for k in keys if rejects(given.claims[d], given.claims[k])}
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
        found.append(_claimed("what", question, _all(_answers(rest, inside), copies), given, compared, lineage))
    return found


def _all(parts: Sequence[Sequence[str]], copies: Copies) -> list[list[str]]:
    """The same with the copies of their claims."""
    return [[c for key in part for c in (key, *copies.get(key, ()))] for part in parts]


def _negative(given: Records, near: set[tuple[str, str]], compare: Compare) -> set[str]:
    """Claims that say of an act that it was not done of which a near one says that it was."""
    found = set()
    for pair in near:
        negative = [key for key in pair if given.claims[key].negated]
        if len(negative) == 1 and any(c.outcome == "conflict" for c in compare(*(_answer(given, key) for key in pair))):
            found.add(negative[0])
    return found


def _by_rejection(
    asserted: set[str], denied: set[str], near: set[tuple[str, str]], links: Mapping[tuple[str, str], Link]
) -> list[list[str]]:
    """What is asserted, by which denials reject it, so that no claim is set against a denial for its neighbour's sake."""
    rejected: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(asserted):
        rejected[tuple(sorted(d for d in denied if _ordered(d, key) in near))].append(key)
    return sorted(part for keys in rejected.values() for part in _answers(keys, links))


def _nearness(key: str, others: set[str], links: Mapping[tuple[str, str], Link]) -> float:
    return max((link.score for pair, link in links.items() if key in pair and set(pair) & others), default=0.0)


def _claimed(
    kind: str, question: str, parts: Sequence[Sequence[str]], given: Records, compare: Compare, lineage: Lineage
) -> Point:
    """A point whose values are the wordings of claims, a value for each part."""
    answers = [[_answer(given, key) for key in part] for part in parts]
    values = [_claim_value(n, [given.claims[k] for k in part]) for n, part in enumerate(parts, 1)]
    return _point(kind, question, kind[0] + min(k for part in parts for k in part), values, answers, given, compare, lineage)


def _between_near(compare: Compare, near: set[tuple[str, str]]) -> Compare:
    """The same comparer, silent about claims that are not near enough to contradict one another."""

    def compared(left: Answer, right: Answer) -> Iterable[Comparison]:
        pair = (left.claim.id, right.claim.id)
        return compare(left, right) if pair in near or pair[::-1] in near else ()

    return compared


def _answers(keys: Sequence[str], links: Mapping[tuple[str, str], Link]) -> list[list[str]]:
    """Claims of one stance by what they answer: those of nearly the same words together, each other alone."""
    chosen = set(keys)
    together = group(keys, {pair: k.score for pair, k in links.items() if chosen.issuperset(pair)}, SAME_ANSWER, (), ())
    held = {key for part in together for key in part}
    alone = [[key] for key in keys if key not in held]
    return sorted([*together, *alone])


def _claim_value(number: int, claims: Sequence[Claim]) -> Value:
    shown = min(claims, key=lambda c: (len(c.span.text), c.id))
    return Value(id=f"v{number}", text=" ".join(shown.span.text.split()))


def _why(answer: Answer) -> str:
    """Why an answer is taken for one where its words alone do not say so."""
    return f"worked out: {answer.quantity.derived}" if answer.quantity and answer.quantity.derived else ""


def _answer(given: Records, key: str, quantity: Quantity | None = None) -> Answer:
    claim = given.claims[key]
    time = next((given.times[t] for t in claim.times if t in given.times), None)
    nearest = claim.chain[0] if claim.chain else None
    speaker = (nearest.entity or (nearest.name if nearest.kind != "unnamed" else None)) if nearest else None
    return Answer(claim=claim, document=given.document_of[key], quantity=quantity, time=time, speaker=speaker)


def _point(
    kind: str,
    question: str,
    key: str,
    values: Sequence[Value],
    answers: Sequence[Sequence[Answer]],
    given: Records,
    compare: Compare,
    lineage: Lineage,
) -> Point:
    relations = relate(values, answers, compare, given.documents)
    claims = list({a.claim.id: a.claim for part in answers for a in part}.values())
    settled = tuple(_with_origins(v, part, lineage) for v, part in zip(values, answers, strict=True))
    # figures that differ are separate findings; other claims on one point may all be renderings of one report
    by_answer = independence.together((v.origins for v in settled), claims, lineage)
    origins = by_answer if kind == "number" else independence.origins(claims, lineage)
    return Point(
        id="p" + hashlib.sha256(key.encode()).hexdigest()[:10],
        question=question,
        kind=kind,
        values=settled,
        claims=tuple(
            Membership(claim=a.claim.id, value=v.id, why=_why(a), quantity=a.quantity.id if a.quantity else None)
            for v, part in zip(values, answers, strict=True)
            for a in part
        ),
        relations=relations,
        status=_status(relations, {a.document for part in answers for a in part}),
        sources=independence.sources(claims, lineage),
        origins=origins,
    )


def _with_origins(value: Value, answers: Sequence[Answer], lineage: Lineage) -> Value:
    claims = [a.claim for a in answers]
    return replace(value, origins=independence.origins(claims, lineage), sources=independence.sources(claims, lineage))


def _status(relations: Iterable[Relation], documents: set[str]) -> str:
    if any(r.relation in ("conflict", "denial") for r in relations):
        return "disputed"
    return "single" if len(documents) == 1 else "undisputed"
