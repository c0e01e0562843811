"""The head word of a phrase in, who is meant by its own words out: name, kind, number, gender and roles."""

from dataclasses import dataclass

from rashomon.extract import called, parted
from rashomon.extract.cues import cues
from rashomon.extract.sightings import listed_words
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
_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "organisation",
    "WORK_OF_ART": "document",
    "LAW": "document",
}
_ROLE = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairwoman": "chairman", "congresswoman": "congressman"}
_TITLED = {
    "dr": "doctor", "prof": "professor", "col": "colonel", "gen": "general", "lt": "lieutenant", "sgt": "sergeant",
    "capt": "captain", "maj": "major", "adm": "admiral", "sen": "senator", "gov": "governor",
}  # fmt: skip


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
    given = called.given_name(parse, head)
    named = given or called.proper(parse, head, first)
    maker = called.maker(parse, head, first, last)
    if maker is not None:
        return Phrase(
            name=maker, kind="organisation", start=start, end=end, proper=True, medium=True, gender="n", head=parse.lemma[head]
        )
    lemma = parse.lemma[head].lower() if called.office(parse, head, first) else parse.lemma[head]
    roles = _roles(parse, head, first, last) | _parted(parse, head)
    gender = _gender(parse, head, first, roles)
    many = parse.tag[head] in ("JJ", "VBN") and parse.word(first).lower() == "the"  # "the dead"
    plural = parse.tag[head] in ("NNS", "NNPS") or many or any(parse.dep[c] == "conj" for c in parse.children[head])
    if named is not None:
        named = called.whole(parse, *named)
        name = called.tidy(parse.text[parse.start[named[0]] : parse.end[named[1] - 1]])
        kind = _kind(parse, named, roles)
        if kind == "person":
            roles |= _titles(parse, first, last)
        if kind == "organisation" and given is None:
            name = called.tidy(called.organisation(parse, head, first, named))
        return Phrase(
            name=name, kind=kind, start=start, end=end, proper=True,
            plural=_several(parse, head, kind), gender=gender if kind == "person" else "n",
            roles=roles, medium=called.is_medium(name, roles), head=lemma,
        )  # fmt: skip
    determiner, role = parse.word(first).lower(), parted.role_beside(parse, head)
    return Phrase(
        name=parted.told(parse, head, first)
        or _described(parse, role, *(bounds(parse, role) if role != head else (first, last))),
        kind=_common_kind(parse, head, lemma, plural),
        start=start,
        end=end,
        definite=determiner in ("the", "this", "that", "these", "those", "said", "same"),
        plural=plural,
        gender=gender,
        roles=roles,
        medium=lemma not in cues().meeting and (called.carries(parse, head) or bool((roles - {lemma}) & cues().medium)),
        head=lemma,
    )


def _several(parse: Parse, head: int, kind: str) -> bool:
    """Whether a name means more than one: a people, or names beside one another; a family name may end in s."""
    joined = any(parse.dep[c] == "conj" for c in parse.children[head])
    return kind != "organisation" and (joined or (kind == "group" and parse.tag[head] in ("NNS", "NNPS")))


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


def _roles(parse: Parse, head: int, first: int, last: int) -> frozenset[str]:
    """Nouns that say what somebody is: before the name, in apposition, or the head itself."""
    found = {parse.lemma[head]} if parse.pos[head] == "NOUN" else set()
    if called.office(parse, head, first):
        found.add(parse.lemma[head].lower())
    known = cues().person | cues().medium | cues().document | cues().group | cues().vague
    for token in range(first, head):
        if parse.lemma[token] in known and parse.dep[token] not in ("pobj",):
            found.add(parse.lemma[token])
    for child in _renamed(parse, head):
        found.add(parse.lemma[child])
        found.update(parse.lemma[c] for c in parse.children[child] if parse.dep[c] in ("compound", "conj"))
    named = parse.dep[head] == "appos" and called.label_of(parse, head) == "PERSON"
    if named and parse.lemma[parse.head[head]] in cues().person:
        found.add(parse.lemma[parse.head[head]])  # "the minister, Imre Kos"
    for child in (c for h in _beside(parse, head) for c in parse.children[h] if parse.dep[c] == "relcl"):
        stem = parse.lemma[child]
        found.update({stem + "or", stem + "er", stem.rstrip("e") + "er"} & cues().person)  # who defected is a defector
    return frozenset(_ROLE.get(r, r) for r in found if r in known)


def _titles(parse: Parse, first: int, last: int) -> set[str]:
    """What titles before a name call somebody: "Governor Velis" is a governor, "Dr Velis" a doctor."""
    words = (parse.word(t).rstrip(".").lower() for t in range(first, last) if parse.word(t).rstrip(".") in cues().titles)
    return {_TITLED.get(w, _ROLE.get(w, w)) for w in words} & cues().person


def _renamed(parse: Parse, head: int) -> list[int]:
    """What somebody is said to be, in apposition; many are not one: "..., he said, among them four women"."""
    one = parse.tag[head] in ("NN", "NNP")
    return [c for c in parse.children[head] if parse.dep[c] == "appos" and not (one and parse.tag[c] == "NNS")]


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
    words |= {parse.lemma[c] for c in _renamed(parse, head)}
    if words & cues().female:
        return "f"
    return "m" if words & cues().male else ""


def _kind(parse: Parse, named: tuple[int, int], roles: frozenset[str]) -> str:
    label = called.label_of(parse, named[1] - 1) or called.label_of(parse, named[0])
    text = parse.text[parse.start[named[0]] : parse.end[named[1] - 1]]
    if text in cues().titles:
        return "person"
    if called.is_medium(text, frozenset()) or (text.isupper() and len(text) > 1 and "." not in text):
        return "organisation"
    if parse.word(named[1] - 1).lower() in listed_words("organisation_words"):
        return "organisation"
    if roles & cues().person:
        return "person"
    if parse.lemma[named[1] - 1] in cues().group | cues().medium or roles & (cues().group | cues().medium):
        return "organisation"
    return _KINDS.get(label, "person" if label == "" and named[1] - named[0] > 1 else "organisation" if label else "person")


def _common_kind(parse: Parse, head: int, lemma: str, plural: bool) -> str:
    if lemma in cues().medium or lemma in cues().group:
        return "organisation"
    if lemma in cues().document:
        return "document"
    if lemma in cues().vague:
        return "unnamed" if lemma != "witness" and lemma != "eyewitness" else "group"
    doer = parted.does(lemma)
    return "person" if doer and not plural else "group"


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
    end = max([end, *(c + 1 for c in conjoined), *(parse.subtree(o)[-1] + 1 for c in conjoined for o in _of(parse, c, last))])
    if _of(parse, head, last) and not conjoined:
        end = last
    return called.tidy(parse.text[parse.start[first] : parse.end[end - 1]])


def _of(parse: Parse, noun: int, last: int) -> list[int]:
    """The "of" right behind a noun."""
    below = parse.children[noun]
    return [c for c in below if parse.dep[c] == "prep" and parse.lemma[c] == "of" and c == noun + 1 and c < last]
