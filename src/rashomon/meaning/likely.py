"""A claim in, whether it leaves what it says in doubt out: "may have"; who says "most likely" says it all the same."""

import re

from rashomon.model import Claim

_LIKELY = re.compile(r"\b(?:most likely|very likely|almost certainly|in all likelihood)\b", re.IGNORECASE)


def doubtful(claim: Claim) -> bool:
    """Whether a claim only says what may have been, and no more."""
    return claim.modality == "possible" and not _LIKELY.search(claim.span.text)
