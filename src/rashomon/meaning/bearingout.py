"""Claims in, whether they assert anything of the matter at all, and whether one bears out that there was another thing, out.

"What happened at the mill" is asked, and neither so nor not so; that there was "a second blast" is not said by whoever tells of
the blast.
"""

import re

from rashomon.model import Claim

_ASKED = re.compile(
    r"^(?:[^:“”\"]{1,40}:\s+)?(?:what|how|why|whether)\b(?:\s+(?:is|was|are|were)\b)?"
    r"(?!.*\b(?:is|was|are|were|has been|had been)\b)",
    re.IGNORECASE | re.DOTALL,
)  # "what he saw was a massacre" asserts one
_ANOTHER = re.compile(
    r"\b(?:a|any|no|the) (?:single )?(?:second|third|fourth|further|additional|subsequent|follow-up|repeat|later)\b|\banother\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:second|third|fourth|another|further|additional|subsequent|follow-up|both|two|three|four|several|repeated(?:ly)?|twice"
    r"|again|more|later|then|afterwards|series)\b",
    re.IGNORECASE,
)


def asked(claim: Claim) -> bool:
    """Whether a claim is the words of a question, which nobody affirms or denies."""
    return bool(_ASKED.match(claim.span.text))


def another(claim: Claim) -> bool:
    """Whether a claim is of one more thing of its sort: who denies it leaves the first."""
    return bool(_ANOTHER.search(claim.span.text))


def borne_out(denial: Claim, other: Claim) -> bool:
    """Whether, where a claim denies another or a second thing, the other tells of more than one."""
    return not another(denial) or bool(_MORE.search(other.span.text))
