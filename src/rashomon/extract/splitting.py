"""A sentence in, its propositions out: parts that a reader could check or dispute one by one.

A sentence is cut where its parts answer different questions and left whole where they do not. The rules read heads and
relations of the parse (Universal and ClearNLP labels alike) and sizes in tokens, and know no event.
"""

from collections.abc import Container, Sequence

from rashomon.extract.clauses import FAR, PREDICATES, SUBJECTS, Clause, has, is_fact, lexicon, swallowed
from rashomon.extract.coordinated import coordinated
from rashomon.extract.cues import cues
from rashomon.text.parse import Parse
from rashomon.text.trees import Trees, grow

SHORT = 5  # tokens below which a clause with a subject of its own is not worth a claim
LONG = 8  # tokens from which a clause of place is
_MARKS = frozenset({'"', "“", "‘"})


def split(
    parse: Parse, first: int, last: int, region: Sequence[int], sources: Container[int] = (), cues: Container[int] = ()
) -> list[Clause]:
    """The clauses of the sentence between two tokens, in text order.

    `region` tells for each token of the sentence which stretch of attributed words it stands in; no clause crosses from
    one into another. `sources` are the tokens that name a speaker: what is said of him is a proposition of its own.
    `cues` are those that say that somebody says something: they stand apart from what else their subject does.
    """
    trees = grow(parse, first, last)
    heads = {t for t in trees.order if _begins(parse, trees, t, sources, cues)}
    owner: dict[int, int] = {}
    for token in trees.order:  # heads before what hangs on them
        above = parse.head[token]
        apart = above not in owner or region[token - first] != region[above - first]
        owner[token] = token if apart or token in heads else owner[above]
    for token in sorted(heads):
        lost = swallowed(parse, token)
        if lost is not None and first <= lost and region[lost - first] == region[token - first]:
            owner.update((t, token) for t in range(*trees.extent(lost)))
    grouped: dict[int, list[int]] = {}
    for token in range(first, last):
        grouped.setdefault(owner[token], []).append(token)
    return sorted((Clause(h, tuple(ts), h in heads) for h, ts in grouped.items()), key=lambda c: c.tokens)


def _begins(parse: Parse, trees: Trees, token: int, sources: Container[int], cues: Container[int]) -> bool:
    """Whether a new proposition begins with this predicate."""
    dep = parse.dep[token]
    if token in cues and (dep in {"conj", "advcl", "relcl"} or (dep in {"acl", "pcomp"} and _own(parse, token))):
        return True
    if token in cues and dep == "ccomp" and parse.head[token] > token and not has(parse, parse.head[token], SUBJECTS):
        return True  # "Government admits that it knew, raises toll"
    if (rule := _RULES.get(dep)) is not None and rule(parse, trees, token):
        return True
    return _share(parse, trees, token) or (dep == "relcl" and _of_source(parse, trees, token, sources, cues))


def _own(parse: Parse, token: int) -> bool:
    """Whether a participle that says something has what it says, or who says it, hanging on it."""
    return has(parse, token, SUBJECTS) or has(parse, token, {"ccomp"})


def _of_source(parse: Parse, trees: Trees, token: int, sources: Container[int], cues: Container[int]) -> bool:
    """A relative clause on a speaker, or on his apposition, that tells more than who he is."""
    if _introduces(parse, trees, token) or trees.weight(token) <= SHORT:
        return False
    for depth, above in enumerate(parse.path(token)):
        if above in sources or (parse.dep[above] in SUBJECTS and parse.head[above] in cues):
            return True
        if depth > 3 or parse.pos[above] in PREDICATES:
            return False
    return False


def _share(parse: Parse, trees: Trees, token: int) -> bool:
    """What is told of some of those just named: ", all of them locals", ", one of whom died"."""
    low, high = trees.extent(token)
    if trees.weight(token) < 4 or parse.head[token] == token or _before(parse, trees, low) != ",":
        return False
    opening = [parse.word(t).lower() for t in range(low, min(low + 3, high))]
    return opening[0] in lexicon("quantifiers") and opening[1:] in (["of", "them"], ["of", "whom"], ["of", "which"])


def _run_on(parse: Parse, trees: Trees, token: int) -> bool:
    """A clause set beside another without a conjunction, which the parse takes for its complement."""
    above = parse.head[token]
    if parse.pos[token] not in PREDICATES or has(parse, token, {"mark"}) or not has(parse, token, SUBJECTS):
        return False
    between = range(min(token, above), max(token, above))
    apart = any(parse.word(t) in {";", ":", "–", "—"} for t in between)
    return apart and token < above and trees.weight(token) >= SHORT and has(parse, above, SUBJECTS)


def _relative(parse: Parse, trees: Trees, token: int) -> bool:
    """A clause that tells more of somebody or something than which one is meant."""
    low, high = trees.extent(token)
    if trees.weight(token) < SHORT or parse.pos[token] not in PREDICATES or _introduces(parse, trees, token):
        return False
    comma = _before(parse, trees, low) == ","
    opening = {parse.word(t).lower() for t in range(low, min(low + 3, high))}
    if "where" in opening:
        return comma or (trees.weight(token) >= LONG and parse.pos[[token, *parse.path(token)][-1]] in PREDICATES)
    if not comma and not (opening & {"who", "which"} and parse.pos[low - 1] == "PROPN"):
        return False
    return high >= trees.last - 2 or any(parse.pos[t] == "NUM" for t in range(low, min(high, low + FAR)))


def _introduces(parse: Parse, trees: Trees, token: int) -> bool:
    """ "Who was called …", "who gave his name as …", "who asked not to be named"."""
    if parse.lemma[token] in lexicon("introductions"):
        return True
    low, high = trees.extent(token)
    near = range(low, min(high, token + LONG))
    speaks = parse.lemma[token] in lexicon("allowed") and any(parse.lemma[t] in lexicon("talking") for t in near)
    return speaks or any(parse.lemma[t] in lexicon("anonymity") for t in near)  # "who was not authorised to speak publicly"


def _adverbial(parse: Parse, trees: Trees, token: int) -> bool:
    low, _ = trees.extent(token)
    if parse.tag[token] == "VBG" and (_introduces(parse, trees, token) or parse.lemma[token] in lexicon("talking")):
        return False  # "speaking on condition of anonymity", "speaking by phone"
    marks = {parse.lemma[c] for c in parse.children[token] if parse.dep[c] in {"mark", "advmod"} and c < token}
    comma = _before(parse, trees, low) == ","
    if has(parse, token, SUBJECTS):
        if marks & lexicon("contrast"):
            opens = comma or low == trees.first or parse.dep[low - 1] in {"mark", "punct"}
            return trees.weight(token) >= SHORT and (opens or not marks & lexicon("temporal"))
        if _sets(parse, trees, token):
            return True
        return comma and token > parse.head[token] and trees.weight(token) >= (2 * SHORT if marks else SHORT)
    participle = parse.tag[token] == "VBG" and not has(parse, token, {"mark", "aux"})
    return participle and comma and token > parse.head[token] and trees.weight(token) >= 3


def _sets(parse: Parse, trees: Trees, token: int) -> bool:
    """Whether a clause of time behind another tells something of its own: "31 were hurt when a bus met a tanker in the pass",
    and not "when day broke", "an hour after the shop closed" or "as the mayor had said".
    """
    low, _ = trees.extent(token)
    mark = parse.lemma[low]
    if token < parse.head[token] or mark not in lexicon("setting") or parse.lemma[token] in cues().speech:
        return False
    before = parse.word(low - 1).lower()
    if token not in {parse.head[low], parse.head[parse.head[low]]} or before in lexicon("setting_only") | _MARKS:
        return False
    named = any(parse.dep[c] in SUBJECTS and parse.pos[c] != "PRON" for c in parse.children[token])
    return named and trees.weight(token) >= SHORT - (mark == "as")


def _presupposed(parse: Parse, trees: Trees, token: int) -> bool:
    """What a preposition brings in with a verb of its own: "under a pact signed by …", "with many of them vowing …"."""
    low, high = trees.extent(token)
    if parse.lemma[token] == "with":  # "with many of them vowing to return"
        apart = low == trees.first or _before(parse, trees, low) == ","
        return apart and trees.weight(token) >= SHORT and _doing(parse, trees, token)
    if not any(parse.dep[c] == "pobj" and parse.lemma[c] == "part" for c in parse.children[token]):
        return False
    return any(parse.dep[t] in {"acl", "relcl"} for t in range(low, min(high, low + FAR)))


def _doing(parse: Parse, trees: Trees, preposition: int) -> bool:
    """Whether somebody is doing something after a preposition."""
    if any(parse.dep[c] == "pcomp" and has(parse, c, SUBJECTS) for c in parse.children[preposition]):
        return True
    low, high = trees.extent(preposition)
    return any(parse.dep[t] == "acl" and parse.tag[t] == "VBG" for t in range(low, min(high, low + SHORT + LONG)))


def _fact(parse: Parse, trees: Trees, token: int) -> bool:
    """What "the fact that" says, and participles set off by a comma."""
    if is_fact(parse, token):
        return trees.weight(token) >= SHORT
    return _adverbial(parse, trees, token)


_RULES = {
    "conj": coordinated,
    "parataxis": coordinated,
    "ccomp": _run_on,
    "relcl": _relative,
    "advcl": _adverbial,
    "acl": _fact,
    "prep": _presupposed,
}


def _before(parse: Parse, trees: Trees, token: int) -> str:
    """The word before a token of the same sentence, dashes and brackets being commas."""
    if token <= trees.first:
        return ""
    word = parse.word(token - 1)
    return "," if word in {",", "–", "—", "-", "(", ";"} else word
