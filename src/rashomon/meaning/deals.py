"""A claim in, who by it made, mediated or approved an agreement, and with whom, out.

"A deal struck by X and Y", "X reached an agreement with Z", "the truce between X and Z", "an X–Z pact", "X-brokered", "approved
by X": who makes an agreement, who mediates it and who approves of it are three roles, and only the words of the claim tell which.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.data import load
from rashomon.meaning import dealwords
from rashomon.meaning.families import spoken
from rashomon.model import Argument, Claim, Mention, Span
from rashomon.text import gazetteer

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP = re.compile(
    r"[;:.()“”\"]|\s(?:to|that|which|who|whose|whom|on|in|at|for|after|before|under|over|during|last|this|next|early|late|earlier|since|when|while|"
    r"as|was|were|is|are|had|has|have|would|will|could|said|says|but|or|allowing|giving|letting|by|from|with|against|ending|without|including|"
    r"about|through|despite|near|until)\b"
)
_JOINED = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
_AUX = r"(?:\s+(?:had|has|have|was|were|is|been|being|to\s+be))*(?:\s+\w+ly)?"
_BETWEEN = re.compile(r"[^,;.]{0,40}?\bbetween\s+", re.IGNORECASE)
_ON = r"(?:\s+(?:on|for|over|of|in)\s[^,;.:]{1,40}?)?"
_PLAIN = re.compile(r"(?:\s+[a-z]+(?:-[a-z]+)?){0,3}\s+$|\s+(?:[A-Z][a-z]+\s+){0,2}$")
_OF = re.compile(r"\b(?:under|in|of|on|at|by|for|with|from|to|after|before|as|about|over|into|through|without)\b")
_TIME = re.compile(
    r"(?:the )?(?:end|\d|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|"
    r"september|october|november|december)\b",
    re.IGNORECASE,
)
_LONGEST = 8  # words of one party
_READ = 2000  # code points of a claim, beyond which it is no sentence

MAKER = "maker"


@dataclass(frozen=True, slots=True)
class Deal:
    """What a claim says of an agreement: `noun` is its word for it, `role` a line of `data/deals.toml`, `parties` who has this
    role, `others` with whom they made it; `plain`: whether the claim says outright that they did, by a verb, "by" or "between".
    """

    noun: Span
    role: str
    parties: tuple[Argument, ...]
    others: tuple[Argument, ...] = ()
    plain: bool = True


def deals(claim: Claim, mentions: Sequence[Mention]) -> Iterator[Deal]:
    """What a claim says of agreements. `mentions` are the claim's."""
    text = claim.span.text
    if claim.negated or claim.polarity == "denied" or claim.declines or claim.modality == "future" or len(text) > _READ:
        return
    for found in dealwords.nouns().finditer(text):
        if _agreement(claim, found[0]):
            reading = _Reading(claim, mentions, found.start(), found.end())
            yield from _merged(reading, [*reading.by(), *reading.between(), *reading.active(), *reading.before()])
    verb = re.search(r"\bagree[ds]?\b", text)
    if claim.predicate == "agree" and verb and not dealwords.nouns().search(text) and spoken(claim, "agree") == "agreement":
        yield from _Reading(claim, mentions, verb.start(), verb.end()).agreed()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A claim and the word for an agreement in it (offsets into the claim)."""

    claim: Claim
    mentions: Sequence[Mention]
    start: int
    end: int

    def by(self) -> Iterator[Deal]:
        """ "A deal struck by X", "the deal was approved in May by X"."""
        found = re.match(
            rf"{_ON},?(?:\s+(?:that|which))?{_AUX}\s+({dealwords.forms()})\b[^,;.]{{0,60}}?\bby\s+", self._after(), re.IGNORECASE
        )
        if found:
            yield self._deal(dealwords.role(found[1]), self._parties(self.end + found.end()))

    def between(self) -> Iterator[Deal]:
        """ "The deal between X and Y (with Z)"."""
        found = _BETWEEN.match(self._after())
        if found:
            both = self._parties(self.end + found.end())
            yield self._deal(MAKER, both if len(both) > 1 else ())

    def active(self) -> Iterator[Deal]:
        """ "X has signed a deal", "the deal that X had made"."""
        lemma = self.claim.predicate or ""
        taken = any(a.role == "patient" and self._holds(a.span) for a in self.claim.arguments)
        if taken and (role := dealwords.lemmas().get(lemma)):
            agents = [a.span for a in self.claim.arguments if a.role == "agent" and not self._holds(a.span)]
            offset = self.claim.span.start
            yield self._deal(
                role, tuple(i for a in agents if a.start >= offset for i in self._parties(a.start - offset, a.end - offset))
            )
        found = re.match(
            rf"(?:\s+(?:that|which))?\s+([^,;.]{{2,50}}?)(?:\s+(?:had|has|have))?\s+({dealwords.forms()})\b(?!\s+by)",
            self._after(),
        )
        if found and len(found[1].split()) < 6:
            low = self.end + found.start(1)
            yield self._deal(dealwords.role(found[2]), self._items(low, low + len(found[1])))
        found = re.search(
            rf"\s(?:(?:had|has|have)\s+)?({dealwords.forms()})\s+(?:an?|the|this|that|their|its)\s+(?:[\w-]+\s+){{0,3}}$",
            self._before(),
        )
        if found and not taken:
            at = self.claim.span.start + found.start()
            held = [m for m in self.mentions if m.span.end == at]
            low = min((m.span.start for m in held), default=at) - self.claim.span.start
            yield self._deal(dealwords.role(found[1]), self._items(low, found.start()))

    def before(self) -> Iterator[Deal]:
        """ "The US-UK deal", "a US-approved deal", "Washington's deal with X"."""
        offset, text = self.claim.span.start, self.claim.span.text
        called = rf"\b([A-Z][\w.]*)[-–]({dealwords.forms()})[\s,]+(?:[\w-]+[\s,]+){{0,3}}$"
        if backed := re.search(called, self._before()):
            held = (
                m.span.start - offset for m in self.mentions if m.form != "descriptor" and m.span.end == offset + backed.end(1)
            )
            yield self._deal(dealwords.role(backed[2]), self._items(min(held, default=backed.start(1)), backed.end(1)), False)
        named = [m for m in self.mentions if m.form != "descriptor" and m.span.end <= offset + self.start]
        named.sort(key=lambda m: m.span.start)
        for earlier, mention in zip([*named[:1], *named], named, strict=False):
            behind = text[mention.span.end - offset : self.start]
            joined = earlier.span.end + 1 == mention.span.start and text[earlier.span.end - offset] in "-–/"
            owned = behind[:2] in ("'s", "’s") or mention.form == "modifier"
            if joined and _PLAIN.fullmatch(behind):
                yield self._deal(MAKER, (self._named(earlier), self._named(mention)))
            elif (
                owned
                and self._with()
                and not _OF.search(behind)
                and _PLAIN.fullmatch(behind.removeprefix("'s").removeprefix("’s"))
            ):
                yield self._deal(MAKER, (self._named(mention),), False)

    def agreed(self) -> Iterator[Deal]:
        """ "X agreed with Z to open the road"."""
        agents = [a.span for a in self.claim.arguments if a.role == "agent" and a.span.start >= self.claim.span.start]
        offset = self.claim.span.start
        parties = tuple(i for a in agents for i in self._parties(a.start - offset, a.end - offset))
        if (found := self._deal(MAKER, parties)).others and parties:
            yield found

    def bare(self) -> Deal:
        """Nobody but those with whom it was made: "in agreement with X"."""
        return self._deal(MAKER, (), False)

    def _named(self, mention: Mention) -> Argument:
        return _argument(self.claim, mention.span.start - self.claim.span.start, mention.span.end - self.claim.span.start)

    def _after(self) -> str:
        return self.claim.span.text[self.end :]

    def _before(self) -> str:
        return self.claim.span.text[: self.start]

    def _holds(self, span: Span) -> bool:
        return span.start - self.claim.span.start <= self.start and self.end <= span.end - self.claim.span.start

    def _deal(self, role: str, parties: tuple[Argument, ...], plain: bool = True) -> Deal:
        others = tuple(a for a in self._with() if not any(a.span.overlap(p.span) for p in parties))
        return Deal(_argument(self.claim, self.start, self.end).span, role, parties, others, plain)

    def _with(self) -> tuple[Argument, ...]:
        found = dealwords.with_whom().match(self._after())
        return self._parties(self.end + found.end()) if found else ()

    def _parties(self, low: int, high: int | None = None) -> tuple[Argument, ...]:
        """The parties that a phrase from here on names."""
        text, high = self.claim.span.text, len(self.claim.span.text) if high is None else high
        ends = (m.start() for m in _STOP.finditer(text, low, high) if m[0] == "(" or not self._in_name(m.start() + 1))
        high = next(ends, high)
        high = low + len(text[low:high].rstrip(" ,"))
        commas = [i for i in range(low, high) if text[i] == "," and not self._in_name(i)]
        listed = commas and " and " in text[commas[-1] : high] and all(len(p.split()) < 6 for p in text[low:high].split(","))
        return self._items(low, high if listed or not commas else commas[0])

    def _items(self, low: int, high: int) -> tuple[Argument, ...]:
        text = self.claim.span.text
        cuts = [m.span() for m in _JOINED.finditer(text, low, high) if not self._in_name(m.start() + 1)]
        starts, ends = [low, *(b for _, b in cuts)], [*(a for a, _ in cuts), high]
        offset = self.claim.span.start
        spans = ((a, self._cut(a, b)) for a, b in zip(starts, ends, strict=True))
        return tuple(_argument(self.claim, a, b) for a, b in spans if self._party(offset + a, offset + b))

    def _cut(self, low: int, high: int) -> int:
        """Where a party ends that begins with a name: "a deal with Norland let them go"."""
        offset, text = self.claim.span.start, self.claim.span.text
        begin = offset + low + len(text[low:high]) - len(re.sub(r"^\s*(?:the |an? )?", "", text[low:high], flags=re.IGNORECASE))
        ends = [m.span.end - offset for m in self.mentions if m.span.start == begin and m.span.end - offset <= high]
        if ends and text[max(ends) : max(ends) + 1] in ("'", "’"):
            return high  # "the rebels' negotiator"
        rest = text[max(ends) : high].split() if ends else []
        return max(ends) if len(rest) > 1 or (rest and rest[0].endswith("ed")) else high

    def _in_name(self, at: int) -> bool:
        place = self.claim.span.start + at
        return any(m.form != "descriptor" and m.span.start < place < m.span.end for m in self.mentions)

    def _party(self, start: int, end: int) -> bool:
        """Whether words are for somebody who can be party to an agreement."""
        offset = self.claim.span.start
        words = _WORD.findall(self.claim.span.text[start - offset : end - offset])
        if not words or len(words) > _LONGEST or _TIME.match(self.claim.span.text[start - offset : end - offset].strip()):
            return False
        inside = any(
            m.span.overlap(_argument(self.claim, start - offset, end - offset).span) for m in self.mentions if m.kind in _ABLE
        )
        pointing = words[-1] in {*load("acts")["general"], "both", "other", "others"}
        called = words[-1].lower().removesuffix("s") in {*load("deals")["party"]["heads"]} or gazetteer.nationality(words[-1])
        return not pointing and (inside or bool(called))


_ABLE = frozenset({"person", "organisation", "group", "place"})


def _merged(reading: _Reading, found: Sequence[Deal]) -> Iterator[Deal]:
    """One deal for each role, as the first way tells it that names somebody; else those with whom it was made."""
    roles = dict.fromkeys(d.role for d in found if d.parties)
    for role in roles:
        yield next(d for d in found if d.role == role and d.parties)
    if MAKER not in roles and (bare := reading.bare()).others:
        yield bare


def _agreement(claim: Claim, word: str) -> bool:
    lemma = word.lower().removesuffix("s")
    return lemma in load("deals")["nouns"] or spoken(claim, lemma) == "agreement"


def _argument(claim: Claim, low: int, high: int) -> Argument:
    words = claim.span.text[low:high]
    low += len(words) - len(words.lstrip(" ,"))
    high = low + len(words.strip(" ,").removesuffix("'s").removesuffix("’s"))
    span = Span(
        document=claim.span.document, start=claim.span.start + low, end=claim.span.start + high, text=claim.span.text[low:high]
    )
    return Argument(role="agent", head=["", *_WORD.findall(claim.span.text[low:high])][-1].lower(), span=span)
