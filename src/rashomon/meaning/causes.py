"""A claim and what happened in, what kind of cause it names for it, or rules out, or that it is not known, out.

Kinds of cause, and the words by which they are told of, are data (`data/causes.toml`): "a gust brought it down" and "the cable
had snapped" answer one question in words that share nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.meaning.families import before_it
from rashomon.model import Claim

OPEN = "open"
"""The kind of cause of who says that it is not known."""

SO, MAYBE, MINOR, OUT = "so", "maybe", "minor", "out"
"""How sure of a kind of cause somebody is: that it was, may have been, was not that alone or first of all, was not that."""

_FAR = 60  # code points before a cause in which a word may rule it out
_LONG = 600  # code points of a claim that are read
_IF = re.compile(r"\b(?:if|unless|would|could have been|should|in case|danger|risk|fear|feared)\b|\?\s*$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|since) (?:19|20)\d\d\b|\byears? (?:ago|before|earlier)\b", re.IGNORECASE)
_MAYBE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|probabl[ey]|suspected|appears?|seems?|whether|looking|looked like|as if)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cause:
    """A kind of cause, by which words, and how sure: `stance`; `sole`: that it was that and nothing else."""

    kind: str
    words: str
    stance: str = SO
    sole: bool = False


def happening(openings: Iterable[Sequence[str]]) -> list[str]:
    """What the accounts are about of which the cause may be asked, what most open with first; `openings` are the words with
    which each opens.
    """
    told = [{name for name in _happening_names() if _opens(name, texts)} for texts in openings]
    counts = {name: sum(name in names for names in told) for name in _happening_names()}
    found = [name for name, count in counts.items() if count > 1 and 2 * count >= len(told)]
    return sorted(found, key=lambda name: (-counts[name], name))


def _opens(name: str, texts: Sequence[str]) -> bool:
    unless = load("causes")["happening"][name].get("unless", "(?!)")
    return any(_happened(name).search(t) for t in texts) and not any(re.search(unless, t, re.IGNORECASE) for t in texts)


def question(name: str) -> str:
    """How its cause is asked for."""
    return f"What caused the {load('causes')['happening'][name]['noun']}?"


def family(name: str) -> str:
    """The family of words (`data/families.toml`) that tells of a happening."""
    words: str = load("causes")["happening"][name].get("family", name)
    return words


def said(kind: str, stance: str) -> str:
    """A kind of cause as an answer."""
    if kind == OPEN:
        return "not known, or being looked into"
    words: str = load("causes")["kind"][kind]["said"]
    return f"{load('causes')['stance'][stance]} {words}".strip()


def causes(claim: Claim, name: str, main: bool) -> list[Cause]:
    """What a claim says of the cause of a happening; `main`: whether this is what the accounts are about most, so that a claim
    that does not name it speaks of it.
    """
    text = " ".join(claim.span.text[:_LONG].split())
    if claim.modality == "future" or before_it(claim) or _YEAR.search(text) or _IF.search(text):
        return []
    kinds = () if claim.declines else load("causes")["kind"]
    found = [c for kind in kinds if (c := _named(claim, text, kind, name, main))]
    if not found and _opened(text, name, main):
        return [Cause(OPEN, text)]
    return found


def _opened(text: str, name: str, main: bool) -> bool:
    """Whether a claim says that the cause is not known, or sought."""
    found = _told("open", name, "").search(text)
    return found is not None and (main or bool(_happened(name).search(text)))


def _named(claim: Claim, text: str, kind: str, name: str, main: bool) -> Cause | None:
    """What a claim says of one kind of cause."""
    if not _factor(kind).search(text):
        return None
    for way in ("links", "amid", "it", "inquired", "alone", "state"):
        if way == "amid" and kind != "weather":
            continue
        found = _told(way, name, kind).search(text)
        if found and (main or (way in ("links", "amid") and _happened(name).search(text))):
            return _read(claim, text, kind, found, way)
    return None


def _read(claim: Claim, text: str, kind: str, found: re.Match[str], way: str) -> Cause | None:
    """The cause as a claim has it: outright, perhaps, or not."""
    around = text[max(0, found.start() - _FAR) : found.end()]
    if _any_of("mainly").search(around):
        return Cause(kind, found[0], MINOR)
    kept = bool(_any_of("kept").search(around))
    out = not kept and bool(_any_of("out").search(around)) != claim.reversed
    maybe = kept or claim.modality == "possible" or bool(_MAYBE.search(around)) or way in ("inquired", "state")
    if way in ("alone", "state") and out:
        return None
    sole = bool(_any_of("sole").search(text)) and not (maybe or out)
    return Cause(kind, found[0], OUT if out else MAYBE if maybe else SO, sole)


@cache
def _happening_names() -> tuple[str, ...]:
    return tuple(load("causes")["happening"])


@cache
def _happened(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(load('causes')['happening'][name]['words'])})(?![\w-])", re.IGNORECASE)


@cache
def _factor(kind: str) -> re.Pattern[str]:
    told = load("causes")["kind"][kind]
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join((*told['words'], *told.get('alone', ()), *told.get('state', ())))})(?![\w-])", re.IGNORECASE
    )


@cache
def _told(way: str, name: str, kind: str) -> re.Pattern[str]:
    """What finds a way of telling of a kind of cause."""
    tells = load("causes")["tells"]
    of = load("causes")["kind"].get(kind, {})
    factor = rf"(?<![\w-])(?:{'|'.join(of.get('words', ('(?!)',)))})(?![\w-])"
    happening_ = rf"(?<![\w-])(?:{'|'.join(load('causes')['happening'][name]['words'])})(?![\w-])"
    ways = of.get(way, ["(?!)"]) if way in ("alone", "state") else tells[way]
    shown = (w.replace("FACTOR", factor).replace("HAPPENING", happening_) for w in ways)
    return re.compile("|".join(rf"(?:{w})" if w.startswith("^") else rf"(?<![\w-])(?:{w})" for w in shown), re.IGNORECASE)


@cache
def _any_of(name: str) -> re.Pattern[str]:
    words = load("causes")["tells"][name]
    bounded = (rf"(?:{w})" if w.startswith("^") else rf"(?:(?<!\w)|(?=n['’]t))(?:{w})(?!\w)" for w in words)
    return re.compile("|".join(bounded), re.IGNORECASE)
