"""A count in its claim in, what the account itself says of when it stood and on whose side who gives it is out."""

import re
from functools import lru_cache

from rashomon.data import by_word
from rashomon.meaning.populations import singular, words
from rashomon.meaning.remembered import remembered
from rashomon.model import Answer, Claim

GROWN = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|climb(?:s|ed|ing)?|grow[ns]?|grew|increase[sd]?|jump(?:s|ed)|leap(?:s|ed|t)|soar(?:s|ed)"
    r"|mount(?:s|ed)|doubled|swelled|edge[sd] up|up (?:to|from)|reache[sd])\b",
    re.I,
)
FALLEN = re.compile(
    r"\b(?:fall(?:s|en)?|fell|drop(?:s|ped)?|down (?:to|from)|lowered|revised|still|remain(?:s|ed)?|any ?more|any longer"
    r"|no longer|being (?:looked|searched|sought)|yet (?:to )?be(?:en)?)\b",
    re.I,
)
_LAST = re.compile(
    r"\b(?:by now|so far|to date|in the end|eventually|finally|the last of (?:them|whom)"
    r"|(?:final|definitive|latest|new|updated|official) (?:death |casualty )?(?:toll|figure|count|number|tally)"
    r"|(?:toll|count|tally|number)(?: of [^.;,]{0,40}?)? (?:now )?(?:stands|stood) at)\b",
    re.IGNORECASE,
)
"""What says of a count that others went before it."""
_FOR_NOW = re.compile(
    r"\b(?:so far|by now|to date|until now|up to now|as of|as yet|for now|provisional(?:ly)?|preliminary"
    r"|(?:been|are|were|was|is) (?:officially |now |already )?confirmed|confirmed (?:dead|deaths|killed|victims|fatalities)"
    r"|early (?:on |this |yesterday )?(?:\w+day|morning|reports?|estimates?|counts?)"
    r"|(?:at|by) (?:dawn|daybreak|dusk|dark|nightfall|noon|midday|midnight|evening|morning)"
    r"|(?:may|might|could|will|would|is|was|are|were)(?: (?:likely|expected|feared|set|still))*(?: to)? "
    r"(?:rise|climb|grow|go up))\b",
    re.IGNORECASE,
)
"""What says of a count that others may come after it."""
_EARLIER = (
    r"\b(?:at first|initial(?:ly)?|original(?:ly)?|previous(?:ly)?|had (?:first|earlier)"
    r"|(?:in|an|its|their|his|her|the agency['’]s) (?:earlier|first|previous) "
    r"(?:dispatch|report|bulletin|statement|version|count|estimate|message|update|story)"
    r"|(?:first|early|earlier) (?:spoke|said|put|gave|reported?|counts?|counted|tolls?|figures?|estimates?|reports?))\b"
    r"|\bfrom (?:about |some |at least )?$"
)
"""What stands before a count that an account gives as an earlier one: "his ministry had first spoken of 18 dead"."""
_LOOKED_BACK = re.compile(_EARLIER, re.IGNORECASE)
_BEFORE = re.compile(rf"{_EARLIER}|\bhad (?:put|given|reported|counted|spoken)\b", re.IGNORECASE)
"""The same, with what may as well be somebody's own count in reported speech: "he said that he had counted 47"."""


def given_before(answer: Answer) -> bool:
    """Whether an account may say of a count that it was given before."""
    return bool(_BEFORE.search(_ahead(answer)))


def looked_back_on(answer: Answer) -> bool:
    """Whether an account says of a count for sure that it was given before."""
    return told_before(_ahead(answer))


@lru_cache(maxsize=20_000)
def told_before(ahead: str) -> bool:
    """Whether the words before a count say for sure that it was given before."""
    return bool(_LOOKED_BACK.search(ahead))


def _ahead(answer: Answer) -> str:
    """The words of its claim before a figure."""
    start = answer.quantity.span.start - answer.claim.span.start if answer.quantity else 0
    return answer.claim.span.text[: max(0, start)]


def grown(early: Answer, late: Answer) -> bool:
    """Whether of two counts the lower is told as one that others may come after, or the higher as one that others went before."""
    if not lower(early, late):
        return False
    return has_grown(late) or may_grow(early)


def has_grown(answer: Answer) -> bool:
    """Whether a count is told as one that others went before."""
    return _after_others(answer.claim.span.text)


def may_grow(answer: Answer) -> bool:
    """Whether a count is told as one that others may come after."""
    return _before_others(answer.claim.span.text) or looked_back_on(answer)


@lru_cache(maxsize=20_000)
def _after_others(text: str) -> bool:
    return bool(GROWN.search(text) or _LAST.search(text))


@lru_cache(maxsize=20_000)
def _before_others(text: str) -> bool:
    return bool(_FOR_NOW.search(text))


def passing(answer: Answer) -> bool:
    """Whether a count is told as one of its hour: "still missing", "early on Monday", "by now"."""
    text = answer.claim.span.text
    return any(sign.search(text) for sign in (FALLEN, _LAST, _FOR_NOW))


def lower(early: Answer, late: Answer) -> bool:
    """Whether the first of two counts is lower than the second, whatever they allow."""
    one, other = early.quantity, late.quantity
    return bool(one and other and one.high is not None and other.low is not None and one.high < other.low)


def two_sides(left: Answer, right: Answer) -> bool:
    """Whether the one who gives a count speaks for a state, and the other for those who oppose or watch it."""
    return {side(left), side(right)} == {"state", "opponents"}


def side(answer: Answer) -> str | None:
    """Whether who gives a count speaks for a state or for those who oppose or watch it."""
    return _side(answer.claim)


@remembered
def _side(claim: Claim) -> str | None:
    if not claim.chain:
        return None
    source = claim.chain[0]
    said = f"{source.name} {source.span.text if source.span else ''}"
    sides = {by_word("outcomes", "sides").get(singular(w)) for w in words(said)} - {None}
    return sides.pop() if len(sides) == 1 else None
