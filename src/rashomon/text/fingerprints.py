"""Words in, a few numbers that stand for them out; and the texts that share many of these, in time that grows with the text.

Within one case, winnowing (Schleimer, Wilkerson and Aiken 2003): of every `WINDOW` neighbouring n-grams the one with the lowest
hash is kept, so that two texts with `GRAM + WINDOW - 1` words in a row in common share at least one. In a corpus of millions,
sampling by value (Broder 1997, "On the resemblance and containment of documents"), a hundred times as fast and over many texts
at once: n-grams are kept whose hash falls below a bound, so that shares of a text, too, can be told from its sample. Hashes are
the same on every machine.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

GRAM = 5
"""Words of an n-gram: shorter ones recur by chance in texts on one matter."""
WINDOW = 4
"""N-grams of which one is kept."""
KEPT_OF = 4
"""One in so many n-grams is sampled."""
HOLDERS = 48
"""Texts under one number that are compared with each new one: of a wire that thousands print, the first ones stand for all."""


def hashed(forms: Sequence[str]) -> int:
    """An n-gram as a number of 64 bits."""
    return int.from_bytes(blake2b("\x1f".join(forms).encode("utf-8", "replace"), digest_size=8).digest(), "big")


def grams(forms: Sequence[str], size: int = GRAM) -> list[int]:
    """Every n-gram as a number, in text order."""
    return [hashed(forms[i : i + size]) for i in range(len(forms) - size + 1)]


def winnowed(numbers: Sequence[int], window: int = WINDOW) -> list[int]:
    """Of every few neighbours the lowest, once each, in text order; all of a text that is shorter than a window."""
    if len(numbers) <= window:
        return list(dict.fromkeys(numbers))
    kept: dict[int, None] = {}
    for i in range(len(numbers) - window + 1):
        kept[min(numbers[i : i + window])] = None
    return list(kept)


def fingerprints(forms: Sequence[str]) -> list[int]:
    """What stands for a text: about two in five of its n-grams."""
    return winnowed(grams(forms))


def neighbours(prints: Mapping[str, Iterable[int]], most: int, holders: int = HOLDERS) -> dict[str, list[str]]:
    """For each text those before and after it in `prints` that share most numbers with it, at most `most` of each.

    Only the first `holders` texts under one number are compared, which bounds the cost; texts that share rare numbers (a change
    that a copy made and its own copies kept) find one another all the same.
    """
    index: dict[int, list[str]] = defaultdict(list)
    found: dict[str, list[str]] = {key: [] for key in prints}
    for key, numbers in prints.items():
        shared: Counter[str] = Counter()
        for number in numbers:
            held = index[number]
            shared.update(held)
            if len(held) < holders:
                held.append(key)
        nearest = sorted(shared, key=lambda other: (-shared[other], other))[:most]
        found[key] += nearest
        for other in nearest:
            found[other].append(key)
    return found


_MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5], np.uint64
)


def sampled(hashes: NDArray[np.uint64], sizes: NDArray[np.int64]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Samples of many texts: `hashes` has a number for each word of all of them, `sizes` says how many are of each text.

    Out come the sampled n-grams, sorted and distinct within each text, and how many each text has; of a text that is shorter than
    an n-gram, one number for the whole of it.
    """
    many = len(hashes) - GRAM + 1
    owners = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
    runs = np.zeros(max(0, many), np.uint64)
    for place, multiplier in enumerate(_MULTIPLIERS[: GRAM if many > 0 else 0]):
        runs += (hashes[place : place + many] + np.uint64(1)) * multiplier
    runs = mixed(runs)
    within = (owners[: max(0, many)] == owners[GRAM - 1 :]) & (runs >> np.uint64(32) < np.uint64(2**32 // KEPT_OF))
    keys = (owners[: max(0, many)][within] << np.uint64(32)) | (runs[within] & np.uint64(0xFFFFFFFF))
    short = np.flatnonzero((sizes > 0) & (sizes < GRAM))
    starts = np.cumsum(sizes) - sizes
    whole = [hashes[starts[i] : starts[i] + sizes[i]].sum(keepdims=True) for i in short.tolist()]
    if whole:
        keys = np.concatenate((keys, short.astype(np.uint64) << np.uint64(32) | mixed(np.concatenate(whole)) >> np.uint64(32)))
    keys = np.unique(keys)
    counts = np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=len(sizes))
    return keys.astype(np.uint32), counts


def mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers spread over all 64 bits (the finaliser of SplitMix64, Steele et al. 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
