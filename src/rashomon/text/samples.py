"""A text in, a sample of its word runs as numbers out: two texts that share words in a row share numbers.

For corpora of millions, beside `fingerprints`, which winnows within one case and takes several times as long.

Every run of five words is hashed, and those hashes are kept that fall below a bound (sampling by value: Broder 1997, "On the
resemblance and containment of documents"). Unlike a signature of fixed length, such a sample also tells how much of a long
text stands in a short one. Equal text gives equal numbers on every machine.
"""

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]

RUN = 5
"""Words in a row that are hashed as one."""

KEPT_OF = 4
"""One in so many runs is kept."""

_WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+")
_MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5], np.uint64
)


def forms(text: str) -> list[str]:
    """The words of a text as they are compared: without case and punctuation."""
    return _WORD.findall(text.casefold())


def hashes(words: Sequence[str]) -> NDArray[np.uint64]:
    """A number for each word."""
    return np.fromiter((crc32(word.encode("utf-8", "replace")) for word in words), np.uint64, len(words))


def sample(words: Sequence[str]) -> Hashes:
    """The kept runs of a text as sorted, distinct numbers; of a text shorter than a run, one for the whole of it."""
    numbers = hashes(words)
    if len(numbers) < RUN:
        return mixed(numbers.sum(keepdims=True)).astype(np.uint32) if len(numbers) else np.empty(0, np.uint32)
    many = len(numbers) - RUN + 1
    runs = np.zeros(many, np.uint64)
    for place, multiplier in enumerate(_MULTIPLIERS):
        runs += (numbers[place : place + many] + np.uint64(1)) * multiplier
    found = mixed(runs)
    low = found[found >> np.uint64(32) < np.uint64(2**32 // KEPT_OF)]
    return np.unique(low.astype(np.uint32))


def mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers spread over all 64 bits (the finaliser of SplitMix64, Steele et al. 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
