"""A claim in, the questions put of any event that it answers with yes or no out (`data/standing.toml`): of people, crowds, all.

Who "survived" answers whoever says that he was killed, and "unarmed" whoever saw knives: in words that share nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rashomon.data import load
from rashomon.meaning.families import ruled, spoken, spoken_of, to_one
from rashomon.model import Claim
from rashomon.text.patterns import group

PERSON, ANYBODY, GROUP, EVENT, REPORT = "person", "anybody", "group", "event", "report"
"""Whom a question is about."""

_MACRO = re.compile(r"BE|BY|NOT|KIND|HARM|HELD|HURT|SAFE|RIDE|ARMS|PERMIT|RALLY|PROBE|OUT|REPORT|FALSE")
_ASIDE = r"@(?: \(\d+\)| \(\w+\))?(?:, [^,;]{1,90},|,)?"
_KIND = r"(?P<kind>(?:(?!of\b|that\b|and\b)[\w-]+ ){0,2}?)"
_BREAK = re.compile(r"[,;:“”\"(–—]|\b(?:that|and|but|when|after|while|as|because|where|then|if)\b")
_BEFORE = re.compile(
    r"\b(?:of|for|with|by|to|from|against|near|at|in|on|under|after|about|into|than|like|who|whom|which|whose|not)\b", re.I
)
_NEGATING = re.compile(r"\b(?:not|never|no|nobody|none|neither|nor|without|cannot)\b|n['’]t\b", re.I)
_OPEN = re.compile(r"^(?:if|unless|whether|had)\b|\b(?:if|unless|whether)\b.{0,40}$", re.I)
_MODAL = re.compile(
    r"\b(?:would|could|should|might|may|must|will|can|to|feared|believed|presumed|thought|reported|declared) $", re.I
)
_REMOTE = re.compile(r"\b(?:almost|nearly|narrowly|feared)\b", re.I)
_SHARE = re.compile(r"\b(?:of|in|among) (?:the|those|these|them) $", re.I)  # "some of the marchers"
_TOPIC = 60  # code points behind "warned of" that say of what
_PART = 3  # words before a group that make of it a part
_STEM = 4  # letters by which a lemma is found in the words of its claim
_NUMBER = re.compile(r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|one)\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer: to which question (`state`), of whom (the id of an entity, a group, "" for none), whether it is so.

    `part`, `whole`: whether only of some of them, or of all; `named`: whether only by the way ("unarmed marchers were shot");
    `mild`: whether only less than what is asked. `topic`: what it was of or for; `whom`: who was told, by families of words;
    `later`: whether it says that it came about later.
    """

    state: str
    who: str
    so: bool
    part: bool = False
    whole: bool = False
    named: bool = False
    mild: bool = False
    topic: frozenset[str] = field(default_factory=frozenset)
    whom: frozenset[str] = field(default_factory=frozenset)
    later: bool = False


def state(name: str) -> Mapping[str, Any]:
    """What is known of a question: how it is asked, what its answers are called."""
    told: Mapping[str, Any] = load("standing")["state"][name]
    return told


def of_name(claim: Claim, who: str, kind: str, text: str, headed: bool) -> Iterator[Standing]:
    """What a claim says of one who is named. `text`: its words with "@" for the name; `kind`: that of the entity `who`."""
    if left_open(claim):
        return
    for name in _states(*((PERSON, ANYBODY) if kind == "person" else (ANYBODY,))):
        if found := _answer(name, claim, text, headed):
            so, words = found
            later = any(re.search(p, text, re.I) for p in state(name).get("later", ()))
            mild = bool(re.search(rf"\b{group(state(name).get('milder', ()))}\b", words, re.I))
            yield Standing(name, who, so != claim.reversed, mild=mild, later=later)


def of_groups(claim: Claim, before: Claim | None) -> Iterator[Standing]:
    """What a claim says of a crowd by its sort; of "they", where the claim before it tells who they are."""
    if left_open(claim):
        return
    text = _plain(claim.span.text)
    for name in _states(GROUP):
        for sort, pattern in _groups(name).items():
            put = pattern.sub("@", text)
            if "@" not in put and before is not None and text[:5].lower() in ("they ", "they'"):
                put = f"@{text[4:]}" if _only(name, sort, before) else put
            if "@" in put and (found := _answer(name, claim, put, False)) and _at_hand(sort, claim, put):
                so, words = found
                at = max(put.find(words), 0)
                named = any(re.fullmatch(compiled(p), words, re.I) for p in state(name).get("modifier", ()))
                part = _told_of(put, put.find("@", at), state(name)["free"])
                whole = _told_of(put, put.find("@", at), state(name)["whole"])
                if not (named and (part or _NUMBER.search(put[:at]))):
                    yield Standing(name, sort, so != claim.reversed, part, whole, named)


def of_event(claim: Claim) -> Iterator[Standing]:
    """What a claim says of a warning, a permission, an inquiry."""
    if left_open(claim) or to_one(claim):
        return
    text = _plain(claim.span.text)
    for name in _states(EVENT):
        for so, pattern in _patterns(name, False):
            if (found := pattern.search(text)) and not _barred(text[: found.start()], claim, so):
                topic = _topic(claim, name, found, text)
                yield Standing(name, "", so != claim.reversed, topic=topic, whom=_recipients(claim))
                break


def of_report(claim: Claim) -> Iterator[Standing]:
    """What a claim says of a report or a recording: that it is genuine, or made up. Whose it is tells it from others."""
    if left_open(claim):
        return
    text = _plain(claim.span.text)
    for so, pattern in _patterns(REPORT, False):
        if (found := pattern.search(text)) and not _barred(text[: found.start()], claim, so):
            words = found["noun"].lower()
            kind = next(name for name, nouns in state(REPORT)["nouns"].items() if words in nouns or words.rstrip("s") in nouns)
            whose = _owner(f"{found['owner']} {found['by'] or ''}")
            if whose or kind not in state(REPORT)["owned"]:
                yield Standing(REPORT, " ".join((*whose, kind)), so != (claim.reversed and " as " not in found[0]))
            return


def _owner(words: str) -> list[str]:
    """Whose a report is: by a name, or as a body's own ("the ministry's account")."""
    found = re.findall(r"[\w-]+(?=['’]s\b)|(?-i:\b[A-Z])[\w.-]+", words)
    return sorted({w for w in found if w.lower() not in ("the", "a", "an", "this", "that", "its", "their", "it")})


def comparable(one: Standing, other: Standing) -> bool:
    """Whether two answers to a question are of one thing: of one warning, told to the same."""
    if one.whom and other.whom and not one.whom & other.whom:
        return False
    alone = {*load("standing")["recipients"]["apart"]}
    if any(ours.whom and ours.whom <= alone and not theirs.whom for ours, theirs in ((one, other), (other, one))):
        return False  # that the mayor was told is no warning to the town
    known = {*state(one.state).get("hazards", ())}
    for ours, theirs in ((one, other), (other, one)):
        if ours.topic and not theirs.topic and not ours.topic <= known:
            return False
    return not (one.topic and other.topic) or bool(one.topic & other.topic)


def ahead(one: Standing) -> bool:
    """Whether an answer may be of what was long before the event: a warning or a permission is."""
    return str(state(one.state)["kind"]) == EVENT


def left_open(claim: Claim) -> bool:
    """Whether a claim leaves open what it speaks of."""
    open_ = claim.declines or claim.modality in ("possible", "future") or ruled(claim)
    return open_ or bool(_OPEN.search(claim.span.text)) or bool(_REMOTE.search(claim.span.text))


@cache
def _states(*kinds: str) -> tuple[str, ...]:
    return tuple(name for name, row in load("standing")["state"].items() if row["kind"] in kinds)


def _answer(name: str, claim: Claim, text: str, headed: bool) -> tuple[bool, str] | None:
    """Whether a claim answers a question with yes or no, and by which words; "no" is looked for first."""
    for so, pattern in _patterns(name, headed):
        for found in pattern.finditer(text):
            at = found.start() + found[0].find("@")
            if _barred(text[: found.start()], claim, so) or (
                re.match(r"['’]s?\b|-", text[at + 1 :]) and not re.match(r"@['’]s", found[0])
            ):
                continue
            if found[0].startswith("@") and not _subject(claim, text[:at]):
                continue
            return so, found[0].strip()
    return None


@cache
def _patterns(name: str, headed: bool) -> tuple[tuple[bool, re.Pattern[str]], ...]:
    row = state(name)
    yes = [*row["is"], *(row.get("headline", ()) if headed else ())]
    made = [(so, p) for so, patterns in ((False, row["not"]), (True, yes)) for p in patterns]
    return tuple((so, re.compile(compiled(p), re.I)) for so, p in made)


@cache
def compiled(pattern: str) -> str:
    """A pattern of the table as one of expressions."""
    words = load("standing")["words"]
    made = {name: f"(?:{'|'.join(forms)})" for name, forms in words.items()}
    made |= {"BY": f"(?:{made['BY']} ){{0,2}}", "KIND": _KIND}
    made["NOT"] = f"(?:{made['NOT']})"
    shown = _MACRO.sub(lambda m: made[m[0]], pattern)
    shown = shown.replace("@ ", f"{_ASIDE} ") if pattern.startswith("@ ") else shown
    return (
        (r"(?<![\w-])" if shown[:1].isalpha() else "")
        + shown
        + (r"(?![\w-])" if shown[-1:].isalpha() or shown[-1] == ")" else "")
    )


def _barred(before: str, claim: Claim, so: bool) -> bool:
    """Whether words before an answer make it none: "not", "would have been"."""
    clause = _BREAK.split(before)[-1]
    unknown = re.search(rf"\b{group(load('standing')['unknown']['words'])}\s+$", before, re.I)
    return bool(_MODAL.search(before) or unknown) or (so and bool(_NEGATING.search(clause)))


def _subject(claim: Claim, before: str) -> bool:
    """Whether a name that words lead up to is what they are about: "Captain @", but not "the son of @", "who killed @"."""
    lead = _SHARE.sub(" ", _BREAK.split(before)[-1])
    verb = (claim.predicate or "#")[:_STEM].lower()
    return not _BEFORE.search(lead) and not any(w.lower().startswith(verb) for w in lead.split())


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("@", " ")


@cache
def _groups(name: str) -> Mapping[str, re.Pattern[str]]:
    groups = state(name).get("groups") or load("standing")["group"]
    return {sort: re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.I) for sort, words in groups.items()}


def _only(name: str, sort: str, before: Claim) -> bool:
    """Whether of all groups a claim speaks of this one alone."""
    return [sort for sort, pattern in _groups(name).items() if pattern.search(before.span.text)] == [sort]


def _at_hand(sort: str, claim: Claim, text: str) -> bool:
    """Whether a claim tells of the occasion that is asked about: fighters are armed wherever they fight."""
    going = load("standing")["going"]
    if sort not in going["groups"]:
        return True
    said = spoken_of(claim)
    moved = said & {*going["families"]} or claim.predicate in going["verbs"] or re.search(group(going["unarming"]), text, re.I)
    return bool(moved) and not said & {*going["against"]}


def _told_of(text: str, at: int, words: Sequence[str]) -> bool:
    """Whether any of these stands right before a group."""
    return bool({w.lower() for w in text[:at].split()[-_PART:]} & {*words})


def _topic(claim: Claim, name: str, found: re.Match[str], text: str) -> frozenset[str]:
    """Of or for what a warning, a permission or an inquiry was, by its families and words."""
    of = state(name).get("topic")
    after = re.match(rf"(?:\s[\w’'-]+){{0,6}}?\s*{of}", text[found.end() :]) if of else None
    words = found.groupdict().get("kind") or ""
    words += text[found.end() + after.end() :][:_TOPIC] if after else ""
    plain = {w.lower() for w in re.findall(r"[\w-]+", words)} - {*load("standing")["general"]["words"]}
    stems = {w[:_STEM] for w in plain if len(w) >= _STEM}
    return frozenset(spoken(claim, w) or w for w in claim.words if w[:_STEM].lower() in stems) - {name}


def _recipients(claim: Claim) -> frozenset[str]:
    return spoken_of(claim) & {*load("standing")["recipients"]["families"]}
