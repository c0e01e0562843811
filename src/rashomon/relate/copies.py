"""Documents with the passages they share in, which of them took its words from which out: a graph, not a tree.

Two documents are kin where the words in common outside quotations are more than two accounts of one event share by chance,
and no third that both retell explains it. Each document then has the fewest models that account for its words: of a copy of a
copy the nearer one, where the two differ and it keeps the difference; of two copies of one wire, the wire.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.model import Annotations, Claim, Document, Passage
from rashomon.model.document import PROSE_ROLES
from rashomon.relate import directions
from rashomon.relate.directions import UNDECIDED, Direction
from rashomon.text import reuse, shingles

KIN = 0.08
"""Share of the shorter text's telling trigrams that stand in the other, outside quotations, at which one is taken from the
other; accounts of one event by different people, who heard the same officials, stay below."""
FIRMLY = 0.3
"""The same where both retell one outside medium, which explains some words in common."""

_LEAST = 5  # trigrams in common
_ALIKE = 0.4  # of the words of two sentences, at which one may be a rendering of the other
_BETTER = 0.15  # by which another model renders a claim better than the first one
_GAIN = 0.5  # what another model has to add in all


@dataclass(frozen=True, slots=True, eq=False)
class Copy:
    """One document that took words from another. `share`: of the shorter one's trigrams; `whole`: of the copy's own."""

    model: Document
    copy: Document
    share: float
    whole: float
    direction: str
    passages: tuple[Passage, ...]


def find(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    shared: Sequence[Passage],
    credits: Mapping[str, Set[str]],
    retold: Mapping[str, Set[str]],
) -> list[Copy]:
    """The copies. `credits`: the documents of the pile that each names as where it took something; `retold`: the origins
    outside the pile that each mainly retells, both by the document's id.
    """
    kin = list(_kin(documents, annotations, shared, retold))
    ways = {
        (left.id, right.id): directions.direction(left, right, annotations_of(annotations), credits, share)
        for left, right, share, _ in kin
    }
    models: dict[str, list[tuple[Document, Direction]]] = defaultdict(list)
    for left, right, _, _ in kin:
        way = ways[left.id, right.id]
        if way.upstream in (left.id, None):
            models[right.id].append((left, way))
        if way.upstream in (right.id, None):
            models[left.id].append((right, way))
    claims = {a.document: a.claims for a in annotations}
    by_id = {d.id: d for d in documents}
    chosen = {
        (model.id, copy) if way.upstream else (min(model.id, copy), max(model.id, copy)): way
        for copy, candidates in sorted(models.items())
        for model, way in _accounting(claims[copy], candidates, claims)
    }
    passages = {(left.id, right.id): found for left, right, _, found in kin}
    grams = {d.id: _grams(d, _quoted(annotations_of(annotations)[d.id])) for d in documents}
    return [
        Copy(
            model=by_id[model],
            copy=by_id[copy],
            share=reuse.containment(grams[model], grams[copy]),
            whole=len(grams[model] & grams[copy]) / max(len(grams[copy]), 1),
            direction=way.why if way.upstream else UNDECIDED,
            passages=tuple(passages.get((model, copy)) or passages[copy, model]),
        )
        for (model, copy), way in sorted(chosen.items(), key=lambda item: item[0])
    ]


def annotations_of(annotations: Sequence[Annotations]) -> dict[str, Annotations]:
    """Annotations by their document."""
    return {a.document: a for a in annotations}


def _kin(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    shared: Sequence[Passage],
    retold: Mapping[str, Set[str]],
) -> Iterator[tuple[Document, Document, float, list[Passage]]]:
    """Pairs of documents that share words as only copies do."""
    by_id, found = {d.id: d for d in documents}, annotations_of(annotations)
    by_pair: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in shared:
        by_pair[passage.left.document, passage.right.document].append(passage)
    grams = {d.id: _grams(d, _quoted(found[d.id])) for d in documents}
    for (left, right), both in sorted(by_pair.items()):
        share = reuse.containment(grams[left], grams[right])
        common = retold.get(left, frozenset()) & retold.get(right, frozenset())
        if len(grams[left] & grams[right]) >= _LEAST and share >= (FIRMLY if common else KIN):
            yield by_id[left], by_id[right], share, both


def _quoted(found: Annotations) -> list[tuple[int, int]]:
    return [(q.content.start, q.content.end) for q in found.quotations if q.kind == "speech"]


def _grams(document: Document, quoted: Sequence[tuple[int, int]]) -> set[reuse.Gram]:
    """The telling trigrams of a document's prose outside its quotations: whoever quotes a speech copies nobody."""
    found: set[reuse.Gram] = set()
    for block in document.blocks:
        if block.role not in PROSE_ROLES:
            continue
        at = block.start
        for start, end in sorted(q for q in quoted if q[0] < block.end and block.start < q[1]):
            found |= reuse.telling(document.text, shingles.words(document.text, at, max(at, start)))
            at = max(at, end)
        found |= reuse.telling(document.text, shingles.words(document.text, at, max(at, block.end)))
    return found


def _accounting(
    copied: Sequence[Claim], candidates: Sequence[tuple[Document, Direction]], claims: Mapping[str, Sequence[Claim]]
) -> Iterator[tuple[Document, Direction]]:
    """The fewest of the candidates that account for a document's claims: the best one, then those that add to it."""
    alike = {model.id: [_rendering(c, claims[model.id]) for c in copied] for model, _ in candidates}
    left = sorted(
        candidates, key=lambda c: (-round(sum(alike[c[0].id]), 3), c[1].upstream is None, c[0].published.earliest or "9", c[0].id)
    )
    best = [0.0] * len(copied)
    for model, way in left:
        gains = [new - old for new, old in zip(alike[model.id], best, strict=True) if new - old >= _BETTER]
        if not any(best) or sum(gains) >= _GAIN:
            yield model, way
            best = [max(pair) for pair in zip(alike[model.id], best, strict=True)]


def _rendering(claim: Claim, others: Sequence[Claim]) -> float:
    """How much like its most similar counterpart a claim is, in words of both; 0 where none is alike."""
    ours = {w.form for w in shingles.words(claim.span.text)}
    best = 0.0
    for other in others:
        theirs = {w.form for w in shingles.words(other.span.text)}
        best = max(best, len(ours & theirs) / max(len(ours | theirs), 1))
    return best if best >= _ALIKE else 0.0
