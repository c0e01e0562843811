"""A document's text and times in, which of its claims tell of what was long before the event, or of another, out."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.meaning.elsewhen import elsewhen
from rashomon.model import Claim, Document, Quantity, Span, Timex

BACKGROUND = 120
"""Days before the first account at which a figure belongs to the background and not to the event."""

_MADE = re.compile(r"\b(?:built|made|launched|founded|born|commissioned|constructed|opened|established|installed) in $")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_SINCE = re.compile(r"\bsince (?:the |late |early |mid-?)*$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:deadliest|worst|biggest|major|previous|similar|notable|recent|past)\b.*?"
    r"\b(?:(?:past|last|recent) (?:\S+ )?(?:years|decades)|history|since \d{4})"
)
_HAPPENING = (
    r"(?:attack|assault|bombing|blast|explosion|crash|accident|incident|mishap|collision|shooting|fire|flood|quake|earthquake|raid"
    r"|siege|disaster|slide|landslide|collapse|outbreak|epidemic|riot|sinking|strike|crisis)"
)
_ANOTHER = re.compile(rf"\b(?:previous|earlier|prior|separate|unrelated|similar) (?:[\w-]+ )?{_HAPPENING}s?\b", re.IGNORECASE)
_THAT = re.compile(rf"\b(?:that|the same) (?:[\w-]+ )?{_HAPPENING}\b|\bon that occasion\b", re.IGNORECASE)
"""What a claim says that goes on to tell of what the claim before it told."""
_ANNOUNCING = re.compile(r"(?:^|\n)([^\n]{10,200}):[ \t]*(?=\n)")
"""What a line with a colon says after which other events are listed: "Some of the worst floods of the past 50 years:"."""

_RECORD = re.compile(
    r"\b(?:wanted|convicted|jailed|imprisoned|sentenced|condemned|serving \w+(?: \w+)?|notorious|on the run)\b[^.;]{0,30}?"
    r"\b(?:for|of|over) (?:the |his |her |their |an? )?(?:\w+ )?(?:murders?|killings?|deaths?|abductions?|kidnappings?"
    r"|attacks?|massacre|bombings?)"
    r" (?:of|on) [^.;]{0,20}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Background:
    """The sentences of a text that are dated long before the event, and those that say since when something was so with the
    words for when; `now` are the words for when that are of the event. Offsets are code points of the text.
    """

    text: str
    old: Sequence[tuple[int, int]]
    long: Sequence[tuple[int, int]]
    lasting: Sequence[Span]
    now: Sequence[Span]

    def holds(self, claim: Claim, quantity: Quantity) -> bool:
        """Whether a figure is of what was before, or elsewhere: "the worst since 2004, when seven died", "40 died a year ago",
        but not "who had been held since spring were freed".
        """
        if _within(claim, self.old) or elsewhen(self.text, quantity.span.start, quantity.span.end):
            return True
        return _within(claim, self.long) and not any(_held(s, claim, quantity, self.text) for s in self.lasting)

    def told(self, claims: Sequence[Claim]) -> Iterator[str]:
        """The ids of those claims, in text order, that tell of another happening: "in 2003 nobody was killed", "four survived
        that crash"; but not where their sentence also says when something was that belongs to the event.
        """
        before = False
        for claim in claims:
            before = self._past(claim) or (before and bool(_THAT.search(claim.span.text)))
            if before:
                yield claim.id

    def _past(self, claim: Claim) -> bool:
        start, end = _sentence(self.text, claim.span)
        if _ANOTHER.search(self.text, start, end) or elsewhen(self.text, claim.span.start, claim.span.end):
            return True
        return _within(claim, self.old) and not any(start <= s.start < end for s in self.now)


def told_long_ago(text: str, times: Sequence[Timex], first: str | None) -> Background:
    """What a text tells of before a day: by dates in a sentence, and by a line that announces earlier events."""
    early = [t.span for t in times if first and (t.latest or first) < first]
    lasting = [s for s in early if _SINCE.search(text[max(0, s.start - 30) : s.start]) or s.text.lower().startswith("since")]
    ended = [s for s in early if s not in lasting and not _MADE.search(text[max(0, s.start - 30) : s.start])]
    old = sorted({_sentence(text, s) for s in ended})
    if first and (listing := next((m for m in _ANNOUNCING.finditer(text) if _EARLIER.search(m[1])), None)):
        old = [*(s for s in old if s[0] < listing.end()), (listing.end(), len(text))]
    now = [t.span for t in times if first and t.latest and t.latest >= first]
    return Background(text, old, sorted({_sentence(text, s) for s in lasting}), lasting, now)


def of_a_record(claim: Claim, quantity: Quantity) -> bool:
    """Whether a figure is of what somebody did before: "who is wanted for the murder of eleven policemen"."""
    return bool(_RECORD.search(claim.span.text[: max(0, quantity.span.start - claim.span.start)]))


def year(text: str, span: Span) -> str:
    """The year that the sentence of a span names last before it, else first behind it; "" where it names none."""
    start, end = _sentence(text, span)
    before = _YEAR.findall(text, start, span.start)
    behind = _YEAR.search(text, span.end, end)
    return before[-1] if before else behind[0] if behind else ""


def since(documents: Sequence[Document]) -> str | None:
    """The day from which on what is told may be the event rather than its background: some time before any account of it. Of
    accounts of which is only known before when they were not published, the last says most; where others are dated, none.
    """
    days = [(d.published.earliest, d.published.latest) for d in documents if d.published.earliest]
    dated = min((earliest for earliest, latest in days if latest), default=None)
    first = dated or max((earliest for earliest, _ in days), default=None)
    return (date.fromisoformat(first) - timedelta(days=BACKGROUND)).isoformat() if first else None


def _within(claim: Claim, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether a claim stands in one of these sentences: "seven were killed in a crash in 2004"."""
    at = bisect_right(sentences, claim.span.start, key=lambda sentence: sentence[0]) - 1
    return at >= 0 and sentences[at][0] <= claim.span.start < sentences[at][1]


def _held(since: Span, claim: Claim, quantity: Quantity, text: str) -> bool:
    """Whether a claim says itself since when something was so, and its figure is not of what happened on that day."""
    inside = claim.span.start <= since.start and since.end <= claim.span.end
    return inside and not (quantity.span.start > since.end and text[since.end :].startswith(", when "))


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """Start and end, in code points, of what lies around a span up to the next full stops or ends of line."""
    before = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n"))
    after = [at for mark in (". ", "\n") if (at := text.find(mark, span.end)) >= 0]
    return before + 1, min(after, default=len(text))
