"""Stretches of a sentence in, what they could be out: the name of a speaker, a clause of its own, somebody speaking."""

from rashomon.extract import parted
from rashomon.extract.called import label_of
from rashomon.extract.cues import cues
from rashomon.extract.frames import SUBJECTS
from rashomon.text.parse import Parse

SOURCE = 9
"""Tokens of a speaker before the verb."""

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEADS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_MARKS = frozenset('"“”„«»')
_IDLE = frozenset({"who", "which", "that", "what", "i", "we", "you", "it", "there"})

Run = tuple[int, int]
"""First and after-last token."""


def speaker(parse: Parse, run: Run) -> int | None:
    """The head of a short phrase that names somebody, with nothing in it that tells of them; None where it is none."""
    inside = range(*run)
    if not 0 < len(inside) <= SOURCE or parse.pos[run[0]] not in _LEADS or parse.word(run[0]).lower() in _IDLE:
        return None
    if any(parse.tag[t] in _FINITE or parse.word(t) in _MARKS or parse.tag[t] in ("WP", "WDT", "IN/that") for t in inside):
        return None
    tops = [t for t in inside if parse.pos[t] in _NOUNS and not run[0] <= parse.head[t] < run[1]]
    head = next((t for t in inside if parse.pos[t] in _NOUNS and (t + 1 == run[1] or parse.pos[t + 1] in ("ADP", "PUNCT"))), None)
    top = tops[0] if len(tops) == 1 and parse.pos[tops[0]] != "PRON" else head
    return top if top is not None and _may_speak(parse, top) else None


def _may_speak(parse: Parse, token: int) -> bool:
    """Whether a noun is one for people, bodies or papers, a name, or "he"."""
    lemma, word = parse.lemma[token].lower(), parse.word(token).lower()
    if parse.pos[token] == "PRON":
        return word in ("he", "she", "they", "it")
    named = parse.pos[token] == "PROPN" or label_of(parse, token) in ("PERSON", "ORG", "NORP")
    return named or lemma in cues().group | cues().medium | cues().vague | cues().document or parted.does(lemma)


def clause(parse: Parse, first: int, end: int) -> bool:
    """Whether a stretch is a clause of its own, outside marks, and none that only says when or why."""
    inside = range(first, end)
    verbal = any(parse.tag[t] in _FINITE for t in inside)
    opens = parse.dep[first] == "mark" or parse.tag[first] in ("WRB", "WP")
    return end - first > 2 and verbal and not opens and not any(parse.word(t) in _MARKS for t in inside)


def stands(parse: Parse, first: int, end: int) -> bool:
    """Whether a stretch is a clause whose verb has its subject in it."""
    verbs = [t for t in range(first, end) if parse.tag[t] in _FINITE]
    owned = any(
        parse.dep[c] in SUBJECTS | {"expl"} and first <= c < v
        for v in verbs
        for t in (v, parse.head[v])
        for c in parse.children[t]
    )
    return end - first > 2 and owned and clause(parse, first, end)


def speaks(parse: Parse, first: int, last: int) -> bool:
    """Whether a verb of saying stands in a stretch."""
    return any(parse.lemma[t] in cues().speech and parse.tag[t] in _FINITE for t in range(first, last))
