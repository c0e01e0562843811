"""A word in, what it speaks of out: words by which news speaks of one thing make a family (`data/families.toml`)."""

import re
from functools import cache

from rashomon import data
from rashomon.meaning import bearingout, dealwords
from rashomon.model import Claim

_WORD = re.compile(r"[^\W\d_]+")
_RULE = re.compile(r"\b(?:was|were|is|are)\s+(?:not\s+)?to\s+[a-z]+|\b(?:must|may|should)\b|\bshall\b", re.IGNORECASE)
_AT_ALL = re.compile(r"\bat all\b", re.IGNORECASE)  # the whole of it, and no part
_NO = re.compile(r"\b(?:no(?! one\b)|never any|not any)\b", re.IGNORECASE)
_NO_KIND = re.compile(r"(?:this|that|it|these|those|they) (?:is|was|are|were) no ", re.IGNORECASE)  # what it was not
_TO_ONE = re.compile(
    r"\breach(?:ed)? (?:me|him|her|(?:my|his|her) (?:desk|office))\b", re.IGNORECASE
)  # whom alone it did not reach
_AT_ONE = re.compile(r"^(?:to |having )?[a-z]+ (?:it|him|her|them|me|us)$", re.IGNORECASE)
_OWNED = re.compile(r"(?:he|she|i) (?:had|has|have) (?:no|never any|not any)\b", re.IGNORECASE)
_UNSEEN = re.compile(r"\b(?:saw|seen|see|heard|hear|noticed) (?:no|not a|nothing|neither)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:before|previously|earlier|until (?:then|now|that)|so far|in (?:its|their|our|the) (?:history|past)|since \d{4}|ever)\b"
    r"(?!\s+(?:the|a|an|it|they|he|she|this|that|any|dawn|noon|midday|midnight|sunrise|sunset|daybreak|nightfall|dusk|\d)\b)",
    re.IGNORECASE,
)
_NONE_OF = re.compile(r"\b(?:no|any)\s+([a-z-]+)(?:\s+([a-z-]+))?", re.IGNORECASE)
_STEM = 4  # letters by which a lemma is found in the words of its claim
_WITH = re.compile(r"\b(?:agreement|deal|talks|negotiations|contact|contacts|truce|pact) with ((?:[\w-]+\s?){1,4})$")
_REPORTS = re.compile(
    r"(?:^|\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?) )(?:the |all |any |these |those )?(?:[a-z]+ )?"
    r"(?:reports?|rumou?rs?|claims?|allegations?) of (?!the\b|an?\b)([a-z-]+)(?: (?:is|are|was|were|as)\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_AT_IT = re.compile(  # "at the gate", of which it is not said that there was none
    r"\b(?:at|in|on|near|from|behind|inside|outside|into|with|over|under|through|across|against|to)\s+"
    r"(?:the|an?|its|his|her|their|our|this|that|these|those)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_TALK = re.compile(r"\b(?:tales?|claims?|allegations?|accusations?|rumou?rs?|stories|talk|myths?) (?:of|about)\b", re.IGNORECASE)
_THERE = re.compile(r"\b(?:within|inside|outside|above|below|behind|underneath|elsewhere|nearby)\s*[.,;:]?$", re.IGNORECASE)
_LIGHT = frozenset(
    {"be", "do", "make", "have", "take", "exist", "happen", "occur", "there", "such", "any", "place", "reach", "sign"}
)


def family(lemma: str) -> str | None:
    """The family a lemma belongs to, if any."""
    return data.by_word("families", "family").get(lemma)


def spoken(claim: Claim, word: str) -> str | None:
    """The family that one of a claim's words belongs to where it stands, if any."""
    return next((s.family for s in claim.senses if s.word == word), family(word))


def terms(claim: Claim) -> frozenset[str]:
    """What a claim speaks of: its words and its verb, each by its family where it has one."""
    return frozenset(spoken(claim, w) or w for w in (*claim.words, claim.predicate or "") if w)


def asked(name: str) -> str | None:
    """What accounts answer that speak of a family together: "Who left, and how?"."""
    found: str | None = data.load("families")["question"].get(name)
    return found


def families(claim: Claim) -> frozenset[str]:
    """The families that a claim's verb and its arguments belong to."""
    found = (spoken(claim, word) for word in (claim.predicate or "", *(a.head for a in claim.arguments)))
    return frozenset(name for name in found if name)


def spoken_of(claim: Claim) -> frozenset[str]:
    """The families that any of a claim's words belong to."""
    found = (spoken(claim, word) for word in (claim.predicate or "", *claim.words))
    return frozenset(name for name in found if name)


def deeds(claim: Claim) -> frozenset[str]:
    """The families of what happened that a claim's verb and its arguments belong to."""
    return families(claim) - {*data.load("families")["people"]["names"]}


def tells(claim: Claim, name: str) -> bool:
    """Whether a claim tells of a family, and does not only mention it: by its verb, or by what this takes; of a manner
    ("secretly"), by any word; of an agreement, by what this was to bring: who made it is another question.
    """
    if name == "agreement":
        return any(spoken(claim, w) == name for w in claim.words) and dealwords.settles(claim.span.text)
    if name in data.load("families")["manner"]["names"]:
        return any(spoken(claim, w) == name for w in claim.words)
    return name in families(claim)


def bare(claim: Claim) -> str | None:
    """The family of the thing of which a claim says no more than that there was none: "there was no explosion". That there was
    nobody of some sort is no such thing, nor that there had been none before, that somebody did not do it to one ("beating him"),
    or that he had none himself ("he had no mandate").
    """
    text = claim.span.text
    if bearingout.asked(claim) or bearingout.another(claim) or before_it(claim) or _NO_KIND.match(text) or _THERE.search(text):
        return None
    if to_one(claim) or _to_somebody(claim):
        return None
    if alleged := _REPORTS.search(claim.span.text):
        word = next((w for w in claim.words if alleged[1].lower().startswith(w[:_STEM])), "")
        return spoken(claim, word) if claim.polarity == "denied" and not claim.negated else None
    with_whom = _WITH.findall(claim.span.text)  # "no agreement with terrorists" is no agreement
    others = {w.lower()[:4] for words in with_whom for w in _WORD.findall(words)}
    said = {spoken(claim, w) for w in claim.words if w not in _LIGHT and w[:4] not in others}
    none = _NO.search(claim.span.text) if claim.negated else claim.polarity == "denied"  # "it was not a rocket" is no such thing
    name = next(iter(said)) if len(said) == 1 and none else None
    return None if name in data.load("families")["people"]["names"] or _only_place(claim, name) else name


def _only_place(claim: Claim, name: str | None) -> bool:
    """Whether the words of a family say no more than where it was, or of what: "nothing took place at the gate"."""
    text = claim.span.text
    named = [w for w in claim.words if spoken(claim, w) == name]
    found = [m for w in named for m in re.finditer(rf"\b{re.escape(w[:_STEM])}", text, re.IGNORECASE)]
    return bool(found) and all(_AT_IT.search(text[: m.start()]) for m in found)


def _to_somebody(claim: Claim) -> bool:
    """Whether a claim denies what somebody did to one who is named by a pronoun, or what he himself had."""
    return bool((_AT_ONE.search(claim.span.text) and not claim.negated) or _OWNED.match(claim.span.text))


def rejects(denial: Claim, other: Claim) -> bool:
    """Whether a claim says of all that another one speaks of that there was none: "there was no explosion" against whoever
    says what the explosion tore down. A denial of more than the bare thing rejects one of its circumstances only.
    """
    name = bare(denial)
    if name is None or _open(other) or _TALK.search(other.span.text):
        return False
    if name not in data.load("families")["mixed"]["names"]:
        return name in families(other)
    return thing(denial) in other.words


def thing(denial: Claim) -> str | None:
    """The word of a bare denial for what there was none of: that behind "no", else the last of its family."""
    after = {w.lower()[:_STEM] for both in _NONE_OF.findall(denial.span.text) for w in both if w}
    named = [w for w in denial.words if spoken(denial, w) == bare(denial)]
    return next((w for w in named if w[:_STEM] in after), named[-1] if named else None)


def partly(denial: Claim) -> bool:
    """Whether a denial is of a manner or a degree: who did not "actively" take part may have been there."""
    return denial.negated and any(w.lower() in _partial() for w in _WORD.findall(_AT_ALL.sub(" ", denial.span.text)))


def before_it(claim: Claim) -> bool:
    """Whether a claim says of the time before only that it was not so: "there had been no accident here before"."""
    return bool(_EARLIER.search(claim.span.text))


def to_one(claim: Claim) -> bool:
    """Whether a claim says only whom alone something did not reach: "no warning had reached her"."""
    return bool(_TO_ONE.search(claim.span.text))


def ruled(claim: Claim) -> bool:
    """Whether a claim says what was to be, and not what was."""
    return bool(_RULE.search(claim.span.text))


def _open(claim: Claim) -> bool:
    none = claim.negated or claim.span.text[:4].lower() == "not " or _UNSEEN.search(claim.span.text)  # "not one shot"
    return (
        bool(none)
        or bearingout.asked(claim)
        or claim.declines
        or claim.polarity == "denied"
        or claim.modality in ("possible", "future")
    )


@cache
def _partial() -> frozenset[str]:
    return frozenset(data.load("families")["partial"]["words"])
