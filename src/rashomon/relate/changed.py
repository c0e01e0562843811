"""Passages that two documents share, and who took from whom, in; what the copy changed out.

Of two documents of which one was copied, sentences stand side by side as well: a copy keeps the order, so that a sentence between
two that correspond renders one between the other two, though hardly a word is the same. A claim that tells all that changed
stays the passage; else the whole sentence is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.model import Annotations, Claim, Document, Passage, Quantity, Span, Spans
from rashomon.relate import mutations, sidebyside
from rashomon.relate.passages import kind, speeches
from rashomon.relate.renderings import Wording
from rashomon.text import shingles

Pair = tuple[str, str]

_GAP = 120  # code points between two passages that are joined: a cue and a speaker


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
    by_id = {d.id: d for d in documents}
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
            ours, _ = _quoted(passage.left, quoted, by_id[passage.left.document])
            theirs, all_of_it = _quoted(passage.right, quoted, by_id[passage.right.document])
            said = mutations.quotation(ours, theirs) if _same(ours, theirs) else None
            found += [said] if said and mutations.quotation(ours, all_of_it) else []
        made[passage.left.document, passage.right.document].append(replace(passage, changes=tuple(found)))
    whole = _Sentences(annotations, [*claims.values()], quantities)
    for one, other in sorted({(min(pair), max(pair)) for pair in copied}):
        pair = (other, one) if upstream.get((one, other)) == other else (one, other)
        made[pair] = whole.added(made.get(pair, []), wordings[pair[0]], wordings[pair[1]], quoted)
    tied: dict[str, set[str]] = defaultdict(set)
    for one, other in copied:
        tied[one].add(other)
        tied[other].add(one)
    own = {pair: found if pair[1] in tied[pair[0]] else _unexplained(pair, found, made, tied) for pair, found in made.items()}
    rows = (row for (one, other), found in own.items() for row in _joined(found, by_id[one], by_id[other]))
    return tuple(sorted(rows, key=lambda p: (p.left, p.right)))


def _unexplained(
    pair: Pair, found: list[Passage], made: Mapping[Pair, list[Passage]], tied: Mapping[str, set[str]]
) -> list[Passage]:
    """The passages of two documents of which neither copied the other, without those that both share with one they are tied to:
    two copies of one wire have its words, and nothing that either changed was changed by the other.
    """
    for third in sorted(tied[pair[0]] & tied[pair[1]]):
        ours, theirs = (
            Spans([p.left for p in made.get((key, third), ())] + [p.right for p in made.get((third, key), ())]) for key in pair
        )
        found = [p for p in found if not (_held(p.left, ours) and _held(p.right, theirs))]
    return found


def _held(side: Span, spans: Spans) -> bool:
    """Whether half of a passage's side lies in one of some spans."""
    return any(2 * spans.spans[i].overlap(side) >= side.end - side.start for i in spans.over(side))


def _joined(found: Sequence[Passage], left: Document, right: Document) -> Iterator[Passage]:
    """The passages of two documents, those joined that stand word for word in a row on both sides: what was reprinted is one."""
    row: Passage | None = None
    for passage in sorted(_outermost(found), key=lambda p: (p.left, p.right)):
        if row is not None and (whole := _one(row, passage, left, right)):
            row = whole
            continue
        if row is not None:
            yield row
        row = passage
    if row is not None:
        yield row


def _outermost(found: Sequence[Passage]) -> Iterator[Passage]:
    """The passages without those that lie in another one on both sides and have nothing of their own to tell."""
    order = sorted(found, key=lambda p: (-len(p.left.text), p.left, p.right))
    kept = Spans([p.left for p in order])
    for n, passage in enumerate(order):
        around = (order[i] for i in kept.over(passage.left) if i < n)
        if passage.changes or not any(p.left.covers(passage.left) and p.right.covers(passage.right) for p in around):
            yield passage


def _one(first: Passage, then: Passage, left: Document, right: Document) -> Passage | None:
    """Two passages as one, where both are the same word for word and so is what stands between them, which is not much."""
    if first.changes or then.changes or {first.kind, then.kind} != {"verbatim"}:
        return None
    gaps = [(first.left.end, then.left.start), (first.right.end, then.right.start)]
    if any(not 0 <= end - start <= _GAP for start, end in gaps):
        return None
    ours, theirs = (shingles.forms(d.text[start:end]) for d, (start, end) in zip((left, right), gaps, strict=True))
    if ours != theirs:
        return None
    return replace(first, left=left.span(first.left.start, then.left.end), right=right.span(first.right.start, then.right.end))


def _without(claim: Claim, carriers: Mapping[str, frozenset[str]]) -> Claim:
    """A claim whose chain has nobody who only carries the whole page: its agency, its authors."""
    names = carriers[claim.span.document]
    chain = (*(h for h in claim.chain[:-1] if h.name not in names), *claim.chain[-1:])
    return replace(claim, chain=chain) if len(chain) < len(claim.chain) else claim


def _quoted(side: Span, quoted: Mapping[str, Sequence[Span]], document: Document) -> tuple[str, str]:
    """The quotation in which most of a passage's side stands; and the same with what stands before and after who said it."""
    marks = sorted(quoted.get(side.document, ()), key=lambda q: q.start)
    at = max(range(len(marks)), key=lambda n: marks[n].overlap(side), default=None)
    if at is None:
        return side.text, side.text
    first = last = at
    while first and _goes_on(marks[first - 1], marks[first], document):
        first -= 1
    while last + 1 < len(marks) and _goes_on(marks[last], marks[last + 1], document):
        last += 1
    return marks[at].text, " ".join(q.text for q in marks[first : last + 1])


def _goes_on(one: Span, then: Span, document: Document) -> bool:
    """Whether a quotation goes on behind who said it, in the same paragraph."""
    between = document.text[one.end : then.start]
    return 0 < len(between) <= _GAP and "\n" not in between


def _same(ours: str, theirs: str) -> bool:
    """Whether two quotations are one, as it may be altered: half the words of the shorter stand in the other."""
    one, other = (set(shingles.forms(text)) for text in (ours, theirs))
    return 2 * len(one & other) > min(len(one), len(other))


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
