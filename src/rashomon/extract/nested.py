"""A claim's clause in, the propositions that stand in it and can be told alone out: "30 miners died, including four apprentices".

The clause keeps their words, for they tell what it is about; who reads a claim asks of each part who says so. What hangs on
a noun and only says which one is meant makes none.
"""

from collections.abc import Iterator

from rashomon.extract.clauses import FAR, SUBJECTS, Clause, has, lexicon
from rashomon.text.parse import Parse
from rashomon.text.trees import Trees

_LEAST, _MOST = 2, 0.75  # words of a proposition, and the share of the clause's tokens beyond which it is the clause itself
_STOPS = frozenset({",", "–", "—", "-", "(", ";", ":"})
_FINITE = frozenset({"aux", "auxpass", "neg", "mark"})
_PLURAL = frozenset({"NNS", "NNPS"})
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod"})


def nested(parse: Parse, trees: Trees, clause: Clause) -> Iterator[Clause]:
    """The propositions within a clause, in text order, each with the tokens of the clause that belong to it."""
    own = frozenset(clause.tokens)
    for token in clause.tokens[: 4 * FAR] if parse.pos[clause.head] != "ADP" else ():
        found = _extent(parse, trees, clause, token)
        if found is None:
            continue
        inside = [t for t in range(*found) if t in own]
        words = [t for t in inside if any(c.isalnum() for c in parse.word(t))]
        if _LEAST <= len(words) <= _MOST * len(own) and len(inside) == found[1] - found[0]:
            yield Clause(token, tuple(inside))


def _extent(parse: Parse, trees: Trees, clause: Clause, token: int) -> tuple[int, int] | None:
    """First and after-last token of the proposition that a token heads, where it heads one."""
    if token == clause.head or not trees.first <= token < trees.last:
        return None
    low, high = trees.extent(token)
    for rule in (_some, _apposed, _made, _aside, _reason, _counted):
        if (start := rule(parse, trees, token, low, high)) is not None:
            return start, high
    return None


def _some(parse: Parse, trees: Trees, token: int, low: int, high: int) -> int | None:
    """Figures of some of those just told of: ", including 14 children", ", among them 19 infants"."""
    opening = parse.word(low).lower()
    apart = low > trees.first and parse.word(low - 1) in _STOPS
    return low if apart and opening in lexicon("parting") and _figure(parse, low, high) else None


def _apposed(parse: Parse, trees: Trees, token: int, low: int, high: int) -> int | None:
    """What an apposition tells: how many, or by a clause of its own: ", 60 of them boys", ", a group that lent the boats"."""
    if parse.dep[token] not in {"appos", "npadvmod"} or low == trees.first or parse.word(low - 1) not in _STOPS:
        return None
    if parse.dep[token] == "appos" and any(parse.dep[c] == "relcl" for c in parse.children[token]):
        return low if parse.tag[token] not in {"NNP", "NNPS"} else None
    opening = [parse.word(t).lower() for t in range(low, min(low + FAR, high))]
    them = {"them", "whom", "which"} & {*opening[1:6]} and "of" in opening[1:5]
    counts = parse.tag[token] in _PLURAL and any(parse.dep[c] == "nummod" for c in parse.children[token])
    above = parse.tag[parse.head[token]] in _PLURAL
    return low if (them and len(opening) > 3) or (counts and above and high - low > 2) else None


def _made(parse: Parse, trees: Trees, token: int, low: int, high: int) -> int | None:
    """Who made or did a thing that is named with it: "a pact brokered by the bishop and signed on Friday"."""
    above = parse.head[token]
    if parse.tag[token] != "VBN" or has(parse, token, _FINITE) or parse.lemma[token] in lexicon("handing"):
        return None
    if parse.dep[token] == "conj" and parse.dep[above] == "acl" and parse.tag[above] == "VBN":
        return low if high - low > 2 else None
    if parse.dep[token] != "acl" or not has(parse, token, {"agent"}):
        return None
    before = [c for c in parse.children[above] if c < above and parse.dep[c] in _BEFORE]
    return min([above, *before]) if parse.word(low - 1) not in _STOPS else low


def _aside(parse: Parse, trees: Trees, token: int, low: int, high: int) -> int | None:
    """What a participle set off by commas tells by a figure, a day or a maker: ", closed since 2015,", "Opened in 1978, …"."""
    if parse.tag[token] != "VBN" or parse.dep[token] not in {"acl", "advcl"} or has(parse, token, SUBJECTS | _FINITE):
        return None
    apart = low == trees.first or parse.word(low - 1) in _STOPS
    ends = high >= trees.last or parse.word(high) in {*_STOPS, ")", "."}
    return low if apart and ends and (_figure(parse, low, high) or has(parse, token, {"agent"})) else None


def _reason(parse: Parse, trees: Trees, token: int, low: int, high: int) -> int | None:
    """What somebody was punished for: "was fined 40,000 crowns for skipping drills"."""
    if parse.dep[token] != "prep" or parse.lemma[token] != "for" or not has(parse, token, {"pcomp"}):
        return None
    verb = next((t for t in parse.path(token) if parse.pos[t] == "VERB"), token)
    return low if has(parse, verb, {"auxpass"}) and high - low > 2 else None


def _counted(parse: Parse, trees: Trees, token: int, low: int, high: int) -> int | None:
    """A subject that tells of itself how many it is: "The convoy of 38 lorries and 12 vans …", "The 550 men in the hall …"."""
    if parse.dep[token] not in SUBJECTS or parse.word(low).lower() != "the" or high - low < 5 or parse.tag[token] == "CD":
        return None
    if any(parse.dep[t] in {"relcl", "acl", "appos"} for t in range(low, high)) or parse.word(high - 1) in _STOPS:
        return None
    after = [c for c in parse.children[token] if c > token and parse.dep[c] == "prep"]
    of = [g for c in after if parse.lemma[c] == "of" for g in parse.children[c]]
    nouns = [n for n in (token, *of) if parse.tag[n] in _PLURAL]
    figured = any(parse.dep[c] == "nummod" for n in nouns for c in parse.children[n])
    return low if after and figured else None


def _figure(parse: Parse, low: int, high: int) -> bool:
    return any(parse.tag[t] == "CD" for t in range(low, min(high, low + FAR)))
