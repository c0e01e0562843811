"""Documents with their claims in, the passages that two of them share out.

Verbatim runs come from an index of n-grams over the texts; rewritten ones from an index over the rare words of claims, and in a
pile of some dozens from stretches of sentences that say the same in another order. Shared
wording that proves nothing (names, stock phrases) is light, for it is frequent, and makes no passage alone.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Annotations, Claim, Document, Passage, Span, Spans
from rashomon.model.document import PROSE_ROLES
from rashomon.relate import stretches
from rashomon.text import shingles

LEAST = 0.38
"""Share of the weight of either claim that must recur in the other for one to be a rewriting of the other."""

LEAST_OF_COPIES = 0.25
"""The same between two documents of which one is known to be taken from the other."""

_FEW = 3  # distinct words of some weight that a rewriting shares at least
_MANY = 40  # documents above which a pile is mostly copies
_UNMISTAKABLE = 8  # words in a row that are no mere name with an office
_SHORT = 3  # letters up to which a word is a function word more often than not


@dataclass(frozen=True, slots=True, eq=False)
class _Unit:
    """A claim with the words of it that count, and how much each does."""

    claim: Claim
    words: Mapping[str, float]


def find(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    pairs: Collection[tuple[str, str]],
    copied: Collection[tuple[str, str]] = (),
) -> tuple[Passage, ...]:
    """The passages between the documents of each pair of ids, in the order of their left and right sides. `copied`: those pairs
    of which one is known to be taken from the other.
    """
    by_id = {d.id: d for d in documents}
    quoted = speeches(annotations)
    words = {d.id: list(_blocks(d)) for d in documents}
    crediting = {a.document: Spans([s for x in a.attributions for s in (x.source, x.cue) if s]) for a in annotations}
    units = _units(annotations)
    said = stretches.read(documents) if len(documents) <= _MANY else None
    found = []
    for left, right in sorted(pairs):
        least = LEAST_OF_COPIES if (left, right) in copied else LEAST
        rewritten = list(_rewritten(units[left], units[right], quoted, least))
        runs = [p for p in _copied(by_id[left], by_id[right], words) if not any(_covers(r, *p) for r in rewritten)]
        runs = [p for p in runs if not any(_credits(side, crediting) for side in p)]
        known = [*rewritten, *(Passage(left=a, right=b, kind=kind(a, b, quoted, "verbatim")) for a, b in runs)]
        if said:
            more = stretches.shared(by_id[left], by_id[right], *said)
            known += [
                Passage(left=a, right=b, kind=kind(a, b, quoted)) for a, b in more if not any(_meets(p, a, b) for p in known)
            ]
        found += known
    return tuple(sorted(found, key=lambda p: (p.left, p.right)))


def _meets(passage: Passage, left: Span, right: Span) -> bool:
    """Whether both sides overlap those of a passage already found."""
    return bool(passage.left.overlap(left) and passage.right.overlap(right))


def _credits(side: Span, crediting: Mapping[str, Spans]) -> bool:
    """Whether most of a short run says who speaks: a name with an office and a cue has the same words wherever it is met."""
    found = crediting[side.document]
    if len(shingles.forms(side.text)) >= _UNMISTAKABLE:
        return False
    return 2 * sum(found.spans[i].overlap(side) for i in found.over(side)) > side.end - side.start


def _covers(passage: Passage, left: Span, right: Span) -> bool:
    """Whether most of both sides lies in a passage already found."""
    return 2 * passage.left.overlap(left) > left.end - left.start and 2 * passage.right.overlap(right) > right.end - right.start


def _blocks(document: Document) -> Iterator[list[shingles.Word]]:
    """The words of each paragraph."""
    for block in document.blocks:
        if block.role in PROSE_ROLES:
            yield shingles.words(document.text, block.start, block.end)


def _copied(
    left: Document, right: Document, words: Mapping[str, Sequence[Sequence[shingles.Word]]]
) -> Iterator[tuple[Span, Span]]:
    """Runs of words that two documents share within one paragraph of each."""
    texts = {f"{side.id} {i}": found for side in (left, right) for i, found in enumerate(words[side.id])}
    for run in shingles.runs(texts):
        ours, theirs = texts[run.left][run.left_start : run.left_end], texts[run.right][run.right_start : run.right_end]
        if run.left.startswith(left.id) and run.right.startswith(right.id) and _says_something(ours, left.text):
            yield left.span(ours[0].start, ours[-1].end), right.span(theirs[0].start, theirs[-1].end)


def _says_something(words: Sequence[shingles.Word], text: str) -> bool:
    """Whether a run is more than a name with its articles: two words of some length in lower case."""
    return sum(text[w.start].islower() and len(w.form) > _SHORT for w in words) >= 2


def _units(annotations: Sequence[Annotations]) -> dict[str, list[_Unit]]:
    """The claims of each document with the words that count, each word by how rare it is in the pile."""
    words = {a.document: [_words(c) for c in a.claims] for a in annotations}
    held = Counter(w for claims in words.values() for claim in claims for w in claim)
    total = sum(map(len, words.values()))
    weight = {w: math.log(total / n) for w, n in held.items()} if total else {}
    if len(annotations) > _MANY:  # in a pile of copies every word is common; there rarity is left out
        weight = dict.fromkeys(weight, 1.0)
    return {
        a.document: [_Unit(c, {w: weight[w] for w in ws}) for c, ws in zip(a.claims, words[a.document], strict=True)]
        for a in annotations
    }


def _rewritten(
    ours: Sequence[_Unit], theirs: Sequence[_Unit], quoted: Mapping[str, Sequence[Span]], least: float
) -> Iterator[Passage]:
    """For each claim the claim of the other document that shares most of its weight, where it is enough."""
    best: dict[tuple[bool, int], tuple[float, int]] = {}
    for i, j in _candidates(ours, theirs):
        score = _share(ours[i], theirs[j])
        if score >= least:
            best[True, i] = max(best.get((True, i), (0.0, 0)), (score, j))
            best[False, j] = max(best.get((False, j), (0.0, 0)), (score, i))
    for i, j in sorted({(one, other) if left else (other, one) for (left, one), (_, other) in best.items()}):
        left, right = ours[i].claim.span, theirs[j].claim.span
        yield Passage(left=left, right=right, kind=kind(left, right, quoted))


def _verbatim(left: Span, right: Span) -> str:
    return "verbatim" if shingles.forms(left.text) == shingles.forms(right.text) else "paraphrase"


def _words(claim: Claim) -> frozenset[str]:
    found = (w.form for w in shingles.words(claim.span.text))
    return frozenset(w[:-1] if len(w) > 4 and w[-1] == "s" else w for w in found if len(w) > _SHORT or w[0].isdigit())


def _candidates(ours: Sequence[_Unit], theirs: Sequence[_Unit]) -> Iterator[tuple[int, int]]:
    """Pairs of claims of two documents that share at least `_FEW` words, in text order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, unit in enumerate(theirs):
        for word in unit.words:
            holders[word].append(j)
    for i, unit in enumerate(ours):
        shared: Counter[int] = Counter()
        for word in unit.words:
            shared.update(holders.get(word, ()))
        yield from ((i, j) for j, n in sorted(shared.items()) if n >= _FEW)


def _share(left: _Unit, right: _Unit) -> float:
    """The smaller share of weight that one has of the other, so that a short claim inside a long one does not do."""
    shared = sum(weight for word, weight in left.words.items() if word in right.words)
    return shared / max(sum(left.words.values()), sum(right.words.values()), 1e-9)


def speeches(annotations: Sequence[Annotations]) -> dict[str, list[Span]]:
    """What is quoted as said, by the document."""
    return {found.document: [q.content for q in found.quotations if q.kind == "speech"] for found in annotations}


def kind(left: Span, right: Span, quoted: Mapping[str, Sequence[Span]], otherwise: str | None = None) -> str:
    """One quotation on both sides; or `otherwise`, or else verbatim or paraphrase, by the words."""
    otherwise = otherwise or _verbatim(left, right)
    both = all(any(2 * q.overlap(side) >= side.end - side.start for q in quoted.get(side.document, ())) for side in (left, right))
    return "same-quotation" if both else otherwise
