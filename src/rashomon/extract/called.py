"""The head word of a phrase in, the name in it out: beside a role, given by its bearer, or of whoever made a report."""

import re
from bisect import bisect_right

from rashomon.extract.cues import cues
from rashomon.extract.sightings import listed_words
from rashomon.text.parse import Parse

_SOME = frozenset({"one", "another", "other", "two", "three"})
_SERVING = frozenset({"agency", "service", "network"})
_NEWS = frozenset({"news", "press", "wire", "media", "information", "broadcasting", "television", "radio"})
_NAMED_AS = frozenset({"introduce", "identify", "call", "name", "know", "give"})


def proper(parse: Parse, head: int, first: int) -> tuple[int, int] | None:
    """The name that a phrase is, or that stands beside it: "spokesman Imre Kos", "Imre Kos, a driver", "the driver, Imre Kos"."""
    own = _names(parse, head, first)
    if own is not None:
        return own
    beside = [c for c in parse.children[head] if parse.dep[c] == "appos" and parse.pos[c] == "PROPN"]
    if (run := _run_on(parse, head, beside)) is not None:
        return run
    people = [c for c in beside if label_of(parse, c) == "PERSON" and parse.tag[head] == "NN"]
    some = parse.lemma[head].lower() in _SOME
    if parse.lemma[head] not in cues().person | cues().medium | cues().vague and not people and not some:
        if not (parse.tag[head] == "NN" and parse.word(first).lower() in ("the", "its", "their", "his", "her")):
            return None
        beside = [c for c in beside if any(parse.word(t) == "," for t in range(head + 1, c))]  # "the harbour master, Jan Velis"
        if not beside:
            return None
    direct = [c for c in beside if parse.word(c).rstrip(".") not in cues().titles] or beside
    within = [t for t in parse.subtree(head) if t > head and parse.dep[t] == "appos" and label_of(parse, t) == "PERSON"]
    for child in (direct + within)[:1]:
        start = min([child, *(c for c in parse.children[child] if parse.dep[c] == "compound")])
        while start - 1 > head and parse.pos[start - 1] == "PROPN" and parse.dep[start - 1] == "compound":
            start -= 1
        return _names(parse, child, start)
    return None


def _run_on(parse: Parse, head: int, beside: list[int]) -> tuple[int, int] | None:
    """The name right behind what bears it: "the monitoring group NetWatch", "road operator Velport"."""
    found = next((c for c in beside if head < c <= head + 4), None)
    whole = found is not None and parse.pos[head] == "NOUN" and all(parse.pos[t] == "PROPN" for t in range(head + 1, found + 1))
    return (head + 1, found + 1) if found is not None and whole else None


def _names(parse: Parse, head: int, first: int) -> tuple[int, int] | None:
    """The run of capitalised words that ends a phrase, without the titles and roles before it."""
    if parse.pos[head] != "PROPN" or parse.lemma[head] in cues().person or office(parse, head, first):
        return None
    start = head
    while (start > first and parse.pos[start - 1] in ("PROPN", "PART", "ADP")) or (
        start > first and parse.word(start - 1) in "-–’'"
    ):
        start -= 1
        if parse.pos[start] == "PART" and label_of(parse, head) == "PERSON":  # "the Post's Imre Kos"
            start += 1
            break
        if parse.pos[start] == "ADP" and parse.word(start) not in ("al", "bin", "ibn", "de", "van", "von", "da", "del", "el"):
            start += 1
            break
    body = parse.word(head).lower() in listed_words("organisation_words")  # "the Velis Family Foundation"
    for token in range(head - 1, head if body else start - 1, -1):
        if parse.lemma[token] in cues().person or parse.word(token).rstrip(".") in cues().titles:
            start = token + 1
            break
    while start < head and not parse.word(start)[0].isalnum():
        start += 1
    return start, head + 1


def office(parse: Parse, head: int, first: int) -> bool:
    """Whether capitals only write an office large: "the Governor", "the Foreign Minister", but not "the Mayor Foundation"."""
    if parse.word(first).lower() not in ("the", "this", "that", "its", "their", "his", "her") or head - first not in (1, 2):
        return False
    return parse.lemma[head].lower() in cues().person and label_of(parse, head) not in ("ORG", "WORK_OF_ART")


def given_name(parse: Parse, head: int) -> tuple[int, int] | None:
    """The name in "a driver who introduced himself as Imre", "a man called Imre"."""
    for child in parse.children[head]:
        asked = [child, *(c for c in parse.children[child] if parse.dep[c] == "xcomp")]  # "who asked to be identified only as"
        if parse.dep[child] not in ("relcl", "acl") or not any(parse.lemma[t] in _NAMED_AS for t in asked):
            continue
        tree = parse.subtree(child)
        names = [
            t
            for t in tree
            if t > child and parse.pos[t] == "PROPN" and parse.dep[t] in ("oprd", "pobj", "dobj", "attr", "appos", "xcomp")
        ]
        if names:
            return _names(parse, names[0], child + 1)
    return None


def maker(parse: Parse, head: int, first: int, last: int) -> str | None:
    """The paper or station behind "a BBC documentary", "the report by Reuters"; none for other papers and people."""
    if parse.lemma[head] not in cues().reporting | {"journalist", "reporter", "correspondent"}:
        return None
    names = [t for t in range(first, last) if parse.pos[t] == "PROPN" and t != head and parse.word(t)[:1].isupper()]
    runs = [t for t in names if t + 1 not in names]
    for end in runs:
        start = end
        while start - 1 in names:
            start -= 1
        name = tidy(parse.text[parse.start[start] : parse.end[end]])
        if is_medium(name, frozenset()):
            return name
    return None


def organisation(parse: Parse, head: int, first: int, named: tuple[int, int]) -> str:
    """An organisation's whole name: with the country before it and "of" behind it."""
    start, end = named
    if start > first and parse.dep[start - 1] == "case":
        owner = parse.head[start - 1]
        start = owner if parse.pos[owner] == "PROPN" else start
    for child in parse.children[head]:
        if parse.dep[child] == "prep" and parse.lemma[child] in ("of", "for") and child == end:
            below = [c for c in parse.children[child] if parse.dep[c] == "pobj" and parse.pos[c] == "PROPN"]
            end = max([end, *(c + 1 for c in below)])
    return parse.text[parse.start[start] : parse.end[end - 1]]


def label_of(parse: Parse, token: int) -> str:
    """The kind of name a token is in, by the parse; "" for none."""
    at = bisect_right(parse.entities, token, key=lambda e: e[0]) - 1
    return parse.entities[at][2] if at >= 0 and token < parse.entities[at][1] else ""


def is_medium(name: str, roles: frozenset[str]) -> bool:
    """Whether a name is that of an agency, a broadcaster or a paper: listed, or made of words papers are called by."""
    if roles & cues().medium or name.removeprefix("The ").removeprefix("the ") in cues().outlets:
        return True
    words = re.findall(r"[\w’']+", name)
    if any(w in cues().media for w in words) or (words and words[-1] in cues().media_words - {"Press"}):
        return True
    parts = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 2, min(len(words), a + 4) + 1)}
    return bool(parts & cues().outlets) or (
        len(words) > 1 and any(w in cues().media_words for w in words) and words[0] != "White"
    )


def carries(parse: Parse, head: int) -> bool:
    """Whether a common noun means who carries news: "the agency", "the news service", and no "prison service"."""
    lemma = parse.lemma[head].lower()
    before = [c for c in parse.children[head] if c < head and parse.dep[c] in ("compound", "amod")]
    other = lemma in _SERVING and any(parse.dep[c] == "compound" for c in before)
    return lemma in cues().medium and not (other and not any(parse.lemma[c].lower() in _NEWS for c in before))


def tidy(name: str) -> str:
    """A name on one line, without a possessive, marks or spaces around it."""
    name = re.sub(r"\s*\([^()]*$", "", " ".join(name.split())).strip(" ,;:.“”\"'’‘()")
    return re.sub(r"[’']s$", "", name)


def whole(parse: Parse, first: int, end: int) -> tuple[int, int]:
    """A name with what stands before it by a hyphen ("Trans-Kalm"), or as those whose it is called ("Doctors' Bridge")."""
    while first > 1 and parse.word(first - 1) in "-–" and parse.end[first - 2] == parse.start[first] - 1:
        if not parse.word(first - 2)[:1].isupper():
            break
        first -= 2
    while end + 1 < len(parse) and parse.word(end) in "-–" and parse.start[end + 1] == parse.end[end - 1] + 1:
        if not parse.word(end + 1)[:1].isupper():
            break
        end += 2
    while end + 1 < len(parse) and parse.word(end) == "&" and parse.word(end + 1)[:1].isupper():
        end += 2
    if end < len(parse) and parse.tag[end] == "CD" and label_of(parse, end) == label_of(parse, end - 1) == "ORG":
        end += 1  # "Channel 6"
    whose = first > 1 and parse.word(first - 1) in "'’" and parse.word(first - 2).endswith("s")
    if whose and parse.word(first - 2)[:1].isupper() and parse.tag[first - 2] in ("NNS", "NNPS"):
        first -= 2
    return first, end
