"""A claim in, who by it did a deed, or did not, out: "army jets bombed it", "a rocket fired by rebels", "X blamed Y for it".

Whom a deed was done to is never its doer, nor is whoever made the weapon. That nobody knows who it was is no answer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.data import load
from rashomon.meaning import blaming, deedtold, sides
from rashomon.meaning import doingwords as said
from rashomon.meaning.deedtold import Deed
from rashomon.meaning.doerphrases import DID, NOT, OPEN, TOLD, Doing, Phrases
from rashomon.meaning.families import partly
from rashomon.model import Claim

_READ = 1000  # code points of a claim, beyond which it is no sentence
_OPENING = 5  # words of what somebody is accused of, among which the deed must be
_IF = re.compile(r"\b(?:if|unless|whether)\b|\?\s*$", re.IGNORECASE)
_COULD = re.compile(r"\b(?:could|may|might|would|can)\b", re.IGNORECASE)
_BY = re.compile(r"[^,;.()]{0,70}?\bby\s+", re.IGNORECASE)
_LAUNCHED = re.compile(
    r"\b(?:fired|launched|dropped|thrown|planted|placed|shot|lobbed|hurled)\s+(?:\w+\s+){0,4}?by\s+", re.IGNORECASE
)
_WITH = re.compile(
    r"\b(?:air|military|armed|missile|rocket|drone|artillery|mortar|bomb|deadly|heavy|deliberate|massive|sustained|night|ground)$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"^.*\b(?:the|an?|this|that|these|those|its|their|our|his|her|of|in|by|on|for|to|from|with|after|and|or|but|condemn(?:ed)?|was|were|"
    r"any|no|all|said|through|during|because|alleged|suspected)\s+",
    re.IGNORECASE | re.DOTALL,
)
_PARTICIPLE = re.compile(r"\b\w+(?:ed|wn|en)\s+by\s+$", re.IGNORECASE)
_FEARED = re.compile(
    r"\b(?:fear|worr|threat|risk|danger|warn|prevent|avoid|plan|possible|potential|future|deter)\w*\b[^.,;]{0,40}$", re.IGNORECASE
)
_CLAUSE = re.compile(r"\b(?:when|as|after|while|because|moments before)\s+((?:[\w’'-]+\s+){1,5}?)(?:had\s+)?$", re.IGNORECASE)
_NO_DEED = re.compile(r"(?:there (?:was|were|has been|have been|is) (?:no|never any|not any|never an?)|no)\b", re.IGNORECASE)
_LABELS = frozenset({"terrorist", "terror", "militant", "suicide", "extremist", "criminal"})


def doings(claim: Claim) -> list[Doing]:
    """What a claim says of who did a deed, each doer once; that it tells of the deed, where it names nobody."""
    text = claim.span.text
    if len(text) > _READ or _IF.search(text) or claim.modality == "future":
        return []
    if claim.modality == "possible" and _COULD.search(text):
        return []
    deed = deedtold.deed(claim)
    reading = _Reading(claim, text, deed)
    if (opened := reading.left_open()) is not None:
        return [opened]
    if partly(claim):
        return []
    if claim.declines:
        declined = deed if deedtold.own(claim) else deedtold.taken(claim)
        return [Doing(declined, OPEN)] if declined else []
    found: dict[object, Doing] = {}
    for one in (*reading.contrasted(), *reading.doers()):
        found.setdefault((one.who.start if one.who else None, one.speaker), one)
    if found or deed is None:
        return [*found.values()]
    if reading.rejects():
        return [Doing(deed, NOT, speaker=True, bare=True)] if _NO_DEED.match(text) else []
    return [Doing(deed, TOLD)]


@dataclass(frozen=True, slots=True)
class _Reading(Phrases):
    """A claim, read for each way in which somebody may be said to have done a deed; `deed`: the one that it tells of, if any."""

    deed: Deed | None

    def left_open(self) -> Doing | None:
        """ "It is not clear who fired", "nobody has claimed responsibility"."""
        found = blaming.UNKNOWN.search(self.text) or blaming.UNCLAIMED.search(self.text)
        what = next((g for g in found.groupdict().values() if g), "") if found else ""
        deed = deedtold.within(self.claim, what, self.text.find(what)) if what.strip() else None
        if found and deed is None and re.search(r"\bresponsib|\bto blame|\bbehind\b", found[0], re.IGNORECASE):
            deed = Deed(None, definite=True)
        return Doing(deed, OPEN) if deed else None

    def doers(self) -> Iterator[Doing]:
        """Whoever did it, by any way in which it may be told."""
        for way in (self._called, self._blamed, self._behind, self._grounded, self._claimed):
            if found := [*way()]:
                yield from found
                return
        yield from self._passive()
        yield from self._active()
        yield from self._within()
        yield from self._before()

    def contrasted(self) -> Iterator[Doing]:
        """ "The army and not the police", "not by a rebel rocket"."""
        called = blaming.CALLED.search(self.text)
        deed = Deed(blaming.by_deed(called["by"]), definite=True) if called else self.deed
        for found in blaming.CONTRAST.finditer(self.text) if deed else ():
            inner = next((k for k in said.kinds() if said.verbs(k).search(found[0])), None)
            if deed and (who := self.somebody(found)):
                yield Doing(replace(deed, kind=inner or deed.kind), NOT, who)

    def _called(self) -> Iterator[Doing]:
        """ "The kidnappers were bandits": who somebody was that is called by the deed."""
        found = blaming.CALLED.search(self.text)
        who = self.phrase(found.start("who")) if found else None
        if found and who and sides.read(who.text) is not None:
            none = found["not"] or self.claim.polarity == "denied"
            yield Doing(Deed(blaming.by_deed(found["by"]), definite=True), NOT if none else DID, who)

    def _blamed(self) -> Iterator[Doing]:
        for pattern in (blaming.BLAMED, blaming.HELD, blaming.ACCUSED, blaming.BARE, blaming.PINNED):
            found = pattern.search(self.text)
            if found is None or self.rejects():
                continue
            group = "at" if found.groupdict().get("at") else "who"
            who = self.phrase(found.start(group), found.end(group))
            what = found["what"] or ""
            named = deedtold.within(self.claim, what, found.start("what")) if what.strip(" .") else None
            deed = named or (Deed(None, definite=True) if not what.strip(" .") else None)
            if pattern in (blaming.ACCUSED, blaming.BARE) and not self._opens(what):
                deed = None
            if deed and who:
                yield Doing(deed, DID, who)
                return

    def _opens(self, what: str) -> bool:
        """Whether what somebody is accused of opens with the deed: "of shelling it", "of being behind the blast"."""
        opening = " ".join(what.split()[:_OPENING])
        patterns = [p for k in said.kinds() for p in (said.verbs(k), said.nouns(k), said.doing(k))]
        return any(p.search(opening) for p in (*patterns, said.general())) or bool(
            re.match(r"(?:being|having)\b", what, re.IGNORECASE)
        )

    def _behind(self) -> Iterator[Doing]:
        none = blaming.NO_PART.search(self.text)
        found = none or blaming.BEHIND.search(self.text)
        if found is None:
            return
        groups = found.groupdict()
        what = (groups.get("what") or groups.get("also") or "").strip(" .")
        deed = deedtold.within(self.claim, what, found.end() - len(what)) if what and what != "it" else Deed(None, definite=True)
        if deed:
            yield from self.by_subject(deed, NOT if none or self.rejects() or groups.get("none") else DID, found.start())

    def _grounded(self) -> Iterator[Doing]:
        tool = blaming.GROUNDED.search(self.text)
        if tool and blaming.IDLE.search(self.text):
            yield from self.by_subject(Deed("attack", definite=True), NOT, tool.end())

    def _claimed(self) -> Iterator[Doing]:
        if found := blaming.CLAIMED.search(self.text):
            what = found["what"] or found["bare"] or ""
            deed = deedtold.within(self.claim, what, found.end() - len(what)) or Deed(None, definite=True)
            role = NOT if self.rejects() else DID
            subject = [*self.by_subject(deed, role, found.start())] if found["bare"] is None else []
            yield from subject or [Doing(deed, role, speaker=True)]

    def _passive(self) -> Iterator[Doing]:
        """ "Was shelled by X", "a rocket fired by X", "the shelling of it by X": of the verb or noun next before "by"."""
        if (deed := self.deed) is None:
            return
        ends: dict[int, tuple[int, str | None]] = {m.end(): (m.start(), deed.kind) for m in _LAUNCHED.finditer(self.text)}
        for kind in said.kinds():
            for pattern in (said.verbs(kind), said.acting(), said.doing(kind)):
                for m in pattern.finditer(self.text):
                    if (pattern is said.acting()) != bool(said.nouns(kind).fullmatch(m[0])):
                        continue
                    by = _BY.match(self.text[m.end() :]) if deedtold.fits(self.claim, kind) else None
                    if by and not _PARTICIPLE.search(by[0]):
                        held = kind if pattern is not said.doing(kind) else deed.kind
                        ends[m.end() + by.end()] = max(
                            ends.get(m.end() + by.end(), (-1, None)), (m.start(), held), key=lambda e: e[0]
                        )
        for end, (_, told) in sorted(ends.items()):
            if who := self.phrase(end):
                yield Doing(replace(deed, kind=self._kind(deed, told)), self.role(), who)

    def _kind(self, deed: Deed, told: str | None) -> str | None:
        """The kind of what stands before "by": a rocket that was fired is no shooting."""
        return deed.kind if told in (None, "shooting") and deed.kind in load("doings")["alike"] else told

    def _active(self) -> Iterator[Doing]:
        """ "X bombed it", "X opened fire", "X carried out the strike": the subject of such a verb."""
        if self.passive():
            return
        kind = deedtold.own(self.claim)
        deed = self.deed if kind else deedtold.taken(self.claim)
        if deed and not (kind in ("release", "kidnapping", "arrest") and "patient" not in {a.role for a in self.claim.arguments}):
            yield from self.by_subject(replace(deed, kind=kind or deed.kind), self.role(), len(self.text))

    def _within(self) -> Iterator[Doing]:
        """ "Killed when army jets bombed it": the subject of a clause within, where its words are for somebody."""
        deed = self.deed if not self.rejects() else None
        for kind in said.kinds() if deed else ():
            for found in said.verbs(kind).finditer(self.text):
                subject = _CLAUSE.search(self.text[: found.start()])
                if deed and subject and sides.read(subject[1]) is not None and not self.text[found.end() :].startswith(" by "):
                    low, words = subject.start(1), subject[1].rstrip()
                    yield Doing(replace(deed, kind=self._kind(deed, kind)), DID, self.span(low, low + len(words)))

    def _before(self) -> Iterator[Doing]:
        """ "An army air strike", "the coalition's bombing"."""
        for found in said.nouns("attack").finditer(self.text) if not self.rejects() else ():
            low = max(0, found.start() - 60)
            before = self.text[low : found.start()]
            words = _DETERMINER.sub("", before).rstrip()
            while _WITH.search(words):
                words = _WITH.sub("", words).rstrip()
            plain = words.split()
            if (
                _FEARED.search(before)
                or not plain
                or len(plain) > 3
                or plain[-1].lower() in _LABELS
                or re.search(r"[,;:.(]", words)
            ):
                continue
            start = low + before.rfind(words)
            deed = deedtold.within(self.claim, self.text[found.start() :], found.start())
            if deed:
                yield Doing(deed, DID, self.span(start, start + len(words)))
