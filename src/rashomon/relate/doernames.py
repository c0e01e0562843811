"""A name in a text in, the side on which the words beside it put its bearer out: "the Kell Front, a rebel group"; and names that
stand together.
"""

import re
from collections.abc import Iterator, Sequence

from rashomon.meaning import sides
from rashomon.model import Annotations, Span
from rashomon.text import gazetteer

_MADE = re.compile(r"[\w-]*-(?:made|built|supplied|held|style|designed|era|controlled|backed)\b", re.IGNORECASE)
_AFTER = 60  # code points behind or before a name in which it is said of whom it is
_NAMED_AS = frozenset({"rebels", "militia", "criminals", "coalition", "army", "police"})
"""Sides that a name may be said to be of: "the Kell Front, a rebel group"."""


def called(span: Span, text: str) -> str | None:
    """The side that the words beside a name give it: "Kell Front fighters", "the Kell Front, a rebel group"."""
    before, after = text[max(0, span.start - _AFTER) : span.start], text[span.end : span.end + _AFTER]
    return next((s.name for words in _beside(before, after) if (s := sides.read(words)) and s.name in _NAMED_AS), None)


def _beside(before: str, after: str) -> Iterator[str]:
    if found := re.match(r"(?:['’]s)? ([\w-]+)\b", after):
        yield found[1]
    if found := re.match(r", (?:an?|the)(?: \w+ly)? ((?:[\w-]+ ){0,5}[\w-]+?)(?=,|\.| that| which| led| fight| in | of )", after):
        yield found[1]
    if found := re.search(r"([\w-]+(?: [\w-]+)?) (?:of|from) (?:the )?(?:so-called )?$", before):
        yield found[1]
    if found := re.search(r"\b([\w-]+(?: [\w-]+)?) (?:calling itself|called|known as|named|styled) (?:the )?$", before):
        yield found[1]
    if found := re.search(r"\b([\w-]+(?: group| coalition| alliance| movement)?),? $", before):
        yield found[1]


def country(words: str) -> str | None:
    """The country by whose name, or people, somebody is called: "Ruritanian jets", "the Ruritania-led coalition"."""
    plain = (word.removesuffix("-led").removesuffix("'s").removesuffix("’s") for word in _MADE.sub("", words).split())
    return next((code for word in plain if (code := gazetteer.nationality(word) or _land(word))), None)


def _land(word: str) -> str | None:
    known = gazetteer.known(word) if word[:1].isupper() else None
    return known.country if known and known.key.startswith("country:") else None


def together(annotations: Sequence[Annotations]) -> frozenset[frozenset[str]]:
    """Pairs of places that a claim names together: a square and its town."""
    of = {m.id: m.entity for a in annotations for m in a.mentions if m.entity and m.form == "name"}
    held = (sorted({e for key in c.mentions if (e := of.get(key))}) for a in annotations for c in a.claims)
    return frozenset(frozenset((a, b)) for entities in held for a in entities for b in entities if a < b)
