"""A kind of deed, the claims that date it and whom it befell in, the question when it was out (`data/deeds.toml`)."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from rashomon.data import load
from rashomon.meaning.families import family
from rashomon.model import Argument, Claim


@cache
def deed(kind: str) -> dict[str, Any]:
    """What is known of a kind of deed: its words, its question, whether there may be several of it."""
    told: dict[str, Any] = load("deeds")["deed"][kind]
    return told


def asked(kind: str, claims: Sequence[Claim], movers: Sequence[Argument], place: str | None) -> str:
    """When it was, in plain words: with whom most claims say it befell, and where, where that is known."""
    told = deed(kind)
    ask = str(told["ask"]).replace("{who}", _who(movers)).replace("{noun}", _noun(kind, claims)).replace("{what}", place or "it")
    if place and "place" in told and place not in ask:
        return ask.removesuffix("?") + str(told["place"]).replace("{place}", place) + "?"
    return ask


def _who(movers: Sequence[Argument]) -> str:
    """Whom most claims name by one word, as a text has it: "the convoy"; "they" or "it" where they do not."""
    heads = Counter(m.head.lower() for m in movers)
    best = min((h for h, n in heads.items() if n > 1), key=lambda h: (-heads[h], h), default=None)
    if best is None:
        return "they" if any(family(m.head) in load("families")["people"]["names"] for m in movers) else "it"
    words = (w.strip(".,’'“”\"") for m in movers for w in m.span.text.split() if w.lower().startswith(best[:4]))
    word = min(words, key=lambda w: (len(w), w), default=best)
    first = sum(f"first {word}" in m.span.text.lower() for m in movers) > 1
    return word if word[:1].isupper() else f"the first {word}" if first else f"the {word}"


def _noun(kind: str, claims: Sequence[Claim]) -> str:
    nouns = deed(kind).get("nouns", ())
    said = Counter(n for c in claims for n in nouns if n in c.span.text.lower().split())
    return min(said, key=lambda n: (-said[n], n), default=kind)
