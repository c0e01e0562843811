"""Words in, a pattern for any of them out."""

import re
from collections.abc import Iterable


def by_length(words: Iterable[str]) -> list[str]:
    """Words, the longest first: a pattern takes the first that fits, and it shall take the longest."""
    return sorted(words, key=lambda w: (-len(w), w))


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words."""
    return "|".join(map(re.escape, by_length(words)))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words; a space may be a no-break space."""
    return either(words).replace(r"\ ", r"[ \u00a0]")
