"""What somebody alleges and who rejects "the report" in, whether another report is told of between the two out."""

import re

from rashomon.model import Claim

STOP = re.compile(r"[.!?][”\"’')]*\s|\n")
"""Where a sentence ends."""


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
