"""Claims on an attack in, points on what was there when it came out: "Was there an aircraft?", "Were people warned?".

What was there is asked only where one account says that it was and another that it was not, or that nobody saw it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.meaning import attacked
from rashomon.meaning.attacked import HERE, NONE, UNSEEN
from rashomon.model import Answer, Claim, Lineage, Point, Timex, Value
from rashomon.settle import assembled, attacks
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare

_ORDER = (HERE, NONE, UNSEEN)
_SHOWN = {HERE: "yes", NONE: "no", UNSEEN: "none was seen or heard"}

_BACK = 10  # days before the first account

Told = Mapping[tuple[str, str | None], Mapping[str, str]]
"""For each thing, and the place of which it is asked, what claims say of it."""


def points(given: Records, compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """A point for each thing of which two accounts say that it was there, and was not."""
    if not attacks.of_an_attack(given):
        return
    for (thing, site), states in sorted(_told(given).items(), key=lambda t: (t[0][0], t[0][1] or "")):
        here, gone = ({given.document_of[k] for k, was in states.items() if (was == HERE) == so} for so in (True, False))
        if here and gone and len(here | gone) > 1:
            yield _point(attacked.asked(thing, site), thing, states, given, compare, lineage)


def _told(given: Records) -> Told:
    known, first = attacks.sites(given), _since(given)
    if known.main is None:
        return {}
    told: dict[tuple[str, str | None], dict[str, str]] = defaultdict(dict)
    for key, claim in given.of_event():
        if first and any((t.latest or first) < first and not _since_then(t, claim) for t in _times(claim, given)):
            continue
        for found in attacked.present(claim):
            site = attacks.site(claim, given, known)
            if attacked.sited(found.thing):
                told[found.thing, site or known.main][key] = found.was
            elif site in (None, known.main) or found.thing != "aircraft":
                told[found.thing, None][key] = found.was
    return told


def _times(claim: Claim, given: Records) -> Iterator[Timex]:
    return (given.times[t] for t in claim.times if t in given.times)


def _since_then(time: Timex, claim: Claim) -> bool:
    """Whether something is so since a time, and until now: "it has been a command post since 2017"."""
    return "since" in claim.span.text[: time.span.end - claim.span.start].lower().split()[-3:]


def _since(given: Records) -> str | None:
    """The day from which on what is told is of the attack, and not long before."""
    first = min((d.published.earliest for d in given.documents.values() if d.published.earliest), default=None)
    return (date.fromisoformat(first) - timedelta(days=_BACK)).isoformat() if first else None


def _point(question: str, thing: str, states: Mapping[str, str], given: Records, compare: Compare, lineage: Lineage) -> Point:
    groups = [(was, [key for key, so in states.items() if so == was]) for was in _ORDER]
    groups = [(was, keys) for was, keys in groups if keys]
    values = [Value(id=f"v{n}", text=_SHOWN[was]) for n, (was, _) in enumerate(groups, 1)]
    answers = [_answers(was, keys, given) for was, keys in groups]
    return assembled.point("yes-no", question, f"there {thing} {min(states)}", values, answers, given, compare, lineage, (thing,))


def _answers(was: str, keys: Sequence[str], given: Records) -> list[Answer]:
    """The claims' answers; who only did not see a thing says neither yes nor no."""
    so = {HERE: True, NONE: False}.get(was)
    return [replace(assembled.answer(given, key), involved=so) for key in keys]
