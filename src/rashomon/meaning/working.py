"""A claim in, which device it says worked, in part or not at all out: "the alarm sounded", "nothing wrong with the brakes".

Devices, and what is said of them, are data (`data/working.toml`): who says "dry" and who says "came on at once" answer one
question in words that share nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.meaning.families import spoken_of
from rashomon.model import Claim
from rashomon.text.patterns import either

WORKED, PARTLY, FAILED, OPEN = "worked", "partly", "failed", "open"
"""How a device is said to have done; open where the claim leaves it so ("may have failed")."""

_FAR = 110  # code points between a device and what is said of it
_TURNED = 45  # code points before what is said in which a word may turn it round
_BREAK = re.compile(r"[.;:!?–—]|,\s+(?:and|but|which|who|when|while|as|because)\b|\bbut\b")
_OTHER_TIME = re.compile(r"\bbefore (?:the|this|that)\b|\bin (?:19|20)\d\d\b", re.IGNORECASE)
_AT_IT = r"\s+(?:as\b|(?:at|for|with|on) (?:the|its|an?|it|their|his|her)\b)"  # "who worked on the engine"
_OWNERS = frozenset({"buses", "lorries", "vessels", "aircraft", "railways", "ferries"})


@dataclass(frozen=True, slots=True)
class State:
    """How a device did, by which words (code points within the claim), and whose it is, by families of words."""

    device: str
    did: str
    words: str
    owners: frozenset[str]


def state(claim: Claim, before: Sequence[str] = ()) -> State | None:
    """What a claim says of the first device of which it says how it did; `before`: the devices that its account has named, the
    last one first, which "the system" may be, or of which it may say what was missing: "no water came".
    """
    text = claim.span.text
    if claim.modality == "future" or claim.declines or _OTHER_TIME.search(text):
        return None
    return _named(claim, text) or (_pointed(claim, text, before) if before else None)


def named(claim: Claim) -> str | None:
    """The device that a claim names first."""
    found = _devices().search(claim.span.text)
    return _names()[found[1].lower()] if found else None


def whole(device: str) -> str:
    """The device that another is a part of, else itself."""
    of: str = load("working")["device"][device].get("part", device)
    return of


def _pointed(claim: Claim, text: str, before: Sequence[str]) -> State | None:
    """How a device did that is only pointed at, or by what it should have brought."""
    for device in before:
        missing = load("working")["device"][device].get("missing", ())
        if missing and (found := re.search(rf"\b(?:{'|'.join(missing)})\b", text, re.IGNORECASE)):
            return State(device, WORKED if claim.reversed else FAILED, found[0], frozenset())
    for word in _general().finditer(text):
        if near := [found for found in _said().finditer(text) if _of_it(text, word, found)]:
            said = min(near, key=lambda found: (_distance(word, found), found.start()))
            return State(before[0], _did(claim, text, word, said), said[0], frozenset())
    return None


def _named(claim: Claim, text: str) -> State | None:
    for device in _devices().finditer(text):
        near = [found for found in _said().finditer(text) if _of_it(text, device, found)]
        if near:
            said = min(near, key=lambda found: (_distance(device, found), found.start()))
            did = _did(claim, text, device, said)
            return State(_names()[device[1].lower()], did, said[0], frozenset(spoken_of(claim) & _OWNERS))
    return None


def asked(device: str) -> str:
    """Whether a device worked, as a question."""
    words: str = load("working")["device"][device]["ask"]
    return words


@cache
def _general() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:the|its|their|this|that) ({either(load('working')['general']['words'])})s?(?![\w-])", re.I)


@cache
def _names() -> dict[str, str]:
    """For each word for a device which device it is."""
    return {word: name for name, told in load("working")["device"].items() for word in told["words"]}


@cache
def _devices() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({either(_names())})s?(?![\w-])", re.IGNORECASE)


@cache
def _said() -> re.Pattern[str]:
    told = load("working")["said"]
    return re.compile(
        rf"(?<![\w-])(?:(?P<worked>{either(told['worked'])})(?!{_AT_IT})|(?P<failed>{either(told['failed'])}))(?![\w-])", re.I
    )


@cache
def _before(name: str) -> re.Pattern[str]:
    contracted = r"|n['’]t\b" if name == "no" else ""
    return re.compile(rf"(?<!\w)(?:{either(load('working')['turned'][name])})(?!\w){contracted}", re.IGNORECASE)


def _distance(device: re.Match[str], said: re.Match[str]) -> int:
    return max(said.start() - device.end(), device.start() - said.end())


def _of_it(text: str, device: re.Match[str], said: re.Match[str]) -> bool:
    """Whether what is said stands near a device, in one clause with it."""
    first, last = sorted((device.span(), said.span()))
    return 0 <= last[0] - first[1] <= _FAR and not _BREAK.search(text, first[1], last[0])


def _did(claim: Claim, text: str, device: re.Match[str], said: re.Match[str]) -> str:
    """How the device did: what is said of it, turned round by a "not" before it or by whoever denies the whole."""
    start = min(device.start(), said.start())
    around = text[max(0, start - _TURNED) : said.end()]
    if claim.modality == "possible" or _before("possible").search(around):
        return OPEN
    if _before("partly").search(text[start : said.end() + _TURNED]) or _before("partly").search(around):
        return PARTLY
    turned = len(_before("no").findall(around.replace(said[0], ""))) + (claim.polarity == "denied" and not claim.negated)
    return FAILED if (said["failed"] is not None) != bool(turned % 2) else WORKED
