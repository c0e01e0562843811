"""The head of a phrase that tells somebody by number alone in, who that is out: "one of them", "the three", "one, a docker"."""

from rashomon.extract.cues import cues
from rashomon.text.parse import Parse

_DOERS = ("er", "or", "ist", "man", "woman", "ee")
_BEFORE = {"second": "one", "third": "two", "fourth": "three", "fifth": "four", "sixth": "five", "seventh": "six"}
_BACK = 120  # tokens in which those are sought of whom one speaks


def told(parse: Parse, head: int, first: int) -> str | None:
    """Somebody told by number alone, with those he is one of, named before: "one of the drivers" for "one of them", "three
    drivers" for "the three", "fourth driver" for "a fourth"; None where no number tells him, or nobody fits.
    """
    word = parse.word(head).lower()
    of = next((c for c in parse.children[head] if c == head + 1 and parse.word(c).lower() == "of"), None)
    theirs = of is not None and parse.word(min(of + 1, len(parse) - 1)).lower() == "them"
    counted = parse.pos[head] == "NUM" and not theirs and head == first + 1 and parse.word(first).lower() == "the"
    ordinal = word in _BEFORE and head == first + 1 and parse.word(first).lower() in ("a", "the") and of is None
    if not (theirs or counted or ordinal):
        return None
    if theirs:
        noun = next((t for t in range(first - 1, max(-1, first - _BACK), -1) if _people(parse, t) and _acting(parse, t)), None)
    else:
        noun = _counted(parse, word if counted else _BEFORE.get(word, ""), first)
    if noun is None:
        return None
    whose = parse.lemma[noun] if ordinal else parse.word(noun).lower()
    return f"{word} of the {whose}" if theirs else f"{word} {whose}"


def _people(parse: Parse, token: int) -> bool:
    return parse.tag[token] == "NNS" and (parse.lemma[token] in cues().vague or does(parse.lemma[token]))


def _acting(parse: Parse, token: int) -> bool:
    return parse.dep[token] in ("nsubj", "nsubjpass")


def _counted(parse: Parse, number: str, first: int) -> int | None:
    """The people last counted by this number: "three dockers"."""
    for t in range(first - 1, max(-1, first - 2 * _BACK), -1):
        if number and parse.word(t).lower() == number:
            return next((n for n in range(t + 1, min(t + 4, first)) if _people(parse, n)), None)
    return None


def role_beside(parse: Parse, head: int) -> int:
    """What somebody is who is told by "one" alone: "one, a docker"."""
    if parse.lemma[head] not in ("one", "another"):
        return head
    beside = [c for c in parse.children[head] if parse.dep[c] == "appos" and parse.tag[c] == "NN"]
    return next((c for c in beside if does(parse.lemma[c])), head)


def does(lemma: str) -> bool:
    """Whether a noun is one for people, by the lists or by its ending."""
    return lemma in cues().person or (lemma.endswith(_DOERS) and lemma not in cues().things)
