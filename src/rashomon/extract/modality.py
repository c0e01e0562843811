"""A clause in, how certain it is said to be out."""

from collections.abc import Iterable, Set

from rashomon.extract import declining
from rashomon.extract.clauses import Clause, has
from rashomon.extract.polarity import listed, nominals, spine_of
from rashomon.model import Attribution
from rashomon.text.parse import Parse


def modality(parse: Parse, clause: Clause, attribution: Attribution | None) -> str:
    """certain, alleged, possible or future, as voiced: verbs such as claim or stress do not change it, and that somebody could
    not or would not say so is no chance.
    """
    declined = (attribution is not None and declining.cue(parse, attribution)) or declining.clause(parse, clause, attribution)
    words = {parse.word(t).lower() for t in clause.tokens}
    text = " ".join(parse.word(t).lower() for t in clause.tokens)
    if words & listed("alleged", "words") or _hearsay(parse, clause) or _nobodys(attribution):
        return "alleged"
    if declined:
        return "possible" if words & listed("possible", "words") else "certain"
    if _open(parse, clause, words, text) or _cued(attribution, "possible") or _warned(parse, clause, attribution):
        return "possible"
    return "future" if _to_come(parse, clause, text, attribution) or _cued(attribution, "future") else "certain"


def _hearsay(parse: Parse, clause: Clause) -> bool:
    """ "Are said to have": a passive of saying with no speaker."""
    head = clause.head
    passive = any(parse.dep[c] == "auxpass" for c in parse.children[head])
    spoken = passive and parse.lemma[head] in listed("alleged", "passives")
    return spoken and has(parse, head, ("xcomp", "oprd")) and not has(parse, head, ("agent",))


def _nobodys(attribution: Attribution | None) -> bool:
    """Whether the source is reports or rumours, nobody's in particular."""
    if attribution is None:
        return False
    if attribution.source is None:  # "Reportedly, two lorries burned": the adverb is no part of the claim
        return attribution.cue is not None and attribution.cue.text.lower() in listed("alleged", "words")
    if attribution.speaker is not None and attribution.speaker.kind not in {"unnamed", "document"}:
        return False
    words = [w.strip(".,;:'’\"").lower() for w in attribution.source.text.split()]
    bare = [w for w in words if w not in listed("alleged", "epithets")]
    return len(bare) == 1 and bare[0] in listed("alleged", "sources")


def _open(parse: Parse, clause: Clause, words: Set[str], text: str) -> bool:
    """Whether it is left open that it is so."""
    if any(parse.lemma[c] == "whether" for c in parse.children[clause.head]) or words & listed("possible", "words"):
        return True
    if any(p in text for p in listed("possible", "phrases")):
        return True
    spine = spine_of(parse, clause)
    lemmas = {parse.lemma[t] for t in spine if not _came_out(parse, t)} | {parse.lemma[t] for t in nominals(parse, clause)}
    if lemmas & listed("possible", "predicates") or _auxiliary(parse, spine, listed("possible", "modals")):
        return True
    if _auxiliary(parse, spine, {"would", "'d", "’d"}):
        perfect = any(parse.lemma[c] == "have" and parse.dep[c] == "aux" for t in spine for c in parse.children[t])
        return perfect or any(parse.lemma[t] == "if" for t in clause.tokens)
    chances = {c for t in spine for c in parse.children[t] if parse.dep[c] in {"dobj", "attr", "nsubj"}}
    return any(parse.lemma[c] in listed("possible", "nouns") and _opened(parse, c) for c in chances)


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
    spine = spine_of(parse, clause)
    if _auxiliary(parse, spine, listed("future", "modals")) or any(p in text for p in listed("future", "phrases")):
        return True
    if attribution is not None and attribution.manner != "direct" and _auxiliary(parse, spine, {"would", "'d", "’d"}):
        return True
    if any(parse.lemma[t] == "go" and parse.tag[t] == "VBG" and _infinitive(parse, t) for t in {*spine, clause.head}):
        return True
    leads = {t for t in spine if any(parse.dep[c] == "xcomp" for c in parse.children[t])} | {clause.head}
    if any(parse.lemma[t] in listed("future", "verbs") and _infinitive(parse, t) for t in leads):
        return True
    return any(
        parse.word(t).lower() in listed("future", "adjectives") and _infinitive(parse, t) for t in nominals(parse, clause) | spine
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
    return any(_stem(w) in {_stem(c) for c in listed(table, "cues")} for w in words)


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
