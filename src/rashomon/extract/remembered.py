"""A document in, a reader's short memory of it out: who has been named so far, in which roles, and who has spoken."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rashomon.extract.cues import cues
from rashomon.extract.phrases import Phrase, phrase
from rashomon.extract.sightings import listed_words
from rashomon.model import Document, Quotation
from rashomon.text.parse import Parse

_AGED = re.compile(r"\b\d{1,3}-year-old\b")
REACH = 12
"""How many sentences back a pronoun may look for the one it means."""

_DYING = {
    "nsubj": frozenset({"die", "drown", "perish"}),
    "nsubjpass": frozenset({"assassinate", "behead", "bury", "execute", "hang", "kill", "lynch", "murder"}),
}
_HE = {"he": "m", "she": "f"}


@dataclass(slots=True, kw_only=True)
class Referent:
    """Somebody or something named so far: in which sentence last, how far as its `subject`
    (0 to 1), and whether they `spoke`.
    """

    name: str
    kind: str
    start: int
    end: int
    sentence: int
    plural: bool = False
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    medium: bool = False
    subject: float = 0.0
    spoke: bool = False
    dead: bool = False
    common: bool = False


@dataclass(slots=True, kw_only=True)
class Memory:
    """Who has been named and has spoken in a document so far: a reader's short memory, filled in text order."""

    document: Document
    parse: Parse
    full_names: dict[str, str]
    names: Sequence[int] = ()
    read: int = 0
    referents: list[Referent] = field(default_factory=list)

    def read_to(self, token: int) -> None:
        """Takes note of the names before a token."""
        while self.read < len(self.names) and self.names[self.read] < token:
            head = self.names[self.read]
            self.read += 1
            gender = _HE.get(self.parse.word(head).lower())
            if gender is not None:
                self._follow(head, gender)
            elif not self._short_form(head):
                self._take(phrase(self.parse, head), head)

    def _follow(self, head: int, gender: str) -> None:
        """Keeps somebody in mind whom the page goes on to tell of as "he": the story stays with them."""
        fitting, place = fitting_for(self, head, gender, False), place_of(self.parse, head)
        near = [known for known in self.referents[-40:] if known.sentence == place and _fits(known, gender, False)]
        if len(fitting) == 1 and near[-1:] in ([], fitting):  # of somebody named in between it may tell as well
            (found,) = fitting
            found.gender = gender
            found.sentence, found.subject = place, _weight(self.parse, head)
            self.referents.remove(found)
            self.referents.append(found)

    def _take(self, found: Phrase, head: int) -> None:
        """Takes note of a name, or of a role: of whoever was named with it, else of one more who has no name."""
        back = None if found.proper else of_age(self, head, found) or named_before(self, found)
        if back is None:
            self.note(replace(found, plural=found.plural and not found.proper), head, spoke=False)
            return
        place, subject = place_of(self.parse, head), _weight(self.parse, head)
        back.subject = subject if place != back.sentence else max(back.subject, subject)
        back.sentence = place
        self.referents.remove(back)
        self.referents.append(back)

    def _short_form(self, head: int) -> bool:
        """Whether a name in brackets only shortens the one before it; from there on it stands for it."""
        parse = self.parse
        if parse.dep[head] != "appos" or head == 0 or parse.word(head - 1) != "(" or not self.referents:
            return False
        long = self.referents[-1]
        if place_of(parse, head) != long.sentence or long.kind == "person":
            return False
        self.full_names.setdefault(parse.word(head), long.name)
        return True

    def note(self, found: Phrase, head: int, *, spoke: bool) -> Referent:
        """Remembers somebody who was named, or moves them to the front."""
        name = found.name if found.medium else self.full_names.get(found.name, found.name)
        if found.proper and found.kind == "person" and " " in name:
            self.full_names.setdefault(name.split()[-1], name)
        place = place_of(self.parse, head)
        subject = _weight(self.parse, head)
        for at in range(len(self.referents) - 1, max(-1, len(self.referents) - 60), -1):
            known = self.referents[at]
            if known.name == name:
                known.roles |= found.roles
                known.gender = known.gender or (found.gender if found.kind == known.kind else "")  # a last name taken for a body
                known.subject = subject if place != known.sentence else max(known.subject, subject)
                known.sentence, known.spoke = place, known.spoke or spoke
                known.medium = known.medium or found.medium
                known.dead = known.dead or _died(self.parse, head)
                self.referents.append(self.referents.pop(at))
                return known
        made = Referent(
            name=name, kind=found.kind, start=found.start, end=found.end, sentence=place, plural=found.plural,
            gender=found.gender, roles=set(found.roles), medium=found.medium, subject=subject,
            spoke=spoke, common=not found.proper, dead=_died(self.parse, head),
        )  # fmt: skip
        self.referents.append(made)
        return made


def memory(document: Document, parse: Parse, quotations: Sequence[Quotation]) -> Memory:
    """An empty memory that knows which words of a document are names of people and organisations.

    People whom only their role names ("the driver") count where the page itself speaks, not where somebody is quoted.
    """
    quoted = {t for q in quotations for t in parse.tokens(q.span.start, q.span.end)}
    named = {_head(parse, a, b) for a, b, label in parse.entities if label in ("PERSON", "ORG")}
    named = {h for h in named if parse.word(h) not in listed_words("not_names")}
    people = [phrase(parse, h) for h in sorted(named)]
    full: dict[str, str] = {}
    for person in people:
        parts = person.name.split()
        if person.kind == "person" and len(parts) > 1:
            full.setdefault(parts[-1], person.name)
    # a last name alone is taken for a people or a place at times
    named |= {t for t in range(len(parse)) if parse.word(t) in full and parse.dep[t] in ("nsubj", "nsubjpass")}
    acting = {t for t in range(len(parse)) if parse.dep[t] in ("nsubj", "nsubjpass") and parse.lemma[t] in cues().person}
    followed = {t for t in range(len(parse)) if parse.word(t).lower() in _HE and parse.dep[t] in ("nsubj", "nsubjpass")}
    heads = sorted(named | ((acting | followed) - quoted))
    return Memory(document=document, parse=parse, full_names=full, names=heads)


def named_before(told: Memory, found: Phrase) -> Referent | None:
    """Whom "the spokesman", "the report", "the station" takes up."""
    if not found.definite or found.plural:
        return None
    recent = [known for known in reversed(told.referents[-80:]) if not known.common and not known.plural]
    if found.head in cues().reporting and (makers := [known for known in recent if known.medium]):
        return next((known for known in makers if known.roles & cues().reporting), makers[0])
    for known in recent:
        if known.kind == "organisation" and found.head in known.name.lower().split()[-2:] and found.name.lower() == found.head:
            return known
        if found.roles & known.roles & (cues().person | cues().medium):
            return known
        if found.medium and known.medium:
            return known
    return None


def fitting_for(
    told: Memory, head: int, gender: str, plural: bool, content: Sequence[tuple[int, int]] = (), spoken: float = 0.75
) -> list[Referent]:
    """The likeliest antecedent of a pronoun: near, a subject, one who has spoken (which weighs as much as `spoken`, in
    sentences). Two, where nothing tells them apart.
    """
    place = place_of(told.parse, head)
    ranked: list[tuple[float, Referent]] = []
    for rank, known in enumerate(reversed(told.referents[-40:])):
        away = place - known.sentence
        if away > REACH or not _fits(known, gender, plural) or (away == 0 and not known.subject):
            continue
        if any(a <= known.start < b for a, b in content):
            continue
        doubt = 1.5 * (not plural and _doubtful(known))
        ranked.append((spoken * known.spoke + 1.0 * known.subject - 1.0 * away - 0.05 * rank - doubt, known))
    ranked.sort(key=lambda r: -r[0])
    if len(ranked) > 1 and _alike(ranked[0][1], ranked[1][1], gender):
        return [ranked[0][1], ranked[1][1]]
    return [ranked[0][1]] if ranked else []


def _doubtful(known: Referent) -> bool:
    """Whether only the language model takes a single word for somebody's name: it may be a firm's."""
    bare = known.kind == "person" and " " not in known.name and not known.common
    return bare and not known.gender and not known.roles & cues().person


def _alike(one: Referent, other: Referent, gender: str) -> bool:
    """Whether two people were named side by side in one sentence, and neither as the one who spoke or is known to fit."""
    told = (one.sentence, one.subject, one.spoke) == (other.sentence, other.subject, other.spoke)
    people = one.kind == other.kind == "person" and not one.common and not other.common
    return told and people and gender in ("m", "f") and one.gender == other.gender


def _fits(known: Referent, gender: str, plural: bool) -> bool:
    if not gender:
        return not known.plural and known.kind == "person"
    if plural:
        return known.plural or known.kind in ("group", "organisation") or (known.kind == "unnamed" and known.plural)
    if gender == "n":
        return not known.plural and known.kind in ("organisation", "document", "group")
    return not known.plural and known.kind in ("person", "unnamed") and known.gender in ("", gender)


def of_age(told: Memory, head: int, found: Phrase, content: Sequence[tuple[int, int]] = ()) -> Referent | None:
    """Whom "the 61-year-old" takes up: the one person named right before."""
    if not (found.definite and _AGED.search(told.parse.text, found.start, found.end)):
        return None
    fitting = [known for known in fitting_for(told, head, "", False, content) if known.kind == "person"]
    return fitting[0] if len(fitting) == 1 else None


def place_of(parse: Parse, token: int) -> int:
    """Which sentence of the document a token stands in."""
    return bisect_right(parse.sentences, (token, len(parse) + 1)) - 1


def _died(parse: Parse, head: int) -> bool:
    """Whether a noun is the subject of a verb of dying, or of being killed."""
    verb = parse.head[head]
    if parse.dep[head] == "appos":
        head, verb = verb, parse.head[verb]
    return parse.dep[head] in ("nsubj", "nsubjpass") and parse.lemma[verb] in _DYING[parse.dep[head]]


def _weight(parse: Parse, head: int) -> float:
    """How far a noun is the subject of its sentence: 1 of the main clause, less of another, 0 where it is no subject."""
    while parse.dep[head] == "conj" and parse.pos[parse.head[head]] in ("NOUN", "PROPN"):
        head = parse.head[head]
    if parse.dep[head] not in ("nsubj", "nsubjpass"):
        return 0.0
    verb = parse.head[head]
    return 1.0 if parse.head[verb] == verb or parse.dep[verb] == "conj" else 0.6


def _head(parse: Parse, first: int, last: int) -> int:
    inside = [t for t in range(first, last) if not first <= parse.head[t] < last or parse.head[t] == t]
    return inside[-1] if inside else last - 1
