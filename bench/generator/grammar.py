"""A template and a way to choose in, a sentence out: "[a|b {c}]" is a choice, "{word}" is filled in, both may be nested.

A rendering is repeated by repeating its layers of choice: a light rewriting lays a second one over some of the choices.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

Layers = Sequence[tuple[int, int]]
"""Seeds of choices with the share, in per cent, of the choices they decide; the last one that decides a choice wins."""

Words = Mapping[str, str | list[str]]
"""What fills templates: a template of its own, or a list to choose from."""


@dataclass(frozen=True, slots=True)
class _Slot:
    name: str


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple["_Parts", ...]


_Parts = tuple[str | _Slot | _Choice, ...]


def render(template: str, words: Words, layers: Layers) -> str:
    """The template with all choices made and all words filled in; `words` may hold choices themselves."""
    made: list[str] = []
    _write(_compiled(template), words, _Picker(layers), made)
    return " ".join("".join(made).split())


def chosen(template: str, seed: int) -> str:
    """One of the options of a template that is one choice, with the choices within it still open."""
    options = _options(template[1:-1])
    return options[draw(seed, "option", len(options))]


def draw(seed: int, what: str, count: int) -> int:
    """A number below `count`, always the same for one seed and purpose."""
    return crc32(f"{seed}/{what}".encode()) // 7 % count


class _Picker:
    """The choices of one rendering, counted as they are met."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.site = -1

    def pick(self, count: int) -> int:
        self.site += 1
        for seed, share in reversed(self.layers):
            if share >= 100 or draw(seed, f"over {self.site}", 100) < share:
                return draw(seed, str(self.site), count)
        return 0


def _write(parts: _Parts, words: Words, picker: _Picker, made: list[str]) -> None:
    for part in parts:
        if isinstance(part, str):
            made.append(part)
        elif isinstance(part, _Choice):
            _write(part.options[picker.pick(len(part.options))], words, picker, made)
        elif isinstance(word := words[part.name], str):
            _write(_compiled(word), words, picker, made)
        else:
            made.append(word[picker.pick(len(word))])


@lru_cache(maxsize=20_000)
def _compiled(text: str) -> _Parts:
    """A template as a tree, read once."""
    parts: list[str | _Slot | _Choice] = []
    plain = 0
    at = 0
    while at < len(text):
        if text[at] in "[{":
            end = _closing(text, at)
            inside = text[at + 1 : end]
            parts += [text[plain:at], _Slot(inside) if text[at] == "{" else _Choice(tuple(map(_compiled, _options(inside))))]
            at = plain = end + 1
        else:
            at += 1
    return tuple(p for p in (*parts, text[plain:]) if p != "")


def _closing(text: str, start: int) -> int:
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] in "[{") - (text[i] in "]}")
        if not depth:
            return i
    raise ValueError(f"no closing bracket in {text!r}")


def _options(text: str) -> list[str]:
    options, depth, at = [], 0, 0
    for i, letter in enumerate(text):
        depth += (letter == "[") - (letter == "]")
        if letter == "|" and not depth:
            options.append(text[at:i])
            at = i + 1
    return [*options, text[at:]]
