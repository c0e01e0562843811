"""A parse and its quotations in, numbers for the tagger out: what each token is, and how it hangs on a cue.

Categories are looked up in the tagger's own tables; what they do not hold is 0. Everything is made of arrays, as a document
has tens of thousands of pairs of a token and a cue.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.cues import Cues, cues
from rashomon.model import Quotation
from rashomon.text.parse import Parse

Ints = NDArray[np.int64]
Tables = Mapping[str, Mapping[str, int]]

COLUMNS = ("word", "suffix", "shape", "tag", "dep", "entity", "lexicon", "quote")
"""What is known of a token by itself, in the order of the columns."""

REACH = 100
"""How many tokens to either side of a cue may belong to what it attributes."""

LONGEST = 1000
"""How many tokens are tagged in one run."""

GAP = 4
"""Empty rows between two stretches, so that no window of a convolution reaches from one into the next."""

STEPS = 5
"""Heads counted on a way from token to cue; longer ways are as long as this."""

_CLIMB = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A parse as arrays: category numbers (a row a token, a column for each of COLUMNS), heads, blanks, and the number of the
    sentence; `head` and `sentence` have one row more, for no token.
    """

    rows: Ints
    head: Ints
    space: NDArray[np.bool_]
    sentence: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Windows around cues, one after another: for each row its token (-1 in a gap), its cue, and how the two are related."""

    token: Ints
    cue: Ints
    which: Ints
    distance: Ints
    way: Ints
    down: Ints
    side: Ints
    sentence: Ints


def described(parse: Parse, quotations: Sequence[Quotation]) -> dict[str, list[str]]:
    """What each token is, column by column, in words. Names have none: who said much in one year tells nothing of others."""
    lexicon = cues()
    nameless = [not tag.startswith("NNP") for tag in parse.tag]
    written = [parse.word(t) for t in range(len(parse))]
    entity = [""] * len(parse)
    for first, last, label in parse.entities:
        entity[first:last] = [label] * (last - first)
    return {
        "word": [_plain(w) if common else "" for w, common in zip(written, nameless, strict=True)],
        "suffix": [w[-3:].lower() if common else "" for w, common in zip(written, nameless, strict=True)],
        "shape": [_shape(w) for w in written],
        "tag": list(parse.tag),
        "dep": list(parse.dep),
        "entity": entity,
        "lexicon": [_class(lexicon, parse, t, w.lower()) for t, w in enumerate(written)],
        "quote": _quoted(parse, quotations),
    }


def _plain(word: str) -> str:
    return "".join("0" if c.isdigit() else c for c in word.lower())


def _shape(word: str) -> str:
    if word.isspace():
        return "space"
    if not any(c.isalnum() for c in word):
        return "mark"
    if any(c.isdigit() for c in word):
        return "digit"
    return "upper" if word.isupper() and len(word) > 1 else "title" if word[0].isupper() else "lower"


def _class(lexicon: Cues, parse: Parse, token: int, lower: str) -> str:
    """The lexicon's class of a word: of a verb by its meaning, of a noun by what it names."""
    lemma = parse.lemma[token]
    if parse.tag[token].startswith("VB"):
        return lexicon.verbs.get(lexicon.irregular.get(lower, lemma), "")
    if lower == "according" or lower in lexicon.alleged:
        return "alleged"
    nouns = (
        ("saying", lexicon.saying),
        ("opinion", lexicon.opinion),
        ("document", lexicon.document),
        ("medium", lexicon.medium),
        ("person", lexicon.person),
        ("vague", lexicon.vague),
        ("group", lexicon.group),
    )
    return next((name for name, held in nouns if lemma in held), "")


def _quoted(parse: Parse, quotations: Sequence[Quotation]) -> list[str]:
    """Whether a token stands between quotation marks, first, last or within."""
    state = [""] * len(parse)
    for quotation in quotations:
        inside = parse.tokens(quotation.span.start, quotation.span.end)
        if not inside or quotation.kind == "title":
            continue
        state[inside[0] : inside[-1] + 1] = ["in"] * len(inside)
        state[inside[-1]] = "last"
        state[inside[0]] = "first"
    return state


def words(parse: Parse, quotations: Sequence[Quotation], tables: Tables) -> Words:
    """A parse as arrays."""
    columns = described(parse, quotations)
    numbers = [[tables[name].get(value, 0) for value in columns[name]] for name in COLUMNS]
    sentence = np.zeros(len(parse) + 1, dtype=np.int64)
    sentence[[first for first, _ in parse.sentences]] = 1
    return Words(
        rows=np.array(numbers, dtype=np.int64).T.reshape(len(parse), len(COLUMNS)),
        head=np.array([*parse.head, len(parse)], dtype=np.int64),
        space=np.array([p == "SPACE" for p in parse.pos], dtype=bool),
        sentence=sentence.cumsum(),
    )


def stretches(parse: Parse) -> list[tuple[int, int]]:
    """Runs of sentences within one line, none longer than LONGEST, by first and after-last token: each is tagged by itself."""
    found: list[tuple[int, int]] = []
    for first, last in parse.sentences:
        for begin in range(first, last, LONGEST):
            end = min(last, begin + LONGEST)
            if found and not _broken(parse, found[-1][1], begin) and end - found[-1][0] <= LONGEST:
                found[-1] = (found[-1][0], end)
            else:
                found.append((begin, end))
    return found


def _broken(parse: Parse, before: int, after: int) -> bool:
    return "\n" in parse.text[parse.start[before - 1] : parse.start[after]]


def sequence(held: Words, runs: Sequence[tuple[int, int]]) -> tuple[Ints, Ints]:
    """The words of some runs one after another, with GAP rows of -1 before, between and behind; and for each row its run."""
    gap = np.full(GAP, -1, dtype=np.int64)
    parts, lengths = [gap], [GAP]
    for first, last in runs:
        inside = np.arange(first, last, dtype=np.int64)[~held.space[first:last]]
        parts += [inside, gap]
        lengths.append(len(inside) + GAP)
    which = np.repeat(np.arange(-1, len(runs)), lengths)
    return np.concatenate(parts), np.maximum(which, 0)


def placed(held: Words, token: Ints) -> tuple[Ints, Ints, Ints]:
    """For each token the row it has in a sequence (0: none), and for each row the row of its head and its category numbers."""
    inside = token >= 0
    place = np.full(len(held.head), -1, dtype=np.int64)
    place[token[inside]] = np.nonzero(inside)[0]
    head = np.where(inside, place[held.head[token]], -1)
    rows = np.where(inside[:, None], held.rows[token], 0)
    return np.maximum(place, 0), np.where(head < 0, np.arange(len(token)), head), rows


def pairs(held: Words, heads: Sequence[int], runs: Sequence[tuple[int, int]]) -> Pairs:
    """Each of these cue words (head tokens, in text order) with the words of its run within REACH."""
    ends = [last for _, last in runs]
    windows = []
    for head in heads:
        first, last = runs[bisect_left(ends, head + 1)]
        windows.append((max(first, head - REACH), min(last, head + REACH + 1)))
    token, which = sequence(held, windows)
    cue = np.array(heads, dtype=np.int64)[which]
    way, down, side = _ways(held, token, cue)
    return Pairs(
        token=token,
        cue=cue,
        which=which,
        distance=_binned(token - cue),
        way=way,
        down=down,
        side=side,
        sentence=np.clip(held.sentence[token] - held.sentence[cue], -2, 2) + 2,
    )


def _binned(distance: Ints) -> Ints:
    """Distances in bins that widen: 0-8 one by one, then up to 16, 32, 64, more; 0 is the cue itself."""
    size = np.abs(distance)
    binned = np.where(size <= 8, size, 8 + np.ceil(np.log2(np.maximum(size, 8) / 8)).astype(np.int64))
    binned = np.minimum(binned, 12)
    return np.where(distance < 0, binned + 12, binned)


def _ways(held: Words, token: Ints, cue: Ints) -> tuple[Ints, Ints, Ints]:
    """The way from each token to its cue through the tree: steps up and down as one number (0: none), the relation by which
    the token's side hangs on where both meet, and that of the cue's side.
    """
    above, dep = held.head, held.rows[:, COLUMNS.index("dep")]
    row, final = np.arange(len(token)), len(dep) - 1
    chain = np.empty((_CLIMB, len(token)), dtype=np.int64)
    chain[0] = cue
    for step in range(1, _CLIMB):
        chain[step] = above[chain[step - 1]]
    here, came = token.copy(), np.full(len(token), -1, dtype=np.int64)
    ups = np.zeros(len(token), dtype=np.int64)
    met = np.full(len(token), -1, dtype=np.int64)
    for step in range(_CLIMB):
        same = (chain == here) & (met < 0)
        at = same.argmax(axis=0)
        hit = same[at, row]
        met = np.where(hit, at, met)
        ups = np.where(hit, step, ups)
        if (met >= 0).all():
            break
        came = np.where(met < 0, here, came)
        here = np.where(met < 0, above[here], here)
    joined = (met >= 0) & (token >= 0)
    way = np.where(joined, 1 + np.minimum(ups, STEPS) * (STEPS + 1) + np.minimum(met, STEPS), 0)
    down = np.where(joined & (ups > 0), dep[np.minimum(came, final)], 0)
    under = chain[np.maximum(met - 1, 0), row]
    side = np.where(joined & (met > 0), dep[np.minimum(under, final)], 0)
    return way, down, side
