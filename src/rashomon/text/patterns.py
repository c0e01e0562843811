"""Words in, a pattern for any of them out."""

import re
from collections.abc import Iterable, Sequence


def by_length(words: Iterable[str]) -> list[str]:
    """Words, the longest first: a pattern takes the first that fits, and it shall take the longest."""
    return sorted(words, key=lambda w: (-len(w), w))


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words."""
    return "|".join(map(re.escape, by_length(words)))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words; a space may be a no-break space."""
    return either(words).replace(r"\ ", r"[ \u00a0]")


def group(words: Sequence[str]) -> str:
    """A group for any of these words, one that nothing fits where there are none."""
    return f"(?:{either(words)})" if words else "(?!)"
