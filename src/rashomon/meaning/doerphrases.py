"""A claim in, the words in it that are for somebody out: its subject, its speaker, what follows "by" or "blamed"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.meaning import blaming, sides
from rashomon.meaning import doingwords as said
from rashomon.meaning.deedtold import Deed
from rashomon.model import Argument, Claim, Span

DID, NOT, OPEN, TOLD = "did", "not", "open", "told"
"""What a claim says: that somebody did it, did not, that it is open who did; or it only tells of the deed."""

_WORDS = 8  # of those for somebody
_NO = re.compile(r"\b(?:not|never|no|none|nobody|neither|nor|without)\b|n['’]t\b", re.IGNORECASE)
_SELF = re.compile(r"(?:(?:none|not one|any|all) of )?(?:we|i|they|it|he|she|our|my|its|their|his|her)\b", re.IGNORECASE)
_OWN = re.compile(r"(?:(?:none|not one|any|all) of )?(?:we|i|our|my)\b", re.IGNORECASE)
_GERUND = re.compile(r"(?:ever |having |to have )?\w+(?:ing|ed)\b|responsibility\b|involvement\b", re.IGNORECASE)
_ING = re.compile(r"(?<=\s)\w{3,}ing\b")


@dataclass(frozen=True, slots=True)
class Doing:
    """What a claim says of one doer. `role`: did, not, open or told; `who`: the words for the doer, None for whoever says so
    (`speaker`), or where it names nobody. `bare`: the deed itself is denied ("there was no
    bombing"), which clears whoever says so.
    """

    deed: Deed
    role: str
    who: Span | None = None
    speaker: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """A claim and its words."""

    claim: Claim
    text: str

    def rejects(self) -> bool:
        """Whether the claim, or its speaker, says that something was not so."""
        return self.claim.negated or self.claim.polarity == "denied"

    def by_subject(self, deed: Deed, role: str, until: int) -> Iterator[Doing]:
        """Whoever is the claim's subject; its speaker, where that is a pronoun or left out."""
        at = self.claim.span.start
        agents = [a for a in self.claim.arguments if a.role == "agent" and a.span.start - at < until]
        agents = (
            agents
            or [a for a in self.claim.arguments if a.role == "patient" and at <= a.span.start and a.span.end - at <= until][:1]
        )
        for agent in agents:
            relative = re.match(r"(?:who|which|that)\b", self.text, re.IGNORECASE) and agent.span.start < at
            if agent.head.lower() in ("who", "which", "that"):
                continue
            if _SELF.match(agent.span.text) and not (" " in agent.span.text and sides.read(agent.span.text)):
                if self._spoken(agent):
                    yield Doing(deed, role, agent.span if " " in agent.span.text else None, speaker=True)
            elif _SELF.match(agent.span.text):
                yield Doing(deed, role, agent.span, speaker=True)
            elif relative or agent.span.start >= at:
                yield Doing(deed, role, agent.span if relative else self._full(agent))
            elif self.claim.reversed:
                yield Doing(deed, role, speaker=True)
        if not agents and self.claim.reversed and _GERUND.match(self.text):
            yield Doing(deed, role, speaker=True)

    def _full(self, agent: Argument) -> Span:
        """The words for a subject with what they go on with: "jets of the coalition"."""
        start, end = agent.span.start - self.claim.span.start, agent.span.end - self.claim.span.start
        if not re.match(r"\s(?:of|from|loyal to|belonging to)\s", self.text[end:]):
            cut = agent.span.text.partition(",")[0]
            return self.span(start, start + len(cut))
        verbs = (m.start() for k in said.kinds() for p in (said.verbs(k), said.doing(k)) for m in p.finditer(self.text, end))
        return self.phrase(start, min(verbs, default=len(self.text))) or agent.span

    def _spoken(self, agent: Argument) -> bool:
        """Whether a pronoun stands for who speaks: "we", and of a body that speaks "it"."""
        if len(self.claim.chain) < 2:
            return False
        body = self.claim.chain[0].kind in ("organisation", "group", "unnamed")
        return (
            bool(_OWN.match(agent.span.text))
            or self.rejects()
            or (body and agent.span.text.lower().split()[-2:][0].startswith("it"))
        )

    def role(self) -> str:
        return NOT if self.rejects() and not self.contrasts() else DID

    def contrasts(self) -> bool:
        """Whether all that is negated is who else did it."""
        found = next((m for m in blaming.CONTRAST.finditer(self.text) if self.somebody(m)), None)
        return bool(found and self.claim.polarity != "denied" and not _NO.search(self.text[: found.start()]))

    def somebody(self, found: re.Match[str]) -> Span | None:
        """The words for somebody behind "not", where they are for somebody."""
        who = self.phrase(found.start("who"))
        return who if who and sides.read(who.text) is not None else None

    def passive(self) -> bool:
        roles = {a.role for a in self.claim.arguments}
        return "patient" in roles and "agent" not in roles

    def phrase(self, start: int, until: int | None = None) -> Span | None:
        """The words for somebody that begin here."""
        until = len(self.text.rstrip(" .")) if until is None else until
        stop = blaming.STOP.search(self.text, start, until)
        words = self.text[start : stop.start() if stop else until]
        low = start + len(words) - len(words.lstrip())
        goes_on = (
            m.start() - low
            for p in (_ING, *map(said.verbs, said.kinds()))
            for m in p.finditer(self.text, low + 1, low + len(words))
        )
        words = words.strip()[: min(goes_on, default=len(words))]
        if not words.strip() or len(words.split()) > _WORDS:
            return None
        return self.span(low, low + len(words.strip()))

    def span(self, low: int, high: int) -> Span:
        at = self.claim.span.start
        return Span(document=self.claim.span.document, start=at + low, end=at + high, text=self.text[low:high])
