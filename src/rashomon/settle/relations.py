"""The values of a point with their answers in, how each two of them stand to one another out."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.meaning.counting import counted
from rashomon.meaning.likely import doubtful
from rashomon.meaning.narrowed import PLANNED
from rashomon.meaning.remembered import remembered
from rashomon.model import Answer, Claim, Comparison, Document, Lineage, Relation, Timex, Value
from rashomon.settle.outgrown import Count, outgrown
from rashomon.settle.retold import akin, one_speaker, retold
from rashomon.settle.updates import avenged, looked_back, retracted, updated
from rashomon.text import shingles

Compare = Callable[[Answer, Answer], Iterable[Comparison]]

CLASHING = frozenset({"conflict", "denial"})
"""Relations of which one makes a point disputed."""

_SEVERITY = ("repeat", "agree", "compatible", "refines", "superseded", "denial", "conflict")
_EXPECTED = re.compile(rf"\b(?:would|will)\b|{PLANNED}", re.IGNORECASE)
_SENTENCE, _WORDED = 4, 0.75  # words beside the figure, and the share of them in common, that make two claims one sentence
_COMPARED = 20  # answers of one value that are set against those of another: more of them say nothing new


@dataclass(frozen=True, slots=True)
class _Found:
    """Two answers and how they compare: `plain` before, `softened` after it is asked who says so and when."""

    left: Answer
    right: Answer
    plain: Comparison
    softened: Comparison


@dataclass(frozen=True, slots=True)
class _Between:
    """What was found between two values: the gravest; whether any two answers clash by their words; where a headline and its
    text do; whether any others do.
    """

    gravest: _Found | None
    clash: bool
    headed: Sequence[_Found]
    elsewhere: bool


def relate(
    values: Sequence[Value],
    answers: Sequence[Sequence[Answer]],
    compare: Compare,
    documents: Mapping[str, Document],
    lineage: Lineage,
) -> tuple[Relation, ...]:
    """For each two values the gravest relation that holds between any of their answers; none where nothing can be said.
    `lineage`: who took what from whom, for copies may err.
    """
    told = [_telling(part, documents, lineage) for part in answers]
    counts = [Count(part, documents, lineage) for part in answers]
    found = {}
    for i, j in combinations(range(len(values)), 2):
        compared = _compared(told[i], told[j], compare, documents, lineage)
        found[i, j] = _between(_grown(compared, counts[i], counts[j], documents))
    related = []
    voices = _Voices.of(answers)
    for (i, j), between in found.items():
        if not between.gravest:
            continue
        headed = between.headed and _unsupported(i, j, voices, found)
        relation = _relation(values[i], values[j], between.gravest)
        related.append(_headed(relation, between, headed, documents) if headed else relation)
    return tuple(related)


def _compared(
    ours: Sequence[Answer],
    theirs: Sequence[Answer],
    compare: Compare,
    documents: Mapping[str, Document],
    lineage: Lineage,
) -> list[_Found]:
    return [_Found(a, b, c, _softened(a, b, c, documents, lineage)) for a in ours for b in theirs for c in compare(a, b)]


def _grown(found: list[_Found], ours: Count, theirs: Count, documents: Mapping[str, Document]) -> list[_Found]:
    """The same, where the one of two values is a count that was given up before the other came up, without conflicts."""
    clashing = [f.softened.outcome in CLASHING for f in found]
    stands = outgrown(ours, theirs, documents) if any(clashing) else None
    if stands is None:
        return found
    return [
        replace(f, softened=replace(stands, why=f"{f.softened.why} {stands.why}")) if clash else f
        for f, clash in zip(found, clashing, strict=True)
    ]


def _between(found: Sequence[_Found]) -> _Between:
    headed = [f for f in found if f.left.document == f.right.document and f.left.headline != f.right.headline and _clash(f)]
    return _Between(
        gravest=max(found, key=lambda f: _SEVERITY.index(f.softened.outcome), default=None),
        clash=any(f.plain.outcome in CLASHING for f in found),
        headed=headed,
        elsewhere=any(f.softened.outcome in CLASHING for f in found if not any(f is one for one in headed)),
    )


def _clash(found: _Found) -> bool:
    """Whether two answers of one account clash, even where both are said in one voice."""
    return found.plain.outcome in CLASHING and found.softened.outcome in (*CLASHING, "repeat")


def _relation(left: Value, right: Value, found: _Found) -> Relation:
    said = found.softened
    return Relation(left=left.id, right=right.id, relation=said.outcome, why=said.why, spans=(found.left.span, found.right.span))


@dataclass(frozen=True, slots=True)
class _Voices:
    """For each value the documents whose headlines give it, and those whose texts do; and how many values each text gives."""

    headed: Sequence[Set[str]]
    texts: Sequence[Set[str]]
    told: Mapping[str, int]

    @classmethod
    def of(cls, answers: Sequence[Sequence[Answer]]) -> "_Voices":
        """Those of the values that these answers give."""
        texts = [{a.document for a in part if not a.headline} for part in answers]
        headed = [{a.document for a in part if a.headline} for part in answers]
        return cls(headed, texts, Counter(key for text in texts for key in text))


def _unsupported(i: int, j: int, voices: _Voices, found: Mapping[tuple[int, int], _Between]) -> Set[str]:
    """The documents whose headline gives one of two values and whose text gives the other, and nothing else: a text in which
    three speakers give three figures has none of its own.
    """
    parted: set[str] = set()
    for one, other in ((i, j), (j, i)):
        near = {key for key in voices.headed[one] & voices.texts[other] if voices.told[key] == 1}
        alike = (k for k in range(len(voices.texts)) if k == one or not found[min(one, k), max(one, k)].clash)
        parted |= near.difference(*(voices.texts[k] for k in alike)) if near else near
    return parted


def _headed(relation: Relation, between: _Between, parted: Set[str], documents: Mapping[str, Document]) -> Relation:
    """The relation with the accounts of which headline and text part, named where they are what it rests on."""
    within = [f for f in between.headed if f.left.document in parted]
    if not within:
        return relation
    relation = replace(relation, headlines=tuple(sorted({f.left.document for f in within})))
    if between.elsewhere:
        return relation
    first = within[0]
    head, text = (first.left, first.right) if first.left.headline else (first.right, first.left)
    why = f"{documents[head.document].name}: its headline says “{_words(head)}”, its text “{_words(text)}”. {first.plain.why}"
    return replace(relation, relation=first.plain.outcome, why=why, spans=(first.left.span, first.right.span))


def _words(answer: Answer) -> str:
    return " ".join(answer.span.text.split())


def _telling(answers: Sequence[Answer], documents: Mapping[str, Document], lineage: Lineage) -> list[Answer]:
    """Those of the answers of one value that may stand differently to another value's: one for each wording, speaker, origin and
    day.
    """
    found: dict[object, Answer] = {}
    for a in answers:
        day = documents[a.document].published
        words = _answered(a)
        headed = a.document if a.headline else None
        who = a.speaker, lineage.origin_of.get(a.claim.id)
        found.setdefault((words, *who, a.claim.modality, day.earliest, day.latest, headed, a.said and a.said.id), a)
    return [*found.values()][:_COMPARED]


def _answered(answer: Answer) -> Hashable:
    """What of an answer may be compared: the figure and what it counts, else all that its claim says."""
    if q := answer.quantity:
        return q.kind, q.unit, q.low, q.high, q.scope, q.hedge, q.derived, counted(q, answer.claim), _unreal(answer)
    return " ".join(answer.claim.span.text.split())


def _softened(left: Answer, right: Answer, found: Comparison, documents: Mapping[str, Document], lineage: Lineage) -> Comparison:
    """A plan is no conflict with what came of it. One speaker in two renderings is no second voice: where the accounts' dates
    tell which is the later, the position changed; else one of them renders it otherwise. Nor is one sentence of one report, which
    two accounts print with two figures.
    """
    if left.declines or right.declines:
        who = left if left.declines else right
        return Comparison(outcome="compatible", why=f"{who.claim.chain[0].name} declines to say so, or cannot confirm it.")
    if found.outcome not in CLASHING:
        return found
    if retracted(left, documents) or retracted(right, documents):
        return Comparison(
            outcome="superseded", why=f"an earlier version of the account said so, and it was corrected: {found.why}"
        )
    if past := looked_back(left, right, found) or avenged(left, right, found, documents):
        return past
    if _unreal(left) != _unreal(right):
        return Comparison(outcome="compatible", why=f"one speaks of what was planned or possible: {found.why}")
    days = _later(left, right, documents)
    if one_speaker(retold(lineage), left, right, lineage.origin_of):
        if days:
            return Comparison(outcome="superseded", why=f"the same speaker later says otherwise ({days}): {found.why}")
        return Comparison(outcome="repeat", why=f"both render the words of one speaker, and not alike: {found.why}")
    if _copied(left, right, lineage):
        return Comparison(outcome="repeat", why=f"two copies of one sentence, by a slip or a later version: {found.why}")
    return updated(left, right, found, days, documents)


def _copied(left: Answer, right: Answer, lineage: Lineage) -> bool:
    """Whether two claims of two accounts, of which one retells the other or both a third, are one sentence of one origin but for
    its figure, and not credited to two.
    """
    if not left.quantity or not right.quantity or not akin(retold(lineage), left.document, right.document):
        return False
    origin = lineage.origin_of.get(left.claim.id)
    if not origin or origin != lineage.origin_of.get(right.claim.id):
        return False
    said = [{*shingles.forms(c.chain[0].name)} for c in (left.claim, right.claim) if c.chain and c.chain[0].kind != "outlet"]
    if len(said) > 1 and said[0].isdisjoint(said[1]):
        return False
    ours, theirs = _beside(left), _beside(right)
    return min(len(ours), len(theirs)) >= _SENTENCE and len(ours & theirs) >= _WORDED * max(len(ours), len(theirs))


def _beside(answer: Answer) -> Set[str]:
    """The words of an answer's claim, without its figure."""
    assert answer.quantity is not None
    figure = {*shingles.forms(answer.quantity.span.text)}
    return {*shingles.forms(answer.claim.span.text)} - figure


def _unreal(answer: Answer) -> bool:
    """Whether a claim speaks of what was planned, expected or possible."""
    return _planned(answer.claim)


@remembered
def _planned(claim: Claim) -> bool:
    return claim.modality == "future" or doubtful(claim) or bool(_EXPECTED.search(claim.span.text))


def _later(left: Answer, right: Answer, documents: Mapping[str, Document]) -> str | None:
    """The two days on which one speaker said two things, where one is before the other: those of the saying where both accounts
    give them, else those of the accounts.
    """
    if left.said and right.said:
        return earlier(left.said, right.said)
    ours, theirs = documents[left.document].published, documents[right.document].published
    for early, late in ((ours, theirs), (theirs, ours)):
        if early.latest and late.earliest and early.latest < late.earliest:
            return f"accounts of {early.latest} and {late.earliest}"
    return None


def earlier(left: Timex, right: Timex) -> str | None:
    """The days of two sayings, where one is before the other."""
    first, second = sorted((left, right), key=lambda t: (t.earliest or "", t.latest or ""))
    if first.latest and second.earliest and first.latest < second.earliest:
        return f"said on {first.latest} and on {second.earliest}"
    return None
