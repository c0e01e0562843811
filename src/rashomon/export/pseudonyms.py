"""A case and a list of names in, the same case under other names out, every span still on its words; and what names still leak.

The list is a TOML table of names and what stands for them, kept apart from the case: "Salma Idris" = "Source 1". Every
spelling that the case knows of somebody goes by the same name, and so do the single words of a person's name.
"""

import dataclasses
import re
import tomllib
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, TypeVar

from rashomon.errors import InputError
from rashomon.model import Block, Case, Document, Span

T = TypeVar("T")
_BETWEEN = r"[\W_]{0,4}"  # what may stand between the words of a name: a space, a hyphen of an address, a character that hides
_LEAST = 3  # letters of a single word of a name that is replaced too


@dataclass(frozen=True, slots=True, kw_only=True)
class Pseudonyms:
    """What stands for whom: `names` by the words of every spelling, `pattern` finds any of them."""

    names: Mapping[str, str]
    spellings: tuple[str, ...]
    pattern: re.Pattern[str]


def read(content: bytes) -> Mapping[str, str]:
    """The table of names; InputError when it is none."""
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f'The pseudonyms are no table of names ({error}); a line is "Name" = "Pseudonym".') from error
    if not table or not all(isinstance(v, str) and v.strip() and k.strip() for k, v in table.items()):
        raise InputError('The pseudonyms hold no names; a line is "Name" = "Pseudonym".')
    return table


def of(case: Case, table: Mapping[str, str]) -> Pseudonyms:
    """All spellings that have to go: the names of the table, those the case knows of the same ones, and their single words."""
    names: dict[str, str] = {}
    wanted = {_key(name): pseudonym.strip() for name, pseudonym in table.items()}
    bodies: set[str] = set()
    for entity in case.entities:
        spellings = sorted({entity.name, *(v.text for v in entity.variants)})
        if told := next((wanted[_key(s)] for s in spellings if _key(s) in wanted), None):
            names.update((" ".join(s.split()), told) for s in spellings if s.strip())
            bodies.update(_key(s) for s in spellings if entity.kind != "person")
    names |= {" ".join(name.split()).removeprefix("The "): pseudonym.strip() for name, pseudonym in table.items()}
    bodies.update(_key(name) for name in table if name.startswith("The "))
    people = {name: pseudonym for name, pseudonym in names.items() if _key(name) not in bodies}
    words = {w: p for name, p in people.items() for w in re.findall(r"\w+", name) if len(w) >= _LEAST and w[0].isupper()}
    names = {**words, **names}
    longest = sorted(names, key=lambda name: (-len(name), name))
    by_key = {_key(n): names[n] for n in longest}
    return Pseudonyms(names=by_key, spellings=tuple(longest), pattern=re.compile("|".join(map(_found, longest))))


def _found(name: str) -> str:
    """Where a name stands: as whole words; several words in any case and however they are joined, one word as it is written."""
    words = re.findall(r"\w+", name)
    if len(words) == 1:
        return rf"(?<!\w){re.escape(words[0])}(?!\w)"
    return rf"(?i:(?<![^\W_]){_BETWEEN.join(map(re.escape, words))}(?![^\W_]))"


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name)).casefold().removeprefix("the ")


def apply(case: Case, table: Mapping[str, str]) -> Case:
    """The case under pseudonyms: texts, names, questions, reasons, files and addresses alike; spans quote the changed texts.
    Hashes of the inputs, by which somebody could prove which texts these were, are left out.
    """
    known = of(case, table)
    edits = {d.id: _Edits(known, d.text) for d in case.documents}
    changed: Case = _changed(case, known, edits, None)
    return replace(changed, documents=tuple(replace(d, sha256="") for d in changed.documents))


class _Edits:
    """The replacements in one text: where each place of it has gone."""

    def __init__(self, known: Pseudonyms, text: str) -> None:
        found = [(m.start(), m.end(), known.names[_key(m[0])]) for m in known.pattern.finditer(text)]
        self.starts = [start for start, _, _ in found]
        self.ends = [end for _, end, _ in found]
        self.news = [new for _, _, new in found]
        self.gained = [0, *accumulate(len(new) - (end - start) for start, end, new in found)]
        self.text = known.pattern.sub(lambda m: known.names[_key(m[0])], text)

    def place(self, at: int, *, end: bool) -> int:
        """The new place of an offset; within a name its nearest end on the outer side."""
        n = bisect_right(self.starts, at if not end else at - 1) - 1
        if n < 0:
            return at
        if at < self.ends[n] or (end and at <= self.ends[n]):
            first = self.starts[n] + self.gained[n]
            return first + len(self.news[n]) if end else first
        return at + self.gained[n + 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        first, last = self.place(start, end=False), self.place(end, end=True)
        return first, max(first, last)


def _changed(value: Any, known: Pseudonyms, edits: Mapping[str, _Edits], within: str | None) -> Any:
    if isinstance(value, str):
        return known.pattern.sub(lambda m: known.names[_key(m[0])], value)
    if isinstance(value, Span) and value.document in edits:
        start, end = edits[value.document].span(value.start, value.end)
        return Span(document=value.document, start=start, end=end, text=edits[value.document].text[start:end])
    if isinstance(value, Block) and within:
        start, end = edits[within].span(value.start, value.end)
        return replace(value, start=start, end=end)
    if isinstance(value, tuple):
        return tuple(_changed(v, known, edits, within) for v in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Document):
            within = value.id
        told = [f.name for f in dataclasses.fields(value) if f.name not in _KEPT]
        facts = {name: _changed(getattr(value, name), known, edits, within) for name in told}
        if isinstance(value, Document):
            facts["text"] = edits[value.id].text
        return replace(value, **facts)
    return value


_KEPT = {"id", "seal", "format", "version", "recipe", "kind", "role", "document", "language", "sha256"}
"""Fields that say nothing of anybody: ids, hashes, kinds."""


def leaks(texts: Sequence[str], case: Case, table: Mapping[str, str]) -> tuple[str, ...]:
    """The original names that still stand in what was written, however they are accented and joined; single words with their
    capital, several in any case.
    """
    plain = _bare("\n".join(texts))
    names = of(case, table).spellings
    told = "\n".join(map(_bare, table.values()))
    patterns = {name: re.compile(_found(_bare(name))) for name in names if _key(name)}
    return tuple(sorted(name for name, pattern in patterns.items() if pattern.search(plain) and not pattern.search(told)))


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
