"""Claims of all documents in, who made, mediated or backed each agreement out, as far as two accounts name somebody.

Of the two sides of an agreement the one that most accounts name as those with whom it was made is taken apart: what accounts may
differ in is who made it with them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.meaning.deals import MAKER, deals
from rashomon.model import Act, Annotations, Argument, Entity, Mention, Part, Span, Told
from rashomon.relate.acts import part
from rashomon.relate.wordings import Copies
from rashomon.text import gazetteer


@dataclass(frozen=True, slots=True)
class _Dealt:
    """A claim on one agreement (`about`: the entity, or the words it goes by): who has a role in it, and with whom."""

    claim: str
    document: str
    about: str
    noun: str
    role: str
    parties: tuple[Part, ...]
    others: tuple[Part, ...]
    plain: bool
    names: Mapping[Span, frozenset[str]]  # whom each of these names in any way: "Norland fighters" are of Norland


def relate(annotations: Sequence[Annotations], entities: Sequence[Entity], copies: Copies) -> list[Act]:
    """An act of kind who for each agreement and role that two documents tell of, in the order of their first claim."""
    known = {e.id: e for e in entities}
    repeated = {key for keys in copies.values() for key in keys}
    of: dict[str, list[_Dealt]] = defaultdict(list)
    for found in annotations:
        for dealt in _dealt(found, known):
            if dealt.claim not in repeated:
                of[dealt.about].append(dealt)
    acts = [act for told in of.values() for act in _acts(told, copies)]
    return sorted(acts, key=lambda a: (a.told[0].claim, a.role or ""))


def _dealt(found: Annotations, entities: Mapping[str, Entity]) -> Iterator[_Dealt]:
    mentions = {m.id: m for m in found.mentions}
    told = [(c, d) for c in found.claims for d in deals(c, [mentions[k] for k in c.mentions if k in mentions])]
    named = {claim.id: _about(deal.noun.start, [mentions[k] for k in claim.mentions if k in mentions]) for claim, deal in told}
    only = {entity for entity in named.values() if entity}
    for claim, deal in told:
        inside = [mentions[k] for k in claim.mentions if k in mentions]
        about = _about(deal.noun.start, inside) or (next(iter(only)) if len(only) == 1 else None)
        if about:
            yield _Dealt(
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


def _acts(told: Sequence[_Dealt], copies: Copies) -> Iterator[Act]:
    told = [d for d in told if not any(p.named for p in d.others) or any(_names(d) & _names(o) for o in told if o is not d)]
    if not told:
        return
    counterpart = _counterpart(told)
    nouns = Counter(d.noun for d in told)
    noun = min(nouns, key=lambda n: (-nouns[n], n))
    for role in dict.fromkeys(d.role for d in told):
        held = {d.claim: t for d in told if d.role == role and (t := _told(d, counterpart))}
        documents = {d.document for d in told if d.claim in held}
        documents |= {key.partition(".")[0] for claim in held for key in copies.get(claim, ())}
        if len(documents) > 1:
            yield Act(kind="who", verb=role, of=(noun,), told=tuple(held.values()), role=role)


def _names(dealt: _Dealt) -> set[str]:
    """Whom a claim names on either side: who shares none with any other claim tells of another agreement of that name."""
    parts = (*dealt.parties, *dealt.others)
    return {p.entity or p.head for p in parts} | {name for p in parts for name in dealt.names[p.span]}


def _counterpart(told: Sequence[_Dealt]) -> str | None:
    """The entity that most claims, and more than one, name as those with whom it was made."""
    makers = [d for d in told if d.role == MAKER]
    used = Counter(key for d in makers if d.parties for key in {k for p in d.others for k in (p.entity, *d.names[p.span]) if k})
    best = min(used, key=lambda k: (-used[k], k), default=None)
    return best if best is not None and used[best] > 1 else None


def _told(dealt: _Dealt, counterpart: str | None) -> Told | None:
    """What a claim answers: those who made it with the counterpart, be it the subject of the claim or not."""
    if dealt.role != MAKER:
        return Told(claim=dealt.claim, parts=dealt.parties, firm=True) if dealt.parties else None
    ours, theirs = (_without(side, counterpart, dealt) for side in (dealt.parties, dealt.others))
    parts = ours or theirs
    others = tuple(p for p in (*dealt.parties, *dealt.others) if p not in parts) if dealt.plain else ()
    return Told(claim=dealt.claim, parts=parts, firm=True, others=others) if parts else None


def _without(parts: Sequence[Part], entity: str | None, dealt: _Dealt) -> tuple[Part, ...]:
    return tuple(p for p in parts if entity is None or (p.entity != entity and entity not in dealt.names[p.span]))
