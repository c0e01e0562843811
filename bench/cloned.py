"""A small settled case in, a large one out: its accounts told many times over, in longer texts, under other ids. For measuring
pages and stores by size alone; what it says is as true of it as of the small one.
"""

import dataclasses
import re
from typing import Any

from rashomon.model import Block, Case, Document, Span

_ID = re.compile(r"\b(d[0-9a-f]{10})(?:\.([a-z])(\d+)-(\d+))?\b")


def clone(case: Case, times: int, longer: int) -> Case:
    """The case `times` times over, each text repeated `longer` times with all that stands in it."""
    facts: dict[str, list[Any]] = {f.name: [] for f in dataclasses.fields(case) if isinstance(getattr(case, f.name), tuple)}
    lengths = {d.id: len(d.text) + 2 for d in case.documents}
    for copy in range(times):
        for part in range(longer):
            made = _Copy(copy, {key: part * length for key, length in lengths.items()}, part)
            for name in facts:
                if name not in ("documents", "recipe", "decisions", "strays"):
                    facts[name] += made.of(getattr(case, name))
        facts["documents"] += [_document(_Copy(copy, dict.fromkeys(lengths, 0), 0), d, longer) for d in case.documents]
    facts["recipe"] = list(case.recipe)
    return dataclasses.replace(case, **{name: tuple(values) for name, values in facts.items()})


class _Copy:
    def __init__(self, number: int, shifts: dict[str, int], part: int) -> None:
        self.number, self.shifts, self.part = number, shifts, part

    def key(self, key: str) -> str:
        return f"d{int(key[1:], 16) + self.number:010x}"[:11] if key in self.shifts else key

    def _id(self, found: re.Match[str]) -> str:
        key, letter, start, end = found.groups()
        if key not in self.shifts:
            return found[0]
        if letter is None:
            return self.key(key)
        shift = self.shifts[key]
        return f"{self.key(key)}.{letter}{int(start) + shift}-{int(end) + shift}"

    def of(self, value: Any) -> Any:
        if isinstance(value, str):
            return _ID.sub(self._id, value)
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        if isinstance(value, Span):
            shift = self.shifts.get(value.document, 0)
            return dataclasses.replace(value, document=self.key(value.document), start=value.start + shift, end=value.end + shift)
        if dataclasses.is_dataclass(value):
            made = dataclasses.replace(value, **{f.name: self.of(getattr(value, f.name)) for f in dataclasses.fields(value)})
            if hasattr(made, "status"):  # a point: its id is no place in a text
                made = dataclasses.replace(made, id=f"{made.id}-{self.number}-{self.part}")
            if hasattr(made, "point"):
                made = dataclasses.replace(made, point=f"{made.point}-{self.number}-{self.part}")
            return made
        return value


def _document(made: _Copy, document: Document, longer: int) -> Document:
    length = len(document.text) + 2
    blocks = tuple(
        Block(start=b.start + n * length, end=b.end + n * length, role=b.role) for n in range(longer) for b in document.blocks
    )
    copy = made.of(document)
    name = f"{document.file.rpartition('.')[0]}-{made.number:03d}.txt"
    return dataclasses.replace(copy, text="\n\n".join([document.text] * longer), blocks=blocks, file=name)
