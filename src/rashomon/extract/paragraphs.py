"""The attributions of a document in, whose its loose words are where a paragraph is one speaker's out.

What stands between two sentences of a paragraph by which the same person speaks is told by that person, and words between marks
that nobody is said to speak are those of the one who speaks in their paragraph, or of whoever answered last where a question
calls them out. Both are marked as inferred.
"""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract.frames import SUBJECTS
from rashomon.model import Attribution, Block, Document, Hop, Quotation
from rashomon.text.parse import Parse

_BETWEEN = 3  # sentences between two of one speaker
_AWAY = frozenset({"wanting", "demanding", "thinking"})


def between(
    document: Document, parse: Parse, blocks: Sequence[Block], known: Sequence[Attribution], quotations: Sequence[Quotation]
) -> Iterator[Attribution]:
    """The sentences between two by which one and the same speaks."""
    starts = [parse.start[first] for first, _ in parse.sentences]
    told: dict[int, list[Attribution]] = {}
    touched: set[int] = set()
    for attribution in known:
        for place in {bisect_right(starts, s.start) - 1 for s in (attribution.cue, *attribution.content) if s is not None}:
            told.setdefault(place, []).append(attribution)
        touched |= {
            t for c in attribution.content for t in range(bisect_right(starts, c.start) - 1, bisect_right(starts, c.end - 1))
        }
    touched |= {
        t for q in quotations for t in range(bisect_right(starts, q.span.start) - 1, bisect_right(starts, q.span.end - 1))
    }
    spoken = sorted(told)
    for one, other in itertools.pairwise(spoken):
        speaker = _same(told[one], told[other])
        inside = range(one + 1, other)
        if speaker is None or not 0 < len(inside) <= _BETWEEN or any(t in touched for t in inside):
            continue
        if not any(b.start <= starts[one] and starts[other] < b.end for b in blocks):
            continue
        for place in inside:
            first, last = parse.sentences[place]
            words = [t for t in range(first, last) if any(c.isalnum() for c in parse.word(t))]
            if len(words) > 2 and parse.word(last - 1) != "?" and _goes_with(parse, first, last, told[one]):
                span = document.span(parse.start[words[0]], parse.end[words[-1]])
                hop = replace(speaker, inferred=True, why=f"{speaker.name} speaks in the sentences before and behind")
                yield Attribution(
                    id=f"{document.id}.a{span.start}-{span.end}", manner="indirect", content=(span,), speaker=hop,
                )  # fmt: skip


def _goes_with(parse: Parse, first: int, last: int, said: Sequence[Attribution]) -> bool:
    """Whether a sentence keeps to the past of what was said, and brings in nobody by name who acts in it."""
    cue = next((a.cue for a in reversed(said) if a.cue is not None), None)
    past = cue is not None and any(parse.tag[t] == "VBD" for t in parse.tokens(cue.start, cue.end))
    root = next((t for t in range(first, last) if parse.head[t] == t), first)
    verbs = {parse.tag[t] for t in (root, *parse.children[root]) if parse.pos[t] in ("VERB", "AUX")}
    subjects = (c for c in parse.children[root] if parse.dep[c] in SUBJECTS)
    named = any(parse.pos[t] == "PROPN" for s in subjects for t in (s, *parse.children[s]))
    return not named and not (past and verbs & {"VBZ", "VBP"} and "VBD" not in verbs)


def _same(before: Sequence[Attribution], behind: Sequence[Attribution]) -> Hop | None:
    """The one who alone speaks in both of two sentences."""
    people = [a.speaker for a in (*before, *behind) if a.speaker is not None and (a.content or a.cue is not None)]
    away = any(a.cue_class in _AWAY for a in (*before, *behind))
    named = bool(people) and people[0].kind in ("person", "organisation", "group")
    return people[0] if named and not away and len({p.name for p in people}) == 1 else None


def speakers(
    document: Document, parse: Parse, blocks: Sequence[Block], known: Sequence[Attribution], loose: Sequence[Quotation]
) -> Iterator[Hop | None]:
    """Whose some words between marks are that nobody is said to speak; None where they may be several's."""
    said = sorted((a for a in known if a.speaker is not None and a.content), key=lambda a: a.content[0].start)
    starts = [a.content[0].start for a in said]
    for quotation in loose:
        at = bisect_right(blocks, quotation.span.start, key=lambda b: b.start) - 1
        if at < 0:
            yield None
            continue
        first, last = (bisect_right(starts, place - 1) for place in (blocks[at].start, blocks[at].end))
        yield _alone(document, parse, blocks[at], quotation, said[first:last], said[max(0, first - 1) : first])


def _alone(
    document: Document,
    parse: Parse,
    block: Block,
    quotation: Quotation,
    near: Sequence[Attribution],
    above: Sequence[Attribution],
) -> Hop | None:
    """The one who speaks in the sentence before, else in the paragraph, else who spoke last above a question."""
    before = parse.tokens(block.start, quotation.span.start)
    begins = parse.start[parse.sentence(before[-1])[0]] if before else block.end
    last = [a for a in near if a.content[-1].end > begins and a.content[0].start < quotation.span.start]
    asked = not near and document.text[block.start : quotation.span.start].rstrip().endswith("?")
    for those in (last, near, above if asked else ()):
        people = {a.speaker.name: a.speaker for a in those if a.speaker is not None and a.speaker.kind != "unnamed"}
        if len(people) == 1 and not (those is above and any(a.cue_class in _AWAY for a in those)):
            (found,) = people.values()
            return replace(found, inferred=True, why=f"{found.name} alone speaks around these words")
    return None
