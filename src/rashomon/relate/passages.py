"""Documents with their claims in, the passages that two of them share out; then, once it is known which
of them was first, what the copy changed.

Verbatim runs come from an index of n-grams over the texts; rewritten ones from an index over the rare words of claims. Shared
wording that proves nothing (names, stock phrases) is light, for it is frequent, and makes no passage alone.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Annotations, Claim, Document, Passage, Span
from rashomon.model.document import PROSE_ROLES
from rashomon.relate import mutations
from rashomon.text import shingles

LEAST = 0.38
"""Share of the weight of either claim that must recur in the other for one to be a rewriting of the other."""

_FEW = 3  # distinct words of some weight that a rewriting shares at least
_COMMON = 60  # claims; a word that more of them hold finds no candidates
_SHORT = 3  # letters up to which a word is a function word more often than not


@dataclass(frozen=True, slots=True, eq=False)
class _Unit:
    """A claim with its words that count."""

    document: str
    claim: Claim
    words: frozenset[str]


def find(documents: Sequence[Document], annotations: Sequence[Annotations]) -> tuple[Passage, ...]:
    """All passages between two documents, in the order of their left and right sides."""
    quoted = {found.document: [q.content for q in found.quotations if q.kind == "speech"] for found in annotations}
    passages = [*_rewritten(annotations, quoted)]
    for left, right in _copied(documents):
        if not any(_covers(p, left, right) for p in passages):
            passages.append(Passage(left=left, right=right, kind=_kind(left, right, quoted, "verbatim")))
    return tuple(sorted(passages, key=lambda p: (p.left, p.right)))


def compared(
    shared: Sequence[Passage], annotations: Sequence[Annotations], upstream: Mapping[tuple[str, str], str]
) -> tuple[Passage, ...]:
    """The passages with what changed; the model on the left where `upstream`, by the pair of documents, says which it is."""
    quantities = {q.id: q for found in annotations for q in found.quantities}
    claims = {c.span: c for found in annotations for c in found.claims}
    quoted = {found.document: [q.content for q in found.quotations if q.kind == "speech"] for found in annotations}
    made = []
    for passage in shared:
        if upstream.get((passage.left.document, passage.right.document)) == passage.right.document:
            passage = replace(passage, left=passage.right, right=passage.left)
        left, right = claims.get(passage.left), claims.get(passage.right)
        found = [*mutations.changes(left, right, quantities)] if left and right else []
        if passage.kind == "same-quotation":
            ours, theirs = (_marks(side, quoted) for side in (passage.left, passage.right))
            found += [said] if (said := mutations.quotation(ours.text, theirs.text)) else []
        made.append(replace(passage, changes=tuple(found)))
    return tuple(sorted(made, key=lambda p: (p.left, p.right)))


def _marks(side: Span, quoted: Mapping[str, Sequence[Span]]) -> Span:
    """The quotation in which most of a passage's side stands."""
    return max(quoted.get(side.document, ()), key=lambda q: q.overlap(side), default=side)


def _covers(passage: Passage, left: Span, right: Span) -> bool:
    """Whether most of both sides lies in a passage already found."""
    return 2 * passage.left.overlap(left) > left.end - left.start and 2 * passage.right.overlap(right) > right.end - right.start


def _copied(documents: Sequence[Document]) -> Iterator[tuple[Span, Span]]:
    """Runs of words that two documents share within one paragraph of each."""
    by_id = {d.id: d for d in documents}
    texts = {
        f"{d.id} {b.start}": shingles.words(d.text, b.start, b.end) for d in documents for b in d.blocks if b.role in PROSE_ROLES
    }
    for run in shingles.runs(texts):
        left, right = by_id[run.left.split()[0]], by_id[run.right.split()[0]]
        if left.id != right.id and _says_something(texts[run.left][run.left_start : run.left_end], left.text):
            ours, theirs = texts[run.left][run.left_start : run.left_end], texts[run.right][run.right_start : run.right_end]
            yield left.span(ours[0].start, ours[-1].end), right.span(theirs[0].start, theirs[-1].end)


def _says_something(words: Sequence[shingles.Word], text: str) -> bool:
    """Whether a run is more than a name with its articles: two words of some length in lower case."""
    return sum(text[w.start].islower() and len(w.form) > _SHORT for w in words) >= 2


def _rewritten(annotations: Sequence[Annotations], quoted: Mapping[str, Sequence[Span]]) -> Iterator[Passage]:
    """For each claim the claim of each other document that shares most of its weight, where it is enough."""
    units = [_Unit(a.document, c, _words(c)) for a in annotations for c in a.claims]
    held = Counter(w for unit in units for w in unit.words)
    weight = {w: math.log(len(units) / n) for w, n in held.items()}
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for i, j in _candidates(units, held):
        score = _share(units[i], units[j], weight)
        if score >= LEAST:
            for a, b in ((i, j), (j, i)):
                key = (a, units[b].document)
                best[key] = max(best.get(key, (0.0, 0)), (score, b))
    for i, j in sorted({(min(i, j), max(i, j)) for (i, _), (_, j) in best.items()}):
        left, right = units[i].claim.span, units[j].claim.span
        yield Passage(left=left, right=right, kind=_kind(left, right, quoted, _verbatim(left, right)))


def _verbatim(left: Span, right: Span) -> str:
    ours, theirs = ([w.form for w in shingles.words(side.text)] for side in (left, right))
    return "verbatim" if ours == theirs else "paraphrase"


def _words(claim: Claim) -> frozenset[str]:
    found = (w.form for w in shingles.words(claim.span.text))
    return frozenset(w[:-1] if len(w) > 4 and w[-1] == "s" else w for w in found if len(w) > _SHORT or w[0].isdigit())


def _candidates(units: Sequence[_Unit], held: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Pairs of claims of two documents that share at least `_FEW` words that not all share, in text order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, unit in enumerate(units):
        shared: Counter[int] = Counter()
        for word in unit.words:
            if held[word] <= _COMMON:
                shared.update(holders[word])
                holders[word].append(i)
        yield from ((j, i) for j, n in sorted(shared.items()) if n >= _FEW and units[j].document != unit.document)


def _share(left: _Unit, right: _Unit, weight: Mapping[str, float]) -> float:
    """The smaller share of weight that one has of the other, so that a short claim inside a long one does not do."""
    shared = sum(weight[w] for w in left.words & right.words)
    return shared / max(sum(weight[w] for w in left.words), sum(weight[w] for w in right.words), 1e-9)


def _kind(left: Span, right: Span, quoted: Mapping[str, Sequence[Span]], otherwise: str) -> str:
    """One quotation on both sides, or what else it is."""
    both = all(any(2 * q.overlap(side) >= side.end - side.start for q in quoted.get(side.document, ())) for side in (left, right))
    return "same-quotation" if both else otherwise
