"""A common noun in, what it calls out: people, a body, a happening, in classes whose words may stand for one another."""

from dataclasses import dataclass
from functools import cache

from rashomon import data

_KINDS = {"people": "group", "bodies": "organisation", "events": "event"}


@dataclass(frozen=True, slots=True)
class Role:
    """`kind`: group, organisation, event. `sort` is the class ("fighter", "leaving"); `open`: too general to stand alone."""

    word: str
    kind: str
    sort: str
    open: bool


@cache
def _roles() -> dict[str, Role]:
    table = data.load("roles")
    vague = frozenset(table["open"]["words"])
    found: dict[str, Role] = {}
    for section, kind in _KINDS.items():
        for sort, words in table[section].items():
            for word in words:
                found.setdefault(word, Role(word, kind, sort, word in vague))
    return found


def role(lemma: str) -> Role | None:
    """The role of a noun by its lemma (or its plural, where a lemmatiser left it)."""
    word = lemma.lower()
    return _roles().get(word) or _roles().get(word.removesuffix("s"))
