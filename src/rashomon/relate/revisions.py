"""Two versions of one account in, what the later one changed out, sentence against sentence; and which copies carry it.

Sentences that are the same hold the rest in place (as in any diff); between them each is set against the one most like it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from rashomon.model import Annotations, Derivation, Quantity, Revision, Span
from rashomon.relate import renderings
from rashomon.relate.renderings import Sentence, Wording
from rashomon.text import shingles

LEAST = 0.3
"""Share of the words of two sentences in common from which one is the other, changed, rather than left out and put in."""


def added(
    edges: Sequence[Derivation], document_of: Mapping[str, str], wordings: Mapping[str, Wording], found: Mapping[str, Annotations]
) -> Iterator[Derivation]:
    """The edges, those between two versions of one account with what the later one changed. `document_of`: by an origin's id."""
    taking: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.upstream in document_of and edge.manner not in ("cites", "quotes", "updates"):
            taking[document_of[edge.upstream]].add(edge.downstream)
    for edge in edges:
        if edge.manner == "updates" and edge.upstream in document_of:
            earlier, later = document_of[edge.upstream], edge.downstream
            copying = sorted(_below({earlier, later}, taking) - {earlier, later})
            changed = between(wordings[earlier], wordings[later], [wordings[c] for c in copying], found)
            edge = replace(edge, revisions=changed)
        yield edge


def _below(documents: set[str], taking: Mapping[str, set[str]]) -> set[str]:
    """Everything that took from these, through however many others."""
    seen: set[str] = set()
    waiting = sorted(documents)
    while waiting:
        for copy in taking.get(waiting.pop(), ()):
            if copy not in seen:
                seen.add(copy)
                waiting.append(copy)
    return seen


def between(
    earlier: Wording, later: Wording, copies: Sequence[Wording], found: Mapping[str, Annotations]
) -> tuple[Revision, ...]:
    """The sentences added, removed and changed, in the order of the later version, removed ones where they stood. `copies`: the
    accounts that took from either; where a figure changed, each that gives the new one or still the old.
    """
    made = []
    for before, after in _aligned(earlier, later):
        left, right = (w.document.span(s.start, s.end) if s else None for w, s in ((earlier, before), (later, after)))
        old, new = _figures(left, found), _figures(right, found)
        carried, kept = _carrying(before, after, old, new, copies, found) if old != new and before and after else ((), ())
        kind = "changed" if left and right else "added" if right else "removed"
        made.append(Revision(kind=kind, left=left, right=right, carried=carried, kept=kept))
    return tuple(made)


def _aligned(earlier: Wording, later: Wording) -> Iterator[tuple[Sentence | None, Sentence | None]]:
    """Pairs of sentences that differ; None where there is no other."""
    ours, theirs = ([_forms(w, s) for s in w.sentences] for w in (earlier, later))
    for what, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what != "equal":
            yield from _paired(earlier.sentences[a:b], later.sentences[c:d])


def _forms(wording: Wording, sentence: Sentence) -> tuple[str, ...]:
    return shingles.forms(wording.document.text[sentence.start : sentence.end])


def _paired(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[tuple[Sentence | None, Sentence | None]]:
    """The best pairs of a stretch, one to one, without crossing; what is left over alone."""
    scored = sorted(((_alike(o, n), -i, -j) for i, o in enumerate(old) for j, n in enumerate(new)), reverse=True)
    pairs: dict[int, int] = {}
    for score, i, j in scored:
        crossing = any((k < -i) != (pairs[k] < -j) for k in pairs if k != -i)
        if score >= LEAST and -i not in pairs and -j not in pairs.values() and not crossing:
            pairs[-i] = -j
    at = 0
    for i, sentence in enumerate(old):
        if i in pairs:
            yield from ((None, added) for added in new[at : pairs[i]])
            yield sentence, new[pairs[i]]
            at = pairs[i] + 1
        else:
            yield sentence, None
    yield from ((None, added) for added in new[at:])


def _alike(left: Sentence, right: Sentence) -> float:
    return len(left.words & right.words) / max(len(left.words | right.words), 1)


Figures = frozenset[tuple[float | None, float | None, str | None]]


def _figures(span: Span | None, found: Mapping[str, Annotations]) -> Figures:
    """The figures in a sentence, by what they allow and count in."""
    quantities: Sequence[Quantity] = found[span.document].quantities if span else ()
    inside = [q for q in quantities if span and span.covers(q.span) and q.kind != "ordinal"]
    return frozenset((q.low, q.high, q.unit) for q in inside)


def _carrying(
    before: Sentence, after: Sentence, old: Figures, new: Figures, copies: Sequence[Wording], found: Mapping[str, Annotations]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where copies give the new figures, and where still the old ones, in their renderings of the sentence."""
    carried, kept = [], []
    for copy in copies:
        best = max(copy.sentences, key=lambda s: max(_alike(s, before), _alike(s, after)), default=None)
        if best is None or max(_alike(best, before), _alike(best, after)) < renderings.ALIKE:
            continue
        span = copy.document.span(best.start, best.end)
        here = _figures(span, found)
        if (new - old) & here and not (old - new) & here:
            carried.append(span)
        elif (old - new) & here:
            kept.append(span)
    return tuple(carried), tuple(kept)
