"""Texts with mentions marked across them in, the keys by which systems join these in, B-cubed out.

The mentions are given, as is usual for such corpora; pronouns are left out, which Rashomon does not list. A marked mention is
the mention of ours that has the same head word; one that we do not list is left to its head's lemma, as the floor does with
all. Each pile is read with all its documents and scored on its own; the figures are means over all mentions.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rashomon import pipeline
from rashomon.model import Block, Document
from rashomon.relate.entities import relate
from rashomon.settle.decisions import open_ledger
from rashomon.settle.entities import settle
from rashomon.text import parse
from rashomon.text.parse import Parse

_PRONOUNS = re.compile(
    r"i|me|my|mine|myself|yours?|yourself|you|he|him|his|himself|she|hers?|herself|it|its|itself|we|us|ours?|ourselves"
    r"|they|them|theirs?|themselves|who|whom|whose|which|that|this|these|those|ones?|each|other|here|there"
)
_LINE = re.compile(r"^(?!https? ?:)\S[^\n]*", re.M)  # all but web addresses
_CLOSE = re.compile(r"(?:[.,;:!?)%]|n?['’](?:s|t|re|ve|ll|d|m)?)$")  # tokens written close to the one before

Places = dict[tuple[int, int], tuple[int, int]]  # by sentence and token


@dataclass(frozen=True)
class Marked:
    """A mention in the text of one document: code points, the entity it is of, and whether it is a name."""

    document: int
    start: int
    end: int
    text: str
    entity: str
    name: bool


@dataclass(frozen=True)
class Pile:
    """Texts on one matter, with the mentions marked in them."""

    name: str
    texts: tuple[str, ...]
    marked: tuple[Marked, ...]


def joined(sentences: Sequence[Sequence[str]]) -> tuple[str, Places]:
    """Running text, a sentence a line, and where each token stands in it."""
    text, places = "", {}
    for i, sentence in enumerate(sentences):
        for j, token in enumerate(sentence):
            token = {"``": "“", "''": "”"}.get(token, token)
            if text and not text.endswith(("\n", "(", "$", "“")) and not _CLOSE.match(token) and token != "”":
                text += " "
            places[i, j] = (len(text), len(text) + len(token))
            text += token
        text += "\n"
    return text, places


def is_pronoun(text: str) -> bool:
    """Whether all words of a mention are pronouns."""
    return all(_PRONOUNS.fullmatch(word) for word in re.findall(r"\w+", text.casefold()))


def by_head(pile: Pile) -> list[str]:
    """The floor: mentions are one where the lemmas of their head words are."""
    parsed = [_parsed(text) for text in pile.texts]
    return [_lemma(parsed[m.document], m) for m in pile.marked]


def by_words(pile: Pile) -> list[str]:
    """A second floor: mentions are one where they are written the same, without an article."""
    return [re.sub(r"^(?:the|an?)\s+", "", m.text.casefold()) for m in pile.marked]


def ours(pile: Pile) -> list[str]:
    """The entities that Rashomon makes of the pile."""
    documents = [_document(number, text) for number, text in enumerate(pile.texts)]
    annotations = [pipeline.find(d, ("mentions",)).annotations() for d in documents]
    _, settled = settle(annotations, relate(documents, annotations), open_ledger((), {}))
    parsed = [_parsed(text) for text in pile.texts]
    found: dict[tuple[int, int | None], list[tuple[int, str]]] = defaultdict(list)
    for number, of_document in enumerate(settled):
        for m in of_document.mentions:
            head = _head(parsed[number], m.span.start, m.span.end)
            found[number, head].append((m.span.end - m.span.start, str(m.entity)))
    return [_key(m, parsed[m.document], found) for m in pile.marked]


def _key(m: Marked, parsed: Parse, found: Mapping[tuple[int, int | None], list[tuple[int, str]]]) -> str:
    """The entity of our mention with the same head, of several the one as long; else the head."""
    near = found.get((m.document, _head(parsed, m.start, m.end)), [])
    best = min(near, key=lambda pair: (abs(pair[0] - (m.end - m.start)), pair[1]), default=None)
    return best[1] if best else _lemma(parsed, m)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Parse:
    return parse.parse(text, [(m.start(), m.end()) for m in _LINE.finditer(text)])


def _document(number: int, text: str) -> Document:
    blocks = tuple(Block(start=m.start(), end=m.end(), role="paragraph") for m in _LINE.finditer(text))
    return Document(id=f"d{number}", file=f"{number:03}.txt", sha256=f"{number}", text=text, blocks=blocks)


def _head(parsed: Parse, start: int, end: int) -> int | None:
    """The first token of a stretch that depends on none in it; of words in a row, the last of a name's."""
    last = bisect_left(parsed.start, end)  # "Inc" of "Inc." is its token too
    inside = [t for t in range(bisect_left(parsed.start, start), last) if parsed.word(t)[0].isalnum()]
    inside = [t for t in inside if parsed.pos[t] != "DET"] or inside
    if len(inside) > 1 and parsed.pos[inside[0]] == "ADP":  # "in Athens" is marked with its preposition
        inside, start = inside[1:], parsed.start[inside[1]]
    roots = [t for t in inside if parsed.head[t] == t or not start <= parsed.start[parsed.head[t]] < end]
    return next(iter(roots), inside[-1] if inside else None)


def _lemma(parsed: Parse, m: Marked) -> str:
    head = _head(parsed, m.start, m.end)
    return parsed.lemma[head].casefold() if head is not None else m.text.casefold()


def told(
    rows: Sequence[dict], by: Callable[[dict], str], marks: Callable[[dict, int, str, Places], Iterable[Marked]]
) -> list[Pile]:
    """The piles of documents in rows, which are in order: neighbours with one key make a pile. `marks` gives the mentions of a
    row by its number in the pile, its text and where its tokens stand in that.
    """
    made = []
    for key, found in groupby(rows, key=by):
        texts, marked = [], []
        for number, row in enumerate(found):
            text, places = joined(row["sentences"])
            texts.append(text)
            marked += marks(row, number, text, places)
        made.append(Pile(key, tuple(texts), tuple(marked)))
    return made


SYSTEMS: dict[str, Callable[[Pile], list[str]]] = {"rashomon": ours, "naive": by_head, "same words": by_words}


def score(gold: list[Pile], predicted: list[list[str]]) -> dict[str, float]:
    """B-cubed F1 over all mentions, and over those that are names."""
    return {
        "B-cubed F1": b_cubed(gold, predicted),
        "B-cubed F1, names": b_cubed(gold, predicted, lambda m: m.name),
        "B-cubed F1, others": b_cubed(gold, predicted, lambda m: not m.name),
    }


def b_cubed(gold: list[Pile], predicted: list[list[str]], wanted: Callable[[Marked], bool] = lambda m: True) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) over the wanted mentions of all piles."""
    rows = [
        ((pile.name, m.entity), (pile.name, key))
        for pile, keys in zip(gold, predicted, strict=True)
        for m, key in zip(pile.marked, keys, strict=True)
        if wanted(m)
    ]
    real, made = defaultdict(set), defaultdict(set)
    for number, (entity, key) in enumerate(rows):
        real[entity].add(number)
        made[key].add(number)
    precision = sum(len(real[e] & made[k]) / len(made[k]) for e, k in rows) / len(rows)
    recall = sum(len(real[e] & made[k]) / len(real[e]) for e, k in rows) / len(rows)
    return 2 * precision * recall / (precision + recall)
