"""A clause in, whether it is negated and whether it rejects what another holds out.

A negation alone denies nothing: rules ("nobody was to leave"), wishes and plain facts are asserted, negated or not. A
claim is denied where its speaker turns against a proposition that somebody else holds or would hold.
"""

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
def listed(table: str, key: str) -> frozenset[str]:
    """The words of one list of `data/polarity.toml`."""
    return frozenset(data.load("polarity")[table][key])


def negated(parse: Parse, clause: Clause) -> bool:
    """Whether the main verb, its auxiliaries or one of its nouns is negated; "not only" and "no longer" count as well."""
    failed = any(parse.lemma[t] == "fail" for t in spine_of(parse, clause) - {verb(parse, clause)})
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


def spine_of(parse: Parse, clause: Clause) -> set[int]:
    """The predicate, the main verb, and the verbs between them."""
    token, spine = verb(parse, clause), {clause.head}
    while token != clause.head and token not in spine:
        spine.add(token)
        token = parse.head[token]
    return spine


def _scope(parse: Parse, clause: Clause) -> set[int]:
    """Where a negation bears on the clause: its verbs, and what they take."""
    spine = spine_of(parse, clause)
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


def nominals(parse: Parse, clause: Clause) -> set[int]:
    """What somebody or something is said to be."""
    found = [c for t in spine_of(parse, clause) for c in parse.children[t] if parse.dep[c] in {"attr", "acomp", "oprd"}]
    return {*found, *(kernel(parse, t) for t in found)}


def _called_false(parse: Parse, clause: Clause) -> bool:
    """ "The battle was a fiction", "the reports are false", "it was all theater"."""
    lemmas = {parse.lemma[t] for t in nominals(parse, clause)}
    return bool(lemmas & (listed("denial", "nouns") | listed("denial", "adjectives")))


def _turns_against(parse: Parse, clause: Clause, attribution: Attribution | None) -> bool:
    """Whether a negated clause rejects a charge or an account rather than state a rule, a wish or a fact."""
    token = verb(parse, clause)
    if any(parse.dep[c] == "aux" and parse.tag[c] == "MD" for c in parse.children[token]) or _ordered(parse, token):
        return False
    lemma, nominal = parse.lemma[token], {parse.lemma[t] for t in nominals(parse, clause)}
    prepositional = {parse.lemma[c] for c in parse.children[token] if parse.dep[c] == "prep"}
    states, parts = listed("denial", "states"), listed("denial", "parts")
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
        return bool(nominal & listed("denial", "existence"))
    if lemma in listed("denial", "happenings"):
        return True
    return lemma in listed("denial", "acts") and (
        declining.own(parse, token, attribution) or _for_a_body(parse, token, attribution)
    )


def _for_a_body(parse: Parse, token: int, attribution: Attribution) -> bool:
    """Whether somebody who speaks by office says that a force or a body did not do it."""
    subject = next((c for c in parse.children[token] if parse.dep[c] == "nsubj"), None)
    official = attribution.speaker is not None and attribution.speaker.official
    return official and subject is not None and parse.lemma[subject] in {*listed("denial", "bodies")}


def _ordered(parse: Parse, token: int) -> bool:
    """ "Nobody was to leave": a rule."""
    return any(parse.dep[c] == "aux" and parse.lemma[c] == "to" for c in parse.children[token])


def _no_such(parse: Parse, clause: Clause) -> bool:
    own = {*clause.tokens}
    return any(parse.lemma[t] == "no" and t + 1 in own and parse.lemma[t + 1] == "such" for t in clause.tokens)
