"""Claims in, points on what is asked of any accident or attack out: "What became of the driver?", "Was the mayor warned?"

What ties such claims together is the question, and whom or what it is about; what they say need share no word.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rashomon.meaning import circumstances
from rashomon.meaning.circumstances import Told
from rashomon.meaning.subjects import asked_of
from rashomon.model import Answer, Comparison, Lineage, Point, Quantity, Value
from rashomon.settle import assembled, wordings
from rashomon.settle.cast import Cast, Key
from rashomon.settle.records import Records, openings
from rashomon.settle.relations import Compare

_OPENING = 6  # first claims of an account, in which it says what it is about
_MINE = re.compile(r"\b(?:my|our) (?:desk|office|ministry)\b", re.IGNORECASE)  # of somebody by office, whoever he may be
_APART = re.compile(r"\s+(?:before|after|earlier|later|ago|since|old|from now)\b", re.IGNORECASE)
"""What follows a time that is no measure of how long something lasts."""
_NOBODY: Key = ("", "")


def points(given: Records, comparers: Mapping[str, Compare], lineage: Lineage, counted: Sequence[Point] = ()) -> Iterator[Point]:
    """A point for each question, and whom it is about, that two accounts answer: by "quantities" where it asks for a measure, by
    "wordings" where each answers in words of its own. Of the points of figures (`counted`) it takes in those of the same measure.
    """
    opening = openings(given, _OPENING)
    told = _told(given) if circumstances.of_event(opening) else {}
    for (name, key), found in sorted(told.items()):
        row = circumstances.matter(name)
        left = _strong(found)
        needed = {*row.get("needs", ())} <= {t.answer for t in left.values()}
        about = circumstances.of_event(opening, row.get("families", ()))
        if len({given.document_of[k] for k in left}) < 2 or not (needed and about):
            continue
        asked = str(row["ask"]) if key == _NOBODY else asked_of(str(row["ask"]), *key)
        asked = asked.replace("{it}", _called(left, row.get("it", ()), given))
        if row.get("worded"):
            yield _worded(row, asked, [*left], given, comparers, lineage, counted)
        else:
            yield _point(name, asked, key, left, given, lineage)


def _worded(
    row: Mapping[str, Any],
    asked: str,
    keys: Sequence[str],
    given: Records,
    comparers: Mapping[str, Compare],
    lineage: Lineage,
    counted: Sequence[Point],
) -> Point:
    """A point whose values are wordings, and the measures of those who give the one that is asked for."""
    measured = {key: found for key in keys if (found := _measure(row.get("measure"), given, key))}
    for told in (_figures(point, given) for point in counted if measured):
        if 2 * len(told.keys() & measured.keys()) >= min(len(told), len(measured)):
            measured = told | measured
    keys = list(dict.fromkeys([*keys, *measured]))
    by_interval: dict[Hashable, list[str]] = defaultdict(list)
    for key, q in measured.items():
        by_interval[q.low, q.high, q.unit, given.claims[key].declines].append(key)
    parts = [*by_interval.values(), *wordings.answers([key for key in keys if key not in measured], {}, given)]
    answers = [
        [replace(assembled.answer(given, key, measured.get(key)), aligned=key in measured) for key in part] for part in parts
    ]
    values = [_value(n, part, measured, given) for n, part in enumerate(parts, 1)]
    key = row["kind"][0] + min(keys)
    compare = _by_measure(comparers)
    return assembled.point(row["kind"], asked, key, values, answers, given, compare, lineage, findings=bool(measured))


def _figures(point: Point, given: Records) -> dict[str, Quantity]:
    """For each claim of a point of figures its figure."""
    return {m.claim: given.quantities[m.quantity] for m in point.claims if m.quantity and m.quantity in given.quantities}


def _measure(kind: str | None, given: Records, key: str) -> Quantity | None:
    """The one measure of a kind that a claim gives, and that is not of a time before or after something."""
    claim = given.claims[key]
    figures = [q for q in wordings.figures(given, key) if q.kind == kind]
    if len(figures) != 1 or _APART.match(claim.span.text, figures[0].span.end - claim.span.start):
        return None
    return figures[0]


def _value(number: int, keys: Sequence[str], measured: Mapping[str, Quantity], given: Records) -> Value:
    figures = [measured[key] for key in keys if key in measured]
    if not figures:
        return wordings.value(number, [given.claims[key] for key in keys])
    shown = min(figures, key=lambda q: (len(q.span.text), q.id))
    return Value(id=f"v{number}", text=" ".join(shown.span.text.split()), low=shown.low, high=shown.high)


def _by_measure(comparers: Mapping[str, Compare]) -> Compare:
    """How two answers stand: by their measures, else by their words."""

    def compared(left: Answer, right: Answer) -> Iterable[Comparison]:
        return comparers["quantities" if left.quantity and right.quantity else "wordings"](left, right)

    return compared


def _called(found: Iterable[str], names: Sequence[str], given: Records) -> str:
    """What most claims call it that they are about, of these names, with its article; "it" where none has one."""
    texts = [given.claims[key].span.text for key in found]
    said = Counter(n for text in texts for n in names if re.search(rf"\bthe {n}\b", text, re.IGNORECASE))
    return f"the {min(said, key=lambda n: (-said[n], n))}" if said else "it"


def _told(given: Records) -> Mapping[tuple[str, Key], dict[str, Told]]:
    """For each question and whom it is about what claims answer."""
    cast = Cast(given)
    found: dict[tuple[str, Key], dict[str, Told]] = defaultdict(dict)
    for key, claim in given.claims.items():
        for told in circumstances.told(claim):
            row = circumstances.matter(told.matter)
            if key in given.past and not row.get("past"):
                continue
            about = cast.about(claim, told, row["about"], bool(row.get("heads"))) if row["about"] else _NOBODY
            if about is None and told.answer == "no" and row.get("default") and not (told.weak or _MINE.search(claim.span.text)):
                about = (row["default"], "")
            if about is not None:
                found[told.matter, about][key] = told
    return found


def _strong(found: Mapping[str, Told]) -> dict[str, Told]:
    """The same without what only weak words answer, unless somebody outright answers otherwise."""
    sure = {t.answer for t in found.values() if not t.weak}
    return {k: t for k, t in found.items() if not t.weak or sure - {t.answer}}


def _point(name: str, asked: str, about: Key, found: Mapping[str, Told], given: Records, lineage: Lineage) -> Point:
    row = circumstances.matter(name)
    groups: dict[str, list[str]] = defaultdict(list)
    for key, told in found.items():
        groups[told.answer].append(key)
    order = sorted(groups, key=lambda answer: (answer not in row["answers"], answer != "yes", -len(groups[answer]), answer))
    values = [Value(id=f"v{n}", text=answer) for n, answer in enumerate(order, 1)]
    answers = [[assembled.answer(given, key) for key in groups[answer]] for answer in order]
    key = " ".join((name, *about, min(found)))
    point = assembled.point(row["kind"], asked, key, values, answers, given, _comparer(found, row, given), lineage)
    whys = {key: f"says “{told.words}”" for key, told in found.items()}
    return replace(point, claims=tuple(replace(m, why=whys[m.claim]) for m in point.claims))


def _comparer(found: Mapping[str, Told], row: Mapping[str, Any], given: Records) -> Compare:
    """How two answers stand: in conflict where they exclude one another and nothing says that it changed in between."""

    def compared(left: Answer, right: Answer) -> Iterator[Comparison]:
        ours, theirs = found[left.claim.id], found[right.claim.id]
        mine, yours = f"“{ours.words}”", f"“{theirs.words}”"
        if ours.answer == theirs.answer:
            yield Comparison(outcome="agree", why=f"{mine} and {yours} answer it alike.")
        elif not any({*pair} == {ours.answer, theirs.answer} for pair in row.get("clash", ())) and not row.get("exclusive"):
            yield Comparison(outcome="compatible", why=f"{mine} and {yours} can both hold.")
        elif row.get("passing") and _days(left, given) != _days(right, given):
            yield Comparison(outcome="compatible", why=f"{mine} and {yours} can both hold: it may have changed in between.")
        else:
            denied = any(a.claim.polarity == "denied" and not a.claim.negated for a in (left, right))
            yield Comparison(outcome="denial" if denied else "conflict", why=f"{mine} and {yours} cannot both be.")

    return compared


def _days(answer: Answer, given: Records) -> tuple[str | None, str | None]:
    day = given.documents[answer.document].published
    return day.earliest, day.latest
