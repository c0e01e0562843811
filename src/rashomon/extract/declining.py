"""A cue or a clause in, whether by it somebody declines to say so, cannot confirm it or does not know, out.

Neither to confirm nor to deny is no denial, and whoever cannot confirm what another says does not say it.
"""

from functools import cache

from rashomon import data
from rashomon.extract.clauses import Clause
from rashomon.model import Attribution
from rashomon.text.parse import Parse

_VERBAL = frozenset({"VERB", "AUX"})
_DOWN = frozenset({"xcomp", "acomp", "conj", "aux", "pcomp", "acl", "prep", "attr", "advmod", "pobj", "dobj"})
_HIGH = 4  # verbs, nouns and prepositions between a verb and what says that it is not done: "in no position to"


def cue(parse: Parse, attribution: Attribution) -> bool:
    """Whether an attribution's cue only says that its content is not said, confirmed or known."""
    if attribution.cue is None:
        return False
    opening = attribution.content[0].text.split(maxsplit=1)[:1] if attribution.content else []
    words = parse.tokens(attribution.cue.start, attribution.cue.end)
    return any(_left_open(parse, t, "".join(opening).casefold()) for t in words if parse.pos[t] in _VERBAL)


def clause(parse: Parse, clause: Clause, attribution: Attribution | None) -> bool:
    """Whether a clause only says that whoever speaks does not say, confirm or know something."""
    line = [t for t in clause.tokens if parse.pos[t] in {*_VERBAL, "ADJ"} and _on_line(parse, t, clause.head)]
    return any(
        _lacks(parse, t, attribution) or _unaware(parse, t) or _unclear(parse, t) or _cannot(parse, t, attribution) for t in line
    )


def refused(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody will not or cannot say so, rather than was not heard to: "would not say", but not "did not say"."""
    words = parse.tokens(attribution.cue.start, attribution.cue.end) if attribution.cue else ()
    line = [t for word in words for t in (word, parse.head[word])]
    modal = any(parse.tag[c] == "MD" for t in line for c in parse.children[t])
    return modal or any(parse.lemma[t] in _words("unable") | _words("withholding") | {"yet"} for t in (*words, *line))


def hard(parse: Parse, token: int) -> bool:
    """Whether it is too early, impossible or not possible to do what a verb says: "it was too early to say"."""
    return token != parse.head[token] and parse.lemma[parse.head[token]] in _words("unable") | _words("able")


def own(parse: Parse, token: int, attribution: Attribution) -> bool:
    """Whether a speaker answers for the one of whom a verb tells: himself, his own people."""
    subject = next((c for c in parse.children[token] if parse.dep[c] == "nsubj"), None)
    if subject is None:
        return False
    one = attribution.speaker is not None and attribution.speaker.kind == "person"
    if parse.lemma[subject] in {"i", "we", "it", "he", "she"} or (parse.lemma[subject] == "they" and not one):
        return True  # who speaks alone speaks of others as "they"
    if any(parse.dep[c] == "poss" and parse.pos[c] == "PRON" for c in parse.children[subject]):
        return True
    speaker = attribution.speaker.name.lower().split() if attribution.speaker is not None else []
    return parse.word(subject).lower() in speaker


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(data.load("declining")[key])


def _on_line(parse: Parse, token: int, head: int) -> bool:
    """Whether a verb is the clause's own, or what its own is able, ready or unwilling to do."""
    for _ in range(_HIGH):
        if token == head or parse.dep[token] not in _DOWN:
            break
        token = parse.head[token]
    return token == head


def _cannot(parse: Parse, token: int, attribution: Attribution | None) -> bool:
    """Whether it is the speaker who cannot say so: "they could not confirm", "it is too early to say"."""
    if not _left_open(parse, token):
        return False
    passive = any(parse.dep[c] == "nsubjpass" for c in parse.children[token])
    if passive:
        return not any(parse.dep[c] == "agent" for c in parse.children[token])
    for _ in range(_HIGH):
        subject = next((c for c in parse.children[token] if parse.dep[c] in ("nsubj", "expl")), None)
        if subject is not None:
            bare = parse.lemma[subject] == "it" and any(
                parse.lemma[t] in _words("unable") | _words("able") for t in parse.children[token]
            )
            return bare or (attribution is not None and own(parse, token, attribution))
        if parse.dep[token] not in _DOWN:
            break
        token = parse.head[token]
    return False


def _left_open(parse: Parse, token: int, opening: str = "") -> bool:
    """Whether a verb of confirming, denying, saying or knowing is not done."""
    lemma = parse.lemma[token]
    asked = lemma in _words("asked") and _asked(parse, token, opening)
    return (asked or any(lemma in _words(key) for key in ("confirming", "denying", "silent"))) and _undone(parse, token)


def _asked(parse: Parse, token: int, opening: str) -> bool:
    """Whether what is not said is a question, or an answer to one."""
    if opening in _words("openers"):
        return True
    below = [c for c in parse.children[token] if c > token and parse.pos[c] not in ("PUNCT", "ADV")]
    nouns = [h for c in below for g in (c, *parse.children[c]) for h in (g, *parse.children[g])]
    if any(parse.lemma[n] in _words("questions") and parse.pos[n] == "NOUN" for n in nouns):
        return True
    if not below:
        return parse.lemma[token] in ("answer", "reply")
    return any(parse.dep[c] == "ccomp" and _opens(parse, c) for c in below)


def _opens(parse: Parse, clause: int) -> bool:
    """Whether a subordinate clause is a question: "who fired", "how many had died"."""
    before = [c for c in parse.children[clause] if c < clause]
    words = [t for c in before for g in (c, *parse.children[c]) for t in (g, *parse.children[g])]
    return any(parse.word(t).lower() in _words("openers") and t < clause for t in words)


def _undone(parse: Parse, token: int) -> bool:
    """Whether a verb, or what it hangs on, is negated, refused or impossible."""
    for _ in range(_HIGH):
        above = parse.head[token]
        if _negated(parse, token) or parse.lemma[above] in _words("unable") | _words("withholding") - {parse.lemma[token]}:
            return True
        both = parse.dep[token] == "conj" and parse.lemma[above] in _words("confirming") | _words("denying") | _words("silent")
        finite = parse.dep[token] == "acl" and parse.tag[token] in ("VBD", "VBZ", "VBP")  # a main verb hung on a noun before it
        if above == token or finite or not (both or parse.dep[token] in _DOWN - {"conj"}):
            return False
        token = above
    return False


def _negated(parse: Parse, token: int) -> bool:
    """Whether a verb is negated, yet to be done, or done by nobody; "neither" may stand right before it."""
    below = parse.children[token]
    if any(parse.dep[c] == "neg" or (parse.word(c).lower() == "yet" and parse.dep[c] != "cc") for c in below):
        return True
    if any(parse.word(t).lower() == "neither" for t in range(max(0, token - 2), token)):
        return True
    subjects = [c for c in below if parse.dep[c] in ("nsubj", "nsubjpass")]
    return any(parse.lemma[g] in _words("nobody") for s in subjects for g in (s, *parse.children[s]))


def _unclear(parse: Parse, token: int) -> bool:
    """ "It is not clear who", "remains unknown whether"."""
    lemma, above = parse.lemma[token], parse.head[token]
    if lemma not in _words("unclear") and not (lemma in _words("clear") and (_negated(parse, token) or _negated(parse, above))):
        return False
    return any(_opens(parse, c) for t in (token, above) for c in parse.children[t] if c > token)


def _unaware(parse: Parse, token: int) -> bool:
    """ "He was not aware of any casualties": no word on whether there were any."""
    return (
        parse.lemma[token] == "aware"
        and _negated(parse, parse.head[token])
        and any(parse.lemma[g] == "any" for c in parse.children[token] for n in parse.children[c] for g in parse.children[n])
    )


def _lacks(parse: Parse, token: int, attribution: Attribution | None) -> bool:
    """ "We have no information", "there was no immediate comment"."""
    nouns = [c for c in parse.children[token] if parse.dep[c] in ("dobj", "attr") and parse.lemma[c] in _words("lacking")]
    if not any(parse.lemma[g] == "no" for n in nouns for g in parse.children[n]):
        return False
    there = any(parse.dep[c] == "expl" for c in parse.children[token])
    return there or (attribution is not None and parse.lemma[token] == "have" and own(parse, token, attribution))
