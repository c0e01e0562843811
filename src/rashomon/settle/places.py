"""Entities and the mentions behind them in, where the towns among them lie out, with what it was told by.

A name that many towns share is placed only where the accounts themselves tell which one is meant: by the country written
behind it, by countries they name, or because one town of that name is so much larger than all others. Else it has no place.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.model import Annotations, Entity, Mention, Place
from rashomon.text import gazetteer
from rashomon.text.gazetteer import Town

SOURCE = "GeoNames, CC BY 4.0"
_PRECISION_KM = 1.0  # coordinates have two places: 0.01 degrees of latitude are 1.1 km
_LARGE = 100_000  # people: from here on a town needs no country beside its name, where no other is called so
_FAMOUS = 500_000  # people: from here on it may lie in a country that no account names
_BY_FAR = 10  # times as many people as the next town of that name


def locate(entities: Sequence[Entity], annotations: Sequence[Annotations]) -> tuple[Entity, ...]:
    """The same entities, those that are a known town with its place; countries and regions have no single one."""
    members: dict[str, list[Mention]] = defaultdict(list)
    countries = {found.document: _countries(found) for found in annotations}
    behind = {key: code for found in annotations for key, code in _behind(found)}
    for found in annotations:
        for mention in found.mentions:
            if mention.entity and mention.form != "descriptor" and mention.kind == "place":
                members[mention.entity].append(mention)
    return tuple(_located(e, members.get(e.id, ()), countries, behind) for e in entities)


def _located(
    entity: Entity, mentions: Sequence[Mention], countries: Mapping[str, Counter[str]], behind: Mapping[str, str]
) -> Entity:
    towns = _towns(mentions)
    if entity.kind != "place" or not towns:
        return entity
    near: Counter[str] = Counter()
    for document in sorted({m.span.document for m in mentions}):
        near += countries.get(document, Counter())
    chosen = _chosen(towns, Counter(behind[m.id] for m in mentions if m.id in behind), near)
    return replace(entity, place=_place(*chosen)) if chosen else entity


def _towns(mentions: Sequence[Mention]) -> tuple[Town, ...]:
    """The towns that most of an entity's mentions may name; none where any of them is a country, a region or a body."""
    votes: Counter[Town] = Counter()
    for text, count in Counter(" ".join(m.span.text.split()) for m in mentions).items():
        if gazetteer.known(text):
            return ()
        votes.update(dict.fromkeys(gazetteer.towns(text), count))
    most = max(votes.values(), default=0)
    return tuple(sorted((t for t, n in votes.items() if n == most), key=lambda t: (-t.population, t.name, t.country, t.latitude)))


def _chosen(towns: Sequence[Town], behind: Counter[str], near: Counter[str]) -> tuple[Town, str] | None:
    """The town that is meant and why, or None."""
    if behind:
        return _alone([t for t in towns if behind[t.country] == max(behind.values())], "its country is written behind it")
    first = towns[0]
    by_far = len(towns) == 1 or first.population >= _BY_FAR * towns[1].population
    if by_far and first.population >= _FAMOUS:
        return first, "by far the largest town of this name"
    most = max((near[t.country] for t in towns), default=0)
    if most:
        found = _alone([t for t in towns if near[t.country] == most], "the accounts name its country")
        return found if found and (found[0] is first or first.population < _FAMOUS) else None
    return (first, "the only large town of this name") if by_far and not near and first.population >= _LARGE else None


def _alone(towns: Sequence[Town], why: str) -> tuple[Town, str] | None:
    """The first of towns of one name, the most populous first, where it is the only one or by far the largest."""
    if towns and (len(towns) == 1 or towns[0].population >= _BY_FAR * towns[1].population):
        return towns[0], why
    return None


def _place(town: Town, why: str) -> Place:
    return Place(
        name=town.name,
        country=town.country,
        latitude=town.latitude,
        longitude=town.longitude,
        precision_km=_PRECISION_KM,
        source=SOURCE,
        why=why,
    )


def _countries(found: Annotations) -> Counter[str]:
    """How often a document names each country, or a people in a phrase ("Greek police")."""
    count: Counter[str] = Counter()
    for mention in found.mentions:
        if mention.form == "descriptor":
            count.update(code for word in mention.span.text.split() if (code := gazetteer.nationality(word)))
        elif (what := gazetteer.known(mention.span.text)) and what.country:
            count[what.country] += 1
    return count


def _behind(found: Annotations) -> list[tuple[str, str]]:
    """Mentions with the code of the country that is written right behind them: "Tripoli, Lebanon"."""
    named = sorted((m for m in found.mentions if m.form != "descriptor"), key=lambda m: (m.span.start, m.span.end))
    return [
        (left.id, what.country)
        for left, right in pairwise(named)
        if right.span.start - left.span.end == 2 and (what := gazetteer.known(right.span.text)) and what.country
    ]
