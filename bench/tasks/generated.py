"""Invented events whose truth is known in, how the case relates what accounts say and counts who is behind it out.

A claim stands for the sentence whose figure, or most of which, it holds. Relations are judged on pairs of claims that stand on
one point in the case and in truth, up to a number for each point; a pair that stands on several, by the gravest relation. A case
relates values, behind which several may speak: a relation is right that holds between the two claims or, as the gravest, between
any two of their values. Origins are judged on each point of the case, against those behind the sentences of all its claims,
headlines and scenes too. Where two who worked alone hit upon nearly the same words, nobody could tell that neither copied the
other, and the point's origins are not judged.
`false corroboration` is the share of points with one origin that are given two or more.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Any, NamedTuple

from bench.generator import truth
from bench.generator.known import known
from bench.tasks.lineage import accounts, settled
from rashomon.model import Case, Claim, Point
from rashomon.text import shingles

TITLE = "Points of invented events of 10 to 100 accounts: relations, origins"
CORPUS = None

SIZES = (10, 10, 10, 30, 100)
_PAIRS = 400
_COUNTED = ("relations", "conflicts right", "conflicts found", "origins", "undecidable", "false", "missed")
_CLASSES = {
    "agree": "agree", "compatible": "compatible", "refines": "compatible", "conflict": "conflict", "denial": "conflict",
    "superseded": "one speaker", "repeat": "one speaker",
}  # fmt: skip

_LONG, _WORDED = 8, 0.8  # words of a sentence, and the share of them in another, that look like one sentence copied

_GRAVITY = ("agree", "compatible", "one speaker", "conflict")

Counts = dict[str, list[int]]
Member = Mapping[str, Any]
Behind = Mapping[str, tuple[str, str]]
"""For a claim the origin of its sentence, and its words in full."""


class Judged(NamedTuple):
    """What a case says of two claims, what is true of them, and the gravest that is true of any two of their values."""

    found: str
    true: str
    gravest: str


def gold() -> list[dict[str, Any]]:
    return [known(f"g{number}", size, 200 + number) for number, size in enumerate(SIZES)]


def ours(item: Mapping[str, Any]) -> Counts:
    case = settled(item["records"])
    members, behind = _members(case, item), _behind(case, item)
    counts: Counts = {k: [0, 0] for k in _COUNTED}
    found: dict[tuple[str, str], Judged] = {}
    for point in case.points:
        held = {m.claim: members[m.claim] for m in point.claims if m.claim in members}
        if len(held) > 1:
            _relations(found, point, held)
            _origins(counts, point, behind)
    for judged in found.values():
        _count(counts, judged)
    return counts


def _behind(case: Case, item: Mapping[str, Any]) -> Behind:
    """For each claim the origin of the sentence in which it lies, with the words of one that credits nobody."""
    names = accounts(case, item["records"])
    texts = {r["id"]: r["text"] for r in item["records"]}
    known: dict[str, list[Mapping[str, Any]]] = {}
    for sentence in item["truth"]["sentences"]:
        known.setdefault(sentence["account"], []).append(sentence)
    return {
        claim.id: (s["origin"], texts[s["account"]][s["start"] : s["end"]])
        for claim in case.claims
        for s in known.get(names[claim.span.document], ())
        if s["origin"] and claim.span.start < s["end"] and s["start"] < claim.span.end
    }


def _decidable(behind: Sequence[tuple[str, str]]) -> bool:
    """Whether no sentence of a page's own looks like one of another origin, copied."""
    said = sorted({(origin, shingles.forms(text)) for origin, text in behind})
    return not any(a != b and a[0] == "a" and _looks_copied(ours, theirs) for (a, ours), (b, theirs) in combinations(said, 2))


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


def _relations(found: dict[tuple[str, str], Judged], point: Point, held: Mapping[str, tuple[str, Member]]) -> None:
    """What a point says of pairs of claims, with what may be said of them."""
    value = {m.claim: m.value for m in point.claims}
    said = {(r.left, r.right): _CLASSES[r.relation] for r in point.relations}
    said |= {(right, left): relation for (left, right), relation in said.items()}
    pairs = [p for p in islice(combinations(sorted(held), 2), _PAIRS) if held[p[0]][0] == held[p[1]][0]]
    true = {p: _CLASSES[truth.relation(held[p[0]][1], held[p[1]][1])] for p in pairs}
    gravest: dict[frozenset[str], str] = {}
    for p in pairs:
        between = frozenset(value[key] for key in p)
        gravest[between] = max(true[p], gravest.get(between, true[p]), key=_GRAVITY.index)
    for p in pairs:
        a, b = (value[key] for key in p)
        judged = Judged("agree" if a == b else said.get((a, b), "compatible"), true[p], gravest[frozenset((a, b))])
        found[p] = max(judged, found.get(p, judged), key=lambda j: _GRAVITY.index(j.found))


def _origins(counts: Counts, point: Point, behind: Behind) -> None:
    known = [behind[m.claim] for m in point.claims if m.claim in behind]
    counts["undecidable"][1] += 1
    if not _decidable(known):
        counts["undecidable"][0] += 1
        return
    wanted = len({origin for origin, _ in known})
    counts["origins"][0] += len(point.origins) == wanted
    counts["origins"][1] += 1
    counts["false"][0] += wanted == 1 and len(point.origins) > 1
    counts["false"][1] += wanted == 1
    counts["missed"][0] += wanted > 1 and len(point.origins) == 1
    counts["missed"][1] += wanted > 1


def _count(counts: Counts, judged: Judged) -> None:
    right = judged.found in (judged.true, judged.gravest)
    wanted = judged.found if right else judged.true
    counts["relations"][0] += right
    counts["relations"][1] += 1
    counts["conflicts right"][0] += judged.found == wanted == "conflict"
    counts["conflicts right"][1] += judged.found == "conflict"
    counts["conflicts found"][0] += judged.found == wanted == "conflict"
    counts["conflicts found"][1] += wanted == "conflict"


def naive(item: Mapping[str, Any]) -> Counts:
    """Every point found, every account an origin, whatever is not the same a conflict."""
    counts: Counts = {k: [0, 0] for k in _COUNTED}
    for point in item["truth"]["points"]:
        for a, b in _pairs(point["members"]):
            same = all(a[k] == b[k] for k in ("value", "stance", "answer"))
            true = _CLASSES[truth.relation(a, b)]
            _count(counts, Judged("agree" if same else "conflict", true, true))
        papers, wanted = len({m["account"] for m in point["members"]}), len(point["origins"])
        counts["origins"][0] += papers == wanted
        counts["origins"][1] += 1
        counts["false"][0] += wanted == 1 < papers
        counts["false"][1] += wanted == 1
        counts["missed"][1] += wanted > 1
    return counts


def _pairs(members: list[Any]) -> Iterator[tuple[Any, Any]]:
    yield from islice(combinations(members, 2), _PAIRS)


SYSTEMS = {"rashomon": ours, "naive": naive}


def score(gold: list[dict[str, Any]], predicted: list[Counts]) -> dict[str, float]:
    sums: Counts = {}
    for one in predicted:
        for key, (hit, of) in one.items():
            total = sums.setdefault(key, [0, 0])
            total[0], total[1] = total[0] + hit, total[1] + of
    share = {key: hit / of if of else 0.0 for key, (hit, of) in sums.items()}
    return {
        "relations": share["relations"],
        "conflict precision": share["conflicts right"],
        "conflict recall": share["conflicts found"],
        "origins exact": share["origins"],
        "false corroboration": share["false"],
        "missed corroboration": share["missed"],
        "origins not judged": share["undecidable"],
    }
