"""A claim in, its own words as a question out: "the army had not fired on the convoy" as "Had the army fired on the convoy?".

Only where the claim opens with its subject and goes on with the verb; none where its words would make no question.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from rashomon.data import load
from rashomon.meaning.parties import peoples
from rashomon.model import Claim, Hop

_PAUSE = re.compile(
    r",(?!\d)|:(?!\d)|[;–—()“”\"]|\s(?:and|or|but|when|while|as|because|which|who|that|whose|where|if|saying)\s|(?<!\b[a-z])\.(?:\s|$)"
)
_BY_THE_WAY = re.compile(r"^,\s[^,;:]{1,80},\s")  # "the driver, who is in custody, reported"
_AT = re.compile(r"\s(?=(?:in|on|at|by|with|under|from|to|for|near|during|over|into|aboard|about|before|after|since|until)\s)")
_ADVERB = re.compile(r"\w+ly|also|then|later|once|now|already|reportedly|not|never", re.IGNORECASE)
_APART = re.compile(r"[,;:–—()“”\"]")
_PLURAL = frozenset({"are", "were", "have", "do"})
_SINGULAR = frozenset({"is", "was", "has", "does"})
_LONGEST = 11  # words after the verb, beyond which a question ends before a preposition


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim as its subject, its first auxiliary or "", its verb as it stands there with its lemma or "", and the rest."""

    subject: str
    auxiliary: str
    verb: str
    lemma: str
    rest: str


def whether(claim: Claim, named: bool) -> str | None:
    """Whether it is so: "Did the buses leave before sunrise?". `named`: whether it opens with a name."""
    told = _told(claim)
    if told is None:
        return None
    own = claim.span.text.startswith(told.subject) and not named
    subject = _within(told.subject) if own else told.subject
    front = told.auxiliary or _done(told)
    return _asked(f"{front.capitalize()} {subject} {told.lemma} {told.rest}")


def who(claim: Claim) -> str | None:
    """Who it was: "Who has left the town?"."""
    told = _told(claim)
    if told is None or told.subject == "there":
        return None
    rules = load("questions")
    auxiliary = rules["singular"].get(told.auxiliary, told.auxiliary)
    now = told.verb and told.verb == told.lemma and told.verb.strip() not in rules["same"]["words"]  # "they win": who wins
    return _asked(f"Who {auxiliary} {_third(told.verb) if now else told.verb} {told.rest}")


def _third(verb: str) -> str:
    """A verb as one person does it."""
    return f"{verb[:-1]}ies" if verb[-2:-1] not in (*"aeiou", "") and verb.endswith("y") else f"{verb}s"


def _asked(words: str) -> str:
    plain = " ".join(words.split())
    return (f"{plain}." if plain.endswith((" p.m", " a.m")) else plain) + "?"


def _within(subject: str) -> str:
    """A subject as it stands within a sentence: what begins with a name keeps its capital."""
    first, *others = subject.split()
    titled = bool(others) and others[0][:1].isupper() and first.lower() not in ("the", "a", "an")
    return subject if first[1:2].isupper() or titled or first in peoples() else subject[:1].lower() + subject[1:]


def _told(claim: Claim) -> _Told | None:
    opening = _opening(claim)
    if opening is None or _tells(claim):
        return None
    subject, end = opening
    words = _BY_THE_WAY.sub("", " ".join(claim.span.text[end:].split()))
    stop = _PAUSE.search(words + " ")
    after = (words[: stop.start()] if stop else words).rstrip(" .").split()
    told = _read(claim, subject, after) if after else None
    if told is None or not _closed(told.rest, stop[0].strip() if stop else ""):
        return None
    return replace(told, rest=_owned(told))


def _tells(claim: Claim) -> bool:
    """Whether a claim's verb tells what somebody said: of "reported faults" the question is whether he did."""
    telling = load("questions")["telling"]
    thing = next((a for a in claim.arguments if a.role == "patient"), None)
    alone = thing is not None and claim.span.text[: thing.span.start - claim.span.start].split()[-1:] != ["that"]
    return claim.predicate in telling["words"] and not (alone and claim.predicate in telling["of"])


def _opening(claim: Claim) -> tuple[str, int] | None:
    """Who or what a claim opens with and says something of, by its name, and where in the claim it ends."""
    text = claim.span.text
    if text[:6].lower() == "there ":
        return "there", 5
    subject = next((a for a in claim.arguments if a.span.start == claim.span.start and a.role != "time"), None)
    if subject is None:
        return None
    end = subject.span.end
    for other in claim.arguments:  # "a woman and two children"
        if other.role == subject.role and text[end - claim.span.start : other.span.start - claim.span.start] in (" and ", ", "):
            end = other.span.end
    end -= claim.span.start
    name = _plain(" ".join(text[:end].split()), claim)
    return (name, end) if name else None


def _plain(subject: str, claim: Claim) -> str | None:
    """A subject that says by itself who or what is meant: "no fighters" as "any fighters", "I" by name; "they" is none."""
    words = [w.lower().strip("“\"'‘’") for w in subject.replace(" and their ", " and ").split()]
    pointing = load("questions")["pointing"]
    if len(words) == 1 and claim.attribution and claim.chain and claim.chain[0].kind in pointing["speaker"].get(words[0], ()):
        return _called(claim.chain[0]) if words[0] != "it" or _acts(claim) else None
    if words[0] == "no" and len(words) > 1:
        return None if words[1] in ("one", "more", "less", "fewer") else "any" + subject[2:]
    if words[0] == "any" and len(words) > 1 and not {*words[1:]} & {*pointing["words"]}:  # "any ransom had been paid"
        return subject
    if words[0] in pointing["shares"] and words[1:3] == ["of", "the"] and len(words) > 3:  # "most of the lorries"
        words = words[2:]
    return None if words[0] in pointing["words"] or {*words} & {*pointing["inside"]} or _APART.search(subject) else subject


def _acts(claim: Claim) -> bool:
    """Whether "it" does something, and so may be the body that speaks: what "was overloaded", or "a rocket", may be anything."""
    after = [w for w in claim.span.text.lower().split()[1:5] if w not in ("not", "never", "had", "has", "have")]
    state = after[1:2] and (after[1].endswith("ing") or after[1] in load("polarity")["denial"]["states"])
    return claim.arguments[0].role == "agent" and bool((after[:1] and after[0] not in ("was", "is", "been")) or state)


def _called(speaker: Hop) -> str:
    """A speaker's name as the page has it, with its article."""
    written = speaker.span.text if speaker.span is not None else ""
    name = written if written.islower() and len(written) > 3 else speaker.name
    name = name.removeprefix("the ")
    return f"the {name}" if name[:1].islower() or written[:4].lower() == "the " else name


def _closed(rest: str, cut: str) -> bool:
    """Whether what is left of a claim makes a whole: no "between two", no "kill those", and nobody who is only pointed at."""
    words = rest.lower().split()
    open_ = load("questions")["open"]["words"]
    if words[-1] in open_ or (cut == "that" and len(words) < 3) or (cut == "and" and "between" in words):
        return False
    return not {*words} & {*load("questions")["pointing"]["others"]}


def _owned(told: _Told) -> str:
    """The rest without a possessive that cannot be the subject's: "any armed men on its buses" were on the buses."""
    plural = told.auxiliary in _PLURAL or (
        told.auxiliary not in _SINGULAR and (" and " in told.subject or told.subject.endswith("s"))
    )
    other = "its" if plural else "their"
    return re.sub(rf"\b{other}\b", "the", told.rest)


def _read(claim: Claim, subject: str, after: list[str]) -> _Told | None:
    """The words after the subject as an auxiliary or a verb, and the rest; none for what does not go on with a verb."""
    rules = load("questions")
    full = claim.predicate in ("have", "do") and after[0] in _forms(claim.predicate)  # "did all kinds of things"
    if after[0] in rules["auxiliaries"] and not (full and after[1:2] not in (["not"], ["never"])):
        rest = [w for w in after[1:] if w.lower() not in ("not", "never")]
        auxiliary = rules["third"].get(after[0], after[0]) if subject[:1].isupper() and claim.span.text[:2] == "I " else after[0]
        whole = len(rest) > 1 or (rest and after[0] in rules["forms"] and subject != "there")
        return _Told(subject, auxiliary, "", "", _short(_any(" ".join(rest)))) if whole else None
    lead = after[0] if _ADVERB.fullmatch(after[0]) and len(after) > 1 else ""
    verb, *rest = after[1:] if lead else after
    if not rest or lead.lower() in ("not", "never") or verb not in _forms(claim.predicate or ""):
        return _past_participle(claim, subject, after)
    if rest[0] == "by" or (
        rest[0] == "to" and claim.predicate in rules["objects"]["words"]
    ):  # "drivers hired to", "shells fired by"
        return None
    return _Told(subject, "", f"{lead} {verb}", f"{lead} {claim.predicate}", _short(_any(" ".join(rest))))


def _past_participle(claim: Claim, subject: str, after: list[str]) -> _Told | None:
    """The same past a participle that says which one it was: "a shell [fired from the hill] hit the market"."""
    forms = _forms(claim.predicate or "") - ({claim.predicate} - {*load("questions")["same"]["words"]})
    at = next((i for i, w in enumerate(after[:_LONGEST]) if w in forms), 0)
    if at < 2 or not after[0].endswith(("ed", "en", "ing")) or after[0] in _forms(claim.predicate or ""):
        return None
    return _read(claim, f"{subject} {' '.join(after[:at])}", after[at:])


def _any(rest: str) -> str:
    return (
        f"any {rest.removeprefix('no ')}"
        if rest.startswith("no ") and rest.split()[1:2] not in (["more"], ["less"], ["fewer"])
        else rest
    )


def _short(rest: str) -> str:
    """The words after a verb, up to the last preposition that leaves them short enough."""
    words = rest.split()
    if len(words) <= _LONGEST:
        return rest
    ends = [m.start() for m in _AT.finditer(rest) if len(rest[: m.start()].split()) <= _LONGEST]
    whole = [end for end in ends if not rest[:end].endswith(("ing", "ed"))]  # "…, resulting [in …]"
    return rest[: whole[-1]] if whole else " ".join(words[:_LONGEST]) + " …"


def _done(told: _Told) -> str:
    """The form of "do" that goes with a verb as it stands: did, does or do."""
    verb, lemma = told.verb.split()[-1], told.lemma.split()[-1]
    if verb == lemma:
        past = lemma in load("questions")["same"]["words"] or not told.subject.endswith("s")
        return "did" if past else "do"
    return "does" if verb.endswith("s") and not verb.endswith("ss") else "did"


@cache
def _forms(lemma: str) -> frozenset[str]:
    """The finite forms of a verb, as far as rules and the list of irregular ones tell."""
    if not lemma.isalpha():
        return frozenset()
    past = {form for form, base in load("questions")["irregular"].items() if base == lemma}
    if lemma.endswith("e"):
        past.add(f"{lemma}d")
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        past.add(f"{lemma[:-1]}ied")
    else:
        past |= {f"{lemma}ed", f"{lemma}{lemma[-1]}ed"}
    present = f"{lemma[:-1]}ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else ""
    return frozenset({lemma, f"{lemma}s", f"{lemma}es", present, *past}) - {""}
