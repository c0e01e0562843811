"""A kind of deed, the claims that tell of it and whom it befell in, the question when it was out (`data/deeds.toml`)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from rashomon.data import load
from rashomon.meaning.families import family
from rashomon.meaning.likely import doubtful
from rashomon.model import Argument, Claim

# families that do not tell who moved: the fighters' trucks left with them
_UNTOLD = frozenset({"transport", "buses", "lorries", "drivers", "ferries", "railways", "vessels", "aircraft"})
_FAMILY = "about:"


@cache
def deed(kind: str) -> dict[str, Any]:
    """What is known of a kind of deed: its words, its question, whether there may be several of it."""
    told: dict[str, Any] = load("deeds")["deed"][kind]
    return told


def told(claim: Claim) -> bool:
    """Whether a claim says that something was done, and not that it was not, may have been or will be."""
    open_ = claim.negated or claim.polarity == "denied" or claim.declines or claim.modality == "future" or doubtful(claim)
    return not open_


def movers(one: Argument) -> Iterator[str]:
    """The head of a part and its family; nothing of what does not tell who it was."""
    head, name = one.head.lower(), family(one.head)
    if name not in _UNTOLD and head[:1].isalpha() and head not in load("deeds")["anybody"]["words"]:
        yield head
        if name:
            yield f"{_FAMILY}{name}"


def asked(kind: str, claims: Sequence[Claim], moved: Sequence[Argument], place: str | None) -> str | None:
    """When it was, in plain words: with whom most claims say it befell, and where, where that is known; None where the question
    would be of nothing that has a name ("When was it taken?").
    """
    told, whom = deed(kind), who(moved)
    what = place or (whom if whom not in ("it", "they") else None)
    if "{what}" in told["ask"] and not what:
        return None
    ask = str(told["ask"]).replace("{who}", whom).replace("{noun}", _noun(kind, claims)).replace("{what}", what or "")
    if place and "place" in told and place not in ask:
        return ask.removesuffix("?") + str(told["place"]).replace("{place}", place) + "?"
    return ask


def who(moved: Sequence[Argument]) -> str:
    """Whom most claims name by one word, as a text has it: "the convoy"; "they" or "it" where they do not."""
    told = [m for m in moved if [*movers(m)]]
    heads = Counter(m.head.lower() for m in told)
    best = min((h for h, n in heads.items() if n > 1), key=lambda h: (-heads[h], h), default=None)
    if best is None:
        return "they" if any(_people(m) for m in moved) else "it"
    words = (w.strip(".,’'“”\"") for m in told for w in m.span.text.split() if w.lower().startswith(best[:4]))
    word = min(words, key=lambda w: (len(w), w), default=best)
    first = sum(f"first {word}" in m.span.text.lower() for m in told) > 1
    return word if word[:1].isupper() else f"the first {word}" if first else f"the {word}"


def _people(one: Argument) -> bool:
    """Whether a part is people, by name or not: "6,000 people", "they"."""
    head = one.head.lower()
    return family(head) in load("families")["people"]["names"] or (head in load("deeds")["anybody"]["words"] and head != "it")


def _noun(kind: str, claims: Sequence[Claim]) -> str:
    nouns = deed(kind).get("nouns", ())
    said = Counter(n for c in claims for n in nouns if n in c.span.text.lower().split())
    return min(said, key=lambda n: (-said[n], n), default=kind)
