"""Claims that speak of the same things in, the question that they answer out; none where they answer no question together.

The best is what one of them says, put as a question, where half of them speak to it; else what they speak of, by the nouns that
they use for it.
"""

import calendar
import re
from collections import Counter
from collections.abc import Sequence, Set

from rashomon.data import load
from rashomon.meaning.families import asked, family, spoken, tells
from rashomon.meaning.included import FIGURE
from rashomon.meaning.judging import judge
from rashomon.model import Claim
from rashomon.settle import asking
from rashomon.settle.records import Records

SPEAK = 0.5
"""Share of the claims that speak to a question, from which on it is the question of all."""

_TOUCHED = 0.34  # share of a question's words, its verb left out, that a claim has which speaks to it
NEAR = 0.35
"""Likeness of its claims below which what is said of two things is no question: of such points hardly any held claims that spoke
to one (five accounts of an evacuation and six invented events, read by one reader)."""

_FEW = 4  # claims, beyond which what is said of a thing is no question
_ABOUT = "What is said of"
_WORD = re.compile(r"[^\W\d_]+")
_DAYS = frozenset(name.casefold() for name in (*calendar.day_name, *calendar.month_name) if name)
_FIGURE = re.compile(rf"\d|\b(?!one\b)(?:{FIGURE})\b", re.IGNORECASE)  # how many there were has a question of its own
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def question(
    keys: Sequence[str], terms: Sequence[str], near: float, given: Records, taken: Set[str]
) -> tuple[str, list[str]] | None:
    """The question, plain and built from the claims' own words where they allow it, and those of the claims that speak to it;
    none of those `taken` by others. `near` is the mean likeness of claims of two accounts.
    """
    claims = [given.claims[key] for key in keys]
    plain = [c for c in claims if c.id not in given.headed]  # headlines have a grammar of their own
    asked_ = [(claim, words) for claim in plain if (words := whether_at_all(claim, given))]
    made = [(words, told) for claim, words in asked_ if (told := _answering(claim, words, claims))]
    ranked = sorted(made, key=lambda a: (-len(a[1]), len(a[0]), a[1][0]))
    sharp = [(words, told) for words, told in ranked if len(told) >= max(2, SPEAK * len(claims))]
    named = [noun for term in terms if (noun := _noun(term, claims))]
    told_of = [name for term in terms if asked(name := family(term) or "")]
    families_ = [(str(asked(name)), [c.id for c in claims if tells(c, name)]) for name in told_of]
    topic = [(about(named), [c.id for c in claims])] if near >= NEAR and len(named) > 1 and len(claims) <= _FEW else []
    loose = [*topic, *families_]
    return next(((words, told) for words, told in (*sharp, *loose) if words not in taken), None)


def whether(claim: Claim, given: Records) -> str | None:
    """Whether it is so, in the words of one who says it is; none in words that take a side."""
    mentions = (given.mentions[m] for m in claim.mentions if m in given.mentions)
    words = asking.whether(claim, any(m.span.start == claim.span.start and m.form != "descriptor" for m in mentions))
    return words if words and not judge(words) else None


def whether_at_all(claim: Claim, given: Records) -> str | None:
    """The same of a claim that says something of the matter, and not how many there were."""
    words = whether(claim, given) if _states(claim) else None
    return words if words and not _FIGURE.search(words) else None


def about(nouns: Sequence[str]) -> str:
    """What is said of these things."""
    once = {noun.casefold(): noun for noun in reversed(nouns)}
    distinct = [once[n] for n in dict.fromkeys(map(str.casefold, nouns)) if not any(n != other and n in other for other in once)]
    return f"{_ABOUT} {' and '.join(filter(None, [', '.join(distinct[:-1]), distinct[-1]]))}?"


def _states(claim: Claim) -> bool:
    """Whether a claim's words say something of the matter, be it rejected or left open."""
    return not claim.declines or claim.withheld


def _answering(claim: Claim, words: str, claims: Sequence[Claim]) -> list[str]:
    """The claims that speak to a question made of one of them: by its verb, and a third of what else it says."""
    said = {w.casefold()[:4] for w in _WORD.findall(words)}
    said |= {a.head[:4] for a in claim.arguments if " ".join(a.span.text.split()[-1:]) in words.split()}  # "women", a woman
    verb = _term(claim, claim.predicate or "")
    rest = {_term(claim, w) for w in claim.words if w.casefold()[:4] in said} - {verb}
    about = {_term(claim, a.head) for a in claim.arguments[:1]}
    return [
        other.id
        for other in claims
        if _speaks(
            {_term(other, w) for w in (*other.words, other.predicate or "")} | (about if _points(other) else set()), verb, rest
        )
    ]


def _points(claim: Claim) -> bool:
    """Whether a claim only points at whom or what it is about: "it was overloaded"."""
    return any(a.head in ("it", "they") for a in claim.arguments[:1])


def _speaks(terms: Set[str], verb: str, rest: Set[str]) -> bool:
    return verb in terms and len(rest & terms) >= min(len(rest), max(1, _TOUCHED * len(rest)))


def _term(claim: Claim, word: str) -> str:
    """What a word of a claim speaks of, and the word itself where its family is of different people."""
    name = spoken(claim, word)
    return word if name is None or name in load("families")["people"]["apart"] else name


def _noun(term: str, claims: Sequence[Claim]) -> str | None:
    """A term as a noun with its article, as most claims use it; a name as it is. None for what half of them have as no noun."""
    words = term.split()
    if words[-1].casefold() in _DAYS:
        return None
    named = any(w[:1].isupper() for w in words) and not judge(term)
    if named and words[0].lower() != "the" and any(f"the {term}" in c.span.text for c in claims):
        return f"the {term}"
    if named and not any(term.casefold() in _plainly(c) for c in claims):
        lower = [w for w in words if w.islower() and w not in ("of", "the", "and", "for", "in", "de", "al", "el")]
        return None if lower[:-1] else f"the {term}" if lower and words[0].lower() != "the" else term
    term = _singular(words[-1].casefold())  # of "the secret agreement" what all may call it
    meant = family(term) or term
    used: Counter[str] = Counter()
    held = 0
    for claim in claims:
        forms = [form for a in claim.arguments if _term(claim, a.head) == meant and (form := _form(a.head, a.span.text))]
        held += bool(forms)
        used.update(forms)
    if 2 * held < len(claims):
        return None
    shown = min((w for w in used if not judge(w) and _a_thing(w)), key=lambda w: (-used[w], w), default="")
    return None if not shown else shown if shown[:1].isupper() else f"the {shown}"


def _a_thing(word: str) -> bool:
    """Whether a word may be a noun, whatever the tagger took it for: not "currently", "later", "the largest"."""
    words = load("questions")["nothing"]
    adverb = word.endswith("ly") and word not in words["ly"]
    superlative = len(word) > 6 and word.endswith(tuple(words["endings"])) and family(word) is None
    return not (adverb or superlative or word.lower() in words["words"])


def _singular(word: str) -> str:
    return word.removesuffix("s") if family(word.removesuffix("s")) else word


def vague(asked: str) -> bool:
    """Whether a question only names what is spoken of."""
    return asked.startswith(_ABOUT)


def _plainly(claim: Claim) -> set[str]:
    """The words that a claim writes without a capital."""
    return {w for w in _WORD.findall(claim.span.text) if w.islower()}


def _form(head: str, phrase: str) -> str | None:
    """A head noun as it stands in its phrase."""
    words = [w for w in _WORD.findall(phrase) if w.casefold()[:3] == head[:3] and len(w) > 2]
    return next((w if w.isupper() else w.lower() for w in words), None)
