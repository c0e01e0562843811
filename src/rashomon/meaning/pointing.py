"""What somebody alleges and who rejects "the report", or "this", in, whether it is this that he may mean out."""

import re
from collections.abc import Sequence

from rashomon.meaning.families import terms
from rashomon.model import Claim

STOP = re.compile(r"[.!?][”\"’')]*\s|\n")
"""Where a sentence ends."""
_RELATIVE = re.compile(r"(?:which|who|whose|whom|where)\b", re.IGNORECASE)


def told_of(text: str, noun: str, alleged: Claim, rejecting: Claim) -> bool:
    """Whether another report (or allegation, or claim) than what is alleged stands before what rejects one, or is pointed at
    beside it: "asked about the report, she said that talks went on. The mayor denied the report".
    """
    first = text.rfind("\n", 0, alleged.span.start) + 1
    begun = max((stop.end() for stop in STOP.finditer(text, first, alleged.span.start)), default=first)
    stopped = STOP.search(text, max(begun, alleged.span.end - 1))
    between = text[stopped.end() if stopped else len(text) : rejecting.span.start]
    speaker = alleged.chain[0].name.lower() if alleged.chain else ""
    beside = "" if noun in speaker else text[begun : alleged.span.start]
    pointed = re.search(rf"\b[Tt]he (?:[\w’'-]+ ){{0,3}}{noun}s?\b", beside)
    return bool(pointed or re.search(rf"\b{noun}s?\b", between, re.IGNORECASE))


def relative(claim: Claim) -> bool:
    """Whether a claim is only said beside the matter, in a relative clause: "this" seldom means it."""
    return bool(_RELATIVE.match(claim.span.text))


def of_another(text: str, told: Claim, rejecting: Claim, after: Sequence[Claim]) -> bool:
    """Whether whoever rejects "this" goes on to speak of something else than what the paragraph before it told: a page that
    leaves out a paragraph in between lets him reject what he never heard of.
    """
    speaker = rejecting.chain[0].name if rejecting.chain else ""
    going = [c for c in after if c.chain and c.chain[0].name == speaker]
    apart = "\n" in text[told.span.end : rejecting.span.start]
    return apart and bool(going) and not any(terms(c) & terms(told) for c in going)
