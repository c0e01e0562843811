"""A link of a claim's chain in, whom its words name out: an entity, a public body, or nobody whom a reader could look up."""

import re
from collections.abc import Mapping
from dataclasses import replace

from rashomon.model import Entity, Hop
from rashomon.relate import spokespeople
from rashomon.text.roles import role

_BEINGS = frozenset({"person", "group"})


def known(hop: Hop, entities: Mapping[str, Entity], names: Mapping[str, str]) -> Hop:
    """A hop as the entity that it is, one without a name as the public body that it is or speaks for."""
    hop = _linked(hop, entities, names)
    body = spokespeople.body(hop, entities.get(hop.entity or ""))
    key = names.get(body.name) if body is not hop else None
    return replace(body, entity=key) if key and entities[key].kind == "organisation" else body


def _linked(hop: Hop, entities: Mapping[str, Entity], names: Mapping[str, str]) -> Hop:
    """A hop by whose own name an entity goes is that entity: "BBC", where it was read in "BBC journalists". Whoever is known as a
    person is no body, though his last name alone may have looked like one: "Al-Nouri".
    """
    entity = entities.get(hop.entity or "")
    if entity and entity.name != hop.name and hop.name in names:
        hop = replace(hop, entity=names[hop.name])
        entity = entities.get(hop.entity or "")
    return replace(hop, kind="person") if entity and entity.kind == "person" and hop.kind == "organisation" else hop


def is_named(hop: Hop, entities: Mapping[str, Entity]) -> bool:
    """Whether a reader could look the speaker up: an entity with a name of its own, or a name written as one. "A nurse at
    Saint Elias Hospital" names a hospital and no nurse.
    """
    if hop.kind == "organisation" and spokespeople.public(hop.name):
        return True
    if hop.kind == "unnamed" or _people(hop.name):
        return False
    if entity := entities.get(hop.entity or ""):
        if hop.kind == "document":
            return entity.name[:1].isupper() or " " in entity.name
        if "group" in (hop.kind, entity.kind) and any(v.text.islower() for v in entity.variants):  # "families", "Relatives"
            return False
        if entity.name.islower() and " " not in entity.name:  # "the militia"
            return False
        return hop.kind not in _BEINGS or entity.kind in _BEINGS or hop.name[:1].isupper()
    words = hop.name.split()
    if hop.kind == "organisation" and len(words) > 1 and spokespeople.is_body(hop.name):
        return True
    if hop.kind == "group" and len(words) == 1:  # a plural that opens a sentence
        return words[0].isupper()
    return bool(words) and words[-1][:1].isupper() and (hop.kind != "document" or len(words) > 1)


def _people(name: str) -> bool:
    """Whether a single word is a common noun for people, which opens a sentence: "Families"."""
    word = name.lower()
    found = role(word) or role(re.sub("ies$", "y", word))
    return " " not in name and found is not None and found.kind == "group"
