"""The values of a point with their answers in, how each two of them stand to one another out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from rashomon.model import Answer, Comparison, Document, Relation, Value

Compare = Callable[[Answer, Answer], Iterable[Comparison]]

_SEVERITY = ("repeat", "agree", "compatible", "refines", "superseded", "denial", "conflict")
_UNREAL = frozenset({"future", "possible"})
_COMPARED = 40  # answers of one value that are set against those of another: more of them say nothing new
_NOTHING = Comparison(outcome="compatible", why="neither rules out the other")


def relate(
    values: Sequence[Value], answers: Sequence[Sequence[Answer]], compare: Compare, documents: Mapping[str, Document]
) -> tuple[Relation, ...]:
    """A relation for each pair of values: the gravest that holds between any two of their answers."""
    found = []
    answers = [_telling(part, documents) for part in answers]
    for (left, ours), (right, theirs) in combinations(zip(values, answers, strict=True), 2):
        comparisons = [_softened(a, b, c, documents) for a in ours for b in theirs for c in compare(a, b)]
        gravest = max(comparisons or [_NOTHING], key=lambda c: _SEVERITY.index(c.outcome))
        found.append(Relation(left=left.id, right=right.id, relation=gravest.outcome, why=gravest.why))
    return tuple(found)


def _telling(answers: Sequence[Answer], documents: Mapping[str, Document]) -> list[Answer]:
    """Those of the answers of one value that may stand differently to another value's: one for each wording, speaker and day."""
    found: dict[object, Answer] = {}
    for a in answers:
        day = documents[a.document].published
        found.setdefault((" ".join(a.claim.span.text.split()), a.speaker, a.claim.modality, day.earliest, day.latest), a)
    return [*found.values()][:_COMPARED]


def _softened(left: Answer, right: Answer, found: Comparison, documents: Mapping[str, Document]) -> Comparison:
    """A plan is no conflict with what came of it. One speaker in two renderings is no second voice: where the accounts' dates
    tell which is the later, the position changed; else one of them renders it otherwise.
    """
    if found.outcome not in ("conflict", "denial"):
        return found
    if (left.claim.modality in _UNREAL) != (right.claim.modality in _UNREAL):
        return Comparison(outcome="compatible", why=f"one speaks of what was planned or possible: {found.why}")
    if not left.speaker or left.speaker != right.speaker:
        return found
    ours, theirs = documents[left.document].published, documents[right.document].published
    for early, late in ((ours, theirs), (theirs, ours)):
        if early.latest and late.earliest and early.latest < late.earliest:
            why = f"the same speaker later says otherwise (accounts of {early.latest} and {late.earliest}): {found.why}"
            return Comparison(outcome="superseded", why=why)
    return Comparison(outcome="repeat", why=f"both render the words of one speaker, and not alike: {found.why}")
