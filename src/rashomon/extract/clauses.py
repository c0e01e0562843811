"""A predicate in, what hangs on it out: the clause as the other modules take it, and what they ask of its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon import data
from rashomon.text.parse import Parse

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
PREDICATES = frozenset({"VERB", "AUX"})

FAR = 60  # tokens beyond which a clause is not searched


@dataclass(frozen=True, slots=True)
class Clause:
    """One proposition: its predicate, the tokens that belong to it and to no clause below it, in text order, and whether a rule
    told it apart (`cut`), rather than the edge of somebody's words.
    """

    head: int
    tokens: tuple[int, ...]
    cut: bool = True


@cache
def lexicon(key: str) -> frozenset[str]:
    """One of the word lists by which sentences are cut (clauses.toml)."""
    return frozenset(data.load("clauses")[key])


def merged(clauses: Iterable[Clause]) -> Clause:
    """Several clauses as one, under the first one's predicate."""
    clauses = list(clauses)
    return Clause(clauses[0].head, tuple(sorted(t for c in clauses for t in c.tokens)), any(c.cut for c in clauses))


def swallowed(parse: Parse, token: int) -> int | None:
    """The subject of a coordinated verb where the parse took it for one more noun of the clause before: "went to the coast
    and a second group [could not be reached]".
    """
    if parse.dep[token] != "conj" or has(parse, token, SUBJECTS):
        return None
    begin = min((c for c in parse.children[token] if parse.dep[c] in {"aux", "auxpass"}), default=token)
    if parse.tag[begin] not in {"MD", "VBD", "VBZ", "VBP"} or begin == 0:
        return None
    noun = begin - 1
    for _ in range(FAR):
        if parse.dep[noun] == "conj" and parse.pos[noun] in {"NOUN", "PROPN"} and parse.head[noun] < noun:
            return noun if parse.head[token] < parse.head[noun] else None
        if parse.head[noun] == noun or parse.head[noun] in {token, parse.head[token]}:
            return None
        noun = parse.head[noun]
    return None


def is_fact(parse: Parse, token: int) -> bool:
    """Whether it is the predicate of a "the fact that …", which even a question takes for granted."""
    return parse.dep[token] == "acl" and parse.lemma[parse.head[token]] == "fact" and has(parse, token, {"mark"})


def has(parse: Parse, token: int, relations: Iterable[str]) -> bool:
    """Whether something hangs on a token by one of these relations."""
    return any(parse.dep[c] in relations for c in parse.children[token])
