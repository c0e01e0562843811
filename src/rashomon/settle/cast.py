"""The records of a case in, whom or what each claim is about of those that questions are put about, out.

"The tanker driver" may be "Mr Sorel" in the next account and "he" in the next sentence: by an office that stands beside a name
somewhere in the pile, and by who was named last.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from rashomon.meaning.circumstances import Told
from rashomon.meaning.subjects import Subject, driven, own, person, sort_of, subjects, vehicles
from rashomon.model import Claim, Mention
from rashomon.settle.records import Records

Key = tuple[str, str]
"""A sort of subject, and the vehicle by which one is told from another, "" where none is."""

_NAMED = ("person", "organisation")  # a name that is rare is taken for that of a body at times
_ROAD = 1000  # code points before a driver among which the vehicle may be named last
_NEAR = 220  # code points before a pronoun among which whom it means is named
_CLOSE = 70  # code points before an answer in which the pronoun stands that it is of
_CLOSE_BY = 2  # code points between an office and the name behind it
_BEHIND = 60  # code points between a name and the office behind it
_OFFICE = re.compile(r"\s*,?\s*$")
_ASIDE = re.compile(r",(?: \(?\d+\)?,)?(?: (?:the|a|an|its|his|her|their))?(?: [\w’'-]+){0,3} $")
_BY = re.compile(r"\b(?:by|next to|beside|like|than|of) (?:the |a |an |his |her |its )?(?:[\w-]+ )?$", re.IGNORECASE)
_TAKEN = re.compile(
    r"(?:[^.;]{0,40},? (?:among them|including|with)|\W)?(?: to)?(?: (?:the|a|an|his|her|its|their|that))?(?: [\w’'-]+){0,3}\W*",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:man|woman|boy|girl|passenger|survivor|witness|resident|neighbour|\d+-year-old|father|mother|son|daughter)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:passengers|survivors|witnesses)\b", re.IGNORECASE)  # "who", but not "he"
_ONE = re.compile(r"\b(?:he|she|him|his|her)\b", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:he|she|him|his|her|who|the (?:man|woman)|the \d+-year-old)\b", re.IGNORECASE)
_NAME = re.compile(r",? ((?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+)")
_BEGINS = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_ITSELF = re.compile(r"(?:it|its|they|their)\b", re.IGNORECASE)  # of a body that speaks
_FIRST = re.compile(r"\b(?:i|me|my|we|us|our)\b", re.IGNORECASE)


class Cast:
    """Whom or what the documents of a case name, to be asked whom a claim is about."""

    def __init__(self, given: Records) -> None:
        self.given = given
        self.named: dict[str, list[Subject]] = {key: [*subjects(d.text)] for key, d in given.documents.items()}
        self.people: dict[str, list[Mention]] = defaultdict(list)
        for mention in given.mentions.values():
            if mention.kind in _NAMED and mention.form == "name" and mention.entity:
                self.people[mention.span.document].append(mention)
        for found in self.people.values():
            found.sort(key=lambda m: m.span.start)
        known = Counter((s.sort, s.vehicle) for found in self.named.values() for s in found if s.vehicle)
        self.usual = {sort: v for (sort, v), _ in sorted(known.items(), key=lambda k: (k[1], k[0]))}
        self.office = self._offices()
        self.whole = {
            m.span.text: key for found in self.people.values() for m in found if (key := self.office.get(m.entity or ""))
        }
        self.surname = self._surnames()

    def about(self, claim: Claim, told: Told, sorts: Collection[str], heads: bool) -> Key | None:
        """Whom or what of these sorts an answer of a claim is about."""
        text = claim.span.text
        inside = [s for s in subjects(text) if s.sort in sorts and not told.start < s.start < told.end - 1]
        if heads:
            taken = {a.head.lower()[:4] for a in claim.arguments}
            inside = [s for s in inside if text[s.start : s.end].lower()[:4] in taken]
        before = [s for s in inside if s.start <= told.start and not _BY.search(text[: s.start])]
        behind = [s for s in inside if s.start > told.start and _taken(text, told.end, s.start)]
        if chosen := before[-1:] or behind[:1]:
            return self._named(chosen[0], claim) or self._key(chosen[0], claim.span.document, claim.span.start)
        if heads:
            return None
        return self._called(claim, told, sorts) or (None if told.weak else self._pointed(claim, told, sorts))

    def _named(self, subject: Subject, claim: Claim) -> Key | None:
        """Whom a name right behind an office says that it is, where the office alone leaves it open: "Driver Jan Voss"."""
        name = _NAME.match(claim.span.text, subject.end) if subject.vehicle is None else None
        key = self.whole.get(name[1]) if name else None
        return key if key and key[0] == subject.sort else None

    def _called(self, claim: Claim, told: Told, sorts: Collection[str]) -> Key | None:
        """Whom a claim calls by name, or who speaks of himself in it."""
        names = [m for k in claim.mentions if (m := self.given.mentions.get(k)) and m.kind in _NAMED and m.form == "name"]
        for mention in reversed([m for m in names if m.span.start - claim.span.start <= told.start]):
            key = self.office.get(mention.entity or "") or self.surname.get(mention.span.text.split()[-1])
            if key:
                return key if key[0] in sorts else None
        speaker = claim.chain[0] if claim.chain and claim.attribution else None
        if speaker and (_FIRST.search(claim.span.text) or _ITSELF.match(claim.span.text) or told.answer == "no"):
            key = self.office.get(speaker.entity or "") or self.surname.get(speaker.name.split()[-1])
            if key and key[0] in sorts:
                return key
            spoken_for = sort_of(speaker.name)
            if spoken_for and spoken_for in sorts and (own(spoken_for).search(claim.span.text) or _ITSELF.match(claim.span.text)):
                return spoken_for, ""
        return None

    def _pointed(self, claim: Claim, told: Told, sorts: Collection[str]) -> Key | None:
        """Whom a pronoun means: who was named last before it, not the one who speaks."""
        near_it = claim.span.text[max(0, told.start - _CLOSE) : told.end]
        if not _POINTS.search(near_it):
            return None
        at, document = claim.span.start, claim.span.document
        speaker = claim.chain[0].entity if claim.chain and claim.attribution else None
        if (key := self.office.get(speaker or "")) and key[0] in sorts:
            return key  # "he says that he was on the ground"
        if claim.attribution and claim.chain[0].kind == "person" and _BEGINS.match(claim.span.text):
            return None  # who says so himself, or another: nobody knows
        named = self.named[document]
        near = named[bisect_left(named, at - _NEAR, key=_begins) : bisect_left(named, at, key=_begins)]
        found: list[tuple[int, Key | None]] = [(s.end, self._key(s, document, 0)) for s in near if s.sort in sorts]
        people = self.people[document]
        close = people[bisect_left(people, at - _NEAR, key=_start) : bisect_left(people, at, key=_start)]
        found += [
            (m.span.end, self.office.get(m.entity or "")) for m in close if m.entity != speaker and _somebody(m, self.office)
        ]
        end, key = max(found, key=lambda f: f[0], default=(0, None))
        between = self.given.documents[document].text[end:at]
        other = _SOMEBODY.search(between) or (_SEVERAL.search(between) and not _ONE.search(near_it))
        return key if key and key[0] in sorts and not other else None

    def _key(self, subject: Subject, document: str, offset: int) -> Key:
        vehicle = subject.vehicle
        if vehicle is None and driven(subject.sort):
            text = self.given.documents[document].text
            at = offset + subject.start
            near = [*vehicles(text[max(0, at - _ROAD) : at])]
            vehicle = near[-1] if near else self.usual.get(subject.sort)
        return subject.sort, vehicle or ""

    def _offices(self) -> Mapping[str, Key]:
        """For each person who is named beside an office which that is, in most places; by what only stands nearby where no place
        says of what it is.
        """
        found: dict[str, Counter[Key]] = defaultdict(Counter)
        guessed: dict[str, Counter[Key]] = defaultdict(Counter)
        for document, named in self.named.items():
            text = self.given.documents[document].text
            people = self.people[document]
            for subject in (s for s in named if person(s.sort)):
                at = bisect_left(people, subject.end, key=_start)
                behind = [m for m in people[at : at + 1] if _right_behind(text, subject, m)]
                before = [m for m in people[max(0, at - 2) : at] if _right_before(text, subject, m)]
                for mention in behind or before[-1:]:
                    if mention.kind == "person" or "operator" not in text[subject.start : subject.end].lower():
                        told = guessed if driven(subject.sort) and subject.vehicle is None else found
                        told[mention.entity or ""][self._key(subject, document, 0)] += 1
        found = {**guessed, **found}
        return {who: min(keys, key=lambda k: (-keys[k], k)) for who, keys in found.items()}

    def _surnames(self) -> Mapping[str, Key]:
        """For each last name by which one holder of an office goes which that is."""
        found: dict[str, set[Key]] = defaultdict(set)
        whose: dict[str, set[str]] = defaultdict(set)
        for mention in (m for people in self.people.values() for m in people if len(m.span.text.split()) > 1):
            whose[mention.span.text.split()[-1]].add(mention.entity or "")
            if key := self.office.get(mention.entity or ""):
                found[mention.span.text.split()[-1]].add(key)
        return {name: min(keys) for name, keys in found.items() if len(keys) == 1 and len(whose[name]) == 1}


def _begins(subject: Subject) -> int:
    return subject.start


def _somebody(mention: Mention, office: Mapping[str, Key]) -> bool:
    return mention.kind == "person" or mention.entity in office


def _start(mention: Mention) -> int:
    return mention.span.start


def _taken(text: str, start: int, end: int) -> bool:
    """Whether whoever stands behind an answer is the one it is of: "arrested the driver", "missing, among them the driver"."""
    return bool(_TAKEN.fullmatch(text[start:end])) and not _BY.search(text[:end])


def _right_behind(text: str, subject: Subject, mention: Mention) -> bool:
    """Whether a name stands right behind an office: "the mayor, Ada Brenner"."""
    return 0 <= mention.span.start - subject.end <= _CLOSE_BY and bool(_OFFICE.match(text[subject.end : mention.span.start]))


def _right_before(text: str, subject: Subject, mention: Mention) -> bool:
    """Whether a name stands before an office between commas: "Ada Brenner, 41, the mayor", but not "the mayor's wife"."""
    gap = subject.start - mention.span.end
    owns = text[subject.end : subject.end + 2] in ("'s", "’s")
    return 0 < gap <= _BEHIND and not owns and bool(_ASIDE.match(text[mention.span.end : subject.start]))
