"""Figures of all documents in, suggestions which of them count the same thing out.

Two figures count the same thing when kind, unit, population, restriction and outcome agree. What restricts a count ("foreign
fighters") makes it another count: 112 people in one lorry and 4,000 in all are no two answers to one question.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.meaning.befallen import DEPARTURE
from rashomon.meaning.counting import OF_PEOPLE, Counted
from rashomon.meaning.measures import WEIGHED, WIND
from rashomon.meaning.narrowed import AT_HAND, IN_CARE
from rashomon.meaning.populations import people, words
from rashomon.model import Annotations, Document, Link, Quantity
from rashomon.relate import asmany, inventories, onequestion
from rashomon.relate.profiles import FAMILY, Profile, likeness, terms
from rashomon.relate.tallies import Figure, comparable, told
from rashomon.relate.wordings import Copies

LEAST = 0.25
"""Likeness of two claims below which their figures are not aligned where no outcome ties them together."""

_BESIDES = 2  # terms two claims must share besides what they count, where no outcome ties their figures together
_SEVERAL, _MOSTLY = 3, 0.8  # accounts that count a thing, and the share of them that do so once, for it to be one thing
_LOOSE = frozenset(
    {"distance", "speed", "lasting", "fall", "delay", "capacity"}
)  # sides that several things of one event may have
_TIMES = 3  # as many as the few of a story are, from which on they are some of the many
_FEW = 2  # "one man", "two women": how stories are told, not what is counted
_GENERAL = frozenset({"persons", "men", "women", "children", "families"})  # whom any sentence may count
_CIVIL, _LIKELY = "civilians", 0.6
_CROWD = 250  # figures of one thing from which on they are linked without setting all against all
Key = tuple[str, str, Counted]
"""What figures must share to be candidates: kind, unit, and what they count."""

SAME_WORDS = "other accounts say it in the same words"
_TOLD = 40  # figures of one thing in one document: one that gives more is a table, and its rows answer questions of their own


def relate(
    documents: Sequence[Document], annotations: Sequence[Annotations], made: Sequence[Profile], copies: Copies
) -> Iterator[Link]:
    """Links `same-figure` between quantities, of a quantity with itself where other claims have the same words; and `part-figure`
    from a part that is more than the whole by another account to that whole.
    """
    by_key: dict[Key, list[Figure]] = defaultdict(list)
    every = told(documents, annotations, made)
    for figure in comparable(every):
        by_key[figure.key].append(figure)
    seen = {key: whole for key in by_key if (whole := _whole_of(key, by_key)) is not None}
    for key, found in by_key.items():
        alike = _sparse(found)
        if key in seen:
            yield from (_some_of(figure, seen[key]) for figure in alike)
            continue
        for figure in alike:
            if figure.profile.claim.id in copies:
                yield Link(
                    relation="same-figure", left=figure.quantity.id, right=figure.quantity.id, score=1.0, reasons=(SAME_WORDS,)
                )
        if len(alike) > _CROWD and alike[0].counted.outcome:
            yield from _crowd(alike)
            continue
        once = _once(alike, copies)
        for i, left in enumerate(alike):
            for right in alike[i + 1 :]:
                if left.profile.claim.id != right.profile.claim.id and (link := _link(left, right, once)):
                    yield link
    yield from _all_of_them(by_key)
    yield from _larger_parts(by_key)
    figures = [f for found in by_key.values() for f in found]
    yield from onequestion.links(every, documents, annotations)
    as_many = [*asmany.links(figures), *inventories.links(figures)]
    yield from as_many
    yield from _with_them(as_many, by_key)


def _with_them(as_many: Sequence[Link], by_key: Mapping[Key, Sequence[Figure]]) -> Iterator[Link]:
    """Each figure that is as many as one of those who left, linked with the others who are counted as having left."""
    figures = {f.quantity.id: f for found in by_key.values() for f in found}
    for link in as_many:
        for one, other in ((link.left, link.right), (link.right, link.left)):
            told, left = figures[one], figures[other]
            same = told.quantity.value == left.quantity.value and told.counted.population == left.counted.population
            if left.counted.outcome != DEPARTURE or told.counted.outcome == DEPARTURE or not same:
                continue
            for third in by_key[left.key][:_TOLD]:
                if third is not left and third.profile.claim.id != told.profile.claim.id:
                    pair = sorted((told.quantity.id, third.quantity.id))
                    reason = f"as many {told.counted.population} are counted as having left"
                    yield Link(relation="same-figure", left=pair[0], right=pair[1], score=_LIKELY, reasons=(reason,))


def _all_of_them(by_key: Mapping[Key, Sequence[Figure]]) -> Iterator[Link]:
    """Each figure of civilians to whom it happened with one of all people that is as many: they were all civilians."""
    for (kind, unit, what), found in by_key.items():
        if kind != "count" or what.outcome not in OF_PEOPLE or what.population != _CIVIL or what.restriction:
            continue
        wholes = by_key.get((kind, unit, replace(what, population="persons")), ())
        for figure in found:
            many = figure.quantity.value
            if many is None or many <= _FEW or not any(f.quantity.value == many for f in wholes):
                continue
            reason = f"both speak of {what.outcome}, and as many civilians as people came to it"
            for whole in wholes[:_CROWD]:
                one, other = sorted((figure.quantity.id, whole.quantity.id))
                yield Link(relation="same-figure", left=one, right=other, score=_LIKELY, reasons=(reason,))


def _larger_parts(by_key: Mapping[Key, Sequence[Figure]]) -> Iterator[Link]:
    """Each figure of a part of the people who came to an outcome ("31 civilians were killed") that is more than the smallest
    figure of all of them elsewhere ("14 people were killed"), with that one; of the parts that one claim tells only the greatest,
    and none where it tells the whole, or its account a whole in which the part has room.
    """
    counts: dict[Counted, list[Figure]] = defaultdict(list)
    for (kind, _, what), found in by_key.items():
        if kind == "count" and what.outcome in OF_PEOPLE and not what.restriction:
            counts[what] += found
    for what, wholes in counts.items():
        least = min((f for f in wholes if f.quantity.high is not None), key=_most, default=None)
        if least is None or what.population != "persons":
            continue
        told = {f.profile.claim.id for f in wholes}
        room = {f.profile.document: _most(f)[0] or f.quantity.low or 0.0 for f in sorted(wholes, key=_most)}
        parts: dict[str, Figure] = {}
        for figure in (f for part, found in counts.items() if _part_of(part, what) for f in found):
            claim = figure.profile.claim.id
            low = figure.quantity.low or 0
            if claim not in told and low > max(_most(least)[0], room.get(figure.profile.document, 0.0)):
                parts[claim] = max(parts.get(claim, figure), figure, key=lambda f: (f.quantity.low or 0, f.quantity.id))
        yield from (_larger(figure, least) for figure in parts.values())


def _whole_of(key: Key, by_key: Mapping[Key, Sequence[Figure]]) -> Figure | None:
    """The smallest figure of all whom it befell, where a key is of those who came before one person, or to one place."""
    kind, unit, what = key
    if kind != "count" or len(what.restriction) != 1 or not what.restriction <= {AT_HAND, IN_CARE}:
        return None
    wholes = by_key.get((kind, unit, replace(what, restriction=frozenset())), ())
    return min((f for f in wholes if f.quantity.high is not None), key=_most, default=wholes[0] if wholes else None)


def _some_of(figure: Figure, whole: Figure) -> Link:
    reason = "who came before one person, or to one place, is one of those whom it befell"
    return Link(relation="part-figure", left=figure.quantity.id, right=whole.quantity.id, score=1.0, reasons=(reason,))


def _part_of(part: Counted, whole: Counted) -> bool:
    """Whether those of the one count are some of those of the other."""
    return people(part.population) and part.outcome == whole.outcome


def _most(figure: Figure) -> tuple[float, str]:
    return figure.quantity.high or 0.0, figure.quantity.id


def _larger(part: Figure, whole: Figure) -> Link:
    reason = f"the {part.counted.population} are some of those whom it befell"
    return Link(relation="part-figure", left=part.quantity.id, right=whole.quantity.id, score=1.0, reasons=(reason,))


def _crowd(alike: Sequence[Figure]) -> Iterator[Link]:
    """Figures that an outcome ties together anyhow, each linked with the first: the pairs of a great crowd say nothing more."""
    first, *rest = alike
    for figure in rest:
        if link := _link(first, figure, once=False):
            yield replace(link, relation="same-crowd")


def _sparse(found: Sequence[Figure]) -> list[Figure]:
    """The same without what a document says again in the same words, and without all but the first figures of a long table."""
    said: set[object] = set()
    told: dict[str, int] = defaultdict(int)
    kept = []
    for figure in found:
        told[figure.profile.document] += (words := figure.words) not in said
        if words not in said and told[figure.profile.document] <= _TOLD:
            kept.append(figure)
        said.add(words)
    return kept


def _once(alike: Sequence[Figure], copies: Copies) -> bool:
    """Whether several accounts count this, nearly each of them once: then it is one thing that they all count."""
    told: dict[str, set[object]] = defaultdict(set)
    for figure in alike:
        for key in (figure.profile.claim.id, *copies.get(figure.profile.claim.id, ())):
            told[key.partition(".")[0]].add((figure.quantity.low, figure.quantity.high))
    what = alike[0].counted.population
    single = sum(len(values) == 1 for values in told.values())
    many = all((f.quantity.high or f.quantity.low or 0) > _FEW for f in alike)
    plain = alike[0].quantity.kind not in ("duration", "percent", "money") and what not in _GENERAL
    return plain and many and len(told) >= _SEVERAL and single >= _MOSTLY * len(told)


def _link(left: Figure, right: Figure, once: bool) -> Link | None:
    what = left.counted
    if people(what.population) and _of_a_story(left.quantity, right.quantity):
        return None
    alike = likeness(left.profile, right.profile)
    if left.quantity.aspect in _LOOSE and what.population != WIND and not _told_alike(left, right):
        return None
    if left.quantity.aspect:
        score, reason = (1 + alike) / 2, f"both measure the {left.quantity.aspect} of {what.population or 'it'}"
    elif what.outcome:
        score, reason = (1 + alike) / 2, f"both count {what.population} and speak of {what.outcome}"
    elif once:
        score, reason = (1 + alike) / 2, f"several accounts count {what.population or left.quantity.unit}, each of them once"
    elif left.quantity.kind in WEIGHED and what.population and _shared(left, right) - {*terms([what.population])}:
        score, reason = (1 + alike) / 2, f"both weigh or measure {what.population}, in claims that share their words"
    elif alike >= LEAST and len(_shared(left, right)) >= _BESIDES:
        noun = left.quantity.of.text if left.quantity.of else left.quantity.unit or left.quantity.kind
        score, reason = alike, f"both give a figure for “{noun}” in claims that share their words"
    else:
        return None
    return Link(relation="same-figure", left=left.quantity.id, right=right.quantity.id, score=round(score, 4), reasons=(reason,))


def _told_alike(left: Figure, right: Figure) -> bool:
    """Whether two claims with a measure share a word; of a distance, one besides where it is reckoned from, and of how soon
    something came, one besides that it came.
    """
    if left.quantity.aspect == "delay":
        return bool(_shared(left, right) - {f"{FAMILY}arrival"})
    return bool(_shared(left, right) if left.quantity.aspect == "distance" else left.profile.own & right.profile.own)


def _of_a_story(left: Quantity, right: Quantity) -> bool:
    """Whether one of two figures is of one or two, and the other of many times as many: "two children from Orlen died"."""
    few, many = sorted((left.high or left.low or 0.0, right.high or right.low or 0.0))
    return few <= _FEW and many > _TIMES * few


def _shared(left: Figure, right: Figure) -> frozenset[str]:
    """What two claims speak of besides what they count: two figures for trucks may be of any trucks."""
    counted = [word for f in (left, right) if f.quantity.of for word in words(f.quantity.of.text.lower())]
    nouns = set(terms([*counted, left.quantity.head or "", right.quantity.head or ""]))
    return (left.profile.own & right.profile.own) - nouns
