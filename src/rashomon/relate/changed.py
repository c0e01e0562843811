"""Passages that two documents share, and who took from whom, in; what the copy changed out.

Of two documents of which one was copied, sentences stand side by side as well: a copy keeps the order, so that a sentence between
two that correspond renders one between the other two, though hardly a word is the same. A claim that tells all that changed
stays the passage; else the whole sentence is.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rashomon.model import Annotations, Claim, Document, Passage, Quantity, Span, Spans
from rashomon.relate import mutations, sidebyside
from rashomon.relate.passages import kind, speeches
from rashomon.relate.renderings import Wording

Pair = tuple[str, str]


def compared(
    shared: Sequence[Passage],
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    wordings: Mapping[str, Wording],
    copied: Collection[Pair],
    upstream: Mapping[Pair, str],
) -> tuple[Passage, ...]:
    """The passages with what changed; the model on the left where `upstream`, by the pair of documents, says which it is.
    `copied`: the pairs of which one is known to be taken from the other.
    """
    quantities = {q.id: q for found in annotations for q in found.quantities}
    carriers = {d.id: frozenset(n for n in (d.agency, d.outlet, *d.authors) if n) for d in documents}
    claims = {c.span: _without(c, carriers) for found in annotations for c in found.claims}
    quoted = speeches(annotations)
    made: dict[Pair, list[Passage]] = defaultdict(list)
    for passage in shared:
        if upstream.get((passage.left.document, passage.right.document)) == passage.right.document:
            passage = replace(passage, left=passage.right, right=passage.left)
        left, right = claims.get(passage.left), claims.get(passage.right)
        found = [*mutations.changes(left, right, quantities)] if left and right else []
        if passage.kind == "same-quotation":
            ours, theirs = (_marks(side, quoted) for side in (passage.left, passage.right))
            found += [said] if (said := mutations.quotation(ours.text, theirs.text)) else []
        made[passage.left.document, passage.right.document].append(replace(passage, changes=tuple(found)))
    whole = _Sentences(annotations, [*claims.values()], quantities)
    for one, other in sorted({(min(pair), max(pair)) for pair in copied}):
        pair = (other, one) if upstream.get((one, other)) == other else (one, other)
        made[pair] = whole.added(made.get(pair, []), wordings[pair[0]], wordings[pair[1]], quoted)
    return tuple(sorted((p for found in made.values() for p in found), key=lambda p: (p.left, p.right)))


def _without(claim: Claim, carriers: Mapping[str, frozenset[str]]) -> Claim:
    """A claim whose chain has nobody who only carries the whole page: its agency, its authors."""
    names = carriers[claim.span.document]
    chain = (*(h for h in claim.chain[:-1] if h.name not in names), *claim.chain[-1:])
    return replace(claim, chain=chain) if len(chain) < len(claim.chain) else claim


def _marks(side: Span, quoted: Mapping[str, Sequence[Span]]) -> Span:
    """The quotation in which most of a passage's side stands."""
    return max(quoted.get(side.document, ()), key=lambda q: q.overlap(side), default=side)


class _Sentences:
    """The claims and figures of all documents, to be asked for those of a sentence."""

    def __init__(self, annotations: Sequence[Annotations], claims: Sequence[Claim], quantities: Mapping[str, Quantity]) -> None:
        self.quantities = quantities
        by_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_document[claim.span.document].append(claim)
        self.claims = {key: (found, Spans([c.span for c in found])) for key, found in by_document.items()}
        self.figures = {a.document: (a.quantities, Spans([q.span for q in a.quantities])) for a in annotations}

    def added(
        self, found: Sequence[Passage], left: Wording, right: Wording, quoted: Mapping[str, Sequence[Span]]
    ) -> list[Passage]:
        """The passages of two documents, with those sentences that say more of what changed, or to which no passage belongs."""
        kept = [*found]
        for one, other in sidebyside.sentences(left, right, self.read):
            ours, theirs = self.read(one), self.read(other)
            inside = [
                p for p in kept if 2 * p.left.overlap(one) > len(p.left.text) and 2 * p.right.overlap(other) > len(p.right.text)
            ]
            changes = mutations.changes(ours, theirs, self.quantities) if ours and theirs else ()
            said = {c.partition(":")[0] for p in inside for c in p.changes}
            if inside and all(c.partition(":")[0] in said for c in changes):
                continue
            changes = tuple(dict.fromkeys((*(c for p in inside for c in p.changes), *changes)))
            kept = [p for p in kept if p not in inside]
            kept.append(Passage(left=one, right=other, kind=kind(one, other, quoted), changes=changes))
        return kept

    def read(self, sentence: Span) -> Claim | None:
        """A sentence as one claim: all its figures, and whoever is credited with something in it."""
        claims, places = self.claims.get(sentence.document, ([], Spans([])))
        within = [claims[i] for i in places.over(sentence)]
        if not within:
            return None
        first = max(within, key=lambda c: (len(c.chain) if c.attribution else 0, -c.span.start))
        quantities, places = self.figures[sentence.document]
        figures = tuple(quantities[i].id for i in places.over(sentence))
        modality = first.modality if len(within) == 1 else ""
        return replace(first, span=sentence, quantities=figures, modality=modality)
