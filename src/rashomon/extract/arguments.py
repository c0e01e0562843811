"""A clause in, its predicate and the parts its verb takes out: who did what to whom, where and when."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rashomon.extract.clauses import FAR, SUBJECTS, Clause, lexicon, swallowed
from rashomon.model import Argument, Document, Span
from rashomon.text.parse import Parse

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_APART = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "dep"})
_OBJECTS = frozenset({"dobj", "oprd", "attr", "dative"})


def verb(parse: Parse, clause: Clause) -> int:
    """The token of the main verb, past verbs that only say how it went: "managed to escape" is an escape."""
    token, own = clause.head, set(clause.tokens)
    if parse.pos[token] == "ADP":
        return next((t for t in clause.tokens if parse.dep[t] in {"acl", "relcl"}), token)
    for _ in range(len(own)):
        below = next((c for c in parse.children[token] if parse.dep[c] in {"xcomp", "acomp", "oprd"} and c in own), None)
        if below is None or parse.lemma[token] not in lexicon("light"):
            break
        if parse.dep[below] != "xcomp" and not any(parse.dep[c] == "xcomp" for c in parse.children[below]):
            break
        token = below
    return token


def predicate(parse: Parse, clause: Clause) -> str:
    """The lemma of the main verb, or of what somebody or something is said to be."""
    token = verb(parse, clause)
    if not _is(parse, token):
        return parse.lemma[token]
    said = [kernel(parse, c) for c in parse.children[token] if parse.dep[c] in {"attr", "acomp"}]
    said += [g for c in parse.children[token] if parse.dep[c] == "prep" for g in parse.children[c]]
    return next((parse.lemma[t] for t in said if parse.lemma[t][:1].isalnum()), "be")


def _is(parse: Parse, token: int) -> bool:
    """Whether it is a form of "be", short ones such as "’s" among them."""
    return parse.lemma[token] == "be" or parse.word(token).lower().strip("'’") in {"s", "m", "re"}


def words(parse: Parse, clause: Clause) -> tuple[str, ...]:
    """The lemmas that tell what a clause is on, in order, without figures."""
    kept = (parse.lemma[t] for t in clause.tokens if parse.pos[t] in CONTENT)
    return tuple(w for w in kept if w not in lexicon("stop") and any(c.isalpha() for c in w))


def arguments(document: Document, parse: Parse, clause: Clause, times: Sequence[Span]) -> tuple[Argument, ...]:
    """What the main verb takes, in text order. `times` are the document's time expressions, in text order."""
    token = verb(parse, clause)
    found = {k: (role, k) for role, k in _taken(parse, clause, token, times)}
    return tuple(_argument(document, parse, role, k) for k, (role, _) in sorted(found.items()))


def kernel(parse: Parse, token: int) -> int:
    """The noun that is meant: "fighters" in "thousands of fighters"."""
    for _ in range(4):
        of = next((c for c in parse.children[token] if parse.lemma[c] == "of" and c > token), None)
        inner = next((c for c in parse.children[of] if parse.dep[c] == "pobj"), None) if of is not None else None
        if inner is None or not (parse.lemma[token] in lexicon("shares") or parse.pos[token] in {"NUM", "DET"}):
            break
        token = inner
    return token


def phrase(parse: Parse, token: int) -> tuple[int, int]:
    """First and after-last token of a noun phrase, without clauses and appositions that hang on it."""
    low, high = token, token
    open_ = [token]
    for _ in range(FAR):
        if not open_:
            break
        here = open_.pop()
        low, high = min(low, here), max(high, here)
        open_.extend(c for c in parse.children[here] if parse.dep[c] not in _APART)
    return low, high + 1


def _taken(parse: Parse, clause: Clause, token: int, times: Sequence[Span]) -> Iterator[tuple[str, int]]:
    yield from _subject(parse, clause, token)
    chain = {token, clause.head, *(parse.head[token],)} & {*clause.tokens}
    for child in sorted({c for t in chain for c in parse.children[t]} - {token}):
        dep = parse.dep[child]
        if dep in _OBJECTS:
            role = "recipient" if dep == "dative" else "other" if _is(parse, token) else "patient"
            nouns = [g for g in parse.children[child] if parse.dep[g] == "pobj"] if parse.pos[child] == "ADP" else [child]
            yield from ((role, k) for g in nouns for k in _joined(parse, g))
        elif dep in {"prep", "agent"}:
            for below in _reached(parse, child):
                yield _prepositional(parse, child, below, times), below
        elif dep in {"npadvmod", "advmod"} and _timed(parse, child, times):
            yield "time", child


def _subject(parse: Parse, clause: Clause, token: int) -> Iterator[tuple[str, int]]:
    """The subject, of the verb or of the one it shares it with."""
    here, passive = token, any(parse.dep[c] == "auxpass" for c in parse.children[token])
    lost = swallowed(parse, token)
    if lost is not None:
        yield "patient" if passive else "agent", lost
        return
    for _ in range(6):
        subject = next((c for c in parse.children[here] if parse.dep[c] in SUBJECTS and parse.dep[c] != "expl"), None)
        if subject is not None:
            break
        if parse.dep[here] in {"relcl", "acl"}:
            subject = parse.head[here]
            passive = passive or parse.tag[here] == "VBN"
            break
        if parse.head[here] == here or parse.dep[here] not in {"conj", "xcomp", "acomp", "advcl", "oprd"}:
            return
        here = parse.head[here]
    else:
        return
    if parse.lemma[kernel(parse, subject)] in _RELATIVE and parse.dep[here] == "relcl":
        subject = parse.head[here]
    yield from (("patient" if passive else "agent", k) for k in _joined(parse, subject))


def _joined(parse: Parse, token: int) -> Iterator[int]:
    """A noun and those coordinated with it."""
    for _ in range(30):
        yield token
        joined = (c for c in parse.children[token] if parse.dep[c] == "conj" and parse.pos[c] in _NOUNS)
        following = next(joined, None)
        if following is None:
            return
        token = following


def _reached(parse: Parse, preposition: int) -> Iterator[int]:
    for child in parse.children[preposition]:
        if parse.dep[child] == "pobj":
            yield from _joined(parse, child)
        elif parse.dep[child] == "prep":
            yield from (g for g in parse.children[child] if parse.dep[g] == "pobj")


def _prepositional(parse: Parse, preposition: int, noun: int, times: Sequence[Span]) -> str:
    word = parse.lemma[preposition]
    if parse.dep[preposition] == "agent" or (word == "by" and parse.tag[parse.head[preposition]] == "VBN"):
        return "agent"
    if _timed(parse, noun, times):
        return "time"
    named = {_label(parse, noun), _label(parse, kernel(parse, noun))}
    if named & _PLACES and word in lexicon("ways"):
        return "place"
    if word == "to":
        person = parse.pos[noun] == "PRON" or named & {"PERSON", "ORG", "NORP"}
        return "recipient" if person else "place" if _goes(parse, preposition) else "other"
    return "other"


def _goes(parse: Parse, preposition: int) -> bool:
    """Whether "to" hangs on a verb of going or taking somewhere."""
    return parse.lemma[parse.head[preposition]] in lexicon("motion")


def _label(parse: Parse, token: int) -> str:
    at = bisect_left(parse.entities, (token + 1,)) - 1
    return parse.entities[at][2] if at >= 0 and parse.entities[at][0] <= token < parse.entities[at][1] else ""


def _timed(parse: Parse, token: int, times: Sequence[Span]) -> bool:
    at = bisect_left(times, parse.end[token], key=lambda s: s.start) - 1
    if at >= 0 and times[at].end > parse.start[token]:
        return True
    return _label(parse, token) in {"DATE", "TIME"}


def _argument(document: Document, parse: Parse, role: str, token: int) -> Argument:
    first, last = phrase(parse, token)
    span = document.span(parse.start[first], parse.end[last - 1])
    return Argument(role=role, head=parse.lemma[kernel(parse, token)], span=span)
