"""A story's articles in, what a reader sees of it and why it ranks where it does out.

A story is worth a case when many wrote of it on their own, when their figures differ, and when they still differed late. Each
reason is said in words with its numbers; the score is their plain sum, so that a rank can be worked out by hand.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from rashomon.discover.records import Difference, Story, iso

NAMES = 8
FIGURES_WEIGH = 2.0
LATE_WEIGHS = 1.0
LATE = 1
"""Days after the first report from which a difference is late: not all knew by then what the others knew."""

_SAID = {
    "death": "the dead",
    "injury": "the injured",
    "missing": "the missing",
    "rescue": "the rescued",
    "detention": "the detained",
    "release": "the released",
    "departure": "those who left",
    "destruction": "what was destroyed",
    "participation": "those who took part",
    "closure": "what was closed",
    "transport": "those aboard",
    "presence": "those present",
    "deployment": "those sent",
    "cost": "the cost",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What ranking reads of an article; `family` is any key that copies share. Members come in order of age."""

    id: str
    day: int
    outlet: str
    title: str
    language: str
    family: int
    names: Sequence[str]
    figures: Sequence[tuple[str, float]]


def described(id_: str, members: Sequence[Member], formerly: Sequence[str] = ()) -> Story:
    """The story that these articles are."""
    leads = list({m.family: m for m in reversed(members)}.values())[::-1]
    differences = differing(leads)
    days = [m.day for m in members if m.day]
    late = _late(leads, differences, days[0] if days else 0)
    families = len(leads)
    score = log2(families) + FIGURES_WEIGH * len(differences) + LATE_WEIGHS * bool(late) if families > 1 else 0.0
    return Story(
        id=id_,
        title=next((m.title for m in members if m.title), ""),
        score=round(score, 3),
        why=_why(families, len(members), differences, late),
        first=iso(min(days, default=0)),
        last=iso(max(days, default=0)),
        articles=len(members),
        families=families,
        outlets=tuple(dict.fromkeys(m.outlet for m in members if m.outlet)),
        languages=tuple(sorted({m.language for m in members if m.language})),
        names=_names(leads),
        differences=differences,
        formerly=tuple(formerly),
    )


def differing(leads: Sequence[Member]) -> tuple[Difference, ...]:
    """Outcomes for which two families give figures that no family gives together: each then says another number."""
    given: dict[str, dict[int, set[float]]] = defaultdict(dict)
    for member in leads:
        for outcome, value in member.figures:
            given[outcome].setdefault(member.family, set()).add(value)
    return tuple(
        Difference(of=outcome, values=tuple(sorted(set().union(*said.values()))))
        for outcome, said in sorted(given.items())
        if _apart(list(said.values()))
    )


def _apart(said: Sequence[set[float]]) -> bool:
    return any(one.isdisjoint(two) for i, one in enumerate(said) for two in said[:i])


def _late(leads: Sequence[Member], differences: Sequence[Difference], first: int) -> int:
    """How many days after the first report figures still differed, 0 where they did not."""
    late = [m for m in leads if m.day and first and m.day - first >= LATE]
    still = {d.of for d in differing(late)} & {d.of for d in differences}
    return max((m.day - first for m in late if any(of in still for of, _ in m.figures)), default=0)


def _names(leads: Sequence[Member]) -> tuple[str, ...]:
    """The names that most families have among their own."""
    found = Counter(name for m in leads for name in dict.fromkeys(m.names))
    least = 2 if len(leads) > 1 else 1
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, count in ranked if count >= least)[:NAMES]


def said(outcome: str) -> str:
    """Whom or what the figures of an outcome count, in words."""
    return _SAID.get(outcome, outcome)


def _why(families: int, articles: int, differences: Sequence[Difference], late: int) -> str:
    if families == 1:
        return f"one report in {articles} copies" if articles > 1 else "one report"
    parts = [f"{families} independent families"]
    parts += [f"figures of {said(d.of)} from {d.values[0]:,.0f} to {d.values[-1]:,.0f}" for d in differences]
    if late:
        parts.append(f"still apart {late} day{'s' if late > 1 else ''} after the first report")
    return "; ".join(parts)
