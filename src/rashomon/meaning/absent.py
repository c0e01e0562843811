"""A claim in, the thing of which it says that there was none out, by its own word: "there were no fireworks", "there has never
been a depot in the town".

Whoever tells what the thing did, or what was done with it, contradicts. What a family of words (`data/families.toml`) tells of a
thing of which no more is said than that there was none is found by `families.bare`.
"""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.meaning import bearingout
from rashomon.meaning.families import bare, before_it, spoken, to_one
from rashomon.meaning.negation import for_a_time
from rashomon.model import Claim
from rashomon.text.patterns import either

_WORD = r"(?!(?:to|of|for|with|that|who|which|but|other|more|left|worth|and|or|than|from|by|about)\b)[a-z-]+"
_THING = rf"(?P<thing>(?:{_WORD} ){{0,2}}?{_WORD})"
_END = r"(?=\s*(?:$|[.,;:”\"]| (?:in|at|on|near) ))"
_THERE = re.compile(
    r"^\W*there (?:(?:was|were|had been|has been|have been)(?: still)? (?:no(?! longer| one)(?: such)?|not (?:a single|one))"
    r"|(?:is|are) (?:no|not any) such|(?:has|have|had) never been (?:an?|any)|(?:was|were) never (?:an?|any)) "
    rf"{_THING}{_END}(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SUCH = re.compile(
    rf"^\W*no such {_THING} (?:ever )?(?:exist(?:s|ed)|was (?:ever )?(?:sent|written|made))\b(?P<rest>.*)$", re.IGNORECASE
)
_WHERE = re.compile(r"\b(?:in|at|on|near) (?:(?:the|an?|his|her|its|their|our|this|that|these|those|any|there) )?([\w-]+)")
_POINTED = re.compile(r"\b(?:in|at|on|near) (?:it|them|there|that|this|any)\b", re.IGNORECASE)
_STEM = 4  # letters by which two forms of a word are one


@dataclass(frozen=True, slots=True)
class Absent:
    """What there was none of: the noun, what tells it from others of its sort, and what it was said to be none of in a place."""

    noun: str
    beside: frozenset[str]


def absent(claim: Claim) -> Absent | None:
    """The thing there was none of, if a claim says so of more than the bare thing, or of one for which there is no family."""
    if not claim.negated or claim.declines or claim.modality in ("possible", "future") or before_it(claim) or to_one(claim):
        return None
    found = _THERE.match(claim.span.text) or _SUCH.match(claim.span.text)
    if found is None or bearingout.another(claim) or for_a_time(claim) or _POINTED.search(found["rest"]):
        return None
    named = found["thing"].lower().split()
    words = [w for w in claim.words if any(_alike(w, n) for n in named)]
    if not words or not _alike(words[-1], named[-1]) or _other_than_things(claim, words[-1]) or bare(claim):
        return None
    return Absent(_singular(words[-1]), frozenset({*words[:-1], *_places(found["rest"], claim)}))


def told(thing: Absent, other: Claim) -> bool:
    """Whether a claim tells what such a thing did, or what was done with it that can be done with no thing that is not there."""
    verb = other.predicate or ""
    if other.negated or other.declines or other.polarity == "denied" or other.modality in ("possible", "future"):
        return False
    if bearingout.asked(other) or verb in load("absent")["open"]["verbs"] or not _there(thing, other, verb):
        return False
    return thing.beside <= set(other.words) and not _none(thing.noun).search(other.span.text)


def _other_than_things(claim: Claim, noun: str) -> bool:
    """Whether a noun is for people, for what is no thing, or for what there is more of elsewhere."""
    listed = load("absent")
    unlike = (*listed["abstract"]["words"], *listed["substances"]["words"])
    return noun in unlike or spoken(claim, noun) in load("families")["people"]["names"]


def _there(thing: Absent, other: Claim, verb: str) -> bool:
    heads = {_singular(a.head.lower()) for a in other.arguments if a.role in ("agent", "patient")}
    return thing.noun in heads or (_singular(verb) == thing.noun and other.span.text[:6].lower() == "there ")


def _places(rest: str, claim: Claim) -> set[str]:
    """Where there was none of it, but for what is named: an account of the event need not name its place."""
    return {w for w in claim.words for named in _WHERE.findall(rest) if named[0].islower() and _alike(w, named.lower())}


def _alike(word: str, other: str) -> bool:
    return word.lower()[:_STEM] == other[:_STEM]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _STEM and word.endswith("s") and not word.endswith("ss") else word


@cache
def _none(noun: str) -> re.Pattern[str]:
    """That there was none of it, or less of it than was asked for."""
    return re.compile(
        rf"\b(?:no|without|any|such|{either(['lack of', 'want of', 'talk of', 'rumours of'])})\s+(?:[a-z-]+ )?{noun}",
        re.IGNORECASE,
    )
