"""Phrases in text order in, who is meant by each out: "he", "the spokesman" and "the report" as somebody named before."""

from collections.abc import Sequence

from rashomon.extract.cues import cues
from rashomon.extract.phrases import PRONOUNS, phrase
from rashomon.extract.referents import Referent, fitting_for, place_of
from rashomon.extract.remembered import Memory, named_before, of_age
from rashomon.model import Hop, Span
from rashomon.text.parse import Parse

_STATEMENTS = frozenset({"statement", "communique", "communiqué", "declaration"})
_SILENT = 1.0  # sentences by which "he said" passes over a driver of whom one only tells
_GOING_ON = frozenset({"add", "continue", "reiterate"})
"""Verbs of whoever spoke last."""


def resolve(told: Memory, head: int, content: Sequence[tuple[int, int]] = (), cue: str = "") -> Hop:
    """Who a source is, not somebody whom what they say (`content`, code points) names first; `cue` is the lemma of the verb.

    The name as written and `unnamed` where nobody fits.
    """
    parse = told.parse
    told.read_to(head)
    word = parse.word(head).lower()
    if word in PRONOUNS and parse.pos[head] in ("PRON", "DET", "SCONJ"):
        return _pronoun(told, head, word, content, 2.5 if cue in _GOING_ON else 0.75)
    above = _of_whom(parse, head)
    if above is not None and above != head:
        return resolve(told, above)
    issuer = _issuer(parse, head)
    if issuer is not None:
        return resolve(told, issuer, content, cue)
    found = phrase(parse, head)
    span = told.document.span(found.start, found.end)
    if found.proper:
        known = told.note(found, head, spoke=True)
        why = f"“{found.name}” is {known.name}, named in full elsewhere" if known.name != found.name else ""
        return Hop(name=known.name, kind=known.kind, span=span, why=why, official=_official(known))
    back = of_age(told, head, found, content) or named_before(told, found)
    if back is not None:
        back.spoke, back.sentence, back.subject = True, place_of(parse, head), 1.0
        back.roles |= found.roles
        return _hop(told, back, f"“{span.text}” takes up {back.name}, named before")
    known = told.note(found, head, spoke=True)
    return Hop(name=found.name, kind=found.kind, span=span, official=_official(known))


def _pronoun(told: Memory, head: int, word: str, content: Sequence[tuple[int, int]], spoken: float) -> Hop:
    gender, plural = PRONOUNS[word]
    span = told.document.span(told.parse.start[head], told.parse.end[head])
    if gender == "r":
        above = _relative(told.parse, head)
        if above is not None and above != head:
            return resolve(told, above)
    elif gender not in ("i", "y"):
        ranked = fitting_for(told.parse, told.referents, head, gender, plural, content, spoken, _SILENT)
        fitting = [known for known in ranked if not known.dead]
        if len(fitting) > 1:
            return _either(span, fitting)
        if fitting:
            (found,) = fitting
            if gender in "mf":
                found.gender = gender
            last = "speaker" if found.spoke else "one named"
            found.spoke, found.sentence, found.subject = True, place_of(told.parse, head), 1.0
            told.referents.remove(found)
            told.referents.append(found)
            return _hop(told, found, f"“{span.text}” is {found.name}, the last {last} it fits")
    return Hop(name=span.text, kind="unnamed", span=span, why="nobody named before fits")


def _either(span: Span, fitting: Sequence[Referent]) -> Hop:
    """The hop of a pronoun that may be either of two: both are kept, neither is chosen."""
    names = tuple(sorted(known.name for known in fitting))
    kinds = {known.kind for known in fitting}
    why = f"“{span.text}” fits {' and '.join(names)} alike"
    return Hop(name=" or ".join(names), kind=kinds.pop() if len(kinds) == 1 else "unnamed", span=span, why=why, readings=names)


def _of_whom(parse: Parse, head: int) -> int | None:
    """Whose part "all of whom", "two of whom" are: the noun of a relative clause, else the nearest object before."""
    of = (c for c in parse.children[head] if parse.lemma[c] == "of" and c == head + 1)
    if not any(parse.word(g).lower() == "whom" for c in of for g in parse.children[c]):
        return None
    verb = parse.head[parse.head[head]]
    objects = [c for c in parse.children[verb] if parse.dep[c] in ("dobj", "nsubj") and parse.tag[c] == "NNS" and c < head]
    return _relative(parse, head) or max(objects, default=None)


def _issuer(parse: Parse, head: int) -> int | None:
    """The body whose statement speaks: "a statement of the Harbour Board", "a ministry statement"."""
    if parse.lemma[head].lower() not in _STATEMENTS or parse.tag[head] != "NN":
        return None
    below = [c for c in parse.children[head] if parse.dep[c] in ("poss", "compound")]
    by = (c for c in parse.children[head] if c == head + 1 and parse.lemma[c] in ("of", "by", "from"))
    below += [g for c in by for g in parse.children[c] if parse.dep[g] == "pobj"]
    bodies = [t for t in below if parse.pos[t] == "PROPN" or parse.lemma[t] in cues().group]
    return bodies[0] if len(bodies) == 1 and parse.lemma[bodies[0]] != "press" else None


def _relative(parse: Parse, head: int) -> int | None:
    """The noun that a relative pronoun takes up."""
    for above in (head, *parse.path(head)):
        if parse.dep[above] == "relcl":
            return parse.head[above]
    return None


def _hop(told: Memory, known: Referent, why: str) -> Hop:
    span = told.document.span(known.start, known.end)
    return Hop(name=known.name, kind=known.kind, span=span, why=why, official=_official(known))


def _official(known: Referent) -> bool:
    """Whether somebody is called what only those are called who speak by office."""
    return known.kind in ("person", "group", "unnamed") and bool(known.roles & cues().official)
