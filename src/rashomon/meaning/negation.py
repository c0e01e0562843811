"""Two claims in, whether the one says that what the other tells was not so, out.

Only where the one negates no more than the other says: "the train was not going fast" against "the train was going too fast", not
against "the train was going to the coast".
"""

import re
from functools import cache

from rashomon.data import load
from rashomon.meaning import bearingout
from rashomon.meaning.families import before_it, family, partly, ruled, spoken, terms
from rashomon.model import Claim
from rashomon.text.patterns import either

_NOT = re.compile(r"\b(?:not|never|no longer)\b|n['’]t\b", re.IGNORECASE)
_NONE = re.compile(r"^(?:there (?:was|were|is|are|had been|have been) )?no (?!longer|more|one\b)", re.IGNORECASE)
_WITHOUT = re.compile(r"\bwithout (?:any |an? )?(?:[\w-]+ )?([\w-]+)", re.IGNORECASE)
_WHOLLY = re.compile(r"\b(?:at all|in any way|in the least)\b")
_TIMED = re.compile(
    r"\b(?:since|until|till|before)\b|\b(?:for|in|within|over) [\w\s-]{0,30}?(?:hours|days|weeks|months|years|decades)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_STEM = 4  # letters by which a lemma is found in the words of its claim


def denies(negative: Claim, other: Claim) -> bool:
    """Whether `negative` says that what `other` tells was not so."""
    if _open(negative) or _open(other) or other.negated or other.polarity == "denied":
        return False
    if ruled(negative) or partly(negative) or for_a_time(negative):
        return False
    if negative.negated:
        return _none_there(negative, other) if none_of(negative) else _not_so(negative, other)
    return _done_without(negative, other)


def none_of(negative: Claim) -> bool:
    """Whether it says that there was none of something, or nobody of some sort."""
    return bool(_NONE.match(negative.span.text))


def bears(denial: Claim, other: Claim) -> bool:
    """Whether a denial is of the deed that another claim tells of, be it by a noun. Where a family holds doings and things, as
    treating and hospitals, its own word is asked for; of being and having nothing tells.
    """
    if bearingout.asked(denial) or bearingout.asked(other) or not bearingout.borne_out(denial, other):
        return False
    verb = denial.predicate or ""
    name = spoken(denial, verb)
    if verb in (*other.words, other.predicate) or verb in load("acts")["light"] or _is_called(verb):
        return True
    return name is not None and name not in load("families")["mixed"]["names"] and name in terms(other)


def _is_called(verb: str) -> bool:
    """Whether it is what others' words are called: "false", "a lie"."""
    return verb in load("polarity")["rebuttal"]["called"]


def for_a_time(negative: Claim) -> bool:
    """Whether it was not so for a time only: who "had not won since 1908" may have won now."""
    return bool(_TIMED.search(negative.span.text)) or before_it(negative)


def tells(other: Claim, denial: Claim) -> bool:
    """Whether a claim tells what another denies: where "allegations of theft" are denied, that there was a theft."""
    found = _alleged().search(denial.span.text)
    if found is None:
        return True
    told = {_kin(other.predicate or ""), *(_kin(a.head) for a in other.arguments if a.role == "agent")}
    said = {_kin(w) for w in (*denial.words, *_WORD.findall(found[1])) if w[:_STEM].lower() in found[1].lower()}
    return bool(told & said) and not _alleged().search(other.span.text)


def _kin(word: str) -> str:
    return family(word) or word.lower()


@cache
def _alleged() -> re.Pattern[str]:
    """Words for what is alleged, with what it is."""
    return re.compile(rf"\b(?:{either(load('polarity')['rebuttal']['nouns'])})s? of ([^,;.]+)", re.IGNORECASE)


def _open(claim: Claim) -> bool:
    return claim.declines or bearingout.asked(claim) or claim.modality in ("possible", "future")


def _not_so(negative: Claim, other: Claim) -> bool:
    """One subject, and all that stands after the "not" is said by the other."""
    found = _NOT.search(negative.span.text)
    ours, theirs = _subject(negative), _subject(other)
    if found is None or not ours or ours != theirs or ours in _words("pointing") or namesakes(negative, other):
        return False
    after = _WORD.findall(_WHOLLY.sub(" ", negative.span.text[found.end() :].lower()))
    denied = {w for w in (*negative.words, negative.predicate or "") if w and any(t.startswith(w[:_STEM].lower()) for t in after)}
    return bool(denied) and {spoken(negative, w) or w.lower() for w in denied} <= terms(other)


def _none_there(negative: Claim, other: Claim) -> bool:
    """ "There were no armed men on the bus" against whoever saw, found or had some there, and "there was no shelling of the
    school" against whoever tells that it was shelled: two things in common at least.
    """
    none = _NONE.match(negative.span.text)
    first = _WORD.search(negative.span.text, none.end()) if none else None
    deed = spoken(negative, first[0].lower()) if first else None
    done = deed is not None and spoken(other, other.predicate or "") == deed
    there = done or other.span.text[:6].lower() == "there " or (other.predicate or "") in _words("having")
    denied = {spoken(negative, w) or w.lower() for w in negative.words if w not in _words("anybody")}
    denied -= {family(w) or w for w in _words("having")}
    return there and len(denied) > 1 and denied <= terms(other)


def _done_without(negative: Claim, other: Claim) -> bool:
    """ "Reached without any mediation" against "mediated by the envoy", of one thing."""
    found = _WITHOUT.search(negative.span.text)
    deed = family(found[1].lower()) if found else None
    if deed is None or spoken(other, other.predicate or "") != deed:
        return False
    return bool(({name for w in negative.words if (name := spoken(negative, w))} - {deed}) & terms(other))


def _subject(claim: Claim) -> str:
    """The head of who does what the verb says, or whom it befalls."""
    by_role = {a.role: a.head for a in reversed(claim.arguments)}
    return by_role.get("agent") or by_role.get("patient") or ""


def namesakes(left: Claim, right: Claim) -> bool:
    """Whether two claims are about two people of one last name: "Clara Voss", "Mayor Pieter Voss"."""
    ours, theirs = _called(left), _called(right)
    return bool(ours and theirs) and not ours & theirs


def _called(claim: Claim) -> frozenset[str]:
    """What stands before the last name of whom a claim is about, without a title."""
    head = _subject(claim).lower()
    words = next((a.span.text.split() for a in claim.arguments if a.head.lower() == head), [])
    at = next((n for n, w in enumerate(words) if w.lower().startswith(head)), 0)
    named = at > 0 and words[at][:1].isupper()
    return (
        frozenset(w for w in words[:at] if w[:1].isupper() and w.strip(".") not in _titles() and w != "The")
        if named
        else frozenset()
    )


@cache
def _titles() -> frozenset[str]:
    return frozenset(w for title in load("titles")["titles"] for w in title.split())


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("polarity")["negation"][key])
