"""Claims in text order in, points on what some of them only reject out: "The company denies it", "the allegation is a lie".

Such words say nothing of the matter, so that no likeness would find it: what they reject stands before them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from rashomon.data import load
from rashomon.meaning.families import spoken, terms
from rashomon.meaning.negation import denies, none_of
from rashomon.meaning.pointing import STOP, of_another, relative, told_of
from rashomon.model import Claim, Lineage, Link, Point, Value
from rashomon.settle import assembled, questions, topics
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare

_BACK = 4  # claims before it among which the rejected one is looked for
_ON = 3  # claims after it that may say what is rejected
_FAR = 400  # code points
_SAME = 0.5  # likeness from which on two claims that share a few things say the same
_AKIN = 0.3  # the same for two claims of one verb
_FEW = 3  # things that two claims share who say the same by other verbs
_NO_SUCH = re.compile(r"\b(?:no|never any|not any|any) such ([a-z-]+)", re.IGNORECASE)
_ARRIVED = re.compile(  # whether it came to somebody, not whether there was one
    r"\bno such [a-z-]+ (?:had |has |have |was |were |been |ever )*(?:reach|arriv|c[ao]me|receiv|land|seen|deliver|hand)",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:a|an) (?:possible|suspected|presumed) ((?:[a-z-]+ ){0,1}[a-z-]+)(?=$|[,.;]| (?:on|in|at|as|by|of|for)\b)"
)
_AHEAD = ("warning", "threat")  # who was warned of a possible bomb does not say that there was one
_BRIEF = 10  # words of a thing that can be asked for
_NOT = re.compile(r"\bnot (?:(?:in|at|on|by|from|to|of|the|a|an|any)\s)*([\w-]+)", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
_OWNING = re.compile(r"[\w-]+(?=['’]s?\s)|(?<!^)\b[A-Z]{2,}\b")
_STEM = 4  # letters by which a lemma is found in the words of its claim


@dataclass(frozen=True, slots=True)
class Rejected:
    """What is rejected, by one claim after which it is asked, and the claims that only reject it."""

    told: str
    denied: tuple[str, ...]


def rejected(given: Records, answered: Set[str]) -> list[Rejected]:
    """What claims only reject, in text order; those in `answered` reject something else."""
    found: dict[str, list[str]] = defaultdict(list)
    for no, yes in _answers(given):
        if no not in answered:
            found[yes].append(no)
    return [Rejected(yes, tuple(nos)) for yes, nos in found.items()]


def rejecting(given: Records) -> set[str]:
    """The claims that only reject what stands before them."""
    return {key for key, claim in given.claims.items() if _rejected(claim)}


def points(
    found: Sequence[Rejected],
    given: Records,
    links: Iterable[Link],
    copies: Copies,
    compare: Compare,
    lineage: Lineage,
) -> Iterator[Point]:
    """A point for each thing that is rejected: whether it is so, with whoever else says that it is, or was not."""
    near = _near({one.told for one in found}, links)
    taken: set[str] = set()
    for one in found:
        alike = [key for key in (one.told, *_saying(one.told, near, given)) if key not in taken]
        told = _copied(alike, copies)
        if one.told in told:
            denied = [no for other in found if other.told in told for no in other.denied]
            taken.update(told)
            yield _point(told, _copied(denied, copies), given, compare, lineage)


def _copied(keys: Sequence[str], copies: Copies) -> list[str]:
    return [*dict.fromkeys(copy for key in keys for copy in (key, *copies.get(key, ())))]


def _point(told: Sequence[str], denied: Sequence[str], given: Records, compare: Compare, lineage: Lineage) -> Point:
    """Whether it is so: what is said to be so, and what is said not to be so, for somebody may reject that it was not."""
    first = given.claims[told[0]]
    sides = {key: not _negative(given.claims[key], first) for key in told} | dict.fromkeys(denied, first.negated)
    positive = [given.claims[key] for key, so in sides.items() if so and key in told] or [first]
    asked = _any_such([*positive, *(given.claims[key] for key in denied)])
    asked = asked or next(filter(None, (topics.whether(c, given) for c in positive)), None) or questions.yes_no(first)
    values = [Value(id="v1", text="yes"), Value(id="v2", text="no")]
    answers = [
        [replace(assembled.answer(given, k), involved=so) for k, was in sides.items() if was == so] for so in (True, False)
    ]
    return assembled.point("yes-no", asked, f"rejected {min(told)}", values, answers, given, compare, lineage)


def _any_such(claims: Sequence[Claim]) -> str | None:
    """Whether there was the thing that one claim is about and another denies ("no such letter"), or that is only thought
    possible ("looking at a possible brake failure"): not whether somebody saw it, or looked for it.
    """
    denied = [found[1].lower() for c in claims if (found := _NO_SUCH.search(c.span.text))]
    told = [" ".join(a.span.text.split()) for c in claims if c.polarity != "denied" for a in c.arguments if a.head in denied]
    held = [c for c in claims if c.predicate and spoken(c, c.predicate) not in _AHEAD]
    thought = [_with_article(found[1]) for c in held if (found := _POSSIBLE.search(c.span.text))]
    named = [t for t in told if len(t.split()) <= _BRIEF and t.split()[0].lower() in ("a", "an")] + thought
    return f"Was there {named[0]}?" if named else None


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _negative(claim: Claim, first: Claim) -> bool:
    """Whether a claim says that it was not so what another tells: in all, or in what "not in the town" leaves out."""
    apart = {w.lower()[:_STEM] for w in _NOT.findall(claim.span.text)}
    return claim.negated or any(w[:_STEM].lower() in apart for w in first.words)


def _near(told: Set[str], links: Iterable[Link]) -> Mapping[str, list[tuple[str, float]]]:
    """For each of these claims what it is linked with, and how alike they are."""
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for link in links:
        for one, other in ((link.left, link.right), (link.right, link.left)):
            if one in told:
                found[one].append((other, link.score))
    return found


def _saying(told: str, near: Mapping[str, Sequence[tuple[str, float]]], given: Records) -> list[str]:
    """Whoever else says what is rejected: by the same verb, or sharing most of it."""
    return sorted(other for other, score in near.get(told, ()) if _says(given.claims[other], given.claims[told], score, given))


def _says(other: Claim, claim: Claim, score: float, given: Records) -> bool:
    if other.declines or other.polarity == "denied" or other.modality in ("possible", "future"):
        return False
    shared = terms(other) & terms(claim)
    verb = spoken(claim, claim.predicate or "") or claim.predicate
    if other.negated:
        return denies(other, claim) and (verb in shared or none_of(other))
    ours, theirs = _figures(claim, given), _figures(other, given)
    if not (ours <= theirs or theirs <= ours) or (verb in shared and len(shared) == 1):
        return False
    if verb in shared:
        heads = (other.predicate or "", *(a.head for a in other.arguments))  # "warning shots" warn of nothing that was told
        return score >= _AKIN and any((spoken(other, w) or w) == verb for w in heads)
    return len(shared) >= _FEW and score >= _SAME


def _figures(claim: Claim, given: Records) -> set[tuple[float | None, float | None]]:
    """The figures of a claim: whoever gives others says something else."""
    return {(q.low, q.high) for key in claim.quantities if (q := given.quantities.get(key)) and not q.derived}


def _answers(given: Records) -> Iterator[tuple[str, str]]:
    """For each claim that only rejects, the one it rejects, where there is one."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for key, claim in given.claims.items():
        by_document[given.document_of[key]].append(claim)
    pronouns = load("polarity")["rebuttal"]["pronouns"]
    for claims in by_document.values():
        for place, claim in enumerate(claims):
            before = [c for c in claims[max(0, place - _BACK) : place] if claim.span.start - c.span.end <= _FAR]
            what = _rejected(claim)
            found = _antecedent(claim, before, what, given) if what else _such(claim, before)
            text = given.documents[given.document_of[claim.id]].text
            if found and not (what in pronouns and of_another(text, found, claim, claims[place + 1 : place + 1 + _ON])):
                yield claim.id, found.id


def _rejected(claim: Claim) -> str | None:
    """By which word a claim points at what it rejects; none where it says more than that."""
    words = load("polarity")["rebuttal"]
    if claim.polarity != "denied" or claim.predicate in words["ignorance"]:
        return None
    heads = [a.head for a in claim.arguments if a.role in ("agent", "patient")]
    told = claim.chain and claim.chain[0].stance == "denies" and not claim.reversed
    called = {*claim.words, *(a.head for a in claim.arguments)} & {*words["called"]}
    near = heads[1:] if told else heads[:1]
    pointed = [h for h in near if h in words["pronouns"] or h in words["nouns"]]
    return pointed[0] if pointed and (told or called) and not _of_its_own(claim, pointed[0]) else None


def _of_its_own(claim: Claim, noun: str) -> bool:
    """Whether a claim says what it rejects: "her claims about the journey", "it is not true that"; and who made "no such claim"
    rejects none, nor does who "dismissed the report as old news".
    """
    called = "|".join(load("polarity")["rebuttal"]["called"])
    belittled = rf"\b{noun}s? as\b(?!.*\b(?:{called}))"
    own = rf"\bno such\b|\b(?:{noun}s?|{called}) (?:of|about|that)\b|{belittled}"
    return bool(re.search(own, claim.span.text, re.IGNORECASE))


def _such(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """What "no such calls" were: the last that somebody else says of calls."""
    found = _NO_SUCH.search(claim.span.text) if claim.polarity == "denied" and not claim.declines else None
    word = found and next((w for w in claim.words if found[1].lower().startswith(w[:_STEM])), None)
    if not word or _ARRIVED.search(claim.span.text):
        return None
    thing = spoken(claim, word) or word
    return next((c for c in reversed(_others(claim, before)) if thing in terms(c) and not c.negated), None)


def _antecedent(claim: Claim, before: Sequence[Claim], what: str, given: Records) -> Claim | None:
    """What "it" or "the allegation" is: what somebody else said last, the first thing of it, or the one thing that somebody else
    is said to allege; none where several might be meant.
    """
    near = _others(claim, before)
    if _speaker(claim).lower() in load("polarity")["rebuttal"]["unnamed"]:
        return None  # "it called the account a lie": nobody knows whose words these are
    if what in load("polarity")["rebuttal"]["pronouns"]:
        return _opening(near, given)
    if owner := _owner(claim, what):
        near = [c for c in near if owner & {w.lower() for hop in c.chain[:1] for w in _WORD.findall(hop.name)}]
    alleged = [c for c in near if c.attribution is not None]
    if len({c.attribution for c in alleged}) != 1 or alleged[0].negated:
        return None
    text = given.documents[given.document_of[claim.id]].text
    return None if told_of(text, what, alleged[0], claim) else alleged[0]


def _owner(claim: Claim, noun: str) -> set[str]:
    """Whose the rejected account is, by its words: "the ministry's version", "the UN report"."""
    found = re.search(rf"((?:[\w.’'-]+\s+){{1,4}}){noun}s?\b", claim.span.text, re.IGNORECASE)
    return {w.lower() for w in _OWNING.findall(found[1])} if found else set()


def _others(claim: Claim, before: Sequence[Claim]) -> list[Claim]:
    """What somebody else says before it, but for what is only said beside it: "which had a delegate there"."""
    said = (c for c in before if not relative(c))
    return [c for c in said if _speaker(c) != _speaker(claim) and not (c.declines or c.polarity == "denied")]


def _opening(near: Sequence[Claim], given: Records) -> Claim | None:
    """Of the last sentence what its speaker says first."""
    if not near:
        return None
    first = near[-1]
    text = given.documents[given.document_of[first.id]].text
    for claim in reversed(near[:-1]):
        if _speaker(claim) != _speaker(first) or STOP.search(text[claim.span.end : first.span.start]):
            break
        first = claim
    return first


def _speaker(claim: Claim) -> str:
    return (claim.chain[0].entity or claim.chain[0].name) if claim.chain else ""
