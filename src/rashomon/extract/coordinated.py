"""A coordinated verb in, whether it begins a proposition of its own out: "drew up at the gate and burst into flames"."""

from rashomon.extract.clauses import PREDICATES, SUBJECTS, has, swallowed
from rashomon.text.parse import Parse
from rashomon.text.trees import Trees

_LEAST, _REST = 3, 4  # tokens that it takes to tell something, and those left beside it where they name whom both verbs share
_LONG = 8  # tokens from which a verb phrase of another voice tells something of its own, whatever stands between
_OWN = 5  # tokens from which a clause tells something whose subject is a pronoun: "and then it was dark" is the same picture
_HELPING = frozenset({"aux", "auxpass", "neg", "cc", "punct", "mark", "conj"})


def coordinated(parse: Parse, trees: Trees, token: int) -> bool:
    """Whether what a coordinated verb says is told apart from the verb before it."""
    above = parse.head[token]
    if parse.pos[token] not in PREDICATES or parse.pos[above] not in PREDICATES:
        return False
    own, rest = trees.weight(token), trees.weight(above) - trees.weight(token)
    if has(parse, token, SUBJECTS) or swallowed(parse, token) is not None:
        least = _OWN if _aside(parse, token) else _LEAST
        return own >= least and rest >= min(least, _REST)
    if own >= _LONG and rest >= _LONG and _shape(parse, token) != _shape(parse, above):
        return True
    least = _REST if has(parse, above, SUBJECTS) else _LEAST
    return own >= _LEAST and rest >= least and _finite(parse, token, above) and _apart(parse, token, above)


def _aside(parse: Parse, token: int) -> bool:
    """Whether a clause is set in without a conjunction ("he was told"), or its subject is a pronoun."""
    subjects = [c for c in parse.children[token] if parse.dep[c] in SUBJECTS]
    return parse.dep[token] == "parataxis" or (bool(subjects) and all(parse.pos[c] == "PRON" for c in subjects))


def _shape(parse: Parse, token: int) -> tuple[bool, bool]:
    """Whether a verb tells what something is, and whether it tells what befell it."""
    return parse.lemma[token] == "be", any(parse.dep[c] == "auxpass" for c in parse.children[token])


def _finite(parse: Parse, token: int, above: int) -> bool:
    """Whether a verb that shares its subject tells of a deed of its own, and is no part of an aim: "to stop and turn"."""
    if parse.tag[token] == "VB":
        return _modal(parse, token) or _modal(parse, above)
    return True


def _modal(parse: Parse, token: int) -> bool:
    return any(parse.tag[c] == "MD" for c in parse.children[token])


def _apart(parse: Parse, token: int, above: int) -> bool:
    """Whether each of two verbs with one subject has words of its own behind it; neither stands in "saw or heard a plane"."""
    joining = [c for c in parse.children[above] if parse.dep[c] == "cc" and above < c < token]
    if any(parse.lemma[c] in {"or", "nor"} for c in joining) or parse.dep[above] in {"relcl", "acl", "pcomp", "xcomp"}:
        return False
    before = any(above < c < token and parse.dep[c] not in _HELPING for c in parse.children[above])
    behind = any(c > token and parse.dep[c] not in _HELPING for c in parse.children[token])
    return before and behind and bool(joining or parse.word(token - 1) == ",")
