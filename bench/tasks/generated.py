"""Invented events whose truth is known in, how the case relates what accounts say and counts who is behind it out.

A claim stands for the sentence whose figure, or most of which, it holds. Relations are judged on pairs of claims that stand on
one point in the case and in truth, of many a sample, the same each time; a pair that stands on several, by the gravest
relation. A case relates values, behind which several may speak: a relation is right that holds between the two claims or, as
the gravest, between any two of their values. Where nothing is said, both may hold. Nothing is judged that texts do not tell:
whether a part and a whole that are as many agree or both hold, nor one cause in other details; whether a weight in tens is
another one, rounded. Origins are judged on each point of the case, against those behind the sentences of all its claims,
headlines and scenes too. Where two who worked alone hit upon nearly the same words, or a page says something itself beside what
it credits to somebody, nobody could tell that neither repeats the other: either count is right, and `origins open` is the share
of such points.
`false corroboration` is the share of points with one origin that are given two or more.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from random import Random
from typing import Any, NamedTuple

from bench.generator import relations
from bench.generator.known import known
from bench.tasks.lineage import accounts, settled
from rashomon.model import Case, Claim, Point
from rashomon.text import shingles

TITLE = "Points of invented events of 10 to 1,000 accounts: relations, origins"
CORPUS = None

SIZES = (10, 10, 10, 30, 100, 1000)
_PAIRS = 1000  # of one point in truth
_COUNTED = ("relations", "conflicts right", "conflicts found", "origins", "open", "false", "missed")
_CLASSES = {
    "agree": "agree", "compatible": "compatible", "refines": "compatible", "conflict": "conflict", "denial": "conflict",
    "superseded": "one speaker", "repeat": "one speaker",
}  # fmt: skip

_LONG, _WORDED = 8, 0.8  # words of a sentence, and the share of them in another, that look like one sentence copied

_GRAVITY = ("nothing", "agree", "compatible", "one speaker", "conflict")

_TOLD = ("low", "high", "unit", "scope", "part", "stance", "answer", "frame", "speaker", "utterance", "day", "published")

Counts = dict[str, list[int]]
Member = Mapping[str, Any]


class Told(NamedTuple):
    """A sentence behind a claim: who is behind it, the account, and its words."""

    origin: str
    account: str
    forms: tuple[str, ...]


Behind = Mapping[str, Told]
"""For a claim its sentence."""


class Judged(NamedTuple):
    """What a case says of two claims, what is true of them, the gravest that is true of any two of their values, and which
    relations texts do not tell apart.
    """

    found: str
    true: str
    gravest: str
    undecided: frozenset[str] = frozenset()


def gold() -> list[dict[str, Any]]:
    return [known(f"g{number}", size, 200 + number) for number, size in enumerate(SIZES)]


def ours(item: Mapping[str, Any]) -> Counts:
    case = settled(item["records"])
    members, behind = _members(case, item), _behind(case, item)
    counts: Counts = {k: [0, 0] for k in _COUNTED}
    told = [_Told(point, held) for point in case.points if len(held := _held(point, members)) > 1]
    for one in told:
        _origins(counts, one.point, behind)
    for judged in judge(told, members).values():
        _count(counts, judged)
    return counts


def _held(point: Point, members: Mapping[str, tuple[str, Member]]) -> dict[str, tuple[str, Member]]:
    return {m.claim: members[m.claim] for m in point.claims if m.claim in members}


class _Told:
    """A point of the case, and what it says of any two of its claims that stand for members of a point in truth."""

    def __init__(self, point: Point, held: Mapping[str, tuple[str, Member]]) -> None:
        self.point, self.held = point, held
        self.value = {m.claim: m.value for m in point.claims}
        said = {(r.left, r.right): _CLASSES[r.relation] for r in point.relations}
        self.said = said | {(right, left): relation for (left, right), relation in said.items()}
        self.gravest = gravest((self.value[key], *held[key]) for key in sorted(held))

    def judged(self, left: str, right: str) -> Judged:
        a, b = self.value[left], self.value[right]
        (fact, ours), (_, theirs) = self.held[left], self.held[right]
        found = "agree" if a == b else self.said.get((a, b), "nothing")
        gravest = self.gravest[fact, frozenset((a, b))]
        return Judged(found, _CLASSES[relations.relation(ours, theirs)], gravest, _undecided(ours, theirs))


def _undecided(left: Member, right: Member) -> frozenset[str]:
    return frozenset(_CLASSES[relation] for relation in relations.undecided(left, right))


def judge(told: Sequence[_Told], members: Mapping[str, tuple[str, Member]]) -> dict[tuple[str, str], Judged]:
    """What is said of pairs of claims that stand on one point in truth and in the case, with what may be said of them."""
    on: dict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(told):
        for key in one.held:
            on[key].add(number)
    by_fact: dict[str, list[str]] = defaultdict(list)
    for key in sorted(on):
        by_fact[members[key][0]].append(key)
    found = {}
    for fact, keys in sorted(by_fact.items()):
        for i, j in _sampled(fact, len(keys)):
            left, right = keys[i], keys[j]
            if places := on[left] & on[right]:
                judged = [told[n].judged(left, right) for n in sorted(places)]
                found[left, right] = max(judged, key=lambda j: _GRAVITY.index(j.found))
    return found


def _sampled(fact: str, count: int) -> list[tuple[int, int]]:
    """The places of all pairs among so many, or where these are too many of a sample, the same each time."""
    if count * (count - 1) // 2 <= _PAIRS:
        return [*combinations(range(count), 2)]
    rng = Random(fact)
    drawn = (sorted(rng.sample(range(count), 2)) for _ in range(_PAIRS))
    return sorted({(first, last) for first, last in drawn})


def _behind(case: Case, item: Mapping[str, Any]) -> Behind:
    """For each claim the sentence in which it lies."""
    names = accounts(case, item["records"])
    texts = {r["id"]: r["text"] for r in item["records"]}
    known: dict[str, list[Mapping[str, Any]]] = {}
    for sentence in item["truth"]["sentences"]:
        known.setdefault(sentence["account"], []).append(sentence)
    return {
        claim.id: Told(s["origin"], s["account"], shingles.forms(texts[s["account"]][s["start"] : s["end"]]))
        for claim in case.claims
        for s in known.get(names[claim.span.document], ())
        if s["origin"] and claim.span.start < s["end"] and s["start"] < claim.span.end
    }


def _wanted(behind: Sequence[Told]) -> tuple[int, int]:
    """How many origins a point has, at least and at most. A page's own voice may be another's: where an account gives what that
    page says beside what it credits to somebody, or where every sentence of it looks like one of another origin, copied.
    """
    origins = sorted({told.origin for told in behind})
    one = {origin: origin for origin in origins}
    for page in (o for o in origins if o.startswith("a:")):
        if joined := {one[o] for o in _beside(page, behind) or _alike(page, behind)}:
            joined.add(one[page])
            one = {o: min(joined) if root in joined else root for o, root in one.items()}
    return len({*one.values()}), len(origins)


def _beside(page: str, behind: Sequence[Told]) -> list[str]:
    """An origin to which an account that gives what a page says of its own credits something too, if there is one."""
    accounts = {told.account for told in behind if told.origin == page}
    return sorted({t.origin for t in behind if t.account in accounts and not t.origin.startswith("a:")})[:1]


def _alike(page: str, behind: Sequence[Told]) -> set[str]:
    """The origins of which sentences look like a page's own, all of them: as it says it itself, where it does, for however its
    copies reword that, it may have been repeating.
    """
    others = {(t.origin, t.forms) for t in behind if t.origin != page}
    told = [t for t in behind if t.origin == page]
    told = [t for t in told if t.account == page.removeprefix("a:")] or told
    alike = [{o for o, forms in others if _looks_copied(own, forms)} for own in {t.forms for t in told}]
    return set().union(*alike) if all(alike) else set()


def _looks_copied(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    left, right = set(ours), set(theirs)
    shorter = min(len(left), len(right))
    return shorter >= _LONG and len(left & right) >= _WORDED * shorter


def _members(case: Case, item: Mapping[str, Any]) -> dict[str, tuple[str, Member]]:
    """For each claim the point in truth and its member: the one whose figure it holds, else of which it holds most."""
    names = accounts(case, item["records"])
    claims: dict[str, list[Claim]] = {}
    for claim in case.claims:
        claims.setdefault(names[claim.span.document], []).append(claim)
    found: dict[str, tuple[str, Member]] = {}
    for point in item["truth"]["points"]:
        for member in point["members"]:
            start, end = member["figure"] or (member["start"], member["end"])
            over = [(min(c.span.end, end) - max(c.span.start, start), c.id) for c in claims.get(member["account"], ())]
            most, key = max(over, default=(0, ""))
            if most > 0:
                found[key] = (point["id"], member)
    return found


def gravest(told: Iterable[tuple[str, str, Member]]) -> dict[tuple[str, frozenset[str]], str]:
    """For a point in truth and two values of the case the gravest that is true of any two of their members."""
    distinct = {(value, fact, *(member[k] for k in _TOLD)): (value, fact, member) for value, fact, member in told}
    found: dict[tuple[str, frozenset[str]], str] = {}
    for (a, fact, left), (b, other, right) in combinations(distinct.values(), 2):
        if fact == other:
            relation, key = _CLASSES[relations.relation(left, right)], (fact, frozenset((a, b)))
            found[key] = max(relation, found.get(key, relation), key=_GRAVITY.index)
    for value, fact, _ in distinct.values():
        found.setdefault((fact, frozenset((value,))), "agree")
    return found


def _origins(counts: Counts, point: Point, behind: Behind) -> None:
    known = [behind[m.claim] for m in point.claims if m.claim in behind]
    least, most = _wanted(known)
    counts["open"][0] += least < most
    counts["open"][1] += 1
    counts["origins"][0] += least <= len(point.origins) <= most
    counts["origins"][1] += 1
    counts["false"][0] += most == 1 < len(point.origins)
    counts["false"][1] += most == 1
    counts["missed"][0] += least > 1 == len(point.origins)
    counts["missed"][1] += least > 1


def _count(counts: Counts, judged: Judged) -> None:
    found = "compatible" if judged.found == "nothing" else judged.found
    if {found, judged.true} <= judged.undecided:
        return
    right = found in (judged.true, judged.gravest)
    wanted = found if right else judged.true
    counts["relations"][0] += right
    counts["relations"][1] += 1
    counts["conflicts right"][0] += found == wanted == "conflict"
    counts["conflicts right"][1] += found == "conflict"
    counts["conflicts found"][0] += found == wanted == "conflict"
    counts["conflicts found"][1] += wanted == "conflict"


def naive(item: Mapping[str, Any]) -> Counts:
    """Every point found, every account an origin, whatever is not the same a conflict."""
    counts: Counts = {k: [0, 0] for k in _COUNTED}
    for point in item["truth"]["points"]:
        members = point["members"]
        for i, j in _sampled(point["id"], len(members)):
            a, b = members[i], members[j]
            same = all(a[k] == b[k] for k in ("value", "stance", "answer"))
            true = _CLASSES[relations.relation(a, b)]
            _count(counts, Judged("agree" if same else "conflict", true, true, _undecided(a, b)))
        papers, wanted = len({m["account"] for m in point["members"]}), len(point["origins"])
        counts["origins"][0] += papers == wanted
        counts["origins"][1] += 1
        counts["false"][0] += wanted == 1 < papers
        counts["false"][1] += wanted == 1
        counts["missed"][1] += wanted > 1
    return counts


SYSTEMS = {"rashomon": ours, "naive": naive}


def score(gold: list[dict[str, Any]], predicted: list[Counts]) -> dict[str, float]:
    share = _shares(predicted)
    found = {
        "relations": share["relations"],
        "conflict precision": share["conflicts right"],
        "conflict recall": share["conflicts found"],
        "origins exact": share["origins"],
        "false corroboration": share["false"],
        "missed corroboration": share["missed"],
        "origins open": share["open"],
    }
    by_size: dict[int, list[Counts]] = defaultdict(list)
    for item, one in zip(gold, predicted, strict=True):
        by_size[len(item["records"])].append(one)
    for size, counts in by_size.items():
        part = _shares(counts)
        found |= {f"relations, {size:,} accounts": part["relations"], f"origins, {size:,} accounts": part["origins"]}
    return found


def _shares(predicted: Sequence[Counts]) -> dict[str, float]:
    sums: Counts = {}
    for one in predicted:
        for key, (hit, of) in one.items():
            total = sums.setdefault(key, [0, 0])
            total[0], total[1] = total[0] + hit, total[1] + of
    return {key: hit / of if of else 0.0 for key, (hit, of) in sums.items()}
