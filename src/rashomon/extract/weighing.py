"""Framings that grammar shows and attributions that the tagger sees in, the framings that are kept out.

Where both see the same cue, the tagger knows better where words end, and grammar who is meant and what goes on in other
paragraphs. A cue that grammar alone sees needs some support by the tagger, unless its form leaves no doubt.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from rashomon.extract import sighted, verbs
from rashomon.extract.cues import cues
from rashomon.extract.frames import SUBJECTS, Framing
from rashomon.extract.tagger import Run, Tagged
from rashomon.model import Quotation
from rashomon.text.parse import Parse

SURE = 0.5
"""The tagger's score from which a cue is one even where grammar sees none."""

SEEN = 0.15
"""The score from which it is one where grammar sees it too."""

_PLAIN = frozenset({"colon", "according", "adverb", "opinion", "citing", "figure", "apposed"})
_HEARSAY = frozenset({"allege", "claim", "report", "rumor", "rumour", "say"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADP"})

Stretch = tuple[int, int]


def weighed(
    parse: Parse, shown: Sequence[Framing], tagged: Sequence[Tagged], quotations: Sequence[Quotation]
) -> Iterator[Framing]:
    """The framings that are kept, in the order of their cue words, no two with the same."""
    by_head = {f.head: f for f in shown}
    by_word = {t: f.head for f in shown for t in range(*f.cue)}
    marks = {q.span.start: q for q in quotations if q.kind != "title"}
    torn = _torn(parse.text, quotations)
    cited = {t for f in shown if f.form == "citing" for t in _up_to_verb(parse, f.head)}
    held = {(q.content.start, q.content.end) for q in marks.values()}
    owners = {s: f.head for f in shown for s in f.content if s in held}
    seen: dict[int, Framing] = {}
    for tag in tagged:
        if tag.head in cited or _label(parse, tag) or _line(parse.text, parse.start[tag.head]) in torn:
            continue
        known = by_head.get(tag.head) or by_head.get(next((by_word[t] for t in range(*tag.cue) if t in by_word), -1))
        if known is None:
            made = _new(parse, tag, marks) if tag.score >= SURE else None
        else:
            made = _better(parse, tag, known, marks) if tag.score >= SEEN and known.form not in _PLAIN else None
            made = replace(made, content=_owned(parse, made, known, owners)) if made is not None else None
        if made is not None:
            seen[made.head] = made
    kept = seen | {f.head: f for f in shown if f.head not in seen and _stands(parse, f, held, torn)}
    taken: set[Run] = set()
    for head in sorted(kept):
        if kept[head].cue not in taken and not _cut_off(parse, kept[head], held):
            taken.add(kept[head].cue)
            yield kept[head]


def _cut_off(parse: Parse, framing: Framing, held: Set[Stretch]) -> bool:
    """Whether a semicolon stands between words without marks and a cue behind them: "the van turns; its clock reads 4:09"."""
    place = parse.start[framing.cue[0]]
    return framing.form == "verb" and all(
        stretch not in held and stretch[1] <= place and ";" in parse.text[stretch[1] : place] for stretch in framing.content
    )


def _up_to_verb(parse: Parse, token: int) -> Iterator[int]:
    """The heads above a token, to the first verb."""
    for above in parse.path(token):
        yield above
        if parse.pos[above] == "VERB":
            return


def _label(parse: Parse, tag: Tagged) -> bool:
    """Whether a colon stands behind no source but a label ("CORRECTED: …")."""
    behind = [parse.word(last - 1).lower() for _, last in tag.source]
    return parse.word(tag.head) == ":" and any(word in cues().labels for word in behind)


def _line(text: str, place: int) -> int:
    """Where the line of a place begins, less one."""
    return text.rfind("\n", 0, place)


def _torn(text: str, quotations: Sequence[Quotation]) -> set[int]:
    """The lines in which some mark is printed the wrong way round: there the tagger is lost."""
    wrong = (q for q in quotations if text[q.span.end - 1] in "“„«" or text[q.span.start] not in sighted.OPENING)
    return {_line(text, q.span.start) for q in wrong}


def _stands(parse: Parse, framing: Framing, held: Set[Stretch], torn: Set[int]) -> bool:
    """Whether grammar alone is believed: by the form of the cue, between marks, in other lines, and where the tagger is lost."""
    line = _line(parse.text, parse.start[framing.head])
    if framing.form in _PLAIN or line in torn or _rejects(parse, framing):
        return True
    away = all(_line(parse.text, a) != line for a, _ in framing.content)
    hearsay = framing.form == "passive" and framing.source is None and framing.lemma in _HEARSAY
    return away or hearsay or all(s in held for s in framing.content) or _told(parse, framing)


def _rejects(parse: Parse, framing: Framing) -> bool:
    """Whether somebody denies what was just said: "the ministry denied that"."""
    pointing = [parse.text[a:b].lower() for a, b in framing.content] in (["that"], ["it"], ["this"])
    return pointing and framing.kind == "denying" and framing.form == "verb" and framing.source is not None


def _told(parse: Parse, framing: Framing) -> bool:
    """Whether a verb of saying has a clause of its own, below it or behind a "that" further on."""
    if framing.lemma not in cues().speech or framing.kind == "wanting" or framing.source is None or framing.form != "verb":
        return False
    clauses = [c for c in parse.children[framing.head] if parse.dep[c] == "ccomp"]
    below = any(parse.dep[c] in SUBJECTS for clause in clauses for c in parse.children[clause])
    return below or _occasioned(parse, framing.head)


def _occasioned(parse: Parse, cue: int) -> bool:
    """Whether between a verb of saying and its "that" stands only where or to whom it was said: "in an interview with …"."""
    clause = verbs.far_clause(parse, cue)
    if clause is None:
        return False
    between = [t for t in itertools.takewhile(lambda t: t != cue, parse.path(clause)) if t != clause]
    return bool(between) and parse.dep[between[-1]] == "prep" and all(parse.pos[t] in _NOMINAL for t in between)


def _new(parse: Parse, tag: Tagged, marks: Mapping[int, Quotation]) -> Framing | None:
    """The framing of a cue that the tagger alone sees. A word that the lexicon does not know makes nobody a speaker."""
    lemma = verbs.lemma_of(parse, tag.head)
    verbal = parse.tag[tag.head].startswith("VB")
    known = lemma in cues().verbs if verbal else lemma in cues().saying
    content = sighted.contents(parse, tag, marks)
    named = [t for a, b in tag.content for t in range(a, b) if parse.pos[t] not in ("PRON", "PUNCT", "SPACE")]
    if verbal and (verbs.idle(parse, tag.head) or _breaks(parse, tag, lemma)):
        return None
    if (
        not content
        or not named
        or lemma in ("be", "have", "do")
        or (not known and not tag.source)
        or (verbal and lemma in cues().clause)
    ):
        return None
    return Framing(
        cue=tag.cue,
        head=tag.head,
        lemma=lemma,
        form="verb" if verbal else "noun",
        kind=cues().verbs.get(lemma, "neutral") if known or _utters(parse, tag, marks) else "wanting",
        source=sighted.source(parse, tag, None),
        words=sighted.words(parse, tag),
        content=content,
        negated=any(parse.dep[c] == "neg" for c in parse.children[tag.head]),
    )


def _utters(parse: Parse, tag: Tagged, marks: Mapping[int, Quotation]) -> bool:
    """Whether a sign that the lexicon does not know brings in words between marks: "Velis: “…”", "“…,” weeps Velis"."""
    starts = {parse.start[t] for a, _ in tag.content for t in (a - 1, a) if t >= 0}
    spoken = any(marks[start].kind == "speech" for start in starts & {*marks})
    return bool(tag.source) and (parse.word(tag.head) == ":" or parse.tag[tag.head] in ("VBZ", "VBD")) and spoken


def _breaks(parse: Parse, tag: Tagged, lemma: str) -> bool:
    """Whether a word that only introduces words between marks ("snapped") has none: then it is a thing that breaks."""
    marked = any(parse.word(t) in sighted.OPENING for a, b in tag.content for t in range(max(a - 1, 0), b))
    return lemma in cues().loud and not marked


def _better(parse: Parse, tag: Tagged, known: Framing, marks: Mapping[int, Quotation]) -> Framing:
    """A framing with the words that the tagger sees, where they make sense beside those that grammar shows."""
    content = sighted.contents(parse, tag, marks)
    source = sighted.source(parse, tag, known)
    lost = source is None and known.source is not None
    swallowed = lost and any(a <= parse.start[known.source or 0] < b for a, b in content)
    if swallowed or _width(content) < 12 <= _width(known.content) or _beheaded(parse, known, content):
        content = known.content
    if known.content and known.form == "verb" and (not content or verbs.aside(parse, tag.head)):
        content = known.content
    content = tuple(_from_that(parse.text, s, known.content) for s in content)
    if lost:
        source = known.source
    above = {t for t in parse.path(tag.head) if parse.pos[t] == "VERB"}
    verbal = any(a <= t < b for a, b in tag.source for t in above)  # no verb above it is its speaker
    words = () if verbal else sighted.words(parse, tag)
    return replace(known, cue=tag.cue, source=source, words=words, content=_elsewhere(parse, known, content))


def _owned(parse: Parse, made: Framing, known: Framing, owners: Mapping[Stretch, int]) -> tuple[Stretch, ...]:
    """The same without quotations that go on with what somebody else is reported to say, and with those behind its sentence."""
    first, last = parse.sentence(known.head)
    kept = [s for s in made.content if first <= owners.get(s, known.head) < last]
    behind = parse.end[last - 1]
    away = [s for s in known.content if owners.get(s) == known.head and s[0] >= behind]
    return tuple(sorted([*kept, *(s for s in away if not any(a < s[1] and s[0] < b for a, b in kept))]))


def _beheaded(parse: Parse, known: Framing, content: Sequence[Stretch]) -> bool:
    """Whether what the tagger sees as said ends behind the subject of a clause that goes on: "says the driver, who survived,
    | reported a fault".
    """
    for clause in (c for c in parse.children[known.head] if parse.dep[c] == "ccomp" and c > known.head):
        subject = next((c for c in parse.children[clause] if parse.dep[c] in SUBJECTS and c < clause), None)
        if subject is not None and any(a <= parse.start[subject] < b <= parse.start[clause] for a, b in content):
            return all(b <= parse.start[clause] for _, b in content)
    return False


def _width(content: Sequence[Stretch]) -> int:
    return sum(b - a for a, b in content)


def _from_that(text: str, stretch: Stretch, known: Sequence[Stretch]) -> Stretch:
    """What is said from "that" on, where a few words of time or place stand before it ("confirmed before the vote that ...")."""
    inner = next((a for a, b in known if stretch[0] < a < stretch[1] and text[max(0, a - 5) : a] == "that "), None)
    short = inner is not None and inner - stretch[0] < 60 and not re.search(r"[“\"”]", text[stretch[0] : inner])
    return (inner, stretch[1]) if inner is not None and short else stretch


def _elsewhere(parse: Parse, known: Framing, content: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """What the tagger sees in the cue's own line, and what is carried on in others."""
    place = parse.start[known.head]
    begin = parse.text.rfind("\n", 0, place) + 1
    end = parse.text.find("\n", place)
    other = [s for s in known.content if s[1] <= begin or 0 <= end <= s[0]]
    return tuple(sorted({*content, *other}))
