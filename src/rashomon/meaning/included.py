"""A text with figures in, where it tells whom a figure includes out: "11 people, among them two children, died"."""

import re

from rashomon.text import numerals
from rashomon.text.patterns import either

FIGURE = either({*numerals.BASIC, *numerals.SCALES, "dozens", "hundreds", "thousands"})
"""A pattern for words that are figures, or a part of one."""

_NUMERAL = re.compile(rf"\b(?:\d[\d,.]*|(?:{FIGURE})(?:[- ](?:{FIGURE}))*)\b", re.IGNORECASE)
_INCLUDED = re.compile(
    r"[,(–—] ?(?:including|among (?:them|whom)|(?:at least |about |some )?(?:\S+ in )?(?!all )\S+ of (?:them|whom)),? "
    r"[^.;:()–—]{0,200}?"
    r"(?=,(?! (?:\S+ ){1,4}(?:and|,) )|[).;:–—]|$)"
)

_APPOSED = re.compile(
    r"(?<=\w)[,–—] ?(?:some |about |around |nearly |almost |at least |more than )?\d[\d,.]* (?:[^\W\d_]+ ?){1,8}"
    r"(?=[,–—] ?(?:was|were|have|has|had|are|is|left|fled)\b)"
)
"""Some of the counted set between the figure and its verb: "In all 300 people, 40 guards and their wives, were flown out"."""


def included(text: str, at: int, *, behind: bool = False) -> tuple[int, int] | None:
    """Where the words stand that tell whom a figure includes ("11 people, among them two children, died"): those around a place,
    or the first `behind` it.
    """
    for found in (*_INCLUDED.finditer(text), *_APPOSED.finditer(text)):
        if (found.start() >= at) if behind else (found.start() < at < found.end()):
            return found.span()
    return None


def without(text: str, start: int, end: int) -> str:
    """A text with blanks in the stead of some of it."""
    return text[:start] + " " * (end - start) + text[end:]


def figure_before(text: str, end: int) -> tuple[int, int] | None:
    """Where the last figure before a place stands."""
    found = [*_NUMERAL.finditer(text, 0, end)]
    return found[-1].span() if found else None
