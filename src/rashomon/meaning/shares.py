"""A claim in, which sorts of people it says were among those whom something befell out, and how many of them.

"All of them locals" answers whether there were foreigners, and "14 fighters and no civilians" whether there were civilians:
the same question in words that share nothing but what is ruled out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.data import load
from rashomon.meaning import peoples
from rashomon.meaning.befallen import outcomes
from rashomon.meaning.counting import counted
from rashomon.meaning.families import family, partly, ruled, spoken_of
from rashomon.model import Claim, Quantity, Share
from rashomon.text.patterns import group

NONE, FEW, SOME, MANY, ALL = "none", "few", "some", "many", "all"
"""How many of those whom something befell are of a sort."""

_MANY = 100  # as many are no few, whatever words go with them: "only 250 fighters" may be hundreds
_NEAR = 60  # code points before a word among which it is said how many
_ADJECTIVES = r"(?:[^\W\d_][\w.’'-]*\s+){0,2}?"
_ABOUT = 0.3  # of the claims on an agreement, that name an outcome, from which it is one on that
_LINKING = frozenset({None, "be", "include", "comprise", "they", "who", "whom", "these", "those"})
_LITTLE = r"(?:(?:the|other|any|single|of|them|whom|were|are|was|been|had|have|also)\s+){0,4}"


@dataclass(frozen=True, slots=True)
class _Said:
    """A share with its words, where they stand (code points from the claim's start), and how many it is at least and at most."""

    share: str
    words: str
    at: int
    low: float | None = None
    high: float | None = None


def shares(claim: Claim, quantities: Sequence[Quantity], before: Sequence[Claim], agreed: str | None = None) -> Iterator[Share]:
    """What a claim says of each sort. `quantities` are the claim's; `before` are the claims before it, the nearest last: they say
    what "them" were part of where this one does not. `agreed`: the outcome that the agreement of which accounts tell was about.
    """
    for sort in _sorts():
        best = max(_said(sort, claim, quantities), key=lambda s: (s.share != SOME, -s.at), default=None)
        if best is None:
            continue
        settled = _covered(claim)
        if outcome := _outcome(claim, best.at, before) or (agreed if settled else None):
            share = Share(sort=sort, outcome=outcome, share=best.share, words=best.words, low=best.low, high=best.high)
            yield replace(share, ruled=settled or _ruled(claim), agreed=_of_agreement(claim))


def agreed(claims: Iterable[Claim]) -> str | None:
    """What the agreement of which these claims tell was about: the outcome that most of those name which speak of one."""
    asked = load("classes")["question"]
    told = [{n for _, n in outcomes(c.span.text) if n in asked} for c in claims if "agreement" in spoken_of(c)]
    counts = Counter(name for names in told for name in sorted(names))
    name, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return name if count > _ABOUT * len(told) else None


def question(sort: str, outcome: str) -> str:
    """Whether there were any of a sort among those whom it befell."""
    form: str = load("classes")["question"][outcome]
    return form.replace("{who}", load("populations")["plural"].get(sort, sort))


def named(share: str) -> str:
    """A share in words."""
    words: str = load("classes")["said"][share]
    return words


@cache
def _sorts() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each sort what names one of it, and what names those who are not of it."""
    table = load("classes")
    persons = "|".join(map(re.escape, table["persons"]["words"]))
    return {
        sort: (
            re.compile(rf"(?<![\w-])(?:{group(words['kind'])}\s+{_ADJECTIVES}(?:{persons})|{group(words['is'])})(?![\w-])", re.I),
            re.compile(rf"(?<![\w-]){group(words['not'])}(?![\w-])", re.I),
        )
        for sort, words in table["class"].items()
    }


@cache
def _before(*names: str) -> re.Pattern[str]:
    """What says how many, right before what it is said of."""
    words = [w for name in names for w in load("classes")["share"][name]]
    return re.compile(rf"(?<![\w-]){group(words)}\s+{_LITTLE}(?:[^\W\d_][\w’'-]*\s+){{0,1}}\Z", re.I)


def _said(sort: str, claim: Claim, quantities: Sequence[Quantity]) -> Iterator[_Said]:
    """Each share that a claim gives of a sort."""
    text = claim.span.text
    own, others = _sorts()[sort]
    for found in own.finditer(text):
        quantity = _counting(claim, found, quantities)
        share = _share(text, found, quantity)
        if share == NONE and claim.chain and claim.chain[0].stance == "denies":
            continue  # who denies that there were none says not how many there were
        if share != NONE and _rejected(claim, found):
            share = NONE
        narrowed = share in (NONE, FEW) and _narrowed(sort, text, found)
        among = peoples.among().search(text[: found.start() + len("their")])  # "fighters and their families"
        told = _argument(claim, found) or among or _befallen(claim, found, quantities)
        if not narrowed and (share != SOME or told):
            low, high = (quantity.low, quantity.high) if quantity and share != NONE else (None, None)
            yield _Said(share, _shown(text, found), found.start(), low, high)
    if sort == "foreigners":
        yield from (_Said(SOME, words, at, low=low) for words, at, low in peoples.listed(text))
    if not (claim.negated or claim.polarity == "denied"):
        for found in others.finditer(text):
            if _before("whole").search(_ahead(text, found)) and not _figured(claim, found, quantities):
                yield _Said(NONE, _shown(text, found), found.start())


def _share(text: str, found: re.Match[str], quantity: Quantity | None) -> str:
    """How many of a sort are said to be among them, by what stands before the words for it."""
    before = _ahead(text, found)
    if _before("none").search(before) or (quantity and quantity.high == 0):
        return NONE
    if quantity:
        return FEW if _only(quantity) and (quantity.high or _MANY) < _MANY else MANY if _large(quantity) else SOME
    if _before("few").search(before) and not _before("whole").search(before):
        return FEW
    if _before("whole").search(before):
        return ALL
    return MANY if _before("mostly").search(before) or _many(before) or _most(text[: found.start()]) else SOME


def _ahead(text: str, found: re.Match[str]) -> str:
    """What stands before the words that were found."""
    return text[max(0, found.start() - _NEAR) : found.start()]


def _only(quantity: Quantity) -> bool:
    """Whether a figure is said to be small by its own words: "only four", "a handful of"."""
    said = f"{quantity.hedge or ''} {quantity.span.text}".strip().lower()
    return bool(re.match(rf"{group(load('classes')['share']['few'])}\b", said))


def _large(quantity: Quantity) -> bool:
    """Whether a figure in words is of many: "a large number of", "dozens"."""
    return quantity.value is None and any(w in load("classes")["share"]["many"] for w in quantity.span.text.lower().split())


def _many(before: str) -> bool:
    words = group(load("classes")["share"]["many"])
    return bool(re.search(rf"\b{words}\s+(?:[^\W\d_]+\s+){{0,2}}(?:were\s+|are\s+)?\Z", before, re.I))


def _most(before: str) -> bool:
    """Whether what stands before makes many of a whole what comes next: "a large part of the dead were"."""
    words = group(load("classes")["share"]["many"])
    return bool(re.search(rf"\b{words}\s+(?:[^\W\d_]+\s+)?of\s+[^.,;:]{{1,50}}\s(?:were|are|had been)\s+\Z", before, re.I))


def _counting(claim: Claim, found: re.Match[str], quantities: Sequence[Quantity]) -> Quantity | None:
    """The figure that counts what was found."""
    start, end = claim.span.start + found.start(), claim.span.start + found.end()
    for q in quantities:
        if q.of and q.of.start < end and start < q.of.end and (q.span.start <= start or q.of.end <= q.span.start):
            return q
    return None


def _befallen(claim: Claim, found: re.Match[str], quantities: Sequence[Quantity]) -> bool:
    """Whether a figure counts those found, and the words around it say what befell them: "after 40 gunmen boarded buses"."""
    quantity = _counting(claim, found, quantities)
    return quantity is not None and counted(quantity, claim).outcome in load("classes")["question"]


def _figured(claim: Claim, found: re.Match[str], quantities: Sequence[Quantity]) -> bool:
    """Whether "only" goes with a figure ("only 40 fighters") and leaves open who else there was."""
    quantity = _counting(claim, found, quantities)
    return quantity is not None and (quantity.value is not None or quantity.high != quantity.low)


def _rejected(claim: Claim, found: re.Match[str]) -> bool:
    """Whether the claim as a whole says that it was not so of those found: "foreigners were not among them"."""
    against = claim.negated or claim.polarity == "denied" or _barred(claim)
    return _argument(claim, found) and against and not partly(claim)


def _barred(claim: Claim) -> bool:
    """Whether a claim speaks of keeping somebody out."""
    return any(word in load("classes")["share"]["barred"] for word in claim.words)


def _ruled(claim: Claim) -> bool:
    """Whether a claim says what was to be or was agreed, which need not have been kept."""
    return ruled(claim) or _barred(claim) or claim.modality == "future"


def _covered(claim: Claim) -> bool:
    """Whether a claim says whom an agreement was for: "the deal covered foreign fighters", "they were excluded from the deal"."""
    said = {claim.predicate, *claim.words} & {*load("classes")["share"]["covering"]}
    return _of_agreement(claim) and (bool(said) or _barred(claim))


def _of_agreement(claim: Claim) -> bool:
    """Whether a claim says what was agreed, or the agreement itself is who says so."""
    said = claim.chain[0].name.split()[-1:] if claim.chain else []
    return "agreement" in spoken_of(claim) or (bool(said) and family(said[0].lower()) == "agreement")


def _argument(claim: Claim, found: re.Match[str]) -> bool:
    """Whether what was found is subject or object of the claim's verb."""
    start, end = claim.span.start + found.start(), claim.span.start + found.end()
    return any(a.role in ("agent", "patient") and a.span.start < end and start < a.span.end for a in claim.arguments)


def _narrowed(sort: str, text: str, found: re.Match[str]) -> bool:
    """Whether a word for the sort stands for a part of it: that no foreign fighters left says nothing of fighters."""
    last = text[: found.start()].split()[-1:]
    others = {w for name, words in load("classes")["class"].items() if name != sort for w in words["kind"]}
    return bool(last) and last[0].lower() in others


def _shown(text: str, found: re.Match[str]) -> str:
    """The words that say it, with those before them that say how many."""
    return " ".join([*text[: found.start()].split()[-4:], *found.group().split()])


def _outcome(claim: Claim, at: int, before: Sequence[Claim]) -> str | None:
    """What befell those of whom a claim speaks: named nearest, or, of "them", last before it."""
    asked = load("classes")["question"]
    named = [(abs(place - at), name) for place, name in outcomes(claim.span.text) if name in asked]
    if named:
        return min(named)[1]
    text = claim.span.text
    who = text[at:].lower().startswith(claim.predicate or "")  # says no more than who they were
    if not (who or claim.predicate in _LINKING) or not _anaphora().search(text):
        return None
    told = [name for earlier in before for _, name in outcomes(earlier.span.text) if name in asked]
    return told[-1] if told else None


@cache
def _anaphora() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){group(load('classes')['anaphora']['words'])}(?![\w-])", re.I)
