"""Words in, a few numbers that stand for them out; and the texts that share many of these, in time that grows with the text.

Winnowing (Schleimer, Wilkerson and Aiken 2003): of every `WINDOW` neighbouring n-grams the one with the lowest hash is kept, so
that two texts with `GRAM + WINDOW - 1` words in a row in common share at least one. Hashes are the same on every machine.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

GRAM = 5
"""Words of an n-gram: shorter ones recur by chance in texts on one matter."""
WINDOW = 4
"""N-grams of which one is kept."""
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
