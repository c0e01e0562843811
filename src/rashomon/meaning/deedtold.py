"""The words of a claim in, of which deed they tell out: its kind, what it is called, what it was done to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rashomon.data import load
from rashomon.meaning import doingwords as said
from rashomon.meaning import sides
from rashomon.model import Claim

_AWAY = re.compile(r"\b(?:near|from|outside|short of|behind|towards?|left|reached)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|its|their)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_NO_STRIKE = re.compile(r"\b(?:deal|truce|agreement|accord|blow|chord|balance|note|tone|jackpot|record|pact)\b", re.IGNORECASE)
_IDLE = frozenset(
    {
        "gas",
        "dead",
        "nothing",
        "dozen",
        "score",
        "hundred",
        "thousand",
        "responsibility",
        "force",
        "part",
        "role",
        "damage",
        "crater",
        "toll",
        "casualty",
        "test",
        "note",
    }
)
_POINTING = frozenset({"them", "him", "her", "us", "me", "it", "who"})
_TWO = {"open": "shooting", "gun": "shooting", "blow": "attack", "set": "burning", "burn": "burning", "take": "kidnapping"}
"""First words of verbs of two."""
_LETTING = frozenset({"let", "allow", "permit", "give", "grant", "guarantee"})
_THROWING = frozenset({"throw", "hurl", "lob", "toss", "drop", "detonate", "plant"})
_VERBS = frozenset({"set", "light", "fire", *_TWO, *_LETTING, *_THROWING})
"""Verbs that tell of a deed with others of their words."""
_AT = re.compile(r"\b(?:at|on|against)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}[A-Z]")
_STEM = 4  # letters by which the head of an object is found in the words for it
_SOME_OF = re.compile(
    r"\b(?:series|wave|string|number|spate|rounds?|one|two|three|several|many|most|all|some|any|dozens|scores|hundreds|part)"
    r" of\b",
    re.IGNORECASE,
)
_LINKING = re.compile(
    r"\b(?:with|about|over|for|to|from|into|of|in|at|on|by|against|after|before|during|because|while|when|who|whom|which|that|him"
    r"|her|them)\b|[;:]",
    re.IGNORECASE,
)
"""What parts a verb from a noun that is not its object."""
_BETWEEN = re.compile(
    r"(?:\s+(?:had|has|have|themselves|itself|himself|also|later|first|then|reportedly|allegedly|deliberately|\w+ly))*\s+|"
    r",?\s(?:who|which|that)\s[^,;]{2,60}\s",
    re.IGNORECASE,
)
"""What may stand between a subject and its verb."""
_JOINED = re.compile(r"\b(?:and|then)\s+(?:\w+ly\s+)?(?:had\s+|have\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deed:
    """`kind`: a line of `deed` in `data/doings.toml`, None for whichever was spoken of last; `noun`: what the claim calls it;
    `targets`: what it was done to; `other`: what makes of it another one than the first ("second"); `definite`: whether it
    points back ("the strike"); `many`: whether it is several ("air strikes").
    """

    kind: str | None
    noun: str | None = None
    targets: frozenset[str] = frozenset()
    other: str = ""
    definite: bool = False
    many: bool = False


def deed(claim: Claim) -> Deed | None:
    """The deed that a claim tells of: by its verb, else by the noun for it."""
    if _silent(claim) or _mild(claim.span.text):
        return None
    named = within(claim, claim.span.text, 0, whole=True)
    kind = by_verb(claim)
    if kind is None:
        return named
    noun = named.noun if named and named.kind == kind else None
    return Deed(kind, noun, targets(claim), other(claim))


def _silent(claim: Claim) -> bool:
    """Whether a claim holds no word for a deed: most hold none, and need no closer look."""
    return (claim.predicate or "") not in _VERBS | said.lemmas().keys() and not said.hinted(claim.span.text)


def within(claim: Claim, words: str, at: int, whole: bool = False) -> Deed | None:
    """The deed that some words of a claim, from this place on, are for; None where they are for nothing of the kind. `whole`:
    whether they are all of it.
    """
    held = []
    for kind in said.kinds():
        held += [
            (m.start(), -len(m[0]), kind, m[0]) for p in (said.nouns(kind), said.verbs(kind)) for m in p.finditer(words) if _is(m)
        ]
    first = min(held, default=None)
    general = said.general().search(words)
    if general and (first is None or general.start() < first[0] or general[0].lower() == first[3].lower()):
        alike = "attack" if general[0].lower() in ("attack", "assault") else None
        definite = bool(_DEFINITE.search(claim.span.text[: at + general.start()]))
        return Deed(alike, general[0].lower(), _struck(claim, words, whole), other(claim), definite, general[0].endswith("s"))
    if first is None:
        return None
    start, _, kind, noun = first
    kind = _armed(kind, noun.lower(), claim.span.text) or kind
    called = noun.lower() if said.nouns(kind).fullmatch(noun) else None
    many = bool(called) and noun.endswith("s")
    struck = _struck(claim, words, whole)
    return Deed(kind, called, struck, other(claim), bool(_DEFINITE.search(claim.span.text[: at + start])), many)


def _struck(claim: Claim, words: str, whole: bool) -> frozenset[str]:
    return targets(claim) if whole else listed(words)


def by_verb(claim: Claim) -> str | None:
    """The kind of deed that any verb of a claim tells of, its main one before others."""
    if kind := own(claim):
        return kind
    if said.ON_FIRE.search(claim.span.text):
        return "burning"
    if said.THROWN.search(claim.span.text) and (kind := _thrown(claim.span.text)):
        return kind
    held = [(m.start(), k, m[0]) for k in said.kinds() for m in said.verbs(k).finditer(claim.span.text)]
    _, first, form = min(held, default=(0, "", ""))
    return _fit(claim, first, form.lower()) if first else None


def own(claim: Claim) -> str | None:
    """The kind of deed that a claim's main verb tells of, or one that goes on from there."""
    text, lemma = claim.span.text, claim.predicate or ""
    if (lemma in ("strike", "make", "hit") and _NO_STRIKE.search(text)) or _mild(text):
        return None
    if lemma in _LETTING and said.LET.search(text):
        return "permission"
    if lemma in ("set", "light") and said.ON_FIRE.search(text):
        return "burning"
    if lemma in _THROWING and (kind := _thrown(text)):
        return kind
    if (kind := said.lemmas().get(lemma, "shooting" if lemma == "fire" else None)) and (fit := _fit(claim, kind, lemma)):
        return (
            None
            if fit == "attack" and lemma == "fire" and not (listed(text) or _AT.search(text) or claim.negated or claim.reversed)
            else fit
        )
    if (kind := _TWO.get(lemma)) and any(" " in m[0] for m in said.verbs(kind).finditer(text)):
        return kind
    return next((fit for k, m in _finite(claim) if (fit := _fit(claim, k, m[0].lower()))), None)


def fits(claim: Claim, kind: str) -> bool:
    """Whether a deed of a kind fits those to whom a claim says that it was done."""
    return _fit(claim, kind, "") is not None


def _finite(claim: Claim) -> Iterator[tuple[str, re.Match[str]]]:
    """Verbs of a deed right behind whoever is a subject, or joined to the main one."""
    text, at = claim.span.text, claim.span.start
    ends = [a.span.end - at for a in claim.arguments if a.role == "agent" and a.span.start >= at]
    patterns = [(k, said.verbs(k)) for k in said.kinds()] + [("burning", said.ON_FIRE)]
    for kind, pattern in patterns:
        for found in pattern.finditer(text):
            behind = any(end <= found.start() and _BETWEEN.fullmatch(text[end : found.start()]) for end in ends)
            if (behind or (_JOINED.search(text[: found.start()]) and found[0].endswith("ed"))) and not text[
                found.end() :
            ].startswith(" by "):
                yield kind, found


def taken(claim: Claim) -> Deed | None:
    """The deed that a claim's main verb takes as its object: "carried out the strike", "organised the transport"; not what only
    stands behind another object: "conducted interviews with drivers of the convoy".
    """
    text, kinds = claim.span.text, said.heads().get(claim.predicate or "", ())
    for kind in kinds:
        verb = said.doing(kind).search(text)
        noun = next((m for m in said.nouns(kind).finditer(text, verb.end()) if _is(m)), None) if verb else None
        if verb and noun and _object(claim, verb.end(), noun):
            made = within(claim, text[noun.start() :], noun.start())
            return made and Deed(
                kind, made.noun, targets(claim) if kind != made.kind else made.targets, made.other, made.definite, made.many
            )
        if verb and (general := said.general().search(text, verb.end())) and _object(claim, verb.end(), general):
            return within(claim, text[general.start() :], general.start())
    return None


def _object(claim: Claim, behind: int, noun: re.Match[str]) -> bool:
    """Whether a verb that ends there takes a noun itself, and not what the noun only tells more of."""
    text, stem = claim.span.text, noun[0].lower()[:_STEM]
    between = _SOME_OF.sub(" ", text[behind : noun.start()])
    at = claim.span.start
    objects = [a for a in claim.arguments if a.role == "patient" and a.span.start - at >= behind]
    heads = {w.lower()[:_STEM] for a in objects for w in (a.head, *a.head.split("-"))}
    return not _LINKING.search(between) and (not heads or stem in heads or bool(_SOME_OF.search(text[behind : noun.start()])))


def _fit(claim: Claim, kind: str, form: str) -> str | None:
    """The kind of a verb where it fits what it is done to and with."""
    if kind in ("release", "kidnapping", "arrest") and not _of_people(claim):
        return None
    return _armed(kind, form, claim.span.text)


def _mild(text: str) -> bool:
    """Whether nothing was fired but tear gas and the like."""
    return bool(said.MILD.search(text)) and not said.weapons("shooting").search(said.MILD.sub("", text))


def _thrown(text: str) -> str | None:
    return next((k for k in ("burning", "attack") if said.weapons(k).search(text)), None)


def _armed(kind: str, lemma: str, text: str) -> str | None:
    """The kind by what it was done with: a rocket is fired, and no shot."""
    if kind == "shooting" and lemma.startswith("fir") and said.weapons("attack").search(text):
        return "attack"
    if kind in ("attack", "shooting") and said.weapons("burning").search(text):
        return "burning"
    return kind


def _is(found: re.Match[str]) -> bool:
    """Whether a noun is for a deed where it stands: nobody sets the fire that guns open."""
    if found[0].lower() not in ("fire", "fires"):
        return True
    return not said.NO_FIRE.search(found.string[: found.start()]) and not said.NO_FIRE_AFTER.match(found.string[found.end() :])


def _of_people(claim: Claim) -> bool:
    """Whether a deed is done to people."""
    whom = {w.strip(".,") for a in claim.arguments if a.role == "patient" for w in a.span.text.lower().split()}
    return bool(targets(claim) & said.people() or whom & {*_POINTING, "people", "men", "women", "children"})


def targets(claim: Claim) -> frozenset[str]:
    """What it was done to, by words that tell one deed from another: things of the list, else what the verb takes."""
    taken = {said.target(a.head) for a in claim.arguments if a.role == "patient" and _tells(a.head, a.span.text)}
    return listed(claim.span.text) | taken


@lru_cache(maxsize=20_000)
def listed(text: str) -> frozenset[str]:
    """The things of the list in some words, but for those that only say where it was."""
    return frozenset(said.target(m[0]) for m in said.targets().finditer(text) if not _AWAY.search(text[: m.start()]))


@lru_cache(maxsize=20_000)
def _tells(head: str, words: str) -> bool:
    """Whether what a verb takes tells one deed from another: not "34 people", nor what it is done with."""
    plain = head.lower()
    idle = plain in load("acts")["general"] or plain in _POINTING or plain in _IDLE or not plain.isalpha() or sides.tool(words)
    if idle or plain in said.uncounted() or said.general().search(words):
        return False
    return not any(p.search(words) for k in said.kinds() for p in (said.nouns(k), said.weapons(k)))


def other(claim: Claim) -> str:
    """What makes of the deed another one than the first: "second", "later"."""
    text = claim.span.text
    held = (m for kind in said.kinds() for m in said.nouns(kind).finditer(text))
    found = next((o for m in held if (o := said.OTHER.search(text[: m.start()]))), None)
    if said.HABIT.search(text):
        return "since"
    return found[1].lower() if found else "later" if said.LATER.search(text) else ""
