"""A document's parse in, framings out of clauses by which somebody takes a stand in a word or two: "the army blamed the rebels".

What they say is no proposition of its own ("she stands by her account", "the union counts 97"): verb, speaker and object are one
claim, and it is the speaker's. Verbs are data (`data/cues.toml`).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from rashomon import data
from rashomon.extract.called import label_of
from rashomon.extract.cues import cues
from rashomon.extract.frames import LONGEST, Framing
from rashomon.extract.parted import does
from rashomon.text.parse import Parse

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_CLAUSES = frozenset({"ccomp", "xcomp", "auxpass", "nsubjpass", "csubj"})
_KINDS = {"admit": "conceding", "deny": "denying"}
_NUMBER, _OBJECT = "#", "it"
"""An object that must be a figure, and a direct one of any sort."""
_NOW = frozenset({"by", "to"})
"""Words by which a verb is a stand now, and may be none of the past: "she stood by the dam"."""


def framings(parse: Parse, known: Sequence[Framing]) -> Iterator[Framing]:
    """The framings of main verbs by which somebody takes a stand, those left out that frame something already (`known`), or that
    somebody is said to take by another.
    """
    heads = {f.head for f in known}
    said = sorted(c for f in known for c in f.content)
    for first, last in parse.sentences:
        if last - first > LONGEST or _listed(parse, first, last):
            continue
        for token in range(first, last):
            found = _framing(parse, token) if token not in heads else None
            if found is not None and not any(a <= parse.start[token] < b for a, b in said):
                yield found


def _listed(parse: Parse, first: int, last: int) -> bool:
    """Whether a line is a headline of several parts, of which grammar makes one sentence."""
    words = [parse.word(t) for t in range(first, last) if parse.pos[t] != "SPACE"]
    return bool(words) and words[-1][-1] not in ".!?…\"”»'’" and any(w in ",;:" for w in words)


def _framing(parse: Parse, token: int) -> Framing | None:
    wanted = _verbs().get(parse.lemma[token])
    if wanted is None or parse.tag[token] not in _FINITE or parse.dep[token] not in _MAIN:
        return None
    below = parse.children[token]
    if any(parse.dep[c] in _CLAUSES or (parse.dep[c] == "neg") for c in below):
        return None
    source = next((c for c in below if parse.dep[c] == "nsubj" and c < token), None)
    taken = _taken(parse, token, wanted)
    if source is None or taken is None or not _speaks(parse, source):
        return None
    inside = [t for t in parse.subtree(taken[1]) if t > token]
    if not inside:
        return None
    return Framing(
        cue=(token, taken[0]),
        head=token,
        lemma=parse.lemma[token],
        form="stance",
        kind=_KINDS.get(parse.lemma[token], "claiming"),
        source=source,
        content=((parse.start[inside[0]], parse.end[inside[-1]]),),
    )


def _taken(parse: Parse, token: int, wanted: Collection[str]) -> tuple[int, int] | None:
    """Where the cue ends, and the head of what a verb takes, in one of the ways that make of it a stand."""
    for child in parse.children[token]:
        word = parse.word(child).lower()
        if parse.dep[child] in ("prep", "prt") and word in wanted and child == token + 1:
            inner = [c for t in (child, token) for c in parse.children[t] if parse.dep[c] in ("pobj", "dobj") and c > child]
            if inner and (word not in _NOW or parse.tag[token] in ("VBZ", "VBP") or parse.lemma[inner[0]] in _told()):
                return child + 1, inner[0]
        if parse.dep[child] == "dobj" and child > token:
            figure = "CD" in (parse.tag[child], *(parse.tag[g] for g in parse.children[child]))
            if _OBJECT in wanted or (_NUMBER in wanted and figure):
                return token + 1, child
    return None


def _speaks(parse: Parse, token: int) -> bool:
    """Whether a subject is one for people or bodies."""
    lemma, word = parse.lemma[token].lower(), parse.word(token).lower()
    if parse.pos[token] == "PRON":
        return word in ("he", "she")
    if parse.word(_first(parse, token)).lower() in ("this", "our"):
        return False  # "this reporter" is the page
    named = label_of(parse, token) in ("PERSON", "ORG", "NORP")
    return named or lemma in cues().group | cues().vague | cues().person | cues().medium or does(lemma)


def _first(parse: Parse, token: int) -> int:
    """The first word of a noun's phrase."""
    return min((c for c in parse.children[token] if c < token), default=token)


def _told() -> frozenset[str]:
    """Nouns for what somebody said."""
    return frozenset(data.load("polarity")["rebuttal"]["nouns"])


@cache
def _verbs() -> Mapping[str, frozenset[str]]:
    found: Mapping[str, str] = data.load("cues")["stances"]
    return {lemma: frozenset(ways.split()) for lemma, ways in found.items()}
