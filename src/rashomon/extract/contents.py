"""An attribution in, how what it covers is claimed out: cut out of its sentence, whole with the clause of its cue, or not at all.

A wish, a plan or a demand is the page's own statement about somebody ("the union wanted to talk"); a content without a
proposition of its own ("vowed to return", "admits its part") is claimed with the clause around it; and what "I think" adds to
somebody's quoted words is no speaker more.
"""

from collections.abc import Sequence

from rashomon import data
from rashomon.extract import declining
from rashomon.extract.clauses import FAR, SUBJECTS, has, lexicon
from rashomon.extract.cues import cues
from rashomon.model import Attribution, Span
from rashomon.text.parse import Parse

NONE = -1
_OWN = frozenset({"wanting", "demanding"})
_FIRST = frozenset({"i", "we", "one", "you", "me", "us", "my", "our"})
_REFUSING = frozenset({"decline", "refuse"})
_SAYING = frozenset({"comment", "discuss", "name", "identify", "specify", "provide", "give"})
_PAST = frozenset({"VBD", "VBN", "VBZ", "VBP", "MD"})
_REBUTTED = 8  # words for what somebody only rejects: "foreign reports of a bargain"
_FULL = 4  # words that a clause behind which its speaker is named has more of
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_NOBODY = frozenset({"neither", "nobody", "none", "no"})


def tokens(parse: Parse, span: Span | None) -> range:
    """The tokens of a span, none where there is none."""
    return parse.tokens(span.start, span.end) if span else range(0)


def claimed(parse: Parse, attribution: Attribution) -> str:
    """cut: the content is claimed by itself; whole: with the clause of its cue; none: it is not claimed at all."""
    if attribution.content and _nobody(parse, attribution):
        return "none"
    if attribution.content and (declines(parse, attribution) or _nothing_said(parse, attribution)):
        return "whole"
    if attribution.manner != "direct" and _takes_a_stand(parse, attribution):
        return "whole"
    spoken = attribution.manner == "direct" and _utters(parse, attribution)
    if not attribution.content or (attribution.cue_class in _OWN and not spoken):
        return "none"
    if _unasked(parse, attribution) or _awaited(parse, attribution):
        return "none"
    if _rebuts(parse, attribution):
        return "whole"
    if attribution.manner == "direct" or attribution.cue is None:
        return "cut"
    if _withheld(parse, attribution):
        return "none"
    if _heads(parse, attribution):
        return "cut"
    return _content(parse, attribution, [t for c in attribution.content for t in tokens(parse, c)])


def _utters(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody asks or demands in whole sentences between marks, which are theirs, whatever they are."""
    sentences = (c for c in attribution.content if len(c.text.split()) > 3)
    verbal = any(parse.pos[t] in {"VERB", "AUX"} for c in sentences for t in tokens(parse, c)[:FAR])
    return attribution.cue_class == "demanding" and verbal


def _unasked(parse: Parse, attribution: Attribution) -> bool:
    """ "Did not answer our questions": nothing is said, and nothing to be so."""
    inside = {t for c in attribution.content for t in tokens(parse, c)[:FAR]}
    tops = {t for t in inside if parse.head[t] not in inside or parse.head[t] == t}
    return declining.cue(parse, attribution) and not any(parse.pos[t] in {"VERB", "AUX"} for t in tops)


def _awaited(parse: Parse, attribution: Attribution) -> bool:
    """ "Is expected in Orlen on Monday": nobody says so but the page."""
    cue = tokens(parse, attribution.cue)
    verb = next((t for t in cue if parse.lemma[t] == "expect" and parse.tag[t] == "VBN"), None)
    below = parse.children[verb] if verb is not None else ()
    return verb is not None and attribution.source is None and not any(parse.dep[c] in {"xcomp", "ccomp"} for c in below)


def _rebuts(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody only rejects what was just said: "denies it", "rejected the claim"."""
    if attribution.cue_class != "denying" or attribution.source is None or attribution.manner == "direct":
        return False
    if any(parse.lemma[t] in cues().document for t in tokens(parse, attribution.source)):
        return False  # "a paper contradicts the government's account" is the page's finding
    words = tokens(parse, attribution.content[0])
    rebutted = data.load("polarity")["rebuttal"]
    pointing = [t for t in words if parse.lemma[t] in {*rebutted["pronouns"], *rebutted["nouns"]}]
    return len(words) < _REBUTTED and bool(pointing) and not any(parse.pos[t] in {"VERB", "AUX"} for t in words)


def _takes_a_stand(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody is told to blame, admit or deny something that is no proposition: "the army blamed the rebels"."""
    stands = data.load("cues")["stances"]
    main = any(parse.lemma[t] in stands and parse.dep[t] in _MAIN for t in tokens(parse, attribution.cue))
    words = [t for c in attribution.content for t in tokens(parse, c)[:FAR]]
    if (
        main
        and any(parse.word(t) == ";" for t in range(*parse.sentence(words[0])))
        and parse.word(parse.sentence(words[0])[1] - 1) != "."
    ):
        return False  # a headline of two parts
    who = attribution.source
    return (
        main
        and who is not None
        and who.text.lower() not in ("it", "they")
        and not any(parse.pos[t] in {"VERB", "AUX"} for t in words)
    )


def _heads(parse: Parse, attribution: Attribution) -> bool:
    """Whether a line is what is said and who says it, as headlines are, which leave out verbs: "Twelve dead, officials say"."""
    if attribution.cue is None or len(attribution.content) != 1:
        return False
    start, end = attribution.content[0].start, attribution.cue.end
    return parse.text[start - 1 : start] in ("", "\n") and parse.text[end : end + 1] in ("", "\n")


def declines(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody declines or refuses to say something: that they do is all they say."""
    if not attribution.content:
        return False
    cue, words = tokens(parse, attribution.cue), tokens(parse, attribution.content[0])[:2]
    refused = any(parse.lemma[t] in lexicon("withholding") for t in cue)
    said = any(parse.lemma[t] in cues().speech | _SAYING for t in [*cue, *words])
    return refused and said and attribution.source is not None


def _nobody(parse: Parse, attribution: Attribution) -> bool:
    """ "No group claimed responsibility", "it was too early to say who": nobody's words."""
    if attribution.source is None:
        return False
    source = tokens(parse, attribution.source)
    hard = any(declining.hard(parse, t) for t in tokens(parse, attribution.cue))
    idle = hard and len(source) == 1 and parse.lemma[source[0]] == "it"
    return idle or attribution.source.text.split()[0].casefold() in _NOBODY


def _nothing_said(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody leaves open what is no proposition: "could not verify the footage", "would not say whether"."""
    if attribution.source is None or not (declining.cue(parse, attribution) and declining.refused(parse, attribution)):
        return False
    inside = {t for c in attribution.content for t in tokens(parse, c)[:FAR]}
    tops = [t for t in inside if parse.head[t] not in inside or parse.head[t] == t]
    asks = attribution.content[0].text.split(maxsplit=1)[0].casefold() in lexicon("questions")
    return asks or not any(parse.pos[t] in {"VERB", "AUX"} for t in tops)


def _withheld(parse: Parse, attribution: Attribution) -> bool:
    """ "Declined to say how much …", "did not clarify where …": nothing is said but that nothing was."""
    cue, opening = tokens(parse, attribution.cue), attribution.content[0].text.split(maxsplit=1)
    if any(parse.lemma[parse.head[t]] in _REFUSING and parse.dep[t] == "xcomp" for t in cue):
        return True
    if not cue or not opening or opening[0].lower() not in lexicon("questions"):
        return False
    verbs = {*cue, parse.head[cue[0]], parse.head[cue[-1]]}
    joined = {parse.head[t] for t in cue if parse.dep[t] == "conj"}  # "would not give his name or say how he knew"
    around = verbs | {c for t in {*cue, *joined} for c in parse.children[t] if parse.dep[c] in {"neg", "aux"}}
    return any(parse.dep[t] == "neg" or parse.lemma[t] in lexicon("withholding") for t in around)


def _content(parse: Parse, attribution: Attribution, words: Sequence[int]) -> str:
    words = words[:FAR]
    inside = set(words)
    tops = [t for t in words if parse.head[t] not in inside or parse.head[t] == t]
    for token in tops:
        if parse.pos[token] in {"VERB", "AUX"}:
            stands = has(parse, token, SUBJECTS) or len(tops) > 3 or attribution.cue_class == "denying"
            return "cut" if stands else "whole"
    if _reckons(parse, attribution, words) or _names(parse, attribution, words):
        return "whole"
    if len(inside) > _FULL and _told_after(parse, attribution, words):
        return "cut"
    noun = next((t for t in tops if parse.pos[t] in {"NOUN", "PROPN", "PRON", "NUM"}), None)
    if len(inside) < 7 and attribution.cue_class == "claiming" and any(parse.pos[t] == "NUM" for t in words):
        return "whole"  # "The Front claims more than 30 dead"
    if noun is None:
        return "cut" if len(inside) > 4 else "none"
    if parse.dep[noun] == "ccomp" and len(inside) > 2:  # a verb that was taken for a noun: "Fewer than 200 remain, they say"
        return "cut"
    if any(parse.dep[c] in {"advcl", "ccomp", "xcomp"} for c in parse.children[noun]) and len(inside) > 4:
        return "cut"
    if attribution.cue_class in {"conceding", "thinking"}:
        return "whole"
    if _happening(parse, noun) and len(inside) > 2:
        return "cut"
    main = any(parse.lemma[t] == "accuse" and parse.dep[t] in {"ROOT", "conj"} for t in tokens(parse, attribution.cue))
    charged = main and any(parse.dep[t] == "pcomp" for t in words)
    return "whole" if charged else "none"  # "accused the council of acting too slowly"


def _told_after(parse: Parse, attribution: Attribution, words: Sequence[int]) -> bool:
    """Whether a sentence opens with what is said and names behind it who says so: "A crowd had gathered, the mayor, Jan Velis,
    said". That is a clause, though its verb may have been taken for one of a part: "a crowd [that] had gathered".
    """
    cue, source = tokens(parse, attribution.cue), tokens(parse, attribution.source)
    if not cue or not source or not words[-1] < source[0] < cue[0] or parse.sentence(cue[0])[0] != words[0]:
        return False
    return any(parse.tag[t] in _PAST for t in words)


def _reckons(parse: Parse, attribution: Attribution, words: Sequence[int]) -> bool:
    """Whether a cue sets a figure: "put the number of dead at forty"."""
    set_ = any(parse.lemma[t] in lexicon("reckoning") for t in tokens(parse, attribution.cue))
    return set_ and any(parse.pos[t] == "NUM" for t in words)


def _names(parse: Parse, attribution: Attribution, words: Sequence[int]) -> bool:
    """Whether a cue only charges somebody with something, or calls them so: "accused him of a crime", "called him a liar"."""
    cue = tokens(parse, attribution.cue)
    if attribution.source is None or len(words) < 2 or not any(parse.lemma[t] in lexicon("naming") for t in cue):
        return False
    if any(parse.dep[t] == "pcomp" for t in words):  # "accused the army of shelling the convoy" tells what it did
        return False
    charged = {"of", "for", "as", "with"} & {parse.lemma[t] for t in words}
    called = any(parse.lemma[t] == "call" for t in cue)
    if any(parse.lemma[t] in {"dismiss", "reject"} for t in cue):
        return "as" in charged
    return bool(charged and not called) or any(parse.dep[c] == "oprd" for t in cue for c in parse.children[t])


def _happening(parse: Parse, noun: int) -> bool:
    """Whether a noun phrase says that something happened or is so: "the defeat of …", "trucks loaded with …"."""
    lemma = parse.lemma[noun]
    if any(parse.dep[c] == "acl" and parse.tag[c] in {"VBN", "VBG"} for c in parse.children[noun]):
        return True
    eventive = lemma in lexicon("events") or any(lemma.endswith(s) for s in lexicon("eventive"))
    return eventive and any(parse.dep[c] in {"prep", "acl"} for c in parse.children[noun])


def musing(parse: Parse, attribution: Attribution, quoted: Sequence[int], which: int) -> bool:
    """Whether it only adds "I think" to words that somebody is quoted with."""
    source = tokens(parse, attribution.source)
    if not source:
        return False
    return parse.word(source[0]).lower() in _FIRST and quoted[source[0]] not in {NONE, which}
