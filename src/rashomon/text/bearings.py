"""Short texts in, vectors out by which those that answer one question lie near one another.

Each word piece has a vector and a weight; a text's vector is their weighted sum (smooth inverse frequency, Arora et al. 2017),
trained on what several outlets say on one question of fact. The card of the weights is `data/bearings.md`.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

LONGEST = 64
"""Word pieces of a text that are read."""

_PIECE = 20  # letters of the longest piece: what is pasted without a space between is read in time that grows with its length
_SPLIT = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
_TINY = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The number of each word piece, and for each its vector, weighted; plain questions, with a vector of length 1 for each;
    of those that any claim about somebody answers ("What did he do?"), that they are vague.
    """

    pieces: dict[str, int]
    vectors: Floats
    questions: tuple[str, ...]
    asked: Floats
    vague: tuple[bool, ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package, read once."""
    with resources.files("rashomon.data").joinpath("bearings.npz").open("rb") as file, np.load(file) as held:
        about = json.loads(bytes(held["about"]).decode("utf-8"))
        vectors = held["vectors"].astype(np.float32) * held["scales"].astype(np.float32)[:, None]
    pieces = {piece: number for number, piece in enumerate(about["pieces"])}
    questions, vague = tuple(about["questions"]), tuple(about["vague"])
    asked = unit(np.array([_sum(vectors, numbers(question, pieces)) for question in questions], np.float32))
    return Lexicon(pieces=pieces, vectors=vectors, questions=questions, asked=asked, vague=vague)


def vectors(texts: Sequence[str]) -> Floats:
    """A vector of length 1 for each text, a row each; the product of two rows is how near they are, -1 to 1. Of a text without
    any word the row is zero.
    """
    known = lexicon()
    summed = [_sum(known.vectors, numbers(text, known.pieces)) for text in texts]
    return unit(np.array(summed, np.float32).reshape(len(texts), known.vectors.shape[1]))


def packed(vector: Floats) -> bytes:
    """A vector as a signed byte for each dimension, its length lost."""
    return np.round(vector * (127 / max(float(np.abs(vector).max()), _TINY))).astype(np.int8).tobytes()


def unpacked(packed: Sequence[bytes]) -> Floats:
    """Vectors of length 1 again, a row each."""
    rows: Floats = np.frombuffer(b"".join(packed), np.int8).reshape(len(packed), -1).astype(np.float32)
    return unit(rows)


def unit(rows: Floats) -> Floats:
    """Rows brought to length 1; those of zeros stay."""
    longer: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _TINY)
    return longer


def numbers(text: str, known: Mapping[str, int]) -> list[int]:
    """The numbers of a text's word pieces (WordPiece, Wu et al. 2016): of each word the longest there are, from its beginning on,
    those within a word marked; none of a word that they do not make up.
    """
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    return [number for word in _SPLIT.findall(plain) for number in _pieces(word, known)][:LONGEST]


def _sum(vectors: Floats, rows: Sequence[int]) -> Floats:
    total: Floats = vectors[list(rows)].sum(axis=0)
    return total


def _pieces(word: str, known: Mapping[str, int]) -> list[int]:
    if word in known:
        return [known[word]]
    found: list[int] = []
    start = 0
    while start < len(word):
        mark = "##" if start else ""
        end = next((e for e in range(min(len(word), start + _PIECE), start, -1) if mark + word[start:e] in known), 0)
        if not end:
            return []
        found.append(known[mark + word[start:end]])
        start = end
    return found
