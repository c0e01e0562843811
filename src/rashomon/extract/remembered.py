"""A document in, a reader's short memory of it out: who has been named so far, in which roles, and who has spoken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rashomon.extract.cues import cues
from rashomon.extract.firms import firms
from rashomon.extract.phrases import Phrase, phrase
from rashomon.extract.referents import Referent, fits, fitting_for, place_of
from rashomon.extract.sightings import acting, listed_words
from rashomon.model import Document, Quotation
from rashomon.text.parse import Parse

_AGED = re.compile(r"\b\d{1,3}-year-old\b")
_DYING = {
    "nsubj": frozenset({"die", "drown", "perish"}),
    "nsubjpass": frozenset({"assassinate", "behead", "bury", "execute", "hang", "kill", "lynch", "murder"}),
}
_PLACES = frozenset({"city", "community", "country", "crowd", "family", "house", "nation", "public", "side", "state", "team"})
_FIRMS = frozenset(
    {"company", "firm", "operator", "group", "organisation", "organization", "charity", "carrier", "airline", "manufacturer"}
)
_HE = {"he": "m", "she": "f"}


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
        fitting, place = fitting_for(self.parse, self.referents, head, gender, False), place_of(self.parse, head)
        near = [known for known in self.referents[-40:] if known.sentence == place and fits(known, gender, False)]
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

    def _full(self, found: Phrase) -> str:
        """The full name of somebody called by a last name; of two who bear it, the one whom "Mr" or "Mrs" fits, else whoever
        speaks by office, else the one named last.
        """
        full = self.full_names.get(found.name, found.name)
        if full == found.name and found.kind == "person" and (called := self._called(found.name)):
            return called
        if full == found.name or not full.endswith(" " + found.name):
            return full
        bearers = [known for known in reversed(self.referents) if known.name.split()[-1:] == [found.name]]
        if found.gender not in ("m", "f") or found.kind != "person":
            people = [known for known in bearers if " " in known.name and known.kind == "person"]
            return next((known.name for known in people if known.roles & cues().official), people[0].name if people else full)
        fitting = (known.name for known in bearers if known.gender in ("", found.gender))
        return next(fitting, found.name if bearers else full)

    def _called(self, first: str) -> str:
        """The full name of the one person named so far whom a page goes on to call by a first name; "" where it may be two."""
        people = {known.name for known in self.referents if known.kind == "person" and known.name.startswith(first + " ")}
        return people.pop() if len(people) == 1 else ""

    def note(self, found: Phrase, head: int, *, spoke: bool) -> Referent:
        """Remembers somebody who was named, or moves them to the front."""
        name = found.name if found.medium else self._full(found)
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
    runs = [(a, b) for a, b, label in parse.entities if label in ("PERSON", "ORG")]
    named = {_head(parse, a, b) for a, b in runs if b - a > 1 or parse.word(a) not in listed_words("not_names")}
    people = [phrase(parse, h) for h in sorted(named)]
    full: dict[str, str] = {}
    for person in people:
        parts = person.name.split()
        if person.kind == "person" and len(parts) > 1:
            full.setdefault(parts[-1], person.name)
    # a last name alone is taken for a people or a place at times
    named |= {t for t in range(len(parse)) if parse.word(t) in full and parse.dep[t] in ("nsubj", "nsubjpass")}
    subjects = {t for t in range(len(parse)) if parse.dep[t] in ("nsubj", "nsubjpass") and parse.lemma[t] in cues().person}
    subjects |= {t for t in range(len(parse)) if parse.dep[t] == "nsubj" and parse.tag[t] in ("NN", "NNP") and _acts(parse, t)}
    followed = {t for t in range(len(parse)) if parse.word(t).lower() in _HE and parse.dep[t] in ("nsubj", "nsubjpass")}
    heads = sorted(named | ((subjects | followed | {*acting(parse)}) - quoted))
    return Memory(document=document, parse=parse, full_names=full, names=heads)


def _acts(parse: Parse, token: int) -> bool:
    """Whether a noun means a body that "it" may take up where it acts: "The Emergency Ministry gave … It said …"."""
    return parse.lemma[token] in cues().group - _PLACES


def named_before(told: Memory, found: Phrase) -> Referent | None:
    """Whom "the spokesman", "the report", "the station" takes up."""
    if not found.definite or found.plural:
        return None
    recent = [known for known in reversed(told.referents[-80:]) if not known.common and not known.plural]
    if found.head in cues().reporting and (makers := [known for known in recent if known.medium]):
        return next((known for known in makers if known.roles & cues().reporting), makers[0])
    if found.head in cues().group - _PLACES | _FIRMS and (body := _body(told, recent, found)) is not None:
        return body
    for known in recent:
        if known.kind == "organisation" and found.head in known.name.lower().split()[-2:] and found.name.lower() == found.head:
            return known
        if found.roles & known.roles & (cues().person | cues().medium):
            return known
        if found.medium and known.medium:
            return known
    return None


def _body(told: Memory, recent: Sequence[Referent], found: Phrase) -> Referent | None:
    """The one body that "the company" or "the group" may take up: called so, else the only one that the last sentences are on."""
    bodies = [known for known in recent if known.kind == "organisation" and not known.medium]
    called = [known for known in bodies if found.head in {*known.roles, *known.name.lower().split()[-1:]}]
    if called:
        return called[0]
    if found.head not in _FIRMS or len(found.name.split()) > 1:
        return None
    people = {known.name for known in recent if known.kind == "person"}
    named = firms(told.document.text[: found.start], people)
    if len(named) == 1:
        return next((known for known in bodies if known.name == named[0]), None) or _firm(told, named[0])
    own = [known for known in bodies if known.subject and known.spoke and not _office(known.name)]
    if not own:
        return None
    last = max((known.sentence for known in own), default=-1)
    near = [known for known in own if known.sentence == last >= max(known.sentence for known in recent) - 1]
    return near[0] if len(near) == 1 else None


def _firm(told: Memory, name: str) -> Referent:
    """Somebody in mind whom the language model took for no name."""
    start = told.document.text.find(name)
    end = start + len(name)
    inside = told.parse.tokens(start, end)
    sentence = place_of(told.parse, inside[0]) if inside else 0
    made = Referent(name=name, kind="organisation", start=start, end=end, sentence=sentence, gender="n")
    told.referents.append(made)
    return made


def _office(name: str) -> bool:
    """Whether a body is called a ministry, an army or a council, which nobody calls a company or a group."""
    return name.lower().split()[-1] in listed_words("organisation_words") - _FIRMS


def of_age(told: Memory, head: int, found: Phrase, content: Sequence[tuple[int, int]] = ()) -> Referent | None:
    """Whom "the 61-year-old" takes up: the one person named right before."""
    if not (found.definite and _AGED.search(told.parse.text, found.start, found.end)):
        return None
    fitting = [known for known in fitting_for(told.parse, told.referents, head, "", False, content) if known.kind == "person"]
    return fitting[0] if len(fitting) == 1 else None


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
