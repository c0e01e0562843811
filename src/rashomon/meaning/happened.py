"""A claim and a time in it in, what it says to have happened then out: a kind of deed, by the words for it.

The word for it nearest before the time ("the ferry capsized at ten to seven"), or right behind a time that a claim begins with
("On Friday the convoy left").
"""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.model import Claim, Timex
from rashomon.text.patterns import either

_FAR = 110  # code points from what happened to its time
_LEAD, _CLOSE = 25, 30  # the same before a time that a claim begins with, and behind "that"
BREAK = re.compile(r"[;:]|\b(?i:when|while|until|before|after|as|but)\b|(?i:\band)\s+(?![A-Z])")
"""What ends a clause: what stands behind it happened at another time."""

_CUT = re.compile(r"[;:]|\b(?i:when|while|until|before|after|as|but)\b")
_AND = re.compile(r"\band\s+(?![A-Z])(.*)", re.I | re.S)
_ARMS = re.compile(r"\b(?:missile|rocket|shell|bomb|mortar|munition|grenade|gun)s?\b", re.I)
"""What falls where it is fired, and is no accident; "the guns fell silent"."""
_THE = re.compile(r"\b(?:the|this|a)\s+$", re.I)

_HEDGED = re.compile(r"\b(?:shortly|just|soon|minutes|moments)?\s*(?:before|after)\s+$", re.I)
_MARKET = re.compile(r"%|[$€£]|\b(?:percent|per cent|shares?|stocks?|prices?|index|points)\b", re.I)
_WHO = re.compile(r"\b(?:that|which|who)\s+(?:had\s+|has\s+|was\s+|were\s+)?$", re.I)
_ANOTHER = re.compile(
    r"\b(?:second|third|fourth|another|later|next|further|previous|earlier|last|final|each|aftershock\w*)\b", re.I
)
_VERB = re.compile(r"\b(?:\w+ed|is|are|was|were|has|have|had|rose|went|came|fell|left|said|told|took|began|got|gave|grew|made)\b")
_ELSE = re.compile(r"\b(?:after|before|while|until|since|of|from)\b")
_ELSE_LOOSELY = re.compile(r"^\W*(?:of|from)\b|\b(?:after|before|while|until|since)\b")
_CLOCK = re.compile(r"\b(?:clock|timestamp|time stamp|time code|timecode|metadata)\b[^.;]{0,30}$", re.I)
_NOUN_FAR = 6  # words from a noun for what happened to its time, no verb among them


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words for what happens: `names` the kind of each, `nouns` those that are nouns, `happened` verbs that say only that what is
    named before them happened; `things` what counts only before one of these; `pattern` finds any of them, `named` a noun behind
    a time; `apart`: words that part a time at the head of a claim from what happened.
    """

    names: Mapping[str, str]
    nouns: Set[str]
    happened: Set[str]
    things: Set[str]
    pattern: re.Pattern[str]
    named: re.Pattern[str]
    apart: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened: its kind, its word and where in the claim this stands; `bare`: a noun that no verb says to have happened."""

    kind: str
    word: str
    start: int
    bare: bool


@cache
def by_the_hour() -> Words:
    """What happens at a time of the day, by the kinds of `data/hours.toml`."""
    told = load("hours")
    names = {word: name for name, of in told["happening"].items() for word in of["words"]}
    accidents = dict.fromkeys(told["accident"]["words"], "accident")
    return words({**accidents, **names}, told["nouns"]["words"], told["happened"]["words"], _ELSE)


@cache
def by_the_day() -> Words:
    """What happens on a day, by the kinds of `data/deeds.toml`, which take words of the same kinds of hour."""
    told, hours = load("deeds"), load("hours")
    of = {**{"accident": {"words": hours["accident"]["words"]}}, **told["deed"]}
    names = {w: name for name, deed in of.items() for w in (*deed.get("words", ()), *deed.get("nouns", ()))}
    kinds = {hour: name for name, deed in of.items() for hour in deed.get("hours", (name,))}
    shared = {w: kinds[name] for name, kind in hours["happening"].items() if name in kinds for w in kind["words"]}
    nouns = {w for deed in of.values() for w in deed.get("nouns", ())} | {*hours["nouns"]["words"]}
    taken = {w: name for w, name in {**shared, **names}.items() if w not in told["not"]["words"]}
    return words(taken, nouns, {*hours["happened"]["words"], *told["happened"]["words"]}, _ELSE_LOOSELY)


def words(names: Mapping[str, str], nouns: Set[str] | list[str], happened: Set[str] | list[str], apart: re.Pattern[str]) -> Words:
    """The words, with the patterns that find them."""
    things = frozenset(load("hours")["things"]["words"])
    pattern = re.compile(rf"(?<![\w-])(?:{either({*names, *happened})})(?![\w-])", re.I)
    called = either({n for n in nouns if n in names} or {"-"})
    named = re.compile(rf"(?P<of>['’]s?)?(?:\s+[\w-]+){{0,2}}?\s+(?P<noun>{called})s?(?![\w-])", re.I)
    return Words(
        names=names,
        nouns=frozenset(nouns),
        happened=frozenset(happened),
        things=things,
        pattern=pattern,
        named=named,
        apart=apart,
    )


def what(claim: Claim, time: Timex, of: Words) -> Happened | None:
    """What happened at a time; None where the words do not say it."""
    text, at = claim.span.text, time.span.start - claim.span.start
    if _MARKET.search(text):
        return None  # shares that fell
    end = time.span.end - claim.span.start
    found = _named(text, at, end, of) or _before(text, at, of)
    if found is None and at <= _LEAD:
        found = _behind(text, end, of)
    return None if found and found.kind == "fall" and _ARMS.search(text[: found.start]) else found


def filmed(text: str, start: int, claim: Claim, time: Timex, of: Words) -> tuple[Happened, int] | None:
    """What a clock beside a time is set to, with where in the text its word stands: what the words before the claim, in one
    sentence with it, show ("a video shows the cabin falling; its clock reads 4:09").
    """
    if not _CLOCK.search(claim.span.text[: time.span.start - claim.span.start]):
        return None
    first = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "? ", "! ")) + 1
    shown = [m for m in of.pattern.finditer(text, max(first, start - _FAR), start) if m[0].casefold() in of.names]
    if not shown:
        return None
    word = shown[-1][0].casefold()
    return Happened(of.names[word], word, 0, False), shown[-1].start()


def another(claim: Claim, found: Happened) -> bool:
    """Whether it is said not to be the first of several."""
    return bool(_ANOTHER.search(claim.span.text[max(0, found.start - _LEAD) : found.start]))


def _named(text: str, start: int, end: int, of: Words) -> Happened | None:
    """The noun for what happened that a time goes with: "the May 3 air strikes", "Wednesday's crane collapse"."""
    found = of.named.match(text, end)
    if found is None or not (found["of"] or _THE.search(text[:start])):
        return None
    word = found["noun"].casefold()
    return Happened(of.names[word], word, found.start("noun"), False)


def _breaks(between: str) -> bool:
    """Whether another clause begins in some words: one of nouns joined by "and" does not."""
    joined = _AND.search(between)
    return bool(_CUT.search(between) or (joined and _VERB.search(joined[1])))


def _before(text: str, at: int, of: Words) -> Happened | None:
    """The last word for something that happened before a place."""
    verb, happened = None, False
    for match in reversed([*of.pattern.finditer(text, max(0, at - _FAR), at)]):
        word, between = match[0].casefold(), _HEDGED.sub("", text[match.end() : at])
        if _breaks(between) or (_WHO.search(text[max(0, match.start() - _LEAD) : match.start()]) and at - match.end() > _CLOSE):
            break
        if word in of.things and not happened:
            continue
        if word not in of.happened:
            bare = not happened and word in of.nouns
            far = bare and (len(between.split()) > _NOUN_FAR or _VERB.search(between))
            return None if far else Happened(of.names[word], word, match.start(), bare)
        happened = True
        verb = verb or (Happened(of.names[word], word, match.start(), False) if word in of.names else None)
    return verb


def _behind(text: str, end: int, of: Words) -> Happened | None:
    """The first word for something that happened behind a time that a claim begins with."""
    rest = re.match(r"[^;:.]{0,110}", text[end:])
    far = end + (len(rest[0]) if rest else 0)
    found = of.pattern.search(text, end, far)
    while found and found[0].casefold() not in of.names:
        found = of.pattern.search(text, found.end(), far)
    if not found or of.apart.search(text[end : found.start()]):
        return None
    word = found[0].casefold()
    return Happened(of.names[word], word, found.start(), word in of.nouns)
