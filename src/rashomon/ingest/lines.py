"""A text in, its lines out, with what their form alone tells: prose, title, list item.

The form of prose is that of any language: enough words, and a mark that closes a sentence (jusText and trafilatura use
length and density in the same way).
"""

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\s](?:[^\n\r\u2028\u2029\x0b\x0c\x85]*[^\s])?")
_CLOSED = re.compile(r"[.!?…。！？؟।։][\"'”’»›)\]*\s]*$")
_QUOTED = re.compile(r"^[\"“„«].*[\"”»]$", re.DOTALL)
_BULLET = re.compile(r"^\s*(?:[•·●▪■◆○*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


SLACK = 8
"""Columns by which a wrapped line may fall short of the widest and still be seen as full."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the text, a line or a part of one, in code points, without white space at its ends."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How many words it has, counted to 400; two letters of a script without spaces count as one."""
        head = self.text[:4000]
        return len(head.split(None, 400)) + len(_UNSPACED.findall(head)) // 2


def lines(text: str) -> list[Line]:
    """Every line that is not blank, in text order; in a text that was wrapped at some width, every paragraph."""
    found = [Line(m.start(), m.end(), m.group()) for m in _LINE.finditer(text)]
    width = _width(found)
    return _unwrapped(text, found, width) if width else found


def _width(found: list[Line]) -> int:
    """The width at which a text was wrapped (mail, old archives): most lines end near it; 0 where it was not."""
    widest = max((len(line.text) for line in found), default=0)
    near = sum(len(line.text) >= 0.8 * widest for line in found)
    return widest if len(found) >= 6 and 40 <= widest <= 110 and near >= 0.5 * len(found) else 0


def _unwrapped(text: str, found: list[Line], width: int) -> list[Line]:
    """Lines joined where the next one's first word would not have fitted any more."""
    starts = [found[0].start]
    ends = []
    for line, after in pairwise(found):
        gap = text[line.end : after.start]
        if gap.count("\n") > 1 or len(line.text) + 1 + len(after.text.split(None, 1)[0]) <= width - SLACK:
            ends.append(line.end)
            starts.append(after.start)
    return [Line(a, b, text[a:b]) for a, b in zip(starts, [*ends, found[-1].end], strict=True)]


def part(line: Line, start: int, end: int) -> Line | None:
    """A stretch of a line (offsets into the line) as a line of its own, stripped; None where nothing is left."""
    piece = line.text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    piece = piece.strip()
    return Line(line.start + left, line.start + left + len(piece), piece) if piece else None


def closed(line: Line) -> bool:
    """Whether a line ends as a sentence does."""
    return _CLOSED.search(line.text[-12:]) is not None


def prose(line: Line) -> bool:
    """Whether a line reads as running text: a closed sentence of six words or more, or a long line whatever its end."""
    words = line.words
    if closed(line) or _QUOTED.match(line.text[:2000]):
        return words >= 6 or (words >= 3 and len(line.text) >= 20 and line.text[0] in "\"“'‘«„")
    return words >= 22 or (words >= 8 and line.text.rstrip()[-1] in ':,;-–—"”’')


def bullet(line: Line) -> bool:
    """Whether a line is set as an item of a list."""
    return _BULLET.match(line.text[:40]) is not None


def title(line: Line) -> bool:
    """Whether a line could be a title: a few words up to a long headline, not closed like a sentence (? and ! may be)."""
    end = line.text.rstrip("\"'”’»)")[-1:]
    return 2 <= line.words <= 30 and len(line.text) <= 220 and end not in ".,;:…" and any(c.isalpha() for c in line.text)
