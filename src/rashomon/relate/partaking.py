"""What claims say of agreements in, the part that one party is said to have had in one out, as far as accounts differ.

Who "signed a deal" in one account "approved" it in another, and says elsewhere that it "had no part in it": one question, which
no list of those who made it answers.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.data import load
from rashomon.meaning import parties
from rashomon.meaning.families import partly, spoken
from rashomon.model import Act, Annotations, Argument, Entity, Mention, Part, Told
from rashomon.relate.acts import part
from rashomon.relate.deals import Deals, Dealt, accounts, called
from rashomon.relate.wordings import Copies
from rashomon.text import gazetteer

PART, PARTIAL, NONE, AWARE = "part", "partial", "none", "aware"
"""What a claim says besides who made, mediated or backed it: that somebody had some part, no active one, none, or knew of it."""

_LED = re.compile(r"(?:the )?([\w.]+)-led (?:[\w-]+ )?(?:coalition|alliance|mission|operation|bloc)\b", re.IGNORECASE)
_ABOUT = 0.3  # of the claims on an agreement, that speak of leaving, from which it is one on who may leave
_SHOWN = 4  # words of a party's name in a question


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who is asked about as one: the entities by id; for that of a body led by another the leader, for that of somebody's people
    ("coalition officers") whose they are; and who speaks for whom.
    """

    entities: Mapping[str, Entity]
    led: Mapping[str, str]
    whose: Mapping[str, str]
    speaks: Mapping[str, str]

    def of(self, entity: str) -> str:
        """The key of an entity, a country's the same under all its names."""
        entity = self.speaks.get(entity, entity)
        entity = self.whose.get(entity, entity)
        known = self.entities.get(entity)
        return self.led.get(entity) or _country(known.name if known else "") or entity


def relate(
    found: Deals,
    annotations: Sequence[Annotations],
    entities: Mapping[str, Entity],
    speaks: Mapping[str, str],
    copies: Copies,
) -> list[Act]:
    """An act of kind part for each party to whom accounts give different parts in the agreement of which most accounts tell, in
    the order of their first claim. `speaks`: for the entity of a person that of the body for which he speaks.
    """
    about = max(found, key=lambda key: (len(accounts((d.claim for d in found[key]), copies)), key), default=None)
    if about is None:
        return []
    names = {v.text: e.id for e in entities.values() for v in e.variants}
    known = _Parties(entities, _led(entities, names), _whose(entities, names), speaks)
    taken: dict[str, dict[str, Told]] = defaultdict(dict)
    for who, told in [*_by_role(found[about], known), *_by_part(annotations, found[about], known, copies)]:
        taken[who].setdefault(told.claim, told)
    noun = called(found[about])
    acts = [
        Act(kind="part", verb=noun, of=(noun, _name(who, [*told.values()], known)), told=tuple(told.values()))
        for who, told in taken.items()
        if _differ([*told.values()]) and len(accounts(told, copies)) > 1
    ]
    return sorted(acts, key=lambda a: a.told[0].claim)


def _by_role(deals: Sequence[Dealt], known: _Parties) -> Iterator[tuple[str, Told]]:
    """Who made, mediated or backed it, by the words for the agreement."""
    for dealt in deals:
        parties_ = (*dealt.parties, *dealt.others) if dealt.role == "maker" else dealt.parties
        for one in parties_:
            state = one.country if one.country and one.head.casefold() in _state() else None
            whole = f"country:{state}" if state else _country(one.span.text)
            for key in {whole} if whole else {known.of(name) for name in (one.entity, *dealt.names[one.span]) if name}:
                yield key, Told(claim=dealt.claim, parts=(one,), role=dealt.role)


def _by_part(
    annotations: Sequence[Annotations], deals: Sequence[Dealt], known: _Parties, copies: Copies
) -> Iterator[tuple[str, Told]]:
    """Who is said to have had a part in it, or in what it was about, and who says that he had none."""
    repeated = {key for keys in copies.values() for key in keys}
    told = {d.claim for d in deals}
    mentions = {m.id: m for a in annotations for m in a.mentions}
    claims = [c for a in annotations for c in a.claims if c.id not in repeated]
    leaving = sum(any(spoken(c, w) == "departure" for w in c.words) for c in claims if c.id in told)
    acts = {"agreement", "departure"} if leaving > _ABOUT * len(told) else {"agreement"}
    for claim in claims:
        inside = [mentions[key] for key in claim.mentions if key in mentions]
        for one in parties.parts(claim, inside):
            if one.act in acts and not one.deed and not (one.had and one.act == "departure"):
                role = PART if one.had else PARTIAL if partly(claim) else NONE
                yield known.of(one.who), Told(claim=claim.id, parts=_parts(one.who, inside, known), role=role)
        for who in parties.aware(claim, inside, "agreement"):
            yield known.of(who), Told(claim=claim.id, parts=_parts(who, inside, known), role=AWARE)


def _parts(who: str, mentions: Sequence[Mention], known: _Parties) -> tuple[Part, ...]:
    """Whom a claim names as the one whose part it tells, where it names him."""
    named = next((m for m in mentions if m.entity == who), None)
    if named is None:
        return ()
    return (part(Argument(role="agent", head=named.span.text.split()[-1].lower(), span=named.span), [named], known.entities),)


def _differ(told: Sequence[Told]) -> bool:
    """Whether these are different parts: to have made it and to have had a part in it are not."""
    roles = {t.role for t in told}
    return len(roles - {PART, AWARE}) > 1 or bool(roles & {PART, AWARE} and bool(roles & {NONE, PARTIAL}))


def _whose(entities: Mapping[str, Entity], names: Mapping[str, str]) -> dict[str, str]:
    """For the entity of somebody's officers or troops that of whose they are."""
    found = {}
    for entity in entities.values():
        *owner, people = re.sub("^[Tt]he ", "", entity.name).split() or [""]
        key = names.get(" ".join(owner))
        if owner and key and key != entity.id and people.lower().removesuffix("s") in load("involvement")["part"]["tools"]:
            found[entity.id] = key
    return found


def _led(entities: Mapping[str, Entity], names: Mapping[str, str]) -> dict[str, str]:
    """For a body by a name of which somebody leads it ("the Norland-led coalition") the key of the leader."""
    found = {}
    for entity in entities.values():
        leaders = (m[1] for v in entity.variants if (m := _LED.match(v.text)))
        keys = {_country(name) or names.get(name) for name in leaders} - {None, entity.id}
        if len(keys) == 1 and (key := keys.pop()):
            found[entity.id] = key
    return found


def _country(name: str) -> str | None:
    """The key of a country by a name of it, its people or the seat of its government."""
    plain = re.sub(r"^(?:the|The) ", "", " ".join(name.split()))
    known = gazetteer.known(plain)
    if known and known.key.startswith("country:"):
        return known.key
    code = gazetteer.seat(plain) or (gazetteer.nationality(plain) if " " not in plain else None)
    return f"country:{code}" if code else None


def _state() -> frozenset[str]:
    return frozenset(load("deals")["party"]["state"])


def _name(who: str, told: Sequence[Told], known: _Parties) -> str:
    """What claims call a party, by a name where one has it, of few words, with what it leads where that is meant too."""
    texts = [" ".join(p.span.text.split()) for t in told for p in t.parts if known.led.get(p.entity or "") != who]
    bare = {text: re.sub("^[Tt]he ", "", text) for text in texts}
    name = min(bare.values(), key=lambda t: (not t[:1].isupper(), len(t.split()) > _SHOWN, len(t), t), default="")
    name = f"the {name}" if any(t != name and b == name for t, b in bare.items()) or not name[:1].isupper() else name
    meant = {p.entity for t in told for p in t.parts} | ({*known.speaks.values()} if any(not t.parts for t in told) else set())
    led = (v.text for e, key in known.led.items() if key == who and e in meant for v in known.entities[e].variants)
    also = min((re.sub("^[Tt]he ", "", " ".join(text.split())) for text in led if _LED.match(text)), default=None)
    return f"{name} or the {also}" if also and name else name
