"""The head word of a phrase in, who is meant by its own words out: name, kind, number, gender and roles."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from rashomon.extract.cues import cues
from rashomon.model import Mention
from rashomon.text.parse import Parse

PRONOUNS = {
    "he": ("m", False), "him": ("m", False), "his": ("m", False), "himself": ("m", False),
    "she": ("f", False), "her": ("f", False), "hers": ("f", False), "herself": ("f", False),
    "it": ("n", False), "its": ("n", False), "itself": ("n", False),
    "they": ("", True), "them": ("", True), "their": ("", True), "both": ("", True),
    "i": ("i", False), "me": ("i", False), "my": ("i", False), "we": ("i", True), "us": ("i", True), "our": ("i", True),
    "you": ("y", False), "who": ("r", False), "which": ("r", False), "that": ("r", False), "whom": ("r", False),
    "whose": ("r", False),
}  # fmt: skip
_LEFT = frozenset({"amod", "compound", "nmod", "nummod", "poss", "quantmod", "case", "punct", "advmod", "npadvmod"})
_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "organisation",
    "WORK_OF_ART": "document",
    "LAW": "document",
}
_NAMED_AS = frozenset({"introduce", "identify", "call", "name", "know", "give"})
_ROLE = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairwoman": "chairman", "congresswoman": "congressman"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Who a phrase names: `gender` m, f, n or "" where unknown; `roles` are lemmas of nouns that describe them.

    `proper` says whether there is a name; `definite` whether it points back ("the driver"); `start` and `end` are code points.
    """

    name: str
    kind: str
    start: int
    end: int
    proper: bool = False
    definite: bool = False
    plural: bool = False
    gender: str = ""
    roles: frozenset[str] = frozenset()
    medium: bool = False
    head: str = ""


def phrase(parse: Parse, head: int, mentions: tuple[Mention, ...] = ()) -> Phrase:
    """The phrase around its head word, without relative clauses; appositions give names and roles."""
    first, last = bounds(parse, head)
    start, end = parse.start[first], parse.end[last - 1]
    given = _given_name(parse, head)
    named = given or _proper(parse, head, first)
    maker = _maker(parse, head, first, last)
    if maker is not None:
        return Phrase(
            name=maker, kind="organisation", start=start, end=end, proper=True, medium=True, gender="n", head=parse.lemma[head]
        )
    lemma = parse.lemma[head]
    roles = _roles(parse, head, first, last) | _parted(parse, head)
    gender = _gender(parse, head, first, roles)
    plural = parse.tag[head] in ("NNS", "NNPS") or any(parse.dep[c] == "conj" for c in parse.children[head])
    if named is not None:
        name = tidy(parse.text[parse.start[named[0]] : parse.end[named[1] - 1]])
        kind = _kind(parse, named, roles)
        if kind == "organisation" and given is None:
            name = tidy(_organisation(parse, head, first, named))
        return Phrase(
            name=name, kind=kind, start=start, end=end, proper=True,
            plural=plural and kind != "organisation", gender=gender if kind == "person" else "n",
            roles=roles, medium=is_medium(name, roles), head=lemma,
        )  # fmt: skip
    determiner = parse.word(first).lower()
    return Phrase(
        name=_described(parse, head, first, last),
        kind=_common_kind(parse, head, plural),
        start=start,
        end=end,
        definite=determiner in ("the", "this", "that", "these", "those", "said", "same"),
        plural=plural,
        gender=gender,
        roles=roles,
        medium=lemma in cues().medium or bool(roles & cues().medium),
        head=lemma,
    )


def bounds(parse: Parse, head: int) -> tuple[int, int]:
    """First and after-last token of a noun phrase without its relative clauses, appositions and later additions."""
    inside, open_ = {head}, [head]
    while open_:
        token = open_.pop()
        for child in parse.children[token]:
            dep = parse.dep[child]
            if dep in ("relcl", "acl", "appos", "advcl", "punct", "ccomp", "parataxis") or (
                dep == "prep" and not _near(parse, token, child)
            ):
                continue
            if dep in ("cc", "preconj") and not any(
                parse.dep[c] == "conj" and parse.pos[c] in ("NOUN", "PROPN", "PRON") for c in parse.children[token]
            ):
                continue
            if dep == "conj" and parse.pos[child] not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
                continue
            inside.add(child)
            open_.append(child)
    first = last = head
    while first - 1 in inside or (first - 2 in inside and parse.word(first - 1) in "-–“\"‘'"):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and parse.word(last + 1) in "-–,”\"’'"):
        last += 1
    return first, last + 1


def _near(parse: Parse, token: int, prep: int) -> bool:
    return parse.lemma[prep] in ("of", "for", "at", "in", "from", "with", "to", "on") and parse.word(prep - 1) not in (
        ",",
        "–",
        "-",
    )


def _proper(parse: Parse, head: int, first: int) -> tuple[int, int] | None:
    """The name that a phrase is, or that stands beside it: "spokesman Imre Kos", "Imre Kos, a driver", "the driver, Imre Kos"."""
    own = _names(parse, head, first)
    if own is not None:
        return own
    if parse.lemma[head] not in cues().person | cues().medium | cues().vague:
        return None
    direct = [c for c in parse.children[head] if parse.dep[c] == "appos" and parse.pos[c] == "PROPN"]
    within = [t for t in parse.subtree(head) if t > head and parse.dep[t] == "appos" and _label(parse, t) == "PERSON"]
    for child in (direct + within)[:1]:
        start = min([child, *(c for c in parse.children[child] if parse.dep[c] == "compound")])
        return _names(parse, child, start)
    return None


def _maker(parse: Parse, head: int, first: int, last: int) -> str | None:
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


def _label(parse: Parse, token: int) -> str:
    """The kind of name a token is in, by the parse; "" for none."""
    at = bisect_right(parse.entities, token, key=lambda e: e[0]) - 1
    return parse.entities[at][2] if at >= 0 and token < parse.entities[at][1] else ""


def _names(parse: Parse, head: int, first: int) -> tuple[int, int] | None:
    """The run of capitalised words that ends a phrase, without the titles and roles before it."""
    if parse.pos[head] != "PROPN" or parse.lemma[head] in cues().person:
        return None
    start = head
    while (start > first and parse.pos[start - 1] in ("PROPN", "PART", "ADP")) or (
        start > first and parse.word(start - 1) in "-–’'"
    ):
        start -= 1
        if parse.pos[start] == "ADP" and parse.word(start) not in ("al", "bin", "ibn", "de", "van", "von", "da", "del", "el"):
            start += 1
            break
    for token in range(head - 1, start - 1, -1):
        if parse.lemma[token] in cues().person or parse.word(token).rstrip(".") in cues().titles:
            start = token + 1
            break
    while start < head and not parse.word(start)[0].isalnum():
        start += 1
    return start, head + 1


def _given_name(parse: Parse, head: int) -> tuple[int, int] | None:
    """The name in "a driver who introduced himself as Imre", "a man called Imre"."""
    for child in parse.children[head]:
        if parse.dep[child] not in ("relcl", "acl") or parse.lemma[child] not in _NAMED_AS:
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


def _roles(parse: Parse, head: int, first: int, last: int) -> frozenset[str]:
    """Nouns that say what somebody is: before the name, in apposition, or the head itself."""
    found = {parse.lemma[head]} if parse.pos[head] == "NOUN" else set()
    known = cues().person | cues().medium | cues().document | cues().group | cues().vague
    for token in range(first, head):
        if parse.lemma[token] in known and parse.dep[token] not in ("pobj",):
            found.add(parse.lemma[token])
    for child in parse.children[head]:
        if parse.dep[child] == "appos":
            found.add(parse.lemma[child])
            found.update(parse.lemma[c] for c in parse.children[child] if parse.dep[c] in ("compound", "conj"))
    for child in (c for h in _beside(parse, head) for c in parse.children[h] if parse.dep[c] == "relcl"):
        stem = parse.lemma[child]
        found.update({stem + "or", stem + "er", stem.rstrip("e") + "er"} & cues().person)  # who defected is a defector
    return frozenset(_ROLE.get(r, r) for r in found if r in known)


def _parted(parse: Parse, head: int) -> frozenset[str]:
    """What "one of the drivers", "a few of them" is part of."""
    of = next(
        (c for c in parse.children[head] if parse.lemma[c] == "of" and parse.pos[head] in ("NUM", "ADJ", "PRON", "DET")), None
    )
    below = [c for c in parse.children[of] if parse.dep[c] == "pobj"] if of is not None else []
    return frozenset(parse.lemma[c] for c in below if parse.lemma[c] in cues().person)


def _beside(parse: Parse, head: int) -> list[int]:
    return [head, *(c for c in parse.children[head] if parse.dep[c] == "appos")]


def _gender(parse: Parse, head: int, first: int, roles: frozenset[str]) -> str:
    words = {parse.lemma[t].rstrip(".") for t in range(max(0, first - 1), head + 1)} | roles
    words |= {parse.lemma[c] for c in parse.children[head] if parse.dep[c] == "appos"}
    if words & cues().female:
        return "f"
    return "m" if words & cues().male else ""


def _kind(parse: Parse, named: tuple[int, int], roles: frozenset[str]) -> str:
    label = _label(parse, named[1] - 1) or _label(parse, named[0])
    text = parse.text[parse.start[named[0]] : parse.end[named[1] - 1]]
    if is_medium(text, frozenset()) or (text.isupper() and len(text) > 1 and "." not in text):
        return "organisation"
    if roles & cues().person:
        return "person"
    if parse.lemma[named[1] - 1] in cues().group | cues().medium or roles & (cues().group | cues().medium):
        return "organisation"
    return _KINDS.get(label, "person" if label == "" and named[1] - named[0] > 1 else "organisation" if label else "person")


def _organisation(parse: Parse, head: int, first: int, named: tuple[int, int]) -> str:
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


def _common_kind(parse: Parse, head: int, plural: bool) -> str:
    lemma = parse.lemma[head]
    if lemma in cues().medium or lemma in cues().group:
        return "organisation"
    if lemma in cues().document:
        return "document"
    if lemma in cues().vague:
        return "unnamed" if lemma != "witness" and lemma != "eyewitness" else "group"
    return "group" if plural else "person" if lemma in cues().person else "group"


def _described(parse: Parse, head: int, first: int, last: int) -> str:
    """A phrase as a reader would say it: without article, and without what only places it."""
    while first < head and parse.word(first).lower() in (
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
    ):
        first += 1
    end = head + 1
    conjoined = [c for c in parse.children[head] if parse.dep[c] == "conj" and c < last]
    end = max([end, *(c + 1 for c in conjoined)])
    of = next(
        (c for c in parse.children[head] if parse.dep[c] == "prep" and parse.lemma[c] == "of" and c == head + 1 and c < last),
        None,
    )
    if of is not None and not conjoined:
        end = last
    return tidy(parse.text[parse.start[first] : parse.end[end - 1]])


def is_medium(name: str, roles: frozenset[str]) -> bool:
    """Whether a name is that of an agency, a broadcaster or a paper."""
    words = re.findall(r"[\w’']+", name)
    return (
        bool(roles & cues().medium)
        or any(w in cues().media for w in words)
        or bool(words and words[-1] in cues().media_words and words[-1] != "Press")
        or (len(words) > 1 and any(w in cues().media_words for w in words) and words[0] not in ("White",))
    )


def tidy(name: str) -> str:
    """A name on one line, without a possessive, marks or spaces around it."""
    name = " ".join(name.split()).strip(" ,;:.“”\"'’‘()")
    return re.sub(r"[’']s$", "", name)
