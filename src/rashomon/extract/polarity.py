"""A clause in, whether it is negated, whether it rejects what another holds, and how certain it is said to be, out.

A negation alone denies nothing: rules ("nobody was to leave"), wishes and plain facts are asserted, negated or not. A
claim is denied where its speaker turns against a proposition that somebody else holds or would hold.
"""

from collections.abc import Iterable, Set
from functools import cache

from rashomon import data
from rashomon.extract import declining
from rashomon.extract.arguments import kernel, verb
from rashomon.extract.clauses import Clause, has
from rashomon.model import Attribution
from rashomon.text.parse import Parse

_NEGATIVES = frozenset({"no", "neither", "none", "nobody", "nor", "nothing", "never", "nowhere"})
_BOUNDED = frozenset({"more", "less", "fewer", "later", "earlier"})


@cache
def _list(table: str, key: str) -> frozenset[str]:
    return frozenset(data.load("polarity")[table][key])


def negated(parse: Parse, clause: Clause) -> bool:
    """Whether the main verb, its auxiliaries or one of its nouns is negated; "not only" and "no longer" count as well."""
    failed = any(parse.lemma[t] == "fail" for t in _spine(parse, clause) - {verb(parse, clause)})
    return failed or _not_one(parse, clause) or any(_negates(parse, t) for t in _scope(parse, clause))


def _not_one(parse: Parse, clause: Clause) -> bool:
    """ "Not one round was fired", "not a single crown", "there had been no storm warning": a subject of which there was none,
    whatever the parser takes for the verb.
    """
    opening = [parse.word(t).lower() for t in clause.tokens[:4]]
    none = next((t for t in clause.tokens[1:4] if parse.lemma[t] == "no" and _negates(parse, t)), None)
    there = opening[:1] == ["there"] and none is not None
    return opening[:2] == ["not", "one"] or opening[:3] == ["not", "a", "single"] or there


def polarity(parse: Parse, clause: Clause, attribution: Attribution | None) -> str:
    """asserted or denied."""
    if (attribution is not None and declining.cue(parse, attribution)) or declining.clause(parse, clause, attribution):
        return "asserted"
    if attribution is not None and attribution.cue_class == "denying" and _rejected(attribution):
        return "denied"
    not_so = negated(parse, clause)
    if not not_so and _called_false(parse, clause):
        return "denied"
    return "denied" if not_so and _turns_against(parse, clause, attribution) else "asserted"


def modality(parse: Parse, clause: Clause, attribution: Attribution | None) -> str:
    """certain, alleged, possible or future, as voiced: verbs such as claim or stress do not change it, and that somebody could
    not or would not say so is no chance.
    """
    declined = (attribution is not None and declining.cue(parse, attribution)) or declining.clause(parse, clause, attribution)
    words = {parse.word(t).lower() for t in clause.tokens}
    text = " ".join(parse.word(t).lower() for t in clause.tokens)
    if words & _list("alleged", "words") or _hearsay(parse, clause) or _nobodys(attribution):
        return "alleged"
    if declined:
        return "possible" if words & _list("possible", "words") else "certain"
    if _open(parse, clause, words, text) or _cued(attribution, "possible") or _warned(parse, clause, attribution):
        return "possible"
    return "future" if _to_come(parse, clause, text, attribution) or _cued(attribution, "future") else "certain"


def _spine(parse: Parse, clause: Clause) -> set[int]:
    """The predicate, the main verb, and the verbs between them."""
    token, spine = verb(parse, clause), {clause.head}
    while token != clause.head and token not in spine:
        spine.add(token)
        token = parse.head[token]
    return spine


def _scope(parse: Parse, clause: Clause) -> set[int]:
    """Where a negation bears on the clause: its verbs, and what they take."""
    spine = _spine(parse, clause)
    near = {c for t in spine for c in parse.children[t] if parse.dep[c] not in {"advcl", "relcl", "acl", "conj", "ccomp"}}
    nouns = {c for c in near if parse.dep[c] in {"nsubj", "nsubjpass", "dobj", "attr", "acomp", "pobj"}}
    return (near | {c for t in nouns for c in parse.children[t] if parse.dep[c] in {"det", "neg", "preconj"}}) & {*clause.tokens}


def _negates(parse: Parse, token: int) -> bool:
    """ "No more than six" and "nothing more" set a bound, and negate nothing."""
    after = [parse.word(t).lower() for t in range(token + 1, min(token + 3, len(parse)))]
    if parse.lemma[token] == "nothing" and after[:1] == ["more"]:
        return False
    if parse.lemma[token] == "no" and after[:1] and after[0] in _BOUNDED and after[1:] == ["than"]:
        return False
    return parse.dep[token] == "neg" or parse.lemma[token] in _NEGATIVES


def _rejected(attribution: Attribution) -> bool:
    """Whether the cue rejects its content, not a request ("denied access", "refused to comment")."""
    return attribution.manner != "direct" or not attribution.content


def _nominals(parse: Parse, clause: Clause) -> set[int]:
    """What somebody or something is said to be."""
    found = [c for t in _spine(parse, clause) for c in parse.children[t] if parse.dep[c] in {"attr", "acomp", "oprd"}]
    return {*found, *(kernel(parse, t) for t in found)}


def _called_false(parse: Parse, clause: Clause) -> bool:
    """ "The battle was a fiction", "the reports are false", "it was all theater"."""
    lemmas = {parse.lemma[t] for t in _nominals(parse, clause)}
    return bool(lemmas & (_list("denial", "nouns") | _list("denial", "adjectives")))


def _turns_against(parse: Parse, clause: Clause, attribution: Attribution | None) -> bool:
    """Whether a negated clause rejects a charge or an account rather than state a rule, a wish or a fact."""
    token = verb(parse, clause)
    if any(parse.dep[c] == "aux" and parse.tag[c] == "MD" for c in parse.children[token]) or _ordered(parse, token):
        return False
    lemma, nominal = parse.lemma[token], {parse.lemma[t] for t in _nominals(parse, clause)}
    prepositional = {parse.lemma[c] for c in parse.children[token] if parse.dep[c] == "prep"}
    states, parts = _list("denial", "states"), _list("denial", "parts")
    if lemma == "be" and nominal & {"true", "result", "case", "real"}:
        return True
    if _no_such(parse, clause):
        return True
    if attribution is None:
        return False
    if lemma in {"be", "involve"} and (nominal | prepositional | {lemma}) & states:
        return True
    objects = {parse.lemma[c] for c in parse.children[token] if parse.dep[c] == "dobj"}
    if lemma in {"have", "play", "take", "bear"} and objects & parts:
        return True
    if lemma == "be" and has(parse, token, ("expl",)):
        return bool(nominal & _list("denial", "existence"))
    if lemma in _list("denial", "happenings"):
        return True
    return lemma in _list("denial", "acts") and (
        declining.own(parse, token, attribution) or _for_a_body(parse, token, attribution)
    )


def _for_a_body(parse: Parse, token: int, attribution: Attribution) -> bool:
    """Whether somebody who speaks by office says that a force or a body did not do it."""
    subject = next((c for c in parse.children[token] if parse.dep[c] == "nsubj"), None)
    official = attribution.speaker is not None and attribution.speaker.official
    return official and subject is not None and parse.lemma[subject] in {*_list("denial", "bodies")}


def _ordered(parse: Parse, token: int) -> bool:
    """ "Nobody was to leave": a rule."""
    return any(parse.dep[c] == "aux" and parse.lemma[c] == "to" for c in parse.children[token])


def _no_such(parse: Parse, clause: Clause) -> bool:
    own = {*clause.tokens}
    return any(parse.lemma[t] == "no" and t + 1 in own and parse.lemma[t + 1] == "such" for t in clause.tokens)


def _hearsay(parse: Parse, clause: Clause) -> bool:
    """ "Are said to have": a passive of saying with no speaker."""
    head = clause.head
    passive = any(parse.dep[c] == "auxpass" for c in parse.children[head])
    spoken = passive and parse.lemma[head] in _list("alleged", "passives")
    return spoken and has(parse, head, ("xcomp", "oprd")) and not has(parse, head, ("agent",))


def _nobodys(attribution: Attribution | None) -> bool:
    """Whether the source is reports or rumours, nobody's in particular."""
    if attribution is None:
        return False
    if attribution.source is None:  # "Reportedly, two lorries burned": the adverb is no part of the claim
        return attribution.cue is not None and attribution.cue.text.lower() in _list("alleged", "words")
    if attribution.speaker is not None and attribution.speaker.kind not in {"unnamed", "document"}:
        return False
    words = [w.strip(".,;:'’\"").lower() for w in attribution.source.text.split()]
    bare = [w for w in words if w not in _list("alleged", "epithets")]
    return len(bare) == 1 and bare[0] in _list("alleged", "sources")


def _open(parse: Parse, clause: Clause, words: Set[str], text: str) -> bool:
    """Whether it is left open that it is so."""
    if any(parse.lemma[c] == "whether" for c in parse.children[clause.head]) or words & _list("possible", "words"):
        return True
    if any(p in text for p in _list("possible", "phrases")):
        return True
    spine = _spine(parse, clause)
    lemmas = {parse.lemma[t] for t in spine if not _came_out(parse, t)} | {parse.lemma[t] for t in _nominals(parse, clause)}
    if lemmas & _list("possible", "predicates") or _auxiliary(parse, spine, _list("possible", "modals")):
        return True
    if _auxiliary(parse, spine, {"would", "'d", "’d"}):
        perfect = any(parse.lemma[c] == "have" and parse.dep[c] == "aux" for t in spine for c in parse.children[t])
        return perfect or any(parse.lemma[t] == "if" for t in clause.tokens)
    chances = {c for t in spine for c in parse.children[t] if parse.dep[c] in {"dobj", "attr", "nsubj"}}
    return any(parse.lemma[c] in _list("possible", "nouns") and _opened(parse, c) for c in chances)


def _came_out(parse: Parse, verb: int) -> bool:
    """Whether somebody "appeared on television", which is no seeming."""
    below = parse.children[verb]
    to_be = any(parse.dep[c] in {"xcomp", "oprd", "acomp", "ccomp", "attr", "advcl"} for c in below)
    return parse.lemma[verb] == "appear" and not to_be and any(parse.lemma[c] in {"on", "in", "at", "before"} for c in below)


def _opened(parse: Parse, noun: int) -> bool:
    """A possibility of something, or that something is so."""
    return any(parse.lemma[c] in {"of", "that"} or parse.dep[c] in {"acl", "relcl", "prep"} for c in parse.children[noun])


def _auxiliary(parse: Parse, spine: Iterable[int], wanted: Set[str]) -> bool:
    """Whether one of the verbs has such a modal, not one that only negates ability ("could not find")."""
    for token in spine:
        below = parse.children[token]
        modals = [c for c in below if parse.tag[c] == "MD" and {parse.lemma[c], parse.word(c).lower()} & wanted]
        if modals and not (parse.lemma[modals[0]] == "could" and any(parse.dep[c] == "neg" for c in below)):
            return True
    return False


def _to_come(parse: Parse, clause: Clause, text: str, attribution: Attribution | None) -> bool:
    spine = _spine(parse, clause)
    if _auxiliary(parse, spine, _list("future", "modals")) or any(p in text for p in _list("future", "phrases")):
        return True
    if attribution is not None and attribution.manner != "direct" and _auxiliary(parse, spine, {"would", "'d", "’d"}):
        return True
    if any(parse.lemma[t] == "go" and parse.tag[t] == "VBG" and _infinitive(parse, t) for t in {*spine, clause.head}):
        return True
    leads = {t for t in spine if any(parse.dep[c] == "xcomp" for c in parse.children[t])} | {clause.head}
    if any(parse.lemma[t] in _list("future", "verbs") and _infinitive(parse, t) for t in leads):
        return True
    return any(
        parse.word(t).lower() in _list("future", "adjectives") and _infinitive(parse, t) for t in _nominals(parse, clause) | spine
    )


def _infinitive(parse: Parse, token: int) -> bool:
    """Whether a "to do" hangs on it."""
    below = [c for c in parse.children[token] if parse.dep[c] in {"xcomp", "advcl", "ccomp"}]
    return any(parse.lemma[g] == "to" and parse.dep[g] == "aux" for c in below for g in parse.children[c])


def _cued(attribution: Attribution | None, table: str) -> bool:
    """Whether the cue itself leaves its content open, or promises it."""
    if attribution is None or attribution.cue is None:
        return False
    words = attribution.cue.text.lower().split()
    if table == "possible" and words[-1] in ("of", "about", "against") and _stem(words[-2] if len(words) > 1 else "") == "warn":
        return True  # what somebody warns of has not come about
    return any(_stem(w) in {_stem(c) for c in _list(table, "cues")} for w in words)


def _warned(parse: Parse, clause: Clause, attribution: Attribution | None) -> bool:
    """Whether somebody warns of a state, which is a danger and no report: "warned that the dam was unsafe"."""
    words = attribution.cue.text.lower().split() if attribution is not None and attribution.cue is not None else []
    if not any(_stem(word) == "warn" for word in words):
        return False
    below = {parse.lemma[c] for c in parse.children[clause.head] if parse.dep[c] in {"aux", "auxpass"}}
    figures = any(parse.pos[t] == "NUM" for t in clause.tokens)
    return parse.lemma[clause.head] == "be" and not below and not figures


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
