"""The words that name a speaker in, the public body that it is or speaks for out: "police", "a spokesman for the ministry".

"Police said" in two papers is one origin, not two: these bodies say the same to all who ask. A witness or a driver is not
one of them, for each paper has its own.
"""

import re
from dataclasses import replace
from functools import cache

from rashomon.data import load
from rashomon.model import Entity, Hop
from rashomon.text.roles import role

_WORD = re.compile(r"[^\W_]+")
_SPEAKS = r"spokes(?:man|men|woman|women|person|persons|people)"
_FOR = re.compile(rf"\b{_SPEAKS}\s(?:for|of)\s(?:the\s|its\s|a\s)?(?P<body>[^,;:()\"“”\n]+)", re.IGNORECASE)
_OF = re.compile(rf"^(?:an?\s|the\s|one\s|its\s)?(?P<body>.+?)\s{_SPEAKS}$", re.IGNORECASE)
_WHO = re.compile(r"\b(?:who|whose|speaking|told|said)\b.*$", re.IGNORECASE)


def past(words: str) -> bool:
    """Whether words that name somebody with an office say that it is no longer theirs: "former spokesman for the port"."""
    return not _table("past").isdisjoint(w.casefold() for w in _WORD.findall(words))


def body(hop: Hop, entity: Entity | None) -> Hop:
    """A speaker, or the public body that it is or speaks for, where no more than that is told. `entity`: whom its words name."""
    said = hop.span.text if hop.span else hop.name
    if hop.kind == "document" or past(said):
        return hop
    proper = entity is not None and entity.name.casefold() != hop.name.casefold() and any(map(str.isupper, entity.name))
    name = public(hop.name) if not proper else None
    if name is None and (entity is None or entity.kind not in ("person", "organisation")):
        name = _spoken_for(hop.name, said)
    return replace(hop, name=name, kind="organisation", entity=None) if name else hop


def public(name: str) -> str | None:
    """The public body by which a speaker is called: "local police", "army officers"."""
    words = name.casefold().split()
    while words and words[0] in _table("plain"):
        words = words[1:]
    if len(words) > 1 and words[-1] in _table("staff"):
        words = words[:-1]
    return " ".join(words) if " ".join(words) in _table("public") else None


def _spoken_for(name: str, said: str) -> str | None:
    """The body that a spokesman's own words name."""
    found = _FOR.search(said) or _OF.match(name)
    if found is None:
        return None
    name = _WHO.sub("", found["body"]).strip()
    return public(name) or (name if is_body(name) else None)


def is_body(name: str) -> bool:
    """Whether words name a body, in full or as "interior ministry" does."""
    words = name.split()
    known = role(words[-1].casefold()) if len(words) > 1 else None
    named = bool(words) and all(w[:1].isupper() for w in (words[0], words[-1]))
    return named or (known is not None and known.kind == "organisation")


@cache
def _table(key: str) -> frozenset[str]:
    return frozenset(load("credits")["offices"][key])
