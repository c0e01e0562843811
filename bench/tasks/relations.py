"""Invented events in, how what their accounts say on each point stands to one another out, and how many origins it has.

Of every point, what is said is told apart by figure, stance, answer, framing and speaker; each two of these are a relation to be
recovered. It is, where the claims that stand for them stand under one point of the case, with values that are related as the
truth relates them, or as it relates the gravest two of all that stand behind these values. That one speaker said two things,
or that one of two is a slip of who copied him, is one thing here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from random import Random
from typing import Any

from bench.generator import relations
from bench.generator.known import known
from bench.tasks import lineage
from bench.tasks.generated import gravest
from rashomon.model import Case, Point, Span

TITLE = "Points of invented events of 10 and 100 accounts: relations recovered, conflicts right, origins exact"
CORPUS = None
FLOORS = {"relations recovered": 0.38, "conflicts precision": 0.75}

SIZES = (10, 10, 10, 10, 100)
_PAIRS = 300  # of one point; of more a sample, the same each time
_RIGHT = {
    "agree": {"agree", "same"},
    "compatible": {"compatible", "refines", "agree", "same"},
    "conflict": {"conflict"},
    "denial": {"denial", "conflict"},
    "superseded": {"superseded", "repeat"},
    "repeat": {"repeat", "superseded", "same", "agree"},
}

_AS = {"agree": "agree", "compatible": "compatible", "one speaker": "superseded", "conflict": "denial"}

Counts = Counter[str]


def gold() -> list[dict[str, Any]]:
    return [known(f"r{number}", size, 300 + number) for number, size in enumerate(SIZES)]


def ours(item: Mapping[str, Any]) -> Counts:
    case = lineage.settled(item["records"])
    return judge(item["truth"], case, lineage.accounts(case, item["records"]))


def nothing(item: Mapping[str, Any]) -> Counts:
    """Sees no relation at all."""
    return sum((_empty(point) for point in item["truth"]["points"]), Counter())


SYSTEMS = {"rashomon": ours, "naive": nothing}


def score(gold: list[dict[str, Any]], predicted: list[Counts]) -> dict[str, float]:
    all_ = sum(predicted, Counter[str]())
    share = {"relations recovered": ("right", "asked"), "aligned": ("aligned", "asked"), "origins exact": ("exact", "points")}
    share |= {"conflicts precision": ("clash right", "clash said"), "conflicts recall": ("clash found", "clash asked")}
    share |= {"false corroboration": ("false", "single")}
    return {name: all_[hit] / all_[of] if all_[of] else 0.0 for name, (hit, of) in share.items()}


def judge(known: Mapping[str, Any], case: Case, names: Mapping[str, str]) -> Counts:
    """What was asked and what was right, over all points of an event."""
    under = _under(case, names)
    found: Counts = Counter()
    for point in known["points"]:
        held = [_values(under, m) for m in point["members"]]
        found += _relations(point, held, case) + _origins(point, held, case)
    return found


def pairs(point: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Two places each among a point's members: those that say different things, or by whom or how they are said."""
    keys = ("low", "high", "unit", "scope", "part", "stance", "answer", "frame", "speaker")
    first = {tuple(m[k] for k in keys): i for i, m in reversed([*enumerate(point["members"])])}
    found = [*combinations(sorted(first.values()), 2)]
    return sorted(Random(point["id"]).sample(found, _PAIRS)) if len(found) > _PAIRS else found


def _empty(point: Mapping[str, Any]) -> Counts:
    asked = Counter(relations.relation(point["members"][i], point["members"][j]) for i, j in pairs(point))
    single = len(point["origins"]) == 1
    return Counter(
        {"asked": asked.total(), "clash asked": asked["conflict"] + asked["denial"], "points": 1, "single": int(single)}
    )


Under = dict[str, list[tuple[Span, int, int | None, str]]]


def _under(case: Case, names: Mapping[str, str]) -> Under:
    """By account: the words of each claim or figure, the place of a point it stands under, its value."""
    claims = {c.id: c for c in case.claims}
    quantities = {q.id: q for q in case.quantities}
    found: Under = {}
    for place, point in enumerate(case.points):
        for member in point.claims:
            claim = claims[member.claim]
            figure = quantities[member.quantity].span if member.quantity else None
            entry = (claim.span, place, figure.start if figure else None, member.value)
            found.setdefault(names[claim.span.document], []).append(entry)
    return found


def _values(under: Under, member: Mapping[str, Any]) -> dict[int, str]:
    """The value that a member of the truth has under each point of the case; by its figure where it has one."""
    found = {}
    for span, place, figure, value in under.get(member["account"], ()):
        here = member["figure"]
        if (here and figure is not None and here[0] - 20 <= figure < here[1]) or (
            not here and figure is None and span.start < member["end"] and member["start"] < span.end
        ):
            found.setdefault(place, value)
    return found


def _relations(point: Mapping[str, Any], held: list[dict[int, str]], case: Case) -> Counts:
    found: Counts = Counter()
    between = gravest(
        (f"{place} {value}", str(place), m) for m, at in zip(point["members"], held, strict=True) for place, value in at.items()
    )
    for i, j in pairs(point):
        wanted = relations.relation(point["members"][i], point["members"][j])
        said, right = set(), set(_RIGHT[wanted])
        for place in held[i].keys() & held[j].keys():
            left, other = held[i][place], held[j][place]
            said.add(_related(case.points[place], left, other))
            right |= _RIGHT[_AS[between[str(place), frozenset((f"{place} {left}", f"{place} {other}"))]]]
        clash, clashing = wanted in ("conflict", "denial"), bool(said & {"conflict", "denial"})
        found += Counter(
            {
                "asked": 1,
                "aligned": int(bool(said)),
                "right": int(bool(said & right)),
                "clash asked": int(clash),
                "clash said": int(clashing),
                "clash right": int(clashing and not right.isdisjoint({"conflict", "denial"})),
                "clash found": int(clash and clashing),
            }
        )
    return found


def _related(point: Point, left: str, right: str) -> str:
    if left == right:
        return "same"
    return next((r.relation for r in point.relations if {r.left, r.right} == {left, right}), "compatible")


def _origins(point: Mapping[str, Any], held: list[dict[int, str]], case: Case) -> Counts:
    """Whether the point of the case that holds most of the members has as many origins as the truth."""
    most = Counter(place for values in held for place in values).most_common(1)
    count = len(case.points[most[0][0]].origins) if most else 0
    single = len(point["origins"]) == 1
    exact, false = count == len(point["origins"]), single and count > 1
    return Counter({"points": 1, "exact": int(exact), "single": int(single), "false": int(false)})


def missed(known: Mapping[str, Any], case: Case, names: Mapping[str, str]) -> Iterator[str]:
    """In words, what was asked and not recovered, to be read."""
    under = _under(case, names)
    for point in known["points"]:
        held = [_values(under, m) for m in point["members"]]
        for i, j in pairs(point):
            wanted = relations.relation(point["members"][i], point["members"][j])
            said = {_related(case.points[place], held[i][place], held[j][place]) for place in held[i].keys() & held[j].keys()}
            if not said & _RIGHT[wanted]:
                yield f"{point['id']} {wanted}: {sorted(said) or 'not aligned'} {(point['members'][i], point['members'][j])}"
