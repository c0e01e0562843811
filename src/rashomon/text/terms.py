"""Headlines and texts in, the words, names and figures they are about out, as numbers with weights; and their samples.

No parse and no dictionary: a corpus of millions is read this way, many texts at once. A word counts by how often it stands
there, in the headline twice; a capitalised one half as much again, and a figure double, for two reports that share a name or an
odd number share an event more often than two that share a word; two words in a row count a little as one, which is how names tell
apart what their words do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from rashomon.text import fingerprints
from rashomon.text.words import CAPITAL, DIGIT, MARK, OPENING, Words, parted

READ = 6000
"""Characters of a text that are looked at: news says first what it is about."""
BITS = 22
"""Bits of a term's number."""

PLAIN, PAIR, FIGURE, NAME = 10, 3, 20, 15
"""Weights in tenths, so that sums are exact."""
HEADLINE = 2
LEAST = 0.1
SCALE = 32
"""Weights are kept as bytes: 32 steps for 1."""

SIGNED = 400
"""Words and marks of a text whose signs are kept ..."""
LEAD = 50
"""... and those of its beginning, where it says who and where."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Read:
    """What is made of one text: its words in order, the headline's first (`headline` says how many those are), and their kinds;
    its terms, sorted and distinct, with a weight for each; its sample (see `fingerprints.sampled`); its signs (see `words.sign`)
    as sorted, distinct even numbers, each of those in its lead with the odd one after it; the years it names, as bits.
    """

    words: list[str]
    kinds: NDArray[np.uint8]
    headline: int
    terms: NDArray[np.uint32]
    weights: NDArray[np.uint8]
    sample: NDArray[np.uint32]
    signs: NDArray[np.uint32]
    years: int


def read(texts: Sequence[tuple[str, str]], table: Words) -> list[Read]:
    """What is made of each headline and text."""
    table.anew()
    parts = [part for headline, text in texts for part in (parted(headline), parted(text[:READ]), parted(text[READ:]))]
    sizes = np.fromiter(map(len, parts), np.int64, len(parts))
    numbers = np.fromiter(map(table.__getitem__, chain.from_iterable(parts)), np.int64, int(sizes.sum()))
    kinds = table.kinds[numbers]
    part = np.repeat(np.arange(len(parts)), sizes)
    owner, place = np.divmod(part, 3)
    word = (kinds & MARK) == 0
    runs, of_each = fingerprints.sampled(
        table.hashes[numbers[word & (place > 0)]], np.bincount(owner[word & (place > 0)], minlength=len(texts))
    )
    keys, weights, many = _terms(table, numbers, kinds, part, word & (place < 2), len(texts))
    named = [int(y) for y in np.bitwise_or.reduceat(np.append(table.years[numbers], 0), _begins(sizes)[::3])] if parts else []
    whole = sizes.reshape(-1, 3)
    kept = _signs(table, numbers, kinds, whole)
    cut = ((runs, of_each), (keys, many), (weights, many), kept)
    samples, terms, weighed, signs = (_cut(column, at) for column, at in cut)
    return [
        Read(
            words=[*parts[3 * i], *parts[3 * i + 1], *parts[3 * i + 2]],
            kinds=own,
            headline=int(whole[i, 0]),
            terms=terms[i],
            weights=weighed[i],
            sample=samples[i],
            signs=signs[i],
            years=named[i] if whole[i].sum() else 0,
        )
        for i, own in enumerate(_cut(kinds, whole.sum(axis=1)))
    ]


def _begins(sizes: Ints) -> Ints:
    made: Ints = np.cumsum(sizes) - sizes
    return made


def _cut(column: NDArray[np.generic], sizes: Ints) -> list[NDArray]:  # type: ignore[type-arg]
    return np.split(column, np.cumsum(sizes)[:-1]) if len(sizes) else []


def _signs(table: Words, numbers: Ints, kinds: NDArray[np.uint8], whole: Ints) -> tuple[NDArray[np.uint32], Ints]:
    """The signs of all texts, and how many each has. A word that opens a sentence has a capital anyway, and gives none."""
    sizes = whole.sum(axis=1)
    owner = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
    place = np.arange(len(numbers)) - np.repeat(_begins(sizes), sizes)
    opened = (np.concatenate(([OPENING], kinds[:-1])) & OPENING != 0) if len(kinds) else np.empty(0, bool)
    opens = opened | (place == 0) | (place == np.repeat(whole[:, 0], sizes))
    signs = table.signs[numbers]
    held = np.flatnonzero((signs != 0) & (place < SIGNED) & ~(opens & (kinds & CAPITAL != 0)))
    keys = owner[held] << np.uint64(32) | (signs[held] & np.uint32(0xFFFFFFFE)).astype(np.uint64)
    keys = np.unique(np.concatenate((keys, keys[place[held] < LEAD] | np.uint64(1))))
    return keys.astype(np.uint32), np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=len(sizes))


def _terms(
    table: Words, numbers: Ints, kinds: NDArray[np.uint8], part: Ints, wanted: NDArray[np.bool_], texts: int
) -> tuple[NDArray[np.uint32], NDArray[np.uint8], Ints]:
    """The terms of all texts, their weights (1 + ln of what they add up to, in steps) and how many each text has."""
    numbers, kinds, part = numbers[wanted], kinds[wanted], part[wanted]
    forms = table.forms[numbers].astype(np.uint64)
    owner, place = np.divmod(part, 3)
    twice = np.where(place == 0, HEADLINE, 1)
    telling = np.where(kinds & DIGIT, FIGURE, np.where(kinds & CAPITAL, NAME, PLAIN))
    single = forms != 0
    pair = np.flatnonzero(single[:-1] & single[1:] & (part[:-1] == part[1:]))
    pairs = fingerprints.mixed(forms[pair] * np.uint64(0x9E3779B97F4A7C15) + forms[pair + 1])
    found = np.concatenate((fingerprints.mixed(forms[single]), pairs)) >> np.uint64(64 - BITS)
    keys = np.concatenate((owner[single], owner[pair])).astype(np.uint64) << np.uint64(32) | found
    weights = np.concatenate(((twice * telling)[single], PAIR * twice[pair]))
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], weights[order]
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.int64)
    sums = np.add.reduceat(weights, first) if len(first) else weights
    steps = np.clip(np.round(np.maximum(1 + np.log(sums / PLAIN), LEAST) * SCALE), 1, 255).astype(np.uint8)
    many = np.bincount((keys[first] >> np.uint64(32)).astype(np.int64), minlength=texts)
    return keys[first].astype(np.uint32), steps, many
