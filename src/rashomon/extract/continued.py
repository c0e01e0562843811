"""Attributions in, those without a cue out: sentences that go on in the tense of what was said, and speech that is nobody's.

Free indirect speech is taken for such only where grammar shows it: the sentence right behind reported words has a pronoun
for its subject and steps back in time with them ("He had seen nobody.", "They would return.", "He was to bring
food."). It is marked as inferred.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract import paragraphs
from rashomon.extract.frames import LONGEST, SUBJECTS
from rashomon.model import Attribution, Block, Document, Hop, Quotation, Span
from rashomon.text.parse import Parse

NOBODY = Hop(name="unattributed", kind="unnamed", why="nobody is said to speak these words")
_WORDS = 5
_HE = frozenset({"he", "she"})
_PRONOUNS = frozenset({"he", "she", "they"})
_SPEAKERS = frozenset({"person", "group", "unnamed"})
_MEETING = frozenset(
    {"speak", "talk", "decline", "refuse", "hang", "ask", "smile", "nod", "shake", "laugh", "sigh", "pause", "point", "die",
     "give", "introduce", "leave", "resign", "be", "remain", "sit", "stand", "become", "work", "live", "serve"}
)  # fmt: skip
"""What whoever quotes somebody tells of him."""
_AWAY = frozenset({"wanting", "demanding", "thinking", "denying"})


def continued(
    document: Document, parse: Parse, known: Sequence[Attribution], quotations: Sequence[Quotation]
) -> Iterator[Attribution]:
    """The sentences that go on with what somebody is reported to have said in the sentence before, in text order."""
    said = sorted((c.start, c.end) for a in known for c in a.content)
    taken = sorted([*said, *((q.span.start, q.span.end) for q in quotations)])
    cues = {t: a for a in known if a.cue is not None for t in parse.tokens(a.cue.start, a.cue.end)[:1]}
    held: Attribution | None = None
    witness: Attribution | None = None
    for first, last in parse.sentences:
        here = [cues[t] for t in range(first, last) if t in cues]
        own = witness if not here and _goes_on_telling(document, parse, first, last, witness) else None
        span = _sentence(document, parse, first, last) if own is not None else None
        if own is not None and span is not None and not _touched(taken, parse.start[first], parse.end[last - 1]):
            yield _goes_on(document, own, span)
            continue
        witness = _witness(here) or (witness if not here and _spoken(taken, parse, first, last) else None)
        if here:
            held = here[0] if len(here) == 1 and _reports(parse, here[0], last) else None
        elif held is None or last - first > LONGEST or _touched(taken, parse.start[first], parse.end[last - 1]):
            held = None
        elif (span := _sentence(document, parse, first, last)) is not None and _steps_back(parse, first, last):
            yield _goes_on(document, held, span)
        else:
            held = None


def unattributed(
    document: Document, parse: Parse, blocks: Sequence[Block], known: Sequence[Attribution], quotations: Sequence[Quotation]
) -> Iterator[Attribution]:
    """Whole sentences between marks that nobody is said to speak, of whoever alone speaks around them."""
    said = sorted((c.start, c.end) for a in known for c in a.content)
    below = {_bare(c.text): a for a in reversed(known) if a.manner == "direct" for c in a.content}
    title, loose = document.title, list[Quotation]()
    for quotation in quotations:
        if (
            title is not None
            and title.start <= quotation.span.start < title.end
            and not _touched(said, quotation.content.start, quotation.content.end)
        ):
            yield from _headed(document, quotation, below)
            continue
        words, span = quotation.content.text.split(), quotation.content
        whole = len(words) >= _WORDS and words[0][0].isupper() and words[-1][-1] in ".!?…,"
        before = document.text[max(0, quotation.span.start - 2) : quotation.span.start].rstrip(" ")
        starts = before[-1:] in ("", "\n", ".", "!", "?")
        if quotation.kind == "speech" and whole and starts and not _touched(said, span.start, span.end):
            loose.append(quotation)
    for quotation, whose in zip(loose, paragraphs.speakers(document, parse, blocks, known, loose), strict=True):
        place = f"{document.id}.a{quotation.content.start}-{quotation.content.end}"
        yield Attribution(id=place, manner="direct", content=(quotation.content,), speaker=whose or NOBODY)


def _headed(document: Document, quotation: Quotation, below: dict[str, Attribution]) -> Iterator[Attribution]:
    """The words between marks in a headline, of whoever is quoted with them below; of nobody who is named, where nobody is."""
    span = quotation.content
    if quotation.kind != "speech" or len(span.text.split()) < 4:
        return
    again = next((a for words, a in below.items() if _bare(span.text) in words), None)
    speaker = NOBODY
    if again is not None and again.speaker is not None:
        speaker = replace(again.speaker, inferred=True, why=f"{again.speaker.name} is quoted with these words below")
    yield Attribution(id=f"{document.id}.a{span.start}-{span.end}", manner="direct", content=(span,), speaker=speaker)


def _bare(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


def _reports(parse: Parse, attribution: Attribution, last: int) -> bool:
    """Whether somebody is reported to have said the words that the sentence ends with, or that its cue does."""
    if attribution.manner != "indirect" or attribution.cue is None or attribution.cue_class in _AWAY:
        return False
    if attribution.speaker is None or attribution.speaker.kind not in _SPEAKERS or attribution.source is None:
        return False
    ends = max(attribution.cue.end, attribution.source.end, *(c.end for c in attribution.content))
    past = any(parse.tag[t] == "VBD" for t in parse.tokens(attribution.cue.start, attribution.cue.end))
    return past and parse.end[last - 1] - ends <= 2


def _touched(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of some stretches, in text order, overlaps another; none is far longer than those around it."""
    at = bisect_left(stretches, (end,))
    return any(b > start for _, b in stretches[max(0, at - 8) : at])


def _steps_back(parse: Parse, first: int, last: int) -> bool:
    """Whether a sentence has a pronoun for its subject, and a past before the past or a future seen from there."""
    root = next((t for t in range(first, last) if parse.head[t] == t and parse.pos[t] in ("VERB", "AUX")), None)
    if root is None:
        return False
    below = parse.children[root]
    subject = next((c for c in below if parse.dep[c] in SUBJECTS), None)
    if subject is None or parse.word(subject).lower() not in _PRONOUNS:
        return False
    ordered = parse.tag[root] == "VBD" and parse.lemma[root] == "be" and _to(parse, root)
    had = parse.tag[root] == "VBN" and any(parse.word(c).lower() == "had" for c in below)
    return had or ordered or any(parse.tag[c] == "MD" and parse.word(c).lower() == "would" for c in below)


def _to(parse: Parse, be: int) -> bool:
    """ "She was to fetch the nurses": what was planned then."""
    planned = (c for c in parse.children[be] if parse.dep[c] == "xcomp" and parse.tag[c] == "VB")
    return any(parse.word(g).lower() == "to" and g == be + 1 for c in planned for g in parse.children[c])


def _witness(here: Sequence[Attribution]) -> Attribution | None:
    """What the one person says who speaks in a sentence."""
    people = {a.speaker.name for a in here if a.speaker is not None}
    told = [a for a in here if a.source is not None and a.speaker is not None and a.speaker.kind == "person"]
    told = [a for a in told if a.manner != "indirect" or a.content[0].text.split()[0].lower() in _HE]
    return told[0] if len(people) == 1 and told and not any(a.cue_class in _AWAY for a in here) else None


def _spoken(taken: Sequence[tuple[int, int]], parse: Parse, first: int, last: int) -> bool:
    """Whether a sentence is all somebody's words between marks."""
    start, end = parse.start[first], parse.end[last - 1]
    return any(a <= start + 1 and end - 1 <= b for a, b in taken)


def _goes_on_telling(document: Document, parse: Parse, first: int, last: int, witness: Attribution | None) -> bool:
    """Whether a sentence right behind a person's words goes on with what he did or went through: "He looked at the clock"."""
    if witness is None or witness.speaker is None or last - first > LONGEST or parse.word(first) not in ("He", "She"):
        return False
    told = witness.content[-1].end if witness.content else 0
    if "\n" in document.text[told : parse.start[first]]:
        return False
    root = parse.head[first]
    subject = parse.dep[first] == "nsubj" and parse.tag[root] == "VBD" and parse.head[root] == root
    return subject and parse.lemma[root] not in _MEETING


def _sentence(document: Document, parse: Parse, first: int, last: int) -> Span | None:
    """A sentence without the stop behind it."""
    words = [t for t in range(first, last) if any(c.isalnum() for c in parse.word(t))]
    return document.span(parse.start[words[0]], parse.end[words[-1]]) if len(words) > 2 else None


def _goes_on(document: Document, held: Attribution, span: Span) -> Attribution:
    speaker = held.speaker
    if speaker is not None:
        speaker = replace(speaker, inferred=True, why=f"goes on in the tense of what {speaker.name} said")
    place = f"{document.id}.a{span.start}-{span.end}"
    return replace(held, id=place, manner="indirect", source=None, cue=None, content=(span,), speaker=speaker)
