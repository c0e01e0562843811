"""Claims of all documents in, who made, mediated or backed each agreement out, as far as two accounts name somebody.

Of the two sides of an agreement the one that most accounts name as those with whom it was made is taken apart: what accounts may
differ in is who made it with them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.meaning import deals as reading
from rashomon.meaning.deals import MAKER
from rashomon.model import Act, Annotations, Argument, Entity, Mention, Part, Span, Told
from rashomon.relate.acts import part
from rashomon.relate.wordings import Copies
from rashomon.text import gazetteer


@dataclass(frozen=True, slots=True)
class Dealt:
    """A claim on one agreement (`about`: its entity): who has a role in it, and with whom."""

    claim: str
    document: str
    about: str
    noun: str
    role: str
    parties: tuple[Part, ...]
    others: tuple[Part, ...]
    plain: bool
    names: Mapping[Span, frozenset[str]]  # whom each of these names in any way: "Norland fighters" are of Norland


Deals = Mapping[str, Sequence[Dealt]]
"""For each agreement (the id of its entity) what claims say of it, copies left out."""


def deals(annotations: Sequence[Annotations], entities: Mapping[str, Entity], copies: Copies) -> Deals:
    """What claims say of each agreement, but for those who share no party with any other: they tell of one of that name."""
    repeated = {key for keys in copies.values() for key in keys}
    of: dict[str, list[Dealt]] = defaultdict(list)
    for found in annotations:
        for dealt in _dealt(found, entities):
            if dealt.claim not in repeated:
                of[dealt.about].append(dealt)
    return {about: told for about, all_ in of.items() if (told := [*_of_one(all_)])}


def relate(found: Deals, copies: Copies) -> list[Act]:
    """An act of kind who for each agreement and role that two documents tell of, in the order of their first claim."""
    acts = [act for told in found.values() for act in _acts(told, copies)]
    return sorted(acts, key=lambda a: (a.told[0].claim, a.role or ""))


def called(told: Sequence[Dealt]) -> str:
    """What most claims call an agreement."""
    nouns = Counter(d.noun for d in told)
    return min(nouns, key=lambda n: (-nouns[n], n))


def _of_one(told: Sequence[Dealt]) -> Iterator[Dealt]:
    bearing = Counter(name for d in told for name in _names(d))
    return (d for d in told if not any(p.named for p in d.others) or any(bearing[name] > 1 for name in _names(d)))


def _dealt(found: Annotations, entities: Mapping[str, Entity]) -> Iterator[Dealt]:
    mentions = {m.id: m for m in found.mentions}
    told = [(c, d) for c in found.claims for d in reading.deals(c, [mentions[k] for k in c.mentions if k in mentions])]
    named = {claim.id: _about(deal.noun.start, [mentions[k] for k in claim.mentions if k in mentions]) for claim, deal in told}
    only = {entity for entity in named.values() if entity}
    for claim, deal in told:
        inside = [mentions[k] for k in claim.mentions if k in mentions]
        about = _about(deal.noun.start, inside) or (next(iter(only)) if len(only) == 1 else None)
        if about:
            yield Dealt(
                claim=claim.id,
                document=found.document,
                about=about,
                noun=deal.noun.text.lower(),
                role=deal.role,
                parties=tuple(_part(a, inside, entities) for a in deal.parties),
                others=tuple(_part(a, inside, entities) for a in deal.others),
                plain=deal.plain,
                names={a.span: frozenset(_named(a.span, inside)) for a in (*deal.parties, *deal.others)},
            )


def _named(span: Span, mentions: Sequence[Mention]) -> Iterator[str]:
    return (m.entity for m in mentions if m.entity and m.kind in ("organisation", "group") and m.span.overlap(span))


def _about(start: int, mentions: Sequence[Mention]) -> str | None:
    """The entity that the word for an agreement stands for."""
    return next(
        (m.entity for m in mentions if m.span.start <= start < m.span.end and m.kind in ("event", "work", "other") and m.entity),
        None,
    )


def _part(argument: Argument, mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> Part:
    """A party with its entity; a body is of the country by which a name of it is called ("Norland Relief Corps")."""
    made = part(argument, mentions, entities)
    if made.country or not made.entity or made.entity not in entities or not made.named:
        return made
    names = (v.text for v in entities[made.entity].variants)
    countries = {code for name in names for word in name.split() if (code := gazetteer.nationality(word))}
    return replace(made, country=countries.pop()) if len(countries) == 1 else made


def _acts(told: Sequence[Dealt], copies: Copies) -> Iterator[Act]:
    counterpart = _counterpart(told)
    for role in dict.fromkeys(d.role for d in told):
        held = {d.claim: t for d in told if d.role == role and (t := _told(d, counterpart))}
        if len(accounts(held, copies)) > 1:
            yield Act(kind="who", verb=role, of=(called(told),), told=tuple(held.values()), role=role)


def accounts(claims: Iterable[str], copies: Copies) -> set[str]:
    """The documents of claims and of their copies."""
    return {key.partition(".")[0] for claim in claims for key in (claim, *copies.get(claim, ()))}


def _names(dealt: Dealt) -> set[str]:
    """Whom a claim names on either side: who shares none with any other claim tells of another agreement of that name."""
    parts = (*dealt.parties, *dealt.others)
    return {p.entity or p.head for p in parts} | {name for p in parts for name in dealt.names[p.span]}


def _counterpart(told: Sequence[Dealt]) -> Part | None:
    """With whom it was made, as most claims, and more than one, name it: a party that stands for their entity."""
    makers = [d for d in told if d.role == MAKER and d.parties]
    used = Counter(key for d in makers for key in {k for p in d.others for k in _entities(p, d)})
    best = min(used, key=lambda k: (-used[k], k), default=None)
    if best is None or used[best] < 2:
        return None
    return replace(next(p for d in makers for p in d.others if best in _entities(p, d)), entity=best)


def _told(dealt: Dealt, counterpart: Part | None) -> Told | None:
    """What a claim answers: those who made it with the counterpart, be it the subject of the claim or not. Who says by whom it
    was made, and not with whom, means that counterpart.
    """
    if dealt.role != MAKER:
        return Told(claim=dealt.claim, parts=dealt.parties, firm=True) if dealt.parties else None
    ours, theirs = ([p for p in side if not _is(p, counterpart, dealt)] for side in (dealt.parties, dealt.others))
    parts = tuple(ours or theirs)
    if not parts:
        return None
    named = [p for p in (*dealt.parties, *dealt.others) if p not in parts]
    others = [replace(p, entity=counterpart.entity) if counterpart and _is(p, counterpart, dealt) else p for p in named]
    if counterpart and not others:
        others = [counterpart]
    return Told(claim=dealt.claim, parts=parts, firm=True, others=tuple(others) if dealt.plain else ())


def _is(party: Part, counterpart: Part | None, dealt: Dealt) -> bool:
    return counterpart is not None and counterpart.entity in _entities(party, dealt)


def _entities(party: Part, dealt: Dealt) -> set[str]:
    """Whom a party names in any way: "Norland fighters" are of Norland."""
    return {key for key in (party.entity, *dealt.names[party.span]) if key}
