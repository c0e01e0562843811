"""Links between figures and what people decided in; groups of figures that count one thing, and the point of each out."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations

from rashomon import data
from rashomon.meaning import background, measures
from rashomon.meaning.counting import counted
from rashomon.meaning.measures import WEIGHED, nearly
from rashomon.meaning.narrowed import of_a_group
from rashomon.meaning.scopes import narrowing
from rashomon.model import Claim, Lineage, Link, Point, Quantity, Value
from rashomon.settle import assembled, howmany, pairs
from rashomon.settle.decisions import Ledger
from rashomon.settle.groups import group
from rashomon.settle.grown import told_before
from rashomon.settle.pairs import Pair
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare, earlier

Neighbours = Mapping[str, Mapping[str, float]]
"""For a figure those that it is linked with, and how surely."""

SAME_FIGURE = 0.3
"""Mean score of its links at which figures make a point."""

_SAME_WORDS, _FAR, _LITTLE = 3, 8, 3  # words in common, among so many after a figure, of more letters than this
_WIDELY = 2  # accounts beyond which counts of things that are nearly as many are of the same
_WORD, _FIGURE = re.compile(r"[^\W\d_]+"), re.compile(r"\d")


def grouped(given: Records, links: Sequence[Link], crowds: Sequence[Link], ledger: Ledger) -> list[list[str]]:
    """Groups of figures that stand in two or more claims."""
    links = [*links, *crowds]
    scores = {pairs.pair(link): link.score for link in links if link.left in given.claim_of and link.right in given.claim_of}
    items = sorted({key for pair in scores for key in pair})
    unsaid = _unsaid(given, scores)
    scores = {pair: score for pair, score in scores.items() if unsaid & {*pair} or not _in_one_breath(given, *pair)}
    joined, apart = pairs.decided(ledger, {given.claim_of[key]: key for key in reversed(items)})
    joined = [*joined, *(pair for pair in map(pairs.pair, crowds) if pair in scores)]
    by_document: dict[str, list[str]] = defaultdict(list)
    for key in items:
        by_document[given.quantities[key].span.document].append(key)
    breath = [
        pair
        for keys in by_document.values()
        for pair in combinations(sorted({*keys} - unsaid), 2)
        if _in_one_breath(given, *pair)
    ]
    beside: dict[str, dict[str, float]] = defaultdict(dict)
    for (left, right), score in scores.items():
        beside[left][right] = beside[right][left] = score
    against: dict[str, set[str]] = defaultdict(set)
    for left, right in breath:
        against[left].add(right)
        against[right].add(left)
    found = [part for keys in group(items, scores, SAME_FIGURE, joined, apart) for part in _consistent(keys, beside, against)]
    held = {key for keys in found for key in keys}
    return [*found, *([link.left] for link in links if link.left == link.right and link.left not in held)]


def _consistent(keys: Sequence[str], beside: Neighbours, against: Mapping[str, Set[str]]) -> Iterator[list[str]]:
    """A group without figures that one speaker gives beside one of it that more others are like; and groups of these."""
    members = {*keys}
    if all(members.isdisjoint(against.get(key, ())) for key in keys):
        yield list(keys)
        return
    likeness = {key: sum(s for other, s in beside[key].items() if other in members) for key in keys}
    kept: set[str] = set()
    for key in sorted(keys, key=lambda k: (-likeness[k], k)):
        if kept.isdisjoint(against.get(key, ())):
            kept.add(key)
    if len(kept) > 1:
        yield sorted(kept)
    left = [key for key in keys if key not in kept]
    near = {pairs.ordered(k, o): s for k in left for o, s in beside[k].items() if o in members and o not in kept}
    yield from group(left, near, SAME_FIGURE, (), {pairs.ordered(k, o) for k in left for o in against.get(k, ()) if o in members})


def larger(links: Iterable[Link]) -> dict[str, list[str]]:
    """For a figure of all people those of a part of them that are more (links `part-figure`)."""
    found: dict[str, list[str]] = defaultdict(list)
    for link in links:
        found[link.right].append(link.left)
    return found


def _in_one_breath(given: Records, left: str, right: str) -> bool:
    """Whether one speaker, or the account itself, gives both figures in one account, and they cannot be one: then they answer two
    questions, unless the account says that the one was said before the other.
    """
    claims = [given.claims[given.claim_of[key]] for key in (left, right)]
    if claims[0].span.document != claims[1].span.document:
        return False
    starts = (given.quantities[key].span.start for key in (left, right))
    if any(told_before(c.span.text[: max(0, at - c.span.start)]) for c, at in zip(claims, starts, strict=True)):
        return False
    speakers = {_informant(c) for c in claims if c.chain}
    said = [given.said.get(claim.id) for claim in claims]
    if said[0] and said[1] and earlier(said[0], said[1]):
        return False
    return len(speakers) == 1 and _apart(given.quantities[left], given.quantities[right])


def _informant(claim: Claim) -> str:
    """Who gives a claim's figure: its speaker, or whom the account says to have given it ("the hospital confirmed 17 dead")."""
    giver = next((a.head for a in claim.arguments if a.role == "agent"), None)
    named = giver if claim.predicate in data.by_word("outcomes", "giving") else None
    return named or claim.chain[0].entity or claim.chain[0].name


def _apart(left: Quantity, right: Quantity) -> bool:
    """Whether no number is both."""
    return any(a.high is not None and b.low is not None and a.high < b.low for a, b in ((left, right), (right, left)))


def _unsaid(given: Records, linked: Iterable[Pair]) -> set[str]:
    """Figures of headlines that no figure of the text below, linked with them, bears out."""
    headed: dict[str, list[str]] = defaultdict(list)
    for pair in linked:
        for one, other in (pair, pair[::-1]):
            claims = [given.claims[given.claim_of[key]] for key in (one, other)]
            if (
                claims[0].id in given.headed
                and claims[1].id not in given.headed
                and claims[0].span.document == claims[1].span.document
            ):
                headed[one].append(other)
    return {
        key for key, below in headed.items() if all(_apart(given.quantities[key], given.quantities[other]) for other in below)
    }


def repeated(given: Records, keys: Sequence[str], copies: Copies) -> list[str]:
    """Figures with those that stand at the same place in claims of the same words."""
    found = list(keys)
    for key in keys:
        claim = given.claims[given.claim_of[key]]
        place = _place(given.quantities[key], claim)
        for other in (given.claims[c] for c in copies.get(claim.id, ())):
            found += [q for q in other.quantities if _place(given.quantities[q], other) == place][:1]
    return list(dict.fromkeys(found))


def _place(quantity: Quantity, claim: Claim) -> tuple[int, int]:
    """Where a figure stands in a claim; a sum begins where its first part does, and ends elsewhere."""
    return quantity.span.start - claim.span.start, len(quantity.span.text)


def asked(given: Records, keys: Iterable[str]) -> bool:
    """Whether the words around figures say what became of the counted. Where none do, figures that differ ("340 miles", "2,300
    miles") most often answer two questions (docs/explanation/what-did-not-help.md); weights of one named stuff do not, nor do
    those after which two accounts go on in the same words ("nine carts laden with flour and salt").
    """
    told = [given.quantities[key] for key in keys]
    claims = [given.claims[given.claim_of[q.id]] for q in told]
    what = [counted(q, c) for q, c in zip(told, claims, strict=True)]
    if any(w.outcome and (w.population or q.kind != "count") for q, w in zip(told, what, strict=True)) or all(
        q.kind in WEIGHED and w.population for q, w in zip(told, what, strict=True)
    ):
        return True
    grouped_ = [of_a_group(q, c) for q, c in zip(told, claims, strict=True)]
    pairs_ = combinations(range(len(told)), 2)
    if any(nearly(told[i], told[j]) and (what[i] != what[j] or grouped_[i] or grouped_[j]) for i, j in pairs_):
        return True
    if len({q.span.document for q in told}) > _WIDELY and all(nearly(q, r) for q, r in combinations(told, 2)):
        return True  # several accounts count it, and not alike
    after = [_after(q, c) for q, c in zip(told, claims, strict=True)]
    return any(
        _apart(told[i], told[j]) and told[i].span.document != told[j].span.document and len(after[i] & after[j]) >= _SAME_WORDS
        for i, j in combinations(range(len(told)), 2)
    )


def _after(quantity: Quantity, claim: Claim) -> frozenset[str]:
    """The words that follow a figure, up to the next one."""
    rest = claim.span.text[max(0, quantity.span.end - claim.span.start) :]
    words = [w.lower() for w in _WORD.findall(_FIGURE.split(rest, maxsplit=1)[0])]
    return frozenset(w for w in words[:_FAR] if len(w) > _LITTLE)


def point(
    given: Records, keys: Sequence[str], copies: Copies, larger: Mapping[str, Sequence[str]], compare: Compare, lineage: Lineage
) -> Point:
    """The point of figures that count one thing: a value for each interval, and one of its own for what only follows. `larger`
    has the figures of some of the counted, who make the least that all of them can be.
    """
    parts = repeated(given, [part for key in keys for part in larger.get(key, ())], copies)
    keys = repeated(given, keys, copies)
    parts = [part for part in parts if part not in keys]  # as many civilians as people: they are all, and not some of them
    by_interval: dict[Hashable, list[Quantity]] = defaultdict(list)
    told = [given.quantities[key] for key in keys]
    for q in [*(_as_below(q, told, given) for q in told), *(_at_least(given.quantities[key]) for key in parts)]:
        declined = assembled.answer(given, given.claim_of[q.id]).declines
        by_interval[q.low, q.high, q.unit, q.derived is not None, declined, narrowing(q)].append(q)
    groups = sorted(by_interval.values(), key=lambda qs: (_middle(qs[0]), qs[0].id))
    answers = [[replace(assembled.answer(given, given.claim_of[q.id], q), aligned=True) for q in qs] for qs in groups]
    values = [_figure_value(n, qs) for n, qs in enumerate(groups, 1)]
    question = howmany.number([(q, given.claims[given.claim_of[q.id]]) for qs in groups for q in qs])
    return assembled.point("number", question, "n" + keys[0], values, answers, given, compare, lineage, findings=True)


def dated(given: Records, keys: Sequence[str], question: str) -> str:
    """The question, with the year where all figures are of what was long before: "How many people were killed in 1987?"."""
    if not {given.claim_of[key] for key in keys} <= given.past:
        return question
    spans = [given.quantities[key].span for key in keys]
    years = {background.year(given.documents[span.document].text, span) for span in spans} - {""}
    return f"{question.removesuffix('?')} in {years.pop()}?" if len(years) == 1 and question.endswith("?") else question


def _as_below(quantity: Quantity, told: Sequence[Quantity], given: Records) -> Quantity:
    """A headline's figure with what the text below leaves open: "Seventeen die" over "at least 17 people were killed"."""
    if given.claim_of[quantity.id] not in given.headed or quantity.low != quantity.high:
        return quantity
    for q in told:
        below = q.span.document == quantity.span.document and given.claim_of[q.id] not in given.headed
        if below and q.low == quantity.low and q.high is None and q.unit == quantity.unit:
            return replace(quantity, value=q.value, low=q.low, high=q.high, hedge=q.hedge)
    return quantity


def _at_least(part: Quantity) -> Quantity:
    """What a figure of a part says of the whole."""
    formula = f"“{' '.join(part.span.text.split())}” are some of them"
    return replace(part, value=None, high=None, head="person", of=None, derived=formula, made_from=(part.id,))


def _figure_value(number: int, quantities: Sequence[Quantity]) -> Value:
    shown = min(quantities, key=lambda q: (len(q.span.text), q.id))
    return Value(id=f"v{number}", text=" ".join(shown.span.text.split()), low=shown.low, high=shown.high, derived=shown.derived)


def _middle(quantity: Quantity) -> float:
    turned = measures.turned(quantity)
    ends = [x for x in (turned.low, turned.high) if x is not None]
    return sum(ends) / len(ends)
